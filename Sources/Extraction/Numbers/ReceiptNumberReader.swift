import Receipts

/// Decides which of a paper's numbers tells this receipt from another.
struct ReceiptNumberReader {
  let weights: Weights
  /// Of the counter's layout, where it has one.
  let layout: LayoutEvidence?

  static let finder = LabelFinder(
    Lexicon.numbers, vague: Lexicon.vagueNumbers, lastDecides: true)

  private struct Sighting {
    var number: ReceiptNumber
    var match: LabelFinder<NumberLabel>.Match?
    var isBesideTime: Bool
    var lineIndex: Int
    var leastConfidence: Double
    var support: Support
    var isUneven: Bool
  }

  func field(_ lines: [PrintedLine]) -> Field<ReceiptNumber> {
    var order: [String] = []
    var places: [String: [Sighting]] = [:]
    for (index, line) in lines.enumerated() {
      for sighting in sightings(on: line, above: index > 0 ? lines[index - 1] : nil) {
        let key = sighting.number.key
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(sighting)
      }
    }
    let all = places.values.flatMap { $0.compactMap(\.match?.phrase) }
    let isKnown = all.contains { layout?.layout.numberLabels[$0] != nil }
    let misreading = Misreading(weights: weights, lines: lines)
    var ballot = Ballot<ReceiptNumber>()
    for key in order {
      guard let found = places[key], let best = found.max(by: { weight($0) < weight($1) }),
        best.match != nil || best.isBesideTime
      else { continue }
      ballot.add(best.number, evidence(best.match, best.number, sightings: found))
      if let layout {
        let labels = found.compactMap(\.match?.phrase)
        ballot.add(
          best.number, layout.number(labels: labels, isElsewhere: isKnown, best.number))
      }
      for sighting in found { ballot.add(best.number, [], line: sighting.lineIndex) }
      let places = found.map {
        Misreading.Place(
          support: $0.support, confidence: $0.leastConfidence, isUneven: $0.isUneven,
          line: $0.lineIndex)
      }
      ballot.add(best.number, misreading.evidence("misread_number", of: places))
      let length = Double(key.count) / 10
      ballot.add(best.number, [weights.evidence("misread_length", times: length)])
    }
    return ballot.field(noneScore: weights("number_none"))
  }

  /// The labels before a number that is known, each once.
  static func labels(of number: ReceiptNumber, on lines: [PrintedLine]) -> [String] {
    let reader = ReceiptNumberReader(weights: .usual, layout: nil)
    var labels: Set<String> = []
    for (index, line) in lines.enumerated() {
      for sighting in reader.sightings(on: line, above: index > 0 ? lines[index - 1] : nil)
      where sighting.number.key == number.key {
        if let phrase = sighting.match?.phrase { labels.insert(phrase) }
      }
    }
    return labels.sorted()
  }

  private func weight(_ sighting: Sighting) -> Double {
    guard let match = sighting.match else {
      return sighting.isBesideTime ? weights("number_beside_time") : -.infinity
    }
    let vague = match.isVague ? weights("number_label_vague") : 0
    return weights("number_label_\(match.meaning.rawValue)") * match.likeness + vague
  }

  private func evidence(
    _ match: LabelFinder<NumberLabel>.Match?, _ number: ReceiptNumber, sightings: [Sighting]
  ) -> [Evidence] {
    let label = match.map {
      weights.evidence("number_label_\($0.meaning.rawValue)", times: $0.likeness, $0.phrase)
    }
    var evidence = [label ?? weights.evidence("number_beside_time"), shape(of: number)]
    if match?.isVague ?? false { evidence.append(weights.evidence("number_label_vague")) }
    if sightings.allSatisfy({ $0.support.standing == .overruled }) {
      evidence.append(weights.evidence("number_overruled"))
    }
    if Set(sightings.map(\.lineIndex)).count > 1 {
      evidence.append(weights.evidence("number_repeated"))
    }
    return evidence
  }

  private func shape(of number: ReceiptNumber) -> Evidence {
    let digits = number.rawValue.count { $0.isNumber }
    let code =
      switch digits {
      case ..<4: "number_short"
      case 4..<6: "number_usual"
      case 6..<24: "number_long"
      // Payment systems number their payments with 26 to 32 digits.
      default: "number_of_payment"
      }
    return weights.evidence(code)
  }

  private func sightings(on line: PrintedLine, above: PrintedLine?) -> [Sighting] {
    var result: [Sighting] = []
    for text in line.texts {
      for token in NumberScanner(text).tokens() {
        let match = label(of: token, in: text, on: line, above: above)
        let number = ReceiptNumber(token.value)
        guard let index = result.firstIndex(where: { $0.number.key == number.key }) else {
          result.append(
            Sighting(
              number: number, match: match, isBesideTime: token.isBesideTime,
              lineIndex: line.index,
              leastConfidence: text.leastConfidence(in: token.range),
              support: Support(
                text.reader, confidence: text.leastConfidence(in: token.range)),
              isUneven: text.isUneven(in: token.range)))
          continue
        }
        result[index].support.join(
          Support(text.reader, confidence: text.leastConfidence(in: token.range)))
        if match?.likeness ?? 0 > result[index].match?.likeness ?? 0 { result[index].match = match }
      }
    }
    return disputed(result)
  }

  private func label(
    of token: NumberToken, in text: PrintedText, on line: PrintedLine, above: PrintedLine?
  ) -> LabelFinder<NumberLabel>.Match? {
    let key = Key(characters: text.characters[token.labelRange])
    if let match = Self.finder.match(in: key) {
      // A word such as 号 has to stand right before the number: 1284号2层 2034 is an address.
      return match.isVague && key.count - match.range.upperBound > 1 ? nil : match
    }
    // Under its label a number stands alone, whoever reads no more of the line; a row of items under
    // a title does not.
    guard key.isEmpty, line.key.count <= Key(token.value).count + 1, let above,
      above.key.count <= 16,
      !above.text.hasDigit,
      var match = Self.finder.match(in: above.key)
    else { return nil }
    match.likeness *= 0.9
    return match
  }

  /// Two views of one number: the same but for two characters, or for one that one of them missed.
  private static func areAlike(_ one: String, _ two: String) -> Bool {
    if one.count == two.count { return zip(one, two).count { $0 != $1 } <= 2 }
    let (longer, shorter) = one.count > two.count ? (one, two) : (two, one)
    guard longer.count == shorter.count + 1 else { return false }
    let begin = zip(longer, shorter).prefix { $0 == $1 }.count
    return longer.dropFirst(begin + 1).elementsEqual(shorter.dropFirst(begin))
  }

  /// The second reader sees the same place with other characters: its label is the first's.
  private func disputed(_ sightings: [Sighting]) -> [Sighting] {
    var result = sightings
    for index in result.indices where result.count > 1 {
      for other in result.indices where other != index {
        let (one, two) = (result[index].number.key, result[other].number.key)
        guard Self.areAlike(one, two) else { continue }
        result[index].support.rivals.formUnion(result[other].support.readers)
        if result[index].match == nil { result[index].match = result[other].match }
      }
    }
    return result
  }
}
