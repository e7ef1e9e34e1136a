/// The amounts that are usual, in minor units of the mall's currency, both ends included.
package struct AmountBounds: Sendable, Hashable, Codable {
  package var minorUnitsMin: Int64
  package var minorUnitsMax: Int64

  /// 0.01 … 50,000.00 of a currency with two decimals.
  package init(minorUnitsMin: Int64 = 1, minorUnitsMax: Int64 = 5_000_000) {
    self.minorUnitsMin = minorUnitsMin
    self.minorUnitsMax = minorUnitsMax
  }

  package func contains(_ minorUnits: Int64) -> Bool {
    minorUnitsMin <= minorUnits && minorUnits <= minorUnitsMax
  }
}
