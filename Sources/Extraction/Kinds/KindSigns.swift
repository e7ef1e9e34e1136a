import Receipts

/// What lines say beside a paper's heading of money that did not come in, went back, or was no
/// purchase's: 微信支付(待确认), 是否结账：否, 支付宝退 66.00, 续充钻石卡 5000.00, 包房押金 500.00.
///
/// One is enough to ask a person, and too little to reject by.
struct KindSigns {
  struct Sign: Hashable {
    var kind: Kind
    /// Among the page's lines.
    var line: Int
    var phrase: String
  }

  /// Where on a line a phrase is a sign.
  private enum Place {
    case anywhere
    /// Nothing stands behind it.
    case atEnd
    /// Nothing stands behind it, and before it a number.
    case behindNumber
    /// Nothing stands beside it.
    case alone
    /// Nothing stands behind it, and the line is one of the first.
    case heading
    /// An amount stands on the line.
    case withAmount
    /// The amount that was read stands on the line.
    case withTotal
  }

  private struct Rule {
    var kind: Kind
    var place: Place
    var phrases: [Key]
    /// Words of a line that says something else.
    var besides: [Key]

    init(_ kind: Kind, _ place: Place, _ phrases: [String], besides: [String] = []) {
      (self.kind, self.place) = (kind, place)
      self.phrases = phrases.map { Key($0) }
      self.besides = besides.map { Key($0) }
    }
  }

  private static let rules = [
    Rule(
      .prebill, .anywhere,
      [
        "未结算", "未到账", "待确认", "处理中", "交易失败", "支付失败", "付款失败", "扣款失败", "交易未完成", "支付未完成",
        "余额不足", "未选择", "挂单凭", "取单结算", "转房账", "转房费", "是否结账否", "内完成支付", "超时订单", "订单自动取消",
        "二维码买单", "扫码买单", "支付后请", "付款后请", "索取结账", "单仅供参考", "单供参考", "确认账单", "买单确认", "核账单",
        "持此联", "持本单", "持此单", "凭此单到", "凭本单到", "持单到", "持此票到", "非会员支付", "还需付款", "还需支付", "尚需支付",
        "挂账", "签单",
      ], besides: ["下次", "免签", "退换", "退货", "换货", "开票", "发票", "售后", "保修"]),
    Rule(
      .prebill, .atEnd,
      ["看单", "交款联", "订购单", "开票小票", "销售开单", "挂单", "待收", "未收"]),
    Rule(.prebill, .withAmount, ["待收", "未收"], besides: ["待收货"]),
    Rule(.prebill, .withTotal, ["免单", "招待", "积分支付", "积分兑换"]),
    Rule(
      .refund, .anywhere,
      [
        "退回单", "红字", "红冲", "冲红", "反结账", "退班", "退座", "交易取消", "订单取消", "订单已取消", "交易已取消", "原路退回",
        "原路返回", "原销售单",
      ], besides: ["如", "若", "可", "请", "需", "内", "发票", "不可取消", "退款将"]),
    Rule(
      .refund, .atEnd, ["负单", "类型退", "售后单", "回收单", "退差", "返款"]),
    Rule(.refund, .behindNumber, ["作废"]),
    Rule(.refund, .heading, ["返款凭据", "返款单", "旧金回收"]),
    Rule(
      .refund, .alone,
      ["CANCELLED", "CANCELED", "CANCELLATION", "VOIDED", "作废", "TYPERTN", "TYPERETURN"]),
    Rule(
      .refund, .withTotal, ["实退", "应退", "退还", "返款", "宝退", "微信退", "现金退", "退现", "支付退", "卡退"]),
    Rule(
      .topUp, .withAmount, ["续卡", "续充", "续值", "充钱", "预存", "激活", "面值"],
      besides: ["余", "支付", "付款", "扣", "抵", "消费", "券"]),
    Rule(
      .other, .anywhere,
      [
        "日结单", "交班", "营业日报", "日报表", "报表", "交易笔数", "培训模式", "训练模式", "演示模式", "练习模式", "练习单", "测试小票",
        "测试单", "不计入营业", "积分明细", "积分换购单", "转班单", "收银汇总",
      ]),
    Rule(
      .other, .alone,
      ["TRAININGMODE", "TRAINING", "DEMO", "DEMO演示", "SAMPLE", "TESTMODE", "样张", "演示"]),
    Rule(
      .other, .heading, ["代金券", "押金收据", "押金单", "意向金收据", "意向金单", "预授权凭单", "预授权"],
      besides: ["赠", "送", "获", "得", "领", "使用", "免"]),
    Rule(.other, .withTotal, ["押金", "意向金", "预授权"], besides: ["免押"]),
  ]

