import Foundation
import Ledger
import Receipts
import Testing

@Suite("Reports")
struct ReportTests {
  @Test("a statement tells the balance and how it came, the newest first")
  func statement() async throws {
    let home = try await Home()
    let first = try Samples.purchase(number: "A-1")
    let second = try Samples.purchase(counter: "C2")
    try await home.credit("c1", first, points: 100)
    try await home.credit("c2", second, points: 30)
    _ = try await home.ledger.reverse(
      ClaimID("c1"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    let statement = try #require(try await home.ledger.statement(of: MemberID("M1")))
    #expect(statement.balance == Points(30))
    #expect(statement.lines.map(\.points.value) == [-100, 30, 100])
    #expect(statement.lines.map(\.kind) == [.reversal, .credit, .credit])
    #expect(statement.lines.map(\.counterName) == ["专柜1", "专柜2", "专柜1"])
    #expect(statement.lines.map(\.purchase) == [first, second, first])
    let short = try await home.ledger.statement(of: MemberID("M1"), linesMax: 1)
    #expect(short?.lines.count == 1)
    #expect(try await home.ledger.balances() == [MemberID("M1"): Points(30)])
    #expect(try await home.ledger.statement(of: MemberID("M2"))?.balance == .zero)
    #expect(try await home.ledger.statement(of: MemberID("nobody")) == nil)
    #expect(try await home.ledger.detail(of: ClaimID("none")) == nil)
  }

  @Test("statistics count states, reasons, counters and what went through without a person")
  func statistics() async throws {
    let home = try await Home()
    let empty = try await home.ledger.statistics()
    #expect(empty.elapsed == nil)
    #expect(empty.straightThroughShare == nil)
    for index in 0..<4 {
      try await home.credit("a\(index)", try Samples.purchase(at: "2026-11-20T12:0\(index)"))
    }
    try await home.decide("r1", .review([.amountUncertain, .timeMissing]))
    try await home.decide("r2", .review([.amountUncertain]))
    try await home.decide("j1", .reject([.refund]))
    _ = try await home.ledger.receive(Samples.claim("waiting"), at: Samples.now)
    let purchase = try Samples.purchase(counter: "C2")
    _ = try await home.ledger.approve(
      ClaimID("r2"), review: Samples.reviewer, query: Samples.query(), at: Samples.now,
      by: { _ in Decision(.credit(purchase, Samples.accrued())) })
    _ = try await home.ledger.reverse(
      ClaimID("a0"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    let statistics = try await home.ledger.statistics()
    #expect(
      statistics.states == [.credited: 4, .review: 1, .rejected: 1, .received: 1, .reversed: 1])
    #expect(statistics.decided == 7)
    #expect(statistics.straightThrough == 3)
    #expect(statistics.reasons.map(\.reason) == [.amountUncertain, .refund])
    #expect(statistics.counters.map(\.code?.rawValue) == ["C1", "C2", nil])
    #expect(statistics.counters[0].straightThrough == 3)
    #expect(statistics.counters[1].straightThrough == 0)
    #expect(statistics.pointsCredited == Points(400))
    #expect(statistics.elapsed?.p50Milliseconds == 400)
  }

  @Test("percentiles are the nearest rank")
  func percentiles() async throws {
    let home = try await Home()
    for milliseconds in (1...100).reversed() {
      let id = ClaimID("c\(milliseconds)")
      _ = try await home.ledger.receive(Samples.claim(id.rawValue), at: Samples.now)
      _ = try await home.ledger.decide(
        id, observation: Observation(elapsedMilliseconds: milliseconds), query: Samples.query(),
        at: Samples.now, by: { _ in Decision(.reject([.refund])) })
    }
    #expect(
      try await home.ledger.statistics().elapsed
        == .init(p50Milliseconds: 50, p95Milliseconds: 95, p99Milliseconds: 99))
  }
}
