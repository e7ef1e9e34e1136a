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

extension Page {
  /// Lines below each other, every character as wide as the others.
  init(
    evenly lines: [String], left: Double, top: Double, cell: Double, size: Double, pitch: Double,
    width: Int, height: Int
  ) {
    let printed = lines.enumerated().map { index, text in
      let top = top + Double(index) * pitch
      return Line(
        evenly: text,
        in: Quadrilateral(
          left: left, top: top, right: left + Double(text.count) * cell, bottom: top + size))
    }
    self.init(width: width, height: height, lines: printed, readers: ["test"])
  }
}
