/// A currency by its ISO 4217 code.
package struct Currency: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  package static let cny = Currency("CNY")
  package static let hkd = Currency("HKD")
  package static let twd = Currency("TWD")
  package static let mop = Currency("MOP")
  package static let usd = Currency("USD")
  package static let eur = Currency("EUR")
  package static let gbp = Currency("GBP")
  package static let jpy = Currency("JPY")
  package static let krw = Currency("KRW")
  package static let sgd = Currency("SGD")
  package static let myr = Currency("MYR")

  /// The currencies Xiaopiao can keep a ledger in or recognise on paper.
  package static let known: [Currency] = [
    cny, hkd, twd, mop, usd, eur, gbp, jpy, krw, sgd, myr,
  ]

  /// How many decimal digits the minor unit has, after ISO 4217: 2, but 0 for yen and won.
  package var minorDigits: Int {
    self == .jpy || self == .krw ? 0 : 2
  }

  /// How many minor units make one: 100, or 1 for a currency without any.
  package var minorUnitsPerUnit: Int64 { minorDigits == 0 ? 1 : 100 }
}
