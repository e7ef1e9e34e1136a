import Receipts

/// The numbers of a line, as every reader saw them.
extension AmountFacts {
  /// The numbers of a line from left to right, each with what every reader saw there, the page
  /// reader's first.
  static func places(of line: PrintedLine) -> [[MoneyToken]] {
    var places = MoneyScanner.tokens(in: line.text).map { [$0] }
    for text in line.texts.dropFirst() {
      for var other in MoneyScanner.tokens(in: text) {
        guard let index = places.firstIndex(where: { $0[0].span.overlaps(other.span) }) else {
          // Where PP-OCRv6 read no digit, a number of Tesseract's is texture; and words beside
          // those that it did read are digits to Tesseract: 14日(六) is 148, 收银03 is 103.
          let isSeen =
            other.decimals > 0 && hasDigit(line.text, other.span)
            && !isShare(line.text, other.span)
          if text.reader.isPaddle || !line.text.reader.isPaddle || isSeen {
            insert(other, into: &places, of: line.text)
          }
          continue
        }
        if let same = places[index].firstIndex(where: { $0.hundredths == other.hundredths }) {
          places[index][same].agree(with: other)
        } else {
          (other.range, other.span) = (places[index][0].range, places[index][0].span)
          places[index].append(other)
        }
      }
    }
    for place in places.indices where places[place].count > 1 {
      for one in places[place].indices {
        for other in places[place].indices where other != one {
          places[place][one].support.rivals.formUnion(places[place][other].support.readers)
        }
      }
      places[place].removeAll(where: \.support.isOutvoted)
    }
    addSecondGuesses(of: line, to: &places)
    return places
  }

  /// What a digit may be besides what was read: no rival of it, but a candidate of its own, for
  /// which the rest of the paper may speak.
  private static func addSecondGuesses(of line: PrintedLine, to places: inout [[MoneyToken]]) {
    for text in line.texts where text.reader.isPaddle {
      for var guess in MoneyScanner.secondGuesses(in: text) {
        guard let index = places.firstIndex(where: { $0[0].span.overlaps(guess.span) }),
          !places[index].contains(where: { $0.hundredths == guess.hundredths })
        else { continue }
        guess.support.rivals = places[index].filter { !$0.isSecondGuess }
          .reduce(into: []) { $0.formUnion($1.support.readers) }
        guess.isAgainstTwo = places[index].contains {
          !$0.isSecondGuess && [.agreed, .witnessed].contains($0.support.standing)
        }
        (guess.range, guess.span) = (places[index][0].range, places[index][0].span)
        places[index].append(guess)
      }
    }
  }

  /// Digits with a percent sign behind them: Tesseract takes 10% for 109.
  private static func isShare(_ text: PrintedText, _ span: Span) -> Bool {
    let middle = (span.start + span.end) / 2
    guard let first = text.signs.firstIndex(where: { $0.end > middle }) else { return false }
    return text.characters[first...].first { !$0.isNumber } == "%"
  }

  private static func hasDigit(_ text: PrintedText, _ span: Span) -> Bool {
    zip(text.characters, text.signs).contains { character, sign in
      character.isNumber && sign.start < span.end && sign.end > span.start
    }
  }

  /// A number that the first reader did not see as one, at its place in the first reader's text.
  private static func insert(
    _ other: MoneyToken, into places: inout [[MoneyToken]], of text: PrintedText
  ) {
    let middle = (other.span.start + other.span.end) / 2
    let start = text.signs.firstIndex { $0.end > other.span.start } ?? text.signs.count
    let end = text.signs.firstIndex { $0.start > middle } ?? text.signs.count
    var token = other
    token.range = start..<max(start, end)
    let index = places.firstIndex { $0[0].range.lowerBound >= start } ?? places.count
    places.insert([token], at: index)
  }
}
