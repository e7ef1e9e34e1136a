import Receipts

/// A line of the page, ready to be searched.
struct PrintedLine: Sendable {
  /// Among the page's lines.
  let index: Int
  /// By reader, the page reader's first.
  private(set) var texts: [PrintedText]
  /// Left end of the print, pixels.
  let left: Double
  /// Height of the print, pixels.
  let height: Double
  /// Right end of the print, pixels.
  let right: Double
  /// The reader's trust in the line.
  let confidence: Double
  /// The first reader's trust in the character it trusts least.
  var leastConfidence: Double { text.signs.map(\.confidence).min() ?? 0 }
  /// Signs that somebody has been at its numbers.
  let traces: [Trace]
  /// Letters and digits only: of each reader.
  private(set) var keys: [Key]
  /// The same of the first reader.
  var key: Key { keys[0] }

  var text: PrintedText { texts[0] }

  /// Whether it is drawn rather than written: dashes, dots or stars, whatever they were read as.
  var isRuling: Bool {
    let characters = text.characters.filter { $0 != " " }
    let drawn = characters.count { "-=_*.…·─~一二三ニ:;+#|".contains($0) }
    return characters.count < 2 || drawn * 3 > characters.count * 2
      || characters.count >= 8 && Set(characters).count <= 3
  }

  /// Whether it is ruled across the paper, and what was read on it besides is no number:
  /// `========:====3=:==`.
  var isRule: Bool {
    let characters = text.characters.filter { $0 != " " }
    let marks = characters.count { "-=_~:;+#|".contains($0) }
    let digits = characters.split { !$0.isASCIIDigit }
    return characters.count >= Self.ruleMin && marks * 4 >= characters.count * 3
      // A reader takes two of them for an E.
      && characters.allSatisfy { $0.isASCII && (!$0.isLetter || $0 == "E") }
      && !characters.contains(".")
      && digits.allSatisfy { $0.count <= Self.ruleDigitsMax }
  }

  private static let ruleMin = 12
  private static let ruleDigitsMax = 2

  /// Lines in which anything was read, in their order from top to bottom.
  static func lines(of page: Page) -> [PrintedLine] {
    let printed = page.lines.map { line in
      let aspect = line.outline.width / max(1, line.outline.height)
      return line.transcripts.map { PrintedText($0, aspect: aspect) }.filter { !$0.signs.isEmpty }
    }
    let strokes = SlashedZeros(printed)
    var lines = page.lines.enumerated().compactMap { index, line -> PrintedLine? in
      let texts = strokes.mended(printed[index])
      guard !texts.isEmpty else { return nil }
      let keys = texts.map { Key(characters: $0.characters) }
      return PrintedLine(
        index: index, texts: texts, left: line.outline.bounds.left, height: line.outline.height,
        right: line.outline.bounds.right,
        confidence: line.transcripts[0].confidence, traces: line.traces ?? [], keys: keys)
    }
    let slips = ZeroSlips(lines)
    if slips.areUsual {
      for index in lines.indices {
        lines[index].texts = slips.mended(lines[index].texts)
        lines[index].keys = lines[index].texts.map { Key(characters: $0.characters) }
      }
    }
    return lines
  }
}

extension [PrintedLine] {
  /// The height of the middle line by height, pixels.
  var usualHeight: Double {
    isEmpty ? 1 : map(\.height).sorted()[count / 2]
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
