import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "The points rules.",
    subcommands: [Check.self, Apply.self, Show.self, Example.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a rules file; change nothing.",
      discussion: """
        EXAMPLES
          xiaopiao rules check rules.toml
        """)

    @Argument(help: "The rules.", completion: .file(extensions: ["toml"]))
    var file: String
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rules = try RulesFile(path: file)
      let language = output.language(Settings())
      output.print(
        RulesReport(text: "\(rules.path) " + language("is good", "没有问题"), version: nil))
    }
  }

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a rules file and put it in force.",
      discussion: """
        Each version is kept, and every credit names the version that counted it. Applying the \
        same text again changes nothing.

        EXAMPLES
          xiaopiao rules apply rules.toml
        """)

    @Argument(help: "The rules.", completion: .file(extensions: ["toml"]))
    var file: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let rules = try RulesFile(path: file)
      try rules.check(mallCurrency: home.settings(of: home.home()).mall.currency)
      let ledger = try home.ledger()
      let version = try await stored { () throws(LedgerError) in
        try await ledger.applyRules(toml: rules.toml, at: Date())
      }
      let text = output.language(of: home)(
        "version \(version.version) of the rules is in force", "积分规则第 \(version.version) 版已生效")
      output.print(RulesReport(text: text, version: version.version))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the rules in force.",
      discussion: """
        EXAMPLES
          xiaopiao rules show > rules.toml
        """)

    @OptionGroup var home: HomeOptions

    func run() async throws {
      let ledger = try home.ledger()
      let current = try await stored { () throws(LedgerError) in try await ledger.currentRules() }
      guard let current else { throw ClaimingError.noRules }
      Terminal.write(current.toml, to: .standardOutput)
    }
  }

  struct Example: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a commented rules file to begin with.",
      discussion: """
        EXAMPLES
          xiaopiao rules example > rules.toml
        """)

    @Option(help: "The mall's currency.") var currency = "CNY"

    func run() throws {
      Terminal.write(RulesFile.example(currency: Currency(currency)), to: .standardOutput)
    }
  }
}

private struct RulesReport: Report {
  let text: String
  let version: Int?

  var objects: [JSON] {
    [["good": .truth(true), "version": version.map { .integer(Int64($0)) } ?? .null]]
  }

  func lines(on terminal: Terminal) -> [String] { [text] }
}
