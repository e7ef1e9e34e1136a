import Receipts

/// Which model reads a page, which one bears witness, and which way the page is read.
struct EngineChoice: Sendable, Equatable {
  var page: ReaderModel
  /// `nil` when only one model is installed.
  var witness: ReaderModel?
  var isReversed: Bool

  /// In the order in which a line's transcripts stand.
  var readers: [Transcript.Reader] {
    page == .latin ? [.tesseractLatin, .tesseract] : [.tesseract, .tesseractLatin]
  }
}

/// Lets a handle that cannot be copied stand in a dictionary.
private final class LoadedEngine {
  let engine: TesseractEngine

  init(_ engine: consuming TesseractEngine) { self.engine = engine }
}

/// The engines of one worker, one a model.
struct EngineSet: ~Copyable {
  private var engines: [ReaderModel: LoadedEngine] = [:]
  /// In the order in which a page's script is tried.
  private let models: [ReaderModel]

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when a model cannot be loaded.
  init(models: [ReaderModel], directory: String) throws(RecognitionFailure) {
    self.models = models
    for model in models {
      let engine = try TesseractEngine(
        model: model.rawValue, directory: directory,
        reader: model == .latin ? .tesseractLatin : .tesseract)
      engines[model] = LoadedEngine(engine)
    }
  }

  private borrowing func glyphs(_ model: ReaderModel, in strip: GrayImage) -> [StripGlyph] {
    engines[model]?.engine.glyphs(in: strip) ?? []
  }

  borrowing func names(for choice: EngineChoice) -> [String] {
    var names = [name(of: choice.page)]
    if let witness = choice.witness { names.append(name(of: witness)) }
    return names
  }

  private borrowing func name(of model: ReaderModel) -> String {
    engines[model]?.engine.name ?? model.rawValue
  }

  /// Which model reads the page, and which way up, by what they make of a few lines.
  ///
  /// The mall's usual model is taken when it is sure of itself and sees its own script; only
  /// otherwise are the others tried, and the page upside down.
  borrowing func choice(
    for probes: [Segment], strip: (Segment, Bool) -> LineStrip
  ) -> EngineChoice {
    let usual = models.first ?? .simplifiedChinese
    let strips = probes.map { strip($0, false).image }
    let first = impression(of: usual, in: strips)
    var best = (model: usual, trust: first.trust)
    let isOwnScript = usual == .latin || first.chineseShare > 0.25
    if first.trust < 0.7 || !isOwnScript {
      for model in models.dropFirst() {
        let trust = impression(of: model, in: strips).trust
        // Another model has to be clearly better: the Latin one is sure of itself on any print.
        if trust > best.trust + (isOwnScript ? 0.05 : 0.01) { best = (model, trust) }
      }
    }
    var isReversed = false
    if best.trust < 0.72, !probes.isEmpty {
      let turned = probes.map { strip($0, true).image }
      for model in models {
        let trust = impression(of: model, in: turned).trust
        if trust > best.trust + 0.08 {
          best = (model, trust)
          isReversed = true
        }
      }
    }
    let witness: ReaderModel? =
      best.model == .latin
      ? models.first { $0 != .latin } : models.contains(.latin) ? .latin : nil
    return EngineChoice(page: best.model, witness: witness, isReversed: isReversed)
  }

  private borrowing func impression(
    of model: ReaderModel, in strips: [GrayImage]
  ) -> (trust: Double, chineseShare: Double) {
    let glyphs = strips.flatMap { self.glyphs(model, in: $0) }
    guard !glyphs.isEmpty else { return (0, 0) }
    let trust = glyphs.reduce(0) { $0 + $1.confidence } / Double(glyphs.count)
    let chinese = glyphs.count { $0.text.unicodeScalars.first.map { $0.value > 0x2E80 } ?? false }
    return (trust, Double(chinese) / Double(glyphs.count))
  }

  /// The page model's reading of a strip and, where it sees digits, the witness's.
  borrowing func readings(
    of strip: LineStrip, by choice: EngineChoice
  ) -> [(Transcript.Reader, [StripGlyph])] {
    let first = glyphs(choice.page, in: strip.image)
    guard !first.isEmpty else { return [] }
    var result = [(choice.readers[0], first)]
    if let witness = choice.witness, let numeric = numericSpan(of: first) {
      // Only the numbers: the Latin model makes nonsense of Chinese characters.
      let (part, offset) = strip.image.columns(
        from: numeric.lowerBound - LineStrip.marginY, to: numeric.upperBound + LineStrip.marginY)
      let second = glyphs(witness, in: part).map { glyph in
        var moved = glyph
        moved.left += offset
        moved.right += offset
        return moved
      }
      if !second.isEmpty { result.append((choice.readers[1], second)) }
    }
    return result
  }

  /// From the first to the last column of the characters that belong to numbers, when there are
  /// two digits at least.
  private func numericSpan(of glyphs: [StripGlyph]) -> Range<Int>? {
    let digits = glyphs.indices.filter { glyphs[$0].text.first?.isNumber ?? false }
    guard digits.count >= 2, var first = digits.first, let last = digits.last else { return nil }
    // A sign or letters that belong to the number stand before its first digit.
    while first > 0, glyphs[first - 1].text.first.map({ $0.isASCII && $0 != ":" }) ?? false,
      glyphs[first].left - glyphs[first - 1].right < Int(LineStrip.textHeight) / 2
    {
      first -= 1
    }
    return glyphs[first].left..<max(glyphs[first].left + 1, glyphs[last].right)
  }
}
