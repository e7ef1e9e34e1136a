/// An amount in the minor unit of its currency (分, cents). Never floating point.
package struct Money: Hashable, Codable, Sendable {
  /// Negative for a refund.
  package var minorUnits: Int64
  package var currency: Currency

  package init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The most that is taken for an amount: 99,999,999.99. More is a misprint or an attack.
  package static let minorUnitsMax: Int64 = 9_999_999_999

  /// Reads a plain decimal as files and commands write it: `1042.06`, `-3`, `0.5`.
  ///
  /// `nil` when it is no such number, has more decimal digits than the currency, or is beyond
  /// ``minorUnitsMax``. No grouping, no currency sign: those are Extraction's to understand.
  package init?(decimal text: some StringProtocol, currency: Currency) {
    let isNegative = text.first == "-"
    let parts = (isNegative ? text.dropFirst() : text[...])
      .split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty, whole.count <= 10 else {
      return nil
    }
    var fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    // 2442.00 yen, as many write them, are 2442; 2.442 of anything is none.
    if currency.minorDigits == 0, fraction == "00" || fraction == "0" { fraction = "" }
    guard fraction.count <= currency.minorDigits else { return nil }
    let padding = String(repeating: "0", count: currency.minorDigits - fraction.count)
    let digits = String(whole) + String(fraction) + padding
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(digits),
      value <= Self.minorUnitsMax
    else { return nil }
    self.init(minorUnits: isNegative ? -value : value, currency: currency)
  }

  /// The amount as the contract writes it: `1042.06`, without sign of currency or grouping.
  package var decimal: String {
    let unit = currency.minorUnitsPerUnit
    let magnitude = minorUnits.magnitude
    let sign = minorUnits < 0 ? "-" : ""
    guard unit > 1 else { return "\(sign)\(magnitude)" }
    let fraction = String(magnitude % UInt64(unit))
    let padding = String(repeating: "0", count: currency.minorDigits - fraction.count)
    return "\(sign)\(magnitude / UInt64(unit)).\(padding)\(fraction)"
  }
}

extension Money: CustomStringConvertible {
  package var description: String { "\(decimal) \(currency)" }
}
