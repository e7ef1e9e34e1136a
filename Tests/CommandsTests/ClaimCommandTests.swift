import Foundation
import Receipts
import TestSupport
import Testing

@Suite("Claims from the command line")
struct ClaimCommandTests {
  /// The line without what differs from run to run.
  private func stable(_ line: some StringProtocol) -> String {
    [
      ("\"elapsed_ms\":\\d+", "\"elapsed_ms\":0"),
      ("\"probability\":[0-9.]+", "\"probability\":0.9"),
      ("\"claim_id\":\"[0-9a-f]{32}\"", "\"claim_id\":\"derived\""),
    ].reduce(String(line)) { text, replacement in
      text.replacingOccurrences(
        of: replacement.0, with: replacement.1, options: .regularExpression)
    }
  }

  @Test("a line of batch is the contract's, to the letter, and the same when run again")
  func batch() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let claims = "file,member_id,submitted_at\na.png,M1,2026-11-21T09:00:00+08:00\n"
    let result = try await home.batch(claims)
    #expect(result.code == 0, "\(result.errors)")
    #expect(
      stable(result.output) == """
        {"file":"a.png","kind":"sale","counter":{"code":"A1","name":"本汕","probability":0.9},\
        "amount":{"value":"101.00","currency":"CNY","probability":0.9},\
        "time":{"value":"2026-11-20T12:11:05+08:00","precision":"second","probability":0.9},\
        "receipt_no":{"value":"20267037","probability":0.9},"verdict":"credited","reasons":[],\
        "elapsed_ms":0,"claim_id":"derived","member_id":"M1","points":101}

        """)
    #expect(try await home.batch(claims).output == result.output)
    let member = try #require(try await home.must(["member", "M1"]).objects.first)
    #expect(member["balance"] as? Int == 101)
    #expect(try await home.must(["verify"]).output.hasPrefix("{\"verified\":true,"))
  }

  @Test(
    "a directory without any of the pictures is refused, unless all were claimed by their own id")
  func wrongDirectory() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    func batch(_ claims: String, in directory: String) async throws -> Program.Result {
      try await home.run([
        "batch", directory, "--claims", home.directory.write(claims, to: "claims.csv"), "--pages",
        home.pages,
      ])
    }
    let plain = "file,member_id,submitted_at\na.png,M1,2026-11-21T09:00:00+08:00\n"
    let own = "file,member_id,submitted_at,claim_id\na.png,M1,2026-11-21T09:00:00+08:00,c1\n"
    for claims in [plain, own] {
      let refused = try await batch(claims, in: home.directory.path)
      #expect(refused.code == 66)
      #expect(refused.errors.contains("has none of the 1 pictures"), "\(refused.errors)")
    }
    #expect(try await home.must(["review", "list"]).objects.isEmpty)
    #expect(try await home.batch(own).code == 0)
    let archived = try await batch(own, in: home.directory.path)
    #expect(try archived.objects.first?["verdict"] as? String == "credited", "\(archived.errors)")
  }

  @Test("the summary tells what an earlier run had decided, and a rejection by its day the way out")
  func earlierRuns() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let wrong = "file,member_id,submitted_at\na.png,M1,2036-11-21T09:00:00+08:00\n"
    let first = try await home.batch(wrong)
    #expect(try first.objects.first?["reasons"] as? [String] == ["too_old"])
    #expect(first.errors.contains("a.png: the days are counted from submitted_at"))
    #expect(first.errors.contains("a new claim_id"), "\(first.errors)")
    #expect(!first.errors.contains("before this run"))
    let mended = "file,member_id,submitted_at,claim_id\na.png,M1,2026-11-21T09:00:00+08:00,again\n"
    #expect(try await home.batch(mended).objects.first?["verdict"] as? String == "credited")
    let last = try await home.batch(mended)
    #expect(
      last.errors.contains(
        "1 claim: 1 credited; 101 points; of these 1 claim with 101 points were decided before"),
      "\(last.errors)")
    let chinese = try await home.run([
      "batch", home.photos, "--claims", home.directory.write(wrong, to: "claims.csv"), "--pages",
      home.pages, "--language", "zh",
    ])
    #expect(chinese.errors.contains("期限从 submitted_at 起算"), "\(chinese.errors)")
    #expect(chinese.errors.contains("其中 1 份（0 积分）在本次之前已有结论"))
    let id = try #require(try first.objects.first?["claim_id"] as? String)
    let told = try await home.must(["claim", id, "--format", "table"])
    #expect(told.errors.contains("too_old: the days are counted from submitted_at"))
  }

  @Test("bad pictures get their line and make the batch end with 1; the others are credited")
  func badPictures() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    try home.directory.write("text", to: "photos/b.jpg")
    let page = PrintedPage.page([])
    for name in ["b.jpg", "gone.jpg"] { try home.save(page, for: name) }
    let result = try await home.batch(
      "file,member_id,claim_id\nb.jpg,M1,c1\na.png,M1,c2\ngone.jpg,M2,c3\n")
    #expect(result.code == 1)
    let lines = result.output.split(separator: "\n").map(stable)
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == #"{"file":"b.jpg","kind":null,"counter":null,"amount":null,"time":null,"receipt_no":null,"verdict":"rejected","reasons":["image_type_unsupported"],"elapsed_ms":0,"claim_id":"c1","member_id":"M1","points":0}"#
    )
    #expect(lines[1].contains("\"verdict\":\"credited\""))
    #expect(lines[2].contains("\"reasons\":[\"image_missing\"]"))
    #expect(result.errors.contains("b.jpg: "))
  }

  @Test(
    "a claims file that cannot be used is 66 and nothing is claimed",
    arguments: [
      ("", "empty"), ("file,member_id\n", "has no claims"), ("file\na.png\n", "member_id"),
      ("file,member_id\n../a.png,M1\n", "leads out"), ("file,member_id\na.png\n", "1 fields"),
    ])
  func badClaims(claims: String, expected: String) async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let result = try await home.batch(claims)
    #expect(result.code == 66)
    #expect(result.errors.contains(expected), "\(result.errors)")
    #expect(result.output.isEmpty)
    let stats = try #require(try await home.must(["stats"]).objects.first)
    #expect(stats["decided"] as? Int == 0)
  }

  @Test("without rules nothing is claimed and it is 78; without a reader it is 69 and can go on")
  func notReady() async throws {
    let home = try await TestHome(hasRules: false)
    let photo = try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let claims = "file,member_id\na.png,M1\n"
    let noRules = try await home.batch(claims)
    #expect(noRules.code == 78)
    #expect(noRules.errors.contains("xiaopiao rules apply"))
    let rules = try await home.run(["rules", "example"]).output
    try await home.must(["rules", "apply", home.directory.write(rules, to: "rules.toml")])
    let noReader = try await home.run(
      ["batch", home.photos, "--claims", home.directory.path + "/claims.csv"],
      environment: ["XIAOPIAO_RECOGNITION_MODEL_DIRECTORY": "/nonexistent"])
    #expect(noReader.code == 69, "\(noReader.errors)")
    #expect(noReader.output.isEmpty)
    #expect(FileManager.default.fileExists(atPath: photo))
    #expect(try await home.batch(claims).code == 0)
  }

  @Test("read says what it would do, needs no home, and tells a missing file with 66")
  func read() async throws {
    let home = try await TestHome()
    let photo = try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let counters = home.directory.path + "/counters.csv"
    let result = try await Program().run(
      ["read", photo, "--counters", counters, "--pages", home.pages])
    #expect(result.code == 0, "\(result.errors)")
    let line = try #require(try result.objects.first)
    #expect(["credit", "review", "reject"].contains(try #require(line["verdict"] as? String)))
    #expect(line["claim_id"] == nil && line["member_id"] == nil && line["points"] == nil)
    #expect((line["counter"] as? [String: Any])?["code"] as? String == "A1")
    try home.save(PrintedPage.page([]), for: "gone.png")
    let missing = try await Program().run(
      ["read", "gone.png", photo, "--pages", home.pages, "--format", "jsonl"])
    #expect(missing.code == 66)
    #expect(
      missing.output.split(separator: "\n").map(stable).first
        == #"{"file":"gone.png","kind":null,"counter":null,"amount":null,"time":null,"receipt_no":null,"verdict":"reject","reasons":["image_missing"],"elapsed_ms":0}"#
    )
    #expect(try missing.objects.count == 2)
  }

  @Test("read needs no home even where the environment names one that is yet to be made")
  func readBeforeInit() async throws {
    let home = try await TestHome()
    let photo = try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let result = try await Program().run(
      ["read", photo, "--pages", home.pages], home: home.directory.path + "/not-yet")
    #expect(result.code == 0, "\(result.errors)")
    let named = try await Program().run(
      ["read", photo, "--pages", home.pages, "--home", home.directory.path + "/not-yet"])
    #expect(named.code != 0)
    let drawn = try await Program().run(["read", photo, photo, "--annotate", "out.png"])
    #expect(drawn.code == 64)
    let nowhere = home.directory.path + "/none/out.png"
    let undrawn = try await Program().run(["read", photo, "--annotate", nowhere])
    #expect(undrawn.code == 66 && undrawn.output.isEmpty)
    #expect(undrawn.errors.contains("none is no directory"), "\(undrawn.errors)")
  }

  @Test("the beginning of an identifier names a claim as long as no other begins so")
  func beginnings() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    _ = try await home.batch("file,member_id,claim_id\na.png,M1,c12\na.png,M1,c13\n")
    #expect(try await home.must(["claim", "c12"]).output.contains("c12"))
    let both = try await home.run(["claim", "c1"])
    #expect(both.code == 66 && both.errors.contains("more than one claim begins with c1"))
    let reversed = try await home.must(
      ["reverse", "c12", "--reason", "given back", "--format", "table"])
    #expect(reversed.output.contains("101 points taken back from M1: given back"))
    _ = try await home.batch("file,member_id,claim_id\na.png,M1,d1234\n")
    #expect(try await home.must(["claim", "d1"]).output.contains("d1234"))
  }

  @Test("a claim shows its fields, evidence, decisions and entries; an unknown one is 66")
  func claim() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    _ = try await home.batch("file,member_id,claim_id\na.png,M1,c1\n")
    let claim = try #require(try await home.must(["claim", "c1"]).objects.first)
    #expect(claim["state"] as? String == "credited")
    #expect((claim["entries"] as? [Any])?.count == 1)
    #expect((claim["fields"] as? [String: Any])?["amount"] != nil)
    let table = try await home.must(["claim", "c1", "--format", "table"]).output
    #expect(table.contains("for kind, counter, amount and time"))
    #expect(table.contains("credited") && table.contains("101 points".dropLast(7)))
    for command in [["claim", "zz"], ["member", "zz"]] {
      let unknown = try await home.run(command)
      #expect(unknown.code == 66)
      #expect(unknown.errors.contains("there is no"))
    }
  }

  @Test("a table fits the terminal it is told of, and has no colour where there is no terminal")
  func table() async throws {
    let home = try await TestHome()
    try home.photo("a-photograph-with-a-long-name.png", seed: 1, page: PrintedPage.receipt())
    _ = try await home.batch("file,member_id\na-photograph-with-a-long-name.png,M1\n")
    let claims = "file,member_id\na-photograph-with-a-long-name.png,M1\n"
    let result = try await home.run(
      [
        "batch", home.photos, "--claims", home.directory.write(claims, to: "claims.csv"),
        "--pages", home.pages, "--format", "table",
      ], environment: ["COLUMNS": "90"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains("credited") && lines[1].contains("101.00"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.errors.contains("1 claim: 1 credited; 101 points"))
  }
}
