/// What a paper is. Only the first two may become points without a person.
package enum Kind: String, Codable, Sendable, CaseIterable {
  /// A receipt of a paid purchase.
  case sale
  /// A card or wallet slip (签购单): merchant and amount, no items.
  case slip
  /// A copy printed again (补打, 重印).
  case reprint
  /// A bill that is not paid yet (预结单).
  case prebill
  /// Money given back (退货, 退款).
  case refund
  /// Anything else: an order ticket, a top-up of stored value, a parking ticket, no receipt.
  case other
}
