/// What a till tells behind the words for the state of an order, and for what it is paid with.
enum StateOfOrder {
  private static let ofOrders = ["订单状态", "取餐状态"].map { Key($0) }
  private static let ofPayments =
    (Lexicon.statesOfOrders.filter { $0 != "订单状态" }
    + ["支付结果", "付款结果", "交易结果", "TRANSSTATUS", "PAYMENTSTATUS"]).map { Key($0) }
  private static let ways = ["支付方式", "付款方式", "结算方式", "收款方式", "结账方式"].map { Key($0) }

  /// Words of an order that is paid, whatever becomes of it then.
  private static let paid = [
    "成功", "完成", "已支付", "已付", "已结", "正常", "结清", "已收", "已扣款", "通过", "核销", "有效", "PAID", "SUCCESS",
    "SUCCESSFUL", "OK", "COMPLETE", "COMPLETED", "APPROVED", "DONE",
  ].map { Key($0) }
  /// What becomes of an order that its shop has taken: only of those, since 账单状态:堂食中 is an open
  /// table.
  private static let taken = [
    "已取餐", "已取货", "已出", "制作", "接单", "配送", "待取", "待出", "待发", "待收货", "已使用", "签收", "送达", "提货", "备餐",
    "待评价", "堂食", "外带", "打包", "外卖", "自提", "出餐", "叫号", "取餐中",
  ].map { Key($0) }

  /// 堂食, 外带自提: whether a line says nothing but what becomes of an order.
  static func isTaken(_ line: Key) -> Bool { ShopTrade.consists(line.letters[...], of: taken) }

  private static let labels = ofOrders + ofPayments + ways
  private static let paidOrTaken = paid + taken

  /// What says the contrary, or less, wherever it stands: 已支付/已取消, 已付一半, 已完成  失败. Those in Latin
  /// letters begin a word.
  private static let contraries = [
    "取消", "失败", "拒", "已退", "退款", "退回", "退货", "待付", "待支付", "待确认", "待完成", "待结", "定金", "订金", "押金",
    "首期", "首付", "一半", "到付", "店付", "货到", "无效", "部分", "部份", "撤回", "关单", "挂起", "通过率", "UNPAID",
    "UNSUCC",
    "INCOMPL", "FAIL", "REVERS", "ONHOLD", "CANCEL", "PENDING", "VOID", "DECLIN", "TOBE", "INPART",
    "PARTIAL",
  ].map { Key($0) }
  /// Words that tell what may be done, and not what was, before a contrary in its part of the line:
  /// 如需退款请联系客服.
  private static let promises = ["如", "若", "请", "凭", "可", "支持", "天内", "日内"].map { Key($0) }
  private static let ifs = ["如", "若"].map { Key($0) }
  private static let announcements = ["将", "预计", "款项", "正在"].map { Key($0) }
  /// 申请退款 was asked for, and 请求失败 has failed.
  private static let ofNoPromise = ["申请", "请求", "凭证"]
  /// Those of offers and of what is excluded from them, anywhere in it: 部分商品不参与积分.
  private static let offers = ["积分", "好评", "参与", "抵扣", "不支持", "不退", "不可"].map { Key($0) }
  /// The same behind it, 退款请到服务台; 全额退款请查收 was done.
  private static let invitations = ["请到", "请至", "请凭", "请联", "请前", "请咨", "可", "须", "需"].map {
    Key($0)
  }
  private static let doneBefore = Key("已")
  private static let doneBehind = ["中", "成功", "完成"].map { Key($0) }
  /// What is no label's and has no colon before it is a state up to so many Chinese characters,
  /// 处理中请稍候; 以银行短信为准 is a sentence.
  private static let stateMax = 6.0
  /// With which a good word says the contrary, in the same word or before it: 未完成, and not 已完成 未开票.
  private static let denials = ["未", "不", "NOT"].map { Key($0) }

  /// Beside those that ``Lexicon/amounts`` names: parts of their names, and who passes them on.
  private static let means = [
    "微信", "支付宝", "现金", "卡", "银联", "闪付", "扫码", "支付", "付款码", "钱包", "券", "团购", "美团", "抖音", "点评", "饿了么",
    "PAY", "CASH", "MASTER", "CARD", "POS", "CREDIT", "WX", "ZFB", "人民币", "京东", "花呗", "分期",
    "支票", "储值", "会员", "余额", "聚合", "现结", "现付", "自费", "商场", "其他", "收钱吧", "银行", "宝", "金额", "方式", "刷",
    "QR", "MIXED", "医保", "翼付", "DCEP", "OCTOPUS", "招行", "线上", "数币",
  ].map { Key($0) }

