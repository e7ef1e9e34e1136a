import GRDB
import Receipts

extension History {
  /// The most neighbours that are told, the nearest in time first.
  private static let neighboursMax = 500

  /// Credits that were reversed count for nothing here.
  ///
  /// The same image needs no look-up: a claim that is being decided holds its image, and the
  /// index `claim_image` lets no other claim hold it.
  init(of record: ClaimRecord, query: HistoryQuery, in db: Database) throws {
    self.init()
    memberCreditsOnDay = try Self.memberCredits(of: record, query: query, in: db)
    guard let purchase = query.purchase else { return }
    neighbours = try Self.neighbours(of: purchase, except: record.id, in: db)
    counterCreditsOnDay = try Self.counterCredits(of: record, purchase: purchase, in: db)
  }

  /// Credited purchases of the same counter from the day before to the day after, and those with
  /// the same receipt number on any day.
  private static func neighbours(of purchase: Purchase, except id: ClaimID, in db: Database) throws
    -> [Neighbour]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT purchase.*, claim.member_id
        FROM purchase JOIN claim ON claim.id = purchase.claim_id
        WHERE purchase.id IN (
          SELECT id FROM purchase
            WHERE counter_code = :counter AND day BETWEEN :day - 1 AND :day + 1
          UNION
          SELECT id FROM purchase
            WHERE counter_code = :counter AND number_key = :number AND number_key IS NOT NULL)
          AND claim.state = 'credited' AND claim.id <> :claim
        ORDER BY abs(minute - :minute), purchase.id LIMIT :limit
        """,
      arguments: [
        "counter": purchase.counter.rawValue, "day": purchase.time.day.ordinal,
        "number": purchase.numberKey, "minute": purchase.time.ordinalMinute,
        "claim": id.rawValue, "limit": neighboursMax,
      ])
    return try rows.map { row in
      Neighbour(
        claimID: ClaimID(row["claim_id"] as String),
        memberID: MemberID(row["member_id"] as String), purchase: try Purchase(row))
    }
  }

  private static func memberCredits(of record: ClaimRecord, query: HistoryQuery, in db: Database)
    throws -> Int
  {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM claim
        WHERE member_id = ? AND submitted_at >= ? AND submitted_at < ? AND state = 'credited'
          AND id <> ?
        """,
      arguments: [
        record.claim.memberID.rawValue, Columns.instant(query.submissionDay.lowerBound),
        Columns.instant(query.submissionDay.upperBound), record.id.rawValue,
      ]) ?? 0
  }

  private static func counterCredits(
    of record: ClaimRecord, purchase: Purchase, in db: Database
  ) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM purchase JOIN claim ON claim.id = purchase.claim_id
        WHERE purchase.counter_code = ? AND day = ? AND claim.member_id = ?
          AND claim.state = 'credited' AND claim.id <> ?
        """,
      arguments: [
        purchase.counter.rawValue, purchase.time.day.ordinal, record.claim.memberID.rawValue,
        record.id.rawValue,
      ]) ?? 0
  }
}
