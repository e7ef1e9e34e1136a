import Receipts

/// An engine that reads single lines, by what it is loaded with.
enum LineEngine: Hashable, Sendable {
  case tesseract(ReaderModel)
  case paddle(PaddleSize)

  /// How a transcript of it is marked.
  var reader: Transcript.Reader {
    switch self {
    case .tesseract(.latin): .tesseractLatin
    case .tesseract(.simplifiedChinese), .tesseract(.traditionalChinese): .tesseract
    case .paddle(.tiny): .paddleTiny
    case .paddle(.small): .paddle
    }
  }

  var step: PageStep {
    switch self {
    case .tesseract: .tesseract
    case .paddle(.tiny): .tiny
    case .paddle(.small): .small
    }
  }

  /// Whether it reads one script only, so that on a page of another it is no use.
  var isOfOneScript: Bool {
    switch self {
    case .tesseract: true
    case .paddle: false
    }
  }
}

/// Which engine reads a page, which one bears witness, and which way the page is read.
struct EngineChoice: Sendable, Equatable {
  var page: LineEngine
  /// Reads the numbers of the page's lines again; `nil`: nobody does.
  var witness: LineEngine?
  var isReversed: Bool
}

/// What several engines read in one strip.
struct StripReadings: Sendable {
  /// In the order in which they are believed.
  var byEngine: [(engine: LineEngine, glyphs: [StripGlyph])]
  /// As of the ``LineStrip``.
  var scale: Double
  var marginX: Int

  init(of strip: LineStrip, _ byEngine: [(engine: LineEngine, glyphs: [StripGlyph])]) {
    self.byEngine = byEngine
    scale = strip.scale
    marginX = strip.marginX
  }
}
