/// What brands are called, in Chinese and in Latin letters, as they call themselves in mainland malls, and
/// a few by the company that runs nothing else: 优衣库, UNIQLO and 迅销.
///
/// A register has a shop most often by one of its names, 瑞幸咖啡, and its till prints another, luckin coffee.
/// The tables are lines of names of one brand, parted by " = "; to know another brand is to write its line
/// where its trade stands. Names stand there without what shops are called besides, 咖啡, STORE, which
/// headings are compared without; words of goods, of malls and of companies with several brands are left out,
/// and the few that are both are named below.
enum Brand {
  /// By any of its names the other ones.
  static func others(of name: Key) -> [Key] { names[name] ?? [] }

  static func isKnown(_ name: Key) -> Bool { names[name] != nil }

  /// Whether a company's name is that of one which runs a single brand.
  static func isCompany(_ name: Key) -> Bool { companies.contains(name) }

  private static let companies: Set<Key> = Set(
    [
      "迅销", "金拱门", "美西西", "肇亿", "生根", "茶田", "臻敬", "通用磨坊", "泉盛", "东利多", "大惠", "艾丝碧西", "福满家", "顶全",
      "三立人", "减字", "露露乐檬", "缦图", "格风", "快尚", "星创视界", "赛壹", "众邸", "甜维你", "宜格", "车和家", "郝姆斯", "茵赫",
      "津味", "海恩斯莫里斯", "利惠", "飒拉",
    ].map { Key($0) })

  /// What is bought as well: over a row of fruit it is no shop.
  static func isOfGoods(_ name: Key) -> Bool { goods.contains(name) }

  private static let goods: Set<Key> = Set(["苹果", "小米", "话梅", "外星人"].map { Key($0) })

  /// The names of each brand.
  static let lines: [[Substring]] = (restaurants + "\n" + fashion + "\n" + shops)
    .split(separator: "\n").map { $0.split(separator: " = ") }

  private static let names: [Key: [Key]] = {
    var names: [Key: [Key]] = [:]
    for line in lines.map({ line in line.map { Key($0) } }) {
      for name in line {
        for other in line where other != name && names[name]?.contains(other) != true {
          names[name, default: []].append(other)
        }
      }
    }
    return names
  }()
}
