import Foundation

/// Learns how much evidence weighs: the weights under which the truths of labelled receipts are
/// most probable, held near those one starts from by a normal prior.
///
/// A candidate's probability is its share of the exponentials of the scores (multinomial logit).
/// Where no candidate is right, either none was printed or found, or the right one was misread; the
/// two share the blame by how likely each was, so that a misread amount teaches nothing about
/// labels.
package struct WeightTrainer: Sendable {
  /// How far a weight strays from where it started unless the receipts insist, nats: half of what
  /// tells a total from a subtotal.
  package var spread = 1.0
  package var steps = 400

  package init() {}

  /// - Parameter start: what is strayed from; also the weights the examples were made with.
  package func trained(on examples: [WeightExample], from start: Weights) -> Weights {
    let codes = Set(
      examples.flatMap { example in
        example.options.flatMap { ($0.counts + $0.misreadings).map(\.code) } + [example.noneCode]
      }
    ).sorted()
    let index = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let indexed = examples.map { Indexed($0, index: index) }
    let origin = codes.map { start($0) }
    var values = origin
    var descent = Adam(count: codes.count)
    for step in 1...max(1, steps) {
      var gradient = zip(values, origin).map { ($0 - $1) / (spread * spread) }
      for example in indexed { example.addGradient(of: values, to: &gradient) }
      let rate = 0.1 * (1 - 0.9 * Double(step) / Double(steps))
      descent.step(&values, gradient: gradient, rate: rate)
    }
    var trained = start
    for (code, value) in zip(codes, values) { trained.byCode[code] = value }
    return trained
  }

  /// An example with codes as indices.
  private struct Indexed {
    typealias Counts = [(code: Int, count: Double)]

    let options: [Counts]
    let misreadings: [Counts]
    let right: Set<Int>
    let none: Int

    init(_ example: WeightExample, index: [String: Int]) {
      func indexed(_ counts: [(code: String, count: Double)]) -> Counts {
        counts.compactMap { count in index[count.code].map { ($0, count.count) } }
      }
      options = example.options.map { indexed($0.counts) }
      misreadings = example.options.map { indexed($0.misreadings) }
      right = example.right
      none = index[example.noneCode] ?? 0
    }

    /// Adds the gradient of minus the truth's log-likelihood.
    func addGradient(of values: [Double], to gradient: inout [Double]) {
      guard !options.isEmpty else { return }
      func sum(_ counts: Counts) -> Double { counts.reduce(0) { $0 + values[$1.code] * $1.count } }
      let scores = options.map(sum)
      let misread = misreadings.map { $0.isEmpty ? 0 : logistic(sum($0)) }
      let noneScore = values[none]
      let most = max(noneScore, scores.max() ?? noneScore)
      let parts = scores.map { exp($0 - most) }
      let nonePart = exp(noneScore - most)
      let total = parts.reduce(nonePart, +)
      // How the truth is shared among what may have led to it.
      var blames = zip(parts, misread).map { $0 * $1 }
      var noneBlame = nonePart
      if !right.isEmpty {
        noneBlame = 0
        for option in parts.indices {
          blames[option] = right.contains(option) ? parts[option] * (1 - misread[option]) : 0
        }
      }
      let all = max(blames.reduce(noneBlame, +), .leastNormalMagnitude)
      for option in options.indices {
        let blame = blames[option] / all
        let difference = parts[option] / total - blame
        for count in options[option] { gradient[count.code] += difference * count.count }
        let misreadDifference =
          right.isEmpty ? -blame * (1 - misread[option]) : blame * misread[option]
        for count in misreadings[option] {
          gradient[count.code] += misreadDifference * count.count
        }
      }
      gradient[none] += nonePart / total - noneBlame / all
    }
  }
}
