package import struct Foundation.Date
import GRDB
package import Receipts

/// Everything about one claim.
package struct ClaimDetail: Hashable, Sendable {
  package var record: ClaimRecord
  /// In the order made.
  package var decisions: [DecisionRecord]
  package var entries: [Entry]
  package var identities: [IdentityRecord]
}

/// Who decided what and when. Never changed, never deleted.
package struct DecisionRecord: Hashable, Sendable {
  package var decidedAt: Date
  package var decidedBy: Decider
  package var state: ClaimState
  package var reasons: [Reason]
  package var fields: [FieldName: String]
  package var note: String?
}

/// One identity that a credited purchase holds, or held until it was released.
package struct IdentityRecord: Hashable, Sendable {
  package enum Basis: String, Hashable, Sendable, CaseIterable { case number, moment }
  package var basis: Basis
  package var digest: String
  package var isReleased: Bool
}

extension Ledger {
  /// `nil` when there is no such claim.
  package func detail(of id: ClaimID) async throws(LedgerError) -> ClaimDetail? {
    try await read { db in
      guard let record = try ClaimRecord.fetched(id, from: db) else { return nil }
      return ClaimDetail(
        record: record, decisions: try DecisionRecord.fetchedAll(of: id, from: db),
        entries: try Entry.fetchedAll(of: id, from: db),
        identities: try IdentityRecord.fetchedAll(of: id, from: db))
    }
  }
}

extension DecisionRecord {
  fileprivate static func fetchedAll(of id: ClaimID, from db: Database) throws -> [DecisionRecord] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM decision WHERE claim_id = ? ORDER BY id", arguments: [id.rawValue]
    ).map { row in
      let fields: [String: String] = try row.json("fields")
      return DecisionRecord(
        decidedAt: row.date("decided_at"), decidedBy: try row.decider() ?? .system,
        state: try row.value("state"), reasons: try row.json("reasons"),
        fields: Dictionary(
          uniqueKeysWithValues: try fields.map { name, value in
            guard let field = FieldName(rawValue: name) else {
              throw UnreadableRow(column: "fields", value: name)
            }
            return (field, value)
          }),
        note: row["note"])
    }
  }
}

extension Entry {
  fileprivate static func fetchedAll(of id: ClaimID, from db: Database) throws -> [Entry] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM entry WHERE claim_id = ? ORDER BY id", arguments: [id.rawValue]
    ).map { row in
      Entry(
        id: row["id"], kind: try row.value("kind"), claimID: id,
        imageDigest: ImageDigest(row["image_digest"] as String),
        rulesVersion: row["rules_version"], readers: try row.json("readers"),
        layoutVersion: row["layout_version"], reverses: row["reverses"],
        madeAt: row.date("made_at"), madeBy: try row.decider() ?? .system, note: row["note"],
        postings: try Posting.fetchedAll(entry: row["id"], from: db))
    }
  }
}

extension Posting {
  fileprivate static func fetchedAll(entry: Int64, from db: Database) throws -> [Posting] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT account, member_id, points FROM posting WHERE entry_id = ? ORDER BY position
        """,
      arguments: [entry]
    ).map { row in
      Posting(
        account: try row.value("account"),
        memberID: (row["member_id"] as String?).map { MemberID($0) },
        points: Points(row["points"]))
    }
  }
}

extension IdentityRecord {
  fileprivate static func fetchedAll(of id: ClaimID, from db: Database) throws -> [IdentityRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT basis, digest, released_by IS NOT NULL AS is_released
        FROM purchase_identity JOIN purchase ON purchase.id = purchase_id
        WHERE claim_id = ? ORDER BY basis DESC
        """,
      arguments: [id.rawValue]
    ).map { row in
      IdentityRecord(
        basis: try row.value("basis"), digest: row["digest"], isReleased: row["is_released"])
    }
  }
}
