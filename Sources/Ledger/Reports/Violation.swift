/// An invariant that does not hold.
package struct Violation: Hashable, Sendable {
  package enum Invariant: String, Hashable, Sendable, CaseIterable {
    case databaseIntact = "database_intact"
    case referencesHold = "references_hold"
    case entriesBalance = "entries_balance"
    case balancesMatch = "balances_match"
    case creditedHasPurchase = "credited_has_purchase"
    case creditedHasEntry = "credited_has_entry"
    case entryHasCredit = "entry_has_credit"
    case reversedHasReversal = "reversed_has_reversal"
    case reversalNegates = "reversal_negates"
    case pointsMatch = "points_match"
    case purchaseHasIdentities = "purchase_has_identities"
    case identitiesRecompute = "identities_recompute"
    case grantsWithinPoints = "grants_within_points"
    case campaignTotalsMatch = "campaign_totals_match"
    case rulesExist = "rules_exist"
    case decisionRecorded = "decision_recorded"
  }

  package var invariant: Invariant
  /// What was found, and where.
  package var detail: String
}

extension Ledger {
  /// Recomputes every balance and checks every invariant; empty when all hold. Reads the whole
  /// store.
  package func verify() async throws(LedgerError) -> [Violation] { fatalError() }
}
