/// What is wrong with the store as a file.
package enum StoreFailure: Error, Hashable, Sendable {
  case directoryMissing(path: String)
  case missing(path: String)
  case notADatabase(path: String)
  case ofAnotherProgram(path: String)
  case newer(path: String, version: Int, supported: Int)
  case notWritable(path: String)
  case full(path: String)
  case damaged(path: String, detail: String)
  case locked(path: String)
  /// A write to the disk failed. What the disk holds is not known until the store is opened anew,
  /// so every later write is refused with this same failure.
  case stopped(path: String, detail: String)
  case notDurable(path: String)
  case unexpected(path: String, detail: String)
}

extension StoreFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .directoryMissing(let path):
      "the directory of the store \(path) does not exist; make the home with xiaopiao init"
    case .missing(let path): "there is no store at \(path); make the home with xiaopiao init"
    case .notADatabase(let path):
      "\(path) is no SQLite database; restore the last backup, or make another home "
        + "(xiaopiao init --home DIRECTORY)"
    case .ofAnotherProgram(let path):
      "\(path) is a database of another program; restore the last backup, or make another home "
        + "(xiaopiao init --home DIRECTORY)"
    case .newer(let path, let version, let supported):
      "\(path) has the format \(version), and this xiaopiao knows formats up to \(supported); "
        + "run the newer xiaopiao that wrote it, or restore a backup"
    case .notWritable(let path):
      "\(path) cannot be written; make the file and its directory writable for this user"
    case .full(let path):
      "there is no room left to write \(path) and nothing of this step was stored; free some "
        + "space and run the command again"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)); stop, keep a copy, and restore the last backup"
    case .locked(let path):
      "\(path) has been in use by another process for too long; wait until it has finished and "
        + "try again"
    case .stopped(let path, let detail):
      "a write to \(path) failed (\(detail)) and nothing more is written; check the disk, start "
        + "again, and run xiaopiao verify"
    case .notDurable(let path):
      "\(path) does not keep synchronous=FULL, so a power loss could lose a credit; put the home "
        + "on a local disk"
    case .unexpected(let path, let detail): "the store \(path) failed: \(detail)"
    }
  }
}
