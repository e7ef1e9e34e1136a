package import struct Foundation.Date
package import Receipts

/// One movement of points, by postings that sum to zero. Never changed, never deleted.
package struct Entry: Hashable, Sendable {
  package var id: Int64
  package var kind: EntryKind
  package var claimID: ClaimID
  package var imageDigest: ImageDigest
  package var rulesVersion: Int
  package var readers: [String]
  package var layoutVersion: Int?
  /// The entry that this one takes back.
  package var reverses: Int64?
  package var madeAt: Date
  package var madeBy: Decider
  package var note: String?
  package var postings: [Posting]
}

package enum EntryKind: String, Hashable, Sendable, CaseIterable {
  case credit, reversal
}

/// Points added to one account, negative where they are taken from it.
package struct Posting: Hashable, Sendable {
  package var account: Account
  /// `nil` for the mall's own accounts.
  package var memberID: MemberID?
  package var points: Points

  package init(account: Account, memberID: MemberID?, points: Points) {
    self.account = account
    self.memberID = memberID
    self.points = points
  }
}

/// Where points can be.
package enum Account: String, Hashable, Sendable, CaseIterable {
  case issued, held, member, redeemed, expired
}
