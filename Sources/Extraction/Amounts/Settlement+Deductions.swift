/// What is taken off and added between what was bought and what was paid.
extension Settlement {
  func places(of value: Int64) -> [AmountFact] { byValue[value] ?? [] }

  /// A number that changes a total into what was paid.
  struct Step {
    var changes: [Int64]
    var isCoupon: Bool
    /// No part of what was saved in all: a coupon, a rounding.
    var isBesideSaved: Bool
    /// Its label says that something is taken off, or put on.
    var isTold: Bool
    /// Or that it is rounded.
    var isNamed: Bool
  }

  /// Some of the steps together.
  struct Shift: Hashable {
    var change: Int64
    /// Of coupons alone.
    var isCoupons = true
    /// None is a part of what was saved in all.
    var isBesideSaved = true
    /// Each is told by its label.
    var isTold = true
    /// Or is a rounding.
    var isNamed = true
  }

  private func steps(_ items: ItemTable) -> [Step] {
    var steps: [(step: Step, rank: Int)] = []
    var seen: [[Int64]: Int] = [:]
    for fact in facts where fact.hundredths > 0 && !isInvitation(fact) && !fact.isOfPiece {
      if isInSum(fact, of: items) { continue }
      let value = fact.hundredths
      let changes: [Int64]
      switch fact.label {
      case .means where fact.token.isNegative && isVoucher(fact): changes = [-value]
      case .deposit where handedOver.contains(value): continue
      case .discount, .coupon, .deposit: changes = [-value]
      case .rounding where value < 1_000:
        // Only small ones are rounded up as well.
        changes = fact.token.isNegative || value >= 500 ? [-value] : [-value, value]
      case .surcharge, .tax: changes = [value]
      // Total of goods that were given back: -1.39, beside what others come to.
      // 特价节省 -60.00 is not what was saved in all.
      case .saved where fact.token.isNegative && fact.coverage >= 0.5: changes = [-value]
      case nil where fact.token.isNegative, .total where fact.token.isNegative:
        changes = [-value]
      case nil where isCharge(fact): changes = [value]
      default: continue
      }
      // Two discounts may be alike; the same one told three times is not three.
      seen[changes, default: 0] += 1
      guard seen[changes] ?? 0 <= 2 else { continue }
      let isTold = isTold(fact) || isToldCharge(fact)
      let step = Step(
        changes: changes, isCoupon: fact.label == .coupon,
        isBesideSaved: [.coupon, .rounding].contains(fact.label), isTold: isTold,
        isNamed: isTold || fact.label == .rounding)
      let isUnnamed = fact.label == nil || fact.label == .total
      steps.append((step, fact.token.isSecondGuess ? 2 : isUnnamed ? 1 : 0))
    }
    // An optician's R -3.25 -0.50 is no label's, and a digit's second guess no reader's first word.
    let ranked = (0...2).flatMap { rank in steps.filter { $0.rank == rank } }
    return ranked.prefix(Self.stepsMax).map(\.step)
  }

  /// All ways to apply some of them are looked at.
  private static let stepsMax = 7

  /// 茶位费 10.00 among the dishes, with which they come to what the subtotal says: it is put on
  /// nothing more.
  private func isInSum(_ charge: AmountFact, of items: ItemTable) -> Bool {
    items.lines.contains(charge.order) && charge.label == .surcharge
      && told(of: items).contains { items.sums.contains($0 - charge.hundredths) }
  }

  /// What rows come to that may be taken in several ways, and a total says.
  private func told(of items: ItemTable) -> Set<Int64> {
    items.sums.intersection(values(AmountLabel.totals))
  }

  /// `10% 34.30` below 343.00: a charge for service, whatever its name was read as. A tax that is
  /// in the price already is another share of it.
  private func isCharge(_ fact: AmountFact) -> Bool {
    guard let percent = fact.percent, !fact.isInSentence, isMoney(fact) else { return false }
    return facts.contains { whole in
      whole.order < fact.order && !whole.token.isSecondGuess && isMoney(whole)
        && (whole.label.map(AmountLabel.totals.contains) ?? false)
        && abs(whole.hundredths * percent - fact.hundredths * 100) < 100
    }
  }

  /// Its label says that something is taken off: 优惠 10.00, 会员卡优惠 -0.30.
  func isTold(_ fact: AmountFact) -> Bool {
    guard [.discount, .coupon].contains(fact.label) else { return false }
    return fact.isStrong || isBehindTotal(fact)
      || fact.token.isNegative && fact.likeness == 1 && !fact.isLoose && fact.place == 0
  }

