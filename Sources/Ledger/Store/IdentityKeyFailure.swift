/// What is wrong with the file of the identity key.
package enum IdentityKeyFailure: Error, Hashable, Sendable {
  case missing(path: String)
  case malformed(path: String)
  case exposed(path: String, mode: Int)
  case unusable(path: String, detail: String)
  /// The key is well formed, but it is not the one this store was made with.
  case ofAnotherStore(path: String)
}

extension IdentityKeyFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      "there is no identity key at \(path); restore it from the backup of this home, since "
        + "without it known purchases cannot be recognised"
    case .malformed(let path):
      "\(path) is no identity key of 64 hexadecimal digits; restore it from the backup of this home"
    case .exposed(let path, let mode):
      "the identity key \(path) can be read by others (mode \(String(mode, radix: 8))); run "
        + "chmod 600 on it"
    case .unusable(let path, let detail): "the identity key \(path) cannot be used: \(detail)"
    case .ofAnotherStore(let path):
      "the identity key does not belong to the store \(path); put both back from the same backup"
    }
  }
}
