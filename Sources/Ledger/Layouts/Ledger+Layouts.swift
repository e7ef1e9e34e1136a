package import struct Foundation.Date
import GRDB
package import Receipts

/// What is learned of a counter from one claim; runs inside the transaction that stores it.
package typealias Teaching = @Sendable (ClaimRecord, Page, inout LayoutHistory) -> Void

extension Ledger {
  /// What is known of every counter's layouts.
  package func layoutHistories() async throws(LedgerError) -> [LayoutHistory] {
    try await read { try LayoutRows.all(in: $0) }
  }

  /// Of the counters of which something became after a mark, with the mark now: of all counters
  /// after 0.
  package func layoutHistories(
    after mark: Int64
  ) async throws(LedgerError) -> (histories: [LayoutHistory], mark: Int64) {
    try await read { db in
      let now = try Int64.fetchOne(db, sql: "SELECT max(id) FROM layout_event") ?? 0
      let counters = try String.fetchAll(
        db, sql: "SELECT DISTINCT counter_code FROM layout_event WHERE id > ?", arguments: [mark])
      let histories = try counters.map { code in
        try LayoutRows.all(of: CounterCode(code), in: db).first
          ?? LayoutHistory(counter: CounterCode(code))
      }
      return (histories, now)
    }
  }

  /// `nil` where nothing was learned of the counter yet.
  package func layoutHistory(of counter: CounterCode) async throws(LedgerError) -> LayoutHistory? {
    try await read { try LayoutRows.all(of: counter, in: $0).first }
  }

  /// What became of layouts, the latest last.
  ///
  /// - Parameter counter: `nil`: of all.
  package func layoutEvents(
    of counter: CounterCode?
  ) async throws(LedgerError) -> [LayoutEventRecord] {
    try await read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM layout_event WHERE ?1 IS NULL OR counter_code = ?1 ORDER BY id
          """,
        arguments: [counter?.rawValue]
      ).map(LayoutEventRecord.init)
    }
  }

  /// Changes whenever a layout begins or ends to take part in reading.
  package func layoutMark() async throws(LedgerError) -> Int64 {
    try await read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM layout_event") ?? 0 }
  }

  /// Claims whose credit has not taught its counter's layout yet, and credits taken back that have
  /// not been unlearned, in the order in which they were decided.
  package func untaught(limit: Int) async throws(LedgerError) -> [ClaimID] {
    try await read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT claim.id FROM claim LEFT JOIN layout_lesson ON claim_id = claim.id
          WHERE (state = 'credited' AND claim_id IS NULL)
            OR (state = 'reversed' AND claim_id IS NOT NULL AND unlearned_at IS NULL)
          ORDER BY decided_at, sequence LIMIT ?
          """,
        arguments: [limit]
      ).map { ClaimID($0) }
    }
  }

  /// Teaches the layout of a credited claim's counter, or unlearns what one that was taken back has
  /// taught; once a claim, whatever is asked again.
  ///
  /// - Returns: what became of the counter's layouts.
  package func teach(
    _ id: ClaimID, at now: Date, asked: LayoutHistory.Asked, by teaching: @escaping Teaching
  ) async throws(LedgerError) -> [LayoutEventRecord] {
    try await write { db in
      let record = try ClaimRecord.existing(id, in: db)
      let lesson = try Row.fetchOne(
        db, sql: "SELECT unlearned_at FROM layout_lesson WHERE claim_id = ?",
        arguments: [id.rawValue])
      guard let counter = record.purchase?.counter else { return [] }
      var history =
        try LayoutRows.all(of: counter, in: db).first ?? LayoutHistory(counter: counter)
      switch (record.state, lesson) {
      case (.credited, nil):
        try db.execute(
          sql: "INSERT INTO layout_lesson (claim_id, learned_at) VALUES (?, ?)",
          arguments: [id.rawValue, Columns.instant(now)])
        if let page = try Self.page(of: id, in: db) { teaching(record, page, &history) }
      case (.reversed, .some(let row)) where row["unlearned_at"] as Int64? == nil:
        try db.execute(
          sql: "UPDATE layout_lesson SET unlearned_at = ? WHERE claim_id = ?",
          arguments: [Columns.instant(now), id.rawValue])
        history.unlearn(id, asked: asked)
      default: return []
      }
      return try LayoutRows.store(history, at: now, in: db)
    }
  }

  /// Puts a layout away for good.
  ///
  /// - Returns: `nil` where the counter has no such version, or it was put away before.
  package func retireLayout(
    of counter: CounterCode, version: Int, reviewer: String, at now: Date
  ) async throws(LedgerError) -> LayoutEventRecord? {
    try await write { db in
      guard var history = try LayoutRows.all(of: counter, in: db).first,
        history.retire(version, by: reviewer)
      else { return nil }
      return try LayoutRows.store(history, at: now, in: db).last
    }
  }

  /// Claims at a counter whose pages are kept, the latest first.
  ///
  /// By the counter that was read or confirmed.
  package func pages(
    of counter: CounterCode, limit: Int
  ) async throws(LedgerError) -> [(record: ClaimRecord, page: Page)] {
    try await read { db in
      let ids = try String.fetchAll(
        db,
        sql: """
          SELECT claim.id FROM claim JOIN claim_page ON claim_page.claim_id = claim.id
          LEFT JOIN purchase ON purchase.claim_id = claim.id
          WHERE coalesce(purchase.counter_code, claim.counter_code) = ?
          ORDER BY sequence DESC LIMIT ?
          """,
        arguments: [counter.rawValue, limit])
      return try ids.compactMap { id in
        let id = ClaimID(id)
        guard let page = try Self.page(of: id, in: db) else { return nil }
        return (try ClaimRecord.existing(id, in: db), page)
      }
    }
  }

  private static func page(of id: ClaimID, in db: Database) throws -> Page? {
    try Row.fetchOne(
      db, sql: "SELECT page FROM claim_page WHERE claim_id = ?", arguments: [id.rawValue]
    ).map { try $0.json("page") }
  }
}

