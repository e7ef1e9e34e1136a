/// What the numbers of a paper say of each other: which sums add up.
struct Settlement: Sendable {
  /// Values that follow from others, with the rule that makes them.
  var derived: [Int64: Set<Rule>] = [:]
  /// Change was given: what is labelled as received was handed over.
  var hasChange = false
  /// Something was taken off between the total and what was paid.
  var hasDiscount = false

  enum Rule: String, Sendable {
    case sumOfItems = "sum_of_items"
    case totalMinusDiscount = "total_minus_discount"
    case totalPlusSurcharge = "total_plus_surcharge"
    case tenderedMinusChange = "tendered_minus_change"
    case sumOfMeans = "sum_of_means"
    case amountInCapitals = "amount_in_capitals"
  }

  init(_ facts: [AmountFact], lines: [PrintedLine]) {
    addChange(facts)
    addDiscounts(facts)
    addItems(facts)
    addMeans(facts)
    for line in lines {
      for text in line.texts {
        if let value = ChineseCapitals.hundredths(in: text.text) {
          derived[value, default: []].insert(.amountInCapitals)
        }
      }
    }
  }

  private static func values(_ facts: [AmountFact], _ labels: Set<AmountLabel>) -> [Int64] {
    var seen = Set<Int64>()
    return facts.filter { $0.label.map(labels.contains) ?? false }.map(\.minorUnits)
      .filter { $0 > 0 && seen.insert($0).inserted }
  }

  private mutating func addChange(_ facts: [AmountFact]) {
    let change = Self.values(facts, [.change])
    hasChange = !change.isEmpty
    for back in change {
      for given in Self.values(facts, [.received, .tendered, .means, .paid]) where given > back {
        derived[given - back, default: []].insert(.tenderedMinusChange)
      }
    }
  }

  /// Rounding goes either way.
  private static let roundings: Set<String> = ["ROUNDING", "ROUNDADJ", "舍入", "抹零"]

  private mutating func addDiscounts(_ facts: [AmountFact]) {
    let totals = Self.values(facts, [.total, .subtotal, .due])
    for fact in facts.prefix(80) where Self.roundings.contains(fact.phrase ?? "") {
      for total in totals.prefix(8) where fact.minorUnits < 100 && fact.minorUnits > 0 {
        derived[total + fact.minorUnits, default: []].insert(.totalMinusDiscount)
      }
    }
    var off = Self.values(facts, [.discount]).filter { value in !totals.contains(value) }
    off = Array(off.prefix(6))
    hasDiscount = !off.isEmpty
    let extra = Array(Self.values(facts, [.surcharge, .tax]).prefix(4))
    for total in totals.prefix(8) {
      for value in off where value < total {
        derived[total - value, default: []].insert(.totalMinusDiscount)
      }
      let all = off.reduce(0, +)
      if off.count > 1, all < total {
        derived[total - all, default: []].insert(.totalMinusDiscount)
      }
      for value in extra {
        derived[total + value, default: []].insert(.totalPlusSurcharge)
        if !off.isEmpty, all < total + value {
          derived[total + value - all, default: []].insert(.totalMinusDiscount)
        }
      }
    }
  }

  /// The last number of each line without a label, above the first line that has a total's.
  private mutating func addItems(_ facts: [AmountFact]) {
    let closing: Set<AmountLabel> = [.total, .subtotal, .due, .paid, .received]
    guard
      let end = facts.first(where: { $0.label.map(closing.contains) ?? false && $0.order > 2 })?
        .order
    else { return }
    var last: [Int: Int64] = [:]
    for fact in facts where fact.order < end && fact.label == nil {
      last[fact.order] = fact.token.isNegative ? -fact.minorUnits : fact.minorUnits
    }
    guard !last.isEmpty, last.count <= 60 else { return }
    let sum = last.values.reduce(0, +)
    if sum > 0 { derived[sum, default: []].insert(.sumOfItems) }
  }

  private mutating func addMeans(_ facts: [AmountFact]) {
    let means = Self.values(facts, [.means, .tendered])
    guard means.count >= 2, means.count <= 5 else { return }
    derived[means.reduce(0, +), default: []].insert(.sumOfMeans)
  }
}
