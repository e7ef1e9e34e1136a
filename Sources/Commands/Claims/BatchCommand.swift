import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Claim points for the pictures of a directory.",
    discussion: """
      The claims file has the columns file (relative to the directory), member_id and optionally \
      submitted_at (ISO 8601) and claim_id (the caller's own). Claims are decided in its order. \
      Running it again is harmless: what was decided stays as it is, what was cut short goes on.

      A rejection is final, so that mending the row alone changes nothing: where submitted_at was \
      wrong (too_old, in_future), mend it and give the row a new claim_id. A claim of a member who \
      was not known (member_unknown) is decided anew once the member is imported.

      Ends with 1 when a picture or a member of some claim could not be used.

      EXAMPLES
        xiaopiao batch photos --claims claims.csv --home mall
        xiaopiao batch photos --claims claims.csv --format jsonl | jq .verdict
      """)

  @Argument(help: "Where the pictures are.", completion: .directory)
  var directory: String
  @Option(
    help: ArgumentHelp("Who claims which picture.", valueName: "file.csv"),
    completion: .file(extensions: ["csv"]))
  var claims: String
  @OptionGroup var home: HomeOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let home = try home.home()
    var settings = try self.home.settings(of: home)
    if let workers = work.workers { settings.workers = workers }
    switch PathKind(at: directory) {
    case .missing: throw ClaimingError.inputMissing(path: directory)
    case .file:
      throw ClaimingError.inputUnusable(path: directory, why: "is a file, not a directory")
    case .directory: break
    }
    let file = try ClaimsFile(path: claims, timeZone: settings.mall.timeZone)
    Terminal.warn(of: file.warnings, in: claims)
    let ledger = try home.ledger()
    try await checkPictures(of: file.rows, in: ledger)
    let language = output.language(settings)
    let printing = BatchPrinting(
      isTable: output.isTable(on: output.terminal), total: file.rows.count,
      timeZone: settings.mall.timeZone, language: language)
    let logger = work.logger()
    try await StoppableService.run(logger: logger) { [directory, settings, work] in
      let reader = Reader(settings: settings.recognition, logger: logger)
      try await reader.run(saving: work.pages, files: file.rows.map(\.file)) { source in
        let pipeline = ClaimingPipeline(
          home: home, ledger: ledger, settings: settings, source: source, logger: logger)
        // With recorded pages there may be no reader for what another run left.
        if work.pages == nil {
          let resumed = try await pipeline.resume { await printing.resume($0) }
          if resumed > 0 {
            Terminal.note(
              language(
                "resumed \(resumed) claims that were cut short", "已继续处理中断的 \(resumed) 份申请"))
          }
        }
        try await pipeline.run(file.rows, directory: directory) { await printing.tell($0) }
      }
    }
    await printing.finish(on: output.terminal)
    if await printing.hasFailures { throw ExitCode(1) }
  }

  /// A directory that has none of the pictures is the wrong one, unless all of them were claimed
  /// before under a claim_id of the caller's: each claim would be rejected, and stored so.
  private func checkPictures(of rows: [ClaimRow], in ledger: Ledger) async throws {
    let isThere = { (row: ClaimRow) in
      FileManager.default.fileExists(atPath: "\(directory)/\(row.file)")
    }
    if rows.contains(where: isThere) { return }
    if try await areKnown(rows, in: ledger) { return }
    throw ClaimingError.inputUnusable(
      path: directory,
      why: "has none of the \(rows.count) pictures of \(claims), such as \(rows[0].file); "
        + "is it the right directory?")
  }

  private func areKnown(_ rows: [ClaimRow], in ledger: Ledger) async throws -> Bool {
    for row in rows {
      guard let id = row.claimID else { return false }
      let claim = try await stored { () throws(LedgerError) in try await ledger.claim(id) }
      if claim == nil { return false }
    }
    return true
  }
}

/// Prints outcomes as they come, or their table at the end.
private actor BatchPrinting {
  private let isTable: Bool
  private let timeZone: TimeZone
  private let language: Language
  private let progress: ProgressBar
  private let total: Int
  private var rows: [OutcomeTable.Row] = []
  private var states: [ClaimState: Int] = [:]
  private var points = Points.zero
  private var failures = 0
  /// Claims that another run left undecided and this one has decided.
  private var resumed: Set<ClaimID> = []
  /// Of these what was decided before this run.
  private var known = (claims: 0, points: Points.zero)

  init(isTable: Bool, total: Int, timeZone: TimeZone, language: Language) {
    self.isTable = isTable
    self.timeZone = timeZone
    self.language = language
    self.total = total
    progress = ProgressBar(total: total, terminal: Terminal())
  }

  private var count: Int { states.values.reduce(0, +) }
  var hasFailures: Bool { failures > 0 || count < total }

  func resume(_ outcome: ClaimOutcome) { resumed.insert(outcome.claim.id) }

  func tell(_ outcome: ClaimOutcome) {
    progress.clear()
    for note in outcome.notes(in: language) { Terminal.note("\(outcome.claim.file): \(note)") }
    if isTable {
      rows.append(OutcomeTable.Row(outcome, in: language))
    } else {
      Terminal.print(ClaimLine(outcome: outcome, timeZone: timeZone).object.encoded)
    }
    states[outcome.state, default: 0] += 1
    points += outcome.points
    failures += outcome.isFailure ? 1 : 0
    if outcome.wasDecidedBefore, !resumed.contains(outcome.claim.id) {
      known.claims += 1
      known.points += outcome.points
    }
    progress.advance()
  }

  func finish(on terminal: Terminal) {
    progress.clear()
    for line in OutcomeTable(rows: rows, language: language).lines(on: terminal) {
      Terminal.print(line)
    }
    let shown: [ClaimState] = [.credited, .review, .rejected, .reversed, .received]
    let counts = language.counts(
      shown.compactMap { state in
        states[state].map { (count: $0, word: language.word(state)) }
      })
    let missing = total - count
    let left = language(
      "; stopped with \(missing) left: run the batch again", "；已停止，还剩 \(missing) 份，请重新运行")
    Terminal.note(
      language(
        "\(count) \(count == 1 ? "claim" : "claims"): \(counts); \(points) points",
        "\(count) 份申请：\(counts)；共 \(points) 积分")
        + knownBefore + (missing > 0 ? left : ""))
  }

  /// Empty where everything was decided just now.
  private var knownBefore: String {
    let (claims, points) = known
    guard claims > 0 else { return "" }
    return language(
      "; of these \(claims) \(claims == 1 ? "claim" : "claims") with \(points) points were decided "
        + "before this run",
      "；其中 \(claims) 份（\(points) 积分）在本次之前已有结论")
  }
}
