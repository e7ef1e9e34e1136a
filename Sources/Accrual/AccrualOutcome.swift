package import Receipts

/// What a purchase earns.
package enum AccrualOutcome: Hashable, Sendable {
  /// At least one point.
  case earned(Accrued)
  /// ``Reason/belowMinimum``, ``Reason/excluded`` or ``Reason/currencyForeign``.
  case nothing(Reason)
}

extension Rules {
  /// Counts the points of a purchase. `usage` is asked once for each campaign that applies.
  package func outcome<Failure: Error>(
    for purchase: Purchase, counter: Counter, tier: Tier?, version: Int,
    usage: (_ campaign: String) throws(Failure) -> CampaignUsage
  ) throws(Failure) -> AccrualOutcome { fatalError() }
}
