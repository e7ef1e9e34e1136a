/// What the readers saw on one picture: lines of print, from top to bottom.
package struct Page: Hashable, Codable, Sendable {
  /// Of the picture as it is meant to be seen, in pixels.
  package var width: Int
  package var height: Int
  package var lines: [Line]
  /// The readers that made it, with their versions and models, for the record of a credit:
  /// `tesseract 5.3.0 chi_sim@a5fcb6f0`.
  package var readers: [String]
  /// How the print was turned against the picture, in degrees clockwise: 0, 90, 180 or 270.
  package var turnedDegrees: Int
  /// How many sheets of paper with print lie on the picture, of which the largest was read; `nil`:
  /// nobody looked.
  package var sheets: Int?

  package init(
    width: Int, height: Int, lines: [Line], readers: [String], turnedDegrees: Int = 0,
    sheets: Int? = nil
  ) {
    self.sheets = sheets
    self.width = width
    self.height = height
    self.lines = lines
    self.readers = readers
    self.turnedDegrees = turnedDegrees
  }
}

/// One line of print with what each reader made of it.
package struct Line: Hashable, Codable, Sendable {
  package var outline: Quadrilateral
  /// At least one; the page reader's first, then those of the witnesses that read it again.
  package var transcripts: [Transcript]
  /// Signs that somebody has been at its numbers; `nil`: none, or nobody looked.
  package var traces: [Trace]?

  package init(outline: Quadrilateral, transcripts: [Transcript], traces: [Trace]? = nil) {
    self.traces = traces
    self.outline = outline
    self.transcripts = transcripts
  }
}

/// One reader's text of one line.
package struct Transcript: Hashable, Codable, Sendable {
  package enum Reader: String, Codable, Sendable {
    /// Tesseract with the model of the page's script.
    case tesseract
    /// Tesseract with its Latin model, reading again the lines that carry digits: a second
    /// witness, since the two models err on different characters.
    case tesseractLatin = "tesseract_latin"
    /// PP-OCRv6's small recogniser: the strong reader, on the lines that matter.
    case paddle
    /// PP-OCRv6's tiny recogniser, which reads the whole page.
    case paddleTiny = "paddle_tiny"
  }

  package var reader: Reader
  package var glyphs: [Glyph]
  /// The reader's own trust in the line, 0…1. Not calibrated: evidence, never a probability.
  package var confidence: Double

  package init(reader: Reader, glyphs: [Glyph], confidence: Double) {
    self.reader = reader
    self.glyphs = glyphs
    self.confidence = confidence
  }

  /// The glyphs' text without any space.
  package var text: String { glyphs.map(\.text).filter { $0 != " " }.joined() }
}

/// One character as a reader saw it; a space where the reader saw a gap between words.
package struct Glyph: Hashable, Codable, Sendable {
  package var text: String
  /// Where it starts and ends along the line: 0 at the outline's left edge, 1 at its right.
  package var start: Double
  package var end: Double
  /// The reader's own trust in it, 0…1.
  package var confidence: Double
  /// The runners-up, best first, with the reader's trust in each; empty where the reader names
  /// none.
  package var alternatives: [Alternative]

  package struct Alternative: Hashable, Codable, Sendable {
    package var text: String
    package var confidence: Double

    package init(text: String, confidence: Double) {
      self.text = text
      self.confidence = confidence
    }
  }

  package init(
    text: String, start: Double, end: Double, confidence: Double,
    alternatives: [Alternative] = []
  ) {
    self.text = text
    self.start = start
    self.end = end
    self.confidence = confidence
    self.alternatives = alternatives
  }

  /// Whether it was read as one of 0 to 9.
  package var isDigit: Bool { text.utf8.count == 1 && text.first?.isNumber ?? false }
}
