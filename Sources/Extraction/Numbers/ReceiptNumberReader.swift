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
    /// Why it may be one without a label.
    var place: Unlabelled?
    var lineIndex: Int
    var leastConfidence: Double
    var support: Support
    var isUneven: Bool
  }

  /// Where tills print the number without a label; the raw values are codes of evidence.
  private enum Unlabelled: String {
    /// Right behind a day or a clock.
    case besideTime = "number_beside_time"
    /// Behind a number sign.
    case marked = "number_marked"
    /// At the start of a line above the items, with no more than the time and a cashier's name behind
    /// it.
    case leading = "number_leading"
  }

  func field(_ lines: [PrintedLine]) -> Field<ReceiptNumber> {
    var order: [String] = []
    var places: [String: [Sighting]] = [:]
    let head = Self.headCount(of: lines)
    let edge = lines.map(\.right).max() ?? 0
    for (index, line) in lines.enumerated() {
      let found = sightings(
        on: line, above: index > 0 ? lines[index - 1] : nil, isHead: index < head,
        rest: Self.rest(of: line, on: lines[safe: index + 1], edge: edge))
      for sighting in found {
        let key = sighting.number.key
        if places[key] == nil { order.append(key) }
        places[key, default: []].append(sighting)
      }
    }
    let all = places.values.flatMap { $0.compactMap(\.match?.phrase) }
    let isKnown = all.contains { layout?.layout.numberLabels[$0] != nil }
    let misreading = Misreading(weights: weights, lines: lines)
    var ballot = Ballot<ReceiptNumber>()
    for key in order where !isEnd(key, of: places) {
      guard let found = places[key], let best = found.max(by: { weight($0) < weight($1) }),
        best.match != nil || best.place != nil
      else { continue }
      ballot.add(best.number, evidence(best, sightings: found))
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

  /// What a bar code's foot shows of a number that is printed whole on another line, under its label.
  private func isEnd(_ key: String, of places: [String: [Sighting]]) -> Bool {
    let found = places[key] ?? []
    let own = Set(found.map(\.lineIndex))
    return key.count >= Self.endMin
      && found.allSatisfy { $0.match.map { $0.meaning == .other } ?? true }
      && places.contains { other, sightings in
        other.count >= key.count + Self.missingMin && other.hasSuffix(key)
          && sightings.contains { sighting in
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
    let codes = Set([Unlabelled.marked, .leading].map(\.rawValue))
    return Field(
      field.candidates.map { candidate in
        var candidate = candidate
        if candidate.evidence.contains(where: { codes.contains($0.code) }) {
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

  /// How many lines stand above the first amount: there, in the first lines of a paper, its number
  /// may stand.
  private static func headCount(of lines: [PrintedLine]) -> Int {
    let isAmount = { (line: PrintedLine) in
      let characters = line.text.characters
      return characters.indices.dropFirst().contains { index in
        characters[index] == "." && characters[index - 1].isNumber
          && (characters[safe: index + 1]?.isNumber ?? false)
          && (characters[safe: index + 2]?.isNumber ?? false)
          && !(characters[safe: index + 3]?.isNumber ?? false)
          && characters[safe: index + 3] != "."
      }
    }
    return min(10, lines.firstIndex(where: isAmount) ?? lines.count)
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
    on line: PrintedLine, above: PrintedLine?, isHead: Bool = false, rest: Rest? = nil
  ) -> [Sighting] {
    var result: [Sighting] = []
    for text in line.texts {
      var isNamed = false
      for token in NumberScanner(text).tokens() {
        let match = label(of: token, in: text, on: line, above: above)
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
              place: Self.place(of: token, in: text, isHead: isHead),
              lineIndex: line.index,
              leastConfidence: confidence, support: Support(text.reader, confidence: confidence),
              isUneven: text.isUneven(in: token.range)))
          continue
        }
        result[index].support.join(Support(text.reader, confidence: confidence))
        if match?.likeness ?? 0 > result[index].match?.likeness ?? 0 { result[index].match = match }
      }
    }
    return disputed(result)
  }

  /// The letters before it are the number's own where the reader before, who read its label as well,
  /// saw them there: 序号:INV-20261118-6168 and INV-20261118-6168.
  private static func value(
    of token: NumberToken, in text: PrintedText, seen: [ReceiptNumber]
  ) -> String {
    guard let own = token.ownLabel else { return token.value }
    let whole = String(text.characters[own]) + token.value
    return seen.contains { $0.key == ReceiptNumber(whole).key } ? whole : token.value
  }

  private static func place(
    of token: NumberToken, in text: PrintedText, isHead: Bool
  ) -> Unlabelled? {
    if token.isBesideTime { return .besideTime }
    let digits = token.value.count(where: \.isNumber)
    if token.isMarked, digits >= 4 { return .marked }
    let behind = text.characters[token.end...].filter { $0 != " " }
    let isLeading = text.characters[..<token.range.lowerBound].allSatisfy { $0 == " " }
    return isHead && isLeading && digits >= 6 && behind.count <= cashierMax
      && !isTelephone(token.value) ? .leading : nil
  }

  /// Characters of a cashier's name or number.
  private static let cashierMax = 6

  /// 0755-28840636, 400-820-1688, 13812345678: as they are written in China.
  private static func isTelephone(_ value: String) -> Bool {
    let parts = value.split(separator: "-")
    guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    switch parts.count {
    case 1: return value.count == 11 && value.hasPrefix("1")
    case 2: return parts[0].hasPrefix("0") && parts[0].count <= 4 && parts[1].count >= 7
    default: return ["400", "800"].contains(parts[0])
    }
  }

  private func label(
    of token: NumberToken, in text: PrintedText, on line: PrintedLine, above: PrintedLine?
  ) -> LabelFinder<NumberLabel>.Match? {
    let key = Key(characters: text.characters[token.labelRange])
    let own = token.ownLabel.flatMap {
      Self.finder.match(in: Key(characters: text.characters[$0]))
    }
    if let match = Self.finder.match(in: key) {
      // 机:03 No653200916: the other label has its number already.
      let hasNumber = key.letters[match.range.upperBound...].contains(where: \.isDigit)
      if let own, match.meaning == .other, hasNumber { return own }
      // A word such as 号 has to stand right before the number: 1284号2层 2034 is an address.
      return match.isVague && key.count - match.range.upperBound > 1 ? nil : match
    }
    if let own { return own }
    // Under its label a number stands alone, whoever reads no more of the line; a row of items under
    // a title does not.
    guard key.isEmpty, line.key.count <= Key(token.value).count + 1, let above,
      above.key.count <= 16,
      !above.text.hasDigit,
      var match = Self.finder.match(in: above.key),
      // 欢迎关注微信公众号 is no label.
      !match.isVague || above.key.count <= match.range.count + 2
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
