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
  private static let steps = 3_000

  package init() {}

  /// The most likely calibration. It is never surer than one error in as many receipts as it was
  /// made from, and one.
  package func trained(on examples: [Example]) -> Calibration {
    var values = [0.0, 1, 0, 1]
    let origin = values
    let spreads = [Self.offsetSpread, Self.slopeSpread, Self.offsetSpread, Self.slopeSpread]
    var descent = Adam(count: values.count)
    for step in 1...Self.steps {
      var gradient = values.indices.map { (values[$0] - origin[$0]) / pow(spreads[$0], 2) }
      for example in examples { Self.addGradient(of: values, example, to: &gradient) }
      let rate = 0.03 * (1 - 0.95 * Double(step) / Double(Self.steps))
      descent.step(&values, gradient: gradient, rate: rate)
      // More evidence never makes a field less sure.
      values[1] = max(0.1, values[1])
      values[3] = max(0.1, values[3])
    }
    let count = Double(examples.count)
    return Calibration(
      shareOffset: values[0], shareSlope: values[1], misreadOffset: values[2],
      misreadSlope: values[3], ceiling: (count + 1) / (count + 2))
  }

  /// Adds the gradient of minus the log-likelihood of one field's being right or not.
  private static func addGradient(
    of values: [Double], _ example: Example, to gradient: inout [Double]
  ) {
    let share = logOdds(example.odds.share)
    let chosen = logistic(values[0] + values[1] * share)
    let hasDigits = example.odds.misreading > 0
    let misreading = hasDigits ? logOdds(example.odds.misreading) : 0
    let misread = hasDigits ? logistic(values[2] + values[3] * misreading) : 0
    let probability = min(1 - 1e-9, max(1e-9, chosen * (1 - misread)))
    // Of log p, or of log (1 - p), by the two inner sums.
    let outer = example.isRight ? -1 : probability / (1 - probability)
    let byShare = outer * (1 - chosen)
    let byMisreading = -outer * misread
    gradient[0] += byShare
    gradient[1] += byShare * share
    gradient[2] += byMisreading
    gradient[3] += byMisreading * misreading
  }
}
