/// Cash handed over, and what was given back.
extension Settlement {
  mutating func addChange() {
    let changes = values([.change])
    guard !changes.isEmpty else { return }
    hasChange = true
    // 预收 is a deposit elsewhere, and here what was handed over.
    let given = values([.received, .tendered, .means, .paid, .deposit]) + receivedAlone
    let payments = given + (given.count > 1 && given.count < 5 ? [given.reduce(0, +)] : [])
    addUnlabelledCash(changes.filter { $0 > 0 }, told: Set(payments))
    for change in changes {
      for payment in payments where payment > change {
        // Who pays by phone gets nothing back.
        if change > 0, isPaidByPhone(payment) { continue }
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

  /// 实付 325.00 现金 330.00: notes that come to a little more than what is due, on the paper of a till
  /// that prints no change. Only beside a total that more than its label leads to.
  mutating func addRoundCash() {
    guard !hasChange else { return }
    let cash = facts.filter {
      $0.label == .tendered && $0.isStrong && $0.place == 0 && !$0.token.isSecondGuess
        && $0.hundredths % Self.smallestNote == 0
    }
    for fact in cash {
      let isOfTotal = facts.contains { total in
        total.isStrongTotal && total.order < fact.order && !total.token.isSecondGuess
          && (1..<Self.leastNote(in: fact.hundredths)).contains(fact.hundredths - total.hundredths)
          && !isAnything(between: total.order, fact.order, besides: total.hundredths)
          && !(derived[total.hundredths] ?? []).isDisjoint(with: Self.rulesOfDue)
      }
      if isOfTotal { handedOver.insert(fact.hundredths) }
    }
  }

  /// 合计 100.00, 加菜 25.00, 现金 125.00: what came on top is no change.
  private func isAnything(between first: Int, _ last: Int, besides value: Int64) -> Bool {
    facts.contains {
      $0.order > first && $0.order < last && $0.hundredths > 0 && $0.hundredths != value
        && !$0.token.isSecondGuess && isMoney($0)
    }
  }

  /// The smallest of the notes that a sum is paid with: nobody hands over one that is all given
  /// back.
  private static func leastNote(in sum: Int64) -> Int64 {
    notes.reversed().first { sum % $0 == 0 } ?? 0
  }

  private static let smallestNote: Int64 = 500
  /// In hundredths, where the sum is none of larger ones: 330 is three hundreds, a twenty and a
  /// ten.
  private static let notes: [Int64] = [500, 1_000, 2_000, 5_000, 10_000]
  private static let rulesOfDue: Set<Rule> = [
    .sumOfItems, .totalMinusDiscount, .sumOfTotals, .amountInCapitals, .pointsEarned,
  ]

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
  func isPutIn(_ value: Int64) -> Bool {
    let places = facts.filter { $0.hundredths == value && $0.label != nil }
    return !places.isEmpty && places.allSatisfy { $0.label == .tendered }
  }

  /// 微信 620.40, and nothing else of as much.
  private func isPaidByPhone(_ value: Int64) -> Bool {
    let given = facts.filter {
      $0.hundredths == value && $0.label != nil && !$0.token.isSecondGuess
    }
    return given.contains { fact in
      fact.label == .means
        && [fact.phrase, fact.printed].compactMap(\.self).contains(
          where: MeansOfPayment.isPhoneNamed)
    }
      && !given.contains { $0.label == .tendered || isReceivedAlone($0) }
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
}
