/// Where and how a till names its shop.
package struct HeaderStyle: Hashable, Codable, Sendable {
  package enum Part: String, Codable, Hashable, Sendable, CaseIterable {
    /// The brand in large, spaced, boxed or otherwise pictured type.
    case logo
    case mall, name, branch, unit, address, phone, greeting
  }

  package enum Logo: String, Codable, Hashable, Sendable, CaseIterable {
    case large, spaced, inverse, boxed, tall, wide
  }

  package var parts: [Part]
  package var logo: Logo
  package var isCentered: Bool
  package var nameWidth: Int
  package var nameHeight: Int
  package var isNameBold: Bool
  package var phoneLabel: String
  package var addressLabel: String
  package var unitLabel: String
  package var greeting: String
}

/// The lines about the purchase: number, time, till, table, cashier.
package struct MetaStyle: Hashable, Codable, Sendable {
  package enum Part: String, Codable, Hashable, Sendable, CaseIterable {
    case number, secondNumber, time, day, clock, opened, ordered, printed, expected
    case shop, unit, till, cashier, table, guests, member, phone, payReference
  }

  package struct Row: Hashable, Codable, Sendable {
    package var part: Part
    package var label: String
  }

  package var rows: [Row]
  /// Rows that stand below the settlement.
  package var tail: [Row]
  /// Short rows share a line two by two.
  package var isPaired: Bool
  package var secondNumber: NumberGrammar?
  /// The number (a call number, a table) that is printed huge above all, as tea shops do.
  package var hasCallNumber: Bool
  package var tillNumber: String
  package var cashiers: [String]
}

/// The list of what was bought.
package struct ItemStyle: Hashable, Codable, Sendable {
  package enum Form: String, Codable, Hashable, Sendable, CaseIterable {
    /// Name, quantity, price and sum in columns.
    case columns
    /// Name, quantity and sum.
    case threeColumns
    /// Name on a line, figures on the next.
    case twoLines
    /// Name, then `2 x 18.00` and the sum at the right.
    case multiplied
    /// Code and figures, then the name.
    case coded
    /// Name and sum only.
    case plain
    /// A jeweller's: weight, price a gram, work.
    case weighed
    /// No items at all.
    case none
  }

  package var form: Form
  /// `nil` for tills without a heading.
  package var heading: [String]?
  package var isNumbered: Bool
  package var hasSeparators: Bool
  /// Sums without a second decimal where none is needed.
  package var hasBullets: Bool
}

/// What follows the figures.
package struct FooterStyle: Hashable, Codable, Sendable {
  package var lines: [String]
  package var code: Code
  package var printsCompany: Bool
  package var isCentered: Bool

  package enum Code: String, Codable, Hashable, Sendable, CaseIterable {
    case none, bars, square
  }
}
