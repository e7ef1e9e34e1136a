package import Receipts

/// What a reviewer says about a claim.
package struct Review: Hashable, Sendable {
  package var reviewer: String
  /// In the reviewer's words.
  package var note: String?
  /// The fields the reviewer gave, as text; for the record.
  package var fields: [FieldName: String]
  /// The reviewer says that this is another purchase than one already credited at the same
  /// counter, minute and amount. It counts only with a receipt number that the other has not.
  package var confirmsDistinct: Bool

  package init(
    reviewer: String, note: String? = nil, fields: [FieldName: String] = [:],
    confirmsDistinct: Bool = false
  ) {
    self.reviewer = reviewer
    self.note = note
    self.fields = fields
    self.confirmsDistinct = confirmsDistinct
  }
}
