import Foundation

/// Learns from labelled receipts what a field's evidence is worth.
package struct CalibrationTrainer: Sendable {
  /// The best candidate of a field, and whether it was right.
  package struct Example: Sendable {
    var odds: FieldOdds
    var isRight: Bool

    package init(odds: FieldOdds, isRight: Bool) {
      (self.odds, self.isRight) = (odds, isRight)
    }
  }

  /// How far offsets and slopes stray from 0 and 1 unless the receipts insist.
  private static let offsetSpread = 2.0
  private static let slopeSpread = 0.5
  private static let pageSpread = 8.0
  private static let steps = 3_000

  package init() {}

  /// The most likely calibration. It is never surer than one error in as many receipts as it was
  /// made from, and one.
  package func trained(on examples: [Example]) -> Calibration {
    var values = [0.0, 1, 0, 1, 0, 0, 0, 0]
    let origin = values
    let spreads = [
      Self.offsetSpread, Self.slopeSpread, Self.offsetSpread, Self.slopeSpread, Self.pageSpread,
      Self.pageSpread, Self.slopeSpread, Self.slopeSpread,
    ]
    var descent = Adam(count: values.count)
    for step in 1...Self.steps {
      var gradient = values.indices.map { (values[$0] - origin[$0]) / pow(spreads[$0], 2) }
      for example in examples { Self.addGradient(of: values, example, to: &gradient) }
      let rate = 0.03 * (1 - 0.95 * Double(step) / Double(Self.steps))
      descent.step(&values, gradient: gradient, rate: rate)
      // More evidence never makes a field less sure, nor does a page that is harder to read make it
      // surer.
      values[1] = max(0.1, values[1])
      values[3] = max(0.1, values[3])
      values[6] = max(0.1 - values[1], values[6])
      values[7] = max(0.1 - values[3], values[7])
      values[4] = min(0, values[4])
      values[5] = max(0, values[5])
    }
    let count = Double(examples.count)
    return Calibration(
      shareOffset: values[0], shareSlope: values[1], misreadOffset: values[2],
      misreadSlope: values[3], shareTail: values[6], misreadTail: values[7],
      sharePage: values[4], misreadPage: values[5],
      ceiling: (count + 1) / (count + 2))
  }

  /// Adds the gradient of minus the log-likelihood of one field's being right or not.
  private static func addGradient(
    of values: [Double], _ example: Example, to gradient: inout [Double]
  ) {
    let share = logOdds(example.odds.share)
    let doubt = example.odds.doubt
    let shareTail = Calibration.tail(share)
    let chosen = logistic(
      values[0] + values[1] * share + values[4] * doubt + values[6] * shareTail)
    let hasDigits = example.odds.misreading > 0
    let misreading = hasDigits ? logOdds(example.odds.misreading) : 0
    let misreadTail = Calibration.tail(-misreading)
    let misread =
      hasDigits
      ? logistic(
        values[2] + values[3] * misreading + values[5] * doubt - values[7] * misreadTail) : 0
    let probability = min(1 - 1e-9, max(1e-9, chosen * (1 - misread)))
    // Of log p, or of log (1 - p), by the two inner sums.
    let outer = example.isRight ? -1 : probability / (1 - probability)
    let byShare = outer * (1 - chosen)
    let byMisreading = -outer * misread
    gradient[0] += byShare
    gradient[1] += byShare * share
    gradient[2] += byMisreading
    gradient[3] += byMisreading * misreading
    gradient[4] += byShare * doubt
    gradient[5] += byMisreading * doubt
    gradient[6] += byShare * shareTail
    gradient[7] -= byMisreading * misreadTail
  }
}