  /// Those of a line begin with one of its letters: the rules by the first letter of their phrases.
  private static let byFirst: [Unicode.Scalar: [(rule: Int, phrase: Key)]] = {
    var found: [Unicode.Scalar: [(rule: Int, phrase: Key)]] = [:]
    for (index, rule) in rules.enumerated() {
      for phrase in rule.phrases {
        if let first = phrase.letters.first { found[first, default: []].append((index, phrase)) }
      }
    }
    return found
  }()

  private static let headLines = 6

  /// In hundredths; `nil` where none was read.
  private let total: Int64?
  private let facts: [Int: [AmountFact]]

  init(_ facts: AmountFacts, amount: Money?) {
    self.facts = Dictionary(grouping: facts.facts, by: \.order)
    total = amount.map { Int64($0.minorUnits.magnitude) * (100 / $0.currency.minorUnitsPerUnit) }
  }

  /// Each phrase once, in the order of the lines.
  func signs(on lines: [PrintedLine]) -> [Sign] {
    var found: [Sign] = []
    for (order, line) in lines.enumerated() {
      let told =
        line.keys.filter { $0.count >= 2 }.flatMap { signs(on: $0, order: order, line: line.index) }
        + cards(on: line, order: order)
      for sign in told where !found.contains(where: { $0.phrase == sign.phrase }) {
        found.append(sign)
      }
    }
    return found
  }

  private func signs(on key: Key, order: Int, line: Int) -> [Sign] {
    key.letters.indices.flatMap { start in
      (Self.byFirst[key.letters[start]] ?? []).compactMap { index, phrase in
        let end = start + phrase.count
        guard end <= key.count, key.letters[start..<end].elementsEqual(phrase.letters) else {
          return nil
        }
        let rule = Self.rules[index]
        guard isPlace(rule.place, start..<end, of: key, order: order),
          !rule.besides.contains(where: key.contains)
        else { return nil }
        return Sign(kind: rule.kind, line: line, phrase: phrase.text)
      }
    }
  }

  private func isPlace(_ place: Place, _ range: Range<Int>, of key: Key, order: Int) -> Bool {
    let amounts = facts[order] ?? []
    // 挂账 0.00
    let isNothing = !amounts.isEmpty && amounts.allSatisfy { $0.hundredths == 0 }
    return switch place {
    case .anywhere: !isNothing
    case .atEnd: range.upperBound == key.count
    case .behindNumber:
      range.upperBound == key.count && range.lowerBound > 0
        && key.letters[range.lowerBound - 1].isDigit
    case .alone: range.count == key.count
    case .heading: range.upperBound == key.count && order < Self.headLines
    case .withAmount: amounts.contains { $0.hundredths > 0 && $0.token.decimals > 0 }
    case .withTotal: total.map { total in amounts.contains { $0.hundredths == total } } ?? false
    }
  }

  /// 心意卡200元 and what it costs: a card that was sold. 储值卡 188元 by itself is what was paid with.
  private func cards(on line: PrintedLine, order: Int) -> [Sign] {
    guard let amounts = facts[order], amounts.count > 1,
      amounts.contains(where: { $0.token.decimals > 0 }),
      let card = String(line.text.characters).firstMatch(of: Self.cardOfValue)
    else { return [] }
    return [Sign(kind: .topUp, line: line.index, phrase: String(card.output))]
  }

  private static var cardOfValue: Regex<Substring> { #/卡 ?\d{2,5}元/# }
}
