import Foundation

/// How bad a rate may still be after so few bad ones were seen.
package enum BinomialBound {
  /// The one-sided upper 95 % bound of Clopper and Pearson: the largest rate at which seeing at
  /// most `bad` of `all` would still happen once in twenty times. Exact, and never too low.
  ///
  /// `nil` of nothing; 1 when all were bad.
  package static func upper(bad: Int, of all: Int) -> Double? {
    guard all > 0, (0...all).contains(bad) else { return nil }
    guard bad < all else { return 1 }
    var low = Double(bad) / Double(all)
    var high = 1.0
    // The sum falls as the rate grows; sixty halvings are more than a Double can tell apart.
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if probability(ofAtMost: bad, of: all, rate: middle) > 0.05 {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  private static func probability(ofAtMost bad: Int, of all: Int, rate: Double) -> Double {
    guard rate > 0 else { return 1 }
    guard rate < 1 else { return 0 }
    return (0...bad).reduce(0) { sum, count in
      let choices =
        lgamma(Double(all + 1)) - lgamma(Double(count + 1)) - lgamma(Double(all - count + 1))
      return sum + exp(choices + Double(count) * log(rate) + Double(all - count) * log1p(-rate))
    }
  }
}
