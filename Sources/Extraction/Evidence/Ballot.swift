import Foundation
import Receipts

/// Turns candidates' evidence into probabilities that add up to one with "none of them" and with
/// their being misread.
struct Ballot<Value: Hashable & Codable & Sendable> {
  private var order: [Value] = []
  private var evidence: [Value: [Evidence]] = [:]
  private var lines: [Value: [Int]] = [:]

  mutating func add(_ value: Value, _ more: [Evidence], line: Int? = nil) {
    if evidence[value] == nil { order.append(value) }
    evidence[value, default: []] += more
    if let line, !(lines[value] ?? []).contains(line) { lines[value, default: []].append(line) }
  }

  /// - Parameter noneScore: the score of "none of these".
  func field(noneScore: Double) -> Field<Value> {
    let scores = order.map { (evidence[$0] ?? []).score }
    let most = max(noneScore, scores.max() ?? noneScore)
    let total = scores.reduce(exp(noneScore - most)) { $0 + exp($1 - most) }
    return Field(
      zip(order, scores).map { value, score in
        let evidence = evidence[value] ?? []
        return Candidate(
          value: value, probability: exp(score - most) / total * (1 - evidence.misreading),
          evidence: evidence, lines: lines[value] ?? [])
      })
  }
}
