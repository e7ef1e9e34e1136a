import ArgumentParser
import Claiming
import Foundation
import Receipts

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score a labelled set.",
    discussion: """
      DIR holds images/ and truth.jsonl. With counters.csv, members.csv and claims.csv (and \
      optionally rules.toml and xiaopiao.toml) the whole way is run in a temporary home, \
      duplicates included; without them what is read is scored. A set may be of another currency \
      and time: a set without a mall is read as if each paper had been sent on its day, in the \
      currency of its truth.

      truth.jsonl has a line a photograph, what a perfect reader would say of it: \
      {"file":"a.jpg","kind":"sale","counter":"2F075","amount":"1042.06",\
      "time":"2026-11-18T12:37","receipt_no":"0805-4005"}. What is not labelled is left out or \
      null; currency is CNY where it is not given, time_precision (second, minute, day) minute, \
      level and of (the paper that a duplicate repeats) may stand there.

      The upper bound of wrong credits is the exact one of Clopper and Pearson, one-sided, 95 %.

      EXAMPLES
        xiaopiao evaluate fixtures
        xiaopiao evaluate mall --confirm 2
        xiaopiao evaluate mall --keep /tmp/home && xiaopiao layouts list --home /tmp/home
        xiaopiao evaluate fixtures --format jsonl > scores.jsonl
        xiaopiao evaluate fixtures --pages fixtures/pages
      """)

  @Argument(help: "The labelled set.", completion: .directory)
  var directory: String
  @Flag(help: "Print every picture, not only the wrong credits.")
  var all = false
  @Flag(
    help: "With --format jsonl: all candidates of each field, and what speaks for and against them."
  )
  var evidence = false
  @Option(
    help: ArgumentHelp(
      "Draw reliability.svg and curve.svg: what probabilities mean, what straight-through costs.",
      valueName: "dir"),
    completion: .directory)
  var plots: String?
  @Option(
    help: ArgumentHelp(
      "So many sales of each counter are confirmed by reviewers first and not scored: how it is "
        + "once layouts are known.", valueName: "count"))
  var confirm = 0
  @Option(
    help: ArgumentHelp(
      "Keep the home that a set with a mall is run in, made there: its claims, layouts and "
        + "purchases can be looked at with the other commands.", valueName: "dir"),
    completion: .directory)
  var keep: String?
  @OptionGroup var work: WorkOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    var settings = try LabelledSet.settings(of: directory, environment: environment)
    if let workers = work.workers { settings.workers = workers }
    let labelled = try LabelledSet(path: directory, settings: settings)
    let isTable = output.isTable(on: output.terminal)
    let logger = work.logger()
    let evaluation = try await Reader(settings: settings.recognition, logger: logger).run(
      saving: work.pages, files: labelled.files
    ) { [settings, evidence, keep] source in
      let evaluator = Evaluator(
        set: labelled, settings: settings, source: source, logger: logger, confirmed: confirm,
        kept: keep)
      let progress = ProgressBar(total: evaluator.count, terminal: Terminal())
      let evaluation = try await evaluator.evaluation { score in
        if !isTable {
          let line = ScoreLine(score: score).object(of: settings, hasEvidence: evidence)
          Terminal.print(line.encoded)
        }
        progress.advance()
      }
      progress.clear()
      return evaluation
    }
    let report = EvaluationReport(
      evaluation: evaluation, hasAll: all, language: output.language(settings))
    if isTable {
      for line in report.lines(on: output.terminal) { Terminal.print(line) }
    } else {
      Terminal.print(report.summary.encoded)
    }
    if let plots { try draw(evaluation, into: plots) }
  }

  private func draw(_ evaluation: Evaluation, into plots: String) throws {
    let charts = EvaluationCharts(
      evaluation: evaluation, caption: "\(evaluation.scores.count) pictures")
    do {
      try FileManager.default.createDirectory(atPath: plots, withIntermediateDirectories: true)
      for (name, text) in [("reliability.svg", charts.reliability), ("curve.svg", charts.curve)] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(plots)/\(name)"), options: .atomic)
      }
    } catch {
      throw ClaimingError.inputUnusable(
        path: plots, why: "cannot be written: \(error.localizedDescription)")
    }
  }
}
