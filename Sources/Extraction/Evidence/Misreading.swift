import Foundation
import Receipts

/// Which evidence there is that digits are not what the readers say: it adds up to the log-odds of
/// a candidate's being misread.
struct Misreading {
  /// One place where a value stands.
  struct Place {
    var support: Support
    /// The least in any of the digits, as the reader tells it that trusts them most, 0…1.
    var confidence: Double
    var isRepaired = false
    var isUneven = false
    /// The hour has one digit: its first may have been lost.
    var isHourShort = false
    /// A part of it that the paper prints is cut off.
    var isCut = false
    /// Of the line: places on one line are one.
    var line: Int
  }

  let weights: Weights
  /// How much of the whole page the readers doubt, 0…1: fading and blur strike everywhere.
  let pageDistrust: Double

  init(weights: Weights, lines: [PrintedLine]) {
    self.weights = weights
    pageDistrust = Self.pageDoubt(lines)
  }

  /// How hard a page was to read, 0…1: what the page's reader doubts of the lines that have digits.
  static func pageDoubt(_ lines: [PrintedLine]) -> Double {
    let doubts = lines.filter(\.text.hasDigit).map { distrust($0.confidence) }
    return doubts.isEmpty ? 1 : doubts.reduce(0, +) / Double(doubts.count)
  }

  /// Of a value by where it stands.
  ///
  /// - Parameters:
  ///   - base: what is true of all values of the field: `misread_amount`.
  ///   - isDerived: other numbers lead to it.
  func evidence(
    _ base: String, of places: [Place], isDerived: Bool = false
  ) -> [Evidence] {
    let weighed = places.map { place in
      let evidence = self.evidence(of: place)
      return (place: place, evidence: evidence, sum: evidence.reduce(0) { $0 + $1.weight })
    }
    guard let best = weighed.min(by: { $0.sum < $1.sum }) else { return [] }
    var evidence = [weights.evidence(base)] + best.evidence
    let others = Set(places.map(\.line)).count - 1
    if others > 0 {
      evidence.append(weights.evidence("misread_again", times: Double(min(2, others))))
    }
    if isDerived { evidence.append(weights.evidence("misread_derived")) }
    return evidence
  }

  private func evidence(of place: Place) -> [Evidence] {
    let standing = place.support.standing
    // Where independent readers agree, a bad page and a reader's own doubts count for less.
    let isWitnessed = standing == .witnessed
    let doubt =
      !place.support.isByPaddle
      ? "misread_tesseract_distrust"
      : isWitnessed ? "misread_witnessed_distrust" : "misread_distrust"
    var evidence = [
      weights.evidence("misread_\(standing.rawValue)"),
      weights.evidence(
        isWitnessed ? "misread_witnessed_page" : "misread_page", times: pageDistrust),
      weights.evidence(doubt, times: Self.distrust(place.confidence)),
    ]
    if isWitnessed, let confidence = place.support.witnessConfidence {
      evidence.append(weights.evidence("misread_weak_witness", times: 1 - confidence))
    }
    if isWitnessed, place.support.isAmongWords {
      evidence.append(weights.evidence("misread_among_words"))
    }
    if place.isCut { evidence.append(weights.evidence("misread_cut")) }
    if place.isHourShort { evidence.append(weights.evidence("misread_short_hour")) }
    if place.support.isAgainstTesseract {
      evidence.append(weights.evidence("misread_against_tesseract"))
    }
    if place.isRepaired { evidence.append(weights.evidence("misread_repaired")) }
    if place.isUneven { evidence.append(weights.evidence("misread_uneven")) }
    return evidence
  }

  /// How far a reader is from being sure, 0…1: a half where it leaves one in a hundred, none where
  /// it leaves one in ten thousand.
  static func distrust(_ confidence: Double) -> Double {
    1 + log10(min(1, max(1e-4, 1 - confidence))) / 4
  }
}

extension [Evidence] {
  /// How likely the value is misread, 0…1; 0 where nothing speaks of it.
  var misreading: Double {
    let sums = filter(\.isMisreading)
    return sums.isEmpty ? 0 : logistic(sums.reduce(0) { $0 + $1.weight })
  }

  /// What speaks for the value among others, nats.
  var score: Double { reduce(0) { $1.isMisreading ? $0 : $0 + $1.weight } }
}
