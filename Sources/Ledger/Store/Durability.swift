import GRDB

/// How the connection that writes keeps what it commits.
package struct Durability: Hashable, Sendable {
  /// SQLite's number: 2 is FULL, 1 is NORMAL.
  package var synchronous: Int
  package var journal: String
  package var checksReferences: Bool

  /// The only one that a ledger is opened with.
  package static let full = Durability(synchronous: 2, journal: "wal", checksReferences: true)

  init(_ db: Database) throws {
    self.init(
      synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0,
      journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
      checksReferences: try Bool.fetchOne(db, sql: "PRAGMA foreign_keys") ?? false)
  }

  private init(synchronous: Int, journal: String, checksReferences: Bool) {
    self.synchronous = synchronous
    self.journal = journal
    self.checksReferences = checksReferences
  }
}

extension Ledger {
  /// Read back from the writer.
  package func durability() async throws(LedgerError) -> Durability {
    try await write { try Durability($0) }
  }
}
