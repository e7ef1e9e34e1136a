import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "The points rules.",
    subcommands: [Check.self, Apply.self, Show.self, Example.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a rules file; change nothing.",
      discussion: """
        Where there is a home, its currency must be that of the rules, and it warns of tiers that \
        no member has, and of counters and categories that the register does not.

        EXAMPLES
          xiaopiao rules check rules.toml
          xiaopiao rules check rules.toml --home mall
        """)

    @Argument(help: "The rules.", completion: .file(extensions: ["toml"]))
    var file: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let rules = try RulesFile(path: file)
      let language = output.language(of: home)
      do {
        if let found = try home.homeIfAny() {
          try rules.check(mallCurrency: home.settings(of: found).mall.currency)
          Terminal.warn(of: try await rules.strangers(in: found.ledger()), in: file, language)
        }
      } catch let error as ClaimingError where home.directory == nil {
        // The file is good or not, whatever home there happens to be.
        Terminal.note("warning: the home that is here would refuse it: \(error.message)")
      }
      output.print(
        RulesReport(text: "\(rules.path) " + language("is good", "没有问题"), version: nil))
    }
  }

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a rules file and put it in force.",
      discussion: """
        Each version is kept, and every credit names the version that counted it. Applying the \
        same text again changes nothing. Warns of tiers that no member has, and of counters and \
        categories that the register does not.

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
      let language = output.language(of: home)
      Terminal.warn(of: try await rules.strangers(in: ledger), in: file, language)
      let text = language(
        "version \(version.version) of the rules is in force", "积分规则第 \(version.version) 版已生效")
      output.print(RulesReport(text: text, version: version.version))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the rules in force, or another version of them.",
      discussion: """
        Every credit names the version that counted it: 'xiaopiao claim' tells it.

        EXAMPLES
          xiaopiao rules show > rules.toml
          xiaopiao rules show --of-version 1
        """)

    @Option(help: "The number of a version that was applied; else those in force.")
    var ofVersion: Int?
    @OptionGroup var home: HomeOptions

    func run() async throws {
      let ledger = try home.ledger()
      let toml = try await stored { [ofVersion] () throws(LedgerError) -> String? in
        if let ofVersion { return try await ledger.rules(version: ofVersion) }
        return try await ledger.currentRules()?.toml
      }
      if let toml {
        Terminal.write(toml, to: .standardOutput)
      } else if let ofVersion {
        throw ClaimingError.unknown(
          "there is no version \(ofVersion) of the rules; 'xiaopiao rules show' prints those in force"
        )
      } else {
        throw ClaimingError.noRules
      }
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

extension Terminal {
  private static let knownShownMax = 8

  /// Tells what rules name and nobody has: a spelling that earns nobody anything, most likely.
  fileprivate static func warn(
    of strangers: [RulesFile.Stranger], in file: String, _ language: Language
  ) {
    for stranger in strangers.prefix(warningsShownMax) {
      note(language("warning: ", "提醒：") + "\(file): \(sentence(of: stranger, in: language))")
    }
    let rest = strangers.count - warningsShownMax
    if rest > 0 { note(language("warning: … and \(rest) more", "提醒：……另有 \(rest) 处")) }
  }

  private static func sentence(
    of stranger: RulesFile.Stranger, in language: Language
  ) -> String {
    let name = stranger.name.printable
    let more = stranger.known.count > knownShownMax ? ["…"] : []
    let listed = (stranger.known.prefix(knownShownMax) + more).joined(separator: ", ").printable
    let known = listed.isEmpty ? language("none", "无") : listed
    return switch stranger.kind {
    case .category:
      language(
        "no counter has the category \"\(name)\"; there are: \(known)",
        "没有品类为「\(name)」的专柜；现有：\(known)")
    case .counter:
      language(
        "no counter has the code \"\(name)\"; there are: \(known)",
        "没有编号为「\(name)」的专柜；现有：\(known)")
    case .tier:
      language(
        "no member has the tier \"\(name)\"; there are: \(known)",
        "没有等级为「\(name)」的会员；现有：\(known)")
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
