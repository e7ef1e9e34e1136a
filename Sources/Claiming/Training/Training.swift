import Extraction
import Foundation
import Intake
package import Receipts
import Recognition

/// Learns weights and calibrations from labelled malls.
package struct Training: Sendable {
  /// A labelled mall with the pages that were read of its pictures.
  package struct Mall: Sendable {
    let set: LabelledSet
    let settings: Settings
    let source: PageSource

    package init(set: LabelledSet, settings: Settings, source: PageSource) {
      (self.set, self.settings, self.source) = (set, settings, source)
    }
  }

  /// A page with its truth and what is known beside it.
  private struct Paper: Sendable {
    var page: Page
    var truth: Truth
    var context: ExtractionContext
    var register: CounterIndex?
    /// Those of the mall's counters, as the papers before it show them.
    var layouts = LayoutShelf()
  }

  /// Of so many papers one is also read as if its shop were not in the register, as some are: then
  /// no counter is right, however alike its name.
  private static let strangerEvery = 5
  /// For calibration, as many as there are in the malls that are printed.
  private static let calibrationStrangerEvery = 25

  /// Extraction and learning take turns: what is a candidate's best label depends on the weights.
  private static let rounds = 2

  /// What came of it.
  package struct Result: Sendable {
    /// The file's text.
    package var text: String
    package var papers: Int
    package var calibrationPapers: Int
    /// By field, of the calibration's papers: how many were right.
    package var right: [FieldName: Share]
  }

  package init() {}

  /// - Parameters:
  ///   - malls: to learn the weights from.
  ///   - calibrations: other malls, to learn from what the weights' sums are worth.
  ///   - previous: the text of a file made for the other set-up of readers, whose calibrations are
  ///     kept, and whose weights are where `malls` is empty.
  package func run(
    malls: [Mall], calibrations: [Mall], previous: String?, made: [String],
    told: (String) -> Void
  ) async throws(ClaimingError) -> Result {
    var weights = Weights.usual
    if let previous { weights = try WeightsFile.weights(previous, path: WeightsFile.name) }
    let papers = try await papers(of: malls, told)
    if !papers.isEmpty {
      let kept = weights.calibrations
      weights = .usual
      for round in 1...Self.rounds {
        told("round \(round): weighing the evidence of \(papers.count) papers")
        let examples = Self.examples(papers, weights: weights)
        weights = WeightTrainer().trained(on: examples, from: round == 1 ? .usual : weights)
      }
      weights.calibrations = kept
    }
    let others = try await self.papers(of: calibrations, told)
    told("calibrating with \(others.count) other papers")
    var right: [FieldName: Share] = [:]
    for (setup, papers) in Dictionary(grouping: others, by: { ReaderSetup(of: $0.page) }) {
      let examples = Self.calibrationExamples(papers, weights: weights)
      for (field, examples) in examples {
        weights.calibrations[setup, default: [:]][field] =
          CalibrationTrainer().trained(on: examples.map(\.example))
        let before = right[field] ?? Share(part: 0, all: 0)
        right[field] = Share(
          part: before.part + examples.count(where: \.isRight), all: before.all + examples.count)
      }
    }
    return Result(
      text: WeightsFile.text(weights, made: made), papers: papers.count,
      calibrationPapers: others.count, right: right)
  }

  // MARK: Papers

  private func papers(
    of malls: [Mall], _ told: (String) -> Void
  ) async throws(ClaimingError) -> [Paper] {
    var papers: [Paper] = []
    for mall in malls {
      told("reading \(mall.set.path)")
      papers += Self.withLayouts(try await self.papers(of: mall))
    }
    return papers
  }

  /// How many papers have confirmed a layout that takes part, as in practice.
  private static let lessonsMin = 2

  /// Each paper with what the papers before it have taught of all the mall's counters.
  private static func withLayouts(_ papers: [Paper]) -> [Paper] {
    var shelf = LayoutShelf()
    var lessons: [CounterCode: [Lesson]] = [:]
    return papers.map { paper in
      var paper = paper
      paper.layouts = shelf
      guard let counter = paper.truth.counter, let purchase = paper.truth.purchase else {
        return paper
      }
      let specimen = Specimen(page: paper.page, purchase: purchase, context: paper.context)
      let lesson = Lesson(claim: ClaimID(paper.truth.file), source: "", specimen: specimen)
      let known = (lessons[counter] ?? []).suffix(LayoutVersion.lessonsMax - 1) + [lesson]
      lessons[counter] = Array(known)
      shelf.put(
        LayoutHistory(
          counter: counter,
          versions: [
            LayoutVersion(
              version: 1, state: known.count >= lessonsMin ? .deciding : .shadow,
              lessons: Array(known))
          ]))
      return paper
    }
  }

  private func papers(of mall: Mall) async throws(ClaimingError) -> [Paper] {
    let set = mall.set
    let register = set.mall.map { CounterIndex($0.counters) }
    let submitted = Dictionary(
      (set.mall?.claims ?? []).map { ($0.file, $0.submittedAt) }, uniquingKeysWith: { $1 })
    let window = OrderedWindow<Truth, (Truth, Swift.Result<ReadPage, RecognitionFailure>)?>(
      width: max(2, 2 * mall.source.workers))
    var rest = set.truths[...]
    var papers: [Paper] = []
    try await window.run { () async throws(ClaimingError) -> Truth? in
      rest.popFirst()
    } worked: { truth in
      guard
        let image = try? Intake.image(
          at: set.imagesPath + "/" + truth.file, limits: mall.settings.intake)
      else { return nil }
      let context = Self.context(of: truth, submitted[truth.file] ?? nil, mall)
      let extractor = Extractor(register: register)
      return (
        truth,
        await mall.source.page(image, truth.file) {
          extractor.linesThatMatter(on: $0, context: context)
        }
      )
    } finished: { outcome throws(ClaimingError) in
      guard let (truth, result) = outcome else { return }
      switch result {
      case .success(let read):
        papers.append(
          Paper(
            page: read.page, truth: truth,
            context: Self.context(of: truth, submitted[truth.file] ?? nil, mall),
            register: register))
      case .failure(.unavailable(let why)): throw .readerUnavailable(why)
      case .failure: break
      }
    }
    return papers
  }

  private static func context(
    of truth: Truth, _ submittedAt: Date?, _ mall: Mall
  ) -> ExtractionContext {
    let day = submittedAt.flatMap { PrintedTime($0, in: mall.settings.mall.timeZone)?.day }
    return ExtractionContext(
      currency: mall.settings.mall.currency, claimDay: day ?? truth.time?.day)
  }

  // MARK: Examples

  private static func examples(_ papers: [Paper], weights: Weights) -> [WeightExample] {
    papers.enumerated().flatMap { number, paper in
      let reading = uncalibrated(paper, weights: weights).reading
      let truth = paper.truth
      var examples: [WeightExample] = []
      if let field = stranger(paper, number, every: strangerEvery, weights) {
        examples.append(WeightExample(.counter, field, weights: weights) { _ in false })
      }
      examples.append(
        WeightExample(.kind, reading.kind, weights: weights) { truth.kinds.contains($0) })
      // A paper of a shop that the register has not teaches what a likeness is not worth.
      if paper.register != nil {
        examples.append(
          WeightExample(.counter, reading.counter, weights: weights) { truth.isCounter($0) })
      }
      if truth.hasAmountForLearning, let amount = truth.amount {
        examples.append(
          WeightExample(.amount, reading.amount, weights: weights) {
            $0.minorUnits == amount.minorUnits
          })
      }
      if let time = truth.time, truth.isLabelled(.time) {
        examples.append(
          WeightExample(.time, reading.time, weights: weights) { truth.isTime($0, time) })
      }
      if truth.isLabelled(.receiptNumber) {
        examples.append(
          WeightExample(.receiptNumber, reading.receiptNumber, weights: weights) {
            truth.isReceiptNumber($0)
          })
      }
      return examples
    }
  }

  /// What is made of a paper's name when its own counter is not in the register; `nil` for most
  /// papers.
  private static func stranger(
    _ paper: Paper, _ number: Int, every: Int, _ weights: Weights
  ) -> Field<CounterMatch>? {
    guard number % every == 0, let counter = paper.truth.counter,
      let register = paper.register
    else { return nil }
    var stranger = paper
    // Nor are others of its very name: a stranger is not called as a shop of the mall is.
    let name = register.counters.first { $0.code == counter }?.name
    stranger.register = CounterIndex(
      register.counters.filter { $0.code != counter && $0.name != name })
    stranger.layouts = paper.layouts.without(counter)
    return uncalibrated(stranger, weights: weights).reading.counter
  }

  private struct Judged {
    var example: CalibrationTrainer.Example
    var isRight: Bool
  }

  private static func calibrationExamples(
    _ papers: [Paper], weights: Weights
  ) -> [FieldName: [Judged]] {
    var examples: [FieldName: [Judged]] = [:]
    func add<Value>(
      _ name: FieldName, _ field: Field<Value>, doubt: Double, _ isRight: (Value) -> Bool
    ) {
      guard let best = field.best else { return }
      let right = isRight(best.value)
      examples[name, default: []].append(
        Judged(
          example: .init(odds: FieldOdds(of: best, doubt: doubt), isRight: right), isRight: right))
    }
    for (number, paper) in papers.enumerated() {
      let uncalibrated = uncalibrated(paper, weights: weights)
      let (reading, doubt) = (uncalibrated.reading, uncalibrated.doubt)
      let truth = paper.truth
      if let field = stranger(paper, number, every: calibrationStrangerEvery, weights) {
        add(.counter, field, doubt: doubt) { _ in false }
      }
      add(.kind, reading.kind, doubt: doubt) { truth.kinds.contains($0) }
      if paper.register != nil {
        add(.counter, reading.counter, doubt: doubt) { truth.isCounter($0) }
      }
      if truth.hasAmountForLearning, let amount = truth.amount {
        add(.amount, reading.amount, doubt: doubt) { $0.minorUnits == amount.minorUnits }
      }
      if let time = truth.time, truth.isLabelled(.time) {
        add(.time, reading.time, doubt: doubt) { truth.isTime($0, time) }
      }
      if truth.isLabelled(.receiptNumber) {
        add(.receiptNumber, reading.receiptNumber, doubt: doubt) { truth.isReceiptNumber($0) }
      }
    }
    return examples
  }

  private static func uncalibrated(_ paper: Paper, weights: Weights) -> UncalibratedReading {
    Extractor(register: paper.register, weights: weights, layouts: paper.layouts)
      .uncalibratedReading(of: paper.page, context: paper.context)
  }
}

extension Truth {
  /// What a reviewer would confirm; `nil` where it is no sale, or not all of it is known.
  fileprivate var purchase: Purchase? {
    guard kind == .sale, unlabelled.isEmpty, let counter, let amount, let time else { return nil }
    return Purchase(
      counter: counter, amount: amount, time: time,
      receiptNumber: receiptNumber.map { ReceiptNumber($0) })
  }

  /// The amount of a changed receipt is told by what was changed, and a refund's by its sign.
  fileprivate var hasAmountForLearning: Bool {
    isLabelled(.amount) && kind != .tampered && kind != .refund
  }
}
