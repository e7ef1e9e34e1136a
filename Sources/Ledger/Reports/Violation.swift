/// An invariant that does not hold.
package struct Violation: Hashable, Sendable {
  package enum Invariant: String, Hashable, Sendable, CaseIterable {
    case databaseIntact = "database_intact"
    case referencesHold = "references_hold"
    /// The postings of each entry sum to zero, and there are at least two.
    case entriesBalance = "entries_balance"
    /// Each stored balance is the sum of its postings.
    case balancesMatch = "balances_match"
    /// A claim has a purchase exactly when it is credited or was.
    case creditedHasPurchase = "credited_has_purchase"
    /// A claim has a credit entry that is not reversed exactly when it is credited.
    case creditedHasEntry = "credited_has_entry"
    /// A claim has a reversal exactly when it is reversed.
    case reversedHasReversal = "reversed_has_reversal"
    /// A reversal moves and takes back exactly what its credit moved and granted.
    case reversalNegates = "reversal_negates"
    /// A claim says the points that its credit gave its member, by the same rules.
    case pointsMatch = "points_match"
    case purchaseHasIdentities = "purchase_has_identities"
    /// The digests of a purchase's identities are those that this home's key gives.
    case identitiesRecompute = "identities_recompute"
    /// Only the reversal of a purchase releases its identities.
    case releasesAreReversals = "releases_are_reversals"
    case grantsWithinPoints = "grants_within_points"
    case campaignTotalsMatch = "campaign_totals_match"
    /// The last decision recorded over a claim says the state that the claim has.
    case decisionsMatch = "decisions_match"
  }

  package var invariant: Invariant
  /// What was found, and where.
  package var detail: String
}
