import GRDB

extension StoreFailure {
  /// What an error of SQLite means for the store at `path`.
  init(_ error: DatabaseError, path: String) {
    let detail =
      "\(error.message ?? "no message"), SQLite code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path: path)
    // The index of the log, a file beside the store, found no room; nothing was written yet.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self = .full(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      self = .notWritable(path: path)
    case .SQLITE_IOERR: self = .stopped(path: path, detail: detail)
    default: self = .unexpected(path: path, detail: detail)
    }
  }

  /// Whether the disk may hold something else than what was asked of it. After a failed `fsync` the
  /// pages may be marked clean, so a second try would succeed without having written anything.
  var endsWriting: Bool {
    if case .stopped = self { return true }
    return false
  }
}

extension LedgerError {
  /// Any error of a transaction as one of ours.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as LedgerError: self = error
    case let error as StoreFailure: self = .store(error)
    case let error as DatabaseError: self = .store(StoreFailure(error, path: path))
    case let error as UnreadableRow:
      self = .store(.damaged(path: path, detail: error.description))
    default: self = .store(.unexpected(path: path, detail: String(describing: error)))
    }
  }
}

extension DatabaseError {
  /// A `UNIQUE` constraint or a primary key.
  var isUniqueness: Bool {
    extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
      || extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY
  }

  var isForeignKey: Bool { extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY }
}
