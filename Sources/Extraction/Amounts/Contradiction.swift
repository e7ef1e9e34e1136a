/// One thing that a paper says against an amount.
struct Contradiction: Equatable {
  /// What leads to the other amount. The raw values are stored with claims.
  enum Ground: String {
    case change, capitals, items, points
    case total, subtotal, payment
    /// An amount that stands alone.
    case unlabelled
    /// Amounts that differ as a changed one does from what it was.
    case changed
    /// An item costs more than its price says.
    case price
    /// A part is not paid yet.
    case open

    init(_ account: Settlement.Account) {
      switch account {
      case .change: self = .change
      case .capitals: self = .capitals
      case .items: self = .items
      case .points: self = .points
      }
    }
  }

  /// The other amount.
  var hundredths: Int64
  var ground: Ground

  init(_ hundredths: Int64, by ground: Ground) {
    self.hundredths = hundredths
    self.ground = ground
  }
}
