import Foundation
import Ledger
import Receipts
import Testing

@Suite("Reversing credits")
struct ReversingTests {
  private static func reverse(_ home: Home, _ id: String, releases: Bool = false) async throws
    -> ClaimRecord
  {
    try await home.ledger.reverse(
      ClaimID(id), review: Review(reviewer: "li", note: "refunded"), releasesPurchase: releases,
      at: Samples.now
    ).record
  }

  @Test("a reversal is a new entry that negates the old and names it")
  func reversed() async throws {
    let home = try await Home()
    try await home.credit(
      "c1", try Samples.purchase(),
      grants: [CampaignGrant(campaign: "a", points: Points(40))])
    let record = try await Self.reverse(home, "c1")
    #expect(record.state == .reversed)
    #expect(record.reasons == [.reversed])
    #expect(record.accrued?.points == Points(100))
    let entries = try #require(try await home.ledger.detail(of: ClaimID("c1"))).entries
    #expect(entries.map(\.kind) == [.credit, .reversal])
    #expect(entries[1].reverses == entries[0].id)
    #expect(entries[1].postings.map(\.points) == entries[0].postings.map { -$0.points })
    #expect(entries[1].note == "refunded")
    #expect(try await home.balance("M1") == 0)
    try await home.expectClean()
  }

  @Test("a credit is reversed once, even by many at the same time")
  func once() async throws {
    let home = try await Home()
    try await home.credit("c1", try Samples.purchase())
    let outcomes = await withTaskGroup(of: LedgerError?.self) { group in
      for _ in 0..<16 {
        group.addTask {
          do {
            _ = try await Self.reverse(home, "c1", releases: true)
            return nil
          } catch {
            return error as? LedgerError
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 == nil }.count == 1)
    #expect(outcomes.filter { $0 == .claimAlreadyReversed(ClaimID("c1")) }.count == 15)
    #expect(try await home.balance("M1") == 0)
    try await home.expectClean()
  }

  @Test("what was never credited cannot be reversed")
  func notCredited() async throws {
    let home = try await Home()
    try await home.decide("c1", .review([.amountUncertain]))
    await #expect(throws: LedgerError.claimNotCredited(ClaimID("c1"), .review)) {
      try await Self.reverse(home, "c1")
    }
    await #expect(throws: LedgerError.claimUnknown(ClaimID("none"))) {
      try await Self.reverse(home, "none")
    }
  }

  @Test("a released purchase goes to the member it belongs to, one that is not to nobody")
  func released() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase(number: "A-1")
    try await home.credit("c1", image: "same", purchase)
    _ = try await Self.reverse(home, "c1", releases: true)
    let right = try await home.credit("c2", member: "M2", image: "same", purchase)
    #expect(right.state == .credited)
    let identities = try #require(try await home.ledger.detail(of: ClaimID("c1"))).identities
    #expect(identities.map(\.isReleased) == [true, true])
    _ = try await Self.reverse(home, "c2", releases: false)
    #expect(try await home.credit("c3", purchase).reasons == [.duplicatePurchase])
    let again = try await home.ledger.receive(
      Samples.claim("c4", image: "same"), at: Samples.now)
    #expect(again.record.reasons == [.duplicateImage])
    try await home.expectClean()
    // Later, once, and without another entry.
    _ = try await Self.reverse(home, "c2", releases: true)
    await #expect(throws: LedgerError.claimAlreadyReversed(ClaimID("c2"))) {
      try await Self.reverse(home, "c2", releases: true)
    }
    let detail = try #require(try await home.ledger.detail(of: ClaimID("c2")))
    #expect(detail.entries.map(\.kind) == [.credit, .reversal])
    #expect(detail.identities.map(\.isReleased) == [true, true])
    #expect(try await home.balance("M2") == 0)
    #expect(try await home.credit("c5", image: "same", purchase).state == .credited)
    try await home.expectClean()
  }
}
