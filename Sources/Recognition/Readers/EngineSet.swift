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
    arithmetic: NetworkArithmetic = NetworkArithmetic(), cache: String? = nil
  ) throws(RecognitionFailure) {
    let needed = files == nil ? models : models.filter { $0 == .latin }
    var paddles: [PaddleSize: LoadedPaddle] = [:]
    var detector: LoadedDetector?
    if let files {
      let library = try OpenVINO(library: files.library, cache: cache)
      detector = LoadedDetector(
        try PaddleDetector(.tiny, arithmetic: arithmetic.page, files: files, library: library))
      for size in PaddleSize.allCases {
        paddles[size] = LoadedPaddle(
          try PaddleEngine(
            size, arithmetic: size == .tiny ? arithmetic.page : arithmetic.again, files: files,
            library: library))
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

  private borrowing func glyphs(
    _ engine: LineEngine, in strips: [GrayImage]
  ) -> [[StripGlyph]] {
    stopwatch.measure(engine.step) {
      switch engine {
      case .tesseract(let model):
        strips.map { strip in tesseracts[model]?.engine.glyphs(in: strip) ?? [] }
      case .paddle(let size):
        paddles[size]?.engine.glyphs(in: strips) ?? strips.map { _ in [] }
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
    let first = Impression(glyphs(usual, in: strips))
    var best = (engine: usual, impression: first, isReversed: false)
    let isOwnScript =
      !usual.isOfOneScript || usual == .tesseract(.latin) || first.chineseShare > 0.25
    if first.trust < 0.7 || !isOwnScript {
      for engine in pageEngines.dropFirst() {
        let impression = Impression(glyphs(engine, in: strips))
        // Another engine has to be clearly better: the Latin model is sure of itself on any print.
        if impression.trust > best.impression.trust + (isOwnScript ? 0.05 : 0.01) {
          best = (engine, impression, false)
        }
      }
    }
    if best.impression.trust < (usual.isOfOneScript ? 0.72 : 0.93), !probes.isEmpty {
      let turned = probes.map { strip($0, true).image }
      for engine in pageEngines {
        let impression = Impression(glyphs(engine, in: turned))
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

  /// The page engine's reading of each of some strips and, where it sees digits, the witness's.
  ///
  /// - Parameter known: of each strip what the page engine saw, where that is known already.
  borrowing func readings(
    of strips: [LineStrip], by choice: EngineChoice, known: [[StripGlyph]?]
  ) -> [StripReadings] {
    var first = known.map { $0 ?? [] }
    let unread = known.indices.filter { known[$0] == nil }
    for (index, glyphs) in zip(unread, glyphs(choice.page, in: unread.map { strips[$0].image })) {
      first[index] = glyphs
    }
    guard let witness = choice.witness else {
      return zip(strips, first).map { StripReadings(of: $0, [(choice.page, $1)]) }
    }
    let second = numbers(in: strips, seenAs: first, by: witness)
    return strips.indices.map {
      StripReadings(of: strips[$0], [(choice.page, first[$0]), (witness, second[$0])])
    }
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

  /// A strip that is looked at again.
  struct Again {
    var strip: LineStrip
    /// What the page's reader saw in it.
    var first: [StripGlyph]
    var part: SecondLook.Part
  }

  /// A second look at some strips: Tesseract's at their numbers, and the better reader's where
  /// there is a doubt. Empty without the strong reader.
  borrowing func secondReadings(of asked: [Again]) -> [StripReadings] {
    var readings = asked.map { StripReadings(of: $0.strip, []) }
    let read = asked.indices.filter {
      !paddles.isEmpty && (asked[$0].part == .all || numericSpan(of: asked[$0].first) != nil)
    }
    let latin = LineEngine.tesseract(.latin)
    var numbers = Dictionary(
      uniqueKeysWithValues: zip(
        read,
        self.numbers(
          in: read.map { asked[$0].strip }, seenAs: read.map { asked[$0].first }, by: latin)))
    let doubted = read.filter { !isSure(asked[$0], witness: numbers[$0] ?? []) }
    let strong = Dictionary(
      uniqueKeysWithValues: zip(doubted, better(asked: doubted.map { asked[$0] })))
    let disputed = doubted.filter {
      Self.digits(of: strong[$0] ?? []) != Self.digits(of: asked[$0].first)
    }
    let again = self.numbers(
      in: disputed.map { asked[$0].strip }, seenAs: disputed.map { strong[$0] ?? [] }, by: latin)
    for (index, glyphs) in zip(disputed, again) { numbers[index] = glyphs }
    for index in read {
      readings[index].byEngine =
        (strong[index].map { [(.paddle(.small), $0)] } ?? []) + [(latin, numbers[index] ?? [])]
    }
    return readings
  }

  /// What the better reader sees: in all of a strip, or in its numbers alone.
  private borrowing func better(asked: [Again]) -> [[StripGlyph]] {
    let shown = asked.map { self.shown(of: $0) }
    let seen = glyphs(.paddle(.small), in: shown.map(\.part))
    return asked.indices.map { index in
      let numbers = seen[index].map { $0.moved(by: shown[index].offset) }
      guard let span = shown[index].span else { return numbers }
      return Self.within(asked[index].first, span: span, numbers: numbers)
    }
  }

  /// - Returns: its part, the column at which that starts, and where the numbers stand if it is
  ///   they alone.
  private borrowing func shown(
    of asked: Again
  ) -> (part: GrayImage, offset: Int, span: Range<Int>?) {
    let image = asked.strip.image
    guard asked.part != .all, let span = numericSpan(of: asked.first),
      span.count * 4 < image.width * 3
    else { return (image, 0, nil) }
    let (part, offset) = Self.columns(of: image, around: span)
    return (part, offset, span)
  }

  /// Of numbers alone: whether no better reader is needed.
  private func isSure(_ asked: Again, witness: [StripGlyph]) -> Bool {
    guard asked.part != .all else { return false }
    let isDecisive = asked.part == .decisiveNumbers
    let least = isDecisive ? Self.decisiveSureDigits : Self.sureDigits
    return asked.first.allSatisfy { !$0.isDigit || $0.confidence >= least }
      && Self.digits(of: asked.first) == Self.digits(of: witness)
      && (!isDecisive
        || witness.allSatisfy { !$0.isDigit || $0.confidence >= Self.decisiveWitness })
  }

  /// What the page's reader saw, with its numbers as another engine sees them.
  private static func within(
    _ first: [StripGlyph], span: Range<Int>, numbers: [StripGlyph]
  ) -> [StripGlyph] {
    guard let start = numbers.first?.left, let end = numbers.last?.right else { return [] }
    let before = first.filter { $0.right <= min(start, span.lowerBound) }
    let after = first.filter { $0.left >= max(end, span.upperBound) }
    return before + numbers + after
  }

  private static func digits(of glyphs: [StripGlyph]) -> String {
    glyphs.filter(\.isDigit).map(\.text).joined()
  }

  /// What an engine makes of the stretch of each strip in which another saw numbers, nothing where
  /// it saw none: Tesseract's Latin model makes nonsense of Chinese characters.
  private borrowing func numbers(
    in strips: [LineStrip], seenAs first: [[StripGlyph]], by engine: LineEngine
  ) -> [[StripGlyph]] {
    let spans = first.map { numericSpan(of: $0) }
    let parts = zip(strips, spans).map { strip, span in
      span.map { Self.columns(of: strip.image, around: $0) }
    }
    var seen = glyphs(engine, in: parts.compactMap { $0?.image })[...]
    return parts.map { part in
      guard let part else { return [] }
      return (seen.popFirst() ?? []).map { $0.moved(by: part.offset) }
    }
  }

  private static func columns(
    of strip: GrayImage, around span: Range<Int>
  ) -> (image: GrayImage, offset: Int) {
    strip.columns(
      from: span.lowerBound - LineStrip.marginY, to: span.upperBound + LineStrip.marginY)
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
