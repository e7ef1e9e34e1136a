import Foundation
import Ledger
import Receipts
import Testing

@Suite("Reviews")
struct ReviewTests {
  private static func approve(
    _ home: Home, _ id: String, _ purchase: Purchase, review: Review = Samples.reviewer
  ) async throws -> ClaimRecord {
    try await home.ledger.approve(
      ClaimID(id), review: review, query: Samples.query(purchase), at: Samples.now,
      by: { _ in Decision(.credit(purchase, Samples.accrued())) })
  }

  @Test("an approval credits through the same constraints and names the reviewer")
  func approved() async throws {
    let home = try await Home()
    try await home.decide("c1", .review([.amountUncertain]))
    let review = Review(
      reviewer: "li", note: "read again", fields: [.amount: "100.00", .receiptNumber: "A-1"])
    let record = try await Self.approve(home, "c1", try Samples.purchase(), review: review)
    #expect(record.state == .credited)
    #expect(record.reasons == [])
    #expect(record.decidedBy == .reviewer("li"))
    #expect(record.elapsedMilliseconds == 400)
    let detail = try #require(try await home.ledger.detail(of: ClaimID("c1")))
    #expect(detail.decisions.map(\.state) == [.review, .credited])
    #expect(detail.decisions.last?.fields == review.fields)
    #expect(detail.decisions.last?.note == "read again")
    #expect(detail.entries.last?.madeBy == .reviewer("li"))
    try await home.expectClean()
  }

  @Test("a reviewer cannot credit a purchase that is credited already")
  func approvedTwice() async throws {
    let home = try await Home()
    try await home.credit("c1", try Samples.purchase(number: "A-1"))
    try await home.decide("c2", member: "M2", .review([.amountUncertain]))
    let record = try await Self.approve(home, "c2", try Samples.purchase(number: "A-1"))
    #expect(record.state == .rejected)
    #expect(record.reasons == [.duplicatePurchase])
    #expect(try await home.balance("M2") == 0)
    try await home.expectClean()
  }

  @Test(
    "the same moment is another purchase only by word of the reviewer and a number of its own",
    arguments: [
      ("A-1", "A-2", true, .credited), ("A-1", "A-2", false, .review), ("A-1", nil, true, .review),
      (nil, "A-2", true, .credited), (nil, "A-2", false, .review), (nil, nil, true, .rejected),
      ("A-1", "A-1", true, .rejected),
    ] as [(String?, String?, Bool, ClaimState)])
  func distinct(first: String?, second: String?, confirms: Bool, state: ClaimState) async throws {
    let home = try await Home()
    try await home.credit("c1", try Samples.purchase(number: first))
    try await home.decide("c2", member: "M2", .review([.possibleDuplicate]))
    let review = Review(reviewer: "li", confirmsDistinct: confirms)
    let record = try await Self.approve(
      home, "c2", try Samples.purchase(number: second), review: review)
    #expect(record.state == state)
    if state == .credited {
      let detail = try #require(try await home.ledger.detail(of: ClaimID("c2")))
      #expect(detail.identities.map(\.basis) == [.number])
    }
    try await home.expectClean()
  }

  @Test("a rejection keeps its reason and frees the picture")
  func rejected() async throws {
    let home = try await Home()
    try await home.decide("c1", image: "same", .review([.amountUncertain]))
    let review = Review(reviewer: "li", note: "photograph of a screen")
    let record = try await home.ledger.reject(ClaimID("c1"), review: review, at: Samples.now)
    #expect(record.state == .rejected)
    #expect(record.reasons == [.reviewerRejected])
    let again = try await home.ledger.receive(
      Samples.claim("c2", image: "same"), at: Samples.now)
    #expect(again.record.state == .received)
    try await home.expectClean()
  }

  @Test("only a claim in review is reviewed, and once")
  func notInReview() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase()
    try await home.credit("c1", purchase)
    await #expect(throws: LedgerError.claimNotInReview(ClaimID("c1"), .credited)) {
      try await Self.approve(home, "c1", purchase)
    }
    await #expect(throws: LedgerError.claimNotInReview(ClaimID("c1"), .credited)) {
      try await home.ledger.reject(ClaimID("c1"), review: Samples.reviewer, at: Samples.now)
    }
    await #expect(throws: LedgerError.claimUnknown(ClaimID("none"))) {
      try await Self.approve(home, "none", purchase)
    }
    #expect(try await home.balance("M1") == 100)
  }

  @Test("two reviewers at once: one credits, the other is told")
  func atOnce() async throws {
    let home = try await Home()
    try await home.decide("c1", .review([.amountUncertain]))
    let purchase = try Samples.purchase()
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (try? await Self.approve(home, "c1", purchase)) != nil }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(outcomes == 1)
    #expect(try await home.balance("M1") == 100)
    try await home.expectClean()
  }
}
