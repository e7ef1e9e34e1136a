import Extraction
import Foundation
import Ledger
import Logging
import Receipts
import Recognition
import Synchronization

/// Xiaopiao itself: each picture goes the whole way, from the file to the stored decision, one at
/// a time and through one worker.
struct ClaimContender: Sendable {
  private let settings: Settings
  private let pipeline: ClaimingPipeline
  private let page: LastPage
  private let extractor: Extractor

  /// - Parameters:
  ///   - home: a fresh one with register, members and rules.
  ///   - counters: that register.
  init(
    home: Home, ledger: Ledger, counters: [Counter], settings: Settings, source: PageSource,
    logger: Logger
  ) throws(ClaimingError) {
    self.settings = settings
    extractor = try Extractor(counters: counters, settings: settings)
    let page = LastPage()
    self.page = page
    pipeline = ClaimingPipeline(
      home: home, ledger: ledger, settings: settings,
      source: PageSource(workers: 1) { image, file, linesThatMatter in
        let result = await source.page(image, file, linesThatMatter)
        page.note(result)
        return result
      }, logger: logger)
  }

  func measurement(
    of picture: Benchmark.Picture, member: MemberID
  ) async throws(ClaimingError) -> Measurement {
    page.forget()
    let submittedAt =
      picture.truth?.time.flatMap { time in
        PrintedTime(day: time.day, clock: .init(hour: 23, minute: 59))
          .instant(in: settings.mall.timeZone)
      } ?? Date()
    var submissions = [
      Submission(
        file: picture.path, origin: .file(path: picture.path), memberID: member,
        submittedAt: submittedAt)
    ][...]
    var outcome: ClaimOutcome?
    let before = Self.processorTimes()
    try await pipeline.run(submissions: { submissions.popFirst() }) { outcome = $0 }
    let processorTime = Self.processorTime(since: before)
    let read = page.last
    return Measurement(
      file: picture.path, wallTime: .milliseconds(outcome?.elapsedMilliseconds ?? 0),
      processorTime: processorTime,
      found: picture.truth.map { FoundText(read.page).found($0) } ?? [:],
      decision: outcome.map { ImageScore.Decision($0.state) },
      recognitionTime: .milliseconds(read.workMilliseconds),
      stepMilliseconds: read.stepMilliseconds, extractionTime: extractionTime(of: read.page),
      isFailure: outcome?.isFailure ?? true)
  }

  /// The page's fields found once more, with nothing beside it.
  private func extractionTime(of page: Page) -> Duration {
    let context = ExtractionContext(currency: settings.mall.currency, claimDay: nil)
    return ContinuousClock().measure { _ = extractor.reading(of: page, context: context) }
  }

  /// The most memory that any worker alive has had.
  static var workerPeakMemoryBytes: Int? {
    workers.compactMap(ProcessFigures.peakMemoryBytes(of:)).max()
  }

  private static var workers: [pid_t] {
    ProcessFigures.children.filter { $0.arguments.contains("recognition-worker") }.map(\.process)
  }

  /// Of this process, under 0, and of its workers.
  private static func processorTimes() -> [pid_t: Duration] {
    var times: [pid_t: Duration] = [:]
    for worker in workers { times[worker] = ProcessFigures.processorTime(of: worker) }
    times[0] = ProcessFigures.ownProcessorTime
    return times
  }

  /// A worker that was replaced meanwhile counts from its start; what the lost one did is lost.
  private static func processorTime(since before: [pid_t: Duration]) -> Duration {
    // This process first: looking for the workers costs time of its own.
    let own = ProcessFigures.ownProcessorTime - (before[0] ?? .zero)
    return workers.reduce(own) { sum, worker in
      sum + (ProcessFigures.processorTime(of: worker) ?? .zero) - (before[worker] ?? .zero)
    }
  }
}

/// The page that the reader gave last, with what it took.
private final class LastPage: Sendable {
  private let state = Mutex(ReadPage(.empty))

  /// A picture that gave no page was read as nothing.
  func forget() { state.withLock { $0 = ReadPage(.empty) } }

  func note(_ result: Result<ReadPage, RecognitionFailure>) {
    if case .success(let read) = result { state.withLock { $0 = read } }
  }

  var last: ReadPage { state.withLock { $0 } }
}

extension Page {
  fileprivate static var empty: Page { Page(width: 0, height: 0, lines: [], readers: []) }
}

extension ImageScore.Decision {
  fileprivate init(_ state: ClaimState) {
    switch state {
    case .credited: self = .credited
    case .received, .review: self = .review
    case .rejected, .reversed: self = .rejected
    }
  }
}
