/// What the numbers of a paper say of each other: which sums add up.
///
/// All amounts are in hundredths.
struct Settlement: Sendable {
  /// Values that follow from others, with the rules that make them.
  var derived: [Int64: Set<Rule>] = [:]
  /// Values that something may lead to by chance: they confirm an amount, and speak for none.
  var confirmed: Set<Int64> = []
  /// Values that something was taken off from, or added to, with the rest printed too.
  var superseded: Set<Int64> = []
  /// Those of them below which the rest is told, and what was taken off in between.
  var reduced: Set<Int64> = []
  /// Values that change was given on.
  var handedOver: Set<Int64> = []
  /// Values that are one of several payments or accounts of a printed whole.
  var parts: Set<Int64> = []
  /// What must have been paid by an account of the paper's: by handed over and given back, in
  /// capitals, by items less deductions, by points.
  var accounts: [Account: Set<Int64>] = [:]
  var hasChange = false
  let hasDeduction: Bool

  enum Rule: String, Sendable {
    case sumOfItems = "sum_of_items"
    case possibleSumOfItems = "possible_sum_of_items"
    case totalMinusDiscount = "total_minus_discount"
    case totalPlusSurcharge = "total_plus_surcharge"
    case rounded
    case tenderedMinusChange = "tendered_minus_change"
    case sumOfMeans = "sum_of_means"
    case sumOfTotals = "sum_of_totals"
    case amountInCapitals = "amount_in_capitals"
    case pointsEarned = "points_earned"
    case taxShare = "tax_share"
    case balanceDifference = "balance_difference"
  }

  enum Account: Sendable, CaseIterable {
    case change, capitals, items, points
  }

  let facts: [AmountFact]
  let byValue: [Int64: [AmountFact]]
  let showsDecimals: Bool
  /// What the first number of a line may be, by the line's position.
  let firsts: [Int: Set<Int64>]
  /// All that the paper's deductions and surcharges may come to.
  var changes: Set<Int64> = []
  /// Where items stand, by position from the top of the paper.
  var items: Set<Int> = []
  /// What several items come to.
  var sumsOfSeveral: Set<Int64> = []
  var given: Set<Int64> = []
  /// What each total of the paper may be, by place: two where readers differ.
  var totals: [[Int64]] = []
  var subtotals: [[Int64]] = []
  var itemSums: [[Int64]] = []
  var payments: [[Int64]] = []
  /// Pairs of amounts under one label, one of which was written beside the other.
  let doubled: [[Int64]]
  let rows: [PricedRow]
  /// What rows come to of which each proves itself; 0 where there are none.
  let weighed: Int64
  /// What labels say is taken off, each once.
  let reduction: Int64
  /// Lines that name a balance or points and tell no amount of them, by position.
  let unreadBalances: Set<Int>
  /// Readers agree on points that were earned.
  var arePointsCertain = false
  /// Values that stand where the amount paid may stand.
  let printed: Set<Int64>

  init(_ found: AmountFacts, lines: [PrintedLine]) {
    facts = found.facts
    byValue = Dictionary(grouping: facts, by: \.hundredths)
    firsts = Dictionary(grouping: facts.filter { $0.place == 0 }, by: \.order)
      .mapValues { Set($0.map(\.hundredths)) }
    doubled = Self.doubled(facts)
    rows = lines.compactMap { PricedRow($0.text) }
    weighed = lines.compactMap { WeighedRow.amount(in: $0.text) }.reduce(0, +)
    unreadBalances = found.unreadBalances
    reduction = Self.reduction(facts)
    showsDecimals = found.showsDecimals
    hasDeduction = found.hasDeduction
    let places = facts.filter { !$0.isInSentence && ($0.isSupporting || $0.label == .tax) }
    // Beside amounts that were paid, one that is given back is a part of the account.
    let isAllBack = places.allSatisfy { $0.token.isNegative }
    printed = Set(
      places.filter { isAllBack || !$0.token.isNegative }.map(\.hundredths).filter { $0 > 0 })
    addChange()
    let items = ItemTable(found, lines: lines)
    self.items = items.lines
    let shifts = shifts(items)
    addDeductions(shifts, items: items)
    addUnnamedDeductions()
    addRates(lines, items)
    addPossible(items.sumsWithoutOthers, shifts)
    let unlabelled = addUnlabelled(items)
    addItems(items)
    addMeans()
    addTotals()
    addGroups()
    addRounding()
    addCapitals(lines)
    addPoints()
    addTax()
    addTaxRows(lines)
    addBalances()
    totals = Self.places(
      of: facts.filter {
        $0.isStrongTotal && ($0.coverage > 0.5 || $0.likeness == 1) && isMoney($0)
          && !$0.isOfPiece && $0.isLikelyMoney
      })
    let subtotals = facts.filter {
      $0.label == .subtotal && $0.isStrong && !$0.isOfPiece && $0.isLikelyMoney
    }
    self.subtotals = Self.places(of: subtotals)
    itemSums = Self.places(
      of: subtotals.filter { fact in
        isMoney(fact) && Self.itemSumLabels.contains { fact.phrase?.hasPrefix($0) ?? false }
      })
    // Cash that no change was given on is what was paid.
    let payments: Set<AmountLabel> = hasChange ? [.means] : [.means, .tendered]
    self.payments = Self.places(
      of: facts.filter {
        guard !$0.isBesideMask else { return false }
        return $0.label.map(payments.contains) ?? false && $0.isStrong && $0.isLikelyMoney
          || !hasChange && $0.isNamedPayment && $0.place == 0 && !$0.isInSentence && isMoney($0)
      })
    addRoundCash()
    given = Set(values([.received, .tendered, .means]))
    changes = Set(shifts.map(\.change)).union(unlabelled)
  }

  static let itemSumLabels = ["SUBTOTAL", "小计"]

  /// Printed as the paper prints money: `TOTAL QTY: 5` is none where totals show decimals.
  func isMoney(_ fact: AmountFact) -> Bool {
    !showsDecimals || fact.token.decimals > 0 || fact.token.hasSign
  }

  func values(_ labels: Set<AmountLabel>) -> [Int64] {
    var seen = Set<Int64>()
    return facts.filter { !$0.token.isSecondGuess && $0.label.map(labels.contains) ?? false }
      .map(\.hundredths)
      .filter { $0 > 0 && seen.insert($0).inserted }
  }

  mutating func derive(_ value: Int64, _ rule: Rule) {
    derived[value, default: []].insert(rule)
  }
}
