import Extraction
package import Foundation
package import Ledger
package import Logging
package import Receipts
import Synchronization

/// Teaches layouts from what is credited, and keeps those at hand that take part in reading.
///
/// Teaching is apart from crediting: a credit never waits for it, and what a crash left untaught
/// is taught by the next run.
package final class LayoutDesk: Sendable {
  private let ledger: Ledger
  private let settings: Settings.Layouts
  private let mall: Settings.Mall
  private let logger: Logger
  private let now: @Sendable () -> Date
  private let kept = Mutex<Kept>(Kept())

  private struct Kept {
    /// Of the store, when the shelf was filled.
    var mark: Int64 = 0
    var isCaughtUp = false
    var shelf = LayoutShelf()
  }

  package init(
    ledger: Ledger, settings: Settings, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.ledger = ledger
    self.settings = settings.layouts
    mall = settings.mall
    self.logger = logger
    self.now = now
  }

  /// The layouts that take part, as they were when last asked for with ``refreshed()``.
  var shelf: LayoutShelf { kept.withLock(\.shelf) }

  /// The layouts that take part now, whoever taught them.
  func refreshed() async throws(ClaimingError) -> LayoutShelf {
    guard settings.areUsed else { return LayoutShelf() }
    let mark = try await stored { [ledger] () throws(LedgerError) in try await ledger.layoutMark() }
    if kept.withLock({ $0.mark }) == mark { return shelf }
    let known = kept.withLock { $0.mark }
    let changes = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.layoutHistories(after: known)
    }
    return kept.withLock { kept in
      for history in changes.histories { kept.shelf.put(history) }
      kept.mark = changes.mark
      return kept.shelf
    }
  }

  /// Teaches what earlier runs have credited, or taken back, and not taught; once.
  func catchUp() async throws(ClaimingError) {
    guard !kept.withLock({ $0.isCaughtUp }) else { return }
    while true {
      let ids = try await stored { [ledger] () throws(LedgerError) in
        try await ledger.untaught(limit: 500)
      }
      if ids.isEmpty { break }
      for id in ids where await !learn(from: id) { return }
    }
    kept.withLock { $0.isCaughtUp = true }
  }

  /// Learns from a claim that was credited, or unlearns it when its credit was taken back. The
  /// credit stands whatever becomes of this; what fails is told in the log, and taught by a later
  /// run.
  ///
  /// - Returns: whether it was taught, or needed no teaching.
  @discardableResult
  func learn(from id: ClaimID) async -> Bool {
    do throws(ClaimingError) {
      try await teach(id)
      return true
    } catch {
      logger.warning("claim \(id) has not taught its counter's layout: \(error.message)")
      return false
    }
  }

  private func teach(_ id: ClaimID) async throws(ClaimingError) {
    let (settings, mall) = (settings, mall)
    let news = try await stored { [ledger, now] () throws(LedgerError) in
      try await ledger.teach(id, at: now(), asked: settings.asked) { record, page, history in
        guard let lesson = Self.lesson(record, page, settings, mall) else { return }
        history.learn(lesson, asked: settings.asked)
      }
    }
    for record in news { tell(record) }
  }

  private func tell(_ record: LayoutEventRecord) {
    let event = record.event
    let text =
      "counter \(record.counter): layout \(event.version) \(event.kind.text): \(event.detail)"
    switch event.kind {
    case .demoted, .doubted: logger.warning("\(text)")
    case .began, .decides, .retired: logger.info("\(text)")
    }
  }

  /// `nil` where the credit is no lesson.
  private static func lesson(
    _ record: ClaimRecord, _ page: Page, _ settings: Settings.Layouts, _ mall: Settings.Mall
  ) -> Lesson? {
    guard let purchase = record.purchase else { return nil }
    let source: String
    switch record.decidedBy {
    case .reviewer(let name): source = "reviewer \(name)"
    case .system:
      guard record.reading.map({ $0.certainty >= settings.certaintyMin }) ?? false else {
        return nil
      }
      source = "member \(record.claim.memberID)"
    case nil: return nil
    }
    let day = PrintedTime(record.claim.submittedAt, in: mall.timeZone)?.day
    return Lesson(
      claim: record.id, source: source,
      specimen: Specimen(
        page: page, purchase: purchase,
        context: ExtractionContext(currency: mall.currency, claimDay: day)))
  }
}

extension LayoutEvent.Kind {
  /// For operators.
  package var text: String {
    switch self {
    case .began: "began"
    case .decides: "decides from now on"
    case .demoted: "was demoted"
    case .retired: "was retired"
    case .doubted: "may not decide any more"
    }
  }
}
