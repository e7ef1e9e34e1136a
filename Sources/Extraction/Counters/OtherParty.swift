/// Who stands on a paper without having printed it, behind words that say so: who sold and who
/// bought, 收银员:李宁, 顾客:李先生, whose goods it was about, 机型:华为, and through whom the money went,
/// 发卡行:招商银行.
enum OtherParty {
  /// Whether right before a place of a line stands that another is named there.
  static func isNamed(at place: Int, of line: Key) -> Bool {
    let digits = line.letters.prefix(place).reversed().prefix(while: \.isDigit).count
    let before = line.letters.prefix(place).dropLast(digits)
    return labels.contains { label in
      let start = before.count - label.count
      // A dash before it is read as a character.
      return start >= 0 && before.hasSuffix(label)
        && (line.startsWord[start] || start == 1 && before.first == dash)
    }
  }

  private static let dash: Unicode.Scalar = "一"

  /// Who sells the goods of many brands under a name of its own: 兰蔻 on a paper of 丝芙兰's.
  static let sellers = [
    "丝芙兰", "SEPHORA", "屈臣氏", "万宁", "莎莎", "话梅", "HARMAY", "苏宁易购", "国美", "顺电", "亨得利", "孩子王",
    "大润发",
    "永辉", "盒马", "沃尔玛", "家乐福", "山姆", "唯品会", "洗衣", "洗鞋", "维修", "快修", "代购", "寄卖", "典当",
  ].map { Key($0) }

  /// Who served, right behind a shop's name as well: 兰蔻营业员徐静.
  static let staff = ["营业员", "收银员", "收款员", "导购", "店员"].map { Key($0) }

  private static let labels =
    staff
    + [
      "收银", "导购员", "店长", "经理", "技师", "发型师", "设计师", "顾问",
      "服务员", "操作员", "制单", "制单人", "经办", "经办人", "经手人", "开单人", "接待", "开票人", "复核", "复核人",
      "顾客", "客户", "客户名称", "客户姓名", "会员", "会员姓名", "会员名称", "会员名", "姓名", "贵宾", "收货人", "收件人", "寄件人",
      "寄件", "联系人", "抬头", "发票抬头", "购货单位", "购买方", "购方", "技术支持", "系统支持", "软件支持", "收银系统", "机型", "型号",
      "卡别", "卡类型", "卡种", "发卡行", "发卡银行", "发卡机构", "收单机构", "收单行", "收单银行", "开户行", "支付渠道",
      "付款渠道",
    ].map { Key($0) }
}
