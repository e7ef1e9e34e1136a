import struct Foundation.Date
import GRDB
import Receipts

/// The one way to a credit, for the system and for reviewers: purchase, identities, entry,
/// postings and grants, or nothing of it and a refusal.
struct Crediting {
  var record: ClaimRecord
  var readers: [String]
  var layoutVersion: Int?
  var review: Review?
  var key: IdentityKey
  var now: Date

  /// A constraint of the store that keeps a purchase from being credited.
  struct Refusal: Error {
    var state: ClaimState
    var reason: Reason
    var duplicateOf: ClaimID?
  }

  /// Writes the credit, if it is one, and says where the claim ends up.
  func settlement(of decision: Decision, in db: Database) throws -> Settlement {
    switch decision.outcome {
    case .review(let reasons):
      try require(!reasons.isEmpty, "a review has a reason")
      return Settlement(
        state: .review, reasons: kept(reasons), signals: decision.signals,
        duplicateOf: decision.duplicateOf)
    case .reject(let reasons):
      try require(!reasons.isEmpty, "a rejection has a reason")
      return Settlement(
        state: .rejected, reasons: reasons, signals: decision.signals,
        duplicateOf: decision.duplicateOf)
    case .credit(let purchase, let accrued):
      try check(purchase, accrued)
      guard let refusal = try refusal(ofCrediting: purchase, accrued, in: db) else {
        return Settlement(
          state: .credited, signals: decision.signals, accrued: accrued,
          counter: purchase.counter)
      }
      return Settlement(
        state: refusal.state,
        reasons: refusal.state == .review ? kept([refusal.reason]) : [refusal.reason],
        signals: decision.signals,
        counter: refusal.reason == .counterUnknown ? nil : purchase.counter,
        duplicateOf: refusal.duplicateOf)
    }
  }

  /// The reasons of a review, then those that were there before: an approval that comes back has
  /// settled none of the other doubts.
  private func kept(_ reasons: [Reason]) -> [Reason] {
    reasons + record.reasons.filter { !reasons.contains($0) }
  }

  /// What no decision of ours may say; a broken program, told without bringing down the others'
  /// claims.
  private func check(_ purchase: Purchase, _ accrued: Accrued) throws {
    try require(!record.claim.imageDigest.rawValue.isEmpty, "its image was never read")
    try require(purchase.amount.minorUnits > 0, "the amount \(purchase.amount) is not positive")
    try require(accrued.points > .zero, "\(accrued.points) points are no credit")
    let granted = accrued.grants.map(\.points)
    try require(granted.allSatisfy { $0 > .zero }, "a campaign grants nothing or less")
    let sum = granted.reduce(.zero, +)
    try require(sum <= accrued.points, "campaigns grant \(sum) of \(accrued.points) points")
    let campaigns = accrued.grants.map(\.campaign)
    try require(Set(campaigns).count == campaigns.count, "a campaign grants twice")
  }

  /// The layout is of the counter that was read; a reviewer may have named another.
  private func layoutVersion(of purchase: Purchase) -> Int? {
    review == nil || record.reading?.counter.best?.value.code == purchase.counter
      ? layoutVersion : nil
  }

  private func require(_ condition: Bool, _ detail: @autoclosure () -> String) throws {
    guard condition else { throw LedgerError.decisionInvalid(record.id, detail: detail()) }
  }

  /// `nil` when everything was written; otherwise nothing was.
  private func refusal(ofCrediting purchase: Purchase, _ accrued: Accrued, in db: Database) throws
    -> Refusal?
  {
    do {
      try db.inSavepoint {
        let purchaseID = try insert(purchase, into: db)
        try insertIdentities(of: purchase, id: purchaseID, into: db)
        try insertEntry(purchase: purchase, id: purchaseID, accrued, into: db)
        return .commit
      }
      return nil
    } catch let refusal as Refusal {
      return refusal
    }
  }

  private func insert(_ purchase: Purchase, into db: Database) throws -> Int64 {
    do {
      try db.execute(
        sql: """
          INSERT INTO purchase (claim_id, counter_code, minor_units, currency, time, precision,
            day, minute, number, number_key)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.id.rawValue, purchase.counter.rawValue, purchase.amount.minorUnits,
          purchase.amount.currency.rawValue, purchase.time.iso,
          purchase.time.precision.rawValue, purchase.time.day.ordinal,
          purchase.time.ordinalMinute, purchase.receiptNumber?.rawValue, purchase.numberKey,
        ])
    } catch let error as DatabaseError where error.isForeignKey {
      // The claim is there, so it is the counter.
      throw Refusal(state: .review, reason: .counterUnknown)
    }
    return db.lastInsertedRowID
  }

  private func insertEntry(
    purchase: Purchase, id purchaseID: Int64, _ accrued: Accrued, into db: Database
  ) throws {
    let draft = EntryDraft(
      kind: .credit, claim: record.claim, purchaseID: purchaseID,
      rulesVersion: accrued.rulesVersion, readers: readers,
      layoutVersion: layoutVersion(of: purchase),
      reverses: nil, review: review)
    let entryID: Int64
    do {
      entryID = try draft.insert(at: now, into: db)
    } catch let error as DatabaseError where error.isForeignKey {
      // Claim and purchase are there, so it is the rules.
      throw LedgerError.decisionInvalid(
        record.id, detail: "there are no rules of version \(accrued.rulesVersion)")
    }
    let member = record.claim.memberID
    try Posting(account: .issued, memberID: nil, points: -accrued.points)
      .insert(entry: entryID, position: 1, into: db)
    do {
      try Posting(account: .member, memberID: member, points: accrued.points)
        .insert(entry: entryID, position: 2, into: db)
    } catch let error as DatabaseError where error.isForeignKey {
      // Entry and account are there, so it is the member.
      throw Refusal(state: .rejected, reason: .memberUnknown)
    }
    for grant in accrued.grants {
      try grant.insert(
        entry: entryID, member: member, day: purchase.time.day.ordinal, into: db)
    }
  }
}
