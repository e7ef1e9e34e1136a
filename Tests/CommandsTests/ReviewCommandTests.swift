import Foundation
import Receipts
import TestSupport
import Testing

@Suite("Reviews from the command line")
struct ReviewCommandTests {
  /// A home with claims c1 and c2 in review.
  private func home() async throws -> TestHome {
    let home = try await TestHome(isCertain: false)
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt(amount: "101.00"))
    try home.photo(
      "b.png", seed: 2,
      page: PrintedPage.receipt(
        number: "20268888", time: "2026-11-20 18:40:00", amount: "55.50"))
    try home.directory.write(
      "[screening]\ncredit_probability_min = 1\nfield_probability_min = 1\n",
      to: "home/xiaopiao.toml")
    let result = try await home.batch(
      "file,member_id,claim_id\na.png,M1,c1\nb.png,M2,c2\n")
    #expect(try result.objects.map { $0["verdict"] as? String } == ["review", "review"])
    return home
  }

  private func balance(_ member: String, _ home: TestHome) async throws -> Int? {
    try await home.must(["member", member]).objects.first?["balance"] as? Int
  }

  @Test("the queue is listed and shown, and approved with corrections or rejected with a reason")
  func deciding() async throws {
    let home = try await home()
    let list = try await home.must(["review", "list"]).objects
    #expect(list.compactMap { $0["claim_id"] as? String } == ["c1", "c2"])
    #expect(try await home.must(["review", "show", "c1"]).output.contains("\"fields\""))
    let approved = try await home.must(["review", "approve", "c1", "--amount", "99.00"])
    #expect(approved.output.contains("\"verdict\":\"credited\""))
    #expect(approved.output.contains("\"value\":\"99.00\""))
    #expect(try await balance("M1", home) == 99)
    let rejected = try await home.must(["review", "reject", "c2", "--reason", "refund"])
    #expect(rejected.output.contains("\"reasons\":[\"refund\"]"))
    #expect(try await home.must(["review", "list"]).output.isEmpty)
    let claim = try #require(try await home.must(["claim", "c1"]).objects.first)
    let decisions = try #require(claim["decisions"] as? [[String: Any]])
    #expect(decisions.compactMap { $0["by"] as? String } == ["xiaopiao", "tester"])
    let late = try await home.run(["review", "approve", "c2"])
    #expect(late.code == 1)
    #expect(late.errors.contains("not in review"))
  }

  @Test("a misspelt reason is 64 and rejects nothing")
  func misspeltReason() async throws {
    let home = try await home()
    let result = try await home.run(["review", "reject", "c2", "--reason", "not-paid"])
    #expect(result.code == 64)
    #expect(result.errors.contains("did you mean not_paid?"), "\(result.errors)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("verify --pictures tells a photograph that was changed, and one that is gone")
  func pictures() async throws {
    let home = try await home()
    let good = try await home.must(["verify", "--pictures", "--format", "table"])
    #expect(good.output.contains("all kept photographs are what was taken"))
    let images = home.path + "/images"
    let files = try FileManager.default.subpathsOfDirectory(atPath: images)
      .filter { $0.hasSuffix(".png") || $0.hasSuffix(".jpg") }.sorted()
    #expect(files.count == 2)
    try Data("no picture".utf8).write(to: URL(fileURLWithPath: images + "/" + files[0]))
    try FileManager.default.removeItem(atPath: images + "/" + files[1])
    let bad = try await home.run(["verify", "--pictures", "--format", "table"])
    #expect(bad.code == 1)
    #expect(bad.output.contains("images/\(files[0]) is not what was taken"), "\(bad.output)")
    #expect(bad.output.contains("waits and its photograph is gone"))
    // The accounts are what they were.
    #expect(try await home.must(["verify", "--format", "table"]).output.contains("all"))
  }

  @Test(
    "a wrong option of approve is 64, names itself, what is wrong and an example; nothing changes",
    arguments: [
      ("--amount", "abc", "--amount: abc is not an amount in CNY like 1042.06"),
      ("--amount", "-5", "--amount: -5 is not an amount in CNY like 1042.06"),
      ("--amount", "0", "--amount: 0 is not an amount in CNY like 1042.06"),
      ("--counter", "ZZ", "--counter: ZZ is not in the register, whose codes are like A1"),
      ("--time", "noon", "--time: noon is not a time like 2026-11-18T12:37"),
    ])
  func wrongOption(option: String, value: String, message: String) async throws {
    let home = try await home()
    let result = try await home.run(["review", "approve", "c1", option, value])
    #expect(result.code == 64)
    #expect(result.errors.contains("Error: " + message), "\(result.errors)")
    #expect(result.errors.contains("xiaopiao review approve --help"), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("a word that only begins like a key decides nothing, nor is a key a reason")
  func sentences() async throws {
    let home = try await home()
    let output = try await home.must(
      ["review", "--language", "en"],
      input: "amount is wrong\nalways skip\nr\nq\n\nquit\n"
    ).output
    #expect(output.contains("there is no key amount is wrong"))
    #expect(output.contains("there is no key always skip"))
    #expect(output.contains("q is a key, no reason"))
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("the session tells its keys, and an unknown one, in the language asked for")
  func keys() async throws {
    let home = try await home()
    let english = try await home.must(
      ["review", "--language", "en"], input: "?\nz\nr\n?\n\nq\n"
    ).output
    for told in [
      "c  correct:", "s  skip:", "there is no key z; ? tells", "not_paid: This bill", "stopped;",
    ] {
      #expect(english.contains(told), "\(told) in \(english)")
    }
    let chinese = try await home.must(
      ["review", "--language", "zh"], input: "？\nz\nq\n"
    ).output
    for told in ["c  更正：", "没有按键 z", "已退出"] {
      #expect(chinese.contains(told), "\(told) in \(chinese)")
    }
    #expect(englishWords(in: chinese) == [], "\(chinese)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("why a sum or an amount is doubted is told under the reason")
  func grounds() async throws {
    let home = try await TestHome(isCertain: false)
    let page = PrintedPage.page([
      "本汕", "结账单", "单号：20267037", "结账时间：2026-11-20 12:11:05", "牛肉火锅 1 120.00", "合计：120.00",
      "实付：101.00", "谢谢惠顾",
    ])
    try home.photo("a.png", seed: 1, page: page)
    let line = try #require(
      try await home.batch("file,member_id,claim_id\na.png,M1,c1\n").objects.first)
    let reasons = try #require(line["reasons"] as? [String])
    #expect(reasons.contains("sum_mismatch"))
    let shown = try await home.must(["review", "--language", "en"], input: "q\n").output
    #expect(shown.contains("    elsewhere the paper leads to "), "\(shown)")
    #expect(shown.contains("    for 1") && shown.contains("stands beside words for"), "\(shown)")
    let claim = try await home.must(["claim", "c1", "--language", "en", "--format", "table"]).output
    #expect(claim.contains("    elsewhere the paper leads to "), "\(claim)")
    let chinese = try await home.must(["review", "--language", "zh"], input: "q\n").output
    #expect(chinese.contains("票面其他内容另可得出 "), "\(chinese)")
  }

  @Test("a session at the terminal corrects, rejects and stops where the typing ends")
  func session() async throws {
    let home = try await home()
    let typed = "x\nc\n\nmuch\n88.00\n\n\n88.00\nr\nnot a receipt of ours\n"
    let result = try await home.must(["review", "--language", "en"], input: typed)
    #expect(result.output.contains("88.00 stands nowhere on the paper"), "\(result.output)")
    #expect(result.output.contains("much is not an amount in CNY"))
    #expect(result.output.contains("c1: credited, 88 points for M1"))
    #expect(result.output.contains("c2: rejected"))
    #expect(result.output.contains("that was the last one"))
    #expect(try await balance("M1", home) == 88)
    let empty = try await home.must(["review", "--language", "zh"])
    #expect(empty.output == "没有待审核的申请\n")
  }

  @Test("an amount that stands nowhere on the paper is entered twice, or not at all")
  func nowhere() async throws {
    let home = try await home()
    let other = try await home.must(
      ["review", "--language", "en"], input: "c\n\n88.00\n\n\n89.00\nq\n")
    #expect(other.output.contains("not the same amount"), "\(other.output)")
    #expect(try await home.must(["review", "list"]).objects.count == 2, "nothing was decided")
    let noted = try await home.run([
      "review", "approve", "c2", "--amount", "70.00", "--language", "en",
    ])
    #expect(noted.errors.contains("70.00 stands nowhere on the paper"), "\(noted.errors)")
    #expect(!noted.errors.contains("the number"), "\(noted.errors)")
  }

  @Test("a script's amount of ten times all on the paper credits only when it is said again")
  func mistyped() async throws {
    let home = try await home()
    let arguments = ["review", "approve", "c2", "--amount", "10100.00", "--language", "en"]
    let asked = try await home.run(arguments)
    #expect(asked.code == 1)
    #expect(try asked.objects.first?["verdict"] as? String == "review")
    #expect(asked.errors.contains("amount_unseen"), "\(asked.errors)")
    #expect(try await home.must(arguments).objects.first?["verdict"] as? String == "credited")
  }

  @Test("a session asks whether an unusual purchase is to be credited all the same")
  func unusual() async throws {
    let home = try await home()
    let typed = "c\n\n60000.00\n\n\n60000.00\n"
    let left = try await home.must(["review", "--language", "en"], input: typed + "n\nq\n")
    #expect(left.output.contains("decide it so all the same?"), "\(left.output)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
    _ = try await home.must(["review", "--language", "en"], input: typed + "q\n")
    #expect(try await home.must(["review", "list"]).objects.count == 1)
  }

  @Test("a receipt number that stands nowhere on the paper is told")
  func numberNowhere() async throws {
    let home = try await home()
    let noted = try await home.run([
      "review", "approve", "c2", "--amount", "70.00", "--receipt-no", "31415926", "--language",
      "en",
    ])
    #expect(
      noted.errors.contains("the number 31415926 stands nowhere on the paper"), "\(noted.errors)")
  }

  @Test(
    "at a terminal approve asks for such an amount before it credits",
    .enabled(if: Shell.works("script -qec true /dev/null </dev/null")),
    arguments: [("89.00", "review", 1), ("88.00", "credited", 0)])
  func nowhereAtTerminal(typed: String, state: String, code: Int) async throws {
    let home = try await home()
    let result = try await Shell().run(
      "echo \"$2\" | script -qec \"$0 review approve c1 --amount $1 --language en\" /dev/null",
      ["88.00", typed], home: home.path)
    #expect(result.code == code, "\(result.output)")
    #expect(result.output.contains("88.00 stands nowhere on the paper"), "\(result.output)")
    let claim = try await home.must(["claim", "c1"]).objects.first
    #expect(claim?["state"] as? String == state || claim?["verdict"] as? String == state)
  }

  @Test(
    "a key that is typed for a field goes back to the claim", arguments: ["q", "s", "quit", "Q"])
  func keyForField(key: String) async throws {
    let home = try await home()
    let result = try await home.must(
      ["review", "--language", "en"], input: "c\n\n101.00\n\n\(key)\nq\n")
    #expect(result.output.contains("back to the claim; nothing is changed"), "\(result.output)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
    #expect(try await balance("M1", home) == 0)
  }

  @Test(
    "where the typing ends in the midst of a correction nothing is decided",
    arguments: ["c\n", "c\n\n88.00\n", "c\n\n88.00\n\n\n", "c\n\n88.00\n\n\n89.00\n"])
  func ended(typed: String) async throws {
    let home = try await home()
    let result = try await home.must(["review", "--language", "en"], input: typed)
    #expect(!result.output.contains("that was the last one"), "\(result.output)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("after a correction that was taken back the same claim is asked for again")
  func takenBack() async throws {
    let home = try await home()
    let result = try await home.must(
      ["review", "--language", "en"], input: "c\n\n88.00\n\n\n89.00\ns\ns\n")
    #expect(result.output.contains("that was the last one"), "\(result.output)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("skipping and quitting leave the claims in review")
  func skipping() async throws {
    let home = try await home()
    _ = try await home.must(["review"], input: "s\nq\n")
    _ = try await home.must(["review"], input: "")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
  }

  @Test("decisions made elsewhere are applied; one that cannot be carried out ends with 1")
  func applying() async throws {
    let home = try await home()
    let file = try home.directory.write(
      """
      {"claim_id":"c1","decision":"approve","fields":{"amount":"70.00"},"reviewer":"li"}
      {"claim_id":"nope","decision":"approve","reviewer":"li"}
      {"claim_id":"c2","decision":"reject","reviewer":"li","reason":"not_a_receipt"}
      """, to: "decisions.jsonl")
    let result = try await home.run(["review", "apply", file])
    #expect(result.code == 1)
    #expect(try result.objects.map { $0["verdict"] as? String } == ["credited", "rejected"])
    #expect(result.errors.contains("decisions.jsonl:2: there is no claim nope"))
    #expect(try await balance("M1", home) == 70)
    let bad = try home.directory.write("{\"claim_id\":\"c1\"}\n", to: "bad.jsonl")
    #expect(try await home.run(["review", "apply", bad]).code == 66)
  }

  @Test("decisions are read from standard input too, and their errors name the line")
  func applyingInput() async throws {
    let home = try await home()
    let good =
      #"{"claim_id":"c1","decision":"approve","fields":{"amount":"70.00"},"reviewer":"li"}"#
    let bad = try await home.run(["review", "apply", "-"], input: good + "\n{\n")
    #expect(bad.code == 66)
    #expect(bad.errors.contains("standard input:2: is not a JSON object"), "\(bad.errors)")
    #expect(try await home.must(["review", "list"]).objects.count == 2)
    let wrong = #"{"claim_id":"c2","decision":"approve","fields":{"amount":"x"},"reviewer":"li"}"#
    let result = try await home.run(["review", "apply", "-"], input: good + "\n" + wrong + "\n")
    #expect(result.code == 1)
    #expect(result.errors.contains("standard input:2: claim c2: amount: x is not an amount"))
    #expect(try await balance("M1", home) == 70)
    #expect(try await home.run(["review", "apply", "-"]).code == 66)
  }

  @Test("decisions that are handed in a second time confirm nothing, until they say so")
  func confirming() async throws {
    let home = try await home()
    func applied(_ more: String) async throws -> Program.Result {
      let line =
        #"{"claim_id":"c1","decision":"approve","fields":{"amount":"60000.00"},"reviewer":"li"\#(more)}"#
      return try await home.run(["review", "apply", "-"], input: line + "\n")
    }
    // Nor what nobody was told yet.
    let unasked = try await applied(#","confirms":["amount_out_of_bounds"]"#)
    #expect(unasked.output.contains("\"verdict\":\"review\""), "\(unasked.output)")
    for _ in 1...2 {
      let asked = try await applied("")
      #expect(asked.code == 1)
      #expect(asked.output.contains("\"verdict\":\"review\""), "\(asked.output)")
      #expect(asked.errors.contains(#"add "confirms":["amount_out_of_bounds"]"#), "\(asked.errors)")
    }
    let other = try await applied(#","confirms":["too_old"]"#)
    #expect(other.output.contains("\"verdict\":\"review\""), "\(other.output)")
    #expect(try await applied(#","confirms":["refund"]"#).code == 66)
    #expect(try await applied(#","confirms":"too_old""#).code == 66)
    #expect(try await applied(#","confirms":["amount_out_of_bounds"]"#).code == 0)
    #expect(try await balance("M1", home) == 60000)
  }

  @Test("an unusual amount is asked about again, and another purchase for its receipt number")
  func askingAgain() async throws {
    let home = try await home()
    let large = ["review", "approve", "c1", "--amount", "60000.00"]
    let asked = try await home.run(large)
    #expect(asked.code == 1)
    #expect(asked.output.contains("\"amount_out_of_bounds\""), "\(asked.output)")
    #expect(asked.errors.contains("(amount_out_of_bounds); approve it again"), "\(asked.errors)")
    #expect(try await home.must(large).output.contains("\"verdict\":\"credited\""))
    let like = try await home.run([
      "review", "approve", "c2", "--amount", "60000.00", "--time", "2026-11-20T12:12",
      "--receipt-no", "", "--distinct",
    ])
    #expect(like.code == 1)
    #expect(like.output.contains("\"possible_duplicate\""), "\(like.output)")
    #expect(like.errors.contains("enter it (receipt_no)"), "\(like.errors)")
  }

  @Test("a credit is taken back once, and everything verifies")
  func reversing() async throws {
    let home = try await home()
    try await home.must(["review", "approve", "c1"])
    #expect(try await balance("M1", home) == 101)
    let reversed = try await home.must(["reverse", "c1", "--reason", "refunded"])
    #expect(reversed.output.contains("\"verdict\":\"reversed\""))
    #expect(try await balance("M1", home) == 0)
    #expect(try await home.run(["reverse", "c1", "--reason", "again"]).code == 1)
    let release = ["reverse", "c1", "--release-purchase", "--reason", "wrong member"]
    let released = try await home.must(release + ["--format", "table"]).output
    #expect(released.contains("may be claimed again"), "\(released)")
    #expect(!released.contains("points taken back"), "\(released)")
    #expect(try await home.run(release).code == 1)
    #expect(try await balance("M1", home) == 0)
    let history = try await home.must(["member", "M1"]).objects.first?["history"] as? [Any]
    #expect(history?.count == 2)
    try await home.must(["verify"])
    let stats = try #require(try await home.must(["stats"]).objects.first)
    #expect((stats["claims"] as? [String: Int])?["reversed"] == 1)
  }
}
