package import Receipts
package import struct Foundation.Date

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
  package var elapsedMilliseconds: Int?
  package var readers: [String]
  package var layoutVersion: Int?
  /// Where the picture was put, relative to the home.
  package var takenPath: String?
}

/// What became of handing in a claim.
package enum Received: Hashable, Sendable {
  /// Not seen before.
  case new(ClaimRecord)
  /// Received before and not decided: a restart goes on with it.
  case resumed(ClaimRecord)
  /// Decided before, or decided by the store at once: the very same file is claimed already.
  case decided(ClaimRecord)

  package var record: ClaimRecord {
    switch self {
    case .new(let record), .resumed(let record), .decided(let record): record
    }
  }
}

/// What recognition and extraction saw, kept with the claim.
package struct Observation: Sendable {
  /// `nil` when the image could not be read.
  package var reading: Reading?
  /// Kept for later replay.
  package var page: Page?
  package var layoutVersion: Int?
  /// From taking the picture to this decision.
  package var elapsedMilliseconds: Int

  package init(
    reading: Reading? = nil, page: Page? = nil, layoutVersion: Int? = nil,
    elapsedMilliseconds: Int
  ) {
    self.reading = reading
    self.page = page
    self.layoutVersion = layoutVersion
    self.elapsedMilliseconds = elapsedMilliseconds
  }
}

extension Ledger {
  /// Hands in a claim. The same identifier again is harmless; with another image or another
  /// member it is an error.
  ///
  /// The very same file as that of a claim that is not rejected makes this one rejected at once
  /// with ``Reason/duplicateImage``. An empty image digest says that no bytes could be read: such
  /// a claim can only be rejected, and handing it in again with an image begins it anew.
  package func receive(_ claim: Claim, takenPath: String? = nil, at now: Date)
    async throws(LedgerError) -> Received
  { fatalError() }

  /// Notes where the picture lies now, relative to the home.
  package func setTakenPath(_ path: String, of id: ClaimID) async throws(LedgerError) {
    fatalError()
  }

  package func claim(_ id: ClaimID) async throws(LedgerError) -> ClaimRecord? { fatalError() }

  /// In the order received; `after` names the last one already had.
  package func claims(in states: Set<ClaimState>, after: ClaimID? = nil, limit: Int)
    async throws(LedgerError) -> [ClaimRecord]
  { fatalError() }

  /// The page as it was recognised; `nil` when there was none.
  package func page(of id: ClaimID) async throws(LedgerError) -> Page? { fatalError() }
}
