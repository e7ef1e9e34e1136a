package import Receipts

/// The verdict on one claim. Pure: the same subject and policy always give the same.
///
/// Precedence: anything certain enough to reject on rejects, with every such reason; else anything
/// doubtful asks a person, with every doubt, the most important first; else the claim is credited.
/// The uniqueness of a credited purchase is not decided here: what is compared with history only
/// saves asking the database, which is the judge in the transaction that credits.
package func screened(_ subject: ScreeningSubject, by policy: ScreeningPolicy) -> Screened {
  let screening = Screening(subject: subject, policy: policy)
  let findings = screening.findings
  let signals = subject.reading.signals + findings.compactMap(\.signal) + screening.signals
  let rejections = findings.filter { $0.outcome == .reject }.map(\.reason)
  if !rejections.isEmpty { return Screened(.reject(rejections.unique), signals: signals) }
  let doubts = findings.map(\.reason).unique
  return Screened(doubts.isEmpty ? .credit : .review(doubts), signals: signals)
}

/// One thing that speaks against a credit.
struct Finding: Hashable {
  enum Outcome: Hashable {
    case reject, review
  }

  var outcome: Outcome
  var reason: Reason
  var signal: Signal?

  init(_ outcome: Outcome, _ reason: Reason, signal: Signal? = nil) {
    self.outcome = outcome
    self.reason = reason
    self.signal = signal
  }
}

/// A subject under a policy; the checks are its extensions, one file a kind of check.
struct Screening {
  let subject: ScreeningSubject
  let policy: ScreeningPolicy

  var reading: Reading { subject.reading }

  /// Everything found, the most important first.
  var findings: [Finding] {
    if isBlank { return sameImageFindings + [Finding(.review, .nothingReadable)] }
    return sameImageFindings + paperFindings + kindFindings + fieldFindings + numberFindings
      + tenancyFindings
      + timeFindings + amountFindings + duplicateFindings + limitFindings
  }

  /// What is worth knowing but speaks against nothing.
  var signals: [Signal] { droppedNumberSignals }

  /// No field was found. That it be a sale is what is supposed of any paper.
  private var isBlank: Bool {
    let saysKind = reading.kind.best.map {
      $0.value != .sale && $0.probability >= policy.rejectProbabilityMin
    }
    return !(saysKind ?? false) && reading.counter.best == nil && reading.amount.best == nil
      && reading.time.best == nil && reading.receiptNumber.best == nil
  }

  /// Which of several papers is claimed, nobody can say.
  private var paperFindings: [Finding] {
    reading.signals.contains { $0.code == Reason.severalPapers.rawValue }
      ? [Finding(.review, .severalPapers)] : []
  }

  private var sameImageFindings: [Finding] {
    guard let other = subject.history?.sameImage else { return [] }
    return [
      Finding(.reject, .duplicateImage, signal: Signal("same_image", detail: other.rawValue))
    ]
  }

  /// Rejects when every field it rests on is certain enough, else asks.
  func finding(_ reason: Reason, restingOn probabilities: Double...) -> Finding {
    let isCertain = probabilities.allSatisfy { $0 >= policy.rejectProbabilityMin }
    return Finding(isCertain ? .reject : .review, reason)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first appearance.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
