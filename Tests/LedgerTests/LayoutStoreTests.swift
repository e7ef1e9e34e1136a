import Foundation
import GRDB
import Ledger
import Receipts
import Testing

@Suite("Layouts in the store")
struct LayoutStoreTests {
  private static let page = Page(width: 10, height: 10, lines: [], readers: ["test"])
  private static let asked = LayoutHistory.Asked()

  /// A claim with a page, credited at counter C1.
  private func credit(
    _ home: Home, _ id: String, member: String = "M1", hasPage: Bool = true, minute: Int
  ) async throws {
    _ = try await home.ledger.receive(Samples.claim(id, member: member), at: Samples.now)
    let purchase = try Samples.purchase(at: "2026-11-20T12:\(minute)", number: "N-\(minute)000")
    _ = try await home.ledger.decide(
      ClaimID(id),
      observation: Observation(page: hasPage ? Self.page : nil, elapsedMilliseconds: 1),
      query: Samples.query(purchase), at: Samples.now,
      by: { _ in Decision(.credit(purchase, Samples.accrued())) })
  }

  private func teach(
    _ home: Home, _ id: String, label: String = "实收"
  ) async throws -> [LayoutEvent.Kind] {
    try await home.ledger.teach(ClaimID(id), at: Samples.now, asked: Self.asked) {
      record, _, history in
      history.learn(
        Lesson(
          claim: record.id, source: "member \(record.claim.memberID)",
          specimen: Specimen(amountLabels: [label], timeLabels: ["时间"])),
        asked: Self.asked)
    }.map(\.event.kind)
  }

  @Test("a claim teaches once, and what it taught is read back")
  func once() async throws {
    let home = try await Home()
    try await credit(home, "c1", minute: 11)
    try await credit(home, "c2", member: "M2", minute: 12)
    #expect(try await home.ledger.untaught(limit: 9).map(\.rawValue) == ["c1", "c2"])
    #expect(try await teach(home, "c1") == [.began])
    #expect(try await teach(home, "c1") == [])
    #expect(try await teach(home, "c2") == [.decides])
    #expect(try await home.ledger.untaught(limit: 9).isEmpty)
    let history = try #require(try await home.ledger.layoutHistory(of: CounterCode("C1")))
    #expect(history.deciding.map(\.version) == [1])
    #expect(history.deciding[0].lessons.map(\.claim.rawValue) == ["c1", "c2"])
    #expect(history.latestVersion == 1)
    let events = try await home.ledger.layoutEvents(of: nil)
    #expect(events.map(\.event.kind) == [.began, .decides])
    #expect(try await home.ledger.layoutMark() == 2)
    #expect(try await home.ledger.layoutHistories() == [history])
    let news = try await home.ledger.layoutHistories(after: 0)
    #expect(news.histories == [history] && news.mark == 2)
    #expect(try await home.ledger.layoutHistories(after: 2).histories.isEmpty)
  }

