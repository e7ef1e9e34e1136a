import GRDB
import Receipts

extension Purchase {
  /// What is stored of the number for comparing; `nil` when there is none to compare.
  var numberKey: String? {
    guard let key = receiptNumber?.key, !key.isEmpty else { return nil }
    return key
  }
}

extension Crediting {
  /// Takes the identities of a purchase. The index `purchase_identity_held` is the judge: there is
  /// no look-up before it.
  ///
  /// A taken number is this very purchase, if the amount is the same. A taken moment is this
  /// purchase too unless the numbers tell them apart: where they differ, or only one is known, a
  /// person is asked. A reviewer who has said that it is another purchase, and gave a number, has
  /// it credited under that number alone; the moment stays with the first.
  func insertIdentities(of purchase: Purchase, id: Int64, into db: Database) throws {
    if let identity = purchase.numberIdentity,
      let holder = try holder(takingFor: id, .number, identity, in: db)
    {
      // The same number for another sum is no plain duplicate: a split bill, or a misread digit.
      guard holder.amount == purchase.amount else {
        throw Refusal(state: .review, reason: .possibleDuplicate, duplicateOf: holder.claimID)
      }
      throw Refusal(state: .rejected, reason: .duplicatePurchase, duplicateOf: holder.claimID)
    }
    guard let holder = try holder(takingFor: id, .moment, purchase.momentIdentity, in: db) else {
      return
    }
    // Of a day without a clock there may be two of one amount: no machine says which.
    let isDayAlone = purchase.numberKey == nil && purchase.time.clock == nil
    guard isDayAlone || holder.numberKey != purchase.numberKey else {
      throw Refusal(state: .rejected, reason: .duplicatePurchase, duplicateOf: holder.claimID)
    }
    guard purchase.numberKey != nil, review?.confirmsDistinct == true else {
      throw Refusal(state: .review, reason: .possibleDuplicate, duplicateOf: holder.claimID)
    }
  }

  private struct Holder {
    var claimID: ClaimID
    var numberKey: String?
    var amount: Money
  }

  /// Inserts one identity; who holds it already, when it could not.
  private func holder(
    takingFor purchaseID: Int64, _ basis: IdentityRecord.Basis, _ identity: PurchaseIdentity,
    in db: Database
  ) throws -> Holder? {
    let digest = key.digest(of: identity)
    do {
      try db.execute(
        sql: "INSERT INTO purchase_identity (purchase_id, basis, digest) VALUES (?, ?, ?)",
        arguments: [purchaseID, basis.rawValue, digest])
      return nil
    } catch let error as DatabaseError where error.isUniqueness {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT claim_id, number_key, minor_units, currency FROM purchase_identity
          JOIN purchase ON purchase.id = purchase_id
          WHERE digest = ? AND released_by IS NULL
          """,
        arguments: [digest])
      guard let row else { throw error }
      return Holder(
        claimID: ClaimID(row["claim_id"] as String), numberKey: row["number_key"],
        amount: Money(
          minorUnits: row["minor_units"], currency: Currency(row["currency"] as String)))
    }
  }
}
