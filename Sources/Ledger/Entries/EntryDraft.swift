import struct Foundation.Date
import GRDB
import Receipts

/// An entry that is about to be written.
struct EntryDraft {
  var kind: EntryKind
  var claim: Claim
  var purchaseID: Int64
  var rulesVersion: Int
  var readers: [String]
  var layoutVersion: Int?
  var reverses: Int64?
  var review: Review?

  /// Its number.
  func insert(at now: Date, into db: Database) throws -> Int64 {
    let decider = Columns.decider(review.map { .reviewer($0.reviewer) } ?? .system)
    try db.execute(
      sql: """
        INSERT INTO entry (kind, claim_id, purchase_id, image_digest, rules_version, readers,
          layout_version, reverses, made_at, decider, reviewer, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind.rawValue, claim.id.rawValue, purchaseID, claim.imageDigest.rawValue, rulesVersion,
        try Columns.json(readers), layoutVersion, reverses, Columns.instant(now), decider.kind,
        decider.reviewer, review?.note,
      ])
    return db.lastInsertedRowID
  }
}

extension Posting {
  /// The balance follows by a trigger.
  func insert(entry: Int64, position: Int, into db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO posting (entry_id, position, account, member_id, points)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [entry, position, account.rawValue, memberID?.rawValue, points.value])
  }
}

extension CampaignGrant {
  /// The campaign's total follows by a trigger.
  func insert(entry: Int64, member: MemberID, day: Int, into db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO campaign_grant (entry_id, campaign, member_id, day, points)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [entry, campaign, member.rawValue, day, points.value])
  }
}
