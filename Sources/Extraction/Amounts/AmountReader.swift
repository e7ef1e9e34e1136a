import Foundation

import Receipts

/// Decides which of a paper's numbers is the amount that was paid.
struct AmountReader {
  let weights: Weights
  let mallCurrency: Currency

  func field(_ lines: [PrintedLine]) -> (field: Field<Money>, signals: [Signal]) {
    let facts = AmountFacts(lines: lines, minorDigits: mallCurrency.minorDigits).facts
    let settlement = Settlement(facts, lines: lines)
    let currency = paperCurrency(facts, lines: lines)
    let usualHeight = lines.map(\.height).sorted()[safe: lines.count / 2] ?? 1
    var ballot = Ballot<Money>()
    let byValue = Dictionary(grouping: facts.filter { $0.minorUnits > 0 }, by: \.minorUnits)
    for (value, places) in byValue.sorted(by: { $0.value[0].order < $1.value[0].order }) {
      let evidence = self.evidence(
        for: value, places: places, settlement: settlement, usualHeight: usualHeight)
      // A number that nothing speaks for is no candidate.
      guard evidence.contains(where: { $0.weight > 0.9 }) else { continue }
      let isRefunded = places.filter { Self.supporting.contains($0.label ?? .quantity) }
        .contains { $0.token.isNegative }
      let money = Money(minorUnits: isRefunded ? -value : value, currency: currency)
      ballot.add(money, evidence)
      for place in places where Self.supporting.contains(place.label ?? .quantity) {
        ballot.add(money, [], line: place.line.index)
      }
      ballot.doubt(money, doubt(value, places: places, settlement: settlement))
    }
    let field = ballot.field(noneScore: weights("amount_none"))
    return (field, signals(field, facts: facts, settlement: settlement))
  }

  private static let supporting: Set<AmountLabel> = [
    .paid, .received, .due, .total, .means, .tendered, .subtotal,
  ]

  private func evidence(
    for value: Int64, places: [AmountFact], settlement: Settlement, usualHeight: Double
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    var byLabel: [AmountLabel: AmountFact] = [:]
    for place in places {
      guard let label = place.label else { continue }
      if place.likeness > byLabel[label]?.likeness ?? 0 { byLabel[label] = place }
    }
    for label in AmountLabel.allCases {
      guard let place = byLabel[label] else { continue }
      var code = "amount_label_\(label.rawValue)"
      if label == .received, settlement.hasChange,
        settlement.derived[value]?.contains(.tenderedMinusChange) != true
      {
        code = "amount_label_handed_over"
      }
      if label == .total, settlement.hasDiscount, !byLabel.keys.contains(.paid),
        settlement.derived[value]?.contains(.totalMinusDiscount) != true
      {
        evidence.append(weights.evidence("amount_total_before_discount"))
      }
      evidence.append(weights.evidence(code, times: place.likeness, place.phrase))
    }
    if byLabel.isEmpty { evidence.append(weights.evidence("amount_no_label")) }
    for rule in (settlement.derived[value] ?? []).sorted(by: { $0.rawValue < $1.rawValue }) {
      evidence.append(weights.evidence("amount_\(rule.rawValue)"))
    }
    let supports = Set(
      places.filter { Self.supporting.contains($0.label ?? .quantity) }.map(\.order)
    ).count
    if supports > 1 {
      evidence.append(weights.evidence("amount_repeated", times: Double(min(3, supports) - 1)))
    }
    if let tallest = places.filter({ Self.supporting.contains($0.label ?? .quantity) })
      .map(\.line.height).max(), tallest > 1.4 * usualHeight
    {
      evidence.append(weights.evidence("amount_large_print"))
    }
    if places.contains(where: \.token.hasSign) {
      evidence.append(weights.evidence("amount_currency_sign"))
    }
    let decimals = places.map(\.token.decimals).max() ?? 0
    evidence.append(weights.evidence(decimals > 0 ? "amount_decimals" : "amount_no_decimals"))
    return evidence
  }

  /// How likely the digits are misread: little when two readers agree, the value stands in two
  /// places, or a sum leads to it.
  private func doubt(_ value: Int64, places: [AmountFact], settlement: Settlement) -> Double {
    var doubt = 1.0
    for (_, onLine) in Dictionary(grouping: places, by: \.order) {
      let best = onLine.map { place in
        var one: Double
        switch place.token.agreement {
        case .agreed: one = weights("misread_agreed")
        case .alone: one = weights("misread_alone")
        case .disputed: one = weights("misread_disputed")
        }
        one += weights("misread_confidence") * (1 - place.token.leastConfidence)
        if place.token.isRepaired { one += weights("misread_repaired") }
        return min(0.9, one)
      }.min() ?? 0.5
      // Two places are not quite independent: fading and a font's weak digit strike both.
      doubt *= doubt == 1 ? best : max(best, weights("misread_again"))
    }
    if settlement.derived[value]?.isEmpty == false { doubt *= weights("misread_derived") }
    return min(0.9, doubt)
  }

  /// The currency that the paper names beside its numbers, where it is not the mall's.
  private func paperCurrency(_ facts: [AmountFact], lines: [PrintedLine]) -> Currency {
    var counts: [Currency: Int] = [:]
    for fact in facts {
      if let currency = fact.token.currency { counts[currency, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let most { return most }
    let words: [(String, Currency)] = [("港币", .hkd), ("HKD", .hkd), ("澳门币", .mop), ("新台币", .twd)]
    for line in lines {
      if let (_, currency) = words.first(where: { line.key.contains($0.0) }) { return currency }
    }
    return mallCurrency
  }

  private func signals(
    _ field: Field<Money>, facts: [AmountFact], settlement: Settlement
  ) -> [Signal] {
    guard let best = field.best?.value.minorUnits.magnitude else { return [] }
    let value = Int64(best)
    let capitals = settlement.derived.filter { $0.value.contains(.amountInCapitals) }.keys
    if let other = capitals.first, !capitals.contains(value) {
      return [
        Signal(
          "sum_mismatch",
          detail: Money(minorUnits: other, currency: mallCurrency).decimal)
      ]
    }
    let sums = settlement.derived.filter {
      $0.value.contains(.tenderedMinusChange)
    }.keys
    if !sums.isEmpty, !sums.contains(value) {
      return [
        Signal("sum_mismatch", detail: Money(minorUnits: sums.min() ?? 0, currency: mallCurrency).decimal)
      ]
    }
    return []
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
