import Receipts

/// Decides which of a paper's numbers is the amount that was paid.
struct AmountReader {
  let weights: Weights
  let mallCurrency: Currency
  /// Of the counter's layout, where it has one.
  let layout: LayoutEvidence?

  func field(_ found: AmountFacts, lines: [PrintedLine]) -> (field: Field<Money>, signals: [Signal])
  {
    let settlement = Settlement(found, lines: lines)
    let currency = PaperCurrency.named(by: found.facts, lines: lines, mall: mallCurrency)
    let style = PrintStyle(found.facts, usualHeight: lines.usualHeight)
    let misreading = Misreading(weights: weights, lines: lines)
    let paid = paidPlaces(found.facts)
    var ballot = Ballot<Money>()
    let byValue = Dictionary(grouping: found.facts.filter { $0.hundredths > 0 }, by: \.hundredths)
    for (value, places) in byValue.sorted(by: { $0.key < $1.key }) {
      let evidence =
        self.evidence(for: value, places: places, settlement: settlement, style: style)
        + layoutEvidence(places, among: found)
      // A number that nothing speaks for is no candidate; one without a label may be any.
      guard
        evidence.contains(where: {
          $0.weight > 0 && $0.code != "amount_decimals" || $0.code == "amount_no_label"
        }),
        let money = Self.money(value, currency, isNegative: isNegative(places))
      else { continue }
      ballot.add(money, evidence)
      if isUnneeded(value, places: places, among: found.facts, settlement: settlement) {
        ballot.add(money, [weights.evidence("amount_guess_unneeded")])
      }
      for place in places where place.isSupporting { ballot.add(money, [], line: place.lineIndex) }
      ballot.add(
        money, self.misreading(value, places: places, settlement: settlement, misreading))
      if paid.contains(where: { isTorn(value, at: $0, among: found.facts) }) {
        ballot.add(money, [weights.evidence("misread_torn_total")])
      }
    }
    let field = ballot.field(noneScore: weights("amount_none"))
    return (field, signals(field, settlement: settlement, unreadTotals: found.unreadTotals))
  }

  /// A reader's second guess that leads nowhere, where its first adds up.
  private func isUnneeded(
    _ value: Int64, places: [AmountFact], among all: [AmountFact], settlement: Settlement
  ) -> Bool {
    let orders = Set(places.map(\.order))
    return places.allSatisfy(\.token.isSecondGuess) && settlement.derived[value] == nil
      && all.contains { fact in
        orders.contains(fact.order) && !fact.token.isSecondGuess
          && Settlement.differInOneDigit(value, fact.hundredths)
          && !(settlement.derived[fact.hundredths] ?? []).subtracting(Self.weakRules).isEmpty
      }
  }

  /// That a value is a rounder one, or may be a sum, says little of its digits.
  private static let weakRules: Set<Settlement.Rule> = [
    .rounded, .pointsEarned, .taxShare, .possibleSumOfItems,
  ]

  /// What stands beside words for what was paid, by line, as each reader sees it.
  private func paidPlaces(_ all: [AmountFact]) -> [[AmountFact]] {
    let seen = all.filter { fact in
      !fact.token.isSecondGuess && fact.likeness == 1 && fact.coverage >= 0.5 && fact.place == 0
        && fact.label.map(AmountLabel.wholes.contains) ?? false
    }
    return Array(Dictionary(grouping: seen, by: \.order).values)
  }

  /// Who changes a digit with a pen or another print leaves one that readers do not agree on: all
  /// of them see another amount there, or one of PP-OCRv6's sees another digit.
  ///
  /// - Parameter all: of the paper's; what others tell elsewhere counts.
  private func isTorn(
    _ value: Int64, at place: [AmountFact], among all: [AmountFact]
  ) -> Bool {
    let isHere = place.contains { $0.hundredths == value }
    let isDisputed = place.contains {
      $0.token.support.isByPaddle && Self.isOtherDigit($0.hundredths, than: value)
    }
    if isHere, isDisputed { return true }
    let isSplit =
      place.allSatisfy { $0.token.support.readers.count == 1 }
      && place.contains { $0.token.support.isByPaddle && $0.token.support.rivals.count > 1 }
    guard isSplit else { return false }
    let others = all.filter { $0.order != place.first?.order }
    guard isHere else {
      return !others.contains { other in
        other.isStrongTotal && place.contains { $0.hundredths == other.hundredths }
      }
    }
    let isAgreed = others.contains {
      $0.hundredths == value && $0.isSupporting && $0.label != nil
        && [.agreed, .witnessed].contains($0.token.support.standing)
    }
    let areSlips = place.allSatisfy {
      !$0.token.support.isByPaddle || Self.isSlip($0.hundredths, of: value)
    }
    return !(isAgreed && areSlips)
  }

