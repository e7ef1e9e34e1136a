import Foundation
import TestSupport
import Testing

@Suite("Evaluation from the command line")
struct EvaluateCommandTests {
  private func truth(
    _ file: String, kind: String = "sale", of: String? = nil, amount: String = "101.00",
    number: String = "20267037", time: String = "2026-11-20T12:11:05"
  ) -> String {
    """
    {"file":"\(file)","kind":"\(kind)","level":0,"counter":"A1","counter_name":"本汕",\
    "amount":"\(amount)","currency":"CNY","time":"\(time)","time_precision":"second",\
    "receipt_no":"\(number)","receipt_no_alternatives":[],"of":\(of.map { "\"\($0)\"" } ?? "null"),\
    "unlabelled":[]}
    """
  }

  @Test("a mall's set is run the whole way: duplicates, wrong credits and all")
  func mall() async throws {
    let home = try await TestHome()
    for (name, text) in [
      ("counters.csv", "code,name\nA1,本汕\n"), ("members.csv", "member_id\nM1\nM2\n"),
      (
        "claims.csv",
        "file,member_id,submitted_at\n"
          + ["a", "b", "c"].map { "\($0).png,M1,2026-11-21T09:00:00+08:00\n" }.joined()
      ),
      (
        "truth.jsonl",
        [
          truth("a.png"), truth("b.png", kind: "duplicate", of: "a.png"),
          truth("c.png", amount: "56.00", number: "20268888", time: "2026-11-20T18:40:00"),
        ].joined(separator: "\n")
      ),
      (
        "xiaopiao.toml",
        """
        [screening]
        credit_probability_min = 0
        field_probability_min = 0
        receipt_no_probability_min = 0
        reject_probability_min = 0
        """
      ),
    ] {
      try home.directory.write(text, to: "set/" + name)
    }
    for (name, seed, page) in [
      ("a.png", UInt8(1), PrintedPage.receipt()), ("b.png", 2, PrintedPage.receipt()),
      (
        "c.png", 3,
        PrintedPage.receipt(
          number: "20268888", time: "2026-11-20 18:40:00", amount: "55.50")
      ),
    ] {
      try home.save(page, for: name)
      try home.directory.write(Picture.png(seed: seed), to: "set/images/" + name)
    }
    let set = home.directory.path + "/set"
    let result = try await Program().run(["evaluate", set, "--pages", home.pages])
    #expect(result.code == 0, "\(result.errors)")
    let objects = try result.objects
    #expect(objects.count == 4)
    #expect(
      objects.dropLast().map { $0["verdict"] as? String } == ["credited", "rejected", "credited"])
    #expect(objects.dropLast().map { $0["wrong"] as? [String] } == [[], [], ["amount"]])
    let summary = try #require(objects.last?["summary"] as? [String: Any])
    #expect(summary["sales"] as? Int == 2)
    #expect(summary["straight_through"] as? Int == 1)
    #expect(summary["credits"] as? Int == 2)
    #expect(summary["wrong_credits"] as? Int == 1)
    let bound = try #require(summary["wrong_upper_95"] as? Double)
    #expect(abs(bound - 0.9747) < 0.0001)
    let table = try await Program().run(
      ["evaluate", set, "--pages", home.pages, "--format", "table"],
      environment: ["COLUMNS": "160"])
    #expect(table.output.contains("straight through  50.0 % (1 of 2) sales"))
    #expect(table.output.contains("c.png"))
    let kept = home.directory.path + "/kept"
    let keeping = try await Program().run(
      ["evaluate", set, "--pages", home.pages, "--keep", kept])
    #expect(keeping.code == 0, "\(keeping.errors)")
    let verified = try await Program().run(["verify", "--home", kept])
    #expect(verified.code == 0, "\(verified.errors)")
    let again = try await Program().run(
      ["evaluate", set, "--pages", home.pages, "--keep", kept])
    #expect(again.code == 66)
    #expect(again.errors.contains("is not empty"), "\(again.errors)")
    let chinese = try await Program().run(
      ["evaluate", set, "--pages", home.pages, "--format", "table", "--language", "zh"],
      environment: ["COLUMNS": "160"])
    #expect(chinese.output.contains("50.0 %（2 笔消费中 1 笔）"), "\(chinese.output)")
    #expect(englishWords(in: chinese.output) == [], "\(chinese.output)")
  }

  @Test("a set without truth is 66")
  func missing() async throws {
    let directory = try TemporaryDirectory()
    let result = try await Program().run(["evaluate", directory.path])
    #expect(result.code == 66)
    #expect(result.errors.contains("truth.jsonl"))
  }
}
