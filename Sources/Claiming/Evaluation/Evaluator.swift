import Foundation
import Ledger
package import Logging
import Receipts

/// Scores the whole way, or reading alone, on a labelled set.
///
/// A set with a mall is run through the whole pipeline in a home of its own, which is removed
/// afterwards. In a set without one each paper is in the currency its truth is in, as the mall's
/// own currency is always known, and what is credited is what `read` would credit.
package struct Evaluator: Sendable {
  private let labelled: LabelledSet
  private let settings: Settings
  private let source: PageSource
  private let logger: Logger
  private let confirmed: Int
  private let kept: String?

  /// - Parameter confirmed: how many sales of each counter are confirmed by reviewers first, as the
  ///   truth has them; they teach its layout and are not scored.
  /// - Parameter kept: where the home of a set with a mall is made, and left; `nil`: in the
  ///   temporary directory, and removed.
  package init(
    set: LabelledSet, settings: Settings, source: PageSource, logger: Logger, confirmed: Int = 0,
    kept: String? = nil
  ) {
    self.confirmed = confirmed
    self.kept = kept
    labelled = set
    self.settings = settings
    self.source = source
    self.logger = logger
  }

  /// How many pictures there are to do, for a progress bar.
  package var count: Int { labelled.mall?.claims.count ?? labelled.truths.count }

  package func evaluation(
    told: (ImageScore) async -> Void
  ) async throws(ClaimingError) -> Evaluation {
    if let mall = labelled.mall { return try await whole(mall, told: told) }
    return try await readingAlone(told: told)
  }

  private func readingAlone(
    told: (ImageScore) async -> Void
  ) async throws(ClaimingError) -> Evaluation {
    let desk = try ReadingDesk(settings: settings, counters: nil, source: source)
    let requests = labelled.truths.map { truth in
      ReadingDesk.Request(
        file: truth.file, path: labelled.imagesPath + "/" + truth.file,
        currency: truth.amount?.currency,
        // Sent when it was bought: how old a labelled set is says nothing about reading.
        submittedAt: truth.time.flatMap {
          PrintedTime(day: $0.day, clock: .init(hour: 23, minute: 59))
            .instant(in: settings.mall.timeZone)
        })
    }
    let truths = byFile
    var judge = CreditJudge()
    var scores: [ImageScore] = []
    try await desk.read(requests) { outcome in
      guard let truth = truths[outcome.file] else { return }
      let score = judge.judged(ImageScore(truth: truth, outcome: outcome))
      scores.append(score)
      await told(score)
    }
    return Evaluation(scores: scores)
  }

  private func whole(
    _ mall: LabelledSet.Mall, told: (ImageScore) async -> Void
  ) async throws(ClaimingError) -> Evaluation {
    let directory =
      kept
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaopiao-evaluate-\(UUID().uuidString)").path
    // A home in use must not get the credits of a labelled set.
    if let kept, FileManager.default.fileExists(atPath: kept),
      (try? FileManager.default.contentsOfDirectory(atPath: kept))?.isEmpty != true
    {
      throw ClaimingError.inputUnusable(
        path: kept, why: "is not empty; name a new directory for --keep")
    }
    // What is left of a home in the temporary directory harms nobody.
    defer { if kept == nil { try? FileManager.default.removeItem(atPath: directory) } }
    let home = try Home.made(at: directory, settings: settings).home
    let ledger = try home.ledger()
    let rules = mall.rules ?? RulesFile.example(currency: settings.mall.currency)
    try RulesFile.check(rules, path: labelled.path + "/rules.toml")
    try await stored { () throws(LedgerError) in
      _ = try await ledger.importCounters(mall.counters)
      _ = try await ledger.importMembers(mall.members)
      _ = try await ledger.applyRules(toml: rules, at: Date())
    }
    let pipeline = ClaimingPipeline(
      home: home, ledger: ledger, settings: settings, source: source, logger: logger)
    let truths = byFile
    var rest = mall.claims.map(submission)[...]
    var judge = CreditJudge()
    var scores: [ImageScore] = []
    let desk = try await ReviewDesk(ledger: ledger, settings: settings)
    var lessons: [CounterCode: Int] = [:]
    var failure: ClaimingError?
    try await pipeline.run(submissions: { failure == nil ? rest.popFirst() : nil }) { outcome in
      guard let truth = truths[outcome.claim.file] else { return }
      if truth.kind == .sale, let counter = truth.counter, lessons[counter, default: 0] < confirmed
      {
        lessons[counter, default: 0] += 1
        do throws(ClaimingError) {
          let isCredited = try await confirm(
            outcome, truth, by: "reviewer \(lessons[counter, default: 0])", at: desk)
          if isCredited { judge.note(truth) }
        } catch {
          failure = error
        }
        return
      }
      let score = judge.judged(ImageScore(truth: truth, outcome: outcome))
      scores.append(score)
      await told(score)
    }
    if let failure { throw failure }
    guard !scores.isEmpty || confirmed == 0 else {
      throw .inputUnusable(
        path: labelled.path,
        why:
          "has at most \(confirmed) sales of each counter, and all are confirmed: none is left to "
          + "score; confirm fewer")
    }
    let claimed = Set(mall.claims.map(\.file))
    return Evaluation(
      scores: scores, unclaimed: labelled.truths.count { !claimed.contains($0.file) })
  }

  /// What a reviewer does with the photograph beside the claim.
  ///
  /// - Returns: whether it is credited now.
  private func confirm(
    _ outcome: ClaimOutcome, _ truth: Truth, by reviewer: String, at desk: ReviewDesk
  ) async throws(ClaimingError) -> Bool {
    guard outcome.state == .review else { return outcome.state == .credited }
    let corrections = Corrections(
      counter: truth.counter?.rawValue, amount: truth.amount?.decimal, time: truth.time?.printed,
      receiptNumber: truth.receiptNumber ?? "")
    do throws(ClaimingError) {
      var record = try await desk.approve(
        outcome.claim.id, corrections: corrections, reviewer: reviewer,
        confirmation: .again(besides: [.amountUnseen]))
      // Who holds the paper in hand says so again.
      if let first = record.reasons.first, Self.saidAgain.contains(first) {
        record = try await desk.approve(
          outcome.claim.id, corrections: corrections, reviewer: reviewer,
          confirmation: .again(besides: [.amountUnseen]))
      }
      return record.state == .credited
    } catch .refused {
      // What the truth says cannot be credited: the reviewer leaves it.
      return false
    }
  }

  /// What a reviewer is asked about once, who has the paper in hand.
  private static let saidAgain: Set<Reason> = [.counterUnseen, .receiptNumberUnseen]

  private func submission(of row: ClaimRow) -> Submission {
    Submission(
      file: row.file, origin: .file(path: labelled.imagesPath + "/" + row.file),
      memberID: row.memberID, submittedAt: row.submittedAt ?? Date(), claimID: row.claimID,
      occurrence: row.occurrence)
  }

  private var byFile: [String: Truth] {
    Dictionary(labelled.truths.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
