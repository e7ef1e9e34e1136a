/// What the numbers of a paper say of each other: which sums add up.
///
/// All amounts are in hundredths.
struct Settlement: Sendable {
  /// Values that follow from others, with the rules that make them.
  private(set) var derived: [Int64: Set<Rule>] = [:]
  /// Values that something was taken off from, or added to, with the rest printed too.
  private(set) var superseded: Set<Int64> = []
  /// Values that change was given on.
  private(set) var handedOver: Set<Int64> = []
  /// Values that are one of several payments or accounts of a printed whole.
  private(set) var parts: Set<Int64> = []
  /// What must have been paid by an account of the paper's: by handed over and given back, in
  /// capitals, by items less deductions, by points.
  private(set) var accounts: [Account: Set<Int64>] = [:]
  private(set) var hasChange = false
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

  private let facts: [AmountFact]
  private let byValue: [Int64: [AmountFact]]
  private let showsDecimals: Bool
  /// What the first number of a line may be, by the line's position.
  private let firsts: [Int: Set<Int64>]
  /// All that the paper's deductions and surcharges may come to.
  private var changes: Set<Int64> = []
  /// Where items stand, by position from the top of the paper.
  private var items: Set<Int> = []
  private var given: Set<Int64> = []
  /// What each total of the paper may be, by place: two where readers differ.
  private var totals: [[Int64]] = []
  private var subtotals: [[Int64]] = []
  private var itemSums: [[Int64]] = []
  private var payments: [[Int64]] = []
  /// Pairs of amounts under one label, one of which was written beside the other.
  private let doubled: [[Int64]]
  private let rows: [PricedRow]
  /// Readers agree on points that were earned.
  private var arePointsCertain = false
  /// Values that stand where the amount paid may stand.
  private let printed: Set<Int64>

