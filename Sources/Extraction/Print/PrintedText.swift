import Receipts

/// One reader's text of a line, folded, with where each character stands.
struct PrintedText: Sendable {
  struct Sign: Sendable {
    var character: PrintedCharacter
    /// Along the line, in heights of the line from its left edge.
    var start: Double
    var end: Double
    /// The reader's own trust, 0…1; of a space, 1.
    var confidence: Double
    /// What else it may be, as the reader tells, the likelier first.
    var alternatives: [Glyph.Alternative] = []
  }

  let reader: Transcript.Reader
  /// With a space where the paper shows a gap.
  private(set) var signs: [Sign]
  /// The same as text.
  private(set) var characters: [PrintedCharacter]
  private(set) var hasDigit: Bool

  /// A gap wider than the usual one by this part of the line's height is a space.
  private static let spaceWidth = 0.42
  /// The same for a reader that tells spaces itself, save between digits, where it misses them.
  private static let untoldSpaceWidth = 0.7
  /// Between narrow characters, a step that is this many times the usual one.
  private static let spaceStep = 1.6
  /// The same of two digits that are alike, which PP-OCRv6's recogniser sets apart to tell them
  /// from one.
  private static let alikeStep = 1.95
  /// A space told between two digits is none where they stand no further apart than this many times
  /// the step of digits and points: in print of full width.
  private static let spreadStep = 1.35

  /// No till prints the letters of a word further apart, in heights of the line.
  private static let gapMax = 1.0

  init(_ transcript: Transcript, aspect: Double) {
    var signs: [Sign] = []
    let usual = Self.usualSpacing(transcript.glyphs, aspect: aspect)
    let glyphs = transcript.glyphs
    for (index, glyph) in glyphs.enumerated() {
      if glyph.text == " ", let last = signs.last, last.character.isNumber,
        let next = glyphs[safe: index + 1], next.isDigit,
        (next.start + next.end) * aspect / 2 - (last.start + last.end) / 2
          < Self.spreadStep * usual.pointStep
      {
        continue
      }
      let start = glyph.start * aspect
      let end = glyph.end * aspect
      if let last = signs.last {
        let gap = start - last.end
        let step = (start + end - last.start - last.end) / 2
        let isPaddle = transcript.reader.isPaddle
        let isNarrow =
          !isPaddle && last.character.isASCII && glyph.text.utf8.count == 1
        let isBetweenDigits = last.character.isNumber && glyph.isDigit
        let spaceStep =
          isPaddle && glyph.text.unicodeScalars.elementsEqual([last.character.scalar])
          ? Self.alikeStep : Self.spaceStep
        let isApart = isBetweenDigits && step > spaceStep * usual.digitStep
        let spaceWidth = isPaddle && !isApart ? Self.untoldSpaceWidth : Self.spaceWidth
        let isSpread = isPaddle && isBetweenDigits && !isApart && gap < 1.2
        let isSpace =
          gap > spaceWidth + max(0, usual.gap) && !isSpread
          || isNarrow && gap > 0.15 && step > Self.spaceStep * usual.step
          || glyph.text == " "
        if isSpace, last.character != " " {
          signs.append(
            Sign(character: " ", start: last.end, end: max(last.end, start), confidence: 1))
        }
      }
      let folded = glyph.text.map { Folding.folded(PrintedCharacter($0)) }
      let width = (end - start) / Double(max(1, folded.count))
      for (offset, character) in folded.enumerated() where !character.isWhitespace {
        signs.append(
          Sign(
            character: character, start: start + width * Double(offset),
            end: start + width * Double(offset + 1), confidence: glyph.confidence,
            alternatives: folded.count == 1 ? glyph.alternatives : []))
      }
    }
    if Self.endsWithEdge(signs) { signs.removeLast() }
    reader = transcript.reader
    self.signs = signs
    characters = signs.map(\.character)
    hasDigit = characters.contains { $0.isASCII && $0.isNumber }
  }

  /// Whether the last sign is the paper's edge, or a table's, behind a number that is whole without it:
  /// `18.00|`, `12:40|`, and `18.001` where the reader hardly believed in the last.
  private static func endsWithEdge(_ signs: [Sign]) -> Bool {
    guard signs.count > numberOfEdge, let last = signs.last else { return false }
    // 0.501 kg has three decimals.
    let isEdge =
      last.character == "1"
      ? last.confidence < edgeConfidenceMax
        && !signs.contains { signsOfWeights.contains($0.character) }
      : edges.contains(last.character)
    guard isEdge else { return false }
    let number = signs.suffix(numberOfEdge + 1).dropLast().map(\.character)
    return number[0].isASCIIDigit && (number[1] == "." || number[1] == ":")
      && number[2].isASCIIDigit && number[3].isASCIIDigit
  }

