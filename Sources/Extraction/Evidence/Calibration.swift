import Foundation

package import Receipts

/// Turns what a field's evidence adds up to into how often such a field is right.
///
/// A logistic map in each of two log-odds: those of the best candidate's share among the others, and
/// those of its being misread (J. Platt, "Probabilistic outputs for support vector machines", 1999;
/// two of them, since choosing the wrong number and misreading the right one are independent).
package struct Calibration: Sendable, Hashable, Codable {
  /// Of the share's log-odds: `offset + slope * x`.
  package var shareOffset: Double
  package var shareSlope: Double
  /// Of the misreading's log-odds.
  package var misreadOffset: Double
  package var misreadSlope: Double
  /// No field is surer than this, 0…1: what the receipts it was made from can show.
  package var ceiling: Double

  package init(
    shareOffset: Double = 0, shareSlope: Double = 1, misreadOffset: Double = 0,
    misreadSlope: Double = 1, ceiling: Double = 1
  ) {
    self.shareOffset = shareOffset
    self.shareSlope = shareSlope
    self.misreadOffset = misreadOffset
    self.misreadSlope = misreadSlope
    self.ceiling = ceiling
  }

  /// - Parameters:
  ///   - share: of the best candidate, 0…1.
  ///   - misreading: how likely it is misread, 0…1; 0 where a field has no digits.
  package func probability(share: Double, misreading: Double) -> Double {
    let chosen = logistic(shareOffset + shareSlope * logOdds(share))
    let misread = misreading > 0 ? logistic(misreadOffset + misreadSlope * logOdds(misreading)) : 0
    return min(ceiling, chosen * (1 - misread))
  }

  /// The best candidate's probability becomes the calibrated one; the others share what is left as
  /// before.
  func applied<Value>(to field: Field<Value>) -> Field<Value> {
    guard let best = field.best, best.probability > 0 else { return field }
    let odds = FieldOdds(of: best)
    let probability = probability(share: odds.share, misreading: odds.misreading)
    let rest = best.probability < 1 ? (1 - probability) / (1 - best.probability) : 0
    var candidates = field.candidates
    candidates[0].probability = probability
    for index in candidates.indices.dropFirst() {
      // Whatever the map does, the candidate that was the best remains it.
      candidates[index].probability = min(probability, candidates[index].probability * rest)
    }
    return Field(candidates)
  }
}

/// Of what a candidate's probability is made.
package struct FieldOdds: Sendable, Hashable {
  /// Its share among the candidates and "none of them", 0…1.
  package var share: Double
  /// Which part of the share is lost because it may be misread, 0…1.
  package var misreading: Double

  package init<Value>(of candidate: Candidate<Value>) {
    misreading = candidate.evidence.misreading
    share = misreading < 1 ? min(1, candidate.probability / (1 - misreading)) : 0
  }
}

func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// Bounded, so that what rounds to 0 or 1 is no infinity.
func logOdds(_ probability: Double) -> Double {
  let bounded = min(1 - 1e-9, max(1e-9, probability))
  return log(bounded / (1 - bounded))
}
