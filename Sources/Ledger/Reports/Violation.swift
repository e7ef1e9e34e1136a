/// An invariant that does not hold.
package struct Violation: Hashable, Sendable {
  package enum Invariant: String, Hashable, Sendable, CaseIterable {
    case databaseIntact = "database_intact"
    case referencesHold = "references_hold"
    /// The store has every index and trigger that this format has: they keep the other invariants.
    case schemaWhole = "schema_whole"
    /// The postings of each entry sum to zero, and there are at least two.
    case entriesBalance = "entries_balance"
    /// A credit moves points from issued to member and nowhere else.
    case creditsMoveIssued = "credits_move_issued"
    /// An entry names the purchase of its claim.
    case entriesNamePurchase = "entries_name_purchase"
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
    /// The columns that purchases are found by say the same as their time and number.
    case purchaseColumnsMatch = "purchase_columns_match"
    case purchaseHasIdentities = "purchase_has_identities"
    /// No two purchases hold the same identity.
    case identitiesUnique = "identities_unique"
    /// Only a purchase that a reviewer has told apart by its number goes without its moment.
    case momentsHeld = "moments_held"
    /// The digests of a purchase's identities are those that this home's key gives.
    case identitiesRecompute = "identities_recompute"
    /// Only the reversal of a purchase releases its identities.
    case releasesAreReversals = "releases_are_reversals"
    /// All identities of a purchase are released by one entry, or none is.
    case releasesAreWhole = "releases_are_whole"
    case grantsWithinPoints = "grants_within_points"
    /// A grant counts for the member of its claim on the day of its purchase.
    case grantsMatch = "grants_match"
    case campaignTotalsMatch = "campaign_totals_match"
    /// The last decision recorded over a claim says the state that the claim has.
    case decisionsMatch = "decisions_match"
    /// A layout that decides was learned from credits that stand, confirmed by more than one.
    case layoutsConfirmed = "layouts_confirmed"
  }

  package var invariant: Invariant
  /// What was found, and where.
  package var detail: String
}
