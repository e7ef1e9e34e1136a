package import Receipts

/// What the caller makes of a claim, given the history.
package struct Decision: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case credit(Purchase, Accrued)
    /// With the reasons, the most important first; at least one.
    case review([Reason])
    case reject([Reason])
  }

  package var outcome: Outcome
  package var signals: [Signal]

  package init(_ outcome: Outcome, signals: [Signal] = []) {
    self.outcome = outcome
    self.signals = signals
  }

  /// The claim that was credited for what may be the same purchase, as the signals name it.
  var duplicateOf: ClaimID? {
    let codes = [Reason.possibleDuplicate.rawValue, Reason.duplicatePurchase.rawValue]
    return signals.first { codes.contains($0.code) }?.detail.map { ClaimID($0) }
  }
}

/// Who decided.
package enum Decider: Hashable, Sendable {
  case system
  case reviewer(String)
}
