import GRDB
package import Receipts

extension Ledger {
  /// Takes all counters or none: a code that is there gets the new fields, one that is not named
  /// stays as it is, and so do the former tenants of a unit (`Counter.succeeding`) and, of each
  /// tenant, the details that the register says nothing of (`Counter.keeping`).
  package func importCounters(
    _ counters: [Counter], keeping details: Set<Counter.Detail> = []
  ) async throws(LedgerError) -> ImportCount {
    if let code = firstRepeated(counters.map(\.code)) {
      throw .repeated(what: "counter", code: code.rawValue)
    }
    return try await write { db in
      var count = ImportCount()
      for counter in counters {
        let before = try Counter.fetched(counter.code, from: db)
        let counter =
          before.map { counter.keeping(details, of: $0).succeeding($0) } ?? counter
        count.count(counter, before: before)
        if !details.isEmpty, let before, before.name != counter.name {
          count.renamed.append(counter.code)
        }
        if before != counter { try counter.store(in: db) }
      }
      return count
    }
  }

  /// The register, by code.
  package func counters() async throws(LedgerError) -> [Counter] {
    try await read { try Counter.fetchedAll(from: $0) }
  }

  package func counter(_ code: CounterCode) async throws(LedgerError) -> Counter? {
    try await read { try Counter.fetched(code, from: $0) }
  }
}

extension Counter {
  /// The aliases as a JSON array, in their order.
  private static let query = """
    SELECT counter.*, (
      SELECT json_group_array(alias) FROM (
        SELECT alias FROM counter_alias WHERE counter_code = counter.code ORDER BY position)
    ) AS aliases
    FROM counter
    """

  static func fetched(_ code: CounterCode, from db: Database) throws -> Counter? {
    try Row.fetchOne(db, sql: "\(query) WHERE code = ?", arguments: [code.rawValue])
      .map(Counter.init)
  }

  static func fetchedAll(from db: Database) throws -> [Counter] {
    try Row.fetchAll(db, sql: "\(query) ORDER BY code").map(Counter.init)
  }

  private init(_ row: Row) throws {
    self.init(
      code: CounterCode(row["code"] as String), name: row["name"], branch: row["branch"],
      category: row["category"], floor: row["floor"], aliases: try row.json("aliases"),
      phone: row["phone"], openedOn: try row.day("opened_on"), closedOn: try row.day("closed_on"),
      former: try row.json("former"))
  }

  fileprivate func store(in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO counter
          (code, name, branch, category, floor, phone, opened_on, closed_on, former)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, branch = excluded.branch,
          category = excluded.category, floor = excluded.floor, phone = excluded.phone,
          opened_on = excluded.opened_on, closed_on = excluded.closed_on,
          former = excluded.former
        """,
      arguments: [
        code.rawValue, name, branch, category, floor, phone, openedOn?.description,
        closedOn?.description, try Columns.json(former),
      ])
    try db.execute(
      sql: "DELETE FROM counter_alias WHERE counter_code = ?", arguments: [code.rawValue])
    for (position, alias) in aliases.enumerated() {
      try db.execute(
        sql: "INSERT INTO counter_alias (counter_code, position, alias) VALUES (?, ?, ?)",
        arguments: [code.rawValue, position, alias])
    }
  }
}

extension Row {
  fileprivate func day(_ column: String) throws -> Day? {
    guard let text = self[column] as String? else { return nil }
    guard let day = Day(iso: text) else { throw UnreadableRow(column: column, value: text) }
    return day
  }
}
