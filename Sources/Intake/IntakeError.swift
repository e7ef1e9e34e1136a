/// A file system that does not do what Intake needs. What is wrong with one photograph is an
/// ``ImageRefusal``, with one file of the inbox an ``InboxRefusal``; neither is thrown as this.
package enum IntakeError: Error, Sendable, Hashable {
  case inboxUnavailable(path: String, why: String)
  case changedWhileTaken(file: String)
  case notTaken(file: String, directory: String, why: String)
}

extension IntakeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .inboxUnavailable(let path, let why):
      "inbox \(path) cannot be used: \(why); it must be a directory that may be read and written"
    case .changedWhileTaken(let file):
      "\(file) changed after it was read; it stays in the inbox and is read again"
    case .notTaken(let file, let directory, let why):
      "\(file) cannot be moved to \(directory): \(why); "
        + "both must be on one file system and writable"
    }
  }
}
