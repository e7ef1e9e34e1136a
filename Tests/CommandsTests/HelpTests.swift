import Commands
import Testing

@Suite("Help and usage")
struct HelpTests {
  static let commands = [
    ["init"], ["counters", "import"], ["counters", "list"], ["members", "import"],
    ["rules", "check"], ["rules", "apply"], ["rules", "show"], ["rules", "example"], ["read"],
    ["batch"], ["watch"], ["review"], ["review", "queue"], ["review", "list"],
    ["review", "show"], ["review", "approve"], ["review", "reject"], ["review", "apply"],
    ["member"], ["claim"], ["reverse"], ["verify"], ["stats"], ["evaluate"], ["reasons"],
  ]

  @Test("every command explains itself with examples", arguments: commands)
  func help(command: [String]) async throws {
    let result = try await Program().run(command + ["--help"])
    #expect(result.code == 0)
    #expect(result.output.contains("OVERVIEW:"))
    #expect(result.output.contains("EXAMPLES"))
    #expect(result.output.contains("xiaopiao " + command.joined(separator: " ")))
  }

  @Test("the help of review apply names every key of a decision")
  func decisionKeys() async throws {
    let output = try await Program().run(["review", "apply", "--help"]).output
    for key in [
      "claim_id", "decision", "reviewer", "reason", "fields", "counter", "amount", "time",
      "receipt_no", "confirms_distinct",
    ] {
      #expect(output.contains(" \(key) "), "\(key)")
    }
  }

  @Test("every reason is told, one with its way out, a misspelt one with what was meant")
  func reasons() async throws {
    let all = try await Program().run(["reasons", "--format", "jsonl"]).objects
    #expect(all.count > 50 && all.allSatisfy { $0["zh"] != nil })
    let one = try await Program().run([
      "reasons", "too_old", "--format", "table", "--language", "zh",
    ])
    #expect(one.output.contains("超过积分期限") && one.output.contains("处理办法："))
    let none = try await Program().run(["reasons", "to-old"])
    #expect(none.code == 66 && none.errors.contains("did you mean too_old?"), "\(none.errors)")
  }

  @Test("the version is told")
  func version() async throws {
    let result = try await Program().run(["--version"])
    #expect(result.output == XiaopiaoCommand.version + "\n")
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["--no-such-flag"], ["no-such-command"], ["read"], ["batch", "dir"],
      ["read", "a.jpg", "--format", "xml"], ["read", "a.jpg", "--workers", "0"],
      ["review", "reject", "c"], ["review", "reject", "c", "--reason", " "], ["member"],
      ["reverse", "c"],
    ])
  func usage(arguments: [String]) async throws {
    let result = try await Program().run(arguments)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Usage") || result.errors.contains("USAGE"))
  }

  @Test(
    "a misspelt command is told what was meant, another nothing",
    arguments: [
      (["revew"], "did you mean xiaopiao review?"),
      (["review", "aprove", "c1"], "did you mean xiaopiao review approve?"),
      (["Batch", "dir"], "did you mean xiaopiao batch?"),
      (["raed", "a.jpg"], "did you mean xiaopiao read?"), (["review", "--aprove"], nil),
      (["no-such-command"], nil),
    ] as [([String], String?)])
  func misspelt(arguments: [String], meant: String?) async throws {
    let result = try await Program().run(arguments)
    #expect(result.code == 64)
    if let meant {
      #expect(result.errors.contains(meant), "\(result.errors)")
    } else {
      #expect(!result.errors.contains("did you mean"), "\(result.errors)")
    }
  }

  @Test("completions are made for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) async throws {
    let result = try await Program().run(["--generate-completion-script", shell])
    #expect(result.code == 0)
    #expect(result.output.contains("evaluate"))
    #expect(!result.output.contains("recognition-worker"))
  }
}
