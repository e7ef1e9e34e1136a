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

  /// The model that reads a few lines of the page with the most confidence, and which way up.
  ///
  /// Every model is tried upright; the best one also upside down when it is not sure of itself.
  borrowing func choice(
    for probes: [Segment], mayBeReversed: Bool, strip: (Segment, Bool) -> LineStrip
  ) -> EngineChoice {
    let strips = probes.map { strip($0, false).image }
    var best = (model: models.first ?? .simplifiedChinese, trust: -1.0)
    for model in models {
      let trust = trust(of: model, in: strips)
      // The Latin model is sure of itself on Chinese print as well: it has to be clearly better.
      let handicap = model == models.first ? 0 : 0.03
      if trust - handicap > best.trust { best = (model, trust - handicap) }
    }
    var isReversed = false
    if mayBeReversed, best.trust < 0.6, !probes.isEmpty {
      let turned = probes.map { strip($0, true).image }
      for model in models {
        let trust = trust(of: model, in: turned)
        if trust > best.trust + 0.12 {
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

  private borrowing func trust(of model: ReaderModel, in strips: [GrayImage]) -> Double {
    var (sum, count) = (0.0, 0)
    for strip in strips {
      for glyph in glyphs(model, in: strip) {
        sum += glyph.confidence
        count += 1
      }
    }
    return count == 0 ? 0 : sum / Double(count)
  }

  /// The page model's reading of a strip and, where it sees digits, the witness's.
  borrowing func readings(
    of strip: LineStrip, by choice: EngineChoice
  ) -> [(Transcript.Reader, [StripGlyph])] {
    let first = glyphs(choice.page, in: strip.image)
    guard !first.isEmpty else { return [] }
    var result = [(choice.readers[0], first)]
    let digits = first.count { $0.text.first?.isNumber == true }
    if let witness = choice.witness, digits >= 2 {
      let second = glyphs(witness, in: strip.image)
      if !second.isEmpty { result.append((choice.readers[1], second)) }
    }
    return result
  }
}
