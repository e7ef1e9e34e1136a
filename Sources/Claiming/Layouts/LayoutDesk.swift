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

  /// So many credits of a counter are taught at most where none ever was: older ones are not kept.
  private static let caughtUpMax = 2 * LayoutVersion.lessonsMax

  /// Teaches what earlier runs have credited, or taken back, and not taught; once. What cannot be
  /// taught now is left to a later run.
  func catchUp() async throws(ClaimingError) {
    guard !kept.withLock({ $0.isCaughtUp }) else { return }
    let skipped = try await stored { [ledger, now] () throws(LedgerError) in
      try await ledger.skipTeaching(keeping: Self.caughtUpMax, at: now())
    }
    if skipped > 0 {
      logger.info(
        "\(skipped) credits from before there were layouts teach none: each counter's latest do")
    }
    var failed: Set<ClaimID> = []
    var taught = 0
    while true {
      let ids = try await stored { [ledger, failed] () throws(LedgerError) in
        try await ledger.untaught(limit: 500 + failed.count)
      }.filter { !failed.contains($0) }
      if ids.isEmpty { break }
      for id in ids where await !learn(from: id) { failed.insert(id) }
      taught += ids.count
      if taught >= 500 { logger.info("\(taught) credits of earlier runs have taught layouts") }
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
        let isIndependent = record.decidedBy != .system || record.layoutVersion == nil
        history.learn(lesson, isIndependent: isIndependent, asked: settings.asked)
      }
    }
    tell(news)
  }

  /// What became of layouts, in the log.
  func tell(_ news: [LayoutEventRecord]) {
    for record in news { tell(record) }
  }

  private func tell(_ record: LayoutEventRecord) {
    let event = record.event
    let text =
      "counter \(record.counter): layout \(event.version) \(event.kind.text): "
      + event.cause.text(in: .english)
    switch event.kind {
    case .demoted:
      logger.warning("\(text); \(record.wayOut(in: .english))")
    case .doubted: logger.warning("\(text)")
    case .began, .decides, .retired: logger.info("\(text)")
    }
  }

  /// `nil` where the credit is no lesson.
  private static func lesson(
    _ record: ClaimRecord, _ page: Page, _ settings: Settings.Layouts, _ mall: Settings.Mall
  ) -> Lesson? {
    // A card terminal's slip says nothing of how the till prints.
    guard let purchase = record.purchase, record.reading?.kind.best?.value == .sale else {
      return nil
    }
    let source: String
    switch record.decidedBy {
    case .reviewer(let name):
      // What a person put in a field without its standing on the paper says nothing of the till.
      guard page.shows(purchase.amount) else { return nil }
      source = Lesson.reviewer + name
    case .system:
      guard record.reading.map({ $0.certainty >= settings.certaintyMin }) ?? false else {
        return nil
      }
      source = Lesson.member + record.claim.memberID.rawValue
    case nil: return nil
    }
    let day = PrintedTime(record.claim.submittedAt, in: mall.timeZone)?.day
    return Lesson(
      claim: record.id, source: source, member: record.claim.memberID,
      specimen: Specimen(
        page: page, purchase: purchase,
        context: ExtractionContext(currency: mall.currency, claimDay: day)))
  }
}

extension LayoutEventRecord {
  /// What an operator can do about a demotion.
  package func wayOut(in language: Language) -> String {
    language(
      "where its new papers are alike its claims are reviewed until papers of two members, confirmed "
        + "by two people, agree on a new layout; where the till is as before: ",
      "如新小票彼此一致，该专柜的申请转人工，直到两位会员的小票经两人确认、在新版式上一致；如收银机并未改版：")
      + "xiaopiao layouts retire \(counter) \(event.version)"
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
