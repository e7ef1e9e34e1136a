import Crypto
package import Foundation
package import Intake
package import Receipts

/// A picture that a member hands in, before anything is known about it.
package struct Submission: Sendable {
  /// How the file is called to people: as the claims file or the inbox named it.
  package var file: String
  package var origin: Origin
  package var memberID: MemberID
  package var submittedAt: Date
  /// The caller's own; `nil`: derived.
  package var claimID: ClaimID?
  /// Keeps apart the derived identifiers of a file that one claims file names more than once.
  package var occurrence: Int

  /// Where the picture lies, and what becomes of the file.
  package enum Origin: Sendable {
    /// Stays where it is; a copy is kept.
    case file(path: String)
    /// Is taken out of the inbox.
    case inbox(InboxCandidate, Inbox)
    /// Was kept before, by a run that was cut short.
    case kept(path: String, digest: ImageDigest)

    var path: String {
      switch self {
      case .file(let path), .kept(let path, _): path
      case .inbox(let candidate, _): candidate.path
      }
    }
  }

  package init(
    file: String, origin: Origin, memberID: MemberID, submittedAt: Date, claimID: ClaimID? = nil,
    occurrence: Int = 0
  ) {
    self.file = file
    self.origin = origin
    self.memberID = memberID
    self.submittedAt = submittedAt
    self.claimID = claimID
    self.occurrence = occurrence
  }

  /// Reads the picture. One that was kept has to be the very one that was taken.
  func image(limits: ImageLimits) throws(ImageRefusal) -> IntakeImage {
    let image = try Intake.image(at: origin.path, limits: limits)
    guard case .kept(_, let digest) = origin, !digest.rawValue.isEmpty, image.digest != digest
    else { return image }
    throw ImageRefusal(
      .imageDamaged, "the picture that is kept is not the one that was taken; check the disk")
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
