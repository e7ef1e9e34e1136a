package import Receipts

/// One counter of a mall as the press knows it: its row of the register, what it calls itself on
/// paper, what it sells and how its till prints.
package struct Tenant: Hashable, Codable, Sendable {
  package var counter: Counter
  /// Whether the register lists it.
  package var isRegistered: Bool
  package var brand: Brand
  package var family: Family
  package var currency: Currency
  package var layout: Layout
  package var menu: [Good]
  /// The name its till prints: the register's, an alias, the Latin name, or the company's.
  package var printedName: String
  package var mall: MallName
  /// Made to be taken for another counter, or the one it is taken for.
  package var isTwin: Bool
  package var address: String

  package var script: Script { layout.script }
}

/// What the mall itself is called, as many of its counters print too.
package struct MallName: Hashable, Codable, Sendable {
  package var city: String
  package var name: String
}
