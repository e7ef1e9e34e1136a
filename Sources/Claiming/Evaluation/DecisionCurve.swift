import Receipts

/// How many sales would go straight through, and how many credits would be wrong, at other
/// thresholds than the one in force.
///
/// Counts papers on which nothing but the certainty of their fields stands between them and a
/// credit. What was credited before in the same set is not taken into account.
package struct DecisionCurve: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    /// The least probability that kind, counter, amount and time are all right.
    package var threshold: Double
    package var straightThrough: Share
    package var wrong: Share
    /// ``BinomialBound/upper(bad:of:)`` of the wrong credits.
    package var wrongUpperBound: Double?
  }

  static let thresholds = [
    0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.993, 0.995, 0.997,
    0.998, 0.999,
  ]

  package let points: [Point]

  package init(_ scores: [ImageScore]) {
    let papers = scores.compactMap { score -> (certainty: Double, isRight: Bool, isSale: Bool)? in
      guard let reading = score.reading, score.hasOnlyDoubts else { return nil }
      let isRight =
        score.truth.kind.isCreditable
        && [FieldName.counter, .amount, .time].allSatisfy { score.fields[$0] != false }
      return (reading.certainty, isRight, score.truth.kind == .sale)
    }
    let sales = scores.count { $0.truth.kind == .sale }
    points = Self.thresholds.map { threshold in
      let credited = papers.filter { $0.certainty >= threshold }
      let wrong = credited.count { !$0.isRight }
      return Point(
        threshold: threshold,
        straightThrough: Share(part: credited.count { $0.isRight && $0.isSale }, all: sales),
        wrong: Share(part: wrong, all: credited.count),
        wrongUpperBound: BinomialBound.upper(bad: wrong, of: credited.count))
    }
  }
}

extension ImageScore {
  /// It was credited, or would be if its fields were certain.
  fileprivate var hasOnlyDoubts: Bool {
    let doubts: Set<Reason> = [
      .kindUncertain, .counterUncertain, .amountUncertain, .timeUncertain, .receiptNumberUncertain,
    ]
    switch decision {
    case .credited: return true
    case .review: return reading?.kind.best?.value == .sale && doubts.isSuperset(of: reasons)
    case .rejected: return false
    }
  }
}