  init(_ found: AmountFacts, lines: [PrintedLine]) {
    facts = found.facts
    byValue = Dictionary(grouping: facts, by: \.hundredths)
    firsts = Dictionary(grouping: facts.filter { $0.place == 0 }, by: \.order)
      .mapValues { Set($0.map(\.hundredths)) }
    doubled = Self.doubled(facts)
    rows = lines.compactMap { PricedRow($0.text) }
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
    let shifts = shifts()
    addDeductions(shifts, items: items)
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
      })
    let subtotals = facts.filter { $0.label == .subtotal && $0.isStrong }
    self.subtotals = Self.places(of: subtotals)
    itemSums = Self.places(
      of: subtotals.filter { fact in
        isMoney(fact) && Self.itemSumLabels.contains { fact.phrase?.hasPrefix($0) ?? false }
      })
    // Cash that no change was given on is what was paid.
    let payments: Set<AmountLabel> = hasChange ? [.means] : [.means, .tendered]
    self.payments = Self.places(
      of: facts.filter {
        $0.label.map(payments.contains) ?? false && $0.isStrong
          || !hasChange && $0.isNamedPayment && $0.place == 0 && !$0.isInSentence
      })
    given = Set(values([.received, .tendered, .means]))
    changes = Set(shifts.map(\.change)).union(unlabelled)
  }

  private static let itemSumLabels = ["SUBTOTAL", "小计"]

  /// Printed as the paper prints money: `TOTAL QTY: 5` is none where totals show decimals.
  private func isMoney(_ fact: AmountFact) -> Bool {
    !showsDecimals || fact.token.decimals > 0 || fact.token.hasSign
  }

  private func values(_ labels: Set<AmountLabel>) -> [Int64] {
    var seen = Set<Int64>()
    return facts.filter { !$0.token.isSecondGuess && $0.label.map(labels.contains) ?? false }
      .map(\.hundredths)
      .filter { $0 > 0 && seen.insert($0).inserted }
  }

  private mutating func derive(_ value: Int64, _ rule: Rule) {
    derived[value, default: []].insert(rule)
  }

  // MARK: Change

  private mutating func addChange() {
    let changes = values([.change])
    guard !changes.isEmpty else { return }
    hasChange = true
    // 预收 is a deposit elsewhere, and here what was handed over.
    let given = values([.received, .tendered, .means, .paid, .deposit]) + receivedAlone
    let payments = given + (given.count > 1 && given.count < 5 ? [given.reduce(0, +)] : [])
    addUnlabelledCash(changes.filter { $0 > 0 }, told: Set(payments))
    for change in changes {
      for payment in payments where payment > change {
        if isCash(payment) { accounts[.change, default: []].insert(payment - change) }
        guard
          printed.contains(payment - change)
            || isPutIn(payment) && isUnlabelled(payment - change)
        else { continue }
        derive(payment - change, .tenderedMinusChange)
        handedOver.insert(payment)
      }
    }
  }

  /// 收: 100.00 is a total, and beside change what was handed over.
  private var receivedAlone: [Int64] {
    let told = facts.filter { isReceivedAlone($0) && !$0.token.isSecondGuess && $0.hundredths > 0 }
    return Set(told.map(\.hundredths)).sorted()
  }

  private func isReceivedAlone(_ fact: AmountFact) -> Bool {
    fact.phrase == "收" && fact.coverage == 1 && fact.place == 0 && fact.label == .total
  }

  /// What was handed over, where nobody could read its label: below a total, and more than that by
  /// the change.
  private mutating func addUnlabelledCash(_ changes: [Int64], told: Set<Int64>) {
    var totals: [Int64: Int] = [:]
    for fact in facts where fact.isStrongTotal {
      totals[fact.hundredths] = min(totals[fact.hundredths] ?? .max, fact.order)
    }
    for fact in facts
    where fact.label == nil && !fact.isInSentence && isMoney(fact)
      && !fact.token.isSecondGuess && !told.contains(fact.hundredths)
    {
      for change in changes {
        guard let order = totals[fact.hundredths - change], order < fact.order else { continue }
        derive(fact.hundredths - change, .tenderedMinusChange)
        handedOver.insert(fact.hundredths)
      }
    }
  }

  /// Cash, and told as nothing else.
  private func isPutIn(_ value: Int64) -> Bool {
    let places = facts.filter { $0.hundredths == value && $0.label != nil }
    return !places.isEmpty && places.allSatisfy { $0.label == .tendered }
  }

  /// Stands as money with no label at all, as the price of the only item does.
  private func isUnlabelled(_ value: Int64) -> Bool {
    facts.contains {
      $0.hundredths == value && $0.label == nil && !$0.isInSentence && isMoney($0)
    }
  }

  private func isCash(_ value: Int64) -> Bool {
    facts.contains {
      $0.hundredths == value
        && ([.received, .tendered].contains($0.label) || isReceivedAlone($0))
    }
  }

  // MARK: Deductions

  private func places(of value: Int64) -> [AmountFact] { byValue[value] ?? [] }

  /// A number that changes a total into what was paid.
  private struct Step {
    var changes: [Int64]
    var isCoupon: Bool
    /// Its label says that something is taken off.
    var isTold: Bool
  }

  /// Some of the steps together.
  private struct Shift: Hashable {
    var change: Int64
    /// Of coupons alone.
    var isCoupons = true
    /// Each is told by its label.
    var isTold = true
  }

  private func steps() -> [Step] {
    var steps: [Step] = []
    var seen: [Int64: Int] = [:]
    for fact in facts where fact.hundredths > 0 && !isInvitation(fact) {
      let value = fact.hundredths
      let changes: [Int64]
      switch fact.label {
      case .means where fact.token.isNegative && isVoucher(fact): changes = [-value]
      case .deposit where handedOver.contains(value): continue
      case .discount, .coupon, .deposit: changes = [-value]
      case .rounding where value < 1_000:
        changes = fact.token.isNegative ? [-value] : [-value, value]
      case .surcharge, .tax: changes = [value]
      case nil where fact.token.isNegative: changes = [-value]
      default: continue
      }
      // Two discounts may be alike; the same one told three times is not three.
      seen[value, default: 0] += 1
      if seen[value] ?? 0 <= 2, steps.count < 7 {
        steps.append(
          Step(
            changes: changes, isCoupon: fact.label == .coupon,
            isTold: isTold(fact)))
      }
    }
    return steps
  }

  /// Its label says that something is taken off: 优惠 10.00, 会员卡优惠 -0.30.
  private func isTold(_ fact: AmountFact) -> Bool {
    guard [.discount, .coupon].contains(fact.label) else { return false }
    return fact.isStrong
      || fact.token.isNegative && fact.likeness == 1 && !fact.isLoose && fact.place == 0
  }

  /// 美团团购券核销 -200.00 takes something off; 八达通 -50.00 is a part of what was paid.
  private func isVoucher(_ fact: AmountFact) -> Bool {
    let words = [fact.printed, fact.phrase].compactMap(\.self).map { Key($0) }
    return Self.vouchers.contains { voucher in words.contains { $0.contains(voucher) } }
  }

  private static let vouchers = ["券", "核销", "团购", "美团", "点评", "抖音", "口碑", "VOUCHER", "COUPON"].map {
    Key($0)
  }

  /// 扫码评价 立减5元: a number that is not printed as this paper prints money, in the midst of words.
  private func isInvitation(_ fact: AmountFact) -> Bool {
    fact.isInSentence
      || showsDecimals && fact.token.decimals == 0 && fact.coverage < 0.5 && !fact.token.isNegative
  }

  /// All ways to apply some of the steps.
  private func shifts() -> [Shift] {
    var shifts = [Shift(change: 0)]
    for step in steps() {
      for shift in shifts {
        for more in step.changes {
          shifts.append(
            Shift(
              change: shift.change + more, isCoupons: shift.isCoupons && step.isCoupon,
              isTold: shift.isTold && step.isTold))
        }
      }
    }
    return shifts.filter { $0.change != 0 }
      + values([.saved]).map { Shift(change: -$0, isCoupons: false, isTold: false) }
  }

  private mutating func addDeductions(
    _ shifts: [Shift], items: ItemTable
  ) {
    let totals = values(AmountLabel.totals)
    // Printed for all to see, with its sign, once, alone on its line and with no label.
    let alone = facts.filter {
      isBare($0) && $0.isAlone && $0.token.hasSign && !$0.token.isNegative
    }
    let shown = Set(alone.map(\.hundredths)).filter { value in
      alone.count { $0.hundredths == value } == 1
    }.union(unreadTotals)
    var seen: Set<Shift> = []
    let different = shifts.filter { seen.insert($0).inserted }
    for base in Set(totals).union(items.sums).sorted().prefix(Self.basesMax) {
      for shift in different {
        let change = shift.change
        let rest = base + change
        guard rest > 0, rest != base else { continue }
        guard printed.contains(rest) || shown.contains(rest) && isReducedBelow(base),
          change < 0 || Self.isRounder(rest, than: base) || change > 100
        else { continue }
        guard mayLead(base, to: rest) else { continue }
        // A voucher beside cash is a payment like it, where a total was told before.
        if shift.isCoupons, isPaymentOnly(rest), !isSubtotalOnly(base) { continue }
        if change < 0, -change < 100, !shift.isTold, !Self.isRounder(rest, than: base) { continue }
        derive(rest, change < 0 ? .totalMinusDiscount : .totalPlusSurcharge)
        superseded.insert(base)
      }
    }
  }

  /// Below what is taken off, with its sign and a short word that nobody could read: 樂計￥51.04.
  private var unreadTotals: [Int64] {
    guard
      let last = facts.filter({ [.discount, .coupon].contains($0.label) && $0.hundredths > 0 })
        .map(\.order).min()
    else { return [] }
    return facts.filter {
      $0.order > last && isBare($0) && $0.token.hasSign && !$0.token.isNegative && !$0.isInSentence
        && (2...4).contains($0.printed?.count ?? 0)
    }.map(\.hundredths)
  }

  /// No receipt tells of more totals; a hostile one would take hours.
  private static let basesMax = 60

  /// Something is taken off below a value: what stands above it is in it already.
  private func isReducedBelow(_ value: Int64) -> Bool {
    guard let place = facts.filter({ $0.hundredths == value && $0.isSupporting }).map(\.order).max()
    else { return false }
    return facts.contains {
      $0.order > place && [.discount, .coupon].contains($0.label) && $0.hundredths > 0
    }
  }

  /// What was paid is not reduced by what stands above it.
  private func mayLead(_ base: Int64, to rest: Int64) -> Bool {
    let places = places(of: base).filter(\.isSupporting)
    guard !places.isEmpty, places.allSatisfy({ $0.label == .paid }),
      let first = places.map(\.order).min()
    else { return true }
    return self.places(of: rest).contains { $0.isSupporting && $0.order > first }
  }

  /// Stands with payments only: nowhere with a total's label, nor alone for all to see.
  private func isPaymentOnly(_ value: Int64) -> Bool {
    places(of: value).filter { $0.isSupporting || isBare($0) }
      .allSatisfy { [.means, .tendered].contains($0.label) }
  }

  private func isSubtotalOnly(_ value: Int64) -> Bool {
    places(of: value).filter(\.isSupporting).allSatisfy { $0.label == .subtotal }
  }

  // MARK: Numbers whose label nobody could read

  /// A number without a label that is exactly what two told amounts differ by, where a deduction or
  /// the change would stand.
  ///
  /// - Returns: what the deductions change.
  private mutating func addUnlabelled(_ items: ItemTable) -> Set<Int64> {
    var changes: Set<Int64> = []
    let told = facts.filter { fact in
      fact.label.map(AmountLabel.totals.contains) ?? false && fact.isStrong && isMoney(fact)
    }
    let wholes = told + facts.filter { isBare($0) && items.sums.contains($0.hundredths) }
    let cash = facts.filter { [.received, .tendered].contains($0.label) && $0.isStrong }
    for fact in facts
    where fact.label == nil && !fact.isInSentence && isMoney(fact) && fact.hundredths > 0 {
      for rest in told {
        let whole = rest.hundredths + fact.hundredths
        if wholes.contains(where: {
          $0.hundredths == whole && $0.order < fact.order && $0.order < rest.order
            && fact.order <= rest.order + 1
        }) {
          derive(rest.hundredths, .totalMinusDiscount)
          superseded.insert(whole)
          changes.insert(-fact.hundredths)
        } else if !hasChange,
          cash.contains(where: { $0.hundredths == whole && $0.order < fact.order })
        {
          derive(rest.hundredths, .tenderedMinusChange)
          handedOver.insert(whole)
        }
      }
    }
    return changes
  }

  /// Ends in more zeros, or in a five where the other does not: what rounding leads to.
  static func isRounder(_ value: Int64, than other: Int64) -> Bool {
    [5, 10, 100].contains { value % $0 == 0 && other % $0 != 0 }
  }

  /// Rounding that no line tells of: a total, then a rounder amount within one unit of it.
  private mutating func addRounding() {
    let totals = values([.total, .subtotal, .due])
    for rest in values([.paid, .received, .due]) {
      for base in totals where base != rest && abs(base - rest) < 100 && areApart(base, rest) {
        guard Self.isRounder(rest, than: base), rest < base || rest % 5 == 0 else { continue }
        derive(rest, .rounded)
        superseded.insert(base)
        // What the items come to confirms what it is rounded down to; cash that was handed over may be
        // a rounder number too.
        if rest < base, derived[base]?.contains(.sumOfItems) ?? false,
          facts.contains(where: {
            $0.hundredths == rest && [.paid, .due].contains($0.label) && !$0.isLoose
          })
        {
          derive(rest, .totalMinusDiscount)
        }
      }
    }
  }

  /// Stand on different lines, rather than being two readers' views of one.
  private func areApart(_ one: Int64, _ other: Int64) -> Bool {
    func orders(_ value: Int64) -> Set<Int> {
      Set(facts.filter { $0.hundredths == value }.map(\.order))
    }
    return orders(one).isDisjoint(with: orders(other))
  }

  // MARK: Items, payments, words

  private mutating func addItems(_ items: ItemTable) {
    for sum in items.sums { derive(sum, .sumOfItems) }
    for sum in items.possibleSums { derive(sum, .possibleSumOfItems) }
    if items.isClear { accounts[.items] = items.sums }
  }

  private mutating func addMeans() {
    // A coupon with a minus is taken off, and no payment.
    let payments = facts.filter {
      $0.hundredths > 0
        && ([.means, .tendered].contains($0.label)
          || $0.label == .coupon && !$0.token.isNegative)
    }
    var seen = Set<[Int64]>()
    let values = payments.filter { seen.insert([Int64($0.order), $0.hundredths]).inserted }
      .map(\.hundredths)
    guard values.count >= 2, values.count <= 5 else { return }
    let coupons = payments.filter { $0.label == .coupon }.map(\.hundredths)
    for chosen in 1..<(1 << values.count) where chosen.nonzeroBitCount > 1 {
      let part = values.indices.filter { chosen & (1 << $0) != 0 }.map { values[$0] }
      let whole = part.reduce(0, +)
      guard facts.contains(where: { isTotal($0, of: whole) }) else { continue }
      derive(whole, .sumOfMeans)
      parts.formUnion(part)
      // What one of them leaves of the whole is the other, and no total with something taken off.
      if isSubtotalOnly(whole), part.contains(where: coupons.contains) { continue }
      for value in part where isPaymentOnly(value) {
        guard derived[value]?.remove(.totalMinusDiscount) != nil else { continue }
        superseded.remove(whole)
      }
    }
  }

  /// A bill of several accounts, each with a total: what is due for all of them, told below.
  private mutating func addTotals() {
    let told = facts.filter {
      !$0.isLoose && $0.likeness >= 0.75 && isMoney($0) && !$0.token.isSecondGuess
    }
    let wholes = told.filter { [.due, .total].contains($0.label) && $0.isStrong }
    for whole in wholes {
      let above = told.filter {
        [.total, .subtotal].contains($0.label) && $0.order < whole.order
          && $0.hundredths < whole.hundredths
      }
      // All of them, each once, and none that follows from another.
      let parts = Set(above.map(\.hundredths))
      guard (2...5).contains(parts.count), parts.reduce(0, +) == whole.hundredths,
        parts.allSatisfy({ derived[$0] == nil })
      else { continue }
      derive(whole.hundredths, .sumOfTotals)
      superseded.formUnion(parts)
      self.parts.formUnion(parts)
    }
  }

  /// Items in groups, 锅底, 荤菜, 素菜, each with its 小计, and what all of them come to below.
  private mutating func addGroups() {
    let groups = facts.filter {
      $0.label == .subtotal && $0.isStrong && !$0.token.isSecondGuess && $0.hundredths > 0
        && Self.itemSumLabels.contains($0.phrase ?? "")
    }
    guard groups.count > 1, groups.count <= Self.groupsMax, let last = groups.map(\.order).max()
    else { return }
    let sum = groups.reduce(0) { $0 + $1.hundredths }
    // 菜品总计(9项) 454.00
    let isTold = facts.contains {
      $0.order > last && $0.hundredths == sum && !$0.isLoose && $0.likeness >= 0.75
        && $0.label.map(AmountLabel.totals.contains) ?? false
    }
    guard isTold else { return }
    derive(sum, .sumOfTotals)
    let values = Set(groups.map(\.hundredths))
    superseded.formUnion(values)
    parts.formUnion(values)
    // The table that ends with the first of them is not the whole.
    accounts[.items] = nil
  }

  private static let groupsMax = 12

  private func isTotal(_ fact: AmountFact, of value: Int64) -> Bool {
    fact.hundredths == value
      && (isBare(fact) || fact.label.map(AmountLabel.totals.contains) ?? false)
  }

  private mutating func addCapitals(_ lines: [PrintedLine]) {
    for line in lines {
      for text in line.texts {
        guard let value = ChineseCapitals.hundredths(in: text.text) else { continue }
        derive(value, .amountInCapitals)
        accounts[.capitals, default: []].insert(value)
      }
    }
  }

  // MARK: Points

  /// Most members have a point for each whole unit they pay: 本次积分 264 confirms 264.80. What
  /// stands in the account, and how many points something costs, says nothing of this purchase.
  private mutating func addPoints() {
    let earned = Set(
      facts.filter { $0.isPointsEarned && $0.hundredths >= AmountFacts.pointsMin * 100 }
        .map(\.hundredths))
    if !earned.isEmpty { accounts[.points] = earned }
    arePointsCertain = facts.contains {
      $0.isPointsEarned && [.agreed, .witnessed].contains($0.token.support.standing)
    }
    // 积分 4450 may be those in the account, unless they are as many as the amount.
    let plain = facts.filter { $0.isPlainPoints && $0.hundredths >= Self.plainPointsMin * 100 }
      .map(\.hundredths)
    let payable = payable
    for point in earned.union(plain) {
      let told = payable.filter { $0.value / 100 == point / 100 }
      let read = told.filter { !$0.isGuess }
      // Which of two, of other cents, the points cannot tell.
      if let amount = Self.only(read.isEmpty ? told : read) { derive(amount, .pointsEarned) }
    }
  }

  /// Points of fewer may be as many by chance.
  private static let plainPointsMin: Int64 = 100

  private static func only(_ amounts: [Payable]) -> Int64? {
    let values = Set(amounts.map(\.value))
    return values.count == 1 ? values.first : nil
  }

  /// A value that may be what was paid by what stands beside it.
  private struct Payable {
    var value: Int64
    /// No reader's first word.
    var isGuess: Bool
  }

  private var payable: [Payable] {
    let labels: Set<AmountLabel> = [.paid, .received, .due, .total, .means]
    return facts.filter { $0.label.map(labels.contains) ?? isBare($0) }
      .map { Payable(value: $0.hundredths, isGuess: $0.token.isSecondGuess) }
  }

  /// Points that are an amount's own but for one digit: one of the two was changed, or misread.
  private func pointsBeside(_ value: Int64) -> Int64? {
    let points = accounts[.points] ?? []
    guard !points.contains(where: { $0 / 100 == value / 100 }) else { return nil }
    return points.sorted().first { Self.differInOneDigit($0 / 100, value / 100) }
  }

  /// 964 and 864, 21651 and 1651, 2664 and 264.
  private static func differInOneDigit(_ one: Int64, _ other: Int64) -> Bool {
    let (one, other) = (Array(String(one)), Array(String(other)))
    if one.count == other.count { return zip(one, other).count { $0 != $1 } == 1 }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.count == short.count + 1, short.count >= 2 else { return false }
    return long.indices.contains { index in
      long[..<index] == short[..<index] && long[(index + 1)...] == short[index...]
    }
  }

  // MARK: Tax

  /// Percent of the price before tax: value-added taxes of China (6, 9, 13), Singapore, Thailand and
  /// Japan. No rate is half of another, or an amount that was nearly doubled would have the same tax:
  /// 6 % in 106.00 is 3 % in 206.00.
  private static let taxRates: [Int64] = [6, 7, 8, 9, 10, 13]
  /// A smaller tax, in hundredths, is a share of too many amounts.
  private static let taxMin: Int64 = 100

  /// 增值税 58.19 is six percent in 1,028.00: that the tax is the share of a rate in the amount, to
  /// the cent, confirms the amount but for its cents.
  private mutating func addTax() {
    let taxes = facts.filter {
      $0.isTax && isMoney($0) && $0.hundredths >= Self.taxMin && !$0.token.isSecondGuess
    }
    guard !taxes.isEmpty else { return }
    let payable = Set(payable.map(\.value))
    for tax in Set(taxes.map(\.hundredths)) {
      for amount in payable
      where Self.taxRates.contains(where: { abs(amount * $0 - tax * (100 + $0)) < 100 + $0 }) {
        derive(amount, .taxShare)
      }
    }
  }

  /// 13.00% 4130.09 536.91 4667.00: net, tax and what they come to, on one line.
  private mutating func addTaxRows(_ lines: [PrintedLine]) {
    let rates = lines.filter { $0.text.characters.contains("%") }
    guard !rates.isEmpty else { return }
    let payable = Set(payable.map(\.value))
    for line in rates {
      let numbers = Self.numbersWithCents(in: line.text.characters)
      for start in numbers.indices.dropLast(2) {
        let (net, tax, whole) = (numbers[start], numbers[start + 1], numbers[start + 2])
        guard net > 0, tax >= Self.taxMin, net + tax == whole, payable.contains(whole),
          Self.taxRates.contains(where: { abs(net * $0 - tax * 100) < 100 })
        else { continue }
        derive(whole, .totalPlusSurcharge)
      }
    }
  }

  /// All numbers of two decimals, though nothing parts them: `4130.09536.914667.00` are three.
  private static func numbersWithCents(in characters: [Character]) -> [Int64] {
    var numbers: [Int64] = []
    var whole = ""
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isASCIIDigit {
        whole.append(character)
      } else if character == ".", index + 2 < characters.count, (1...7).contains(whole.count),
        characters[index + 1].isASCIIDigit, characters[index + 2].isASCIIDigit
      {
        let digits = whole + String(characters[(index + 1)...(index + 2)])
        Int64(digits).map { numbers.append($0) }
        (whole, index) = ("", index + 2)
      } else if character != "," {
        whole = ""
      }
      index += 1
    }
    return numbers
  }

  // MARK: Balances

  /// 消费前余额 939.75, 本次消费 24.00, 卡余额 915.75: a card holds less by what was paid.
  private mutating func addBalances() {
    let balances = values([.balance])
    guard balances.count > 1 else { return }
    let payable = Set(payable.map(\.value))
    for before in balances {
      for after in balances where after < before && payable.contains(before - after) {
        derive(before - after, .balanceDifference)
      }
    }
  }

  // MARK: Conflicts

  /// What the paper says elsewhere that contradicts a value, one amount a contradiction.
  func conflicts(with value: Int64) -> [Int64] {
    // Points in small print that readers do not agree on do not overrule the amount in capitals.
    let isInWords =
      derived[value]?.contains(.amountInCapitals) ?? false && !arePointsCertain
    let told = Account.allCases.compactMap { account -> Int64? in
      guard let told = accounts[account], account != .points || !isInWords else { return nil }
      let isKept =
        switch account {
        case .capitals: told.contains(value)
        case .change: given.contains(value) || told.contains(value)
        case .items:
          told.contains { isNear($0, value) }
            // 连体衣 2418.00 is two of them and 418.00.
            || derived[value]?.contains(.possibleSumOfItems) ?? false
        case .points: pointsBeside(value) == nil
        }
      return isKept ? nil : told.min()
    }
    let besides = Set(
      facts.filter { $0.hundredths == value && $0.place > 0 && $0.token.decimals == 2 }
        .map(\.order))
    let other = totals.first { place in
      // 合计 1999.00 1599.00: what it cost, and what was asked.
      if besides.contains(where: { order in place.allSatisfy { isOn(order, $0, above: value) } }) {
        return false
      }
      return !place.contains {
        isNear($0, value) || isChange(from: $0, to: value) || handedOver.contains($0)
          || parts.contains($0)
      }
    }
    // Nobody pays more than the items cost without a line that says why.
    let less = subtotals.first { place in
      place.allSatisfy { $0 + 100 <= value && !isNear($0, value) && !parts.contains($0) }
    }
    // Nor less, without one: a price before discounts (原价) may, a sum of the items not.
    let more = itemSums.first { place in
      place.allSatisfy { $0 >= value + 100 && !isNear($0, value) }
    }
    let overpaid = payments.first { place in
      place.allSatisfy {
        $0 >= value + 100 && !isNear($0, value) && !isChange(from: $0, to: value)
          && !handedOver.contains($0)
      }
    }
    let struck =
      doubled.first { $0.contains(value) }?.first { $0 != value } ?? changed(from: value)
      ?? torn(above: value)
    // 待付尾款 1729.00: a part of it is not paid yet, and only what is left without that part was.
    let open = derived[value]?.contains(.totalMinusDiscount) ?? false ? nil : openBalance
    let overpriced = rows.contains { $0.exceeds(value) } ? value : nil
    return told
      + [
        other?.first, less?.first, more?.first, overpaid?.first, bare(above: value), struck,
        overpriced, open,
      ].compactMap { $0 }
  }

  /// An amount that readers agree on, told as a total in whatever words, that is the value but for one
  /// digit: 4140.90 and 140.90.
  private func changed(from value: Int64) -> Int64? {
    facts.first { fact in
      fact.hundredths > value && fact.likeness == 1 && fact.coverage >= 0.5 && fact.place == 0
        && !fact.token.isSecondGuess && !fact.isInSentence && !fact.isOfPiece
        && (fact.token.decimals == 2 || !showsDecimals)
        && (fact.label.map(AmountLabel.totals.contains) ?? false)
        && [.agreed, .witnessed].contains(fact.token.support.standing)
        && Self.differInOneDigit(fact.hundredths, value) && !isNear(fact.hundredths, value)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !isChange(from: fact.hundredths, to: value) && !isPutIn(fact.hundredths)
        && !superseded.contains(fact.hundredths)
    }?.hundredths
  }

  private static let openLabels: Set<String> = ["未付余款", "未付尾款", "待付余款", "待付尾款"]

  private var openBalance: Int64? {
    facts.first {
      $0.hundredths > 0 && !$0.token.isSecondGuess && !$0.isInSentence
        && $0.phrase.map(Self.openLabels.contains) ?? false
    }?.hundredths
  }

  private static let lettersOfTotals: Set<Character> = ["合", "计", "总", "应", "付"]

  /// More than the value, behind what is left of a total's label: D合1720 above 微信 72.
  private func torn(above value: Int64) -> Int64? {
    guard !hasDeduction else { return nil }
    return facts.first { fact in
      guard fact.label == nil, let word = fact.printed, word.count <= 3 else { return false }
      return fact.hundredths >= value + 100 && fact.place == 0 && !fact.isInSentence
        && !fact.token.isSecondGuess && word.contains(where: Self.lettersOfTotals.contains)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
    }?.hundredths
  }

  /// Two amounts under one label that differ in one digit, 应付金额: 839.75 ¥639.75: one was struck out
  /// and the other written beside it.
  private static func doubled(_ facts: [AmountFact]) -> [[Int64]] {
    let byOrder = Dictionary(grouping: facts, by: \.order)
    return facts.flatMap { first -> [[Int64]] in
      guard first.token.decimals == 2, first.hundredths >= 100, !first.isOfPiece,
        !first.token.isSecondGuess, first.phrase != nil
      else { return [] }
      return (byOrder[first.order] ?? []).compactMap { second in
        guard second.place == first.place + 1,
          second.token.decimals == 2, !second.token.isSecondGuess,
          second.label.map(AmountLabel.totals.contains) ?? false,
          first.phrase == second.phrase, differInOneDigit(first.hundredths, second.hundredths)
        else { return nil }
        return [first.hundredths, second.hundredths]
      }
    }
  }

  /// An amount of money that stands alone on its line without a label, is more than the value, and
  /// follows from nothing on the paper: what was printed large for all to see says otherwise.
  private func bare(above value: Int64) -> Int64? {
    facts.first { fact in
      isBare(fact) && fact.hundredths >= value + 100 && !isItem(fact, of: value)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !superseded.contains(fact.hundredths)
        && (derived[fact.hundredths] ?? []).subtracting([.taxShare]).isEmpty
        && !changes.contains { fact.hundredths + $0 == value }
    }?.hundredths
  }

  /// Stands among items, one of which may cost more than what was paid for all of them: where
  /// something was taken off, from a total that is told and no less than the item.
  /// Or where it was read with its quantity, and without adds up to the value; what stands alone with
  /// its sign has none.
  private func isItem(_ fact: AmountFact, of value: Int64) -> Bool {
    guard items.contains(fact.order) else { return false }
    return !changes.isEmpty && totals.joined().contains { $0 >= fact.hundredths }
      || !(fact.isAlone && fact.token.hasSign)
        && derived[value]?.contains(.possibleSumOfItems) ?? false
  }

  private func isBare(_ fact: AmountFact) -> Bool {
    fact.label == nil
      && (fact.token.hasSign || fact.token.decimals == 2
        || fact.token.decimals == 1 && fact.isAlone)
      && !fact.token.isSecondGuess
      && !facts.contains { $0.order == fact.order && $0.place != fact.place }
  }

  /// Stands on a line first, and is more than the value behind it by more than a digit.
  private func isOn(_ order: Int, _ other: Int64, above value: Int64) -> Bool {
    other > value && firsts[order]?.contains(other) ?? false
      && !Self.differInOneDigit(other, value)
  }

  private static func places(of facts: [AmountFact]) -> [[Int64]] {
    Dictionary(grouping: facts, by: \.order).sorted { $0.key < $1.key }
      .map { $0.value.map(\.hundredths) }
  }

  /// Whether all that the paper tells of may lead from one value to the other, rounding included.
  private func isNear(_ one: Int64, _ other: Int64) -> Bool {
    abs(one - other) < 100
      || changes.contains {
        Self.isRounded(one + $0, to: other) || Self.isRounded(other + $0, to: one)
      }
  }

  /// So many changes come near everything: only a rounder amount is a rounding of what they lead to.
  private static func isRounded(_ one: Int64, to other: Int64) -> Bool {
    abs(one - other) <= 1 || abs(one - other) < 100 && isRounder(other, than: one)
  }

  private func isChange(from one: Int64, to other: Int64) -> Bool {
    values([.change]).contains { abs(one - other) == $0 }
  }
}
