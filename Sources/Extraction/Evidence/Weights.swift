import Receipts

/// How much each piece of evidence adds to a candidate's log-odds, in nats.
///
/// A candidate's score is the sum of its evidence; candidates of one field, with the possibility
/// that none is right, share probability by the exponentials of their scores.
package struct Weights: Sendable, Hashable, Codable {
  package var byCode: [String: Double]

  package init(byCode: [String: Double]) { self.byCode = byCode }

  func callAsFunction(_ code: String) -> Double { byCode[code] ?? 0 }

  func evidence(_ code: String, times factor: Double = 1, _ detail: String? = nil) -> Evidence {
    Evidence(code, weight: self(code) * factor, detail: detail)
  }
}
