import Claiming
import Foundation
import Ledger
import Receipts
import TestSupport
import Testing

@testable import Commands

@Suite("What people read is in their language", .timeLimit(.minutes(4)))
struct LanguageTests {
  private static let claims = "file,member_id,claim_id\na.png,M1,c1\nb.png,M2,c2\n"

  /// A home with claims c1 and c2 in review.
  private func home() async throws -> TestHome {
    let home = try await TestHome(isCertain: false)
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    try home.photo(
      "b.png", seed: 2,
      page: PrintedPage.receipt(number: "20268888", time: "2026-11-20 18:40:00", amount: "55.50"))
    try home.directory.write(
      "[screening]\ncredit_probability_min = 1\nfield_probability_min = 1\n",
      to: "home/xiaopiao.toml")
    _ = try await home.batch(Self.claims)
    return home
  }

  /// The rows of a table, cut where two spaces stand.
  private func rows(_ output: String) -> [[String]] {
    output.split(separator: "\n").map { line in
      line.split(separator: /\s{2,}/).map(String.init)
    }
  }

  static let headings: [(command: [String], english: [String], chinese: [String])] = [
    (
      ["review", "list"],
      ["claim", "file", "member", "counter", "amount", "time", "reasons"],
      ["申请", "文件", "会员", "专柜", "金额", "时间", "理由"]
    ),
    (
      ["member", "M1"],
      ["when", "what", "points", "bought", "amount", "counter", "receipt no", "claim"],
      ["记账时间", "类型", "积分", "消费时间", "金额", "专柜", "小票号", "申请"]
    ),
    (
      ["stats"], ["counter", "name", "layout", "straight", "credited", "review", "rejected"],
      ["专柜", "名称", "版式", "直通", "已入账", "待审核", "已拒绝"]
    ),
    (
      ["layouts", "list"],
      ["counter", "name", "layout", "state", "papers", "confirmed by", "lately alike"],
      ["专柜", "名称", "版式", "状态", "小票数", "确认人数", "近期一致"]
    ),
    (
      ["counters", "list"], ["code", "name", "category", "floor", "aliases", "open"],
      ["编号", "名称", "品类", "楼层", "别名", "在场"]
    ),
  ]

  @Test("tables have their headings in either language, and JSON in none")
  func tables() async throws {
    let home = try await home()
    try await home.must(["review", "approve", "c1"])
    for (command, english, chinese) in Self.headings {
      let first = try await home.must(command + ["--format", "table"]).output
      if command == ["stats"] {
        #expect(first.contains("in review now     1 of 2 claims (50.0 %) wait for a person"))
      }
      #expect(rows(first).contains(english), "\(first)")
      let second = try await home.must(command + ["--format", "table", "--language", "zh"]).output
      #expect(rows(second).contains(chinese), "\(second)")
      #expect(englishWords(in: second) == [], "\(second)")
    }
    let commands =
      Self.headings.map { $0.command } + [
        ["review", "show", "c2"], ["claim", "c1"], ["layouts", "show", "A1"], ["verify"],
        ["layouts", "history"],
      ]
    for command in commands {
      let english = try await home.must(command + ["--language", "en"]).output
      #expect(try await home.must(command + ["--language", "zh"]).output == english)
    }
  }

