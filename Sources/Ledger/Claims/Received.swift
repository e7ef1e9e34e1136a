/// What became of handing in a claim.
package enum Received: Hashable, Sendable {
  /// Not seen before.
  case new(ClaimRecord)
  /// Received before and not decided: a restart goes on with it.
  case resumed(ClaimRecord)
  /// Decided before.
  case decided(ClaimRecord)
  /// Rejected by the store at once: the very same file is claimed already.
  case sameImage(ClaimRecord)

  package var record: ClaimRecord {
    switch self {
    case .new(let record), .resumed(let record), .decided(let record), .sameImage(let record):
      record
    }
  }
}
