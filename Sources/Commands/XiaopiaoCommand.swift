package import ArgumentParser
import Claiming
import Foundation

/// `xiaopiao`, the root of every command.
package struct XiaopiaoCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "xiaopiao",
    abstract: "Photographs of shop receipts become loyalty points. (小票积分)",
    discussion: """
      A home is a directory with settings, store, inbox and pictures. Commands take it from \
      --home, else from XIAOPIAO_HOME, else the current directory if it is a home, else \
      ~/.xiaopiao. Its settings are in xiaopiao.toml; the environment overrides them: \
      XIAOPIAO_WATCH_SETTLE_MS is watch.settle_ms.

      EXAMPLES
        xiaopiao init --home mall
        xiaopiao counters import counters.csv --home mall
        xiaopiao members import members.csv --home mall
        xiaopiao rules apply rules.toml --home mall
        xiaopiao batch photos --claims claims.csv --home mall
        xiaopiao review --home mall

      EXIT CODES
        0 done · 1 some claims failed, or an invariant is broken · 64 usage ·
        66 an input is missing or cannot be used · 69 the reader or the store is unavailable ·
        78 bad settings or rules

      COMPLETIONS
        xiaopiao --generate-completion-script bash (or zsh, fish)
      """,
    version: version,
    subcommands: [
      InitCommand.self, CountersCommand.self, MembersCommand.self, RulesCommand.self,
      ReadCommand.self, BatchCommand.self, WatchCommand.self, ReviewCommand.self,
      MemberCommand.self, ClaimCommand.self, ReverseCommand.self, VerifyCommand.self,
      StatsCommand.self, LayoutsCommand.self, EvaluateCommand.self, TrainCommand.self,
      BenchCommand.self, ReasonsCommand.self,
      RecognitionWorkerCommand.self,
    ])

  package static let version = "0.1.0"

  package init() {}

  /// Parses the command line, runs the command and ends the process with the contract's exit code.
  package static func start() async {
    var running: (any ParsableCommand.Type)?
    do {
      var command = try parseAsRoot()
      running = type(of: command)
      // A worker has the environment of the one who has been told already.
      if !(command is RecognitionWorkerCommand) { warnOfUnknownVariables() }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as ClaimingError {
      for line in error.message.split(separator: "\n") { Terminal.note("xiaopiao: \(line)") }
      Foundation.exit(error.exitCode.rawValue)
    } catch let error as ValidationError where running != nil {
      // What only the home or the pictures could tell: the usage of the root would not help.
      Terminal.note("Error: \(error.message)")
      let path = path(to: running).map { " " + $0 }.joined()
      Terminal.note("Usage: see xiaopiao\(path) --help")
      Foundation.exit(ExitCode.validationFailure.rawValue)
    } catch {
      if exitCode(for: error) == .validationFailure,
        let misspelt = MisspeltCommand(
          in: Array(CommandLine.arguments.dropFirst()), of: XiaopiaoCommand.self)
      {
        Terminal.note(
          "xiaopiao: there is no command \(misspelt.word.printable); did you mean \(misspelt.meant)?"
        )
      }
      exit(withError: error)
    }
  }

  /// The words that call a command, after the program's name.
  private static func path(
    to command: (any ParsableCommand.Type)?, from root: any ParsableCommand.Type = Self.self
  ) -> [String] {
    for next in root.configuration.subcommands {
      if next == command { return [next._commandName] }
      let rest = path(to: command, from: next)
      if !rest.isEmpty { return [next._commandName] + rest }
    }
    return []
  }

  /// A misspelt setting in the environment must not be passed over in silence.
  private static func warnOfUnknownVariables() {
    for variable in UnknownVariable.all(in: ProcessInfo.processInfo.environment) {
      Terminal.note(
        "warning: \(variable.name.printable) is no setting and is ignored; the nearest there is: "
          + variable.nearest)
    }
  }
}

extension ClaimingError {
  /// By the table of the contract.
  var exitCode: ExitCode {
    switch self {
    case .inputMissing, .inputUnusable, .badRows, .notAHome: ExitCode(66)
    case .storeUnavailable, .readerUnavailable, .homeUnusable: ExitCode(69)
    case .badSettings, .badRules, .noRules, .noMembers: ExitCode(78)
    case .unknown: ExitCode(66)
    case .refused: ExitCode(1)
    }
  }
}
