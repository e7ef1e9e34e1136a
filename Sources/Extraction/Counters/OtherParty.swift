/// Who stands on a paper without having printed it, behind words that say so: who sold and who
/// bought, 收银员:李宁, 顾客:李先生, whose goods it was about, 机型:华为, and through whom the money went,
/// 发卡行:招商银行; and who prints papers with other shops' names, since it sells or mends their goods.
enum OtherParty {
  /// Whether right before a place of a line stands that another is named there.
  ///
  /// - Parameter isOfStore: the paper is a department store's, whose counters are its suppliers.
  static func isNamed(at place: Int, of line: Key, isOfStore: Bool) -> Bool {
    let number = line.letters.prefix(place).reversed().prefix(while: \.isDigit).count
    var before = line.letters.prefix(place).dropLast(number)
    // 收银员A01:李宁, 收银员工号001 李宁, 收银员姓名:李宁
    if number > 0 { before = before.dropLast(before.reversed().prefix(while: \.isLatin).count) }
    for word in marks where before.hasSuffix(word) && before.count > word.count {
      before = before.dropLast(word.count)
    }
    guard let last = before.last else { return false }
    return (byLast[last] ?? []).contains { label in
      guard !isOfStore || !suppliers.contains(label) else { return false }
      let start = before.count - label.count
      // A dash before it is read as a character.
      return start >= 0 && before.hasSuffix(label)
        && (line.startsWord[start] || start == 1 && before.first == dash)
    }
  }

  /// Names are looked for a thousand times a page.
  private static let byLast = Dictionary(grouping: labels + suppliers) { $0.letters.last }
  private static let dash: Unicode.Scalar = "一"
  private static let marks = ["姓名", "工号", "编号"].map { Key($0) }

  /// Who sells or mends the goods of many brands, and heads a line: 丝芙兰 of 上海丝芙兰化妆品, 洗衣 of 象王洗衣店.
  static func seller(heading line: Key) -> Key? {
    sellers.first { seller in
      guard let range = line.range(of: seller) else { return false }
      let rest = line.letters[range.upperBound...]
      let behind = String(String.UnicodeScalarView(rest))
      let isInStreet =
        seller == east && range.lowerBound > 0
        && bearings.contains(line.letters[range.lowerBound - 1])
      guard !isInStreet else { return false }
      return onlyShops.contains(seller)
        ? behind.isEmpty || endsOfShops.contains(where: behind.hasPrefix)
        : !CounterName.isStreet(rest) && !notSellers.contains(where: behind.hasPrefix)
    }
      ?? workshops.first { workshop in
        !line.contains(free)
          && ([nothing] + endsOfWorkshops).contains { end in
            line.letters.hasSuffix(end)
              && line.letters.dropLast(end.count).hasSuffix(workshop)
          }
      }
  }

  /// Who sells the goods of many brands under a name of its own: 兰蔻 on a paper of 丝芙兰's.
  private static let sellers = [
    "丝芙兰", "SEPHORA", "屈臣氏", "万宁", "莎莎", "话梅", "HARMAY", "苏宁易购", "国美", "顺电", "亨得利", "孩子王", "大润发",
    "迪信通", "调色师", "KKV", "永辉", "盒马", "沃尔玛", "家乐福", "山姆", "唯品会", "京东", "顺丰",
  ].map { Key($0) }
  private static let east = Key("京东")
  /// 南京东路, 北京东街.
  private static let bearings: Set<Unicode.Scalar> = ["南", "北"]
  /// 中国美术学院 is no shop.
  private static let notSellers = ["术", "味", "订单", "外卖"]
  /// Of whom orders come as well, 京东秒送 #12, 顺丰同城: their own shops say so.
  private static let onlyShops: Set<Key> = Set(["京东", "顺丰"].map { Key($0) })
  private static let endsOfShops = ["之家", "电器", "便利店", "MALL", "速运", "快递", "专卖", "旗舰店", "店"]
  /// 专柜免费干洗
  private static let free = Key("免费")
  /// What is done there to others' goods, at the end of a shop's name: 象王洗衣, and not 海尔洗衣机专卖.
  private static let workshops = [
    "洗衣", "洗鞋", "干洗", "洗护", "改衣", "维修", "快修", "修理", "皮具护理", "回收", "二手", "代购", "寄卖", "典当",
  ].map { Key($0) }
  private static let endsOfWorkshops = [
    "店", "中心", "部", "馆", "行", "坊", "站", "点", "工坊", "生活馆", "连锁", "服务",
  ].map { Key($0) }
  private static let nothing = Key("")

  /// Who served, right behind a shop's name as well: 兰蔻营业员徐静.
  static let staff = ["营业员", "收银员", "收款员", "导购", "店员"].map { Key($0) }

  private static let labels =
    staff
    + [
      "收银", "收款人", "导购员", "店长", "值班店长", "经理", "客户经理", "值班经理", "技师", "发型师", "设计师", "顾问",
      "服务员", "销售员", "业务员", "售货员", "点餐员", "主管", "领班", "副店长", "骑手", "美容师", "当班", "打印人",
      "付款人", "持卡人", "签名", "微信昵称", "经销商", "生产商", "操作员", "操作人", "制单", "制单人", "经办", "经办人", "经手人",
      "开单人", "接待", "开票人", "复核", "复核人",
      "顾客", "客户", "客户名称", "客户姓名", "会员", "会员姓名", "会员名称", "会员名", "姓名", "贵宾", "收货人", "收件人", "寄件人",
      "寄件", "联系人", "抬头", "发票抬头", "购货单位", "单位名称", "购买方", "购方", "技术支持", "系统支持", "软件支持", "收银系统",
      "机型", "型号", "卡别", "卡类型", "卡种", "发卡行", "发卡银行", "发卡机构", "收单机构", "收单行", "收单银行", "开户行", "支付渠道",
      "付款渠道", "合作商户",
    ].map { Key($0) }
  /// Of a department store they are those whose counters it has: 供应商:周大福珠宝金行.
  private static let suppliers = ["供应商"].map { Key($0) }
}
