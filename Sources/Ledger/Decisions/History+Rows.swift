import GRDB
import Receipts

extension History {
  /// The most neighbours that are told, those of the same amount first, then the nearest in
  /// time.
  private static let neighboursMax = 500

  /// Credits that were reversed count in no limit; a purchase that was not released is a neighbour
  /// all the same.
  ///
  /// The same image needs no look-up: a claim that is being decided holds its image, and the
  /// index `claim_image` lets no other claim hold it.
  init(of record: ClaimRecord, query: HistoryQuery, in db: Database) throws {
    self.init()
    memberCreditsOnDay = try Self.memberCredits(of: record, query: query, in: db)
    guard let purchase = query.purchase else { return }
    neighbours = try Self.neighbours(of: purchase, besides: record, in: db)
    counterCreditsOnDay = try Self.counterCredits(of: record, purchase: purchase, in: db)
  }

  /// Purchases whose identities are held and that may be this one: of the same counter from the day
  /// before to the day after with the same amount or number, within the hour, or of the same
  /// member; with the same number on any day; and with the same number on the same day at another
  /// counter, a twin perhaps.
  private static func neighbours(
    of purchase: Purchase, besides record: ClaimRecord, in db: Database
  ) throws -> [Neighbour] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT purchase.*, claim.member_id,
          coalesce(claim.reading ->> '$.kind.candidates[0].value' = 'slip', 0) AS is_slip
        FROM purchase JOIN claim ON claim.id = purchase.claim_id
        WHERE purchase.id IN (
          SELECT near.id FROM purchase AS near JOIN claim AS its ON its.id = near.claim_id
            WHERE near.counter_code = :counter AND near.day BETWEEN :day - 1 AND :day + 1
              AND (near.minor_units = :units OR near.number_key = :number
                OR abs(near.minute - :minute) <= 60 OR its.member_id = :member)
          UNION SELECT id FROM purchase WHERE counter_code = :counter AND number_key = :number
          UNION SELECT id FROM purchase WHERE number_key = :number AND day = :day)
          AND claim.id <> :claim AND EXISTS (
            SELECT 1 FROM purchase_identity
            WHERE purchase_id = purchase.id AND released_by IS NULL)
        ORDER BY minor_units <> :units, abs(minute - :minute), purchase.id LIMIT :limit
        """,
      arguments: [
        "counter": purchase.counter.rawValue, "day": purchase.time.day.ordinal,
        "number": purchase.numberKey, "minute": purchase.time.ordinalMinute,
        "units": purchase.amount.minorUnits, "claim": record.id.rawValue,
        "member": record.claim.memberID.rawValue, "limit": neighboursMax,
      ])
    return try rows.map { row in
      Neighbour(
        claimID: ClaimID(row["claim_id"] as String),
        memberID: MemberID(row["member_id"] as String), purchase: try Purchase(row),
        isCardSlip: row["is_slip"],
        isOfSameMember: row["member_id"] == record.claim.memberID.rawValue)
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
