import Receipts

/// Which lines of a page, read once, are worth a second look by better and by other readers: those
/// that carry a field or say something of one.
struct LineSelection {
  /// A candidate below is not worth asking about.
  private static let probabilityMin = 0.01
  /// A counter below is looked for in the head again.
  private static let counterSure = 0.97
  private static let headLines = 5
  /// Where each field is as likely, the lines that could not be read well need not be looked at.
  private static let enough = 0.9
  /// A line that the page's reader trusts less may say anything.
  private static let readConfidence = 0.85
  private static let unreadMax = 30
  /// Words of which the page's reader trusts every character so far are read: the better one saw
  /// other letters on 4 of 557 such lines of press malls 64, 71, 73 and 75.
  private static let sureLetters = 0.98

  private var parts: [Int: SecondLook.Part] = [:]

  /// - Parameter hasRegister: whether names are looked up: without a register no shop is certain,
  ///   however well its name is read.
  init(_ lines: [PrintedLine], reading: Reading, hasRegister: Bool) {
    addNumbers(reading.amount)
    addNumbers(reading.time)
    for line in (reading.amount.best?.lines ?? []) + (reading.time.best?.lines ?? []) {
      parts[line] = .decisiveNumbers
    }
    addNumbers(reading.receiptNumber)
    for fact in AmountFacts(lines: lines).facts where Self.isTold(fact) {
      addNumbers(of: fact.lineIndex)
    }
    for line in lines {
      guard let label = Self.label(of: line) else { continue }
      if label.isRead { addNumbers(of: line.index) } else { parts[line.index] = .all }
    }
    if reading.counter.probability < Self.counterSure {
      let told = reading.counter.candidates.filter { $0.probability >= Self.probabilityMin }
        .flatMap(\.lines)
      let names = Set(told + lines.filter(Self.mayBeName).prefix(Self.headLines).map(\.index))
      for line in lines where names.contains(line.index) && line.leastConfidence < Self.sureLetters
      {
        parts[line.index] = .all
      }
    }
    for candidate in reading.kind.candidates where candidate.value != .sale {
      for line in candidate.lines { parts[line] = .all }
    }
    let least = min(
      reading.amount.probability, reading.time.probability,
      hasRegister ? reading.counter.probability : 1)
    if least < Self.enough {
      let unread = lines.filter { $0.confidence < Self.readConfidence && !$0.isRuling }
      // On a page of many such the longest are print rather than texture of a table.
      for line in unread.sorted(by: { $0.key.count > $1.key.count }).prefix(Self.unreadMax) {
        parts[line.index] = .all
      }
    }
    for index in KindReader.halfReadLines(lines) { parts[index] = .all }
  }

  /// In the order of the page's lines.
  var looks: [SecondLook] {
    parts.sorted { $0.key < $1.key }.map { SecondLook(line: $0.key, part: $0.value) }
  }

  private mutating func addNumbers<Value>(_ field: Field<Value>) {
    for candidate in field.candidates where candidate.probability >= Self.probabilityMin {
      for line in candidate.lines { addNumbers(of: line) }
    }
  }

  private mutating func addNumbers(of line: Int) {
    if parts[line] == nil { parts[line] = .numbers }
  }

  /// It is the amount, or the amount follows from it.
  private static func isTold(_ fact: AmountFact) -> Bool {
    if fact.isPointsEarned { return true }
    return switch fact.label {
    case .paid, .received, .due, .total, .subtotal, .means, .tendered, .change, .discount,
      .coupon, .rounding, .surcharge, .tax, .deposit:
      true
    case .saved, .balance, .points, .inclusiveTax, .price, .quantity, .identifier, nil: false
    }
  }

  private struct FoundLabel {
    /// Every character of it.
    var isRead: Bool
  }

  /// The label of a field on a line, whatever could be read of the value.
  private static func label(of line: PrintedLine) -> FoundLabel? {
    var likenesses: [Double] = []
    if let match = AmountFacts.finder.match(in: line.key), !match.isVague,
      AmountLabel.totals.contains(match.meaning)
    {
      likenesses.append(match.likeness)
    }
    if let match = TimeSightings.finder.match(in: line.key), !match.isVague,
      match.meaning != .other
    {
      likenesses.append(match.likeness)
    }
    if let match = NumberLabels.finder.match(in: line.key), !match.isVague,
      [.receipt, .order].contains(match.meaning)
    {
      likenesses.append(match.likeness)
    }
    return likenesses.max().map { FoundLabel(isRead: $0 == 1) }
  }

  /// Rulings and numbers are no names.
  private static func mayBeName(_ line: PrintedLine) -> Bool {
    let letters = line.text.characters.filter { $0.isLetter }
    return Set(letters).count >= 2 && letters.count * 2 > line.text.characters.count
  }
}