  /// What readers make of genuine print: one of two like digits beside each other is lost, 72.00 of
  /// 722.00, a zero with a stroke becomes an 8, or the point is lost. Who puts a digit in changes
  /// more.
  private static func isSlip(_ seen: Int64, of value: Int64) -> Bool {
    if seen == value * 100 { return true }
    let (seen, digits) = (Array(String(seen).utf8), Array(String(value).utf8))
    if seen.count == digits.count {
      return zip(seen, digits).allSatisfy {
        $0 == $1 || $0 == UInt8(ascii: "8") && $1 == UInt8(ascii: "0")
      }
    }
    return seen.count < digits.count && withoutRepeats(seen) == withoutRepeats(digits)
  }

  private static func withoutRepeats(_ digits: [UInt8]) -> [UInt8] {
    digits.indices.filter { $0 == 0 || digits[$0] != digits[$0 - 1] }.map { digits[$0] }
  }

  /// One digit differs, and is no zero with a stroke: 927.16 and 227.16. Of 930 credits of three
  /// presses none that was right had one.
  private static func isOtherDigit(_ other: Int64, than value: Int64) -> Bool {
    let (seen, digits) = (Array(String(other).utf8), Array(String(value).utf8))
    guard seen.count == digits.count else { return false }
    let differing = digits.indices.filter { seen[$0] != digits[$0] }
    return differing.count == 1 && digits[differing[0]] != UInt8(ascii: "0")
  }

  private func layoutEvidence(_ places: [AmountFact], among all: AmountFacts) -> [Evidence] {
    guard let layout else { return [] }
    let known = all.facts.contains {
      $0.layoutLabel.map { layout.layout.amountLabels[$0] != nil } ?? false
    }
    return layout.amount(
      labels: places.compactMap(\.layoutLabel), isElsewhere: known, isReduced: all.hasDeduction)
  }

  /// `nil` where the currency has no such part: yen know no hundredths.
  private static func money(_ hundredths: Int64, _ currency: Currency, isNegative: Bool) -> Money? {
    let perUnit = 100 / currency.minorUnitsPerUnit
    guard hundredths % perUnit == 0, hundredths / perUnit <= Money.minorUnitsMax else { return nil }
    let units = hundredths / perUnit
    return Money(minorUnits: isNegative ? -units : units, currency: currency)
  }

  /// Whether the places that tell it best print it with a minus.
  private func isNegative(_ places: [AmountFact]) -> Bool {
    let best = places.map(labelWeight).max() ?? 0
    // 微信(60.88) below 合计 60.88 is no refund.
    let supporting = places.filter(\.isSupporting)
    // Nor is 支付宝 -60.88 below it.
    let totals = supporting.filter { $0.label.map(AmountLabel.totals.contains) ?? false }
    if !totals.isEmpty, !totals.contains(where: \.token.isNegative) { return false }
    guard supporting.allSatisfy(\.token.isNegative) || supporting.contains(where: isMinus) else {
      return false
    }
    return places.contains { labelWeight($0) == best && $0.isSupporting && $0.token.isNegative }
  }

  private func isMinus(_ place: AmountFact) -> Bool {
    place.token.isNegative && !place.token.isBracketed
  }

  private func labelWeight(_ place: AmountFact) -> Double {
    guard let label = place.label else { return 0 }
    let weight = weights("amount_label_\(label.rawValue)")
    return weight * place.likeness * (place.coverage >= 0.5 || weight < 0 ? 1 : 0.6)
  }

