/// What brands are called, in Chinese and in Latin letters, as they call themselves in mainland malls, and
/// a few by the company that runs nothing else: 优衣库, UNIQLO and 迅销.
///
/// A register has a shop most often by one of its names, 瑞幸咖啡, and its till prints another, luckin coffee.
/// The tables are lines of names of one brand, parted by " = "; to know another brand is to write its line
/// where its trade stands. Names stand there without what shops are called besides, 咖啡, STORE, which
/// headings are compared without, and none is a word that tills or other shops have.
enum Brand {
  /// By any of its names the other ones.
  static func others(of name: Key) -> [Key] { names[name] ?? [] }

  static func isKnown(_ name: Key) -> Bool { names[name] != nil }

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
