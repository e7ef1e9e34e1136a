import GRDB
import Receipts

extension Ledger {
  /// The most violations of one invariant that are told.
  private static let violationsMax = 100

  /// Recomputes every balance and checks every invariant on one state of the store; empty when all
  /// hold. Reads the whole store.
  package func verify() async throws(LedgerError) -> [Violation] {
    let key = key
    return try await read { db in
      // What is damaged as a file answers no further question.
      let damage = try Self.damage(of: db)
      guard damage.isEmpty else { return damage }
      var violations = try Self.brokenReferences(in: db)
      violations += try Schema.missing(from: db).map {
        Violation(invariant: .schemaWhole, detail: "the \($0) is missing")
      }
      for (invariant, sql) in Invariants.queries {
        violations += try String.fetchAll(db, sql: "\(sql) LIMIT \(Self.violationsMax)")
          .map { Violation(invariant: invariant, detail: $0) }
      }
      violations += try Self.misspeltPurchases(in: db)
      violations += try Self.foreignIdentities(in: db, key: key)
      return violations
    }
  }

  private static func damage(of db: Database) throws -> [Violation] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(\(violationsMax))")
      .filter { $0 != "ok" }
      .map { Violation(invariant: .databaseIntact, detail: $0) }
  }

  private static func brokenReferences(in db: Database) throws -> [Violation] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(violationsMax).map { row in
      let table: String = row["table"]
      let parent: String = row["parent"]
      let line = (row["rowid"] as Int64?).map { "row \($0)" } ?? "a row"
      return Violation(
        invariant: .referencesHold, detail: "\(line) of \(table) has no \(parent)")
    }
  }

  /// Purchases that would not be found by their day, minute or number.
  private static func misspeltPurchases(in db: Database) throws -> [Violation] {
    var violations: [Violation] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM purchase")
    while violations.count < violationsMax, let row = try rows.next() {
      let purchase = try Purchase(row)
      let day: Int = row["day"]
      let minute: Int = row["minute"]
      let key: String? = row["number_key"]
      let time = purchase.time
      guard day != time.day.ordinal || minute != time.ordinalMinute || key != purchase.numberKey
      else { continue }
      let claim: String = row["claim_id"]
      violations.append(
        Violation(
          invariant: .purchaseColumnsMatch,
          detail: "the purchase of claim \(claim) is kept under day \(day), minute \(minute) and "
            + "number \(key ?? "none"), and says otherwise"))
    }
    return violations
  }

  /// Identities whose digest is not the one that the purchase gives with this key.
  private static func foreignIdentities(in db: Database, key: IdentityKey) throws -> [Violation] {
    var violations: [Violation] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT purchase.*, basis, digest
        FROM purchase_identity JOIN purchase ON purchase.id = purchase_id
        """)
    while violations.count < violationsMax, let row = try rows.next() {
      let purchase = try Purchase(row)
      let basis: IdentityRecord.Basis = try row.value("basis")
      let identity: PurchaseIdentity? =
        switch basis {
        case .number: purchase.numberIdentity
        case .moment: purchase.momentIdentity
        }
      guard identity.map({ key.digest(of: $0) }) != row["digest"] as String else { continue }
      let claim: String = row["claim_id"]
      violations.append(
        Violation(
          invariant: .identitiesRecompute,
          detail: "the \(basis.rawValue) identity of claim \(claim) has another digest"))
    }
    return violations
  }
}
