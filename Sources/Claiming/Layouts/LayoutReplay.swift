import Extraction
package import Ledger
package import Receipts
import Recognition
import Screening

/// Decides stored claims again under another layout, and stores nothing.
package struct LayoutReplay: Sendable {
  private let ledger: Ledger
  private let settings: Settings
  private let extractor: Extractor
  private let register: [CounterCode: Counter]

  package init(ledger: Ledger, settings: Settings) async throws(ClaimingError) {
    self.ledger = ledger
    self.settings = settings
    let counters = try await stored { () throws(LedgerError) in try await ledger.counters() }
    register = Dictionary(counters.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    extractor = try Extractor(counters: counters, settings: settings)
  }

  /// One claim under the layouts in force and under the one that is tried.
  package struct Outcome: Sendable {
    package var record: ClaimRecord
    package var now: Tried
    package var tried: Tried

    /// Which fields would be read otherwise; the verdict is not among them.
    package var changes: [FieldName] {
      let (one, other) = (now.reading, tried.reading)
      return [
        (FieldName.kind, one.kind.best?.value == other.kind.best?.value),
        (.counter, one.counter.best?.value == other.counter.best?.value),
        (.amount, one.amount.best?.value == other.amount.best?.value),
        (.time, one.time.best?.value == other.time.best?.value),
        (.receiptNumber, one.receiptNumber.best?.value == other.receiptNumber.best?.value),
      ].compactMap { name, isSame in isSame ? nil : name }
    }

    package var isChanged: Bool { now.verdict != tried.verdict || !changes.isEmpty }
  }

  package struct Tried: Sendable {
    package var reading: Reading
    package var verdict: Verdict
  }

  /// What would become of the latest claims of a counter. What else was credited by now is not
  /// looked at: a claim would be its own duplicate.
  ///
  /// - Parameter version: the layout to try, whatever its state; `nil`: none.
  /// - Throws: ``ClaimingError/unknown(_:)`` where the counter has no such version.
  package func outcomes(
    of counter: CounterCode, version: Int?, limit: Int
  ) async throws(ClaimingError) -> [Outcome] {
    guard register[counter] != nil else { throw .unknown("there is no counter \(counter)") }
    let (history, claims) = try await stored { [ledger] () throws(LedgerError) in
      (
        try await ledger.layoutHistory(of: counter),
        try await ledger.pages(of: counter, limit: limit)
      )
    }
    var tried = LayoutShelf()
    if let version {
      guard let layout = history?.versions.first(where: { $0.version == version })?.layout else {
        throw .unknown("counter \(counter) has no layout \(version)")
      }
      tried = LayoutShelf([layout], of: counter)
    }
    let now = LayoutShelf(history.map { [$0] } ?? [])
    return claims.map { record, page in
      Outcome(
        record: record, now: self.tried(record, page, now), tried: self.tried(record, page, tried))
    }
  }

  private func tried(_ record: ClaimRecord, _ page: Page, _ shelf: LayoutShelf) -> Tried {
    let submitted = PrintedTime(record.claim.submittedAt, in: settings.mall.timeZone)
    let reading = extractor.with(shelf).reading(
      of: page,
      context: ExtractionContext(currency: settings.mall.currency, claimDay: submitted?.day))
    guard let submitted else { return Tried(reading: reading, verdict: .review([.timeUncertain])) }
    let code = reading.counter.best?.value.code
    let verdict = screened(
      ScreeningSubject(
        reading: reading, submittedAt: submitted, counter: code.flatMap { register[$0] },
        history: nil, hasRegister: !register.isEmpty, mallCurrency: settings.mall.currency),
      by: settings.screening
    ).verdict
    return Tried(reading: reading, verdict: verdict)
  }
}
