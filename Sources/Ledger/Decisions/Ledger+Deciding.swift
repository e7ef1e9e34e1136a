package import struct Foundation.Date
import GRDB
package import Receipts

/// A decision made inside the transaction. It is asked once, and must not keep the context.
package typealias Deciding = @Sendable (DecisionContext) throws -> Decision

extension Ledger {
  /// Decides a received claim in one transaction: reads history and usage, asks `decision`, and
  /// writes the verdict with all that follows from it.
  ///
  /// The store's constraints have the last word over a credit: a purchase that is credited already
  /// is rejected with ``Reason/duplicatePurchase``, one that may be is sent to review with
  /// ``Reason/possibleDuplicate``, an unknown member is rejected, an unknown counter goes to
  /// review. Deciding a claim that is decided returns what is stored and asks nothing.
  ///
  /// - Parameter image: the picture that was looked at; where the claim is for another by now,
  ///   nothing is decided and what is stored comes back. `nil`: whichever it is.
  package func decide(
    _ id: ClaimID, image: ImageDigest? = nil, observation: Observation, query: HistoryQuery,
    at now: Date, by decision: @escaping Deciding
  ) async throws(LedgerError) -> ClaimRecord {
    let key = key
    let stored: StoredObservation
    do {
      stored = try StoredObservation(observation)
    } catch {
      throw .decisionInvalid(id, detail: "the observation cannot be written: \(error)")
    }
    return try await write { db in
      let record = try ClaimRecord.existing(id, in: db)
      guard record.state == .received, image == nil || image == record.claim.imageDigest else {
        return record
      }
      let decided = try Self.asked(decision, of: record, query: query, in: db)
      let crediting = Crediting(
        record: record, readers: observation.page?.readers ?? [],
        layoutVersion: observation.layoutVersion, review: nil, key: key, now: now)
      return try crediting.settlement(of: decided, in: db)
        .store(for: id, review: nil, observation: stored, at: now, in: db)
    }
  }

  /// A reviewer's decision over a claim in review, under the same constraints. `decision` counts
  /// the points of the purchase that the reviewer confirmed.
  package func approve(
    _ id: ClaimID, review: Review, query: HistoryQuery, at now: Date,
    by decision: @escaping Deciding
  ) async throws(LedgerError) -> ClaimRecord {
    let key = key
    return try await write { db in
      let record = try Self.inReview(id, in: db)
      let decided = try Self.asked(decision, of: record, query: query, in: db)
      let crediting = Crediting(
        record: record, readers: record.readers, layoutVersion: record.layoutVersion,
        review: review, key: key, now: now)
      return try crediting.settlement(of: decided, in: db)
        .store(for: id, review: review, observation: nil, at: now, in: db)
    }
  }

  /// A reviewer rejects a claim in review.
  package func reject(
    _ id: ClaimID, review: Review, reasons: [Reason] = [.reviewerRejected], at now: Date
  ) async throws(LedgerError) -> ClaimRecord {
    guard !reasons.isEmpty else { throw .decisionInvalid(id, detail: "a rejection has a reason") }
    return try await write { db in
      _ = try Self.inReview(id, in: db)
      return try Settlement(state: .rejected, reasons: reasons)
        .store(for: id, review: review, observation: nil, at: now, in: db)
    }
  }

  private static func inReview(_ id: ClaimID, in db: Database) throws -> ClaimRecord {
    let record = try ClaimRecord.existing(id, in: db)
    guard record.state == .review else {
      throw LedgerError.claimNotInReview(id, record.state)
    }
    return record
  }

  private static func asked(
    _ decision: Deciding, of record: ClaimRecord, query: HistoryQuery, in db: Database
  ) throws -> Decision {
    let context = try DecisionContext(of: record, query: query, in: db)
    do {
      return try decision(context)
    } catch let error as DatabaseError {
      // The store's own, from the context's look-ups.
      throw error
    } catch {
      throw LedgerError.decisionFailed(record.id, detail: String(describing: error))
    }
  }
}