  private static let edges: Set<PrintedCharacter> = ["|", "]"]
  private static let signsOfWeights: Set<PrintedCharacter> = ["重", "克", "斤", "g", "G"]
  /// A digit, a point or a colon, and two digits.
  private static let numberOfEdge = 4
  /// Of 7,376 pages on 24 a number with three decimals ends with a 1 less certain than that, each time
  /// behind two that were printed; where the third is printed the reader is certain, or there is no 1.
  private static let edgeConfidenceMax = 0.8

  /// From the middle of one narrow character to the next, and between any two, in heights of the
  /// line: some tills print their letters apart.
  private static func usualSpacing(
    _ glyphs: [Glyph], aspect: Double
  ) -> (step: Double, gap: Double, digitStep: Double, pointStep: Double) {
    var steps: [Double] = []
    var digitSteps: [Double] = []
    var pointSteps: [Double] = []
    var gaps: [Double] = []
    for (left, right) in zip(glyphs, glyphs.dropFirst()) where left.text != " " && right.text != " "
    {
      gaps.append((right.start - left.end) * aspect)
      guard left.text.utf8.count == 1, right.text.utf8.count == 1 else { continue }
      let step = (right.start + right.end - left.start - left.end) / 2 * aspect
      steps.append(step)
      if left.isDigit, right.isDigit { digitSteps.append(step) }
      // Two that are alike PP-OCRv6's recogniser sets apart, whatever the print.
      if left.isDigit || left.text == ".", right.isDigit || right.text == ".",
        left.text != right.text
      {
        pointSteps.append(step)
      }
    }
    return (
      steps.count < 4 ? .infinity : steps.sorted()[steps.count / 2],
      // Of a short name before two numbers, 油碟 5 30, half the gaps are between columns.
      gaps.count < 4 ? 0 : min(gapMax, gaps.sorted()[(gaps.count - 1) / 2]),
      // Two are enough to tell a wide print's step; of few the lesser.
      digitSteps.count < 2 ? .infinity : digitSteps.sorted()[(digitSteps.count - 1) / 2],
      pointSteps.count < 2 ? 0 : pointSteps.sorted()[pointSteps.count / 2]
    )
  }

  var text: String { String(characters) }

  /// The same with another character in one place.
  func with(_ character: PrintedCharacter, at index: Int, confidence: Double) -> PrintedText {
    var changed = self
    changed.signs[index].character = character
    changed.signs[index].confidence = confidence
    changed.characters[index] = character
    changed.hasDigit = changed.characters.contains(where: \.isASCIIDigit)
    return changed
  }

  func span(of range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(start: 0, end: 0) }
    return Span(start: signs[first].start, end: signs[last].end)
  }

  /// The least trust in any character of a range.
  func leastConfidence(in range: Range<Int>) -> Double {
    signs[range].reduce(1) { min($0, $1.confidence) }
  }

  /// The least trust in any digit of a range: between the parts of a date or a clock nothing can be
  /// mistaken that matters.
  func leastDigitConfidence(in range: Range<Int>) -> Double {
    signs[range].reduce(1) { $1.character.isNumber ? min($0, $1.confidence) : $0 }
  }

  /// The text cut where the paper shows gaps of at least so many heights.
  func segments(gap: Double) -> [ArraySlice<PrintedCharacter>] {
    var segments: [ArraySlice<PrintedCharacter>] = []
    var start = 0
    for index in signs.indices where signs[index].character == " " {
      guard signs[index].end - signs[index].start >= gap else { continue }
      if index > start { segments.append(characters[start..<index]) }
      start = index + 1
    }
    if start < characters.count { segments.append(characters[start...]) }
    return segments
  }

  /// Whether the characters of a range stand further apart in one place than in the others, as
  /// where a reader lost one. Only Tesseract knows well enough where they stand.
  func isUneven(in range: Range<Int>) -> Bool {
    guard !reader.isPaddle else { return false }
    let places = signs[range].filter { $0.character != " " }
    guard places.count >= 3 else { return false }
    let steps = zip(places, places.dropFirst()).map { left, right in
      (right.start + right.end - left.start - left.end) / 2
    }
    let usual = steps.sorted()[steps.count / 2]
    return steps.contains { $0 > 1.7 * usual }
  }
}

/// A stretch along a line, in heights of the line.
struct Span: Sendable, Hashable {
  var start: Double
  var end: Double

  func overlaps(_ other: Span) -> Bool {
    min(end, other.end) - max(start, other.start)
      > 0.3 * min(end - start, other.end - other.start)
  }
}

extension Transcript.Reader {
  /// One of PP-OCRv6's: it says itself where words end, and knows less well where each character
  /// stands; Tesseract's models the other way round.
  var isPaddle: Bool {
    switch self {
    case .paddle, .paddleTiny: true
    case .tesseract, .tesseractLatin: false
    }
  }
}
