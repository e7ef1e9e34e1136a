package import struct Foundation.Date

/// One member's request for one image.
package struct Claim: Hashable, Codable, Sendable {
  package var id: ClaimID
  package var memberID: MemberID
  /// As the claims file, the inbox or the command line named it; for people.
  package var file: String
  package var imageDigest: ImageDigest
  /// When the member sent it; orders nothing, but the window of purchase time is counted back
  /// from it.
  package var submittedAt: Date

  package init(
    id: ClaimID, memberID: MemberID, file: String, imageDigest: ImageDigest, submittedAt: Date
  ) {
    self.id = id
    self.memberID = memberID
    self.file = file
    self.imageDigest = imageDigest
    self.submittedAt = submittedAt
  }
}

/// Where a claim stands. The raw values are the database's and the contract's.
package enum ClaimState: String, Codable, Sendable, CaseIterable {
  /// Taken, not decided yet: a restart goes on with it.
  case received
  case credited
  case review
  case rejected
  /// Was credited, and the credit was taken back by an entry.
  case reversed
}
