/// What brands are called, in Chinese and in Latin letters, as they call themselves in mainland
/// malls, and a few by the company that runs nothing else: 优衣库, UNIQLO and 迅销公司.
///
/// A register has a shop most often by one of its names, 瑞幸咖啡, and its till prints another, luckin
/// coffee. The tables are lines of names of one brand, parted by " = ", a company's with 公司 behind
/// it; to know another brand is to write its line where its trade stands. Names stand there without
/// what shops are called besides, 咖啡, STORE, which headings are compared without; words of goods,
/// of malls and of companies with several brands are left out, and the few that are both are named
/// below.
enum Brand {
  /// By any of its names the other ones.
  static func others(of name: Key) -> [Key] { names[name] ?? [] }

  static func isKnown(_ name: Key) -> Bool { names[name] != nil }

  /// Whether a company's name is that of one which runs a single brand.
  static func isCompany(_ name: Key) -> Bool { companies.contains(name) }

  private static let companies = Set(
    table.joined().filter { $0.hasSuffix(form) }.map { Key(withoutForm($0)) })

  /// What is bought as well: over a row of fruit it is no shop.
  static func isOfGoods(_ name: Key) -> Bool { goods.contains(name) }

  private static let goods: Set<Key> = Set(["苹果", "小米", "话梅", "外星人"].map { Key($0) })

  /// The names of each brand.
  static let lines = table.map { $0.map(withoutForm) }

  private static let table = (restaurants + "\n" + fashion + "\n" + shops)
    .split(separator: "\n").map { $0.split(separator: " = ") }

  private static let form = "公司"
  private static func withoutForm(_ name: Substring) -> Substring {
    name.hasSuffix(form) ? name.dropLast(form.count) : name
  }

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
