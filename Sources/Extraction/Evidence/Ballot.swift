import Foundation

import Receipts

/// Turns candidates' evidence into probabilities that add up to one with "none of them".
struct Ballot<Value: Hashable & Codable & Sendable> {
  private var order: [Value] = []
  private var evidence: [Value: [Evidence]] = [:]
  private var lines: [Value: [Int]] = [:]
  /// Which share of a candidate's probability is lost because it may be misread, 0…1.
  private var doubts: [Value: Double] = [:]

  /// By how much the hand-set weights are sharper together than one by one: found on press malls 1
  /// to 3 (made-up pages, and 160 photographs of mall 2), where sums of evidence were right more
  /// often than they said. To be replaced when weights are learned.
  private static var sharpness: Double { 1.3 }

  mutating func add(_ value: Value, _ more: [Evidence], line: Int? = nil) {
    if evidence[value] == nil { order.append(value) }
    evidence[value, default: []] += more
    if let line, !(lines[value] ?? []).contains(line) { lines[value, default: []].append(line) }
  }

  mutating func doubt(_ value: Value, _ probability: Double) { doubts[value] = probability }

  /// - Parameter noneScore: the score of "none of these".
  func field(noneScore: Double) -> Field<Value> {
    let scores = order.map { value in
      (evidence[value] ?? []).reduce(0) { $0 + $1.weight } * Self.sharpness
    }
    let noneScore = noneScore * Self.sharpness
    let most = max(noneScore, scores.max() ?? noneScore)
    let total = scores.reduce(exp(noneScore - most)) { $0 + exp($1 - most) }
    return Field(
      zip(order, scores).map { value, score in
        Candidate(
          value: value,
          probability: exp(score - most) / total * (1 - (doubts[value] ?? 0)),
          evidence: evidence[value] ?? [], lines: lines[value] ?? [])
      })
  }
}
