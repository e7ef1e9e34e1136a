package import struct Foundation.Date
import GRDB
package import Receipts

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

/// What the store knows, read in the transaction that decides. Valid only while the decision is
/// made: it must not be kept.
package struct DecisionContext {
  package let record: ClaimRecord
  /// `nil`: no such member.
  package let member: Member?
  /// The register's row of the purchase asked about.
  package let counter: Counter?
  package let history: History
  /// The rules in force; `nil` before any were applied.
  package let rules: RulesVersion?
  private let db: Database

  init(of record: ClaimRecord, query: HistoryQuery, in db: Database) throws {
    self.record = record
    self.db = db
    member = try Member.fetched(record.claim.memberID, from: db)
    counter = try query.purchase.flatMap { try Counter.fetched($0.counter, from: db) }
    history = try History(of: record, query: query, in: db)
    rules = try RulesVersion.current(in: db)
  }

  /// What a campaign gave so far, with its share of that day of purchase.
  package func usage(of campaign: String, on day: Day) throws -> CampaignUsage {
    try CampaignUsage(of: campaign, member: record.claim.memberID, on: day, in: db)
  }
}

extension CampaignUsage {
  /// Sums of an index each; the total is kept by a trigger.
  fileprivate init(of campaign: String, member: MemberID, on day: Day, in db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT
          (SELECT points FROM campaign_total WHERE campaign = :campaign) AS total,
          (SELECT sum(points) FROM campaign_grant
            WHERE campaign = :campaign AND member_id = :member) AS member,
          (SELECT sum(points) FROM campaign_grant
            WHERE campaign = :campaign AND member_id = :member AND day = :day) AS member_on_day,
          (SELECT sum(points) FROM campaign_grant
            WHERE campaign = :campaign AND day = :day) AS on_day
        """,
      arguments: ["campaign": campaign, "member": member.rawValue, "day": day.ordinal])
    func points(_ column: String) -> Points { Points(row?[column] as Int64? ?? 0) }
    self.init(
      total: points("total"), member: points("member"), memberOnDay: points("member_on_day"),
      onDay: points("on_day"))
  }
}
