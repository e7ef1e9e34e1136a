package import struct Foundation.Date
package import Receipts

/// A claim as the store has it.
package struct ClaimRecord: Hashable, Sendable {
  package var claim: Claim
  package var state: ClaimState
  /// The most important first; empty for a credit.
  package var reasons: [Reason]
  package var signals: [Signal]
  package var reading: Reading?
  /// What was credited; still there after a reversal.
  package var purchase: Purchase?
  /// What was credited, before any reversal.
  package var accrued: Accrued?
  /// The claim this one repeats, where the reason says so.
  package var duplicateOf: ClaimID?
  package var receivedAt: Date
  package var decidedAt: Date?
  /// Who decided last.
  package var decidedBy: Decider?
  /// From taking the picture to the first decision.
  package var elapsedMilliseconds: Int?
  package var readers: [String]
  package var layoutVersion: Int?
  /// Where the picture was put, relative to the home.
  package var takenPath: String?

  package var id: ClaimID { claim.id }
}
