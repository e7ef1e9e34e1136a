import Foundation

/// Steps down a gradient whose length does not depend on how often a value is touched
/// (D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015; its usual constants).
struct Adam {
  private var mean: [Double]
  private var square: [Double]
  private var steps = 0

  init(count: Int) {
    mean = [Double](repeating: 0, count: count)
    square = mean
  }

  /// One step of each value against its gradient.
  mutating func step(_ values: inout [Double], gradient: [Double], rate: Double) {
    steps += 1
    let (firstShare, secondShare) = (1 - pow(0.9, Double(steps)), 1 - pow(0.999, Double(steps)))
    for index in values.indices {
      mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
      square[index] = 0.999 * square[index] + 0.001 * gradient[index] * gradient[index]
      let first = mean[index] / firstShare
      let second = square[index] / secondShare
      values[index] -= rate * first / (second.squareRoot() + 1e-8)
    }
  }
}
