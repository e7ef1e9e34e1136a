import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct CountersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counters", abstract: "The register of counters.",
    subcommands: [Import.self, List.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the register from a CSV file.",
      discussion: """
        Columns: code, name, and optionally branch, category, floor, aliases (split by |), phone, \
        opened_on, closed_on (2026-11-03). UTF-8. Nothing is taken unless every row is good; \
        counters that the file does not name stay as they are.

        EXAMPLES
          xiaopiao counters import counters.csv
        """)

    @Argument(help: "The register.", completion: .file(extensions: ["csv"]))
    var file: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let register = try RegisterFile(path: file)
      let ledger = try home.ledger()
      let count = try await stored { () throws(LedgerError) in
        try await ledger.importCounters(register.counters)
      }
      Terminal.warn(of: register.warnings, in: file)
      output.print(
        ImportReport(what: "counters", count: count, language: output.language(of: home)))
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the counters.",
      discussion: """
        EXAMPLES
          xiaopiao counters list
          xiaopiao counters list --format jsonl | jq -r .code
        """)

    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let ledger = try home.ledger()
      let counters = try await stored { () throws(LedgerError) in try await ledger.counters() }
      output.print(CountersReport(counters: counters, language: output.language(of: home)))
    }
  }
}

extension Terminal {
  static let warningsShownMax = 20

  /// Tells what is odd in a file but was taken.
  static func warn(of warnings: [ImportProblem], in file: String) {
    for warning in warnings.prefix(warningsShownMax) {
      note("warning: " + warning.located(in: file))
    }
    if warnings.count > warningsShownMax {
      note("warning: … and \(warnings.count - warningsShownMax) more")
    }
  }
}
