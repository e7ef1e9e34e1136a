/// What items, payments, points and taxes come to.
extension Settlement {
  mutating func addItems(_ items: ItemTable) {
    for sum in items.sums { derive(sum, .sumOfItems) }
    sumsOfSeveral = items.sumsOfSeveral
    for sum in items.possibleSums { derive(sum, .possibleSumOfItems) }
    if items.isClear { accounts[.items] = items.sums }
  }

  mutating func addMeans() {
    // A coupon with a minus is taken off, and no payment.
    var payments = facts.filter {
      $0.hundredths > 0
        && ([.means, .tendered].contains($0.label)
          || $0.label == .coupon && !$0.token.isNegative)
    }
    // 实收预付卡 138.00, 实收微信 79.60; one that stands beside the means again is the same money. So are
    // Paid 付款银联卡 570.00 and Paid 付款微信 1,330.00.
    let received = facts.filter {
      $0.hundredths > 0
        && ($0.label == .received && $0.coverage < 1
          || $0.label == .paid && $0.printed.map(MeansOfPayment.isWalletNamed) ?? false)
        && $0.likeness == 1
        && $0.place == 0 && !$0.isLoose && !$0.token.isSecondGuess
    }
    let isParted = payments.isEmpty && Set(received.map(\.printed)).count > 1
    if isParted { payments = received }
    var seen = Set<[Int64]>()
    let values = payments.filter { seen.insert([Int64($0.order), $0.hundredths]).inserted }
      .map(\.hundredths)
    guard values.count >= 2, values.count <= 5 else { return }
    let coupons = payments.filter { $0.label == .coupon }.map(\.hundredths)
    for chosen in 1..<(1 << values.count) where chosen.nonzeroBitCount > 1 {
      let part = values.indices.filter { chosen & (1 << $0) != 0 }.map { values[$0] }
      let whole = part.reduce(0, +)
      guard facts.contains(where: { isTotal($0, of: whole) }) else { continue }
      // 合计 389.27, 电子券 5.00, 应付 384.27: taken off, and no part of what was paid.
      if part.contains(where: coupons.contains), part.contains(where: isDue) { continue }
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

  private func isDue(_ value: Int64) -> Bool {
    facts.contains { $0.hundredths == value && $0.label == .due && $0.isStrong }
  }

  /// A bill of several accounts, each with a total: what is due for all of them, told below.
  mutating func addTotals() {
    let told = facts.filter {
      !$0.isLoose && $0.likeness >= 0.75 && isMoney($0) && !$0.token.isSecondGuess
    }
    let wholes = told.filter { [.due, .total].contains($0.label) && $0.isStrong }
    for whole in wholes {
      let above = told.filter { $0.order < whole.order && $0.hundredths < whole.hundredths }
      // All of them, each once, and none that follows from another; or those called totals, beside
      // which the sums without tax stand that led to them.
      let all = Set(above.filter { [.total, .subtotal].contains($0.label) }.map(\.hundredths))
      let totals = Set(above.filter { $0.label == .total }.map(\.hundredths))
      let isSum = { (parts: Set<Int64>) in
        (2...5).contains(parts.count) && parts.reduce(0, +) == whole.hundredths
      }
      let parts = isSum(all) && all.allSatisfy { derived[$0] == nil } ? all : totals
      guard isSum(parts) else { continue }
      derive(whole.hundredths, .sumOfTotals)
      superseded.formUnion(parts)
      self.parts.formUnion(parts)
    }
  }

  /// Items in groups, 锅底, 荤菜, 素菜, each with its 小计, and what all of them come to below.
  mutating func addGroups() {
    let groups = facts.filter {
      $0.label == .subtotal && !$0.token.isSecondGuess && $0.hundredths > 0
        && ($0.isStrong && Self.itemSumLabels.contains($0.phrase ?? "") || $0.isSumOfGroup)
    }
    guard let last = groups.map(\.order).max() else { return }
    // As the best reader of each line sees it.
    var seen: Set<Int> = []
    let best = groups.filter { seen.insert($0.order).inserted }
    guard best.count > 1, best.count <= Self.groupsMax else { return }
    let sum = best.reduce(0) { $0 + $1.hundredths }
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

  mutating func addCapitals(_ lines: [PrintedLine]) {
    for line in lines {
      for text in line.texts {
        guard let value = ChineseCapitals.hundredths(in: text.characters) else { continue }
        derive(value, .amountInCapitals)
        accounts[.capitals, default: []].insert(value)
      }
    }
  }

  // MARK: Points

  /// Most members have a point for each whole unit they pay: 本次积分 264 confirms 264.80. What
  /// stands in the account, and how many points something costs, says nothing of this purchase.
  mutating func addPoints() {
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

  static func only(_ amounts: [Payable]) -> Int64? {
    let values = Set(amounts.map(\.value))
    return values.count == 1 ? values.first : nil
  }

  /// A value that may be what was paid by what stands beside it.
  struct Payable {
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
  func pointsBeside(_ value: Int64) -> Int64? {
    let points = accounts[.points] ?? []
    guard !points.contains(where: { $0 / 100 == value / 100 }) else { return nil }
    // A point for every ten looks like a digit that was put on behind: where more than the amount's
    // own repetition leads to it, it was not.
    let isLed =
      !(derived[value] ?? []).isDisjoint(with: Self.firmRules) || sumsOfSeveral.contains(value)
    if isLed, points.contains(where: { $0 / 100 == value / 1_000 }) { return nil }
    return points.sorted().first { Self.differInOneDigit($0 / 100, value / 100) }
  }

  /// Who changes an amount has to change several others with it for these to lead to it.
  private static let firmRules: Set<Rule> = [
    .totalMinusDiscount, .tenderedMinusChange, .sumOfMeans, .amountInCapitals, .balanceDifference,
    .sumOfTotals,
  ]

  /// 964 and 864, 21651 and 1651, 2664 and 264.
  static func differInOneDigit(_ one: Int64, _ other: Int64) -> Bool {
    let (one, other) = (Array(String(one)), Array(String(other)))
    if one.count == other.count { return zip(one, other).count { $0 != $1 } == 1 }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard long.count == short.count + 1, short.count >= 2 else { return false }
    return long.indices.contains { index in
      long[..<index] == short[..<index] && long[(index + 1)...] == short[index...]
    }
  }

  // MARK: Tax

  /// Percent of the price before tax: value-added taxes of China (6, 9, 13), Singapore, Thailand
  /// and Japan. No rate is half of another, or an amount that was nearly doubled would have the
  /// same tax: 6 % in 106.00 is 3 % in 206.00.
  private static let taxRates: [Int64] = [6, 7, 8, 9, 10, 13]
  /// A smaller tax, in hundredths, is a share of too many amounts.
  private static let taxMin: Int64 = 100

  /// 增值税 58.19 is six percent in 1,028.00: that the tax is the share of a rate in the amount, to
  /// the cent, confirms the amount but for its cents.
  mutating func addTax() {
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
  mutating func addTaxRows(_ lines: [PrintedLine]) {
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
  static func numbersWithCents(in characters: [PrintedCharacter]) -> [Int64] {
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
  mutating func addBalances() {
    let balances = values([.balance])
    guard balances.count > 1 else { return }
    let payable = Set(payable.map(\.value))
    for before in balances {
      for after in balances where after < before && payable.contains(before - after) {
        derive(before - after, .balanceDifference)
      }
    }
  }
}
