/// The fields that a credit rests on, all decided: by certainty or by a person.
package struct Purchase: Hashable, Codable, Sendable {
  package var counter: CounterCode
  package var amount: Money
  package var time: PrintedTime
  /// `nil` when the paper prints none.
  package var receiptNumber: ReceiptNumber?

  package init(
    counter: CounterCode, amount: Money, time: PrintedTime, receiptNumber: ReceiptNumber? = nil
  ) {
    self.counter = counter
    self.amount = amount
    self.time = time
    self.receiptNumber = receiptNumber
  }
}

/// What makes two papers one purchase. A purchase may have both, and is credited once by either.
package enum PurchaseIdentity: Hashable, Sendable {
  /// Counter and receipt number. `day` keeps apart tills that start their numbers again each day.
  case number(counter: CounterCode, key: String, day: Day)
  /// Counter, minute (or day, where no clock is printed) and amount.
  case moment(counter: CounterCode, minute: Int, minorUnits: Int64, currency: Currency)

  /// The text that is digested with the home's key and stored under a `UNIQUE` constraint.
  package var canonical: String {
    switch self {
    case .number(let counter, let key, let day): "number|\(counter)|\(key)|\(day)"
    case .moment(let counter, let minute, let minorUnits, let currency):
      "moment|\(counter)|\(minute)|\(minorUnits)|\(currency)"
    }
  }
}

extension Purchase {
  /// By receipt number, where one is printed.
  package var numberIdentity: PurchaseIdentity? {
    guard let key = receiptNumber?.key, !key.isEmpty else { return nil }
    return .number(counter: counter, key: key, day: time.day)
  }

  /// By counter, minute and amount: always there.
  package var momentIdentity: PurchaseIdentity {
    .moment(
      counter: counter, minute: time.ordinalMinute, minorUnits: amount.minorUnits,
      currency: amount.currency)
  }
}
