/// Everything a home stores: register, members, rules, claims, purchases and entries, in one
/// SQLite file.
///
/// Every method runs off the caller's executor and is one transaction. A write that has begun is
/// finished even when its task is cancelled. After a failed write to the disk every later write is
/// refused (``StoreFailure/stopped(path:detail:)``).
package final class Ledger: Sendable {
  package let path: String

  /// Opens the store, makes it where there is none, and brings an older one to this version.
  /// Blocks on the disk.
  package init(path: String, identityKey: IdentityKey, settings: LedgerSettings = .init())
    throws(LedgerError)
  {
    fatalError()
  }

  package func close() throws(LedgerError) { fatalError() }
}

/// The store's own limits.
package struct LedgerSettings: Hashable, Codable, Sendable {
  /// How long a write waits for another process.
  package var busySeconds: Double = 10
  /// Readers beside the one writer.
  package var readersMax = 4
  /// The most pages of 4096 bytes the store may have: 64 GiB.
  package var pagesMax = 16_777_216

  package init() {}
}
