package import struct Foundation.Date
import GRDB

/// One text of the points rules that was applied, as it was written.
package struct RulesVersion: Hashable, Sendable {
  /// 1, 2, 3… in the order in which they were first applied.
  package var version: Int
  package var toml: String
  /// When it was last applied.
  package var appliedAt: Date
}

extension Ledger {
  /// Makes this text the one that counts. A text that was applied before keeps its version.
  /// The text is stored as it is: the caller has checked it.
  package func applyRules(toml: String, at now: Date) async throws(LedgerError) -> RulesVersion {
    try await write { db in
      if let current = try RulesVersion.current(in: db), current.toml == toml { return current }
      try db.execute(
        sql: """
          INSERT INTO rules_version (version, toml)
          SELECT coalesce(max(version), 0) + 1, ? FROM rules_version WHERE true
          ON CONFLICT (toml) DO NOTHING
          """,
        arguments: [toml])
      try db.execute(
        sql: """
          INSERT INTO rules_application (version, applied_at)
          SELECT version, ? FROM rules_version WHERE toml = ?
          """,
        arguments: [Columns.instant(now), toml])
      guard let applied = try RulesVersion.current(in: db) else {
        preconditionFailure("the rules just applied are the current ones")
      }
      return applied
    }
  }

  /// `nil` before any rules were applied.
  package func currentRules() async throws(LedgerError) -> RulesVersion? {
    try await read { try RulesVersion.current(in: $0) }
  }

  /// The text of one version; `nil` when there is none.
  package func rules(version: Int) async throws(LedgerError) -> String? {
    try await read { db in
      try String.fetchOne(
        db, sql: "SELECT toml FROM rules_version WHERE version = ?", arguments: [version])
    }
  }
}

extension RulesVersion {
  static func current(in db: Database) throws -> RulesVersion? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT version, toml, applied_at
        FROM rules_application JOIN rules_version USING (version)
        ORDER BY sequence DESC LIMIT 1
        """
    ).map { row in
      RulesVersion(version: row["version"], toml: row["toml"], appliedAt: row.date("applied_at"))
    }
  }
}
