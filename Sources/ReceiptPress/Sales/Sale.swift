package import Receipts

/// What happened at a till, before anything is printed: all amounts in minor units of one
/// currency.
package struct Sale: Hashable, Codable, Sendable {
  package var items: [Item]
  package var currency: Currency
  /// Of the items.
  package var gross: Int64
  package var discount: Int64
  package var coupon: Int64
  package var rounding: Int64
  package var deposit: Int64
  package var serviceCharge: Int64
  /// Contained in the price.
  package var tax: Int64
  /// gross − discount − coupon − rounding − deposit + serviceCharge: the truth's amount.
  package var paid: Int64
  /// How it was paid; the parts add up to `paid`.
  package var payments: [Payment]
  /// Handed over in cash; `nil` when none was.
  package var tendered: Int64?
  /// Left on the stored-value card after it; `nil` when none was shown.
  package var storedBalance: Int64?
  package var pointsEarned: Int
  package var pointsTotal: Int
  package var guests: Int
  /// The truth's time, and what else a paper may show around it.
  package var opened: Moment
  package var ordered: Moment
  package var settled: Moment
  package var printed: Moment
  package var isRefund: Bool

  package struct Payment: Hashable, Codable, Sendable {
    package var method: Method
    package var amount: Int64
  }

  package enum Method: String, Codable, Hashable, Sendable, CaseIterable {
    case cash, wechat, alipay, unionPay, storedValue, voucher, octopus, visa, wallet
  }

  func money(_ minorUnits: Int64) -> Money {
    Money(minorUnits: isRefund ? -minorUnits : minorUnits, currency: currency)
  }

  package var quantity: Int { items.reduce(0) { $0 + max(1, abs($1.thousandths) / 1000) } }
}
