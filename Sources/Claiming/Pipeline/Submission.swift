import Crypto
package import Foundation
package import Receipts

/// A picture that a member hands in, before anything is known about it.
package struct Submission: Hashable, Sendable {
  /// How the file is called to people: as the claims file or the inbox named it.
  package var file: String
  /// Where it lies.
  package var path: String
  package var memberID: MemberID
  package var submittedAt: Date
  /// The caller's own; `nil`: derived.
  package var claimID: ClaimID?
  /// Keeps apart the derived identifiers of a file that one claims file names more than once.
  package var occurrence: Int
  /// Whether the file is taken out of where it lies; else a copy is kept.
  package var isMoved: Bool

  package init(
    file: String, path: String, memberID: MemberID, submittedAt: Date, claimID: ClaimID? = nil,
    occurrence: Int = 0, isMoved: Bool = false
  ) {
    self.file = file
    self.path = path
    self.memberID = memberID
    self.submittedAt = submittedAt
    self.claimID = claimID
    self.occurrence = occurrence
    self.isMoved = isMoved
  }

  /// The caller's identifier, or one that is the same whenever the same bytes are handed in under
  /// the same name for the same member, so that running a batch again is harmless.
  func claimID(for digest: ImageDigest) -> ClaimID {
    if let claimID { return claimID }
    let parts = [memberID.rawValue, digest.rawValue, file, String(occurrence)]
    // Lengths keep apart what a separator inside a name would run together.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "|")
    let hash = SHA256.hash(data: Data(text.utf8))
    return ClaimID(hash.prefix(16).map { String(format: "%02x", $0) }.joined())
  }
}
