import GRDB
import Receipts

extension ClaimRecord {
  /// A claim with its purchase and the campaigns' grants of its credit.
  private static let query = """
    SELECT claim.*, purchase.counter_code AS purchase_counter, minor_units, currency, time,
      precision, number, (
        SELECT json_group_array(json_object('campaign', campaign, 'points', campaign_grant.points))
        FROM entry JOIN campaign_grant ON entry_id = entry.id
        WHERE entry.claim_id = claim.id AND kind = 'credit'
      ) AS grants
    FROM claim LEFT JOIN purchase ON purchase.claim_id = claim.id
    """

  static func fetched(_ id: ClaimID, from db: Database) throws -> ClaimRecord? {
    try Row.fetchOne(db, sql: "\(query) WHERE claim.id = ?", arguments: [id.rawValue])
      .map(ClaimRecord.init)
  }

  /// As ``fetched(_:from:)``, for a claim that must be there.
  static func existing(_ id: ClaimID, in db: Database) throws -> ClaimRecord {
    guard let record = try fetched(id, from: db) else { throw LedgerError.claimUnknown(id) }
    return record
  }

  static func fetchedAll(
    in states: Set<ClaimState>, of counter: CounterCode?, after: ClaimID?, limit: Int,
    from db: Database
  ) throws -> [ClaimRecord] {
    let names = try Columns.json(states.map(\.rawValue).sorted())
    return try Row.fetchAll(
      db,
      sql: """
        \(query)
        WHERE state IN (SELECT value FROM json_each(:states))
          AND (:counter IS NULL OR claim.counter_code = :counter)
          AND sequence > coalesce((SELECT sequence FROM claim WHERE id = :after), 0)
        ORDER BY sequence LIMIT :limit
        """,
      arguments: [
        "states": names, "counter": counter?.rawValue, "after": after?.rawValue, "limit": limit,
      ]
    ).map(ClaimRecord.init)
  }

  private init(_ row: Row) throws {
    claim = Claim(
      id: ClaimID(row["id"] as String), memberID: MemberID(row["member_id"] as String),
      file: row["file"], imageDigest: ImageDigest(row["image_digest"] as String? ?? ""),
      submittedAt: row.date("submitted_at"))
    state = try row.value("state")
    reasons = try row.json("reasons")
    signals = try row.json("signals")
    reading = try row.hasNull("reading") ? nil : row.json("reading")
    purchase =
      try row.hasNull("purchase_counter") ? nil : Purchase(row, counter: "purchase_counter")
    accrued = try row.hasNull("points") ? nil : Accrued(row)
    duplicateOf = (row["duplicate_of"] as String?).map { ClaimID($0) }
    receivedAt = row.date("received_at")
    decidedAt = row.hasNull("decided_at") ? nil : row.date("decided_at")
    decidedBy = try row.decider()
    elapsedMilliseconds = row["elapsed_ms"]
    readers = try row.json("readers")
    layoutVersion = row["layout_version"]
    takenPath = row["taken_path"]
  }
}

extension Accrued {
  fileprivate init(_ row: Row) throws {
    self.init(
      points: Points(row["points"]), rulesVersion: row["rules_version"],
      grants: try row.json("grants"))
  }
}

extension Purchase {
  /// From the columns of `purchase`, with the counter's code under the name given.
  init(_ row: Row, counter: String = "counter_code") throws {
    let text: String = row["time"]
    guard let time = PrintedTime(iso: text)?.truncated(to: try row.value("precision")) else {
      throw UnreadableRow(column: "time", value: text)
    }
    self.init(
      counter: CounterCode(row[counter] as String),
      amount: Money(
        minorUnits: row["minor_units"], currency: Currency(row["currency"] as String)),
      time: time, receiptNumber: (row["number"] as String?).map { ReceiptNumber($0) })
  }
}

extension Row {
  fileprivate func hasNull(_ column: String) -> Bool { self[column] as DatabaseValue == .null }
}
