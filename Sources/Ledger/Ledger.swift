import Foundation
import GRDB
import Synchronization

/// Everything a home stores: register, members, rules, claims, purchases and entries, in one
/// SQLite file.
///
/// Every method runs off the caller's executor and is one transaction. A write that has begun is
/// finished even when its task is cancelled. After a failed write to the disk every later write is
/// refused (``StoreFailure/stopped(path:detail:)``).
package final class Ledger: Sendable {
  package let path: String
  let key: IdentityKey
  private let pool: DatabasePool
  /// Why nothing more is written.
  private let stop = Mutex<StoreFailure?>(nil)

  /// Opens the store, makes it where there is none, and brings an older one to this version.
  /// Blocks on the disk.
  package init(path: String, identityKey: IdentityKey, settings: LedgerSettings = .init())
    throws(LedgerError)
  {
    self.path = path
    key = identityKey
    do {
      pool = try DatabasePool(openingStoreAt: path, key: identityKey, settings: settings)
    } catch {
      throw LedgerError(error, path: path)
    }
  }

  /// Waits for what is under way and closes the file; later calls fail.
  package func close() throws(LedgerError) {
    do { try pool.close() } catch { throw LedgerError(error, path: path) }
  }

  /// Runs `body` in one transaction that holds the write lock from its beginning. What it throws
  /// undoes all of it.
  func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
    async throws(LedgerError) -> Value
  {
    let result: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
      pool.asyncWriteWithoutTransaction { db in
        continuation.resume(returning: self.transacted(db, body))
      }
    }
    return try result.get()
  }

  private func transacted<Value>(_ db: Database, _ body: (Database) throws -> Value)
    -> Result<Value, LedgerError>
  {
    if let failure = stop.withLock({ $0 }) { return .failure(.store(failure)) }
    do {
      try db.beginTransaction(.immediate)
      do {
        let value = try body(db)
        try db.commit()
        return .success(value)
      } catch {
        // A failure that SQLite has rolled back itself leaves nothing to roll back, and the first
        // error is the one that tells.
        if db.isInsideTransaction { try? db.rollback() }
        throw error
      }
    } catch {
      let failure = LedgerError(error, path: path)
      if case .store(let storeFailure) = failure, storeFailure.endsWriting {
        stop.withLock { $0 = storeFailure }
      }
      return .failure(failure)
    }
  }

  /// Runs `body` on one unchanging state of the store, beside a writer.
  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
    async throws(LedgerError) -> Value
  {
    let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
      pool.asyncRead { database in
        continuation.resume(returning: Result { try body(database.get()) })
      }
    }
    do { return try result.get() } catch { throw LedgerError(error, path: path) }
  }
}

/// The store's own limits.
package struct LedgerSettings: Hashable, Codable, Sendable {
  /// How long a write waits for another process.
  package var busyTimeout: Duration = .seconds(10)
  /// Readers beside the one writer.
  package var readersMax = 4
  /// The most pages of 4096 bytes the store may have: 64 GiB.
  package var pagesMax = 16_777_216

  package init() {}
}