  /// 订单状态:已关闭, 付款状态:金融放款审核中, 结算方式:货到再结: what is none of the words that tell of a payment.
  static func isOpen(on line: PrintedLine) -> Bool {
    guard labels.contains(where: line.key.contains) else { return false }
    let text = Letters(line.text.characters)
    return text.values(behind: ofOrders).contains { isOpen($0, behind: paidOrTaken) }
      || text.values(behind: ofPayments).contains { isOpen($0, behind: paid) }
      || text.values(behind: ways).contains { value in
        value.isBehindColon && isTold(value.key) && !means.contains(where: value.key.contains)
          && !AmountFacts.finder.exactMatches(in: value.key).contains { $0.meaning == .means }
      }
  }

  private static func isTold(_ value: Key) -> Bool {
    value.letters.count(where: { !$0.isDigit }) >= 2
  }

  private static func isOpen(_ value: Value, behind good: [Key]) -> Bool {
    guard isTold(value.key) else { return false }
    // TO BE PAID stands in several words.
    if parts(of: value).contains(where: isContrary)
      || contraries.contains(where: { $0.letters[0].isLatin && begins($0, in: value.key) })
    {
      return true
    }
    let key = value.key
    guard let word = good.compactMap({ end(of: $0, in: key) }).min() else {
      return value.isBehindColon || isState(value)
    }
    let wordEnd = (word..<key.count).first { key.startsWord[$0] } ?? key.count
    let upTo = Key(letters: key.letters[..<wordEnd])
    return denials.contains(where: upTo.contains)
  }

  /// What is parted by gaps and stops, but for 退款 in 支付成功 退款 ¥ 0.00: nothing of it.
  private static func parts(of value: Value) -> [ArraySlice<PrintedCharacter>] {
    let characters = Array(value.characters)
    let words = characters.indices.split { index in
      " ,()!|".contains(characters[index])
        || ".:".contains(characters[index]) && !characters.isBetweenDigits(index)
    }
    .map { characters[$0.startIndex..<$0.endIndex] }
    .filter { $0 != ["¥"] }
    return words.indices.filter { index in
      !(words[safe: index + 1].map { $0.contains("0") && $0.allSatisfy { "0.¥".contains($0) } }
        ?? false)
    }
    .map { words[$0] }
  }

  private static func isContrary(_ part: ArraySlice<PrintedCharacter>) -> Bool {
    let key = Key(characters: part)
    guard !offers.contains(where: key.contains) || key.contains(doneBefore) else { return false }
    return part.contains("%") || isShare(part)
      || contraries.contains { begins($0, in: key) && !isPromise($0, in: key) }
  }

  /// 已付1/2, and not 已支付 11/18.
  private static func isShare(_ part: ArraySlice<PrintedCharacter>) -> Bool {
    let numbers = part.split(separator: "/")
    guard part.count(where: { $0 == "/" }) == 1, part.contains(where: \.isASCIIDigit) else {
      return false
    }
    let isDay = numbers.count == 2 && numbers.allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    return !isDay || numbers.allSatisfy { $0.count == 1 }
  }

  /// Whether a part of a line tells of a contrary as of what may be.
  private static func isPromise(_ contrary: Key, in part: Key) -> Bool {
    guard let range = part.range(of: contrary) else { return false }
    let before = part.letters[..<range.lowerBound]
    let behind = part.letters[range.upperBound...]
    if before.last == doneBefore.letters[0]
      || doneBehind.contains(where: { behind.starts(with: $0.letters) })
    {
      return false
    }
    let lead = Key(
      ofNoPromise.reduce(String(String.UnicodeScalarView(before))) {
        $0.replacing($1, with: "")
      })
    // 款项将于3个工作日内退回, 款项将如数退回, and not 如需退款将原路退回
    let announced = announcements.compactMap { lead.range(of: $0)?.lowerBound }.min()
    let conditional = ifs.compactMap { lead.range(of: $0)?.lowerBound }.min()
    if let announced, conditional.map({ announced < $0 }) ?? true { return false }
    return promises.contains(where: lead.contains)
      || invitations.contains { behind.starts(with: $0.letters) }
  }

  /// The first word behind a gap is one, and neither another column's heading nor a means of
  /// payment.
  private static func isState(_ value: Value) -> Bool {
    let word = Key(characters: value.characters.prefix { $0 != " " })
    return isTold(word) && CounterName.weight(of: word.letters) <= stateMax
      && !promises.contains { word.letters.starts(with: $0.letters) }
      && !isHeading(word) && !word.text.hasSuffix("为准") && !means.contains(where: word.contains)
  }

