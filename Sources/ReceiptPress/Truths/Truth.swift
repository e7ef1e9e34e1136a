package import Receipts

/// What a labelled set calls a paper.
package enum TruthKind: String, Codable, Hashable, Sendable, CaseIterable {
  case sale, duplicate, refund, prebill, tampered, reprint
  case order
  case topUp = "top_up"
  case invoice, parking, other

  /// Papers that are no receipt of a till at all: of these only the kind is labelled.
  package var isOtherPaper: Bool {
    switch self {
    case .order, .topUp, .invoice, .parking, .other: true
    case .sale, .duplicate, .refund, .prebill, .tampered, .reprint: false
    }
  }
}

/// Something on a paper that trips readers and rules; each is put there on purpose.
package enum Trap: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
  case tenderedCash = "tendered_cash"
  /// 实收 stands for what was handed over.
  case receivedIsTendered = "received_is_tendered"
  /// 应收 or 应付 stands above the deductions and is not what was paid.
  case dueIsGross = "due_is_gross"
  case discount, coupon, rounding, deposit
  case serviceCharge = "service_charge"
  case storedBalance = "stored_balance"
  case pointsTotal = "points_total"
  case splitPayment = "split_payment"
  case severalTimes = "several_times"
  case expectedTime = "expected_time"
  case dayOnly = "day_only"
  case splitTime = "split_time"
  case timeInNumber = "time_in_number"
  case dayFirst = "day_first"
  case monthFirst = "month_first"
  case halfDayClock = "half_day_clock"
  case noNumber = "no_number"
  case severalNumbers = "several_numbers"
  case callNumber = "call_number"
  case cardSlip = "card_slip"
  case amountTwice = "amount_twice"
  case amountInWords = "amount_in_words"
  case wideTotal = "wide_total"
  case fullWidthDigits = "full_width_digits"
  case groupedDigits = "grouped_digits"
  case trimmedDecimals = "trimmed_decimals"
  case foreignCurrency = "foreign_currency"
  case negativeAmounts = "negative_amounts"
  case reprintMark = "reprint_mark"
  case prebillMark = "prebill_mark"
  case refundMark = "refund_mark"
  case alteredDigits = "altered_digits"
  case aliasPrinted = "alias_printed"
  case companyPrinted = "company_printed"
  case nearTwin = "near_twin"
  case notInRegister = "not_in_register"
  case unlabelledAmount = "unlabelled_amount"
  case noItems = "no_items"

  package static func < (left: Trap, right: Trap) -> Bool { left.rawValue < right.rawValue }
}

/// One line of truth.jsonl: what a perfect reader would say of one picture.
package struct Truth: Hashable, Sendable, Codable {
  package var file: String
  package var kind: TruthKind
  /// 0 flat scan … 3 bad photograph.
  package var level: Int
  /// `nil` where the register does not list it.
  package var counter: CounterCode?
  /// The register's name, or the printed one where the register has none.
  package var counterName: String
  package var amount: Money
  package var time: PrintedTime
  package var receiptNumber: String?
  package var receiptNumberAlternatives: [String]
  /// The file of the first photograph of the same paper.
  package var of: String?
  package var family: Family
  /// Tells counters' layouts apart.
  package var layout: String
  package var printedName: String
  package var traps: [Trap]

  private enum CodingKeys: String, CodingKey {
    case file, kind, level, counter, amount, currency, time, of, family, layout, traps, unlabelled
    case counterName = "counter_name"
    case timePrecision = "time_precision"
    case receiptNumber = "receipt_no"
    case receiptNumberAlternatives = "receipt_no_alternatives"
    case printedName = "printed_name"
  }

  /// Fields of which nothing is said.
  package var unlabelled: [String] {
    kind.isOtherPaper ? ["counter", "amount", "time", "receipt_no"] : []
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(file, forKey: .file)
    try container.encode(kind, forKey: .kind)
    try container.encode(level, forKey: .level)
    try container.encode(counter, forKey: .counter)
    try container.encode(counterName, forKey: .counterName)
    try container.encode(amount.decimal, forKey: .amount)
    try container.encode(amount.currency, forKey: .currency)
    try container.encode(time.iso, forKey: .time)
    try container.encode(time.precision, forKey: .timePrecision)
    try container.encode(receiptNumber, forKey: .receiptNumber)
    try container.encode(receiptNumberAlternatives, forKey: .receiptNumberAlternatives)
    try container.encode(of, forKey: .of)
    try container.encode(unlabelled, forKey: .unlabelled)
    try container.encode(family, forKey: .family)
    try container.encode(layout, forKey: .layout)
    try container.encode(printedName, forKey: .printedName)
    try container.encode(traps, forKey: .traps)
  }
}

extension Truth {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let currency = try container.decode(Currency.self, forKey: .currency)
    let decimal = try container.decode(String.self, forKey: .amount)
    let iso = try container.decode(String.self, forKey: .time)
    let precision = try container.decode(PrintedTime.Precision.self, forKey: .timePrecision)
    guard let amount = Money(decimal: decimal, currency: currency),
      let time = PrintedTime(iso: iso)?.truncated(to: precision)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .amount, in: container, debugDescription: "no amount or time: \(decimal) \(iso)")
    }
    self.init(
      file: try container.decode(String.self, forKey: .file),
      kind: try container.decode(TruthKind.self, forKey: .kind),
      level: try container.decode(Int.self, forKey: .level),
      counter: try container.decode(CounterCode?.self, forKey: .counter),
      counterName: try container.decode(String.self, forKey: .counterName), amount: amount,
      time: time, receiptNumber: try container.decode(String?.self, forKey: .receiptNumber),
      receiptNumberAlternatives: try container.decode(
        [String].self, forKey: .receiptNumberAlternatives),
      of: try container.decode(String?.self, forKey: .of),
      family: try container.decode(Family.self, forKey: .family),
      layout: try container.decode(String.self, forKey: .layout),
      printedName: try container.decode(String.self, forKey: .printedName),
      traps: try container.decode([Trap].self, forKey: .traps))
  }
}
