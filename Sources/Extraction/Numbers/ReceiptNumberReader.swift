import Receipts

/// Decides which of a paper's numbers tells this receipt from another.
struct ReceiptNumberReader {
  let weights: Weights
  /// Of the counter's layout, where it has one.
  let layout: LayoutEvidence?

  private struct Sighting {
    var number: ReceiptNumber
    var match: LabelFinder<NumberLabel>.Match?
    /// Why it may be one without a label.
    var place: UnlabelledNumber?
    var lineIndex: Int
    var leastConfidence: Double
    var support: Support
    var isUneven: Bool
    /// With the digits behind a gap.
    var whole: ReceiptNumber?
  }

  func field(_ lines: [PrintedLine]) -> Field<ReceiptNumber> {
    var order: [String] = []
    var places: [String: [Sighting]] = [:]
    let parts = UnlabelledNumber.parts(of: lines)
    let edge = lines.map(\.right).max() ?? 0
    for (index, line) in lines.enumerated() {
      let found = sightings(
        on: line, above: index > 0 ? lines[index - 1] : nil, part: parts[index],
        rest: Self.rest(of: line, on: lines[safe: index + 1], edge: edge))
      for sighting in found {
        let key = sighting.number.key
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(sighting)
      }
    }
    let all = places.values.flatMap { $0.compactMap(\.match?.phrase) }
    let hasOwn = places.values.contains { $0.contains { $0.match?.isOwn ?? false } }
    let isKnown = all.contains { layout?.layout.numberLabels[$0] != nil }
    let misreading = Misreading(weights: weights, lines: lines)
    var ballot = Ballot<ReceiptNumber>()
    let labelled = order.filter { key in
      places[key]?.contains { $0.match.map { $0.meaning != .other } ?? false } ?? false
    }
    for key in order where !isEnd(key, of: places, labelled: labelled) {
      guard let found = places[key], let best = found.max(by: { weight($0) < weight($1) }),
        best.match != nil || best.place != nil
      else { continue }
      ballot.add(best.number, evidence(best, sightings: found))
      if let layout {
        let labels = found.compactMap(\.match?.phrase)
        ballot.add(
          best.number, layout.number(labels: labels, isElsewhere: isKnown, best.number))
      }
      if hasOwn, best.match?.meaning == .voucher,
        !found.contains(where: { $0.match?.isOwn ?? false })
      {
        ballot.add(best.number, [weights.evidence("number_voucher_beside")])
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

  /// What a bar code's foot shows of a number that is printed whole on another line, under its
  /// label; or without the letters INV that were taken for a label there.
  private func isEnd(_ key: String, of places: [String: [Sighting]], labelled: [String]) -> Bool {
    guard key.count >= Self.endMin else { return false }
    let found = places[key] ?? []
    let own = Set(found.map(\.lineIndex))
    return labelled.contains { other in
      other.hasSuffix(key) && other.count >= key.count + Self.missingMin
        && found.allSatisfy { sighting in
          guard let match = sighting.match, match.meaning != .other else { return true }
          return other == match.phrase + key
        }
        && (places[other] ?? []).contains { sighting in
          !own.contains(sighting.lineIndex)
            && sighting.match.map { $0.meaning != .other } ?? false
        }
    }
  }

  private static let endMin = 8
  /// Less may be a slip of the reader's.
  private static let missingMin = 3

  /// A number that no label names is not certain, however well it was read: two purchases may show
  /// the same one, of an address, a member or a till.
  static func bounded(_ field: Field<ReceiptNumber>) -> Field<ReceiptNumber> {
    let codes = Set([UnlabelledNumber.marked, .leading, .alone].map(\.rawValue))
    return Field(
      field.candidates.map { candidate in
        var candidate = candidate
        let isDoubtful = candidate.evidence.contains { evidence in
          codes.contains(evidence.code)
            || evidence.code.hasPrefix("number_label_")
              && evidence.detail.map(Lexicon.boundedNumbers.contains) ?? false
        }
        if isDoubtful {
          candidate.probability = min(candidate.probability, unlabelledMax)
        }
        return candidate
      })
  }

  private static let unlabelledMax = 0.9

  /// The labels before a number that is known, each once.
  static func labels(of number: ReceiptNumber, on lines: [PrintedLine]) -> [String] {
    let reader = ReceiptNumberReader(weights: .usual, layout: nil)
    var labels: Set<String> = []
    let edge = lines.map(\.right).max() ?? 0
    for (index, line) in lines.enumerated() {
      let sightings = reader.sightings(
        on: line, above: index > 0 ? lines[index - 1] : nil,
        rest: rest(of: line, on: lines[safe: index + 1], edge: edge))
      for sighting in sightings
      where sighting.number.key == number.key {
        if let phrase = sighting.match?.phrase { labels.insert(phrase) }
      }
    }
    return labels.sorted()
  }

  private func weight(_ sighting: Sighting) -> Double {
    guard let match = sighting.match else {
      return sighting.place.map { weights($0.rawValue) } ?? -.infinity
    }
    let vague = match.isVague ? weights("number_label_vague") : 0
    return weights("number_label_\(match.meaning.rawValue)") * match.likeness + vague
  }

  private func evidence(_ best: Sighting, sightings: [Sighting]) -> [Evidence] {
    let label = best.match.map {
      weights.evidence("number_label_\($0.meaning.rawValue)", times: $0.likeness, $0.phrase)
    }
    let place = best.place.map { weights.evidence($0.rawValue) }
    var evidence = [label ?? place, shape(of: best.number)].compactMap(\.self)
    if best.match?.isVague ?? false { evidence.append(weights.evidence("number_label_vague")) }
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

  /// Digits that the paper's edge left for the next line, at most.
  private static let restMax = 8

  /// The rest of a number that the paper had no room for: all of the next line, where this one ends
  /// at the paper's edge.
  private static func rest(
    of line: PrintedLine, on next: PrintedLine?, edge: Double
  ) -> Rest? {
    guard let next, line.right > edge - 0.12 * (edge - line.left),
      abs(next.left - line.left) < 1.5 * line.height, next.right < edge - 2 * line.height
    else { return nil }
    let characters = next.text.characters
    guard characters.count <= restMax, characters.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return Rest(digits: String(characters), confidence: next.leastConfidence)
  }

  private struct Rest {
    var digits: String
    var confidence: Double
  }

  private func sightings(
    on line: PrintedLine, above: PrintedLine?, part: UnlabelledNumber.Part = .body,
    rest: Rest? = nil
  ) -> [Sighting] {
    var result: [Sighting] = []
    for text in line.texts {
      var isNamed = false
      for token in NumberScanner(text).tokens() {
        let match = NumberLabels.match(of: token, in: text, on: line, above: above)
        // 流水号:14#16851 is one number, 檯:14#16851 a table and a number.
        if token.isBehindTable, isNamed { continue }
        isNamed = match.map { $0.meaning != .other } ?? false
        let isLast = token.range.upperBound == text.characters.count
        let isCut = isLast && (match != nil || token.isBesideTime) && token.value.count >= 5
        let value = Self.value(of: token, in: text, seen: result.map(\.number))
        let number = ReceiptNumber(value + (isCut ? rest?.digits ?? "" : ""))
        let confidence = min(
          text.leastConfidence(in: token.range), isCut ? rest?.confidence ?? 1 : 1)
        guard let index = result.firstIndex(where: { $0.number.key == number.key }) else {
          result.append(
            Sighting(
              number: number, match: match,
              place: UnlabelledNumber.place(of: token, in: text, part: part),
              lineIndex: line.index,
              leastConfidence: confidence, support: Support(text.reader, confidence: confidence),
              isUneven: text.isUneven(in: token.range),
              whole: Self.whole(value, of: token, in: text)))
          continue
        }
        result[index].support.join(Support(text.reader, confidence: confidence))
        if match?.likeness ?? 0 > result[index].match?.likeness ?? 0 { result[index].match = match }
      }
    }
    return disputed(Self.joined(result))
  }

  /// 010 04399, which another reader of the line sees as one number.
  private static func whole(
    _ value: String, of token: NumberToken, in text: PrintedText
  ) -> ReceiptNumber? {
    let rest = text.characters[token.range.upperBound...]
    guard rest.first == " " else { return nil }
    let digits = rest.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : ReceiptNumber(value + String(digits))
  }

  private static func joined(_ sightings: [Sighting]) -> [Sighting] {
    var result = sightings
    for part in sightings {
      guard let match = part.match, let whole = part.whole,
        let index = result.firstIndex(where: { $0.number.key == whole.key })
      else { continue }
      if result[index].match == nil { result[index].match = match }
      result.removeAll { $0.number.key == part.number.key }
    }
    return result
  }

  /// The letters before it are the number's own where the reader before, who read its label as
  /// well, saw them there: 序号:INV-20261118-6168 and INV-20261118-6168. Who was shown the line from
  /// its first digit on cannot have seen them: W43817 and 43817.
  private static func value(
    of token: NumberToken, in text: PrintedText, seen: [ReceiptNumber]
  ) -> String {
    if text.reader == .tesseractLatin, token.range.lowerBound <= cutSigns {
      let key = ReceiptNumber(token.value).key
      let whole = seen.first { number in
        let before = number.key.dropLast(key.count)
        return key.count >= cutDigitsMin && number.key.hasSuffix(key)
          && (1...cutLettersMax).contains(before.count) && before.allSatisfy(\.isLetter)
      }
      if let whole { return whole.rawValue }
    }
    guard let own = token.ownLabel else { return token.value }
    let whole = String(text.characters[own]) + token.value
    return seen.contains { $0.key == ReceiptNumber(whole).key } ? whole : token.value
  }

  /// Of what stands before the first digit a sign or two may be left.
  private static let cutSigns = 2
  private static let cutLettersMax = 4
  private static let cutDigitsMin = 4

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

extension LabelFinder<NumberLabel>.Match {
  /// The paper's own number, and no card payment's: of a till that prints both on one paper.
  fileprivate var isOwn: Bool { meaning == .receipt && !isVague }
}
