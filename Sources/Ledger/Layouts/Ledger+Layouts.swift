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

  /// Of the counters whose layouts changed after a mark, with the mark now: of all counters after
  /// 0.
  package func layoutHistories(
    after mark: Int64
  ) async throws(LedgerError) -> (histories: [LayoutHistory], mark: Int64) {
    try await read { db in
      let now = try LayoutRows.mark(in: db)
      let counters = try String.fetchAll(
        db, sql: "SELECT counter_code FROM layout_change WHERE id > ? ORDER BY id",
        arguments: [mark])
      return (try counters.map { try LayoutRows.history(of: CounterCode($0), in: db) }, now)
    }
  }

  /// `nil` where nothing was learned of the counter yet.
  package func layoutHistory(of counter: CounterCode) async throws(LedgerError) -> LayoutHistory? {
    try await read {
      let history = try LayoutRows.history(of: counter, in: $0)
      return history.versions.isEmpty ? nil : history
    }
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

  /// Changes whenever reading may change: with what takes part, or with what it was learned from.
  package func layoutMark() async throws(LedgerError) -> Int64 {
    try await read { try LayoutRows.mark(in: $0) }
  }

  /// Of each counter only the latest credits teach, where many were never taught: a store of a
  /// version that knew no layouts.
  ///
  /// - Returns: how many are passed over.
  package func skipTeaching(keeping count: Int, at now: Date) async throws(LedgerError) -> Int {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO layout_lesson (claim_id, learned_at)
          SELECT id, ? FROM (
            SELECT claim.id, row_number() OVER (
              PARTITION BY purchase.counter_code ORDER BY decided_at DESC, sequence DESC) AS place
            FROM claim JOIN purchase ON purchase.claim_id = claim.id
            LEFT JOIN layout_lesson ON layout_lesson.claim_id = claim.id
            WHERE state = 'credited' AND layout_lesson.claim_id IS NULL)
          WHERE place > ?
          """,
        arguments: [Columns.instant(now), count])
      return db.changesCount
    }
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
      switch record.state {
      case .credited: return try Self.learn(record, at: now, by: teaching, in: db)
      case .reversed: return try Self.unlearn(record, at: now, asked: asked, in: db)
      default: return []
      }
    }
  }

  private static func learn(
    _ record: ClaimRecord, at now: Date, by teaching: Teaching, in db: Database
  ) throws -> [LayoutEventRecord] {
    // Noted before anything else: a claim that cannot teach is not asked again and again.
    try db.execute(
      sql: "INSERT OR IGNORE INTO layout_lesson (claim_id, learned_at) VALUES (?, ?)",
      arguments: [record.id.rawValue, Columns.instant(now)])
    guard db.changesCount > 0, let counter = record.purchase?.counter,
      let page = try page(of: record.id, in: db)
    else { return [] }
    let known = try LayoutRows.history(of: counter, in: db)
    var history = known
    teaching(record, page, &history)
    return try LayoutRows.store(history, insteadOf: known, at: now, in: db)
  }

  /// Unlearns what a credit that was taken back has taught, once.
  static func unlearn(
    _ record: ClaimRecord, at now: Date, asked: LayoutHistory.Asked, in db: Database
  ) throws -> [LayoutEventRecord] {
    try db.execute(
      sql: "UPDATE layout_lesson SET unlearned_at = ? WHERE claim_id = ? AND unlearned_at IS NULL",
      arguments: [Columns.instant(now), record.id.rawValue])
    guard db.changesCount > 0, let counter = record.purchase?.counter else { return [] }
    let known = try LayoutRows.history(of: counter, in: db)
    var history = known
    history.unlearn(record.id, asked: asked)
    return try LayoutRows.store(history, insteadOf: known, at: now, in: db)
  }

  /// Puts a layout away for good.
  ///
  /// - Returns: `nil` where the counter has no such version, or it was put away before.
  package func retireLayout(
    of counter: CounterCode, version: Int, reviewer: String, at now: Date
  ) async throws(LedgerError) -> LayoutEventRecord? {
    try await write { db in
      let known = try LayoutRows.history(of: counter, in: db)
      var history = known
      guard history.retire(version, by: reviewer) else { return nil }
      return try LayoutRows.store(history, insteadOf: known, at: now, in: db).last
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
        version: row["version"], kind: try row.value("event"), cause: LayoutRows.cause(of: row)),
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

extension LayoutHistory {
  /// Whether states or papers differ; what was compared lately changes no reading.
  fileprivate func isReadOtherwise(than other: LayoutHistory) -> Bool {
    versions.map(\.state) != other.versions.map(\.state)
      || versions.map(\.lessons) != other.versions.map(\.lessons)
  }
}

/// The rows of `layout`.
private enum LayoutRows {
  static func mark(in db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM layout_change") ?? 0
  }

  static func all(in db: Database) throws -> [LayoutHistory] {
    try String.fetchAll(
      db, sql: "SELECT DISTINCT counter_code FROM layout ORDER BY counter_code"
    ).map { try history(of: CounterCode($0), in: db) }
  }

  /// Without versions where nothing was learned of the counter, or all of it unlearned.
  static func history(of counter: CounterCode, in db: Database) throws -> LayoutHistory {
    let versions = try Row.fetchAll(
      db, sql: "SELECT * FROM layout WHERE counter_code = ? ORDER BY version",
      arguments: [counter.rawValue]
    ).map { row in
      LayoutVersion(
        version: row["version"], state: try row.value("state"),
        lessons: try withDays(row.json("lessons"), in: db), recent: try row.json("recent"))
    }
    var history = LayoutHistory(counter: counter, versions: versions)
    let latest = try Int.fetchOne(
      db, sql: "SELECT max(version) FROM layout_event WHERE counter_code = ?",
      arguments: [counter.rawValue])
    history.latestVersion = max(history.latestVersion, latest ?? 0)
    return history
  }

  /// An earlier version of the program kept a sentence, and a later one may know other causes.
  static func cause(of row: Row) -> LayoutEvent.Cause {
    let detail: String = row["detail"]
    return (try? row.json("detail")) ?? .words(text: detail)
  }

  /// Lessons of an earlier version of the program, which kept no day, have that of their purchase.
  private static func withDays(_ lessons: [Lesson], in db: Database) throws -> [Lesson] {
    try lessons.map { lesson in
      guard lesson.specimen.day == nil, lesson.specimen.dayPlaces != nil else { return lesson }
      var dated = lesson
      dated.specimen.day = try String.fetchOne(
        db, sql: "SELECT time FROM purchase WHERE claim_id = ?", arguments: [lesson.claim.rawValue]
      ).flatMap { time in
        // At night two days were looked for, and which it was is not known.
        let hour = Int(time.dropFirst(11).prefix(2))
        return hour.map { $0 < PrintedTime.nightEnds } ?? false ? nil : Day(iso: time.prefix(10))
      }
      return dated
    }
  }

  /// Writes what has changed.
  ///
  /// - Returns: the news.
  static func store(
    _ history: LayoutHistory, insteadOf known: LayoutHistory, at now: Date, in db: Database
  ) throws -> [LayoutEventRecord] {
    let code = history.counter.rawValue
    for gone in known.versions
    where !history.versions.contains(where: { $0.version == gone.version }) {
      try db.execute(
        sql: "DELETE FROM layout WHERE counter_code = ? AND version = ?",
        arguments: [code, gone.version])
    }
    for version in history.versions where !known.versions.contains(version) {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO layout (counter_code, version, state, lessons, recent)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          code, version.version, version.state.rawValue, try Columns.json(version.lessons),
          try Columns.json(version.recent),
        ])
    }
    // What those who read by layouts have at hand is no longer so. A shadow counts too: no other
    // counter owns its lines.
    if history.isReadOtherwise(than: known) {
      try db.execute(sql: "DELETE FROM layout_change WHERE counter_code = ?", arguments: [code])
      try db.execute(
        sql: "INSERT INTO layout_change (counter_code) VALUES (?)", arguments: [code])
    }
    for event in history.news {
      try db.execute(
        sql: """
          INSERT INTO layout_event (counter_code, version, event, detail, happened_at)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          code, event.version, event.kind.rawValue, try Columns.json(event.cause),
          Columns.instant(now),
        ])
    }
    return history.news.map {
      LayoutEventRecord(counter: history.counter, event: $0, happenedAt: now)
    }
  }
}
