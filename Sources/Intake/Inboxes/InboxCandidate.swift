package import Receipts

package import struct Foundation.Date

/// A photograph in the inbox that has settled and knows its member: to be read, received by the
/// ledger, then taken.
package struct InboxCandidate: Sendable, Hashable {
  /// Where it lies now.
  package var path: String
  /// As people know it: the path below the inbox, `M000068/photo.jpg`.
  package var file: String
  package var memberID: MemberID
  /// The note's; `nil`: to be derived from member and image by the caller, always the same way.
  package var claimID: ClaimID?
  /// The note's; otherwise when the file was put or changed there.
  package var submittedAt: Date
  /// The note beside it, taken with it.
  package var notePath: String?
  /// What the note was when it was read; `nil` without one.
  package var noteFingerprint: FileFingerprint?
  /// What the file was when it had settled.
  package var fingerprint: FileFingerprint

  package init(
    path: String, file: String, memberID: MemberID, claimID: ClaimID? = nil, submittedAt: Date,
    notePath: String? = nil, noteFingerprint: FileFingerprint? = nil, fingerprint: FileFingerprint
  ) {
    self.path = path
    self.file = file
    self.memberID = memberID
    self.claimID = claimID
    self.submittedAt = submittedAt
    self.notePath = notePath
    self.noteFingerprint = noteFingerprint
    self.fingerprint = fingerprint
  }
}

/// What changes when a file is written to or replaced.
package struct FileFingerprint: Sendable, Hashable {
  package var device: UInt64
  package var inode: UInt64
  package var sizeBytes: Int64
  /// Since 1970, as the file system keeps it.
  package var modifiedNanoseconds: Int64

  package init(device: UInt64, inode: UInt64, sizeBytes: Int64, modifiedNanoseconds: Int64) {
    self.device = device
    self.inode = inode
    self.sizeBytes = sizeBytes
    self.modifiedNanoseconds = modifiedNanoseconds
  }
}