  /// 码洋:12.00 优惠:0.60, beside the whole that it is taken from.
  private func isBehindTotal(_ fact: AmountFact) -> Bool {
    fact.place == 1 && fact.likeness == 1 && fact.coverage == 1 && !fact.isLoose
      && !fact.token.isSecondGuess
      && facts.contains {
        $0.order == fact.order && $0.place == 0 && $0.isStrong
          && $0.label.map(AmountLabel.totals.contains) ?? false
      }
  }

  /// Its label says that something is put on: 服务费 10% 59.40.
  private func isToldCharge(_ fact: AmountFact) -> Bool {
    fact.label == .surcharge && fact.likeness == 1 && fact.coverage >= 0.5 && !fact.isLoose
  }

  /// 美团团购券核销 -200.00 takes something off; 八达通 -50.00 is a part of what was paid.
  func isVoucher(_ fact: AmountFact) -> Bool {
    let words = [fact.printed, fact.phrase].compactMap(\.self).map { Key($0) }
    return Self.vouchers.contains { voucher in words.contains { $0.contains(voucher) } }
  }

  private static let vouchers =
    (["券", "核销", "团购", "VOUCHER", "COUPON"] + MeansOfPayment.platforms).map { Key($0) }

  /// 扫码评价 立减5元: a number that is not printed as this paper prints money, in the midst of words.
  private func isInvitation(_ fact: AmountFact) -> Bool {
    fact.isInSentence
      || showsDecimals && fact.token.decimals == 0 && fact.coverage < 0.5 && !fact.token.isNegative
  }

  /// All ways to apply some of the steps.
  func shifts(_ items: ItemTable) -> [Shift] {
    var shifts = [Shift(change: 0)]
    for step in steps(items) {
      for shift in shifts {
        for more in step.changes {
          shifts.append(
            Shift(
              change: shift.change + more, isCoupons: shift.isCoupons && step.isCoupon,
              isBesideSaved: shift.isBesideSaved && step.isBesideSaved,
              isTold: shift.isTold && step.isTold, isNamed: shift.isNamed && step.isNamed))
        }
      }
    }
    // 已优惠 391.60, 代金券 10.00: what was saved may be all but the coupons. 会员价省 18.42, 抹零 0.78: so
    // may it be beside what was rounded.
    let saved = values([.saved]).prefix(2).flatMap { saved in
      shifts.filter(\.isBesideSaved).map {
        Shift(
          change: $0.change - saved, isCoupons: false, isBesideSaved: false, isTold: false,
          isNamed: false)
      }
    }
    return shifts.filter { $0.change != 0 } + saved.filter { $0.change != 0 }
  }

  mutating func addDeductions(
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
    // Of what rows may come to the rest is nothing, once a total says which it is.
    let sums = told(of: items).isEmpty ? items.sums : []
    for base in Set(totals).union(sums).sorted().prefix(Self.basesMax) {
      for shift in different {
        let change = shift.change
        let rest = base + change
        guard rest > 0, rest != base else { continue }
        guard printed.contains(rest) || shown.contains(rest) && isReducedBelow(base),
          change < 0 || Self.isRounder(rest, than: base) || change > 100
        else { continue }
        guard mayLead(base, to: rest), change > 0 || !isSubtotalAbove(rest, base) else { continue }
        // A voucher beside cash is a payment like it, where a total was told before.
        if shift.isCoupons, isPaymentOnly(rest), !isSubtotalOnly(base) { continue }
        if change < 0, -change < 100, !shift.isTold, !Self.isRounder(rest, than: base) { continue }
        derive(rest, change < 0 ? .totalMinusDiscount : .totalPlusSurcharge)
        superseded.insert(base)
        if change < 0, shift.isNamed, isBelow(rest, base) { reduced.insert(base) }
      }
    }
  }

  /// 共计203元, 减16元, 收187元: below a total a number without a label that anybody knows, and below
  /// that what is left without it, told as a sum and not as one of two means. Whatever the word for
  /// it is, the total was not paid.
  mutating func addUnnamedDeductions() {
    let wholes = facts.filter {
      $0.isStrongTotal && !$0.token.isSecondGuess && !isToldPaid($0.hundredths)
    }.prefix(Self.basesMax)
    let unnamed = facts.filter {
      $0.label == nil && $0.place == 0 && $0.hundredths > 0 && !$0.isInSentence
        && !$0.token.isSecondGuess
    }
    for whole in wholes {
      for fact in unnamed where fact.order > whole.order && fact.hundredths < whole.hundredths {
        let isLeft = places(of: whole.hundredths - fact.hundredths).contains { rest in
          rest.order > fact.order && !rest.isInSentence
            && rest.label.map(AmountLabel.wholes.contains) ?? false
        }
        if isLeft { superseded.insert(whole.hundredths) }
      }
    }
  }

