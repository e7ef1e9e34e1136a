import Receipts

/// An engine that reads single lines, by what it is loaded with.
enum LineEngine: Hashable, Sendable {
  case tesseract(ReaderModel)
  case paddle

  /// How a transcript of it is marked.
  var reader: Transcript.Reader {
    switch self {
    case .tesseract(.latin): .tesseractLatin
    case .tesseract(.simplifiedChinese), .tesseract(.traditionalChinese): .tesseract
    case .paddle: .paddle
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
  /// `nil` when only one engine is loaded.
  var witness: LineEngine?
  var isReversed: Bool

  /// In the order in which a line's transcripts stand.
  var readers: [Transcript.Reader] {
    [page.reader] + (witness.map { [$0.reader] } ?? [])
  }
}
