import Foundation
import GRDB
import Ledger
import Receipts
import Testing

@Suite("Tampering")
struct VerifyingTests {
  /// A home with a credit that has a grant and a number, a reversal, a review and a rejection.
  private static func home() async throws -> Home {
    let home = try await Home()
    try await home.credit(
      "c1", try Samples.purchase(number: "A-1"),
      grants: [CampaignGrant(campaign: "a", points: Points(40))])
    try await home.credit("c2", member: "M2", try Samples.purchase(counter: "C2"))
    _ = try await home.ledger.reverse(
      ClaimID("c2"), review: Samples.reviewer, releasesPurchase: true, at: Samples.now)
    try await home.decide("c3", .review([.amountUncertain]))
    try await home.decide("c4", .reject([.refund]))
    try await home.expectClean()
    return home
  }

  @Test(
    "the store itself refuses to change or delete what is written for good",
    arguments: [
      "UPDATE posting SET points = 1000 WHERE entry_id = 1 AND account = 'member'",
      "DELETE FROM posting", "UPDATE entry SET note = 'x'", "DELETE FROM entry",
      "UPDATE decision SET state = 'credited'", "DELETE FROM decision",
      "UPDATE purchase SET minor_units = 1", "DELETE FROM purchase",
      "DELETE FROM purchase_identity",
      "UPDATE purchase_identity SET digest = replace(hex(zeroblob(32)), '0', 'a')",
      "UPDATE purchase_identity SET released_by = NULL WHERE released_by IS NOT NULL",
      "UPDATE campaign_grant SET points = 1", "DELETE FROM campaign_grant",
      "UPDATE rules_version SET toml = 'x'", "DELETE FROM rules_version",
      // An entry that does not balance, or a posting added to one that does.
      "INSERT INTO posting VALUES (1, 3, 'member', 'M1', 1000)",
      """
      INSERT INTO entry (kind, claim_id, purchase_id, image_digest, rules_version, readers,
        reverses, made_at, decider) VALUES ('reversal', 'c1', 1, 'x', 1, '[]', 1, 0, 'system')
      """,
      // A second reversal, a reversal of a reversal, a second credit.
      """
      INSERT INTO entry (kind, claim_id, purchase_id, image_digest, rules_version, readers,
        reverses, made_at, decider) VALUES ('reversal', 'c2', 2, 'x', 1, '[]', 2, 0, 'system')
      """,
      """
      INSERT INTO entry (kind, claim_id, purchase_id, image_digest, rules_version, readers,
        reverses, made_at, decider) VALUES ('reversal', 'c2', 2, 'x', 1, '[]', 3, 0, 'system')
      """,
      """
      INSERT INTO entry (kind, claim_id, purchase_id, image_digest, rules_version, readers,
        made_at, decider) VALUES ('credit', 'c1', 1, 'x', 1, '[]', 0, 'system')
      """,
      // States that contradict themselves.
      "UPDATE claim SET state = 'credited' WHERE id = 'c3'",
      "UPDATE claim SET state = 'received' WHERE id = 'c1'",
      "UPDATE claim SET points = NULL WHERE id = 'c1'",
      "UPDATE claim SET holds_image = 0 WHERE id = 'c1'",
      "UPDATE claim SET state = 'paid' WHERE id = 'c1'",
      "UPDATE claim SET points = 'many' WHERE id = 'c1'",
    ])
  func refused(sql: String) async throws {
    let home = try await Self.home()
    let stranger = try home.stranger()
    await #expect(throws: DatabaseError.self, "\(sql)") {
      try await stranger.write { try $0.execute(sql: sql) }
    }
    try await home.expectClean("\(sql)")
  }

  /// What a stranger who has dropped every trigger and reference does, and what finds it.
  static let damages: [(sql: String, invariant: Violation.Invariant)] = [
    ("UPDATE balance SET points = points + 1 WHERE member_id = 'M1'", .balancesMatch),
    ("DELETE FROM balance", .balancesMatch),
    ("INSERT INTO balance VALUES ('M3', 'member', 5)", .balancesMatch),
    ("UPDATE posting SET points = 1000 WHERE entry_id = 1 AND position = 2", .entriesBalance),
    ("UPDATE posting SET points = 1000 WHERE entry_id = 1 AND position = 2", .pointsMatch),
    ("UPDATE posting SET member_id = 'M3' WHERE entry_id = 1 AND position = 2", .pointsMatch),
    ("DELETE FROM posting WHERE entry_id = 1", .entriesBalance),
    ("DELETE FROM entry WHERE id = 1", .creditedHasEntry),
    ("DELETE FROM entry WHERE id = 3", .reversedHasReversal),
    ("DELETE FROM purchase WHERE claim_id = 'c1'", .creditedHasPurchase),
    ("UPDATE claim SET state = 'credited', holds_image = 1 WHERE id = 'c2'", .creditedHasEntry),
    (
      "UPDATE claim SET state = 'review', points = NULL, rules_version = NULL WHERE id = 'c1'",
      .creditedHasEntry
    ),
    ("UPDATE claim SET state = 'reversed' WHERE id = 'c1'", .reversedHasReversal),
    ("UPDATE claim SET points = 1000 WHERE id = 'c1'", .pointsMatch),
    ("UPDATE posting SET points = 2 * points WHERE entry_id = 3", .reversalNegates),
    ("UPDATE posting SET account = 'held' WHERE entry_id = 3 AND position = 2", .reversalNegates),
    ("DELETE FROM campaign_grant", .campaignTotalsMatch),
    ("UPDATE campaign_total SET points = 1", .campaignTotalsMatch),
    ("UPDATE campaign_grant SET points = 101", .grantsWithinPoints),
    ("INSERT INTO campaign_grant VALUES (3, 'a', 'M2', 20777, -5)", .reversalNegates),
    ("DELETE FROM purchase_identity WHERE basis = 'number'", .purchaseHasIdentities),
    ("DELETE FROM purchase_identity", .purchaseHasIdentities),
    (
      "UPDATE purchase_identity SET digest = lower(hex(randomblob(32))) WHERE purchase_id = 1",
      .identitiesRecompute
    ),
    ("UPDATE purchase SET minor_units = 1 WHERE claim_id = 'c1'", .identitiesRecompute),
    ("UPDATE purchase SET number = 'A-2', number_key = 'A2' WHERE id = 1", .identitiesRecompute),
    ("UPDATE purchase_identity SET released_by = 1 WHERE purchase_id = 1", .releasesAreReversals),
    ("UPDATE decision SET state = 'rejected' WHERE claim_id = 'c1'", .decisionsMatch),
    ("DELETE FROM decision WHERE claim_id = 'c4'", .decisionsMatch),
    ("DELETE FROM rules_version", .referencesHold),
    ("DELETE FROM member WHERE id = 'M1'", .referencesHold),
    ("UPDATE posting SET account = 'held' WHERE entry_id = 1 AND position = 1", .creditsMoveIssued),
    ("UPDATE entry SET purchase_id = 1 WHERE id = 3", .entriesNamePurchase),
    ("UPDATE purchase SET minute = minute + 1 WHERE id = 1", .purchaseColumnsMatch),
    ("UPDATE purchase SET day = 0, minute = 0 WHERE id = 1", .purchaseColumnsMatch),
    ("UPDATE purchase SET number_key = 'A9' WHERE id = 1", .purchaseColumnsMatch),
    ("UPDATE purchase SET time = '2026-11-20T12:38:00' WHERE id = 1", .purchaseColumnsMatch),
    (
      """
      DROP INDEX purchase_identity_held;
      UPDATE purchase_identity SET released_by = NULL, digest = (
        SELECT digest FROM purchase_identity WHERE purchase_id = 1 AND basis = 'moment')
      WHERE purchase_id = 2
      """, .identitiesUnique
    ),
    ("DELETE FROM purchase_identity WHERE basis = 'moment' AND purchase_id = 1", .momentsHeld),
    (
      "UPDATE purchase_identity SET released_by = 3 WHERE purchase_id = 1 AND basis = 'number'",
      .releasesAreWhole
    ),
    ("UPDATE campaign_grant SET member_id = 'M2'", .grantsMatch),
    ("UPDATE campaign_grant SET day = day + 1", .grantsMatch),
  ]

  @Test("whatever is damaged by hand is found by verify", arguments: damages)
  func found(sql: String, invariant: Violation.Invariant) async throws {
    let home = try await Self.home()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    let stranger = try DatabaseQueue(path: home.path, configuration: configuration)
    try await stranger.write { db in
      let triggers = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
      try db.execute(sql: sql)
      #expect(db.changesCount > 0)
    }
    let violations = try await home.ledger.verify()
    #expect(violations.contains { $0.invariant == invariant }, "\(sql): \(violations)")
    #expect(violations.allSatisfy { !$0.detail.isEmpty })
  }

  @Test(
    "an index or a trigger that is gone is found by its name",
    arguments: ["trigger posting_is_final", "index purchase_identity_held", "index claim_state"])
  func missing(name: String) async throws {
    let home = try await Self.home()
    let stranger = try home.stranger()
    try await stranger.write { try $0.execute(sql: "DROP \(name)") }
    let violations = try await home.ledger.verify()
    #expect(violations.map(\.invariant) == [.schemaWhole])
    #expect(violations.map(\.detail) == ["the \(name) is missing"])
  }

  @Test("a purchase that a reviewer has told apart by its number alone is as it should be")
  func toldApart() async throws {
    let home = try await Self.home()
    let purchase = try Samples.purchase(number: "B-2")
    try await home.decide("c5", .review([.possibleDuplicate]))
    let record = try await home.ledger.approve(
      ClaimID("c5"), review: Review(reviewer: "li", confirmsDistinct: true),
      query: Samples.query(purchase), at: Samples.now,
      by: { _ in Decision(.credit(purchase, Samples.accrued())) })
    #expect(record.state == .credited)
    try await home.expectClean()
  }

  @Test("a violation names what is wrong and where")
  func told() async throws {
    let home = try await Self.home()
    let stranger = try home.stranger()
    try await stranger.write { db in
      try db.execute(sql: "UPDATE balance SET points = 7 WHERE member_id = 'M1'")
    }
    let violations = try await home.ledger.verify()
    #expect(violations.map(\.invariant) == [.balancesMatch])
    #expect(
      violations.map(\.detail) == ["member M1 has 7 points in member, the postings give 100"])
  }
}
