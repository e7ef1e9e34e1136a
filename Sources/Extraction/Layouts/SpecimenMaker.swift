package import Receipts

extension Page {
  /// Whether an amount is printed, whatever stands beside it.
  package func shows(_ amount: Money) -> Bool {
    let hundredths = amount.hundredths
    return AmountFacts(lines: PrintedLine.lines(of: self)).facts.contains {
      $0.hundredths == hundredths && !$0.token.isSecondGuess
    }
  }

  /// Whether an amount is so many times the largest on the paper or more; `nil` where the paper
  /// tells no amount.
  package func isFarBelow(_ amount: Money, times: Int64) -> Bool? {
    let largest = AmountFacts(lines: PrintedLine.lines(of: self)).facts.filter {
      ($0.token.decimals == 2 || $0.token.hasSign) && !$0.token.isSecondGuess
    }.map(\.hundredths).max()
    return largest.map { amount.hundredths / times >= $0 }
  }

  /// Whether a number stands anywhere on the paper as any reader saw it, signs and spaces aside,
  /// and is no piece of a longer one, or of a day: 18 of 2026-11-18.
  package func shows(_ number: ReceiptNumber) -> Bool {
    let wanted = Key(number.rawValue)
    guard wanted.count >= Self.lettersOfNumberMin else { return false }
    return PrintedLine.lines(of: self).contains { line in
      line.keys.contains { key in
        guard let range = key.range(of: wanted) else { return false }
        func isDigit(_ index: Int) -> Bool { key.letters[safe: index]?.isDigit ?? false }
        return
          !(isDigit(range.lowerBound) && isDigit(range.lowerBound - 1)
          && !key.startsWord[range.lowerBound])
          && !(isDigit(range.upperBound - 1) && isDigit(range.upperBound)
            && !key.startsWord[range.upperBound])
      }
    }
  }

  /// A shorter one stands on every paper by chance.
  private static let lettersOfNumberMin = 3
}

extension Specimen {
  /// What a page shows of its till, once it is known what was bought.
  package init(page: Page, purchase: Purchase, context: ExtractionContext) {
    let lines = PrintedLine.lines(of: page)
    self.init()
    let hundredths = purchase.amount.hundredths
    let found = AmountFacts(lines: lines)
    isReduced = found.hasDeduction
    for fact in found.facts where fact.place == 0 && fact.hundredths > 0 {
      guard let label = fact.layoutLabel else { continue }
      if fact.hundredths == hundredths {
        amountLabels.append(label)
      } else if fact.isSupporting {
        otherAmountLabels.append(label)
      }
    }
    amountLabels = Set(amountLabels).sorted()
    otherAmountLabels = Set(otherAmountLabels).subtracting(amountLabels).sorted()
    let sightings = TimeSightings(
      lines: lines, hint: context.claimDay, custom: DateCustom(purchase.amount.currency)
    ).sightings
    // 打印 12:37 is not when 结账 12:37:20 was, where that stands too.
    let exact = sightings.filter { $0.times.contains(purchase.time) }
    let telling = exact.isEmpty ? sightings.filter { $0.tells(purchase.time) } : exact
    let printed = telling.filter { !$0.isInsideNumber }
    // Some tills print the time of purchase in their number alone.
    let own = printed.isEmpty ? telling : printed
    timeLabels = Set(own.map { $0.layoutLabel(on: lines) }).sorted()
    // A person may write 12:37:00 for what is printed as 12:37.
    let told = own.flatMap(\.times).filter { $0.agrees(with: purchase.time) }
    timePrecision = (told.first { $0 == purchase.time } ?? told.first)?.precision
    if let number = purchase.receiptNumber {
      numberLabels = ReceiptNumberReader.labels(of: number, on: lines)
      numberShape = numberLabels.isEmpty ? nil : Specimen.shape(of: number)
      if !numberLabels.isEmpty {
        // At night the number may tell the day before.
        let told = NumberDay.days(of: purchase.time).map { day in
          (day: day, places: DayPlace.places(of: day, in: number))
        }
        let found = told.first { !$0.places.isEmpty }
        (day, dayPlaces) = (found?.day ?? purchase.time.day, found?.places ?? [])
      }
    }
    headings = LearnedHeading.keys(lines).map(\.text)
    self.lines = LayoutLines.keys(lines)
  }
}

extension AmountFact {
  /// What stands before the number, as layouts name it: the label as the lexicon spells it, or what
  /// this till alone calls it; `nil` for a number of no label.
  var layoutLabel: String? { isInSentence ? nil : phrase ?? printed }
}

extension TimeSighting {
  /// What stands before it, as layouts name it; `""`: no label. Of a time inside a number what
  /// stands before the line's first digit: `#NO`.
  func layoutLabel(on lines: [PrintedLine]) -> String {
    guard isInsideNumber, let line = lines[safe: order] else { return label?.phrase ?? "" }
    let before = line.text.characters.prefix { !$0.isASCIIDigit }
    return "#" + String(Key(characters: before).text.suffix(Self.numberLabelMax))
  }

  private static let numberLabelMax = 8

  /// A day beside which no clock stands tells of no time of day.
  fileprivate func tells(_ time: PrintedTime) -> Bool {
    times.contains { $0.agrees(with: time) && ($0.clock == nil) == (time.clock == nil) }
  }
}

/// The lines by which a till may be known: those at head and foot that say no amount, no day and no
/// number of this purchase.
enum LayoutLines {
  private static let headLines = 10
  private static let footLines = 6
  private static let lettersMin = 4

  static func keys(_ lines: [PrintedLine]) -> [String] {
    var keys: Set<String> = []
    for (order, line) in lines.enumerated()
    where order < headLines || order >= lines.count - footLines {
      // Digits count purchases, days and money; what remains is the till's.
      let letters = line.key.letters.filter { !$0.isDigit }
      guard letters.count >= lettersMin, letters.count * 2 > line.key.count else { continue }
      keys.insert(String(String.UnicodeScalarView(letters)))
    }
    return keys.sorted()
  }
}
