import Foundation
import Ledger
import Receipts
import Testing

@Suite("Deciding claims")
struct DecidingTests {
  @Test("a credit moves points from issued to the member and takes both identities")
  func credit() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase(number: "0805-4005")
    let record = try await home.credit("c1", purchase, points: 100)
    #expect(record.state == .credited)
    #expect(record.purchase == purchase)
    #expect(record.accrued == Samples.accrued(100))
    #expect(record.reasons == [])
    let detail = try #require(try await home.ledger.detail(of: ClaimID("c1")))
    let entry = try #require(detail.entries.first)
    #expect(
      entry.postings == [
        Posting(account: .issued, memberID: nil, points: Points(-100)),
        Posting(account: .member, memberID: MemberID("M1"), points: Points(100)),
      ])
    #expect(entry.kind == .credit)
    #expect(entry.imageDigest == record.claim.imageDigest)
    #expect(entry.rulesVersion == 1)
    #expect(detail.entries.count == 1)
    #expect(detail.identities.map(\.basis) == [.number, .moment])
    #expect(detail.decisions.map(\.state) == [.credited])
    #expect(try await home.balance("M1") == 100)
    try await home.expectClean()
  }

  @Test("deciding a decided claim returns what is stored and asks nothing")
  func idempotent() async throws {
    let home = try await Home()
    let first = try await home.credit("c1", try Samples.purchase())
    let again = try await home.ledger.decide(
      ClaimID("c1"), observation: Observation(elapsedMilliseconds: 9), query: Samples.query(),
      at: Samples.now.addingTimeInterval(9),
      by: { _ in
        Issue.record("a decided claim asks nothing")
        return Decision(.reject([.refund]))
      })
    #expect(again == first)
    #expect(try await home.balance("M1") == 100)
    await #expect(throws: LedgerError.claimUnknown(ClaimID("none"))) {
      try await home.ledger.decide(
        ClaimID("none"), observation: Observation(elapsedMilliseconds: 9), query: Samples.query(),
        at: Samples.now, by: { _ in Decision(.reject([.refund])) })
    }
  }

  /// What a second claim at counter C1, 12:37, 100.00 becomes after a first.
  private static let seconds: [(first: String?, second: Purchase?, state: ClaimState, Reason?)] = {
    func second(
      amount: String = "100.00", at time: String = "2026-11-20T12:37", number: String? = nil,
      counter: String = "C1"
    ) -> Purchase? {
      try? Samples.purchase(counter: counter, amount: amount, at: time, number: number)
    }
    return [
      // By number, whatever time was read.
      ("A-1", second(number: "A-1"), .rejected, .duplicatePurchase),
      ("A-1", second(number: "a1"), .rejected, .duplicatePurchase),
      ("A-1", second(number: "Ａ－１"), .rejected, .duplicatePurchase),
      // The same number for another sum is no plain duplicate.
      ("A-1", second(amount: "7.00", number: "A-1"), .review, .possibleDuplicate),
      ("A-1", second(at: "2026-11-20T19:00:01", number: "A-1"), .rejected, .duplicatePurchase),
      // Tills start their numbers again.
      ("A-1", second(at: "2026-11-19T12:37", number: "A-1"), .credited, nil),
      ("A-1", second(number: "A-1", counter: "C2"), .credited, nil),
      // By moment: numbers that differ, or one of them missing, are for a person.
      ("A-1", second(number: "A-2"), .review, .possibleDuplicate),
      ("A-1", second(), .review, .possibleDuplicate),
      (nil, second(number: "A-2"), .review, .possibleDuplicate),
      (nil, second(), .rejected, .duplicatePurchase),
      (nil, second(at: "2026-11-20T12:37:59"), .rejected, .duplicatePurchase),
      ("—", second(number: "--"), .rejected, .duplicatePurchase),
      // Another purchase.
      (nil, second(at: "2026-11-20T12:38"), .credited, nil),
      (nil, second(amount: "100.01"), .credited, nil),
      (nil, second(counter: "C2"), .credited, nil),
      ("A-1", second(at: "2026-11-20T12:38", number: "A-2"), .credited, nil),
    ]
  }()

  @Test("of a day without clock or number one purchase an amount is credited, a second is asked")
  func dayAlone() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase(at: "2026-11-20")
    #expect(try await home.credit("c1", purchase).state == .credited)
    let second = try await home.credit("c2", member: "M2", purchase)
    #expect(second.state == .review)
    #expect(second.reasons == [.possibleDuplicate])
    #expect(second.duplicateOf == ClaimID("c1"))
    #expect(try await home.balance("M2") == 0)
    try await home.expectClean()
  }

  @Test("a purchase is credited once, and the database is the judge", arguments: seconds)
  func once(first: String?, second: Purchase?, state: ClaimState, reason: Reason?) async throws {
    let home = try await Home()
    try await home.credit("c1", try Samples.purchase(number: first))
    let record = try await home.credit("c2", member: "M2", try #require(second))
    #expect(record.state == state)
    #expect(record.reasons == [reason].compactMap(\.self))
    #expect(record.duplicateOf == (reason == nil ? nil : ClaimID("c1")))
    #expect(try await home.balance("M2") == (state == .credited ? 100 : 0))
    #expect(record.purchase == (state == .credited ? second : nil))
    try await home.expectClean()
  }

  @Test("an unknown member is rejected and an unknown counter reviewed by the constraints alone")
  func unknown() async throws {
    let home = try await Home()
    let stranger = try await home.credit("c1", member: "nobody", try Samples.purchase())
    #expect(stranger.state == .rejected)
    #expect(stranger.reasons == [.memberUnknown])
    let nowhere = try await home.credit("c2", try Samples.purchase(counter: "nowhere"))
    #expect(nowhere.state == .review)
    #expect(nowhere.reasons == [.counterUnknown])
    // Neither has taken the identity away from who has a right to it.
    #expect(try await home.credit("c3", try Samples.purchase()).state == .credited)
    try await home.expectClean()
  }

  @Test("a decision that makes no sense is an error and leaves the claim undecided")
  func senseless() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase()
    let grant = { CampaignGrant(campaign: "a", points: Points($0)) }
    let outcomes: [Decision.Outcome] = [
      .review([]), .reject([]), .credit(purchase, Samples.accrued(0)),
      .credit(purchase, Samples.accrued(-5)),
      .credit(try Samples.purchase(amount: "0.00"), Samples.accrued()),
      .credit(try Samples.purchase(amount: "-1.00"), Samples.accrued()),
      .credit(purchase, Accrued(points: Points(100), rulesVersion: 2)),
      .credit(purchase, Accrued(points: Points(100), rulesVersion: 1, grants: [grant(101)])),
      .credit(purchase, Accrued(points: Points(100), rulesVersion: 1, grants: [grant(0)])),
      .credit(
        purchase, Accrued(points: Points(100), rulesVersion: 1, grants: [grant(1), grant(1)])),
    ]
    for outcome in outcomes {
      let error = await #expect(throws: LedgerError.self) { try await home.decide("c1", outcome) }
      guard case .decisionInvalid = error else {
        Issue.record("\(outcome): \(String(describing: error))")
        continue
      }
    }
    #expect(try await home.ledger.claim(ClaimID("c1"))?.state == .received)
    try await home.expectClean()
  }

  @Test("a decision that throws leaves nothing behind, and the claim can be decided again")
  func throwing() async throws {
    struct Broken: Error {}
    let home = try await Home()
    _ = try await home.ledger.receive(Samples.claim("c1"), at: Samples.now)
    await #expect(throws: LedgerError.self) {
      try await home.ledger.decide(
        ClaimID("c1"), observation: Observation(elapsedMilliseconds: 9), query: Samples.query(),
        at: Samples.now, by: { _ in throw Broken() })
    }
    let record = try await home.ledger.claim(ClaimID("c1"))
    #expect(record?.state == .received)
    #expect(record?.elapsedMilliseconds == nil)
    #expect(try await home.credit("c1", try Samples.purchase()).state == .credited)
  }

  @Test("a cancelled task finishes the write it has begun")
  func cancelled() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await home.credit("c1", purchase)
    }
    #expect(try await task.value.state == .credited)
  }

  @Test("the purchase's identities say nothing without the key")
  func keyed() async throws {
    let purchase = try Samples.purchase(number: "A-1")
    var digests: Set<String> = []
    for _ in 0..<2 {
      let home = try await Home()
      try await home.credit("c1", purchase)
      let detail = try #require(try await home.ledger.detail(of: ClaimID("c1")))
      digests.formUnion(detail.identities.map(\.digest))
    }
    #expect(digests.count == 4)
  }
}
