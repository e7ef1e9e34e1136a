import GRDB

/// The tables of the store, by numbered migrations that never change after release.
enum Schema {
  /// The format this program writes; also the store's `user_version`.
  static let version = 4

  /// What marks a database as ours in its header: `Xpl1`.
  static let applicationID = 0x5870_6C31

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001 ledger") { db in
      for statement in Schema0001.statements { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("0002 layouts") { db in
      for statement in Schema0002.statements { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("0003 layout changes") { db in
      for statement in Schema0003.statements { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("0004 former tenants") { db in
      for statement in Schema0004.statements { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    return migrator
  }

  /// The indexes and triggers that the migrations make and a store has not (any more):
  /// `trigger posting_is_final`.
  static func missing(from db: Database) throws -> [String] {
    let blank = try DatabaseQueue()
    try migrator.migrate(blank)
    let wanted = try blank.read { try guards(of: $0) }
    return wanted.subtracting(try guards(of: db)).sorted()
  }

  /// Those that a statement has made; SQLite makes its own for keys.
  private static func guards(of db: Database) throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT type || ' ' || name FROM sqlite_master
        WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
        """)
  }

  /// What a file holds before it is opened for writing.
  struct Header {
    var applicationID: Int
    var version: Int
    var tables: Int

    /// A file that nobody has written a table to, or that a crash has left so while the store was
    /// made: the migrator's own table is committed before the first migration.
    var isBlank: Bool { tables == 0 && applicationID == 0 && version == 0 }
    var isOurs: Bool { applicationID == Schema.applicationID }

    init(_ db: Database) throws {
      applicationID = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      tables =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
        ) ?? 0
    }
  }
}
