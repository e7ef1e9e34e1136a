import Receipts

/// How a paper writes its amounts, which tells them from other numbers.
struct PrintStyle {
  let usualHeight: Double
  /// Which share of the labelled amounts shows decimals.
  private let decimalShare: Double
  private let isKnown: Bool
  /// No number of the paper shows any.
  private let hasNoDecimals: Bool

  init(_ facts: [AmountFact], usualHeight: Double) {
    self.usualHeight = usualHeight
    let labelled = facts.filter { $0.label.map(AmountLabel.totals.contains) ?? false }
    let withDecimals = labelled.count { $0.token.decimals > 0 }
    decimalShare = labelled.isEmpty ? 0 : Double(withDecimals) / Double(labelled.count)
    isKnown = labelled.count >= 2
    hasNoDecimals = facts.allSatisfy { $0.token.decimals == 0 }
  }

  private func isTold(_ places: [AmountFact]) -> Bool {
    places.contains {
      $0.label.map(AmountLabel.totals.contains) ?? false && $0.likeness == 1 && $0.coverage >= 0.5
        && !$0.isLoose && !$0.isInSentence
    }
  }

  func evidence(of places: [AmountFact], weights: Weights) -> Evidence {
    let decimals = places.map(\.token.decimals).max() ?? 0
    let hasSign = places.contains(where: \.token.hasSign)
    if decimals > 0 { return weights.evidence("amount_decimals") }
    let value = places[0].hundredths
    if !hasSign, value >= 10_000_000 { return weights.evidence("amount_like_a_code") }
    if isKnown, decimalShare >= 0.6 { return weights.evidence("amount_unlike_others") }
    // 合计 328, 实收 279: a till that prints none of them.
    // 12800 told once may be 128.00 without its point.
    let isTwice = Set(places.map(\.order)).count > 1
    let printsNone = (isKnown || hasNoDecimals && isTwice) && decimalShare == 0
    return weights.evidence("amount_no_decimals", times: printsNone && isTold(places) ? 0.35 : 1)
  }
}