  private func evidence(
    for value: Int64, places: [AmountFact], settlement: Settlement, style: PrintStyle
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    let supporting = places.filter(\.isSupporting)
    let telling = (supporting.isEmpty ? places : supporting)
    let best = telling.max { labelWeight($0) < labelWeight($1) }
    if let best, let label = best.label {
      let code = "amount_label_\(label.rawValue)"
      evidence.append(Evidence(code, weight: labelWeight(best), detail: best.phrase))
    } else {
      evidence.append(weights.evidence("amount_no_label"))
    }
    let lines = Set(supporting.map(\.order)).count
    if lines > 1 {
      evidence.append(weights.evidence("amount_repeated", times: Double(min(3, lines) - 1)))
    }
    evidence += sums(value, places: supporting, settlement: settlement)
    if let tallest = supporting.map(\.height).max(), tallest > 1.4 * style.usualHeight {
      evidence.append(weights.evidence("amount_large_print"))
    }
    if let best, best.isLoose { evidence.append(weights.evidence("amount_loose_label")) }
    if places.allSatisfy({ $0.token.support.standing == .overruled }) {
      evidence.append(weights.evidence("amount_overruled"))
    }
    if places.allSatisfy(\.token.isSecondGuess) {
      evidence.append(weights.evidence("amount_second_guess"))
      if places.allSatisfy(\.token.isAgainstTwo) {
        evidence.append(weights.evidence("amount_guess_against_two"))
      }
    }
    if places.contains(where: \.token.hasSign) {
      evidence.append(weights.evidence("amount_currency_sign"))
    }
    evidence.append(style.evidence(of: places, weights: weights))
    return evidence
  }

  /// What other numbers say of this one.
  private func sums(
    _ value: Int64, places: [AmountFact], settlement: Settlement
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    let rules = settlement.derived[value] ?? []
    // 合计 18.00, 会员减免 -3.60, 应收 14.40, 舍去 -0.40, 实收 14.00: what led to 14.40 says nothing
    // for it where less was paid.
    let led = settlement.reduced.contains(value) ? [] : rules
    for rule in led.sorted(by: { $0.rawValue < $1.rawValue }) {
      evidence.append(weights.evidence("amount_\(rule.rawValue)"))
    }
    if settlement.superseded.contains(value) {
      evidence.append(weights.evidence("amount_superseded"))
    }
    if settlement.handedOver.contains(value) {
      evidence.append(weights.evidence("amount_handed_over"))
    } else if settlement.hasChange, !rules.contains(.tenderedMinusChange),
      places.allSatisfy({ [.received, .tendered].contains($0.label) })
    {
      evidence.append(weights.evidence("amount_perhaps_handed_over"))
    }
    if settlement.parts.contains(value) { evidence.append(weights.evidence("amount_part")) }
    if settlement.hasDeduction, !rules.contains(.totalMinusDiscount),
      !places.contains(where: { $0.label == .paid })
    {
      evidence.append(weights.evidence("amount_perhaps_before_discount"))
    }
    let conflicts = settlement.conflicts(with: value)
    if !conflicts.isEmpty {
      evidence.append(weights.evidence("amount_conflict", times: conflicts.count > 1 ? 1.3 : 1))
    }
    return evidence
  }

  private func misreading(
    _ value: Int64, places: [AmountFact], settlement: Settlement, _ misreading: Misreading
  ) -> [Evidence] {
    // Points tell nothing of the cents, and a tax little.
    let rules = (settlement.derived[value] ?? []).subtracting([.rounded, .pointsEarned, .taxShare])
    let amounts = places.filter { $0.label != .points }
    return misreading.evidence(
      "misread_amount",
      of: (amounts.isEmpty ? places : amounts).map { place in
        Misreading.Place(
          support: place.token.support, confidence: place.token.leastConfidence,
          isRepaired: place.token.isRepaired, isUneven: place.token.isUneven,
          isCut: place.token.isOpen, line: place.order)
      }, isDerived: !rules.isEmpty)
  }

  private func signals(
    _ field: Field<Money>, settlement: Settlement, unreadTotals: [Int64?]
  ) -> [Signal] {
    guard let best = field.best?.value else { return [] }
    let hundredths = best.hundredths
    var signals: [Signal] = []
    if let other = settlement.conflicts(with: hundredths).first {
      let money = Self.money(other.hundredths, best.currency, isNegative: false)
      signals.append(
        Signal("sum_mismatch", detail: money?.decimal, ground: other.ground.rawValue))
    } else if unreadTotals.contains(where: { total in
      // 实收978.00年 is what was read elsewhere.
      total.map { $0 != hundredths } ?? true
    }) {
      signals.append(Signal("sum_mismatch"))
    }
    // That it is a rounder number than another proves little.
    let rules = (settlement.derived[hundredths] ?? []).subtracting([.rounded])
    if rules.isEmpty, !settlement.confirmed.contains(hundredths) {
      signals.append(Signal("amount_unconfirmed"))
    }
    return signals
  }
}