  /// Another column's, 交易时间 of 交易状态  交易时间; 处理中流水号 is a state before the next label.
  private static func isHeading(_ word: Key) -> Bool {
    Letters.labelsBehind.contains { label in
      word.letters.hasSuffix(label)
        && ofHeadings.contains(Key(letters: word.letters.dropLast(label.count)))
    }
  }

  private static let ofHeadings = [
    "", "交易", "支付", "付款", "订单", "下单", "结账", "结算", "消费", "会员", "商户", "实付", "应付",
    "开单", "打印", "开台", "创建", "取餐", "门店", "收银", "系统", "退款", "预约", "到店", "就餐", "用餐",
  ].map { Key($0) }

  /// Anywhere, in Latin letters where a word begins.
  private static func begins(_ word: Key, in value: Key) -> Bool {
    guard word.letters[0].isLatin else { return value.contains(word) }
    return value.letters.indices.contains { start in
      value.startsWord[start] && value.letters[start...].starts(with: word.letters)
    }
  }

  /// Behind a word, which in Latin letters stands alone: OK, and not BOOKED.
  private static func end(of word: Key, in value: Key) -> Int? {
    guard let range = value.range(of: word) else { return nil }
    let isWhole =
      !word.letters[0].isLatin
      || value.startsWord[range.lowerBound]
        && (value.letters[safe: range.upperBound].map { !$0.isLatin } ?? true
          || value.startsWord[safe: range.upperBound] ?? true)
    return isWhole ? range.upperBound : nil
  }

  private struct Value {
    let characters: ArraySlice<PrintedCharacter>
    let key: Key
    /// Or behind a gap.
    let isBehindColon: Bool

    init(_ characters: ArraySlice<PrintedCharacter>, isBehindColon: Bool) {
      (self.characters, self.isBehindColon) = (characters, isBehindColon)
      key = Key(characters: characters)
    }
  }

  /// A line with its letters, and where each of them stands.
  private struct Letters {
    let characters: [PrintedCharacter]
    let letters: [Unicode.Scalar]
    let places: [Int]

    init(_ characters: [PrintedCharacter]) {
      var letters: [Unicode.Scalar] = []
      var places: [Int] = []
      for (place, character) in characters.enumerated() {
        Folding.appendKey(of: character, to: &letters)
        places += repeatElement(place, count: letters.count - places.count)
      }
      (self.characters, self.letters, self.places) = (characters, letters, places)
    }

    /// What stands behind labels, wherever on the line: `桌号:A12 支付状态:处理中`, `订单状态  已取消`.
    func values(behind labels: [Key]) -> [Value] {
      var values: [Value] = []
      for label in labels {
        for start in letters.indices where values.count < Self.valuesMax {
          let end = start + label.count
          guard end <= letters.count, letters[start] == label.letters[0],
            letters[start..<end].elementsEqual(label.letters)
          else { continue }
          let behind = characters[(places[end - 1] + 1)...].prefix(Self.valueMax)
          let rest = behind.drop { $0 == " " }
          if rest.first == ":" {
            values.append(Value(Self.value(in: rest.dropFirst()), isBehindColon: true))
          } else if rest.count < behind.count {
            values.append(Value(Self.value(in: rest), isBehindColon: false))
          }
        }
      }
      return values
    }

    /// No line tells more states, nor any of them in more characters.
    private static let valuesMax = 4
    private static let valueMax = 40

    /// Up to the next label, if there is one: nothing in `支付方式:  收银员:001`, 货到再结 of 货到再结；电话:138; and
    /// all of 已完成；商家已取消, where what stands before the colon is none.
    private static func value(
      in rest: ArraySlice<PrintedCharacter>
    ) -> ArraySlice<PrintedCharacter> {
      let rest = rest.drop { $0 == " " }
      for colon in rest.indices where rest[colon] == ":" {
        let value = rest[..<colon]
        if let end = value.lastIndex(where: { " ,:".contains($0) }) { return value[..<end] }
        let key = Key(characters: value)
        let label = labelsBehind.filter { key.letters.hasSuffix($0) }
          .map(\.count).max()
        if let label { return value.dropLast(label) }
      }
      return rest
    }

    static let labelsBehind = [
      "退款金额", "金额", "时间", "日期", "店号", "店名", "门店", "电话", "收银员", "收款员", "营业员", "操作员", "导购", "单号",
      "订单号",
      "流水号", "台号", "桌号", "机号", "款台", "终端号", "人数", "会员", "会员号", "备注", "支付方式", "付款方式", "编号", "数量",
      "件数", "取餐号", "取单号", "取货码", "餐号", "时段",
    ].map { Key($0) }
  }
}
