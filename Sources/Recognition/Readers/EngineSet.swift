import Receipts

/// The engines of one worker.
struct EngineSet: ~Copyable {
  /// Lets handles that cannot be copied stand in a dictionary.
  private final class Loaded {
    let engine: TesseractEngine

    init(_ engine: consuming TesseractEngine) { self.engine = engine }
  }

  private final class LoadedPaddle {
    let engine: PaddleEngine

    init(_ engine: consuming PaddleEngine) { self.engine = engine }
  }

  private let tesseracts: [ReaderModel: Loaded]
  private let paddle: LoadedPaddle?
  /// Those that may read a page, in the order in which they are tried.
  private let pageEngines: [LineEngine]
  private let models: [ReaderModel]

  /// With the strong reader, Tesseract's Latin model alone is loaded beside it, as the witness of
  /// numbers; without it Tesseract reads the page.
  ///
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when a model cannot be loaded.
  init(
    models: [ReaderModel], directory: String, paddle files: PaddleFiles?
  ) throws(RecognitionFailure) {
    let needed = files == nil ? models : models.filter { $0 == .latin }
    var paddle: LoadedPaddle?
    if let files { paddle = LoadedPaddle(try PaddleEngine(files: files)) }
    var tesseracts: [ReaderModel: Loaded] = [:]
    for model in needed {
      let engine = try TesseractEngine(model: model.rawValue, directory: directory)
      tesseracts[model] = Loaded(engine)
    }
    self.tesseracts = tesseracts
    self.paddle = paddle
    self.models = needed
    pageEngines = files == nil ? models.map(LineEngine.tesseract) : [.paddle]
  }

  private borrowing func glyphs(_ engine: LineEngine, in strip: GrayImage) -> [StripGlyph] {
    switch engine {
    case .tesseract(let model): tesseracts[model]?.engine.glyphs(in: strip) ?? []
    case .paddle: paddle?.engine.glyphs(in: strip) ?? []
    }
  }

  /// With versions, for the record of a credit.
  borrowing func names(for choice: EngineChoice) -> [String] {
    var names = [name(of: choice.page)]
    if let witness = choice.witness { names.append(name(of: witness)) }
    return names
  }

  private borrowing func name(of engine: LineEngine) -> String {
    switch engine {
    case .tesseract(let model): tesseracts[model]?.engine.name ?? model.rawValue
    case .paddle: paddle?.engine.name ?? "paddle"
    }
  }

  /// Which engine reads the page, and which way up, by what they make of a few lines.
  ///
  /// The first engine is taken when it is sure of itself and sees its own script; only otherwise
  /// are the others tried, and the page upside down.
  borrowing func choice(
    for probes: [Segment], strip: (Segment, Bool) -> LineStrip
  ) -> EngineChoice {
    let usual = pageEngines.first ?? .tesseract(.simplifiedChinese)
    let strips = probes.map { strip($0, false).image }
    let first = impression(of: usual, in: strips)
    var best = (engine: usual, trust: first.trust)
    let isOwnScript =
      !usual.isOfOneScript || usual == .tesseract(.latin) || first.chineseShare > 0.25
    if first.trust < 0.7 || !isOwnScript {
      for engine in pageEngines.dropFirst() {
        let trust = impression(of: engine, in: strips).trust
        // Another engine has to be clearly better: the Latin model is sure of itself on any print.
        if trust > best.trust + (isOwnScript ? 0.05 : 0.01) { best = (engine, trust) }
      }
    }
    var isReversed = false
    if best.trust < (usual.isOfOneScript ? 0.72 : 0.93), !probes.isEmpty {
      let turned = probes.map { strip($0, true).image }
      for engine in pageEngines {
        let trust = impression(of: engine, in: turned).trust
        if trust > best.trust + 0.08 {
          best = (engine, trust)
          isReversed = true
        }
      }
    }
    return EngineChoice(
      page: best.engine, witness: witness(of: best.engine), isReversed: isReversed)
  }

  private borrowing func witness(of engine: LineEngine) -> LineEngine? {
    let candidates: [ReaderModel] =
      engine == .tesseract(.latin) ? models.filter { $0 != .latin } : models.filter { $0 == .latin }
    return candidates.first.map(LineEngine.tesseract)
  }

  private borrowing func impression(
    of engine: LineEngine, in strips: [GrayImage]
  ) -> (trust: Double, chineseShare: Double) {
    let glyphs = strips.flatMap { self.glyphs(engine, in: $0) }
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
