/// What a till tells behind the words for the state of an order, and for what it is paid with.
enum StateOfOrder {
  private static let states =
    (Lexicon.statesOfOrders + ["支付结果", "付款结果", "交易结果", "TRANSSTATUS", "PAYMENTSTATUS"]).map {
      Key($0)
    }
  private static let ways = ["支付方式", "付款方式", "结算方式", "收款方式", "结账方式"].map { Key($0) }
  /// Words of an order that is paid, whatever becomes of it then.
  private static let ended = [
    "成功", "完成", "已支付", "已付", "已结", "正常", "结清", "已收", "已取餐", "已取货", "已出", "制作", "接单", "配送", "待取",
    "待出",
    "待发", "待收货", "核销", "已使用", "签收", "送达", "提货", "备餐", "有效", "待评价", "堂食", "外带", "打包",
    "外卖",
    "自提", "PAID", "SUCCESS", "OK", "COMPLETE", "APPROVED", "DONE",
  ].map { Key($0) }
  /// With which those words say the contrary, or of something less, in the same word or before it:
  /// 未完成, UNSUCCESSFUL, 已付定金, and not 已完成 未开票.
  private static let denials = [
    "未", "不", "取消", "失败", "拒", "待付", "待支付", "待确认", "定金", "订金", "NOT", "UNPAID", "UNSUCC", "INCOMPL",
    "FAIL", "CANCEL", "PENDING", "VOID", "DECLIN", "无效", "部分",
  ].map { Key($0) }
  private static let means = [
    "微信", "支付宝", "现金", "卡", "银联", "闪付", "扫码", "支付", "付款码", "钱包", "券", "团购", "美团", "抖音", "点评", "饿了么",
    "八达通", "PAY", "CASH", "VISA", "MASTER", "CARD", "POS", "CREDIT", "WX", "ZFB", "人民币", "京东", "花呗",
    "分期",
    "转账", "支票", "储值", "会员", "余额", "聚合", "现结", "现付", "自费", "商场", "其他", "收钱吧", "银行", "宝", "信",
    "WECHAT",
    "金额", "方式", "刷",
  ].map { Key($0) }

  /// 订单状态:已关闭, 付款状态:金融放款审核中, 结算方式:货到再结: what is none of the words that tell of a payment.
  static func isOpen(on line: PrintedLine) -> Bool {
    let characters = line.text.characters
    guard let colon = characters.firstIndex(of: ":") else { return false }
    let label = Key(characters: characters[..<colon])
    func ends(_ words: [Key]) -> Bool {
      words.contains { label.letters.suffix($0.count).elementsEqual($0.letters) }
    }
    guard ends(states) || ends(ways) else { return false }
    let value = Key(characters: value(in: characters[(colon + 1)...]))
    guard value.letters.count(where: { !$0.isDigit }) >= 2 else { return false }
    if ends(states) {
      guard let word = ended.compactMap({ value.range(of: $0)?.upperBound }).min() else {
        return true
      }
      let end = (word..<value.count).first { value.startsWord[$0] } ?? value.count
      let told = Key(String(String.UnicodeScalarView(value.letters[..<end])))
      return denials.contains(where: told.contains)
    }
    return !means.contains(where: value.contains)
  }

  /// Up to the next label, if there is one: nothing in `支付方式:  收银员:001`, 货到再结 of 货到再结；电话:138.
  private static func value(in rest: ArraySlice<PrintedCharacter>) -> ArraySlice<PrintedCharacter> {
    let rest = rest.drop { $0 == " " }
    guard let next = rest.firstIndex(of: ":") else { return rest }
    if let space = rest[..<next].lastIndex(of: " ") { return rest[..<space] }
    let isLabel = rest[..<next].last.map { "员号机台间期人数话店额".contains($0) } ?? true
    return isLabel ? rest.prefix(0) : rest[..<next]
  }
}
