import Receipts

/// A line of the page, ready to be searched.
struct PrintedLine: Sendable {
  /// Among the page's lines.
  let index: Int
  /// By reader, the page reader's first.
  let texts: [PrintedText]
  /// Height of the print, pixels.
  let height: Double
  /// Middle of the line, 0 at the top of the print of the page, 1 at its foot.
  let position: Double
  /// The reader's trust in the line.
  let confidence: Double
  /// Folded, simplified, letters and digits only: of the first reader.
  let key: String

  var text: PrintedText { texts[0] }

  /// Lines in which anything was read, in their order from top to bottom.
  static func lines(of page: Page) -> [PrintedLine] {
    let centers = page.lines.map(\.outline.center.y)
    let top = centers.min() ?? 0
    let extent = max(1, (centers.max() ?? 1) - top)
    return page.lines.enumerated().compactMap { index, line in
      let aspect = line.outline.width / max(1, line.outline.height)
      let texts = line.transcripts.map { PrintedText($0, aspect: aspect) }
        .filter { !$0.signs.isEmpty }
      guard let first = texts.first else { return nil }
      return PrintedLine(
        index: index, texts: texts, height: line.outline.height,
        position: (line.outline.center.y - top) / extent,
        confidence: line.transcripts[0].confidence, key: Folding.key(first.text))
    }
  }
}
