import Receipts

/// The engines of one worker.
///
/// With the strong reader its tiny networks find and read a whole page; lines that are asked for
/// again are read by its small one, and their numbers by Tesseract's Latin model, which errs on
/// other characters. Without it Tesseract does all.
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

  private final class LoadedDetector {
    let engine: PaddleDetector

    init(_ engine: consuming PaddleDetector) { self.engine = engine }
  }

  private let tesseracts: [ReaderModel: Loaded]
  private let paddles: [PaddleSize: LoadedPaddle]
  private let detector: LoadedDetector?
  /// Those that may read a page, in the order in which they are tried.
  private let pageEngines: [LineEngine]
  private let models: [ReaderModel]
  let stopwatch = Stopwatch()

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when a model cannot be loaded.
  init(
    models: [ReaderModel], directory: String, paddle files: PaddleFiles?,
    arithmetic: Arithmetic = .single, cache: String? = nil
  ) throws(RecognitionFailure) {
    let needed = files == nil ? models : models.filter { $0 == .latin }
    var paddles: [PaddleSize: LoadedPaddle] = [:]
    var detector: LoadedDetector?
    if let files {
      let library = try OpenVINO(
        library: files.library, arithmetic: arithmetic, cache: cache)
      detector = LoadedDetector(try PaddleDetector(.tiny, files: files, library: library))
      for size in PaddleSize.allCases {
        paddles[size] = LoadedPaddle(try PaddleEngine(size, files: files, library: library))
      }
    }
    var tesseracts: [ReaderModel: Loaded] = [:]
    for model in needed {
      let engine = try TesseractEngine(model: model.rawValue, directory: directory)
      tesseracts[model] = Loaded(engine)
    }
    self.tesseracts = tesseracts
    self.paddles = paddles
    self.detector = detector
    self.models = needed
    pageEngines = files == nil ? models.map(LineEngine.tesseract) : [.paddle(.tiny)]
  }

  /// The lines of print of an upright picture.
  borrowing func lines(in upright: GrayImage) -> FoundLines {
    guard let detector else { return LineFinder.lines(in: upright) }
    return LineFinder.lines(in: upright) { shown in
      stopwatch.measure(.detection) { detector.engine.map(of: shown) }
    }
  }

  private borrowing func glyphs(_ engine: LineEngine, in strip: GrayImage) -> [StripGlyph] {
    stopwatch.measure(engine.step) {
      switch engine {
      case .tesseract(let model): tesseracts[model]?.engine.glyphs(in: strip) ?? []
      case .paddle(let size): paddles[size]?.engine.glyphs(in: strip) ?? []
      }
    }
  }

  /// With versions, for the record of a credit.
  borrowing func names(of readers: [LineEngine]) -> [String] { readers.map { name(of: $0) } }

  private borrowing func name(of engine: LineEngine) -> String {
    switch engine {
    case .tesseract(let model): tesseracts[model]?.engine.name ?? model.rawValue
    case .paddle(let size): paddles[size]?.engine.name ?? "paddle"
    }
  }

  /// Which engine reads the page, and which way up, by what they make of a few lines.
  ///
  /// The first engine is taken when it is sure of itself and sees its own script; only otherwise
  /// are the others tried, and the page upside down.
  /// - Returns: the choice, and what the chosen engine saw in each probe.
  borrowing func choice(
    for probes: [Segment], strip: (Segment, Bool) -> LineStrip
  ) -> (EngineChoice, seen: [[StripGlyph]]) {
    let usual = pageEngines.first ?? .tesseract(.simplifiedChinese)
    let strips = probes.map { strip($0, false).image }
    let first = Impression(strips.map { glyphs(usual, in: $0) })
    var best = (engine: usual, impression: first, isReversed: false)
    let isOwnScript =
      !usual.isOfOneScript || usual == .tesseract(.latin) || first.chineseShare > 0.25
    if first.trust < 0.7 || !isOwnScript {
      for engine in pageEngines.dropFirst() {
        let impression = Impression(strips.map { glyphs(engine, in: $0) })
        // Another engine has to be clearly better: the Latin model is sure of itself on any print.
        if impression.trust > best.impression.trust + (isOwnScript ? 0.05 : 0.01) {
          best = (engine, impression, false)
        }
      }
    }
    if best.impression.trust < (usual.isOfOneScript ? 0.72 : 0.93), !probes.isEmpty {
      let turned = probes.map { strip($0, true).image }
      for engine in pageEngines {
        let impression = Impression(turned.map { glyphs(engine, in: $0) })
        if impression.trust > best.impression.trust + 0.08 { best = (engine, impression, true) }
      }
    }
    let choice = EngineChoice(
      page: best.engine, witness: witness(of: best.engine), isReversed: best.isReversed)
    return (choice, best.impression.seen)
  }

  /// What an engine makes of the probes.
  private struct Impression {
    var seen: [[StripGlyph]]
    var trust = 0.0
    var chineseShare = 0.0

    init(_ seen: [[StripGlyph]]) {
      self.seen = seen
      let glyphs = seen.joined()
      guard !glyphs.isEmpty else { return }
      trust = glyphs.reduce(0) { $0 + $1.confidence } / Double(glyphs.count)
      let chinese = glyphs.count { $0.text.unicodeScalars.first.map { $0.value > 0x2E80 } ?? false }
      chineseShare = Double(chinese) / Double(glyphs.count)
    }
  }

  /// The strong reader has its witnesses when it looks again.
  private borrowing func witness(of engine: LineEngine) -> LineEngine? {
    guard case .tesseract(let model) = engine else { return nil }
    let candidates = models.filter { ($0 == .latin) != (model == .latin) }
    return candidates.first.map(LineEngine.tesseract)
  }

  /// The page engine's reading of a strip and, where it sees digits, the witness's.
  ///
  /// - Parameter known: what the page engine saw, where that is known already.
  borrowing func readings(
    of strip: LineStrip, by choice: EngineChoice, known: [StripGlyph]?
  ) -> StripReadings {
    let first = known ?? glyphs(choice.page, in: strip.image)
    guard !first.isEmpty, let witness = choice.witness else {
      return StripReadings(of: strip, [(choice.page, first)])
    }
    let second = numbers(in: strip, seenAs: first, by: witness)
    return StripReadings(of: strip, [(choice.page, first), (witness, second)])
  }

  /// Those who read a line that is looked at again, besides the one who read the page.
  static let secondEngines: [LineEngine] = [.paddle(.small), .tesseract(.latin)]

  /// Digits that Tesseract reads the same need no better reader when the page's reader trusts each
  /// of them so far: on press mall 51 the better one then read another number on 4 of 645 lines,
  /// and was wrong itself on 2.
  private static let sureDigits = 0.9
  /// The same of numbers that a credit rests on, and how far Tesseract must trust what it reads the
  /// same: of 1,470 credits of press malls 71 to 80, two were wrong by one digit that both misread,
  /// and Tesseract left 24 and 15 of 100.
  private static let decisiveSureDigits = 0.97
  private static let decisiveWitness = 0.86

  /// A second look at a strip: Tesseract's at its numbers, and the better reader's unless there is
  /// no doubt. Empty without the strong reader.
  ///
  /// - Parameter first: what the page's reader saw.
  borrowing func secondReadings(
    of strip: LineStrip, seenAs first: [StripGlyph], part: SecondLook.Part
  ) -> StripReadings {
    let span = numericSpan(of: first)
    guard !paddles.isEmpty, part == .all || span != nil else { return StripReadings(of: strip, []) }
    let latin = LineEngine.tesseract(.latin)
    let numbers = numbers(in: strip, seenAs: first, by: latin)
    if part != .all, isSure(first, witness: numbers, isDecisive: part == .decisiveNumbers) {
      return StripReadings(of: strip, [(latin, numbers)])
    }
    let strong =
      part == .all
      ? glyphs(.paddle(.small), in: strip.image)
      : numbersWithin(first, of: strip, span: span, by: .paddle(.small))
    let again =
      Self.digits(of: strong) == Self.digits(of: first)
      ? numbers : self.numbers(in: strip, seenAs: strong, by: latin)
    return StripReadings(of: strip, [(.paddle(.small), strong), (latin, again)])
  }

  private func isSure(
    _ first: [StripGlyph], witness: [StripGlyph], isDecisive: Bool
  ) -> Bool {
    let least = isDecisive ? Self.decisiveSureDigits : Self.sureDigits
    return first.allSatisfy { !$0.isDigit || $0.confidence >= least }
      && Self.digits(of: first) == Self.digits(of: witness)
      && (!isDecisive
        || witness.allSatisfy { !$0.isDigit || $0.confidence >= Self.decisiveWitness })
  }

  /// What the page's reader saw, with its numbers as another engine sees them.
  private borrowing func numbersWithin(
    _ first: [StripGlyph], of strip: LineStrip, span: Range<Int>?, by engine: LineEngine
  ) -> [StripGlyph] {
    guard let span, span.count * 4 < strip.image.width * 3 else {
      return glyphs(engine, in: strip.image)
    }
    let numbers = numbers(in: strip, seenAs: first, by: engine)
    guard let start = numbers.first?.left, let end = numbers.last?.right else { return [] }
    let before = first.filter { $0.right <= min(start, span.lowerBound) }
    let after = first.filter { $0.left >= max(end, span.upperBound) }
    return before + numbers + after
  }

  private static func digits(of glyphs: [StripGlyph]) -> String {
    glyphs.filter(\.isDigit).map(\.text).joined()
  }

  /// What an engine makes of the stretch of a strip in which another saw numbers: Tesseract's Latin
  /// model makes nonsense of Chinese characters.
  private borrowing func numbers(
    in strip: LineStrip, seenAs first: [StripGlyph], by engine: LineEngine
  ) -> [StripGlyph] {
    guard let numeric = numericSpan(of: first) else { return [] }
    let (part, offset) = strip.image.columns(
      from: numeric.lowerBound - LineStrip.marginY, to: numeric.upperBound + LineStrip.marginY)
    return glyphs(engine, in: part).map { $0.moved(by: offset) }
  }

  /// From the first to the last column of the characters that belong to numbers, when there are
  /// two digits at least.
  private borrowing func numericSpan(of glyphs: [StripGlyph]) -> Range<Int>? {
    let digits = glyphs.indices.filter { glyphs[$0].text.first?.isNumber ?? false }
    guard digits.count >= 2, var first = digits.first, var last = digits.last else { return nil }
    // A sign or letters that belong to the number stand before its first digit.
    while first > 0, glyphs[first - 1].text.first.map({ $0.isASCII && $0 != ":" }) ?? false,
      glyphs[first].left - glyphs[first - 1].right < Int(LineStrip.textHeight) / 2
    {
      first -= 1
    }
    // Half of the day, or a code's letter, right behind its last.
    while last + 1 < glyphs.count, last - (digits.last ?? last) < 3,
      glyphs[last + 1].text.first.map({ $0.isASCII && ($0.isLetter || $0 == " ") }) ?? false,
      glyphs[last + 1].left - glyphs[last].right < Int(LineStrip.textHeight)
    {
      last += 1
    }
    return glyphs[first].left..<max(glyphs[first].left + 1, glyphs[last].right)
  }
}
