import Foundation
import Ledger
import Receipts
import Synchronization
import Testing

@Suite("What is known when a claim is decided")
struct HistoryTests {
  /// What a claim of M1 would see.
  private static func context<Value: Sendable>(
    _ home: Home, member: String = "M1", _ query: HistoryQuery,
    _ body: @escaping @Sendable (DecisionContext) throws -> Value
  ) async throws -> Value {
    let id = "probe-\(UUID().uuidString)"
    _ = try await home.ledger.receive(Samples.claim(id, member: member), at: Samples.now)
    let seen = Mutex<Value?>(nil)
    _ = try await home.ledger.decide(
      ClaimID(id), observation: Observation(elapsedMilliseconds: 1), query: query,
      at: Samples.now
    ) { context in
      let value = try body(context)
      seen.withLock { $0 = value }
      return Decision(.reject([.refund]))
    }
    return try #require(seen.withLock { $0 })
  }

  private static func history(_ home: Home, member: String = "M1", _ query: HistoryQuery)
    async throws -> History
  {
    try await context(home, member: member, query) { $0.history }
  }

  @Test("neighbours are credits of the counter from a day before to a day after, nearest first")
  func neighbours() async throws {
    let home = try await Home()
    for (id, time) in [
      ("a", "2026-11-18T12:37"), ("b", "2026-11-19T00:00"), ("c", "2026-11-20T12:30"),
      ("d", "2026-11-21T23:59"), ("e", "2026-11-22T00:00"),
    ] { try await home.credit(id, member: "M2", try Samples.purchase(at: time)) }
    try await home.credit("x", try Samples.purchase(counter: "C2"))
    try await home.credit("gone", try Samples.purchase(at: "2026-11-20T12:38"))
    _ = try await home.ledger.reverse(
      ClaimID("gone"), review: Samples.reviewer, releasesPurchase: true, at: Samples.now)
    let found = try await Self.history(home, Samples.query(try Samples.purchase())).neighbours
    #expect(found.map(\.claimID.rawValue) == ["c", "d", "b"])
    #expect(found[0].memberID == MemberID("M2"))
    #expect(found[0].purchase == (try Samples.purchase(at: "2026-11-20T12:30")))
    #expect(try await Self.history(home, Samples.query(nil)).neighbours.isEmpty)
  }

  @Test("the same number at the counter is a neighbour on any day")
  func sameNumber() async throws {
    let home = try await Home()
    try await home.credit("a", try Samples.purchase(at: "2026-10-01T12:00", number: "A-1"))
    try await home.credit(
      "b", try Samples.purchase(counter: "C2", at: "2026-10-01T12:00", number: "A-1"))
    let query = Samples.query(try Samples.purchase(number: "a1"))
    #expect(try await Self.history(home, query).neighbours.map(\.claimID.rawValue) == ["a"])
  }

  @Test("a twin counter's receipt of the same number and day is a neighbour")
  func twinCounter() async throws {
    let home = try await Home()
    try await home.credit("a", try Samples.purchase(counter: "C2", number: "0805-4005"))
    let query = Samples.query(try Samples.purchase(number: "08054005"))
    #expect(try await Self.history(home, query).neighbours.map(\.claimID.rawValue) == ["a"])
  }

  @Test("a purchase that was taken back and not released is a neighbour all the same")
  func notReleased() async throws {
    let home = try await Home()
    try await home.credit("a", try Samples.purchase())
    _ = try await home.ledger.reverse(
      ClaimID("a"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    let found = try await Self.history(home, Samples.query(try Samples.purchase())).neighbours
    #expect(found.map(\.claimID.rawValue) == ["a"])
  }

  @Test("a member's credits are counted by the day submitted, and by counter and day bought")
  func counts() async throws {
    let home = try await Home()
    let day = Samples.now..<Samples.now.addingTimeInterval(86_400)
    for (index, offset) in [-1, 0, 3600, 86_399, 86_400].enumerated() {
      let claim = Samples.claim(
        "c\(index)",
        submittedAt: Samples.now.addingTimeInterval(
          TimeInterval(offset)))
      _ = try await home.ledger.receive(claim, at: Samples.now)
      try await home.ledger.creditReceived(
        claim.id, try Samples.purchase(at: "2026-11-20T12:1\(index)"))
    }
    try await home.credit("other", member: "M2", try Samples.purchase(at: "2026-11-20T12:20"))
    try await home.credit("elsewhere", try Samples.purchase(counter: "C2"))
    try await home.credit("yesterday", try Samples.purchase(at: "2026-11-19T12:20"))
    let query = HistoryQuery(purchase: try Samples.purchase(), submissionDay: day)
    let history = try await Self.history(home, query)
    #expect(history.memberCreditsOnDay == 3 + 2)
    #expect(history.counterCreditsOnDay == 5)
    _ = try await home.ledger.reverse(
      ClaimID("c1"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    let after = try await Self.history(home, query)
    #expect(after.memberCreditsOnDay == 4)
    #expect(after.counterCreditsOnDay == 4)
  }

  @Test("the member, the counter and the rules in force are those of the transaction")
  func rows() async throws {
    let home = try await Home()
    let query = Samples.query(try Samples.purchase())
    let seen = try await Self.context(home, member: "M0", query) {
      [$0.member?.tier?.rawValue, $0.counter?.name, $0.rules?.toml]
    }
    #expect(seen == ["gold", "专柜1", "# the first"])
    let unknown = try await Self.context(home, member: "nobody", Samples.query(nil)) {
      [$0.member == nil, $0.counter == nil]
    }
    #expect(unknown == [true, true])
  }

  @Test("a campaign's usage is summed over all, the member and the day, reversals included")
  func usage() async throws {
    let home = try await Home()
    func grant(_ points: Int64) -> [CampaignGrant] {
      [CampaignGrant(campaign: "a", points: Points(points))]
    }
    try await home.credit("c1", try Samples.purchase(), grants: grant(1))
    try await home.credit("c2", try Samples.purchase(at: "2026-11-19T12:00"), grants: grant(10))
    try await home.credit(
      "c3", member: "M2", try Samples.purchase(counter: "C2"), grants: grant(50))
    let day = try #require(Day(iso: "2026-11-20"))
    func used() async throws -> CampaignUsage {
      try await Self.context(home, Samples.query(nil)) { try $0.usage(of: "a", on: day) }
    }
    #expect(
      try await used()
        == CampaignUsage(
          total: Points(61), member: Points(11), memberOnDay: Points(1), onDay: Points(51)))
    _ = try await home.ledger.reverse(
      ClaimID("c1"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    #expect(
      try await used()
        == CampaignUsage(
          total: Points(60), member: Points(10), memberOnDay: Points(0), onDay: Points(50)))
    let none = try await Self.context(home, Samples.query(nil)) {
      try $0.usage(of: "b", on: day)
    }
    #expect(none == CampaignUsage())
    try await home.expectClean()
  }
}

extension Ledger {
  fileprivate func creditReceived(_ id: ClaimID, _ purchase: Purchase) async throws {
    _ = try await decide(
      id, observation: Observation(elapsedMilliseconds: 1), query: Samples.query(),
      at: Samples.now, by: { _ in Decision(.credit(purchase, Samples.accrued())) })
  }
}
