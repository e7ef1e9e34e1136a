import Foundation
import Testing

extension EndToEnd {
  /// All pictures of `fixtures/` over their recorded pages: everything but the reader.
  @Suite(
    "The small mall, recorded", .enabled(if: Project.exists(Project.recordedPages)),
    .timeLimit(.minutes(5)))
  struct RecordedMallTests {
    @Test("every picture has its page")
    func complete() throws {
      let files = try Project.truths(of: Project.fixtures).keys
      let missing = files.filter { !Project.exists("\(Project.recordedPages)/\($0).page.json") }
      #expect(missing.isEmpty, "record them: xiaopiao evaluate fixtures --pages fixtures/pages")
      #expect(files.count >= 60)
    }

    @Test(
      "no credit is wrong, every claim has its verdict and reason, and running again changes nothing"
    )
    func batch() async throws {
      let mall = try await SmallMall()
      let first = try await mall.batch(pages: Project.recordedPages)
      #expect(first.code == 0, "\(first.errors)")
      let lines = try first.objects
      #expect(lines.count == (try Project.lines(of: Project.fixtures + "/claims.csv").count) - 1)
      try await mall.expectSound(lines)
      let credits = lines.count { $0["verdict"] as? String == "credited" }
      print("the small mall: \(credits) of \(lines.count) claims are credited")

      let stats = try await mall.program.must(["stats"], home: mall.home).output
      let again = try await mall.batch(pages: Project.recordedPages)
      #expect(again.output == first.output)
      #expect(again.code == 0)
      #expect(try await mall.program.must(["stats"], home: mall.home).output == stats)
      try await mall.expectSound(lines)
    }

    @Test("refunds, unpaid bills and altered papers get nothing, in whatever order they come")
    func neverCredited() async throws {
      let truths = try Project.truths(of: Project.fixtures)
      let files = truths.filter {
        ["refund", "prebill", "tampered"].contains($0.value["kind"] as? String)
      }
      #expect(files.count >= 10)
      let mall = try await SmallMall()
      let lines = try await mall.batch(Set(files.keys), pages: Project.recordedPages).objects
      #expect(lines.count == files.count)
      #expect(lines.filter { $0["verdict"] as? String == "credited" }.isEmpty)
      try await mall.expectSound(lines)
    }

    @Test("evaluate finds no wrong credit")
    func evaluated() async throws {
      let result = try await Program().must([
        "evaluate", Project.fixtures, "--pages", Project.recordedPages, "--format", "jsonl",
      ])
      let summary = try #require(try result.objects.last?["summary"] as? [String: Any])
      #expect(summary["wrong_credits"] as? Int == 0)
      #expect(summary["images"] as? Int == result.lines.count - 1)
    }

    @Test("what goes to review can be approved with the truth, and is credited with it")
    func reviewed() async throws {
      let mall = try await SmallMall()
      let truths = try Project.truths(of: Project.fixtures)
      let lines = try await mall.batch(pages: Project.recordedPages).objects
      let waiting = lines.filter { line in
        let truth = truths[line["file"] as? String ?? ""]
        return line["verdict"] as? String == "review" && truth?["kind"] as? String == "sale"
          && truth?["currency"] as? String == "CNY" && truth?["time_precision"] as? String != "day"
      }.prefix(5)
      try #require(!waiting.isEmpty)
      for line in waiting {
        let truth = try #require(truths[line["file"] as? String ?? ""])
        let id = try #require(line["claim_id"] as? String)
        let counter = try #require(truth["counter"] as? String)
        let amount = try #require(truth["amount"] as? String)
        let time = try #require(truth["time"] as? String)
        let number = truth["receipt_no"] as? String
        try await mall.program.must(
          [
            "review", "approve", id, "--counter", counter, "--amount", amount, "--time", time,
          ] + (number.map { ["--receipt-no", $0] } ?? []), home: mall.home)
        let claim = try #require(
          try await mall.program.must(["claim", id], home: mall.home).objects.first)
        #expect(claim["state"] as? String == "credited", "\(truth["file"] ?? "")")
      }
      try await mall.program.must(["verify"], home: mall.home)
    }
  }
}
