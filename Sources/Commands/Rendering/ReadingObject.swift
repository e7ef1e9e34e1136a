import Claiming
import Foundation
import Receipts

/// The members of a line of `read` and `batch`, in the order and nesting of the contract.
struct ReadingObject {
  let timeZone: TimeZone

  /// `file`, `kind`, `counter`, `amount`, `time`, `receipt_no`.
  ///
  /// - Parameter purchase: what was credited; where a person said so it stands in place of what
  ///   was read, with probability 1.
  func members(file: String, reading: Reading?, purchase: Purchase?) -> [JSON.Member] {
    [
      .init("file", .text(file)),
      .init("kind", .optional(reading?.kind.best?.value.rawValue)),
      .init("counter", counter(reading, purchase)),
      .init("amount", amount(reading, purchase)),
      .init("time", time(reading, purchase)),
      .init("receipt_no", receiptNumber(reading, purchase)),
    ]
  }

  private func counter(_ reading: Reading?, _ purchase: Purchase?) -> JSON {
    let candidates = reading?.counter.candidates ?? []
    guard let purchase else {
      return candidates.first.map { counter($0.value.code, $0.value.name, $0.probability) } ?? .null
    }
    let read = candidates.first { $0.value.code == purchase.counter }
    return counter(purchase.counter, read?.value.name, read?.probability ?? 1)
  }

  private func counter(_ code: CounterCode?, _ name: String?, _ probability: Double) -> JSON {
    [
      "code": .optional(code?.rawValue), "name": .optional(name),
      "probability": .probability(probability),
    ]
  }

  private func amount(_ reading: Reading?, _ purchase: Purchase?) -> JSON {
    guard let (money, probability) = decided(reading?.amount, purchase?.amount) else {
      return .null
    }
    return [
      "value": .text(money.decimal), "currency": .text(money.currency.rawValue),
      "probability": .probability(probability),
    ]
  }

  private func time(_ reading: Reading?, _ purchase: Purchase?) -> JSON {
    guard let (time, probability) = decided(reading?.time, purchase?.time) else { return .null }
    return [
      "value": .text(text(of: time)), "precision": .text(time.precision.rawValue),
      "probability": .probability(probability),
    ]
  }

  private func receiptNumber(_ reading: Reading?, _ purchase: Purchase?) -> JSON {
    guard
      let (number, probability) = decided(reading?.receiptNumber, purchase?.receiptNumber)
    else { return .null }
    return ["value": .text(number.rawValue), "probability": .probability(probability)]
  }

  private func decided<Value>(
    _ field: Field<Value>?, _ purchased: Value?
  ) -> (Value, Double)? {
    guard let purchased else {
      return field?.best.map { ($0.value, $0.probability) }
    }
    let read = field?.candidates.first { $0.value == purchased }
    return (purchased, read?.probability ?? 1)
  }

  /// With the mall's offset; a day alone has none.
  func text(of time: PrintedTime) -> String {
    guard time.clock != nil, let instant = time.instant(in: timeZone) else { return time.iso }
    return time.iso + Instant.offset(of: timeZone, at: instant)
  }
}

extension JSON {
  /// Four decimals; what is not certain is never shown as 1.
  static func probability(_ value: Double) -> JSON {
    .number(value < 1 ? min(value, 0.9999) : 1)
  }

  static func reasons(_ reasons: [Reason]) -> JSON { .array(reasons.map { .text($0.rawValue) }) }
}
