import Receipts

/// Names of the register, wherever they stand on a paper.
extension CounterReader {
  /// A name is looked for in this many lines from the top, and in the last few.
  static let headLines = 14
  static let footLines = 8
  /// Names are printed larger than the rest, so many times its height.
  private static let largeHeight = 1.4
  /// Two Chinese letters, or four Latin ones.
  static let shortPart = 2.0
  /// How much more a slip in such a part of a name counts.
  private static let slipOfShortPart = 5.0
  static let sureCharacters = 0.95
  private static let twoLetters = 1.0
  /// Three Latin letters that are trusted less are noise as often as a name.
  private static let sureOfShort = 0.6
  /// A part of a name of as many characters tells as much as a whole: 华溪烘焙 of Old Bakehouse 华溪烘焙.
  private static let tellingWeight = 3.0

  func addNames(_ lines: [PrintedLine], _ head: PaperHead, to found: inout [Int: CounterSighting]) {
    let largeHeight = Self.largeHeight * lines.usualHeight
    let surroundings = NameSurroundings(lines, register: register)
    let trades = trades(in: head, of: lines)
    let isOfStore = Self.isOfStore(lines, head)
    for (order, line) in lines.enumerated() {
      guard order < Self.headLines || order >= lines.count - Self.footLines else { continue }
      let isPriced = MoneyScanner.tokens(in: line.text).contains { $0.decimals > 0 }
      for text in line.texts {
        let matches = NameMatch.matches(on: text, of: line.index, in: register, surroundings)
        guard !matches.isEmpty else { continue }
        let key = Key(characters: NameMatch.withDashesAsOne(text).characters)
        for match in matches {
          let name = register.names[match.name]
          if name.isStall, order > head.lines { continue }
          if OtherParty.isNamed(at: match.range.lowerBound, of: key, isOfStore: isOfStore) {
            continue
          }
          // EL of a drawing: two letters are a name where names stand.
          if name.weight <= Self.twoLetters, name.key.letters.allSatisfy(\.isLatin),
            order >= head.lines
          {
            continue
          }
          // O"COS of a drawing
          if name.weight < Self.shortPart, Self.isDoubted(match.range, of: text) { continue }
          // Who reads best has seen another name in its place.
          if match.likeness == 1, isSurelyOther(name.key, at: match.range, on: line) { continue }
          var evidence = evidence(
            of: match, name, order: order, head,
            isLabelled: CounterLabel.begins(line.key), isLarge: line.height > largeHeight,
            isTradeBeside: name.isTrimmed
              && isOtherTrade(trades, beside: order, than: name.counter))
          // 小龙虾 4 367.60 is a dish, whoever is called so.
          if isPriced { evidence.append(weights.evidence("counter_name_priced")) }
          let others =
            match.sureOthers(of: name.key, on: text, confidence: Self.sureCharacters)
          let isHeadless =
            match.isSurelyHeadless(name.key, on: text, confidence: Self.sureCharacters)
          if Self.isShortOfSideShop(name.key, by: match, on: key)
            || isOtherShop(text, behind: match.range, lines[safe: order + 1], than: name.counter)
          {
            evidence.append(weights.evidence("counter_name_other", times: 4))
          } else if others > 0 || isHeadless {
            evidence.append(
              weights.evidence("counter_name_other", times: isHeadless ? 2 : Double(min(2, others)))
            )
          }
          found[name.counter, default: CounterSighting()].add(
            CounterSighting.Name(
              text: name.key.text, isExact: match.likeness == 1, evidence: evidence,
              order: order < Self.headLines ? order : nil),
            name.key, line: line.index)
        }
      }
    }
  }

  /// 味千拉面 is not 味千拉面·小馆: of a name that nearly stands there what tells a brand's other shop is missing.
  private static func isShortOfSideShop(_ name: Key, by match: NameMatch, on line: Key) -> Bool {
    guard match.likeness < 1 else { return false }
    let there = Key(letters: line.letters[match.range.clamped(to: line.letters.indices)])
    let missing = Key(letters: name.letters.dropFirst(there.count))
    return !missing.isEmpty && name.letters.starts(with: there.letters)
      && SideShop.ofNames.contains(where: missing.text.contains)
  }

  /// 序曲咖啡(影院窗口店) is no paper of 序曲咖啡's: behind the name, or on a line of its own below, stands what
  /// the brand calls another of its shops.
  private func isOtherShop(
    _ text: PrintedText, behind range: Range<Int>, _ below: PrintedLine?, than counter: Int
  ) -> Bool {
    let letters = Key(characters: text.characters).letters
    guard range.upperBound <= letters.count else { return false }
    let behind = Key(letters: letters[range.upperBound...]).text
    let next = below.flatMap { $0.key.letters.last == "店" ? $0.key.text : nil } ?? ""
    let own = Key(register.counters[counter].name).text
    return SideShop.ofPapers.contains {
      (behind.contains($0) || next.contains($0)) && !own.contains($0)
    }
  }

  /// Whether any letter of a range is more likely another.
  static func isDoubted(_ range: Range<Int>, of text: PrintedText) -> Bool {
    let trust = NameMatch.letters(of: NameMatch.withDashesAsOne(text)).confidences
    return trust[range.clamped(to: trust.indices)].contains { $0 < sureOfShort }
  }

  /// Whether who reads a line best is sure of other letters than a worse reader saw there.
  func isSurelyOther(_ key: Key, at range: Range<Int>, on line: PrintedLine) -> Bool {
    NameMatch.sureOthers(
      of: key, at: range, seenBy: line.text, confidence: Self.sureCharacters) > 0
  }

  func evidence(
    of match: NameMatch, _ name: CounterName, order: Int, _ head: PaperHead,
    isLabelled: Bool = false, isLarge: Bool, isTradeBeside: Bool
  ) -> [Evidence] {
    let isWhole = match.coverage > NameMatch.wholeCoverage
    // In the heading, and behind 柜组:, a half that is nobody else's says all.
    let isPart =
      name.isPart
      && !(isWhole && match.likeness == 1 && (order < head.lines || isLabelled)
        && (name.isOwnHalf || name.isTrimmed && !isTradeBeside))
    var evidence = [
      weights.evidence(
        isWhole ? "counter_name_whole" : "counter_name_within", name.key.text),
      weights.evidence("counter_name_length", times: min(6, name.weight)),
    ]
    // The whole registered name, letter by letter, with nothing beside it.
    let isOfOtherTrade = name.isTrimmed && isTradeBeside
    if isWhole, match.likeness == 1, !isPart || isTelling(name) && !isOfOtherTrade {
      evidence.append(weights.evidence("counter_name_exact"))
    }
    if !isWhole {
      evidence.append(weights.evidence("counter_name_coverage", times: match.coverage))
    }
    if match.likeness < 1 {
      // A short part of a name is another word as soon as it has a slip: None is no NOME.
      let doubt = name.isPart && name.weight <= Self.shortPart ? Self.slipOfShortPart : 1
      evidence.append(weights.evidence("counter_name_slip", times: (match.likeness - 1) * doubt))
    }
    let height = max(0, 1 - Double(order) / Double(Self.headLines))
    if height > 0 { evidence.append(weights.evidence("counter_name_head", times: height)) }
    if isLarge { evidence.append(weights.evidence("counter_name_large")) }
    if isPart { evidence.append(weights.evidence("counter_name_part")) }
    return evidence
  }

  /// A Chinese part of so many characters; Latin words are many shops'.
  private func isTelling(_ part: CounterName) -> Bool {
    part.weight >= Self.tellingWeight && !part.key.letters.contains(where: \.isLatin)
  }
}
