import Receipts

/// The currency a paper is in.
enum PaperCurrency {
  private static let words: [(Key, Currency)] =
    [
      (Key("港币"), .hkd), (Key("港元"), .hkd), (Key("HKD"), .hkd), (Key("澳门币"), .mop),
      (Key("新台币"), .twd), (Key("澳门元"), .mop), (Key("USDOLLAR"), .usd), (Key("CURRENCYUSD"), .usd),
      (Key("CURRENCYSGD"), .sgd), (Key("クレジット"), .jpy), (Key("日元"), .jpy),
      (Key("円"), .jpy), (Key("JPY"), .jpy), (Key("税込"), .jpy), (Key("CURRENCYHKD"), .hkd),
    ] + inDollars.map { ($0, .usd) }

  /// Who pays in dollars is told beside words for what was paid: 实收美元, 币种:美元, and not by what gold costs, nor by
  /// 盐酸美金刚片.
  private static let inDollars: [Key] = {
    let dollars = ["美元", "美金", "美圆"]
    let before = ["合计", "总计", "应收", "实收", "应付", "实付", "支付", "收款", "币种", "货币"]
    let behind = ["合计", "总计", "应收", "实收", "现金", "付款"]
    let names =
      before.flatMap { label in dollars.map { label + $0 } }
      + behind.flatMap { label in dollars.map { $0 + label } } + ["币种USD", "货币USD"]
    return names.map { Key($0) }
  }()

  private static let newYear = Key("元旦")

  /// EUR 38 is a size of shoes, and what stands before a bar code is no sign.
  private static func isMoney(_ fact: AmountFact) -> Bool {
    fact.token.decimals > 0 || fact.label.map(AmountLabel.totals.contains) ?? false
      || fact.token.currency != .eur
  }

  /// Tesseract's Latin model makes a £ of 年, 2026£10, and of ¥.
  private static func isSeen(_ fact: AmountFact, besidePaddle: Bool) -> Bool {
    !(besidePaddle && fact.token.support.isByTesseractAlone)
      // RM of a line of dashes
      && fact.token.leastConfidence >= confidenceMin
  }

  private static let confidenceMin = 0.5

  /// The one printed beside its numbers, or named on it; the mall's where there is neither, or a
  /// sign that stands for the mall's as well.
  static func named(
    by facts: [AmountFact], lines: [PrintedLine], mall: Currency
  ) -> Currency {
    var counts: [Currency: Int] = [:]
    let besidePaddle = lines.contains { $0.text.reader.isPaddle }
    for fact in facts where isMoney(fact) && isSeen(fact, besidePaddle: besidePaddle) {
      if let currency = fact.token.currency { counts[currency, default: 0] += 1 }
    }
    if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key { return most }
    for line in lines {
      // 1月1日元旦
      guard !line.key.contains(newYear) else { continue }
      if let word = words.first(where: { line.key.contains($0.0) }) { return word.1 }
    }
    return isInYuan(lines, mall: mall) ? .cny : mall
  }

  /// ￥248.00 in a mall of another currency than those that have the sign: a $ that was read so
  /// stands among others.
  private static func isInYuan(_ lines: [PrintedLine], mall: Currency) -> Bool {
    func count(_ sign: PrintedCharacter) -> Int {
      lines.count { $0.text.characters.contains(sign) }
    }
    return ![.cny, .jpy].contains(mall) && count("¥") > count("$")
  }
}