  @Test("whatever changes what is read moves the mark, also a further paper")
  func mark() async throws {
    let home = try await Home()
    var marks: [Int64] = []
    for (number, id) in ["c1", "c2", "c3"].enumerated() {
      try await credit(home, id, member: "M\(1 + number % 2)", minute: 11 + number)
      _ = try await teach(home, id)
      marks.append(try await home.ledger.layoutMark())
    }
    // A shadow too: a line that it prints is no longer another counter's own.
    #expect(marks[2] > marks[1] && marks[1] > marks[0] && marks[0] > 0)
    _ = try await home.ledger.reverse(
      ClaimID("c3"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    #expect(try await home.ledger.layoutMark() > marks[2])
  }

  @Test("versions go on where all that was learned of a counter was taken back")
  func versionsGoOn() async throws {
    let home = try await Home()
    try await credit(home, "c1", minute: 11)
    _ = try await teach(home, "c1")
    _ = try await home.ledger.reverse(
      ClaimID("c1"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    #expect(try await home.ledger.layoutHistory(of: CounterCode("C1")) == nil)
    try await credit(home, "c2", minute: 12)
    _ = try await teach(home, "c2")
    let history = try await home.ledger.layoutHistory(of: CounterCode("C1"))
    #expect(history?.versions.map(\.version) == [2])
  }

  @Test("of credits from before there were layouts the latest of each counter teach")
  func skipped() async throws {
    let home = try await Home()
    for number in 0..<5 { try await credit(home, "c\(number)", minute: 11 + number) }
    #expect(try await home.ledger.skipTeaching(keeping: 2, at: Samples.now) == 3)
    #expect(try await home.ledger.untaught(limit: 9).map(\.rawValue) == ["c3", "c4"])
    #expect(try await home.ledger.skipTeaching(keeping: 2, at: Samples.now) == 0)
  }

  @Test("a claim without a page is asked once and teaches nothing")
  func noPage() async throws {
    let home = try await Home()
    try await credit(home, "c1", hasPage: false, minute: 11)
    #expect(try await teach(home, "c1") == [])
    #expect(try await home.ledger.untaught(limit: 9).isEmpty)
    #expect(try await home.ledger.layoutHistory(of: CounterCode("C1")) == nil)
  }

  @Test("a credit taken back is unlearned, once")
  func reversed() async throws {
    let home = try await Home()
    try await credit(home, "c1", minute: 11)
    try await credit(home, "c2", member: "M2", minute: 12)
    for id in ["c1", "c2"] { _ = try await teach(home, id) }
    _ = try await home.ledger.reverse(
      ClaimID("c2"), review: Samples.reviewer, releasesPurchase: false, at: Samples.now)
    #expect(try await home.ledger.untaught(limit: 9).isEmpty)
    #expect(try await home.ledger.layoutEvents(of: nil).last?.event.kind == .doubted)
    #expect(try await teach(home, "c2") == [])
    #expect(try await home.ledger.layoutHistory(of: CounterCode("C1"))?.deciding.isEmpty == true)
    try await home.expectClean()
  }

  @Test("a demoted layout is an alarm in the statistics until another decides")
  func alarm() async throws {
    let home = try await Home()
    for (number, label) in ["实收", "实收", "应付", "应付", "应付", "应付"].enumerated() {
      let id = "c\(number)"
      try await credit(
        home, id, member: [1, 5].contains(number) ? "M2" : "M1", minute: 11 + number)
      _ = try await teach(home, id, label: label)
      let alarms = try await home.ledger.statistics().changedCounters
      // The fifth paper is the third that is printed otherwise.
      #expect(alarms.map(\.counter.rawValue) == (number == 4 ? ["C1"] : []), "paper \(number)")
    }
    let statistics = try await home.ledger.statistics()
    #expect(statistics.layouts == [.demoted: 1, .deciding: 1])
  }

  @Test("verify finds a layout that decides by one person's word, or by another counter's papers")
  func verified() async throws {
    for sql in [
      "UPDATE layout SET lessons = replace(lessons, 'member M2', 'member M1')",
      "UPDATE layout SET counter_code = 'C2'",
    ] {
      let home = try await Home()
      try await credit(home, "c1", minute: 11)
      try await credit(home, "c2", member: "M2", minute: 12)
      for id in ["c1", "c2"] { _ = try await teach(home, id) }
      try await home.expectClean()
      try await home.stranger().write { try $0.execute(sql: sql) }
      #expect(try await home.ledger.verify().map(\.invariant) == [.layoutsConfirmed])
    }
  }

  @Test("a layout is retired once, and its events are never changed")
  func retired() async throws {
    let home = try await Home()
    try await credit(home, "c1", minute: 11)
    _ = try await teach(home, "c1")
    let code = CounterCode("C1")
    let event = try await home.ledger.retireLayout(
      of: code, version: 1, reviewer: "li", at: Samples.now)
    #expect(event?.event == LayoutEvent(version: 1, kind: .retired, cause: .person(name: "li")))
    let again = try await home.ledger.retireLayout(
      of: code, version: 1, reviewer: "li", at: Samples.now)
    #expect(again == nil)
    let stranger = try home.stranger()
    for sql in ["DELETE FROM layout_event", "UPDATE layout_event SET detail = 'x'"] {
      await #expect(throws: (any Error).self) {
        try await stranger.write { try $0.execute(sql: sql) }
      }
    }
  }

  @Test("the pages of a counter's claims come back, the latest first")
  func pages() async throws {
    let home = try await Home()
    for number in 1...3 { try await credit(home, "c\(number)", minute: 20 + number) }
    try await credit(home, "c4", hasPage: false, minute: 30)
    let pages = try await home.ledger.pages(of: CounterCode("C1"), limit: 2)
    #expect(pages.map(\.record.id.rawValue) == ["c3", "c2"])
    #expect(pages.allSatisfy { $0.page == Self.page })
    #expect(try await home.ledger.pages(of: CounterCode("C2"), limit: 2).isEmpty)
  }
}
