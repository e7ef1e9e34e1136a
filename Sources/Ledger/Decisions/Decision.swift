package import Receipts
package import struct Foundation.Date

/// What the caller makes of a claim, given the history.
package struct Decision: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case credit(Purchase, Accrued)
    case review([Reason])
    case reject([Reason])
  }

  package var outcome: Outcome
  package var signals: [Signal]

  package init(_ outcome: Outcome, signals: [Signal] = []) {
    self.outcome = outcome
    self.signals = signals
  }
}

/// Who decided.
package enum Decider: Hashable, Sendable {
  case system
  case reviewer(String)
}

/// What a reviewer says about a claim in review.
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

/// What to look up before deciding.
package struct HistoryQuery: Hashable, Sendable {
  /// The best candidates; `nil` when they are not complete.
  package var purchase: Purchase?
  /// The day of the mall, by its own midnights, that the claim was submitted on.
  package var submissionDay: Range<Date>

  package init(purchase: Purchase?, submissionDay: Range<Date>) {
    self.purchase = purchase
    self.submissionDay = submissionDay
  }
}

/// What the store knows, read in the transaction that decides. Valid only within it.
package struct DecisionContext {
  package let record: ClaimRecord
  /// `nil`: no such member.
  package let member: Member?
  /// The register's row of the purchase asked about.
  package let counter: Counter?
  package let history: History
  /// The rules in force; `nil` before any were applied.
  package let rules: RulesVersion?
  let usage: (_ campaign: String, _ member: MemberID, _ day: Day) throws(LedgerError) ->
    CampaignUsage

  /// What a campaign gave so far, by purchases of that day.
  package func usage(of campaign: String, on day: Day) throws(LedgerError) -> CampaignUsage {
    try usage(campaign, record.claim.memberID, day)
  }
}

extension Ledger {
  /// Decides a received claim in one transaction: reads history and usage, asks `decision`, and
  /// writes the verdict with all that follows from it.
  ///
  /// The store's constraints have the last word over a credit: a purchase that is credited already
  /// is rejected with ``Reason/duplicatePurchase``, one that may be is sent to review with
  /// ``Reason/possibleDuplicate``, an unknown member is rejected, an unknown counter goes to
  /// review. Deciding a claim that is decided returns what is stored and asks nothing.
  package func decide(
    _ id: ClaimID, observation: Observation, query: HistoryQuery, at now: Date,
    by decision: @escaping @Sendable (DecisionContext) throws -> Decision
  ) async throws(LedgerError) -> ClaimRecord { fatalError() }

  /// A reviewer's decision over a claim in review, under the same constraints. `decision` counts
  /// the points of the purchase the reviewer confirmed.
  package func approve(
    _ id: ClaimID, review: Review, query: HistoryQuery, at now: Date,
    by decision: @escaping @Sendable (DecisionContext) throws -> Decision
  ) async throws(LedgerError) -> ClaimRecord { fatalError() }

  /// A reviewer rejects a claim in review.
  package func reject(
    _ id: ClaimID, review: Review, reasons: [Reason] = [.reviewerRejected], at now: Date
  ) async throws(LedgerError) -> ClaimRecord { fatalError() }

  /// Takes a credit back by a new entry that names the old one. Once per credit.
  ///
  /// With `releasesPurchase` the purchase and the picture may be claimed again, by the member they
  /// belong to; without, nobody can be credited for them any more.
  package func reverse(
    _ id: ClaimID, review: Review, releasesPurchase: Bool, at now: Date
  ) async throws(LedgerError) -> ClaimRecord { fatalError() }
}
