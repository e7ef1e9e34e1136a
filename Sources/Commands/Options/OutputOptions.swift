import ArgumentParser
import Claiming
import Foundation
import Receipts

/// How results are printed.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl
  }

  @Option(help: "table or jsonl. (default: table on a terminal, else jsonl)")
  var format: Format?

  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Of tables, reasons and questions: en or zh. (default: the settings', else the locale's)",
      valueName: "language"))
  var languageChoice: LanguageChoice?

  var terminal: Terminal { Terminal() }

  func isTable(on terminal: Terminal) -> Bool {
    (format ?? (terminal.isOutputTerminal ? .table : .jsonl)) == .table
  }

  func print(_ report: some Report) {
    let terminal = terminal
    if isTable(on: terminal) {
      for line in report.lines(on: terminal) { Terminal.print(line) }
    } else {
      for object in report.objects { Terminal.print(object.encoded) }
    }
  }

  func language(_ settings: Settings) -> Language {
    languageChoice?.language ?? settings.mall.language ?? Self.languageOfLocale
  }

  /// For a command that needs no settings otherwise, and so works where they are bad.
  func language(of home: HomeOptions) -> Language {
    if let languageChoice { return languageChoice.language }
    // Settings that cannot be read say nothing of the language; who needs them tells what is wrong.
    let settings = try? home.settings(of: home.home())
    return language(settings ?? Settings())
  }

  private static var languageOfLocale: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("zh") == true ? .chinese : .english
  }
}

/// A ``Receipts/Language`` as a flag.
enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
  case en, zh

  var language: Language {
    switch self {
    case .en: .english
    case .zh: .chinese
    }
  }
}

/// A result that can be printed for a person and for a program.
protocol Report {
  /// Each on a line of its own.
  var objects: [JSON] { get }
  func lines(on terminal: Terminal) -> [String]
}
