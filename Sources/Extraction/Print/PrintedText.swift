import Receipts

/// One reader's text of a line, folded, with where each character stands.
struct PrintedText: Sendable {
  struct Sign: Sendable {
    var character: Character
    /// Along the line, in heights of the line from its left edge.
    var start: Double
    var end: Double
    /// The reader's own trust, 0…1; of a space, 1.
    var confidence: Double
    var alternatives: [Glyph.Alternative]
  }

  let reader: Transcript.Reader
  /// With a space where the paper shows a gap.
  let signs: [Sign]
  /// The same as text.
  let characters: [Character]

  /// A gap wider than this part of the line's height is a space.
  private static let spaceWidth = 0.42

  init(_ transcript: Transcript, aspect: Double) {
    var signs: [Sign] = []
    for glyph in transcript.glyphs {
      let start = glyph.start * aspect
      let end = glyph.end * aspect
      if let last = signs.last, start - last.end > Self.spaceWidth {
        signs.append(
          Sign(character: " ", start: last.end, end: start, confidence: 1, alternatives: []))
      }
      let folded = glyph.text.map(Folding.folded)
      let width = (end - start) / Double(max(1, folded.count))
      for (offset, character) in folded.enumerated() where !character.isWhitespace {
        signs.append(
          Sign(
            character: character, start: start + width * Double(offset),
            end: start + width * Double(offset + 1), confidence: glyph.confidence,
            alternatives: folded.count == 1 ? glyph.alternatives : []))
      }
    }
    reader = transcript.reader
    self.signs = signs
    characters = signs.map(\.character)
  }

  var text: String { String(characters) }

  func span(of range: Range<Int>) -> Span {
    guard let first = range.first, let last = range.last else { return Span(start: 0, end: 0) }
    return Span(start: signs[first].start, end: signs[last].end)
  }

  /// The least trust in any character of a range.
  func leastConfidence(in range: Range<Int>) -> Double {
    signs[range].map(\.confidence).min() ?? 0
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
