import Receipts

@testable import Extraction

/// Made-up pages out of lines of text: a tiny printer for tests.
enum PaperText {
  /// Pixels.
  private static let height = 30.0

  /// One line of the paper a text; every character in a cell of its own, half as wide for Latin.
  static func page(_ lines: [String], confidence: Double = 0.97, tall: Set<Int> = []) -> Page {
    page(
      lines.map { [$0] }, confidence: confidence, tall: tall, readers: [.tesseract])
  }

  /// Each line as every reader saw it.
  static func page(
    _ lines: [[String]], confidence: Double = 0.97, tall: Set<Int> = [],
    readers: [Transcript.Reader] = [.tesseract, .tesseractLatin]
  ) -> Page {
    var top = 0.0
    let printed = lines.enumerated().map { index, texts -> Line in
      let size = tall.contains(index) ? height * 2 : height
      let cells = texts.map { $0.reduce(0) { $0 + Self.cells($1) } }.max() ?? 1
      let width = Double(max(1, cells)) * size / 2
      defer { top += size * 1.4 }
      return Line(
        outline: Quadrilateral(left: 20, top: top, right: 20 + width, bottom: top + size),
        transcripts: zip(readers, texts).map { reader, text in
          Transcript(
            reader: reader,
            glyphs: glyphs(text, cells: max(1, cells), confidence: confidence),
            confidence: confidence)
        })
    }
    return Page(width: 800, height: Int(top) + 50, lines: printed, readers: ["test"])
  }

  private static func glyphs(_ text: String, cells: Int, confidence: Double) -> [Glyph] {
    var cell = 0
    return text.compactMap { character in
      let start = Double(cell) / Double(cells)
      cell += Self.cells(character)
      guard !character.isWhitespace else { return nil }
      return Glyph(
        text: String(character), start: start, end: Double(cell) / Double(cells),
        confidence: confidence)
    }
  }

  private static func cells(_ character: Character) -> Int { character.isASCII ? 1 : 2 }

  /// The text as one reader saw it, for scanners.
  static func text(_ text: String) -> PrintedText {
    let line = page([text]).lines[0]
    return PrintedText(line.transcripts[0], aspect: line.outline.width / line.outline.height)
  }
}

extension Extractor {
  /// Of a mall in China, on a day in November 2026, unless told otherwise.
  static func reading(
    _ lines: [String], counters: [Counter]? = nil, currency: Currency = .cny,
    claimDay: String? = "2026-11-20"
  ) -> Reading {
    reading(
      of: PaperText.page(lines), counters: counters, currency: currency, claimDay: claimDay)
  }

  static func reading(
    of page: Page, counters: [Counter]? = nil, currency: Currency = .cny,
    claimDay: String? = "2026-11-20"
  ) -> Reading {
    Extractor(register: counters.map { CounterIndex($0) })
      .reading(
        of: page,
        context: ExtractionContext(
          currency: currency, claimDay: claimDay.flatMap { Day(iso: $0) }))
  }
}

extension Reading {
  var amountText: String? { amount.best.map { $0.value.decimal } }
  var timeText: String? { time.best.map { $0.value.iso } }
  var numberText: String? { receiptNumber.best.map { $0.value.rawValue } }
  var codeText: String? { counter.best.flatMap { $0.value.code?.rawValue } }
}
