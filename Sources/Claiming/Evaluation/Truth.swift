import Foundation
package import Receipts

/// What a picture of a labelled set truly shows: a line of `truth.jsonl`.
package struct Truth: Hashable, Sendable {
  /// What the picture is; unlike ``Receipts/Kind`` it knows papers claimed twice or changed.
  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    case sale, duplicate, refund, prebill, tampered, reprint
    case order
    case topUp = "top_up"
    case invoice, parking, other

    /// Whether a credit for it can be right. A duplicate may be credited in place of the paper
    /// it repeats, once.
    var isCreditable: Bool {
      switch self {
      case .sale, .duplicate, .reprint: true
      case .refund, .prebill, .tampered, .order, .topUp, .invoice, .parking, .other: false
      }
    }
  }

  package var file: String
  package var kind: Kind
  package var level: Int?
  package var family: String?
  package var counter: CounterCode?
  package var counterName: String?
  package var amount: Money?
  package var time: PrintedTime?
  package var receiptNumber: String?
  package var receiptNumberAlternatives: [String]
  /// The picture of the same purchase that this one repeats.
  package var of: String?
  /// Fields whose truth is not known (`receipt_no`, `time_of_day`).
  package var unlabelled: Set<String>

  func isLabelled(_ field: FieldName) -> Bool { !unlabelled.contains(field.rawValue) }

  /// What a reading may call the paper. A changed receipt looks like the sale it was.
  var kinds: Set<Receipts.Kind> {
    switch kind {
    case .sale, .duplicate, .tampered: family == "card_slip" ? [.sale, .slip] : [.sale]
    case .refund: [.refund]
    case .prebill: [.prebill]
    case .reprint: [.reprint]
    case .order: [.order]
    case .topUp: [.topUp]
    case .invoice: [.invoice]
    case .parking: [.parking]
    case .other: [.other]
    }
  }
}

extension Truth: Decodable {
  private enum CodingKeys: String, CodingKey {
    case file, kind, level, family, counter, amount, currency, time, of, unlabelled
    case counterName = "counter_name"
    case timePrecision = "time_precision"
    case receiptNumber = "receipt_no"
    case receiptNumberAlternatives = "receipt_no_alternatives"
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    file = try values.decode(String.self, forKey: .file)
    kind = try values.decode(Kind.self, forKey: .kind)
    level = try values.decodeIfPresent(Int.self, forKey: .level)
    family = try values.decodeIfPresent(String.self, forKey: .family)
    counter = try values.decodeIfPresent(CounterCode.self, forKey: .counter)
    counterName = try values.decodeIfPresent(String.self, forKey: .counterName)
    receiptNumber = try values.decodeIfPresent(String.self, forKey: .receiptNumber)
    receiptNumberAlternatives =
      try values.decodeIfPresent([String].self, forKey: .receiptNumberAlternatives) ?? []
    of = try values.decodeIfPresent(String.self, forKey: .of)
    unlabelled = Set(try values.decodeIfPresent([String].self, forKey: .unlabelled) ?? [])
    let currency = try values.decodeIfPresent(Currency.self, forKey: .currency) ?? .cny
    amount = try values.decodeIfPresent(String.self, forKey: .amount).map { text in
      guard let money = Money(decimal: text, currency: currency) else {
        throw DecodingError.dataCorruptedError(
          forKey: .amount, in: values, debugDescription: "\(text) is not an amount")
      }
      return money
    }
    let precision = try Self.precision(in: values)
    time = try values.decodeIfPresent(String.self, forKey: .time).map { text in
      guard let time = PrintedTime(iso: text)?.truncated(to: precision) else {
        throw DecodingError.dataCorruptedError(
          forKey: .time, in: values, debugDescription: "\(text) is not a time")
      }
      return time
    }
  }

  /// Presses write `date` for a day without a clock, too.
  private static func precision(
    in values: KeyedDecodingContainer<CodingKeys>
  ) throws -> PrintedTime.Precision {
    if try values.decodeIfPresent(String.self, forKey: .timePrecision) == "date" { return .day }
    return try values.decodeIfPresent(PrintedTime.Precision.self, forKey: .timePrecision) ?? .minute
  }
}
