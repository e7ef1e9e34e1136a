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
  /// What a kitchen is to make, or a queue's number (点菜单, 出品单): ordered, not paid.
  case order
  /// Money put on a card (充值): spent, and worth points, only later.
  case topUp = "top_up"
  /// An invoice (发票): the same purchase has a receipt too.
  case invoice
  /// A parking ticket.
  case parking
  /// Anything else.
  case other
}
