package import Receipts

/// One thing on a counter's price list.
package struct Good: Hashable, Codable, Sendable {
  package var name: String
  package var price: Money
  /// The till's own code or the bar code, printed by some layouts.
  package var code: String
  /// Sold by weight, price a kilogram (or gram, at a jeweller's).
  package var isWeighed: Bool

  /// A price list, drawn once a counter.
  static func menu(
    _ family: Family, script: Script, currency: Currency, chance: inout Chance
  ) -> [Good] {
    let pool = GoodsPools.pool(family, script: script).split(separator: ",")
    let qualifiers = GoodsPools.qualifiers(family, script: script)
    let endings: [Int64] = chance.pick([[0], [0, 50], [0, 80, 90], [90, 99], [0]])
    let codeLength = chance.pick([4, 6, 8, 13])
    return (0..<chance.within(10...26)).map { _ in
      let fields = chance.pick(pool).split(separator: " ")
      let low = Int(fields[fields.count - 2]) ?? 1
      let high = Int(fields[fields.count - 1]) ?? 99
      let base = fields.dropLast(2).joined(separator: " ")
      let name = chance.happens(0.35) ? qualified(base, script, qualifiers, &chance) : base
      return Good(
        name: script == .traditional ? name.traditional : name,
        price: price(within: low...high, endings, currency, &chance),
        code: chance.digits(codeLength),
        isWeighed: loose.contains { base.hasPrefix($0) })
    }
  }

  /// What supermarkets sell by weight.
  private static let loose = ["菠菜", "五花肉", "苹果", "土豆", "三文鱼", "Apples", "Chicken Breast"]

  private static func qualified(
    _ name: String, _ script: Script, _ qualifiers: String, _ chance: inout Chance
  ) -> String {
    script == .english ? "\(chance.word(qualifiers)) \(name)" : chance.word(qualifiers) + name
  }

  private static func price(
    within range: ClosedRange<Int>, _ endings: [Int64], _ currency: Currency,
    _ chance: inout Chance
  ) -> Money {
    // Prices crowd at the lower end.
    let share = chance.fraction() * chance.fraction()
    var whole = Int64(
      Double(range.lowerBound) + share * Double(range.upperBound - range.lowerBound))
    if range.upperBound > 300, chance.happens(0.7) {
      whole = whole / 10 * 10 + chance.pick([8, 9])
    }
    let cents = range.upperBound > 900 ? 0 : chance.pick(endings)
    if currency.minorUnitsPerUnit == 1 {
      return Money(minorUnits: max(1, whole) * 20, currency: currency)
    }
    return Money(minorUnits: max(10, whole * 100 + cents), currency: currency)
  }
}

/// One line of a sale: a good, how much of it, and what it came to.
package struct Item: Hashable, Codable, Sendable {
  package var good: Good
  /// In thousandths, so that a weight is whole: 2000 is two pieces, 486 is 0.486 kg.
  package var thousandths: Int
  /// Before any discount on the whole receipt; negative when given back.
  package var sum: Money

  /// `2`, `0.486`
  var quantity: String {
    if thousandths % 1000 == 0 { return String(thousandths / 1000) }
    let sign = thousandths < 0 ? "-" : ""
    let magnitude = abs(thousandths)
    return "\(sign)\(magnitude / 1000).\(padded(magnitude % 1000, to: 3))"
  }
}
