import Receipts

/// A number on the paper with the label that stands for it.
struct AmountFact: Sendable {
  var label: AmountLabel?
  /// How well the label was read, 0…1.
  var likeness: Double
  /// The label as the lexicon has it.
  var phrase: String?
  /// The label stands on the line above, not on the number's own.
  var isLabelAbove = false
  var token: MoneyToken
  var line: PrintedLine
  /// Position among the paper's lines, from the top.
  var order: Int

  var minorUnits: Int64 { token.minorUnits }
}

/// Reads all numbers of a paper with their labels.
struct AmountFacts: Sendable {
  var facts: [AmountFact] = []

  private static let finder = LabelFinder(
    Lexicon.amounts, vague: Lexicon.vagueAmounts)

  init(lines: [PrintedLine], minorDigits: Int) {
    var above: (key: [Character], order: Int)?
    for (order, line) in lines.enumerated() {
      let tokens = Self.tokens(of: line, minorDigits: minorDigits)
      if tokens.isEmpty {
        above = (Array(line.key), order)
        continue
      }
      facts += Self.facts(tokens, line: line, order: order, above: above)
      above = nil
    }
  }

  private static func facts(
    _ tokens: [MoneyToken], line: PrintedLine, order: Int,
    above: (key: [Character], order: Int)?
  ) -> [AmountFact] {
    var result: [AmountFact] = []
    var end = 0
    for token in tokens {
      let start = min(end, token.range.lowerBound)
      let key = Array(
        Folding.key(String(line.text.characters[start..<token.range.lowerBound])))
      var fact = AmountFact(
        label: nil, likeness: 0, phrase: nil, token: token, line: line, order: order)
      if let match = finder.match(in: key) {
        (fact.label, fact.likeness, fact.phrase) = (match.meaning, match.likeness, match.phrase)
      } else if key.count <= 1, let last = result.last {
        (fact.label, fact.likeness, fact.phrase) = (last.label, last.likeness, last.phrase)
      } else if key.isEmpty, result.isEmpty, let above, above.order == order - 1,
        above.key.count <= 12, let match = finder.match(in: above.key)
      {
        (fact.label, fact.likeness, fact.phrase) = (
          match.meaning, match.likeness * 0.7, match.phrase
        )
        fact.isLabelAbove = true
      }
      result.append(fact)
      end = token.range.upperBound
    }
    return result
  }

  /// The first reader's numbers; the second's where it sees another, or one the first did not see.
  private static func tokens(of line: PrintedLine, minorDigits: Int) -> [MoneyToken] {
    var tokens = MoneyScanner.tokens(in: line.text, minorDigits: minorDigits)
    for text in line.texts.dropFirst() {
      for other in MoneyScanner.tokens(in: text, minorDigits: minorDigits) {
        guard let index = tokens.firstIndex(where: { $0.span.overlaps(other.span) }) else {
          insert(other, into: &tokens, of: line.text)
          continue
        }
        if tokens[index].minorUnits == other.minorUnits {
          tokens[index].agreement = .agreed
          tokens[index].isRepaired = tokens[index].isRepaired && other.isRepaired
          tokens[index].hasSign = tokens[index].hasSign || other.hasSign
          tokens[index].isNegative = tokens[index].isNegative || other.isNegative
        } else {
          var disputed = other
          disputed.agreement = .disputed
          disputed.range = tokens[index].range
          disputed.span = tokens[index].span
          tokens[index].agreement = .disputed
          tokens.insert(disputed, at: index + 1)
        }
      }
    }
    return tokens
  }

  /// A number that the first reader did not see as one, at its place in the first reader's text.
  private static func insert(
    _ other: MoneyToken, into tokens: inout [MoneyToken], of text: PrintedText
  ) {
    let middle = (other.span.start + other.span.end) / 2
    let at = text.signs.firstIndex { $0.end > other.span.start } ?? text.signs.count
    var token = other
    token.range = at..<max(at, text.signs.firstIndex { $0.start > middle } ?? text.signs.count)
    let index = tokens.firstIndex { $0.range.lowerBound >= at } ?? tokens.count
    tokens.insert(token, at: index)
  }
}
