package import Receipts

/// One field of one labelled receipt, as learning sees it.
package struct WeightExample: Sendable {
  /// A candidate's evidence as how often each code counts, without what it weighs.
  struct Option: Sendable {
    var counts: [(code: String, count: Double)]
    /// The same of what speaks of its being misread; empty where nothing can be.
    var misreadings: [(code: String, count: Double)]
  }

  package let field: FieldName
  let options: [Option]
  /// Which options are right; none when the truth is not among them.
  let right: Set<Int>
  /// The code of the score that "none of them" has.
  let noneCode: String

  /// - Parameters:
  ///   - field: of a reading made with these weights, not calibrated.
  ///   - isRight: whether a candidate's value is the truth.
  package init<Value>(
    _ name: FieldName, _ field: Field<Value>, weights: Weights, isRight: (Value) -> Bool
  ) {
    self.field = name
    noneCode = Self.noneCode(of: name)
    func counts(_ evidence: [Evidence]) -> [(code: String, count: Double)] {
      evidence.compactMap { evidence in
        let weight = weights(evidence.code)
        return weight == 0 ? nil : (evidence.code, evidence.weight / weight)
      }
    }
    options = field.candidates.map { candidate in
      Option(
        counts: counts(candidate.evidence.filter { !$0.isMisreading }),
        misreadings: counts(candidate.evidence.filter(\.isMisreading)))
    }
    right = Set(field.candidates.indices.filter { isRight(field.candidates[$0].value) })
  }

  private static func noneCode(of field: FieldName) -> String {
    switch field {
    case .kind: "kind_none"
    case .counter: "counter_none"
    case .amount: "amount_none"
    case .time: "time_none"
    case .receiptNumber: "number_none"
    }
  }
}
