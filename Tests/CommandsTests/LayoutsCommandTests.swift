import Foundation
import Receipts
import TestSupport
import Testing

@Suite("Layouts from the command line")
struct LayoutsCommandTests {
  /// A home with claims c1 to c4 in review, all of counter A1.
  private func home() async throws -> TestHome {
    let home = try await TestHome(isCertain: false)
    try home.directory.write(
      "[screening]\ncredit_probability_min = 1\nfield_probability_min = 1\n",
      to: "home/xiaopiao.toml")
    var rows = "file,member_id,claim_id\n"
    for number in 1...4 {
      try home.photo(
        "p\(number).png", seed: UInt8(number),
        page: PrintedPage.receipt(
          number: "2026703\(number)", time: "2026-11-20 12:1\(number):05", amount: "10\(number).00")
      )
      rows += "p\(number).png,M\(number % 2 + 1),c\(number)\n"
    }
    let result = try await home.batch(rows)
    #expect(
      try result.objects.map { $0["verdict"] as? String } == Array(repeating: "review", count: 4))
    return home
  }

  private func states(_ home: TestHome) async throws -> [String?] {
    try await home.must(["layouts", "list"]).objects.map { $0["state"] as? String }
  }

  @Test("a layout begins with a review, decides with the second person's, and takes part then")
  func learned() async throws {
    let home = try await home()
    #expect(
      try await home.must(["layouts", "list", "--format", "table"]).output.contains(
        "no layouts yet"))
    try await home.must(["review", "approve", "c1", "--reviewer", "li"])
    try await home.must(["review", "approve", "c2", "--reviewer", "li"])
    #expect(try await states(home) == ["shadow"], "one person alone")
    try await home.must(["review", "approve", "c3", "--reviewer", "wu"])
    #expect(try await states(home) == ["deciding"])
    let shown = try #require(try await home.must(["layouts", "show", "A1"]).objects.first)
    #expect((shown["amount_labels"] as? [String: Int])?.keys.sorted() == ["合计", "实付"])
    #expect((shown["time_labels"] as? [String: Int]) == ["结账时间": 3])
    #expect((shown["number_shapes"] as? [String: Int]) == ["99999999": 3])
    #expect((shown["confirmed_by"] as? [String]) == ["reviewer li", "reviewer wu"])
    let table = try await home.must(["layouts", "show", "A1", "--format", "table"]).output
    #expect(table.contains("amount after") && table.contains("实付 (3)"))
    let events = try await home.must(["layouts", "history", "A1"]).objects
    #expect(events.map { $0["event"] as? String } == ["began", "decides"])

    try home.photo(
      "p5.png", seed: 5,
      page: PrintedPage.receipt(number: "20267035", time: "2026-11-20 12:25:05", amount: "77.00"))
    _ = try await home.batch("file,member_id,claim_id\np5.png,M1,c5\n")
    let claim = try await home.must(["claim", "c5", "--format", "table"]).output
    #expect(claim.contains("time_layout") && claim.contains("amount_layout"))
    let stats = try #require(try await home.must(["stats"]).objects.first)
    #expect((stats["layouts"] as? [String: Int])?["deciding"] == 1)
    let counters = try #require(stats["counters"] as? [[String: Any]])
    #expect(counters.contains { $0["layout"] as? Int == 1 })
    #expect(try await home.must(["verify"]).code == 0)
  }

  @Test("replay shows what another layout would change and stores nothing")
  func replay() async throws {
    let home = try await home()
    for (claim, reviewer) in [("c1", "li"), ("c2", "wu")] {
      try await home.must(["review", "approve", claim, "--reviewer", reviewer])
    }
    let before = try await home.must(["claim", "c3"]).output
    let all = try await home.must(["layouts", "replay", "A1", "--version", "1", "--all"]).objects
    #expect(all.map { $0["claim_id"] as? String } == ["c4", "c3", "c2", "c1"])
    #expect(all.allSatisfy { ($0["changes"] as? [String])?.isEmpty == true })
    let table = try await home.must(["layouts", "replay", "A1", "--format", "table"]).output
    #expect(table.contains("of 4 claims would be read or decided otherwise"))
    #expect(try await home.must(["claim", "c3"]).output == before)
    let unknown = try await home.run(["layouts", "replay", "A1", "--version", "9"])
    #expect(unknown.code == 66 && unknown.errors.contains("counter A1 has no layout 9"))
  }

  @Test("a layout is retired by hand, once; a reversal makes it doubtful")
  func retired() async throws {
    let home = try await home()
    for (claim, reviewer) in [("c1", "li"), ("c2", "wu")] {
      try await home.must(["review", "approve", claim, "--reviewer", reviewer])
    }
    try await home.must(["reverse", "c2", "--reason", "wrong member"])
    #expect(try await states(home) == ["shadow"])
    try await home.must(["layouts", "retire", "A1", "1", "--reviewer", "li"])
    #expect(try await states(home) == ["retired"])
    let again = try await home.run(["layouts", "retire", "A1", "1"])
    #expect(again.code == 66 && again.errors.contains("has no layout 1 that could be retired"))
    let events = try await home.must(["layouts", "history"]).objects
    #expect(events.map { $0["event"] as? String } == ["began", "decides", "doubted", "retired"])
    let none = try await home.run(["layouts", "show", "A2"])
    #expect(none.code == 66 && none.errors.contains("one begins with its first confirmed receipt"))
  }
}
