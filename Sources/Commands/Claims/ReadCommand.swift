import ArgumentParser
import Claiming
import Foundation
import Receipts

struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read receipts; store nothing.",
    discussion: """
      Recognises each picture and says what would become of a claim for it. Needs no home; one \
      that is there gives its settings, not its register.

      EXAMPLES
        xiaopiao read receipt.jpg
        xiaopiao read photos/*.jpg --counters counters.csv --format jsonl
        xiaopiao read receipt.jpg --explain
      """)

  @Argument(help: "Pictures, JPEG or PNG.", completion: .file(extensions: ["jpg", "jpeg", "png"]))
  var images: [String]
  @Option(
    help: "The register that counters are looked for in.",
    completion: .file(extensions: ["csv"]))
  var counters: String?
  @Flag(help: "Tell each field's candidates with the evidence for and against them.")
  var explain = false
  @OptionGroup var home: HomeOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var output: OutputOptions

  private static func name(of path: String) -> String {
    NSString(string: path).lastPathComponent
  }

  private static func explain(_ outcome: ReadOutcome, on terminal: Terminal) {
    guard let reading = outcome.reading else { return }
    Terminal.print(outcome.file)
    for line in FieldLines(reading: reading, hasEvidence: true).lines(on: terminal) {
      Terminal.print(line)
    }
  }

  func run() async throws {
    var settings = try home.settingsIfAny()
    if let workers = work.workers { settings.workers = workers }
    let register = try counters.map { try RegisterFile(path: $0).counters }
    let isTable = output.isTable(on: output.terminal)
    let reader = Reader(settings: settings.recognition, logger: work.logger())
    let outcomes = try await reader.run(saving: work.pages, files: images.map(Self.name)) {
      [settings] source in
      let desk = try ReadingDesk(settings: settings, counters: register, source: source)
      let progress = ProgressBar(total: images.count, terminal: Terminal())
      var outcomes: [ReadOutcome] = []
      let requests = images.map {
        ReadingDesk.Request(file: Self.name(of: $0), path: $0)
      }
      try await desk.read(requests) { outcome in
        progress.clear()
        if let message = outcome.message { Terminal.note("\(outcome.file): \(message)") }
        let line = ReadLine(outcome: outcome, timeZone: settings.mall.timeZone)
        if explain {
          Self.explain(outcome, on: output.terminal)
        } else if !isTable {
          Terminal.print(line.object.encoded)
        }
        outcomes.append(outcome)
        progress.advance()
      }
      progress.clear()
      return outcomes
    }
    if isTable, !explain {
      let rows = outcomes.map {
        OutcomeTable.Row(ReadLine(outcome: $0, timeZone: settings.mall.timeZone))
      }
      for line in OutcomeTable(rows: rows).lines(on: output.terminal) { Terminal.print(line) }
    }
    if outcomes.contains(where: { $0.verdict.reasons.contains(.imageMissing) }) {
      throw ExitCode(66)
    }
    if outcomes.contains(where: \.isFailure) { throw ExitCode(1) }
  }
}
