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
  func isPutIn(_ value: Int64) -> Bool {
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
}
