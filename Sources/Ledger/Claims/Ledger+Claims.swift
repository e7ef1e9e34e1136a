package import struct Foundation.Date
import GRDB
package import Receipts

extension Ledger {
  /// Hands in a claim. The same identifier again is harmless; with another image or another
  /// member it is an error.
  ///
  /// The very same file as that of a claim that is not rejected makes this one rejected at once
  /// with ``Reason/duplicateImage``. An empty image digest says that no bytes could be read: such
  /// a claim can only be rejected, and handing it in again with an image begins it anew; so does
  /// handing in again what was rejected because the member was not known, once the member is.
  package func receive(_ claim: Claim, takenPath: String? = nil, at now: Date)
    async throws(LedgerError) -> Received
  {
    try await write { db in
      if try claim.insert(state: .received, takenPath: takenPath, at: now, into: db) {
        return .new(try ClaimRecord.existing(claim.id, in: db))
      }
      guard let known = try ClaimRecord.fetched(claim.id, from: db) else {
        return .sameImage(try claim.rejectAsSameImage(takenPath: takenPath, at: now, in: db))
      }
      return try claim.met(known, at: now, in: db)
    }
  }

  /// Notes where the picture lies now, relative to the home.
  package func setTakenPath(_ path: String, of id: ClaimID) async throws(LedgerError) {
    try await write { db in
      try db.execute(
        sql: "UPDATE claim SET taken_path = ? WHERE id = ?", arguments: [path, id.rawValue])
      guard db.changesCount == 1 else { throw LedgerError.claimUnknown(id) }
    }
  }

  package func claim(_ id: ClaimID) async throws(LedgerError) -> ClaimRecord? {
    try await read { try ClaimRecord.fetched(id, from: $0) }
  }

  /// The claim with that identifier, or those whose identifiers begin so; at most three.
  package func claimIDs(matching text: String) async throws(LedgerError) -> [ClaimID] {
    try await read { db in
      let ids = try String.fetchAll(
        db,
        sql: """
          SELECT id FROM claim WHERE id = ?1 OR substr(id, 1, length(?1)) = ?1
          ORDER BY id <> ?1, id LIMIT 3
          """, arguments: [text])
      return ids.first == text ? [ClaimID(text)] : ids.map { ClaimID($0) }
    }
  }

  /// In the order received; `after` names the last one already had, `counter` whose they are, as
  /// far as that was read.
  package func claims(
    in states: Set<ClaimState>, of counter: CounterCode? = nil, after: ClaimID? = nil, limit: Int
  ) async throws(LedgerError) -> [ClaimRecord] {
    try await read {
      try ClaimRecord.fetchedAll(in: states, of: counter, after: after, limit: limit, from: $0)
    }
  }

  /// How many claims are in a state.
  package func count(in state: ClaimState) async throws(LedgerError) -> Int {
    try await read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM claim WHERE state = ?", arguments: [state.rawValue]) ?? 0
    }
  }

  /// The page as it was recognised; `nil` when there was none.
  package func page(of id: ClaimID) async throws(LedgerError) -> Page? {
    try await read { db in
      try Row.fetchOne(
        db, sql: "SELECT page FROM claim_page WHERE claim_id = ?", arguments: [id.rawValue]
      )?.json("page")
    }
  }
}

extension Claim {
  private var storedDigest: String? {
    imageDigest.rawValue.isEmpty ? nil : imageDigest.rawValue
  }

  /// `false` when the identifier or, among claims that hold theirs, the image is there already.
  fileprivate func insert(
    state: ClaimState, takenPath: String?, at now: Date, into db: Database
  ) throws -> Bool {
    do {
      try db.execute(
        sql: """
          INSERT INTO claim (id, member_id, file, image_digest, holds_image, submitted_at,
            received_at, taken_path, state, reasons, signals, readers, decided_at, decider)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', '[]', '[]', ?, ?)
          """,
        arguments: [
          id.rawValue, memberID.rawValue, file, storedDigest,
          storedDigest != nil && state == .received, Columns.instant(submittedAt),
          Columns.instant(now), takenPath, state.rawValue,
          state == .received ? nil : Columns.instant(now), state == .received ? nil : "system",
        ])
      return true
    } catch let error as DatabaseError where error.isUniqueness {
      return false
    }
  }

  /// Records the claim, which another one with the same image keeps from being received.
  fileprivate func rejectAsSameImage(takenPath: String?, at now: Date, in db: Database) throws
    -> ClaimRecord
  {
    guard try insert(state: .rejected, takenPath: takenPath, at: now, into: db) else {
      preconditionFailure("the identifier \(id) was looked for and not found in this transaction")
    }
    return try settleAsSameImage(at: now, in: db)
  }

  private func settleAsSameImage(at now: Date, in db: Database) throws -> ClaimRecord {
    let holder = try String.fetchOne(
      db, sql: "SELECT id FROM claim WHERE image_digest = ? AND holds_image = 1",
      arguments: [storedDigest])
    let settlement = Settlement(
      state: .rejected, reasons: [.duplicateImage], duplicateOf: holder.map { ClaimID($0) })
    return try settlement.store(for: id, review: nil, observation: nil, at: now, in: db)
  }

  /// Compares with what was received under the same identifier before.
  fileprivate func met(_ known: ClaimRecord, at now: Date, in db: Database) throws -> Received {
    guard known.claim.memberID == memberID else {
      throw LedgerError.claimDiffers(id, in: .member)
    }
    let isUnread = known.claim.imageDigest.rawValue.isEmpty
    guard isUnread || storedDigest == nil || known.claim.imageDigest == imageDigest else {
      throw LedgerError.claimDiffers(id, in: .image)
    }
    let isOpen = known.state == .received || known.state == .rejected
    let beginsAnew = try isUnread && isOpen || isOfNewMember(known, in: db)
    guard beginsAnew, storedDigest != nil else {
      return known.state == .received ? .resumed(known) : .decided(known)
    }
    do {
      try reopen(in: db)
    } catch let error as DatabaseError where error.isUniqueness {
      return .sameImage(try settleAsSameImage(at: now, in: db))
    }
    return .new(try ClaimRecord.existing(id, in: db))
  }

  /// It was rejected because nobody knew the member, who has been imported since.
  private func isOfNewMember(_ known: ClaimRecord, in db: Database) throws -> Bool {
    guard known.state == .rejected, known.reasons == [.memberUnknown] else { return false }
    return try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM member WHERE id = ?)", arguments: [memberID.rawValue])
      ?? false
  }

  /// A claim whose bytes could not be read, or whose member was not known, begins anew.
  private func reopen(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE claim SET image_digest = ?, holds_image = 1, file = ?, state = 'received',
          reasons = '[]', signals = '[]', duplicate_of = NULL, decided_at = NULL, decider = NULL,
          reviewer = NULL, elapsed_ms = NULL
        WHERE id = ?
        """,
      arguments: [storedDigest, file, id.rawValue])
  }
}