  @Test("facts of a claim, a member, a layout and the store are told in Chinese")
  func facts() async throws {
    let home = try await home()
    func told(_ command: [String]) async throws -> String {
      let output = try await home.must(command + ["--format", "table", "--language", "zh"]).output
      #expect(englishWords(in: output) == [], "\(output)")
      return output
    }
    let asked = try await told(["review", "show", "c1"])
    #expect(asked.contains("申请      c1  待审核"))
    #expect(asked.contains("专柜") && asked.contains("购物小票"))
    #expect(try await told(["review", "approve", "c1"]).contains("c1: 已入账，会员 M1 得 101 积分"))
    #expect(try await told(["review", "reject", "c2", "--reason", "refund"]).contains("已拒绝"))
    #expect(try await told(["review", "list"]) == "没有待审核的申请\n")
    let claim = try await told(["claim", "c1"])
    #expect(claim.contains("积分      101，按积分规则第 1 版"))
    #expect(claim.contains("分录      1 入账"))
    #expect(try await told(["member", "M1"]).contains("会员 M1 (gold)：101 积分"))
    #expect(try await told(["member", "M2"]).contains("尚无入账"))
    let stats = try await told(["stats"])
    #expect(stats.contains("已入账 1，待审核 0，已拒绝 1，已撤回 0，已收到 0"))
    #expect(stats.contains("目前待审核        2 份申请中 0 份（0.0 %）等待人工处理"), "\(stats)")
    #expect(stats.contains("已拒绝            2 份申请中 1 份（50.0 %）"), "\(stats)")
    #expect(try await told(["layouts", "show", "A1"]).contains("审核人 tester"))
    #expect(try await told(["verify"]).contains("账目检查通过"))
    #expect(
      try await told(["reverse", "c1", "--reason", "退货"])
        == "c1: 已撤回，收回会员 M1 的 101 积分: 退货；该消费不可再次申请，除非加 --release-purchase 释放\n")
  }

  @Test("what batch and read print at a terminal is Chinese, the summary too")
  func reading() async throws {
    let home = try await home()
    let result = try await home.run([
      "batch", home.photos, "--claims", home.directory.write(Self.claims, to: "claims.csv"),
      "--pages", home.pages, "--format", "table", "--language", "zh",
    ])
    #expect(result.errors.contains("2 份申请：待审核 2；共 0 积分"), "\(result.errors)")
    let read = try await home.must([
      "read", home.photos + "/a.png", "--counters", home.directory.path + "/counters.csv",
      "--pages", home.pages, "--format", "table", "--language", "zh",
    ])
    for output in [result.output, read.output] {
      #expect(output.contains("结果") && output.contains("理由"), "\(output)")
      #expect(englishWords(in: output) == [], "\(output)")
    }
    let explained = try await home.must([
      "read", home.photos + "/a.png", "--pages", home.pages, "--explain", "--language", "zh",
    ])
    #expect(explained.output.contains("单据类型"), "\(explained.output)")
  }

  @Test("a session asks and answers in Chinese, and tells what is wrong with what was typed")
  func session() async throws {
    let home = try await home()
    let typed = "x\nc\nZ9\n\n12a\n88.00\n2036-01-01\n\n\n88.00\nr\n照片是屏幕\n"
    let output = try await home.must(["review", "--language", "zh"], input: typed).output
    #expect(output.contains("Z9 不在专柜名册中"))
    #expect(output.contains("12a 不是 CNY 金额"))
    #expect(output.contains("2036-01-01 晚于申请提交时间"))
    #expect(output.contains("c1: 已入账，会员 M1 得 88 积分"))
    #expect(output.contains("c2: 已拒绝"))
    #expect(englishWords(in: output) == [], "\(output)")
  }

  @Test("the language is the flag's, else the settings', else the locale's")
  func chosen() async throws {
    let home = try await home()
    func told(_ arguments: [String], locale: String) async throws -> String {
      try await home.must(
        ["verify", "--format", "table"] + arguments, environment: ["LANG": locale]
      ).output
    }
    #expect(try await told([], locale: "zh_CN.UTF-8").hasPrefix("账目检查通过"))
    #expect(try await told(["--language", "en"], locale: "zh_CN.UTF-8").hasPrefix("verified"))
    try home.directory.write("[mall]\nlanguage = \"zh\"\n", to: "home/xiaopiao.toml")
    #expect(try await told([], locale: "C.UTF-8").hasPrefix("账目检查通过"))
    #expect(try await told(["--language", "en"], locale: "C.UTF-8").hasPrefix("verified"))
    // The store is checked whatever is wrong with the settings, which is then told.
    try home.directory.write("[mall]\nlanguage = 7\n", to: "home/xiaopiao.toml")
    let bad = try await home.run(["verify", "--format", "table"])
    #expect(bad.code == 78)
    #expect(bad.output.hasPrefix("verified"))
    #expect(bad.errors.contains("xiaopiao.toml:2: mall.language: must be"), "\(bad.errors)")
  }

  @Test("in English every noun is its code; in Chinese it has a word of its own")
  func words() {
    func check(_ codes: [String], _ word: (Language, Int) -> String) {
      for (place, code) in codes.enumerated() {
        #expect(word(.english, place) == code)
        #expect(englishWords(in: word(.chinese, place)) == [])
      }
      #expect(Set(codes.indices.map { word(.chinese, $0) }).count == codes.count)
    }
    let (states, fields) = (ClaimState.allCases, FieldName.allCases)
    check(states.map(\.rawValue)) { $0.word(states[$1]) }
    check(fields.map(\.rawValue)) { $0.word(fields[$1]) }
    let (kinds, truths) = (Kind.allCases, Truth.Kind.allCases)
    check(kinds.map(\.rawValue)) { $0.word(kinds[$1]) }
    check(truths.map(\.rawValue)) { $0.word(truths[$1]) }
    let (entries, accounts) = (EntryKind.allCases, Account.allCases)
    check(entries.map(\.rawValue)) { $0.word(entries[$1]) }
    check(accounts.map(\.rawValue)) { $0.word(accounts[$1]) }
    let (layouts, wrongs) = (LayoutVersion.State.allCases, ImageScore.Wrong.allCases)
    check(layouts.map(\.rawValue)) { $0.word(layouts[$1]) }
    check(wrongs.map(\.rawValue)) { $0.word(wrongs[$1]) }
  }
}
