import GRDB
import Receipts

extension Ledger {
  /// Counts over all claims.
  package func statistics() async throws(LedgerError) -> Statistics {
    try await read { db in
      var statistics = Statistics()
      statistics.counters = try Self.counters(in: db)
      for counter in statistics.counters {
        statistics.states.merge(counter.states, uniquingKeysWith: +)
        statistics.straightThrough += counter.straightThrough
      }
      statistics.decided = statistics.states.reduce(0) { sum, count in
        count.key == .received ? sum : sum + count.value
      }
      statistics.reasons = try Self.reasons(in: db)
      statistics.pointsCredited = try Self.pointsCredited(in: db)
      statistics.layouts = try Self.layouts(in: db)
      statistics.changedCounters = try LayoutEventRecord.alarms(in: db)
      statistics.elapsed = try Statistics.Percentiles(in: db)
      return statistics
    }
  }

  private static func counters(in db: Database) throws -> [Statistics.CounterCount] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT counter_code, counter.name, layout_version, state, count(*) AS claims,
          sum(state = 'credited' AND decider = 'system') AS straight_through
        FROM claim LEFT JOIN counter ON counter.code = counter_code
        GROUP BY counter_code, layout_version, state
        ORDER BY counter_code IS NULL, counter_code, layout_version, state
        """)
    var counts: [Statistics.CounterCount] = []
    for row in rows {
      let code = (row["counter_code"] as String?).map { CounterCode($0) }
      let layout = row["layout_version"] as Int?
      if counts.last.map({ $0.code != code || $0.layoutVersion != layout }) ?? true {
        counts.append(
          .init(
            code: code, name: row["name"], layoutVersion: layout, states: [:], straightThrough: 0))
      }
      counts[counts.count - 1].states[try row.value("state")] = row["claims"]
      counts[counts.count - 1].straightThrough += row["straight_through"] as Int
    }
    return counts
  }

  private static func reasons(in db: Database) throws -> [Statistics.ReasonCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT reasons ->> 0 AS reason, count(*) AS claims FROM claim
        WHERE state IN ('review', 'rejected') GROUP BY reason ORDER BY claims DESC, reason
        """
    ).map { .init(reason: try $0.value("reason"), count: $0["claims"]) }
  }

  private static func layouts(in db: Database) throws -> [LayoutVersion.State: Int] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT state, count(*) AS layouts FROM layout GROUP BY state")
    return try rows.reduce(into: [:]) { $0[try $1.value("state")] = $1["layouts"] }
  }

  private static func pointsCredited(in db: Database) throws -> Points {
    Points(
      try Int64.fetchOne(db, sql: "SELECT sum(points) FROM balance WHERE account = 'member'") ?? 0)
  }
}

extension Statistics.Percentiles {
  fileprivate init?(in db: Database) throws {
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM claim WHERE elapsed_ms IS NOT NULL")
    guard let count, count > 0 else { return nil }
    func percentile(_ share: Int) throws -> Int {
      let rank = (count * share + 99) / 100
      return try Int.fetchOne(
        db,
        sql: """
          SELECT elapsed_ms FROM claim WHERE elapsed_ms IS NOT NULL
          ORDER BY elapsed_ms LIMIT 1 OFFSET ?
          """,
        arguments: [rank - 1]) ?? 0
    }
    self.init(
      p50Milliseconds: try percentile(50), p95Milliseconds: try percentile(95),
      p99Milliseconds: try percentile(99))
  }
}
