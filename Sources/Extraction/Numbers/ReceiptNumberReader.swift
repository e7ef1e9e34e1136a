import Receipts

/// Decides which of a paper's numbers tells this receipt from another.
struct ReceiptNumberReader {
  let weights: Weights

  private static let finder = LabelFinder(
    Lexicon.numbers, vague: Lexicon.vagueNumbers)

  private struct Sighting {
    var number: ReceiptNumber
    var label: NumberLabel?
    var likeness: Double
    var phrase: String?
    var lineIndex: Int
    var order: Int
    var leastConfidence: Double
    var readers: Int
    var isDisputed: Bool
  }

  func field(_ lines: [PrintedLine]) -> Field<ReceiptNumber> {
    var ballot = Ballot<ReceiptNumber>()
    for (order, line) in lines.enumerated() {
      for sighting in sightings(on: line, order: order, above: order > 0 ? lines[order - 1] : nil) {
        guard let label = sighting.label else { continue }
        var evidence = [
          weights.evidence(
            "number_label_\(label.rawValue)", times: sighting.likeness, sighting.phrase)
        ]
        let digits = sighting.number.rawValue.count(where: \.isNumber)
        evidence.append(weights.evidence(digits >= 6 ? "number_long" : digits >= 4 ? "number_usual" : "number_short"))
        ballot.add(sighting.number, evidence, line: line.index)
        var doubt =
          sighting.isDisputed
          ? weights("misread_disputed")
          : sighting.readers > 1 ? weights("misread_agreed") : weights("misread_alone")
        doubt += weights("misread_confidence") * (1 - sighting.leastConfidence)
        ballot.doubt(sighting.number, min(0.9, doubt))
      }
    }
    return ballot.field(noneScore: weights("number_none"))
  }

  private func sightings(
    on line: PrintedLine, order: Int, above: PrintedLine?
  ) -> [Sighting] {
    var result: [Sighting] = []
    for text in line.texts {
      for token in Self.tokens(in: text) {
        let before = String(text.characters[token.labelRange])
        let key = Array(Folding.key(before))
        var match = Self.finder.match(in: key)
        if match == nil, key.isEmpty, let above, above.key.count <= 8 {
          match = Self.finder.match(in: Array(above.key))
        }
        let number = ReceiptNumber(token.value)
        if let index = result.firstIndex(where: { $0.number.key == number.key }) {
          result[index].readers += 1
          if match?.likeness ?? 0 > result[index].likeness {
            result[index].label = match?.meaning
            result[index].likeness = match?.likeness ?? 0
            result[index].phrase = match?.phrase
          }
          continue
        }
        result.append(
          Sighting(
            number: number, label: match?.meaning, likeness: match?.likeness ?? 0,
            phrase: match?.phrase, lineIndex: line.index, order: order,
            leastConfidence: text.leastConfidence(in: token.range), readers: 1,
            isDisputed: false))
      }
    }
    // The second reader sees the same place with other characters: its label is the first's.
    for index in result.indices where result.count > 1 {
      for other in result.indices where other != index {
        let (one, two) = (result[index].number.key, result[other].number.key)
        if one.count == two.count, zip(one, two).count(where: { $0 != $1 }) <= 2 {
          result[index].isDisputed = true
          if result[index].label == nil {
            result[index].label = result[other].label
            result[index].likeness = result[other].likeness
          }
        }
      }
    }
    return result
  }

  private struct Token {
    var value: String
    var range: Range<Int>
    var labelRange: Range<Int>
  }

  /// Runs of letters, digits and joining signs with at least three digits, that are neither a date
  /// nor money nor a clock.
  private static func tokens(in text: PrintedText) -> [Token] {
    let characters = text.characters
    let days = TimeScanner(text)
    let taken = days.days().filter { !$0.isInsideNumber }.map(\.range) + days.clocks().map(\.range)
    var tokens: [Token] = []
    var index = 0
    var labelStart = 0
    while index < characters.count {
      guard isNumberSign(characters[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < characters.count,
        isNumberSign(characters[index]) || (isJoint(characters[index]) && index + 1 < characters.count && isNumberSign(characters[index + 1]))
      {
        index += 1
      }
      var range = start..<index
      // A Latin label runs into its number: NO12345, INV#123.
      if let digit = characters[range].firstIndex(where: { $0.isNumber }) {
        let head = String(characters[start..<digit]).uppercased().filter(\.isLetter)
        if latinLabels.contains(head) { range = digit..<index }
      }
      let value = String(characters[range])
      let digits = value.count(where: \.isNumber)
      guard digits >= 3, !taken.contains(where: { $0.overlaps(range) }), !isMoney(value) else {
        if digits >= 3 { labelStart = index }
        continue
      }
      tokens.append(Token(value: value, range: range, labelRange: labelStart..<max(labelStart, range.lowerBound)))
      labelStart = index
    }
    return tokens
  }

  private static let latinLabels: Set<String> = ["NO", "INV", "BILL", "ORDER", "CHECK", "CHK", "RECEIPT", "RCPT", "TXN", "NR", "INVNO", "BILLNO", "ORDERNO", "RECEIPTNO"]

  private static func isNumberSign(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  private static func isJoint(_ character: Character) -> Bool { "-_/#*.".contains(character) }

  private static func isMoney(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count <= 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
