import Receipts

/// One thing that a paper says against an amount.
struct Contradiction: Equatable {
  /// The other amount, or what ``Signal/Ground`` says.
  var hundredths: Int64
  var ground: Signal.Ground

  init(_ hundredths: Int64, by ground: Signal.Ground) {
    self.hundredths = hundredths
    self.ground = ground
  }
}

extension Signal.Ground {
  init(_ account: Settlement.Account) {
    switch account {
    case .change: self = .change
    case .capitals: self = .capitals
    case .items: self = .items
    case .points: self = .points
    }
  }
}
