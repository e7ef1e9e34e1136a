package import Receipts

/// How a made-up reader reports a paper.
package struct PageStyle: Hashable, Sendable {
  /// Pixels a dot.
  package var scale: Double
  /// Label and value that stand far apart come as two lines, as detectors report them; otherwise
  /// as one, as page readers do.
  package var splitsAtGaps: Bool
  /// Rows of dashes are reported as text.
  package var keepsSeparators: Bool

  package init(scale: Double = 1.5, splitsAtGaps: Bool = false, keepsSeparators: Bool = false) {
    self.scale = scale
    self.splitsAtGaps = splitsAtGaps
    self.keepsSeparators = keepsSeparators
  }
}

extension PrintedReceipt {
  /// What a reader would report of this paper, made without one: every character in its place.
  ///
  /// `misreading` is the share of characters that come out wrong or not at all, 0 for a perfect
  /// reader; which ones, the seed decides.
  package func page(
    misreading rate: Double = 0, seed: UInt64 = 0, style: PageStyle = PageStyle()
  ) -> Page {
    var chance = Chance(seed: seed, "page")
    let lines = self.lines.flatMap { line -> [Line] in
      if line.mark == .separator, !style.keepsSeparators { return [] }
      return segments(of: line, style).compactMap { runs in
        self.line(runs, line, style, rate, &chance)
      }
    }
    return Page(
      width: Int(Double(widthDots) * style.scale), height: Int(Double(heightDots) * style.scale),
      lines: lines, readers: ["receipt-press"])
  }

  private func segments(of line: PrintedLine, _ style: PageStyle) -> [[Run]] {
    guard style.splitsAtGaps else { return line.runs.isEmpty ? [] : [line.runs] }
    var segments: [[Run]] = []
    for run in line.runs {
      if let last = segments.last?.last,
        run.leftDots - last.leftDots - last.widthDots < 1.6 * run.sizeDots
      {
        segments[segments.count - 1].append(run)
      } else {
        segments.append([run])
      }
    }
    return segments
  }

  private func line(
    _ runs: [Run], _ line: PrintedLine, _ style: PageStyle, _ rate: Double, _ chance: inout Chance
  ) -> Line? {
    guard let first = runs.first, let last = runs.last else { return nil }
    let left = first.leftDots
    let width = last.leftDots + last.widthDots - left
    let height = runs.map(\.sizeDots).max() ?? first.sizeDots
    guard width > 0 else { return nil }
    var glyphs: [Glyph] = []
    for run in runs {
      var place = run.leftDots - left
      for character in run.text {
        let advance = Double(character.cells) * run.cellDots
        let start = place / width
        place += advance + Double(run.style.spacingCells) * run.cellDots
        guard !character.isWhitespace else { continue }
        let end = min(1, start + advance / width)
        glyphs += Misreading.glyphs(character, start: start, end: end, rate: rate, &chance)
      }
    }
    guard !glyphs.isEmpty else { return nil }
    let confidence = glyphs.reduce(0) { $0 + $1.confidence } / Double(glyphs.count)
    return Line(
      outline: Quadrilateral(
        left: left * style.scale, top: line.topDots * style.scale,
        right: (left + width) * style.scale, bottom: (line.topDots + height) * style.scale),
      transcripts: [Transcript(reader: .tesseract, glyphs: glyphs, confidence: confidence)])
  }
}

/// How readers go wrong: characters taken for others, lost, or split.
enum Misreading {
  static func glyphs(
    _ character: Character, start: Double, end: Double, rate: Double, _ chance: inout Chance
  ) -> [Glyph] {
    let truth = String(character)
    guard rate > 0, chance.happens(rate) else {
      let trust = rate > 0 ? 1 - abs(chance.bell()) * 0.03 : 0.99
      return [Glyph(text: truth, start: start, end: end, confidence: max(0.5, trust))]
    }
    let kind = chance.fraction()
    if kind < 0.18 { return [] }
    let trust = chance.within(0.25...0.93)
    let likes = alike[character] ?? []
    guard let read = likes.isEmpty ? nil : chance.pick(likes) else {
      return kind < 0.5
        ? [] : [Glyph(text: chance.pick(junk), start: start, end: end, confidence: trust)]
    }
    let runnerUp =
      chance.happens(0.7)
      ? [Glyph.Alternative(text: truth, confidence: trust * chance.within(0.2...0.9))] : []
    return [
      Glyph(text: read, start: start, end: end, confidence: trust, alternatives: runnerUp)
    ]
  }

  private static let junk = ["'", "~", "|", "一", "、", "。", "二", "*", "八"]

  /// What each character is taken for; the words of receipts first, then digits.
  private static let alike: [Character: [String]] = {
    let words = """
      0OoD8Q 1lI7i| 2Z7z 3857 46A9 5S63 68b5 71T/ 8B360 9g4q .,·: ,.' :;.· -一~_ ¥Y羊半 ￥半羊Y /1l7I \
      日目曰 目日 付忖什 实买宝 元无兀 合台令 计汁什 收牧攻 应庄座 找我投 零雯霉 金全 额颔额 单草早 号另兮 优忧 惠慧 \
      款软 支文 现规 年牛午 月用 时肘 间问 抹沫 总怠 折拆 余佘 积枳 分兮 退遐 货贷 预顶 结给 补朴 印卯 打扛 百白 千干 \
      万方 角用 整鳌 佰陌 拾恰 找我 SD$5 OD0 I1l BD8 Zz2 GC6 TI7
      """
    var table: [Character: [String]] = [:]
    for word in words.split(separator: " ") {
      guard let first = word.first else { continue }
      table[first, default: []] += word.dropFirst().map(String.init)
    }
    return table
  }()
}
