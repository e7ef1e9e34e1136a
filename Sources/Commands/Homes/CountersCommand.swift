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
        opened_on, closed_on (2026-11-03). UTF-8. Nothing is taken unless every row is good. \
        Counters that the file does not name stay as they are, and so does what it has no column \
        for, of a counter that keeps its name; an empty field empties what was there.

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
        try await ledger.importCounters(register.counters, keeping: register.absent)
      }
      Terminal.warn(of: register.warnings, in: file)
      let language = output.language(of: home)
      let absent = Counter.Detail.allCases.filter(register.absent.contains).map(\.rawValue)
      Terminal.noteOfKept(absent, in: file, after: count, language)
      output.print(ImportReport(what: "counters", count: count, language: language))
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

  /// Tells which columns a file does not have, where the store had something of its rows before.
  static func noteOfKept(
    _ absent: [String], in file: String, after count: ImportCount, _ language: Language
  ) {
    guard !absent.isEmpty, count.changed + count.unchanged > 0 else { return }
    let names = absent.joined(separator: ", ")
    note(
      language(
        "\(file) has no column \(names); what was stored of it stays where the name is the same",
        "\(file) 没有 \(names) 列，名称不变的专柜原有内容保持不变"))
    guard !count.renamed.isEmpty else { return }
    let codes =
      count.renamed.prefix(warningsShownMax).map(\.rawValue.printable)
      .joined(separator: ", ") + (count.renamed.count > warningsShownMax ? ", …" : "")
    note(
      language(
        "warning: these are called otherwise than before, and may be other shops: what was stored of "
          + "\(names) is gone; give it in the file: \(codes)",
        "注意：以下专柜名称已变更，可能是另一家店，上述各列内容已清空，如需保留请在文件中补上：\(codes)"))
  }

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
