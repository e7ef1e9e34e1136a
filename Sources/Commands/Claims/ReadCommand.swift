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
        xiaopiao read receipt.jpg --annotate what-was-read.png
      """)

  @Argument(help: "Pictures, JPEG or PNG.", completion: .file(extensions: ["jpg", "jpeg", "png"]))
  var images: [String]
  @Option(
    help: "The register that counters are looked for in.",
    completion: .file(extensions: ["csv"]))
  var counters: String?
  @Flag(help: "Tell each field's candidates with the evidence for and against them.")
  var explain = false
  @Option(
    help: ArgumentHelp(
      "Draw what was read on the picture; of several pictures, into a directory.",
      valueName: "out.png"),
    completion: .file(extensions: ["png"]))
  var annotate: String?
  @OptionGroup var home: HomeOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if images.count > 1, annotate?.hasSuffix(".png") ?? false {
      throw ValidationError("of several pictures --annotate takes a directory, not a .png")
    }
    if images.count == 1, let annotate, !annotate.lowercased().hasSuffix(".png") {
      throw ValidationError("--annotate draws a PNG: name it so, not \(annotate)")
    }
    if let annotate, images.contains(where: { Self.isSame($0, annotate) }) {
      throw ValidationError("--annotate would overwrite the photograph itself: \(annotate)")
    }
  }

  /// Two names of one file.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    func real(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
    return real(one) == real(other)
  }

  private static func name(of path: String) -> String {
    NSString(string: path).lastPathComponent
  }

  private static func explain(
    _ outcome: ReadOutcome, asked: Double, on terminal: Terminal, in language: Language
  ) {
    guard let reading = outcome.reading else { return }
    Terminal.print(outcome.file)
    let fields = FieldLines(reading: reading, hasEvidence: true)
    let reasons = ReasonLines(reading: reading, language: language)
    let lines =
      fields.lines(on: terminal, in: language)
      + [
        "  \(language.word(outcome.verdict)): \(reading.certaintyText(asked: asked, in: language))"
      ]
      + reasons.lines(of: outcome.verdict.reasons).map { "    " + $0 }
    for line in lines { Terminal.print(line) }
  }

  /// What was read, drawn on each picture that was.
  private func draw(
    _ outcomes: [ReadOutcome], source: PageSource, settings: Settings
  ) async throws {
    guard let annotate else { return }
    for (path, outcome) in zip(images, outcomes) {
      guard let page = outcome.page, let reading = outcome.reading else { continue }
      let target = images.count > 1 ? "\(annotate)/\(outcome.file).png" : annotate
      try await Annotation(page: page, reading: reading, share: Percent.share)
        .write(over: path, to: target, source: source, settings: settings)
      Terminal.note(output.language(settings)("drawn: \(target)", "已绘制：\(target)"))
    }
  }

  func run() async throws {
    var settings = try home.settingsIfAny()
    if let workers = work.workers { settings.workers = workers }
    let register = try counters.map { try RegisterFile(path: $0).counters }
    if let annotate { try Annotation.checkTarget(annotate, isDirectory: images.count > 1) }
    let isTable = output.isTable(on: output.terminal)
    let language = output.language(settings)
    let reader = Reader(settings: settings.recognition, logger: work.logger())
    // Whoever draws needs the reader, however many pages are saved.
    let files = annotate == nil ? images.map(Self.name) : nil
    let outcomes = try await reader.run(saving: work.pages, files: files) {
      [settings] source in
      let desk = try ReadingDesk(settings: settings, counters: register, source: source)
      let progress = ProgressBar(total: images.count, terminal: Terminal())
      var outcomes: [ReadOutcome] = []
      let requests = images.map {
        ReadingDesk.Request(file: Self.name(of: $0), path: $0)
      }
      try await desk.read(requests) { outcome in
        progress.clear()
        if let message = outcome.message {
          let told = language.detail(message, of: outcome.verdict.reasons)
          Terminal.note("\(outcome.file): \(told)")
        }
        let line = ReadLine(outcome: outcome, timeZone: settings.mall.timeZone)
        if explain {
          Self.explain(
            outcome, asked: settings.certaintyAsked, on: output.terminal, in: language)
        } else if !isTable {
          Terminal.print(line.object.encoded)
        }
        outcomes.append(outcome)
        progress.advance()
      }
      progress.clear()
      try await draw(outcomes, source: source, settings: settings)
      return outcomes
    }
    if isTable, !explain {
      let table = OutcomeTable(
        rows: outcomes.map { OutcomeTable.Row($0, in: language) }, language: language)
      for line in table.lines(on: output.terminal) { Terminal.print(line) }
    }
    if outcomes.contains(where: { $0.verdict.reasons.contains(.imageMissing) }) {
      throw ExitCode(66)
    }
    if outcomes.contains(where: \.isFailure) { throw ExitCode(1) }
  }
}
