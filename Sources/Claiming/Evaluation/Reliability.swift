import Foundation
package import Receipts

/// Whether fields that are said to be so likely right are right that often.
package struct Reliability: Hashable, Sendable {
  package struct Bin: Hashable, Sendable {
    package var field: FieldName
    /// The probabilities in it: from `lower` to under `upper`, the last one included 1.
    package var lower: Double
    package var upper: Double
    package var count: Int
    package var right: Int
    package var probabilitySum: Double

    package var meanProbability: Double { probabilitySum / Double(max(1, count)) }
    package var rightShare: Share { Share(part: right, all: count) }
  }

  static let edges = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1]

  /// The bins that hold anything, by field.
  package let bins: [Bin]

  /// The expected calibration error: by how much what is said is off what is right, the mean over
  /// the bins, each weighed by its fields (Naeini et al. 2015, with bins that are narrow where
  /// decisions are made). `nil` of nothing.
  package func expectedError(of field: FieldName) -> Double? {
    let bins = bins.filter { $0.field == field }
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.probabilitySum - Double($1.right)) } / Double(count)
  }

  /// What that error would come to by chance, were every probability right: of so few fields the
  /// share that is right strays from the mean of what is said. `nil` of nothing.
  ///
  /// The mean absolute deviation of a binomial, 2 m C(n, m) pᵐ (1 − p)ⁿ⁻ᵐ⁺¹ with m = ⌊np⌋ + 1 (De
  /// Moivre; Diaconis and Zabell 1991), of each bin as if all its probabilities were their mean.
  package func errorByChance(of field: FieldName) -> Double? {
    let bins = bins.filter { $0.field == field }
    let count = bins.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + Self.deviation(of: $1) } / Double(count)
  }

  private static func deviation(of bin: Bin) -> Double {
    let (n, p) = (Double(bin.count), bin.meanProbability)
    guard p > 0, p < 1 else { return 0 }
    let m = (n * p).rounded(.down) + 1
    let choices = lgamma(n + 1) - lgamma(m + 1) - lgamma(n - m + 1)
    return 2 * m * exp(choices + m * log(p) + (n - m + 1) * log1p(-p))
  }

  package init(_ scores: [ImageScore]) {
    bins = ([.kind] + Evaluation.fields).flatMap { field in
      zip(Self.edges, Self.edges.dropFirst()).compactMap { lower, upper in
        var bin = Bin(
          field: field, lower: lower, upper: upper, count: 0, right: 0, probabilitySum: 0)
        for score in scores {
          guard let isRight = field == .kind ? score.isKindRight : score.fields[field],
            let probability = score.reading?.probability(of: field), probability >= lower,
            probability < upper || upper == 1
          else { continue }
          bin.count += 1
          bin.right += isRight ? 1 : 0
          bin.probabilitySum += probability
        }
        return bin.count == 0 ? nil : bin
      }
    }
  }
}

extension Reading {
  /// Of the best candidate; `nil` when the field was not read at all.
  package func probability(of field: FieldName) -> Double? {
    switch field {
    case .kind: kind.best?.probability
    case .counter: counter.best?.probability
    case .amount: amount.best?.probability
    case .time: time.best?.probability
    case .receiptNumber: receiptNumber.best?.probability
    }
  }
}
