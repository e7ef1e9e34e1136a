package import Receipts
package import struct Foundation.Date

/// Everything about one claim.
package struct ClaimDetail: Hashable, Sendable {
  package var record: ClaimRecord
  package var decisions: [DecisionRecord]
  package var entries: [Entry]
  package var identities: [IdentityRecord]
}

/// Who decided what and when. Never changed, never deleted.
package struct DecisionRecord: Hashable, Sendable {
  package var decidedAt: Date
  package var decidedBy: Decider
  package var state: ClaimState
  package var reasons: [Reason]
  package var fields: [FieldName: String]
  package var note: String?
}

/// One identity that a credited purchase holds, or held until it was released.
package struct IdentityRecord: Hashable, Sendable {
  package enum Basis: String, Hashable, Sendable, CaseIterable { case number, moment }
  package var basis: Basis
  package var digest: String
  package var isReleased: Bool
}

/// What one member has, and how it came.
package struct MemberStatement: Hashable, Sendable {
  package var member: Member
  package var balance: Points
  /// The newest first.
  package var lines: [Line]

  package struct Line: Hashable, Sendable {
    package var entryID: Int64
    package var kind: EntryKind
    package var madeAt: Date
    package var points: Points
    package var claimID: ClaimID
    package var counterName: String
    package var purchase: Purchase
  }
}

extension Ledger {
  /// `nil` when there is no such claim.
  package func detail(of id: ClaimID) async throws(LedgerError) -> ClaimDetail? { fatalError() }

  /// `nil` when there is no such member.
  package func statement(of id: MemberID, linesMax: Int = 100) async throws(LedgerError)
    -> MemberStatement?
  { fatalError() }

  /// The balance of each member that has any entry.
  package func balances() async throws(LedgerError) -> [MemberID: Points] { fatalError() }
}