  /// 项目金额 297.00, 卡折扣 9.5折, 本次消费 282.15: below a total the share of it that is left, and below that
  /// as much of it, to the cent.
  mutating func addRates(_ lines: [PrintedLine], _ items: ItemTable) {
    let wholes = Set(values([.total, .subtotal, .due])).union(items.sums)
    guard !wholes.isEmpty, wholes.count <= Self.basesMax else { return }
    for (order, line) in lines.enumerated() where !items.lines.contains(order) {
      guard let rate = DiscountRate.told(on: line) else { continue }
      for base in wholes {
        let above = places(of: base).map(\.order)
        guard items.sums.contains(base) || above.contains(where: { $0 < order }),
          !isToldPaid(base)
        else { continue }
        for rest in printed where rest < base && abs(base * rate - rest * 1_000) <= 1_000 {
          guard places(of: rest).allSatisfy({ $0.order >= order }) else { continue }
          derive(rest, .totalMinusDiscount)
          superseded.insert(base)
        }
      }
    }
  }

  /// What somebody paid is told beside words for it, or by what it was paid: 微信 113.00.
  private func isToldPaid(_ value: Int64) -> Bool {
    places(of: value).contains { fact in
      fact.label.map(Self.labelsOfMoneyPaid.contains) ?? false && fact.likeness >= 0.75
        && fact.coverage >= 0.5 && !fact.isInSentence && !fact.token.isSecondGuess
        && (fact.label != .received || fact.phrase?.contains("实") ?? false)
    }
  }

  private static let labelsOfMoneyPaid: Set<AmountLabel> = [.paid, .received, .means]

  /// What is left of a table without a row or two, and what labels say is taken off from that: of
  /// many sums and many ways one comes out by chance.
  mutating func addPossible(_ sums: Set<Int64>, _ shifts: [Shift]) {
    confirmed = sums
    let told = Set(shifts.filter { $0.isNamed && $0.change < 0 }.map(\.change))
    guard told.count <= Self.toldShiftsMax, sums.count <= Self.reducedSumsMax else { return }
    for sum in sums { confirmed.formUnion(told.map { sum + $0 }.filter { $0 > 0 }) }
  }

  private static let reducedSumsMax = 8
  private static let toldShiftsMax = 4

  /// Stands under a total's label below all places of the other.
  private func isBelow(_ rest: Int64, _ base: Int64) -> Bool {
    guard let last = places(of: base).map(\.order).max() else { return false }
    return places(of: rest).contains { $0.order > last && $0.isSupporting && $0.likeness == 1 }
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
      $0.order > place && $0.hundredths > 0
        && ([.discount, .coupon].contains($0.label) || $0.label == nil && $0.token.isNegative)
    }
  }

  /// 小計 121.00, 10% 12.10, 优惠 -6.05, 合計 127.05: what stands above as a sum of the items is not what
  /// is left of what stands below, though the two may differ by what was taken off.
  private func isSubtotalAbove(_ rest: Int64, _ base: Int64) -> Bool {
    let above = places(of: rest).filter(\.isSupporting)
    let below = places(of: base).filter(\.isSupporting)
    guard let last = above.map(\.order).max(), let first = below.map(\.order).min() else {
      return false
    }
    return last < first && above.allSatisfy { $0.label == .subtotal }
      && facts.contains { charge in
        (last..<first).contains(charge.order)
          && ([.surcharge, .tax].contains(charge.label) || charge.label == nil && isCharge(charge))
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
  func isPaymentOnly(_ value: Int64) -> Bool {
    places(of: value).filter { $0.isSupporting || isBare($0) }
      .allSatisfy { [.means, .tendered].contains($0.label) }
  }

  func isSubtotalOnly(_ value: Int64) -> Bool {
    places(of: value).filter(\.isSupporting).allSatisfy { $0.label == .subtotal }
  }

  // MARK: Numbers whose label nobody could read

  /// A number without a label that is exactly what two told amounts differ by, where a deduction or
  /// the change would stand.
  ///
  /// - Returns: what the deductions change.
  mutating func addUnlabelled(_ items: ItemTable) -> Set<Int64> {
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
        }), !isToldPaid(whole) {
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
  mutating func addRounding() {
    let totals = values([.total, .subtotal, .due])
    for rest in values([.paid, .received, .due]) {
      for base in totals where base != rest && abs(base - rest) < 100 && areApart(base, rest) {
        guard Self.isRounder(rest, than: base), rest < base || rest % 5 == 0 else { continue }
        derive(rest, .rounded)
        superseded.insert(base)
        // What the items come to confirms what it is rounded down to; cash that was handed over may
        // be a rounder number too.
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
}
