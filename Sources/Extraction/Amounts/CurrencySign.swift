import Receipts

/// A currency's sign or code beside a number.
struct CurrencySign: Sendable {
  /// `nil` for a sign that many currencies use: `$`, `¥`, 元.
  var currency: Currency?
  var range: Range<Int>

  private typealias Sign = (text: [PrintedCharacter], currency: Currency?)

  private static let before: [Sign] = signs([
    ("HK$", .hkd), ("HKD", .hkd), ("NT$", .twd), ("NTD", .twd), ("TWD", .twd), ("US$", .usd),
    ("USD", .usd), ("MOP$", .mop), ("MOP", .mop), ("RMB", .cny), ("CNY", .cny), ("S$", .sgd),
    ("SGD", .sgd), ("EUR", .eur), ("GBP", .gbp), ("JPY", .jpy), ("KRW", .krw), ("MYR", .myr),
    ("RM", .myr), ("M$", .mop), ("¥", nil), ("€", .eur), ("£", .gbp), ("₩", .krw), ("$", nil),
    // How readers slip on ¥.
    ("Y", nil), ("V", nil), ("F", nil),
  ])
  private static let after: [Sign] = signs([
    ("元", nil), ("圆", nil), ("圓", nil), ("RMB", .cny), ("EUR", .eur), ("€", .eur),
    ("CNY", .cny), ("HKD", .hkd), ("USD", .usd), ("TWD", .twd), ("NTD", .twd), ("MOP", .mop),
    ("港币", .hkd), ("港元", .hkd), ("港幣", .hkd), ("円", .jpy), ("JPY", .jpy), ("KRW", .krw),
    ("SGD", .sgd), ("MYR", .myr), ("GBP", .gbp), ("人民币", .cny),
  ])

  private static func signs(_ list: [(String, Currency?)]) -> [Sign] {
    list.map { (PrintedCharacter.array($0.0), $0.1) }
  }

  static func around(_ run: Range<Int>, in characters: [PrintedCharacter]) -> CurrencySign? {
    var end = run.lowerBound
    while end > 0, " -:".contains(characters[end - 1]), run.lowerBound - end < 2 { end -= 1 }
    if end > 0, !characters[end - 1].isNumber {
      // RM: 2024 is a room, a till or a name misread.
      let isColon = characters[end..<run.lowerBound].contains(":")
      for sign in before
      where isSign(sign.text, endingAt: end, in: characters)
        && !(isColon && sign.currency == .myr)
        && !(sign.text == ["F"] && !isSlip(endingAt: end, before: run, in: characters))
        && !(isInCode(endingAt: end, in: characters) && !hasTwoDecimals(run, in: characters))
      {
        return CurrencySign(
          currency: sign.currency, range: end - sign.text.count..<run.upperBound)
      }
    }
    if let currency = bracketed(endingAt: end, in: characters) {
      return CurrencySign(currency: currency, range: run)
    }
    var start = run.upperBound
    if start < characters.count, characters[start] == " " { start += 1 }
    for sign in after {
      let end = start + sign.text.count
      guard end <= characters.count, characters[start..<end].elementsEqual(sign.text, by: isAlike),
        !(sign.text[0].isASCII && isWhole(run, in: characters) && isFollowed(end, in: characters)),
        !(Self.round.contains(sign.text[0]) && isOfGoods(end, in: characters))
      else { continue }
      return CurrencySign(currency: sign.currency, range: run.lowerBound..<end)
    }
    return nil
  }

  /// 合计(USD) 1299.00
  private static func bracketed(
    endingAt end: Int, in characters: [PrintedCharacter]
  ) -> Currency? {
    let word = characters[..<end].suffix(5)
    guard word.count == 5, word.first == "(", word.last == ")" else { return nil }
    // 约合(USD) 17.90 is what it would be, 合计金额(USD) what it is.
    let printed = Key(characters: characters[..<word.startIndex]).text
    let label = wordsOfTotals.reduce(printed) { $0.replacing($1, with: "计") }
    let isTotal = printed.hasSuffix("合计") && !["约", "参考", "折合"].contains(where: printed.contains)
    guard !label.isEmpty, isTotal || !wordsOfRate.contains(where: label.contains) else {
      return nil
    }
    return Self.before.first { sign in
      sign.text.count == 3 && word.dropFirst().dropLast().elementsEqual(sign.text, by: isAlike)
    }?.currency
  }

  private static let wordsOfTotals = ["合计", "综合", "组合", "折后", "折扣", "CORPORATE"]
  private static let wordsOfRate = [
    "合", "参考", "折", "约", "汇率", "相当", "等值", "换算", "外币", "APPROX", "RATE",
  ]

  /// F12 is a place on a floor, F 129.00 a size and what it costs, 2F88.00 a floor too.
  private static func isSlip(
    endingAt end: Int, before run: Range<Int>, in characters: [PrintedCharacter]
  ) -> Bool {
    end == run.lowerBound && hasTwoDecimals(run, in: characters)
      && !(end > 1 && characters[end - 2].isNumber)
  }

  /// The Y of a goods' code, U2Y378326, is no ¥.
  private static func isInCode(endingAt end: Int, in characters: [PrintedCharacter]) -> Bool {
    end > 1 && characters[end - 1].isLetter && characters[end - 2].isASCIIDigit
  }

  private static func hasTwoDecimals(_ run: Range<Int>, in characters: [PrintedCharacter]) -> Bool {
    let number = characters[run]
    return number.count >= 4 && number[run.upperBound - 3] == "."
      && number.suffix(2).allSatisfy(\.isNumber)
  }

  private static func isWhole(_ run: Range<Int>, in characters: [PrintedCharacter]) -> Bool {
    characters[run].allSatisfy(\.isNumber)
  }

  /// 499278圆领T恤: the number is the goods', and they are round.
  private static func isOfGoods(_ end: Int, in characters: [PrintedCharacter]) -> Bool {
    characters[safe: end].map { $0.scalar.value >= 0x4E00 && !"整正角分零".contains($0) } ?? false
  }

  private static let round: [PrintedCharacter] = ["圆", "圓"]

  /// Behind a number without decimals a code is that of the number behind it, or none: `5679950 EUR
  /// M`, `2403983 EUR 38`.
  private static func isFollowed(_ end: Int, in characters: [PrintedCharacter]) -> Bool {
    let next = characters[end...].first { $0 != " " }
    return next.map { $0.isASCII && ($0.isNumber || $0.isLetter) } ?? false
  }

  /// Letters of a sign must not be the end of a longer word: FARM 12 is no 12 ringgit.
  private static func isSign(
    _ sign: [PrintedCharacter], endingAt end: Int, in characters: [PrintedCharacter]
  ) -> Bool {
    let start = end - sign.count
    guard start >= 0, characters[start..<end].elementsEqual(sign, by: isAlike) else { return false }
    guard start > 0 else { return true }
    let previous = characters[start - 1]
    // Tesseract's slips on a digit: 14€16.00.
    if ["€", "£"].contains(sign[0]), previous.isASCII, previous.isNumber { return false }
    return !(sign[0].isLetter && previous.isASCII && previous.isLetter)
  }

  /// But for the case.
  private static func isAlike(_ one: PrintedCharacter, _ sign: PrintedCharacter) -> Bool {
    one.asciiUppercased == sign
  }
}
