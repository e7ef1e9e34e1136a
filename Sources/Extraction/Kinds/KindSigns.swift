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
    /// No amount stands on the line.
    case withoutAmount
    /// An amount stands on the line.
    case withAmount
    /// The amount that was read stands on the line.
    case withTotal
    /// Most of it, as of an item: above the first total.
    case asItem
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
        "未结算", "未到账", "付待确认", "交易失败", "支付失败", "付款失败", "扣款失败", "交易未完成", "支付未完成",
        "余额不足", "方式未选择", "挂单凭", "取单结算", "转房账", "转房费", "是否结账否", "内完成支付", "超时订单", "订单自动取消",
        "支付后请索取", "索取结账", "单仅供参考", "单供参考", "确认账单", "买单确认", "核账单",
        "持此联", "持此单至收", "持此单到收", "持本单交款", "凭此单到收银", "凭本单到收银", "持单到收", "总台交款", "非会员支付", "还需付款",
        "还需支付", "尚需支付",
        "挂账", "签单人", "方式签单", "赊账", "赊欠", "账期", "月结", "房账", "ROOMCHG", "ROOMCHARGE", "CHARGETO",
        "HOUSEACCOUNT", "CITYLEDGER", "ONTHEHOUSE", "LAYAWAY", "DECLINED",
        "NOTTENDERED", "EMPLOYEEMEAL", "COMPLIMENTARYMANAGER", "AR账", "货到收款", "货到付款", "时付款", "时结",
        "再收", "到店支付",
        "客取", "未结", "未付", "未缴", "未清", "待付", "待支付", "待结", "待缴", "待补", "审核中", "支付中", "员工餐", "工资代扣",
        "赠单",
        "跑单", "撤单", "预授权", "记账单位", "宴请", "请客", "统筹记账", "直赔", "非正式", "已合单", "全额抵扣", "霸王餐", "探店",
        "拒单", "演示数据", "出票失败", "已关闭", "已并入", "多退少补",
      ],
      besides: [
        "下次", "免签", "退换", "退货", "换货", "开票", "发票", "售后", "保修", "临时结", "未付邮", "积分未", "请及时充值", "不足时",
        "0次", "政策",
      ]),
    Rule(.prebill, .withoutAmount, ["二维码买单", "扫码买单"], besides: ["下次"]),
    Rule(
      .prebill, .atEnd,
      ["签单", "看单", "交款联", "订购单", "开票小票", "销售开单", "挂单", "待收", "未收"]),
    Rule(.prebill, .withAmount, ["待收", "未收"], besides: ["待收货"]),
    Rule(
      .prebill, .withTotal, ["免单", "招待", "积分支付", "积分兑换"], besides: ["招待费", "招待所"]),
    Rule(
      .refund, .anywhere,
      [
        "退回单", "红字销售", "红字小票", "销售红冲", "红冲单", "冲红小票", "冲红单", "反结账单", "退班单", "退座", "交易取消", "订单取消",
        "订单已取消", "交易已取消", "原路退回",
        "原路返回", "原销售单", "冲销", "整单取消", "顾客取消", "已退换", "已退货", "已退款", "全额退", "回购单", "回购金额",
        "TRANSTYPERTN",
      ], besides: ["如", "若", "可", "请", "需", "内", "发票", "不可取消", "款", "渠道", "政策"]),
    Rule(
      .refund, .atEnd, ["负单", "类型退", "售后单", "回收单", "退差", "返款"],
      besides: ["保价", "买贵", "天"]),
    Rule(.refund, .behindNumber, ["作废"]),
    Rule(.refund, .heading, ["返款凭据", "返款单", "旧金回收"]),
    Rule(
      .refund, .alone,
      ["CANCELLED", "CANCELED", "CANCELLATION", "VOIDED", "作废", "TYPERTN", "TYPERETURN"]),
    Rule(
      .refund, .withTotal, ["实退", "应退", "退还", "返款", "宝退", "微信退", "现金退", "退现", "支付退", "卡退"]),
    Rule(
      .topUp, .withAmount, ["续卡", "续充", "续值", "充钱", "预存", "卡激活", "面值"],
      besides: ["余", "支付", "付款", "扣", "抵", "消费", "券"]),
    Rule(
      .other, .anywhere,
      [
        "日结单", "交班单", "交接班", "班结", "营业日报", "日报表", "报表", "交易笔数", "培训模式", "训练模式", "演示模式", "练习模式",
        "练习单", "测试小票",
        "测试单", "不计入营业", "积分换购单", "转班单", "收银汇总",
      ]),
    Rule(
      .other, .alone,
      ["TRAININGMODE", "TRAINING", "DEMO", "DEMO演示", "SAMPLE", "TESTMODE", "样张", "演示"]),
    Rule(
      .other, .heading, ["积分明细", "代金券", "押金收据", "押金单", "意向金收据", "意向金单", "预授权凭单", "预授权"],
      besides: ["赠", "送", "获", "得", "领", "使用", "免"]),
    Rule(
      .other, .heading,
      [
        "赠送单", "招待单", "免单小票", "订金收据", "定金收据", "储值凭条", "预订单", "换货单", "转账单", "验券单", "派工单",
        "领料单",
        "样品单", "借货单", "调拨单", "催款单", "练习小票",
      ]),
    Rule(.other, .withTotal, ["押金", "意向金", "预授权", "占位费", "预交", "订购费", "出库"], besides: ["免押"]),
    Rule(
      .topUp, .asItem, ["礼品卡", "购物卡", "礼卡", "储值", "充值", "加值", "充卡", "提货券", "GIFTCARD", "EGIFT"],
      besides: ["余额", "赠", "收纳", "保护"]),
    Rule(
      .other, .asItem,
      ["押金", "押款", "保证金", "预交款", "预约金", "意向金", "首付", "进度款", "一期款", "订洋", "膨胀金", "DEPOSIT"],
      besides: ["免押"]),
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
  /// Position of the first line that tells a whole; beyond all where none does.
  private let firstTotal: Int
  /// What is told to have been paid with is nothing that is known to be.
  private let unknownMeans: AmountFact?

  init(_ facts: AmountFacts, amount: Money?) {
    self.facts = Dictionary(grouping: facts.facts, by: \.order)
    firstTotal =
      facts.facts.first { fact in
        !fact.isLoose && fact.likeness >= 0.75
          && fact.label.map(AmountLabel.totals.contains) ?? false
      }?.order ?? .max
    total = amount?.hundredths
    unknownMeans = total.flatMap { Self.unknownMeans(facts, $0) }
  }

  /// Each phrase once, in the order of the lines.
  func signs(on lines: [PrintedLine]) -> [Sign] {
    var found: [Sign] = []
    if let means = unknownMeans, !lines.contains(where: { AmountFacts.tellsMeans($0.key) }) {
      found.append(Sign(kind: .prebill, line: means.lineIndex, phrase: means.printed ?? ""))
    }
    for (order, line) in lines.enumerated() {
      let told =
        line.keys.filter { $0.count >= 2 }.flatMap {
          signs(
            on: $0, order: order, line: line.index, isBlank: line.text.characters.last == ":")
        }
        + cards(on: line, order: order) + states(on: line)
      for sign in told where !found.contains(where: { $0.phrase == sign.phrase }) {
        found.append(sign)
      }
    }
    return found
  }

  /// - Parameter isBlank: the line ends with a colon: what is asked for was not filled in.
  private func signs(on key: Key, order: Int, line: Int, isBlank: Bool) -> [Sign] {
    key.letters.indices.flatMap { start in
      (Self.byFirst[key.letters[start]] ?? []).compactMap { index, phrase in
        let end = start + phrase.count
        guard end <= key.count, key.letters[start..<end].elementsEqual(phrase.letters) else {
          return nil
        }
        let rule = Self.rules[index]
        guard
          isPlace(
            rule.place, phrase, at: start..<end, of: key, order: order, isBlank: isBlank),
          !rule.besides.contains(where: key.contains)
        else { return nil }
        return Sign(kind: rule.kind, line: line, phrase: phrase.text)
      }
    }
  }

  private func isPlace(
    _ place: Place, _ phrase: Key, at range: Range<Int>, of key: Key, order: Int, isBlank: Bool
  ) -> Bool {
    let all = facts[order] ?? []
    // 应收:128.00 未收:0.00: of several amounts that which stands behind the word.
    let named = all.filter {
      $0.token.decimals > 0 && $0.printed?.contains(phrase.text) ?? false
    }
    let amounts = named.isEmpty ? all : named
    // 挂账 0.00
    let isNothing = !amounts.isEmpty && amounts.allSatisfy { $0.hundredths == 0 }
    return switch place {
    case .anywhere: !isNothing && !(isBlank && range.upperBound == key.count)
    case .atEnd: range.upperBound == key.count
    case .behindNumber:
      range.upperBound == key.count && range.lowerBound > 0
        && key.letters[range.lowerBound - 1].isDigit
    case .alone: range.count == key.count
    case .heading: range.upperBound == key.count && order < Self.headLines
    case .withoutAmount: amounts.isEmpty
    case .withAmount: amounts.contains { $0.hundredths > 0 && $0.token.decimals > 0 }
    case .asItem:
      order < firstTotal
        && amounts.contains { fact in
          fact.token.decimals > 0 && !fact.token.isNegative
            && fact.hundredths / 3 >= (total ?? .max) / 4
        }
    case .withTotal: total.map { total in amounts.contains { $0.hundredths == total } } ?? false
    }
  }

  // MARK: What it was paid with, and how that ended

  /// ENT-店总 112.00, 保险理赔 1200.00, 扣次卡 398.00 below a total of as much, and nothing else that it was paid
  /// with: who was not paid by the guest has no purchase of the guest's.
  private static func unknownMeans(_ facts: AmountFacts, _ total: Int64) -> AmountFact? {
    let isKnown = facts.facts.contains { fact in
      [.means, .tendered].contains(fact.label) && fact.likeness >= 0.75 && fact.hundredths > 0
        && facts.isPayment(fact)
    }
    guard !isKnown,
      let whole = facts.facts.first(where: { $0.isStrongTotal && $0.hundredths == total })
    else { return nil }
    return facts.facts.first { fact in
      guard fact.order > whole.order, fact.hundredths == total, !fact.isInSentence,
        fact.token.decimals == 2, !fact.token.isSecondGuess, !facts.isPayment(fact),
        fact.label == nil || fact.label == .coupon, let words = fact.printed
      else { return false }
      return (2...12).contains(words.count) && !wordsOfAmount.contains(where: words.contains)
    }
  }

  /// Of what an amount is called again at the foot: 可开票金额 128.00, 消费额.
  private static let wordsOfAmount = [
    "票", "税", "积分", "余", "消费", "额", "计", "实", "应", "付", "收", "TOTAL", "AMOUNT", "NET",
  ]

  private static let states =
    (Lexicon.statesOfOrders + ["支付结果", "付款结果", "交易结果", "TRANSSTATUS", "PAYMENTSTATUS"]).map {
      Key($0)
    }
  private static let ways = ["支付方式", "付款方式", "结算方式", "收款方式", "结账方式"].map { Key($0) }
  /// Words of an order that is paid, whatever becomes of it then.
  private static let ended = [
    "成功", "完成", "已支付", "已付", "已结", "正常", "结清", "已收", "已取", "已出", "制作", "接单", "配送", "待取", "待出", "待发",
    "堂食", "外带", "打包", "外卖", "自提", "PAID", "SUCCESS", "OK", "COMPLETE", "APPROVED", "DONE",
  ].map { Key($0) }
  private static let means = [
    "微信", "支付宝", "现金", "卡", "银联", "闪付", "扫码", "支付", "付款码", "钱包", "券", "团购", "美团", "抖音", "点评", "饿了么",
    "八达通", "PAY", "CASH", "VISA", "MASTER", "CARD", "人民币", "京东", "花呗", "分期", "转账", "支票", "储值", "会员",
    "余额", "聚合",
    "商场", "其他", "收钱吧", "银行", "宝", "信", "WECHAT", "金额", "方式", "刷",
  ].map { Key($0) }

  /// 订单状态:已关闭, 付款状态:金融放款审核中, 结算方式:货到再结: what is none of the words that tell of a payment.
  private func states(on line: PrintedLine) -> [Sign] {
    guard let colon = line.text.characters.firstIndex(of: ":") else { return [] }
    let label = Key(characters: line.text.characters[..<colon])
    let value = Key(characters: line.text.characters[(colon + 1)...])
    let letters = value.letters.count { !$0.isDigit }
    guard letters >= 2 else { return [] }
    func ends(_ words: [Key]) -> Bool { words.contains { label.text.hasSuffix($0.text) } }
    let isOpen =
      ends(Self.states) && !Self.ended.contains(where: value.contains)
      || ends(Self.ways) && !Self.means.contains(where: value.contains)
    return isOpen ? [Sign(kind: .prebill, line: line.index, phrase: line.key.text)] : []
  }

  /// 心意卡200元 and what it costs: a card that was sold. 储值卡 188元 by itself is what was paid with.
  private func cards(on line: PrintedLine, order: Int) -> [Sign] {
    guard order < firstTotal, let amounts = facts[order], amounts.count > 1,
      amounts.contains(where: { $0.token.decimals > 0 }),
      let card = String(line.text.characters).firstMatch(of: Self.cardOfValue)
    else { return [] }
    return [Sign(kind: .topUp, line: line.index, phrase: String(card.output))]
  }

  private static var cardOfValue: Regex<Substring> { #/卡 ?\d{2,5}元/# }
}
