import Receipts

extension Line {
  /// A text as the first look saw it, every character of it as wide as the others.
  init(evenly text: String, in outline: Quadrilateral) {
    let glyphs = text.enumerated().compactMap { place, character in
      character == " "
        ? nil
        : Glyph(
          text: String(character), start: Double(place) / Double(text.count),
          end: Double(place + 1) / Double(text.count), confidence: 1)
    }
    self.init(
      outline: outline,
      transcripts: [Transcript(reader: .paddle, glyphs: glyphs, confidence: 1)])
  }
}
