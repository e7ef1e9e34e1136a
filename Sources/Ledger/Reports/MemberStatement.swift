package import struct Foundation.Date
import GRDB
package import Receipts

/// What one member has, and how it came.
package struct MemberStatement: Hashable, Sendable {
  package var member: Member
  package var balance: Points
  /// The newest first.
  package var lines: [Line]

  package struct Line: Hashable, Sendable {
    package var entryID: Int64
    package var kind: EntryKind
    package var madeAt: Date
    package var points: Points
    package var claimID: ClaimID
    package var counterName: String
    package var purchase: Purchase
  }
}

extension Ledger {
  /// `nil` when there is no such member.
  package func statement(of id: MemberID, linesMax: Int = 100) async throws(LedgerError)
    -> MemberStatement?
  {
    try await read { db in
      guard let member = try Member.fetched(id, from: db) else { return nil }
      return MemberStatement(
        member: member, balance: try Self.balance(of: id, in: db),
        lines: try MemberStatement.Line.fetchedAll(of: id, limit: linesMax, from: db))
    }
  }

  /// The balance of each member that has any entry.
  package func balances() async throws(LedgerError) -> [MemberID: Points] {
    try await read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT member_id, points FROM balance WHERE account = 'member'")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (MemberID(row["member_id"] as String), Points(row["points"]))
        })
    }
  }

  private static func balance(of id: MemberID, in db: Database) throws -> Points {
    let points = try Int64.fetchOne(
      db, sql: "SELECT points FROM balance WHERE member_id = ? AND account = 'member'",
      arguments: [id.rawValue])
    return Points(points ?? 0)
  }
}

extension MemberStatement.Line {
  fileprivate static func fetchedAll(of id: MemberID, limit: Int, from db: Database) throws
    -> [MemberStatement.Line]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT entry.id AS entry_id, kind, made_at, posting.points AS moved, entry.claim_id,
          counter.name AS counter_name, counter_code, minor_units, currency, time, precision,
          number
        FROM posting
        JOIN entry ON entry.id = posting.entry_id
        JOIN purchase ON purchase.id = entry.purchase_id
        JOIN counter ON counter.code = purchase.counter_code
        WHERE posting.member_id = ? AND account = 'member'
        ORDER BY entry.id DESC LIMIT ?
        """,
      arguments: [id.rawValue, limit]
    ).map { row in
      MemberStatement.Line(
        entryID: row["entry_id"], kind: try row.value("kind"), madeAt: row.date("made_at"),
        points: Points(row["moved"]), claimID: ClaimID(row["claim_id"] as String),
        counterName: row["counter_name"], purchase: try Purchase(row))
    }
  }
}
