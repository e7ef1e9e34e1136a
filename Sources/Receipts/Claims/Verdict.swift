/// What becomes of a claim.
package enum Verdict: Hashable, Codable, Sendable {
  case credit
  /// A person is asked; the reasons name what is doubtful, the most important first.
  case review([Reason])
  case reject([Reason])

  package var reasons: [Reason] {
    switch self {
    case .credit: []
    case .review(let reasons), .reject(let reasons): reasons
    }
  }
}

/// A verdict with what led to it.
package struct Screened: Hashable, Codable, Sendable {
  package var verdict: Verdict
  package var signals: [Signal]

  package init(_ verdict: Verdict, signals: [Signal] = []) {
    self.verdict = verdict
    self.signals = signals
  }
}
