import Foundation
import GRDB

extension DatabasePool {
  /// Opens a store that is ours or that is not there yet; touches no other file.
  convenience init(openingStoreAt path: String, key: IdentityKey, settings: LedgerSettings) throws {
    try Self.check(path, settings: settings)
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.busyMode = .timeout(settings.busyTimeout / .seconds(1))
    configuration.maximumReaderCount = settings.readersMax
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA recursive_triggers = ON")
      guard !db.configuration.readonly else { return }
      try db.execute(sql: "PRAGMA max_page_count = \(settings.pagesMax)")
    }
    try self.init(path: path, configuration: configuration)
    try makeDurable()
    try Schema.migrator.migrate(self)
    try checkKey(key)
  }

  /// A file that is not ours is refused before anything is written to it.
  private static func check(_ path: String, settings: LedgerSettings) throws {
    let directory = (path as NSString).deletingLastPathComponent
    var isDirectory: ObjCBool = false
    let files = FileManager.default
    guard directory.isEmpty || files.fileExists(atPath: directory) else {
      throw StoreFailure.directoryMissing(path: path)
    }
    guard files.isWritableFile(atPath: directory.isEmpty ? "." : directory) else {
      throw StoreFailure.notWritable(path: path)
    }
    guard files.fileExists(atPath: path, isDirectory: &isDirectory) else { return }
    guard !isDirectory.boolValue else { throw StoreFailure.notADatabase(path: path) }
    guard files.isWritableFile(atPath: path) else { throw StoreFailure.notWritable(path: path) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(settings.busyTimeout / .seconds(1))
    let header = try DatabaseQueue(path: path, configuration: configuration)
      .read(Schema.Header.init)
    guard header.isOurs || header.isBlank else { throw StoreFailure.ofAnotherProgram(path: path) }
    guard header.version <= Schema.version else {
      throw StoreFailure.newer(
        path: path, version: header.version, supported: Schema.version)
    }
  }

  /// GRDB has set `synchronous` to NORMAL while it opened the pool, which can lose an acknowledged
  /// credit at power loss; so it is set, and read back, on the opened writer.
  private func makeDurable() throws {
    try writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try Durability(db) == .full else {
        throw StoreFailure.notDurable(path: path)
      }
    }
  }

  /// Writes the key's check into a new store, and refuses a key that an older one was not made
  /// with: its identities would find no duplicate.
  private func checkKey(_ key: IdentityKey) throws {
    let stored = try write { db in
      try db.execute(
        sql:
          "INSERT INTO meta (key, value) VALUES ('identity_key_check', ?) ON CONFLICT DO NOTHING",
        arguments: [key.check])
      return try String.fetchOne(
        db, sql: "SELECT value FROM meta WHERE key = 'identity_key_check'")
    }
    guard stored == key.check else {
      throw LedgerError.key(.ofAnotherStore(path: path))
    }
  }
}
