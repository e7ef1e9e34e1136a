import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct LayoutsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layouts", abstract: "How each counter prints, as learned from its receipts.",
    discussion: """
      A layout begins with a counter's first confirmed receipt and runs in the shadow until enough \
      receipts agree, confirmed by different people or members. Then it takes part in reading. \
      When a till changes its print the layout is demoted, the counter's claims go to review, and \
      a new one begins.

      EXAMPLES
        xiaopiao layouts list
        xiaopiao layouts show 2F075
        xiaopiao layouts replay 2F075 --version 2
      """,
    subcommands: [List.self, Show.self, History.self, Retire.self, Replay.self],
    defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the layouts.",
      discussion: """
        EXAMPLES
          xiaopiao layouts list
          xiaopiao layouts list --format jsonl | jq -r 'select(.state == "demoted").counter'
        """)

    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let ledger = try home.ledger()
      let (histories, counters) = try await stored { () throws(LedgerError) in
        (try await ledger.layoutHistories(), try await ledger.counters())
      }
      let names = Dictionary(
        counters.map { ($0.code, $0.name) }, uniquingKeysWith: { one, _ in one })
      output.print(
        LayoutsReport(
          histories: histories, names: names, language: output.language(of: home)))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a counter's layouts know.",
      discussion: """
        EXAMPLES
          xiaopiao layouts show 2F075
        """)

    @Argument(help: "The counter's code.") var counter: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let ledger = try home.ledger()
      let code = CounterCode(counter)
      let history = try await stored { () throws(LedgerError) in
        try await ledger.layoutHistory(of: code)
      }
      guard let history, !history.versions.isEmpty else {
        try await requireRegistered(code, in: ledger)
        throw ClaimingError.unknown(
          "counter \(counter) has no layout yet: one begins with its first confirmed receipt")
      }
      output.print(LayoutReport(history: history, language: output.language(of: home)))
    }
  }

  struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell what became of the layouts.",
      discussion: """
        EXAMPLES
          xiaopiao layouts history
          xiaopiao layouts history 2F075
        """)

    @Argument(help: "The counter's code. (default: all)") var counter: String?
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let ledger = try home.ledger()
      let code = counter.map { CounterCode($0) }
      let events = try await stored { () throws(LedgerError) in
        try await ledger.layoutEvents(of: code)
      }
      if events.isEmpty, let code { try await requireRegistered(code, in: ledger) }
      output.print(
        LayoutEventsReport(
          events: events, timeZone: settings.mall.timeZone, language: output.language(settings)))
    }
  }

  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a layout away for good.",
      discussion: """
        It takes no part in reading any more. What it was learned from stays; the next confirmed \
        receipt begins a new one.

        EXAMPLES
          xiaopiao layouts retire 2F075 1 --reviewer li
        """)

    @Argument(help: "The counter's code.") var counter: String
    @Argument(help: "The layout's version.") var version: Int
    @OptionGroup var reviewer: ReviewerOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let ledger = try home.ledger()
      let (code, version, name) = (CounterCode(counter), version, try reviewer.name())
      let event = try await stored { () throws(LedgerError) in
        try await ledger.retireLayout(of: code, version: version, reviewer: name, at: Date())
      }
      guard let event else {
        throw ClaimingError.unknown(
          "counter \(counter) has no layout \(version) that could be retired: see "
            + "`xiaopiao layouts list`")
      }
      output.print(
        LayoutEventsReport(
          events: [event], timeZone: settings.mall.timeZone, language: output.language(settings)))
    }
  }

  struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decide stored claims again under another layout, and show what would change.",
      discussion: """
        Nothing is stored. Duplicates are not looked for, since each claim would be its own.

        EXAMPLES
          xiaopiao layouts replay 2F075 --version 2
          xiaopiao layouts replay 2F075 --all
        """)

    @Argument(help: "The counter's code.") var counter: String
    @Option(help: "The layout to try. (default: none at all)") var version: Int?
    @Option(help: "The most claims, the latest first.") var limit = 200
    @Flag(help: "Also show the claims that would not change.") var all = false
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
    }

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let replay = try await LayoutReplay(ledger: try home.ledger(), settings: settings)
      let outcomes = try await replay.outcomes(
        of: CounterCode(counter), version: version, limit: limit)
      output.print(
        ReplayReport(outcomes: outcomes, hasAll: all, language: output.language(settings)))
    }
  }
}

/// - Throws: ``ClaimingError/unknown(_:)`` for a code that the register does not have.
private func requireRegistered(_ code: CounterCode, in ledger: Ledger) async throws(ClaimingError) {
  let counters = try await stored { () throws(LedgerError) in try await ledger.counters() }
  guard counters.contains(where: { $0.code == code }) else {
    throw .unknown("there is no counter \(code): see `xiaopiao counters list`")
  }
}
