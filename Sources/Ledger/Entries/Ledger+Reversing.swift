package import struct Foundation.Date
import GRDB
package import Receipts

extension Ledger {
  /// Takes a credit back by a new entry that names the old one. Once per credit: the second of
  /// two, even at the same time, throws ``LedgerError/claimAlreadyReversed(_:)``.
  ///
  /// With `releasesPurchase` the purchase and the picture may be claimed again, by the member they
  /// belong to; without, nobody can be credited for them, until they are released: by asking for
  /// that of a credit that was taken back without. What the credit has taught of its counter's
  /// layout is unlearned with it.
  ///
  /// - Returns: the claim, and what became of the counter's layouts.
  package func reverse(
    _ id: ClaimID, review: Review, releasesPurchase: Bool, at now: Date,
    layouts asked: LayoutHistory.Asked = .init()
  ) async throws(LedgerError) -> (record: ClaimRecord, layouts: [LayoutEventRecord]) {
    try await write { db in
      let record = try ClaimRecord.existing(id, in: db)
      guard let credit = try Self.credit(of: id, in: db) else {
        throw LedgerError.claimNotCredited(id, record.state)
      }
      let purchase: Int64 = credit["purchase_id"]
      if releasesPurchase, let reversal = try Self.holder(of: purchase, in: db) {
        try Self.release(purchase: purchase, by: reversal, in: db)
        return (try Self.settled(record, review, releases: true, at: now, in: db), [])
      }
      let reversal = try Self.reversal(of: credit, record: record, review: review, at: now, in: db)
      if releasesPurchase { try Self.release(purchase: purchase, by: reversal, in: db) }
      let reversed = try Self.settled(
        record, review, releases: releasesPurchase, at: now, in: db)
      return (reversed, try Self.unlearn(reversed, at: now, asked: asked, in: db))
    }
  }

  /// The reversal of a purchase that was taken back and yet is held by it; `nil` for any other.
  private static func holder(of purchase: Int64, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM entry WHERE purchase_id = :purchase AND kind = 'reversal' AND EXISTS (
          SELECT * FROM purchase_identity
          WHERE purchase_id = :purchase AND released_by IS NULL)
        """,
      arguments: ["purchase": purchase])
  }

  private static func settled(
    _ record: ClaimRecord, _ review: Review, releases: Bool, at now: Date, in db: Database
  ) throws -> ClaimRecord {
    try Settlement(state: .reversed, reasons: [.reversed], releasesImage: releases)
      .store(for: record.id, review: review, observation: nil, at: now, in: db)
  }

  private static func credit(of id: ClaimID, in db: Database) throws -> Row? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM entry WHERE claim_id = ? AND kind = 'credit'",
      arguments: [id.rawValue])
  }

  /// Writes the entry that negates every posting and grant of the credit.
  private static func reversal(
    of credit: Row, record: ClaimRecord, review: Review, at now: Date, in db: Database
  ) throws -> Int64 {
    let creditID: Int64 = credit["id"]
    let draft = EntryDraft(
      kind: .reversal, claim: record.claim, purchaseID: credit["purchase_id"],
      rulesVersion: credit["rules_version"], readers: try credit.json("readers"),
      layoutVersion: credit["layout_version"], reverses: creditID, review: review)
    let reversalID: Int64
    do {
      reversalID = try draft.insert(at: now, into: db)
    } catch let error as DatabaseError where error.isUniqueness {
      throw LedgerError.claimAlreadyReversed(record.id)
    }
    try db.execute(
      sql: """
        INSERT INTO posting (entry_id, position, account, member_id, points)
        SELECT ?, position, account, member_id, -points FROM posting WHERE entry_id = ?
        """,
      arguments: [reversalID, creditID])
    try db.execute(
      sql: """
        INSERT INTO campaign_grant (entry_id, campaign, member_id, day, points)
        SELECT ?, campaign, member_id, day, -points FROM campaign_grant WHERE entry_id = ?
        """,
      arguments: [reversalID, creditID])
    return reversalID
  }

  /// Frees the identities; their rows stay, for the history.
  private static func release(purchase: Int64, by reversal: Int64, in db: Database) throws {
    try db.execute(
      sql: "UPDATE purchase_identity SET released_by = ? WHERE purchase_id = ?",
      arguments: [reversal, purchase])
  }
}
