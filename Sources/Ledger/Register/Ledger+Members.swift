import GRDB
package import Receipts

extension Ledger {
  /// Takes all members or none: one that is there gets the new tier, unless `keepingTiers`; one
  /// that is not named stays as it is.
  package func importMembers(
    _ members: [Member], keepingTiers: Bool = false
  ) async throws(LedgerError) -> ImportCount {
    if let id = firstRepeated(members.map(\.id)) {
      throw .repeated(what: "member", code: id.rawValue)
    }
    return try await write { db in
      var count = ImportCount()
      for member in members {
        let before = try Member.fetched(member.id, from: db)
        var member = member
        if keepingTiers, let before { member.tier = before.tier }
        count.count(member, before: before)
        if before != member { try member.store(in: db) }
      }
      return count
    }
  }

  /// By identifier.
  package func members() async throws(LedgerError) -> [Member] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT id, tier FROM member ORDER BY id").map(Member.init)
    }
  }

  /// The tiers that members have; `nil` when there are no members. Reads all of them.
  package func tiers() async throws(LedgerError) -> Set<Tier>? {
    try await read { db in
      let tiers = try Row.fetchAll(db, sql: "SELECT DISTINCT tier FROM member")
      guard !tiers.isEmpty else { return nil }
      return Set(tiers.compactMap { ($0["tier"] as String?).map { Tier($0) } })
    }
  }

  package func member(_ id: MemberID) async throws(LedgerError) -> Member? {
    try await read { try Member.fetched(id, from: $0) }
  }
}

extension Member {
  static func fetched(_ id: MemberID, from db: Database) throws -> Member? {
    try Row.fetchOne(
      db, sql: "SELECT id, tier FROM member WHERE id = ?", arguments: [id.rawValue]
    ).map(Member.init)
  }

  fileprivate init(_ row: Row) {
    self.init(id: MemberID(row["id"] as String), tier: (row["tier"] as String?).map { Tier($0) })
  }

  fileprivate func store(in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO member (id, tier) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET tier = excluded.tier
        """,
      arguments: [id.rawValue, tier?.rawValue])
  }
}
