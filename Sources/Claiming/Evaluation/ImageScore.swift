import Foundation
import Ledger
package import Receipts

/// How one picture was read and decided, held against its truth.
package struct ImageScore: Hashable, Sendable {
  package enum Decision: String, Hashable, Sendable { case credited, review, rejected }

  package var truth: Truth
  package var reading: Reading?
  package var decision: Decision
  package var reasons: [Reason]
  package var points: Points?
  package var claimID: ClaimID?
  package var elapsedMilliseconds: Int
  /// Whether each field was read right; a field that is not labelled, or is not printed, is not
  /// in it.
  package var fields: [FieldName: Bool]
  /// What is wrong with the credit; empty when there is none or it is right.
  package var wrongs: [Wrong] = []

  /// One way in which a credit is wrong.
  package enum Wrong: String, Hashable, Sendable, CaseIterable {
    case counter, amount, time
    /// The paper was never to be credited: a refund, a bill, a forgery.
    case kind
    /// The purchase had been credited before.
    case again
  }

  init(
    truth: Truth, reading: Reading?, decision: Decision, reasons: [Reason], points: Points? = nil,
    claimID: ClaimID? = nil, elapsedMilliseconds: Int
  ) {
    self.truth = truth
    self.reading = reading
    self.decision = decision
    self.reasons = reasons
    self.points = points
    self.claimID = claimID
    self.elapsedMilliseconds = elapsedMilliseconds
    fields = truth.fields(of: reading)
  }

  /// Whether what the paper is was read right; `nil` where nothing was read.
  package var isKindRight: Bool? {
    reading?.kind.best.map { truth.kinds.contains($0.value) }
  }

  /// Whether a genuine sale got its points and nobody had to look.
  package var isStraightThrough: Bool {
    truth.kind == .sale && decision == .credited && wrongs.isEmpty
  }
}

extension ImageScore {
  /// Scores what `read` would do.
  init(truth: Truth, outcome: ReadOutcome) {
    let decision: Decision
    switch outcome.verdict {
    case .credit: decision = .credited
    case .review: decision = .review
    case .reject: decision = .rejected
    }
    self.init(
      truth: truth, reading: outcome.reading, decision: decision,
      reasons: outcome.verdict.reasons, elapsedMilliseconds: outcome.elapsedMilliseconds)
  }

  /// Scores what became of a claim. A picture whose very file was claimed before has no reading.
  init(truth: Truth, outcome: ClaimOutcome) {
    let decision: Decision
    switch outcome.state {
    case .credited: decision = .credited
    case .received, .review: decision = .review
    case .rejected, .reversed: decision = .rejected
    }
    self.init(
      truth: truth, reading: outcome.reading, decision: decision, reasons: outcome.reasons,
      points: outcome.points, claimID: outcome.claim.id,
      elapsedMilliseconds: outcome.elapsedMilliseconds)
  }

}

/// Judges credits in the order in which they are given: a purchase is right once.
struct CreditJudge {
  private var credited: Set<String> = []

  /// A purchase that was credited and is not judged.
  mutating func note(_ truth: Truth) { credited.insert(truth.of ?? truth.file) }

  mutating func judged(_ score: ImageScore) -> ImageScore {
    guard score.decision == .credited else { return score }
    var judged = score
    judged.wrongs = [FieldName.counter, .amount, .time].filter { score.fields[$0] == false }
      .compactMap { ImageScore.Wrong(rawValue: $0.rawValue) }
    if !score.truth.kind.isCreditable { judged.wrongs.append(.kind) }
    let isFirst = credited.insert(score.truth.of ?? score.truth.file).inserted
    if !isFirst { judged.wrongs.append(.again) }
    return judged
  }
}

extension Truth {
  /// Which labelled fields the reading has right, by its best candidates.
  func fields(of reading: Reading?) -> [FieldName: Bool] {
    var fields: [FieldName: Bool] = [:]
    if counter != nil || counterName != nil, isLabelled(.counter) {
      fields[.counter] = reading?.counter.best.map { isCounter($0.value) } ?? false
    }
    if let amount, isLabelled(.amount) {
      fields[.amount] = reading?.amount.best?.value.minorUnits == amount.minorUnits
    }
    if let time, isLabelled(.time) {
      fields[.time] = reading?.time.best.map { isTime($0.value, time) } ?? false
    }
    if receiptNumber != nil, isLabelled(.receiptNumber) {
      fields[.receiptNumber] =
        reading?.receiptNumber.best.map { isReceiptNumber($0.value) } ?? false
    }
    return fields
  }

  /// The same code; without one, the true name is contained in what was read.
  func isCounter(_ match: CounterMatch) -> Bool {
    if let counter, let code = match.code { return code == counter }
    guard let counterName else { return false }
    let name = Self.bare(counterName)
    return !name.isEmpty && Self.bare(match.name).contains(name)
  }

  /// The one that is printed, or another that may pass for it.
  func isReceiptNumber(_ read: ReceiptNumber) -> Bool {
    ([receiptNumber].compactMap(\.self) + receiptNumberAlternatives)
      .contains { ReceiptNumber($0).key == read.key }
  }

  /// Equal as far as the paper prints it, or as far as its truth is known.
  func isTime(_ read: PrintedTime, _ printed: PrintedTime) -> Bool {
    if unlabelled.contains("time_of_day") { return read.day == printed.day }
    return read.truncated(to: printed.precision) == printed
  }

  /// Letters and digits, in their plain width and lower case.
  private static func bare(_ name: String) -> String {
    let plain = name.precomposedStringWithCompatibilityMapping.lowercased()
    return String(plain.filter { $0.isLetter || $0.isNumber })
  }
}