/// Something that became of a counter's layout, as stored.
package struct LayoutEventRecord: Hashable, Sendable {
  package var counter: CounterCode
  package var event: LayoutEvent
  package var happenedAt: Date
}

extension LayoutEventRecord {
  init(_ row: Row) throws {
    self.init(
      counter: CounterCode(row["counter_code"]),
      event: LayoutEvent(
        version: row["version"], kind: try row.value("event"), detail: row["detail"]),
      happenedAt: row.date("happened_at"))
  }

  /// For each counter that was demoted its layout and has none that decides: the last demotion.
  static func alarms(in db: Database) throws -> [LayoutEventRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM layout_event WHERE id IN (
          SELECT max(id) FROM layout_event WHERE event = 'demoted' AND counter_code IN (
            SELECT counter_code FROM layout GROUP BY counter_code
            HAVING sum(state = 'demoted') > 0 AND sum(state = 'deciding') = 0)
          GROUP BY counter_code)
        ORDER BY id
        """
    ).map(LayoutEventRecord.init)
  }
}

/// The rows of `layout`.
private enum LayoutRows {
  static func all(of counter: CounterCode? = nil, in db: Database) throws -> [LayoutHistory] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT layout.*, (SELECT max(version) FROM layout_event
          WHERE layout_event.counter_code = layout.counter_code) AS latest
        FROM layout WHERE ?1 IS NULL OR counter_code = ?1 ORDER BY counter_code, version
        """,
      arguments: [counter?.rawValue])
    var histories: [LayoutHistory] = []
    for row in rows {
      let code = CounterCode(row["counter_code"])
      if histories.last?.counter != code { histories.append(LayoutHistory(counter: code)) }
      let version = LayoutVersion(
        version: row["version"], state: try row.value("state"), lessons: try row.json("lessons"),
        recent: try row.json("recent"))
      histories[histories.count - 1].versions.append(version)
      histories[histories.count - 1].latestVersion = row["latest"] ?? version.version
    }
    return histories
  }

  /// Writes what has changed.
  ///
  /// - Returns: the news.
  static func store(
    _ history: LayoutHistory, at now: Date, in db: Database
  ) throws -> [LayoutEventRecord] {
    let code = history.counter.rawValue
    try db.execute(sql: "DELETE FROM layout WHERE counter_code = ?", arguments: [code])
    for version in history.versions {
      try db.execute(
        sql: """
          INSERT INTO layout (counter_code, version, state, lessons, recent)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          code, version.version, version.state.rawValue, try Columns.json(version.lessons),
          try Columns.json(version.recent),
        ])
    }
    for event in history.news {
      try db.execute(
        sql: """
          INSERT INTO layout_event (counter_code, version, event, detail, happened_at)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [code, event.version, event.kind.rawValue, event.detail, Columns.instant(now)])
    }
    return history.news.map {
      LayoutEventRecord(counter: history.counter, event: $0, happenedAt: now)
    }
  }
}
