/// What a page says about a purchase: each field with its candidates.
package struct Reading: Hashable, Codable, Sendable {
  package var kind: Field<Kind>
  package var counter: Field<CounterMatch>
  package var amount: Field<Money>
  package var time: Field<PrintedTime>
  package var receiptNumber: Field<ReceiptNumber>
  /// Things about the whole page that no single field carries (`sum_mismatch`), by stable code.
  package var signals: [Signal]
  /// Which of the counter's layouts took part; `nil`: none.
  package var layoutVersion: Int?

  package init(
    kind: Field<Kind> = .init(), counter: Field<CounterMatch> = .init(),
    amount: Field<Money> = .init(), time: Field<PrintedTime> = .init(),
    receiptNumber: Field<ReceiptNumber> = .init(), signals: [Signal] = [],
    layoutVersion: Int? = nil
  ) {
    self.layoutVersion = layoutVersion
    self.kind = kind
    self.counter = counter
    self.amount = amount
    self.time = time
    self.receiptNumber = receiptNumber
    self.signals = signals
  }

  /// How likely kind, counter, amount and time are all right: the product of their probabilities.
  package var certainty: Double {
    kind.probability * counter.probability * amount.probability * time.probability
  }
}

/// The name of a field, as reasons and review questions use it.
package enum FieldName: String, Codable, Sendable, CaseIterable {
  case kind, counter, amount, time
  case receiptNumber = "receipt_no"
}

/// Which counter printed the paper.
package struct CounterMatch: Hashable, Codable, Sendable {
  /// `nil` when no counter of the register fits, or there is no register.
  package var code: CounterCode?
  /// The register's name, or the name as printed where there is no code.
  package var name: String

  package init(code: CounterCode?, name: String) {
    self.code = code
    self.name = name
  }
}

/// The candidates for one field, the most probable first; none when the paper does not show it.
package struct Field<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  package var candidates: [Candidate<Value>]

  package init(_ candidates: [Candidate<Value>] = []) {
    self.candidates = candidates.sorted { $0.probability > $1.probability }
  }

  package var best: Candidate<Value>? { candidates.first }

  /// Of the best candidate; 0 when there is none.
  package var probability: Double { best?.probability ?? 0 }
}

/// One value a field may have, and why.
package struct Candidate<Value: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  package var value: Value
  /// That this value is right, 0…1.
  package var probability: Double
  package var evidence: [Evidence]
  /// Indices of the page's lines it was read from.
  package var lines: [Int]

  package init(value: Value, probability: Double, evidence: [Evidence] = [], lines: [Int] = []) {
    self.value = value
    self.probability = probability
    self.evidence = evidence
    self.lines = lines
  }
}

/// One reason to believe or doubt a candidate.
package struct Evidence: Hashable, Codable, Sendable {
  /// A stable name of the feature: `label_paid`, `repeated`, `readers_agree`.
  package var code: String
  /// What it adds to the log-odds of the candidate, in nats; negative is doubt.
  package var weight: Double
  /// What was seen, for a person: `实付金额`.
  package var detail: String?

  package init(_ code: String, weight: Double, detail: String? = nil) {
    self.code = code
    self.weight = weight
    self.detail = detail
  }

  /// Whether it speaks of misread digits rather than of the value.
  package var isMisreading: Bool { code.hasPrefix("misread_") }
}

/// Something that calls for attention, found in Extraction or Screening.
package struct Signal: Hashable, Codable, Sendable {
  package var code: String
  package var detail: String?
  /// What the detail rests on, as a code; `nil` also in what earlier versions stored.
  package var ground: String?

  package init(_ code: String, detail: String? = nil, ground: String? = nil) {
    self.code = code
    self.detail = detail
    self.ground = ground
  }
}

extension Signal {
  /// The ground of a `day_mismatch` that another date on the paper tells, rather than its number.
  package static let dayBeside = "date"

  /// What leads to another amount than the one that was read (`sum_mismatch`). The raw values are
  /// stored with claims.
  package enum Ground: String, Sendable, CaseIterable {
    case change, capitals, items, points
    case total, subtotal, payment
    /// An amount that stands alone.
    case unlabelled
    /// Amounts that differ as a changed one does from what it was.
    case changed
    /// What may be left of the amount after something was taken off.
    case reduced
    /// An item comes to more than its price says; the detail is the amount itself.
    case price
    /// A part, which the detail tells, is not paid yet.
    case open
  }
}
