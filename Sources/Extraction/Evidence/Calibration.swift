import Foundation

package import Receipts

/// Turns what a field's evidence adds up to into how often such a field is right.
///
/// A logistic map in each of two log-odds: those of the best candidate's share among the others,
/// and those of its being misread (J. Platt, "Probabilistic outputs for support vector machines",
/// 1999; two of them, since choosing the wrong number and misreading the right one are
/// independent). Both also know how hard the whole page was to read: the same evidence is worth
/// less on a faded or blurred one, where the line that would have said otherwise may be lost.
package struct Calibration: Sendable, Hashable, Codable {
  /// Of the share's log-odds: `offset + slope * x`.
  package var shareOffset: Double
  package var shareSlope: Double
  /// Of the misreading's log-odds.
  package var misreadOffset: Double
  package var misreadSlope: Double
  /// What the share's log-odds above ``knee`` add for each unit: where errors are rare, what the
  /// common ones teach of the slope is not true.
  package var shareTail: Double
  /// The same of the misreading's log-odds below minus ``knee``.
  package var misreadTail: Double
  /// What a page nobody could read adds to the share's log-odds; times the page's
  /// ``FieldOdds/doubt``.
  package var sharePage: Double
  /// The same, of the misreading's log-odds.
  package var misreadPage: Double
  /// No field is surer than this, 0…1: what the receipts it was made from can show.
  package var ceiling: Double

  package init(
    shareOffset: Double = 0, shareSlope: Double = 1, misreadOffset: Double = 0,
    misreadSlope: Double = 1, shareTail: Double = 0, misreadTail: Double = 0,
    sharePage: Double = 0, misreadPage: Double = 0, ceiling: Double = 1
  ) {
    self.shareOffset = shareOffset
    self.shareSlope = shareSlope
    self.misreadOffset = misreadOffset
    self.misreadSlope = misreadSlope
    self.shareTail = shareTail
    self.misreadTail = misreadTail
    self.sharePage = sharePage
    self.misreadPage = misreadPage
    self.ceiling = ceiling
  }

  package func probability(_ odds: FieldOdds) -> Double {
    let (share, misreading) = (logOdds(odds.share), logOdds(odds.misreading))
    let chosen = logistic(
      shareOffset + shareSlope * share + shareTail * Self.tail(share) + sharePage * odds.doubt)
    let misread =
      odds.misreading > 0
      ? logistic(
        misreadOffset + misreadSlope * misreading - misreadTail * Self.tail(-misreading)
          + misreadPage * odds.doubt) : 0
    return min(ceiling, chosen * (1 - misread))
  }

  /// Log-odds of one error in twenty-one.
  static let knee = 3.0

  static func tail(_ logOdds: Double) -> Double { max(0, logOdds - knee) }

  /// The best candidate's probability becomes the calibrated one; the others share what is left as
  /// before.
  ///
  /// - Parameter doubt: of the page, as in ``FieldOdds/doubt``.
  func applied<Value>(to field: Field<Value>, doubt: Double) -> Field<Value> {
    guard let best = field.best, best.probability > 0 else { return field }
    let probability = probability(FieldOdds(of: best, doubt: doubt))
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
  /// Which part of the share is lost because it may be misread, 0…1; 0 where a field has no digits.
  package var misreading: Double
  /// How hard the page was to read, 0…1: ``Misreading/pageDoubt(_:)``.
  package var doubt: Double

  package init<Value>(of candidate: Candidate<Value>, doubt: Double) {
    self.doubt = doubt
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
