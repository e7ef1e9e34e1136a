import Receipts

/// Which lines of a page, read once, are worth a second look by better and by other readers: those
/// that carry a field or say something of one.
struct LineSelection {
  /// A candidate below is not worth asking about.
  private static let probabilityMin = 0.01
  /// A counter below is looked for in the head again.
  private static let counterSure = 0.97
  private static let headLines = 5

  private(set) var indices: Set<Int> = []

  init(_ lines: [PrintedLine], reading: Reading) {
    add(reading.amount)
    add(reading.time)
    add(reading.receiptNumber)
    add(reading.counter)
    for candidate in reading.kind.candidates where candidate.value != .sale {
      indices.formUnion(candidate.lines)
    }
    if reading.counter.probability < Self.counterSure {
      indices.formUnion(lines.prefix(Self.headLines).map(\.index))
    }
    for fact in AmountFacts(lines: lines).facts where Self.isTold(fact) {
      indices.insert(fact.lineIndex)
    }
    for line in lines where Self.isLabelled(line) { indices.insert(line.index) }
  }

  private mutating func add<Value>(_ field: Field<Value>) {
    for candidate in field.candidates where candidate.probability >= Self.probabilityMin {
      indices.formUnion(candidate.lines)
    }
  }

  /// It is the amount, or the amount follows from it.
  private static func isTold(_ fact: AmountFact) -> Bool {
    switch fact.label {
    case .paid, .received, .due, .total, .subtotal, .means, .tendered, .change, .discount,
      .coupon, .rounding, .surcharge, .tax, .deposit:
      true
    case .saved, .balance, .points, .inclusiveTax, .price, .quantity, .identifier, nil: false
    }
  }

  /// A label of a field stands on it, whatever could be read of the value.
  private static func isLabelled(_ line: PrintedLine) -> Bool {
    if let match = AmountFacts.finder.match(in: line.key), !match.isVague,
      AmountLabel.totals.contains(match.meaning)
    {
      return true
    }
    if let match = TimeSightings.finder.match(in: line.key), !match.isVague,
      match.meaning != .other
    {
      return true
    }
    guard let match = ReceiptNumberReader.finder.match(in: line.key) else { return false }
    return !match.isVague && [.receipt, .order].contains(match.meaning)
  }
}
