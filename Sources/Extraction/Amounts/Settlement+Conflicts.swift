import Receipts

/// What contradicts an amount.
extension Settlement {
  /// What the paper says elsewhere that contradicts a value, one amount a contradiction.
  func conflicts(with value: Int64) -> [Contradiction] {
    let told = Account.allCases.compactMap { account in
      amount(in: account, against: value).map { Contradiction($0, by: .init(account)) }
    }
    return told + totalsAndPayments(against: value) + marks(against: value)
  }

  /// What an account of the paper's tells was paid; `nil` where it leads to the value.
  private func amount(in account: Account, against value: Int64) -> Int64? {
    // Points in small print that readers do not agree on do not overrule the amount in capitals.
    let isInWords =
      derived[value]?.contains(.amountInCapitals) ?? false && !arePointsCertain
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

  /// Totals, sums and payments that are told, and lead to another value.
  private func totalsAndPayments(against value: Int64) -> [Contradiction] {
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
    let told = paidBelowAll(besides: value)
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
          && !handedOver.contains($0) && !isChangeBelow($0, to: value)
      }
    }
    return [
      (other?.first ?? told).map { Contradiction($0, by: .total) },
      less?.first.map { Contradiction($0, by: .subtotal) },
      more?.first.map { Contradiction($0, by: .subtotal) },
      overpaid?.first.map { Contradiction($0, by: .payment) },
    ].compactMap(\.self)
  }

  /// 满减 -100.00 and below it 实付 475.20, where 375.20 was paid: below all that was taken off nothing
  /// leads from one to the other.
  private func paidBelowAll(besides value: Int64) -> Int64? {
    let taken = facts.filter {
      $0.hundredths > 0 && !$0.token.isSecondGuess
        && ($0.token.isNegative || [.discount, .coupon, .deposit, .rounding].contains($0.label))
    }
    guard let last = taken.map(\.order).max() else { return nil }
    return facts.first { fact in
      fact.label == .paid && fact.isStrongTotal && fact.coverage >= 0.5 && fact.token.decimals == 2
        && fact.order > last && fact.place == 0 && abs(fact.hundredths - value) >= 100
        && !fact.isOfPiece && !fact.isInSentence && !fact.token.isSecondGuess
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !isChange(from: fact.hundredths, to: value)
    }?.hundredths
  }

  /// 收款 100.00, 零: 81.50: what it is more than the value by stands right below, where nobody could
  /// read the label of change.
  private func isChangeBelow(_ payment: Int64, to value: Int64) -> Bool {
    let below = places(of: payment).map { $0.order + 1 }
    return places(of: payment - value).contains { change in
      below.contains(change.order) && !change.token.isSecondGuess
        && (change.label == nil || change.printed?.hasSuffix("零") ?? false)
    }
  }

  /// Amounts that no account explains, and what is left of one that was changed.
  private func marks(against value: Int64) -> [Contradiction] {
    let struck =
      doubled.first { $0.contains(value) }?.first { $0 != value } ?? changed(from: value)
      ?? changedBehindCount(from: value) ?? overwritten(value)
      ?? torn(above: value) ?? tail(of: value) ?? written(below: value)
    // 待付尾款 1729.00: a part of it is not paid yet, and only what is left without that part was.
    let open = derived[value]?.contains(.totalMinusDiscount) ?? false ? nil : openBalance
    let overpriced = rows.contains { $0.exceeds(value) } ? value : nil
    let isTold = changes.contains(value - weighed) || isReduction(weighed - value)
    let otherItems = Self.differInOneDigit(weighed, value) && !isTold ? weighed : nil
    return [
      bare(above: value).map { Contradiction($0, by: .unlabelled) },
      voucherPaid(besides: value).map { Contradiction($0, by: .payment) },
      struck.map { Contradiction($0, by: .changed) },
      struck == nil
        ? (rest(of: value) ?? paidLess(than: value) ?? left(of: value)).map {
          Contradiction($0, by: .reduced)
        } : nil,
      overpriced.map { Contradiction($0, by: .price) },
      otherItems.map { Contradiction($0, by: .items) }, open.map { Contradiction($0, by: .open) },
    ].compactMap(\.self)
  }

  /// 应付 507.00, 抖音团购 50.00, 支付宝 457.00: a voucher without a minus among what was paid by. Whether it
  /// was paid or taken off nothing says.
  private func voucherPaid(besides value: Int64) -> Int64? {
    guard isPaymentOnly(value) else { return nil }
    return facts.first { due in
      due.label == .due && due.isStrongTotal && due.hundredths > value
        && facts.contains { voucher in
          voucher.hundredths == due.hundredths - value && voucher.order > due.order
            && [.coupon, .discount].contains(voucher.label) && voucher.place == 0
            && !voucher.token.isNegative && isVoucher(voucher)
        }
    }?.hundredths
  }

  /// An amount that readers agree on, told as a total in whatever words, that is the value but for
  /// one digit: 4140.90 and 140.90.
  func changed(from value: Int64) -> Int64? {
    facts.first { fact in
      fact.hundredths > value && fact.likeness == 1 && fact.coverage >= 0.5 && fact.place == 0
        && !fact.token.isSecondGuess && !fact.isInSentence && !fact.isOfPiece
        && (fact.token.decimals == 2 || !showsDecimals)
        && (fact.label.map(AmountLabel.totals.contains) ?? false)
        && [.agreed, .witnessed].contains(fact.token.support.standing)
        && Self.differInOneDigit(fact.hundredths, value) && !isNear(fact.hundredths, value)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !isChange(from: fact.hundredths, to: value) && !isPutIn(fact.hundredths)
        && !superseded.contains(fact.hundredths) && !isListPrice(fact, above: value)
    }?.hundredths
  }

  /// 原价合计 1468.00 above 折后合计 1168.00, 优惠券 -100.00 and 应付 1068.00: what all cost before, and what was
  /// taken off it leads to the value.
  private func isListPrice(_ fact: AmountFact, above value: Int64) -> Bool {
    fact.label == .subtotal && derived[value]?.contains(.totalMinusDiscount) ?? false
      && Self.wordsOfListPrice.contains { fact.phrase?.hasPrefix($0) ?? false }
  }

  private static let wordsOfListPrice = ["原价", "吊牌", "标价"]

  /// 件数:3 ¥8267.00 above 合计 ¥1267.00: what all pieces come to, but for one digit.
  private func changedBehindCount(from value: Int64) -> Int64? {
    facts.first { fact in
      fact.label == .quantity && fact.place > 0 && fact.token.hasSign && fact.token.decimals == 2
        && fact.hundredths > value && !fact.token.isSecondGuess && !fact.isInSentence
        && Self.differInOneDigit(fact.hundredths, value)
    }?.hundredths
  }

  /// 小計: 5102000 above 合计 210.00: a pen over the printed digits. Digits whose point was lost are
  /// the value's own.
  private func overwritten(_ value: Int64) -> Int64? {
    guard byValue[value]?.contains(where: { $0.token.decimals == 2 }) ?? false else { return nil }
    return facts.first { fact in
      guard fact.place == 0, fact.isStrong, fact.token.decimals == 0, !fact.token.isSecondGuess,
        !fact.isInSentence, [.subtotal, .total, .due].contains(fact.label)
      else { return false }
      let digits = fact.hundredths / 100
      return digits >= Self.overwrittenMin && byValue[digits] == nil && derived[digits] == nil
    }.map(\.hundredths)
  }

  /// Six digits and no point.
  private static let overwrittenMin: Int64 = 100_000

  /// 支付宝 1446.00, struck out, and below it 4446.00 beside what is no label of money.
  private func written(below value: Int64) -> Int64? {
    let told = facts.filter { $0.hundredths == value && $0.isSupporting && $0.label != nil }
    guard let last = told.map(\.order).max() else { return nil }
    return facts.first { fact in
      (last + 1...last + Self.linesOfPen).contains(fact.order) && fact.token.decimals == 2
        && (fact.label == nil && fact.isAlone || fact.label == .identifier)
        && fact.hundredths >= Self.tailMin && !items.contains(fact.order)
        && !fact.token.isSecondGuess && !fact.isInSentence && !fact.token.isNegative
        && String(fact.hundredths).count == String(value).count
        && Self.differInOneDigit(fact.hundredths, value)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !isChange(from: fact.hundredths, to: value)
    }?.hundredths
  }

  private static let linesOfPen = 2

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
      return !isReduced(fact, to: value) && fact.hundredths >= value + 100 && fact.place == 0
        && !fact.isInSentence
        && !fact.token.isSecondGuess && word.contains(where: Self.lettersOfTotals.contains)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
    }?.hundredths
  }

  /// 计1725.20, 让170.00, 收1555.20: what the two differ by stands between them.
  private func isReduced(_ fact: AmountFact, to value: Int64) -> Bool {
    places(of: fact.hundredths - value).contains { reduction in
      reduction.order > fact.order && !reduction.token.isSecondGuess && isMoney(reduction)
        && (reduction.label.map { [.discount, .coupon].contains($0) } ?? true)
        && places(of: value).contains { $0.isSupporting && $0.order > reduction.order }
    }
  }

  /// What is left of a changed amount, 店40.46, between two lines that tell 140.46.
  private func tail(of value: Int64) -> Int64? {
    let told = Set(
      facts.filter { $0.hundredths == value && $0.isSupporting && $0.label != nil }.map(\.order))
    return facts.first { fact in
      guard fact.label == nil, fact.place == 0, fact.token.decimals == 2, !fact.isInSentence,
        !fact.token.isSecondGuess, fact.printed?.count ?? 0 <= 3
      else { return false }
      return fact.hundredths >= Self.tailMin && fact.hundredths < value
        && String(value).hasSuffix(String(fact.hundredths))
        && told.contains { $0 < fact.order } && told.contains { $0 > fact.order }
    }?.hundredths
  }

  /// Four digits: fewer may be those of another amount.
  private static let tailMin: Int64 = 1_000

  /// 消费金额 1179.00, below it 353.70 and ￥825.30 whose labels nobody could read, and 收您 825.30: the
  /// first may have been taken off, or paid in another way.
  private func rest(of value: Int64) -> Int64? {
    guard let first = facts.first(where: { $0.hundredths == value && $0.isSupporting })?.order
    else { return nil }
    return facts.first { rest in
      guard isBare(rest), rest.token.hasSign, rest.order > first,
        places(of: rest.hundredths).contains(where: {
          $0.order > rest.order && [.received, .tendered].contains($0.label)
        })
      else { return false }
      return facts.contains {
        $0.label == nil && $0.order == rest.order - 1 && $0.order > first && isMoney($0)
          && !$0.token.isSecondGuess && !$0.isInSentence
          && $0.hundredths + rest.hundredths == value
      }
    }?.hundredths
  }

  /// 总额 89.00, -10.00, 收款 76.00: below what was taken off stands that less was paid, though not all
  /// of what leads to it could be read.
  private func paidLess(than value: Int64) -> Int64? {
    guard reduction > 0, !(derived[value]?.contains(.totalMinusDiscount) ?? false),
      let last = places(of: value).map(\.order).max(),
      !places(of: value).contains(where: { $0.label.map(Self.labelsOfPayment.contains) ?? false })
    else { return nil }
    return facts.first { fact in
      [.paid, .received].contains(fact.label) && fact.order > last && fact.likeness == 1
        && fact.coverage >= 0.5 && fact.token.decimals == 2 && !fact.token.isSecondGuess
        && !fact.isInSentence && !parts.contains(fact.hundredths)
        // As much again may have been taken off that nobody could read.
        && (value - 2 * reduction..<value).contains(fact.hundredths)
    }?.hundredths
  }

  /// 消费金额 384.00, 优惠 -20.00, and below it a stamp over what was due: nothing says that all of it
  /// was paid.
  private func left(of value: Int64) -> Int64? {
    let told = places(of: value)
    guard !(derived[value]?.contains(.totalMinusDiscount) ?? false),
      let last = told.map(\.order).max(),
      !told.contains(where: { $0.label.map(Self.labelsOfPayment.contains) ?? false })
    else { return nil }
    return facts.first { fact in
      fact.order > last && [.discount, .coupon].contains(fact.label) && fact.token.isNegative
        && fact.likeness == 1 && fact.coverage >= 0.5 && !fact.token.isSecondGuess
        && !fact.isInSentence && (1..<value).contains(fact.hundredths)
    }.map { value - $0.hundredths }
  }

  private static let labelsOfPayment: Set<AmountLabel> = [.paid, .received, .means, .tendered]

  /// Two amounts under one label that differ in one digit, 应付金额: 839.75 ¥639.75: one was struck out
  /// and the other written beside it.
  static func doubled(_ facts: [AmountFact]) -> [[Int64]] {
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
      fact.hundredths >= value + 100 && isBare(fact) && fact.isLikelyMoney && !fact.isInSentence
        && (fact.times ?? 0) < Self.several && !isBesideBalance(fact)
        && !isLeftOfCash(fact, of: value) && !isReduced(fact, to: value)
        && !isItem(fact, of: value) && !isReduction(fact.hundredths) && !isOfferedFor(fact)
        && !handedOver.contains(fact.hundredths) && !parts.contains(fact.hundredths)
        && !superseded.contains(fact.hundredths)
        // x12,163.00 is one at 2,163.00 where the items add up so.
        && !(fact.isBehindTimes && isSumOfCounted(value))
        && (derived[fact.hundredths] ?? []).subtracting([.taxShare]).isEmpty
        && !changes.contains { fact.hundredths + $0 == value }
    }?.hundredths
  }

  /// Several rows, whose counts ran into what they come to, add up to it.
  private func isSumOfCounted(_ value: Int64) -> Bool {
    facts.count(where: \.isBehindTimes) > 1
      && !(derived[value] ?? []).isDisjoint(with: [.sumOfItems, .possibleSumOfItems])
  }

  /// 元旦跨年套餐298元12月15日起预订: a whole number behind words that are no label is what something costs.
  private func isOfferedFor(_ fact: AmountFact) -> Bool {
    showsDecimals && fact.token.decimals == 0 && fact.printed?.count ?? 0 >= Self.wordsOfOffer
  }

  private static let wordsOfOffer = 4

  /// Two of an item, in thousandths: the price of one is no amount then.
  private static let several: Int64 = 2_000

  /// 零: 81.50 below 收款 100.00, of which 18.50 was paid.
  private func isLeftOfCash(_ fact: AmountFact, of value: Int64) -> Bool {
    places(of: fact.hundredths + value).contains {
      $0.order == fact.order - 1 && !$0.token.isSecondGuess
        && [.received, .tendered].contains($0.label)
    }
  }

  /// 会员余额: and 986.52, askew of each other.
  private func isBesideBalance(_ fact: AmountFact) -> Bool {
    fact.isAlone && !unreadBalances.isDisjoint(with: [fact.order - 1, fact.order + 1])
  }

  /// 200元代金券, below 美团团购券核销 -200.00.
  private func isReduction(_ value: Int64) -> Bool {
    facts.contains {
      $0.hundredths == value && [.discount, .coupon].contains($0.label)
        && (isTold($0) || $0.token.isNegative)
    }
  }

  /// Stands among items, one of which may cost more than what was paid for all of them: where
  /// something was taken off, from a total that is told and no less than the item.
  /// Or where it was read with its quantity, and without adds up to the value; what stands alone
  /// with its sign has none. Or it is named, stands above what was paid, and is no more than that
  /// and what was taken off together.
  func isItem(_ fact: AmountFact, of value: Int64) -> Bool {
    if fact.isPriceOfItem, !fact.token.hasSign, reduction > 0,
      fact.hundredths <= value + reduction,
      places(of: value).allSatisfy({ !$0.isSupporting || $0.order > fact.order })
    {
      return true
    }
    if derived[value]?.contains(.totalMinusDiscount) ?? false, isBelowWhole(fact) { return true }
    guard items.contains(fact.order) else { return false }
    return !changes.isEmpty && totals.joined().contains { $0 >= fact.hundredths }
      || !(fact.isAlone && fact.token.hasSign)
        && derived[value]?.contains(.possibleSumOfItems) ?? false
  }

  /// 会员优惠 -93.70: what stands with a minus, or whose label is plain.
  static func reduction(_ facts: [AmountFact]) -> Int64 {
    var seen: Set<[Int64]> = []
    return facts.filter { fact in
      fact.label.map { [.discount, .coupon].contains($0) } ?? false && !fact.token.isSecondGuess
        && !fact.isInSentence && (fact.token.isNegative || fact.isStrong)
        && seen.insert([Int64(fact.order), fact.hundredths]).inserted
    }.reduce(0) { $0 + $1.hundredths }
  }

  /// A subtotal of the same, or of more, stands below it.
  private func isBelowWhole(_ fact: AmountFact) -> Bool {
    facts.contains {
      $0.order > fact.order && $0.hundredths >= fact.hundredths && $0.isStrong && isMoney($0)
        && ($0.label == .subtotal || $0.isStrongTotal)
    }
  }

  func isBare(_ fact: AmountFact) -> Bool {
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

  static func places(of facts: [AmountFact]) -> [[Int64]] {
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

  /// So many changes come near everything: only a rounder amount is a rounding of what they lead
  /// to.
  private static func isRounded(_ one: Int64, to other: Int64) -> Bool {
    abs(one - other) <= 1 || abs(one - other) < 100 && isRounder(other, than: one)
  }

  private func isChange(from one: Int64, to other: Int64) -> Bool {
    values([.change]).contains { abs(one - other) == $0 }
  }
}
