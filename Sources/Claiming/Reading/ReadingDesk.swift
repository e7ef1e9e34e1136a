import Extraction
package import Foundation
import Intake
package import Receipts
import Recognition
import Screening

/// Reads pictures and says what would become of them; needs no home and stores nothing.
package struct ReadingDesk: Sendable {
  private let settings: Settings
  private let register: [CounterCode: Counter]
  private let extractor: Extractor
  private let source: PageSource
  private let now: @Sendable () -> Date

  /// - Parameter counters: the register; `nil` to know counters by name alone.
  /// - Throws: ``ClaimingError/inputUnusable(path:why:)`` for weights that cannot be used.
  package init(
    settings: Settings, counters: [Counter]?, source: PageSource,
    now: @escaping @Sendable () -> Date = { Date() }
  ) throws(ClaimingError) {
    self.settings = settings
    register = Dictionary(
      (counters ?? []).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    extractor = try Extractor(counters: counters, settings: settings)
    self.source = source
    self.now = now
  }

  /// One picture to read.
  package struct Request: Sendable {
    package var file: String
    package var path: String
    /// What a `$` or no sign means, where it is not the mall's own currency.
    package var currency: Currency?
    /// The day the paper was sent; `nil`: today.
    package var submittedAt: Date?

    package init(
      file: String, path: String, currency: Currency? = nil, submittedAt: Date? = nil
    ) {
      self.file = file
      self.path = path
      self.currency = currency
      self.submittedAt = submittedAt
    }
  }

  /// Reads all, several at once, and tells the results in the order of the requests.
  ///
  /// - Throws: ``ClaimingError/readerUnavailable(_:)`` at the first page that cannot be read for
  ///   want of a reader.
  package func read(
    _ requests: [Request], isStopping: () -> Bool = { false },
    told: (ReadOutcome) async -> Void
  ) async throws(ClaimingError) {
    var rest = requests[...]
    let window = OrderedWindow<Request, Result<ReadOutcome, ClaimingError>>(
      width: max(2, 2 * source.workers))
    try await window.run { () async throws(ClaimingError) -> Request? in
      isStopping() ? nil : rest.popFirst()
    } worked: { request in
      await outcome(of: request)
    } finished: { result throws(ClaimingError) in
      await told(try result.get())
    }
  }

  private func outcome(of request: Request) async -> Result<ReadOutcome, ClaimingError> {
    let start = ContinuousClock.now
    var outcome = ReadOutcome(file: request.file)
    let image: IntakeImage
    do throws(ImageRefusal) {
      image = try Intake.image(at: request.path, limits: settings.intake)
    } catch {
      return .success(outcome.ended(.reject([error.reason]), error.message, since: start))
    }
    let taking = start.elapsedMilliseconds
    let context = context(of: request)
    let page = await source.page(image, request.file) { [extractor] in
      extractor.linesThatMatter(on: $0, context: context)
    }
    switch page {
    case .success(let read):
      let extraction = ContinuousClock.now
      let reading = extractor.reading(of: read.page, context: context)
      outcome.reading = reading
      outcome.page = read.page
      outcome.verdict = verdict(on: reading, request)
      outcome.elapsedMilliseconds =
        taking + read.workMilliseconds + extraction.elapsedMilliseconds
      return .success(outcome)
    case .failure(let failure):
      let verdict: Verdict
      switch failure {
      case .timeout: verdict = .review([.readerTimeout])
      case .crashed: verdict = .review([.readerCrashed])
      case .undecodable: verdict = .reject([.imageDamaged])
      case .unavailable(let why): return .failure(.readerUnavailable(why))
      }
      return .success(outcome.ended(verdict, failure.description, since: start))
    }
  }

  private func context(of request: Request) -> ExtractionContext {
    let day = PrintedTime(request.submittedAt ?? now(), in: settings.mall.timeZone)?.day
    return ExtractionContext(currency: request.currency ?? settings.mall.currency, claimDay: day)
  }

  private func verdict(on reading: Reading, _ request: Request) -> Verdict {
    let submitted = request.submittedAt ?? now()
    guard let submittedAt = PrintedTime(submitted, in: settings.mall.timeZone) else {
      return .review([.timeUncertain])
    }
    return screened(
      ScreeningSubject(
        reading: reading, submittedAt: submittedAt,
        counter: reading.counter.best?.value.code.flatMap { register[$0] }, history: nil,
        hasRegister: !register.isEmpty, mallCurrency: request.currency ?? settings.mall.currency),
      by: settings.screening
    ).verdict
  }
}

/// What was read from one picture, and what would become of a claim for it.
package struct ReadOutcome: Hashable, Sendable {
  package var file: String
  package var reading: Reading?
  /// What the readers saw; `nil` where nothing could be.
  package var page: Page?
  package var verdict: Verdict = .review([])
  package var elapsedMilliseconds = 0
  /// For people, where the picture could not be used.
  package var message: String?

  init(file: String) { self.file = file }

  fileprivate func ended(
    _ verdict: Verdict, _ message: String?, since start: ContinuousClock.Instant
  ) -> ReadOutcome {
    var ended = self
    ended.verdict = verdict
    ended.message = message
    ended.elapsedMilliseconds = start.elapsedMilliseconds
    return ended
  }

  package var isFailure: Bool { verdict.reasons.contains(where: \.isFailure) }
}
