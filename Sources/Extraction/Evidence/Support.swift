import Receipts

/// Which readers saw the same in one place, and which saw something else there.
struct Support: Sendable, Hashable {
  var readers: Readers
  var rivals: Readers = []

  /// The surest of Tesseract's models in its least sure digit, 0…1; `nil` where none saw it.
  private(set) var witnessConfidence: Double?

  /// Tesseract saw the same digits among words that it cannot read, which take its trust in them.
  var isAmongWords = false

  /// - Parameter confidence: the reader's own, in its least sure digit, 0…1.
  init(_ reader: Transcript.Reader, confidence: Double) {
    readers = Readers(reader)
    if isByTesseract { witnessConfidence = confidence }
  }

  /// What several readers saw alike; `nil` of none.
  init?(joining supports: [Support]) {
    guard let first = supports.first else { return nil }
    self = supports.dropFirst().reduce(into: first) { $0.join($1) }
  }

  /// Tesseract's, of digits among words that it cannot read.
  static var amongWords: Support {
    var support = Support(.tesseractLatin, confidence: 0)
    support.witnessConfidence = nil
    support.isAmongWords = true
    return support
  }

  /// The trust in what several saw: PP-OCRv6's own where it is among them, since it doubts what it
  /// misreads; of Tesseract's models, the surer one's.
  func confidence(_ first: Double, _ other: Double) -> Double {
    isByPaddle ? first : max(first, other)
  }

  var isByPaddle: Bool { !readers.isDisjoint(with: .ofPaddle) }

  /// Tesseract saw something else than PP-OCRv6's two.
  var isAgainstTesseract: Bool { standing == .agreed && !rivals.isEmpty }

  var isByTesseractAlone: Bool { isByTesseract && !isByPaddle }

  private var isByTesseract: Bool { !readers.subtracting(.ofPaddle).isEmpty }

  /// Tesseract alone saw it, and PP-OCRv6 something else: no candidate of its own, only a doubt
  /// about the other.
  var isOutvoted: Bool {
    !isByPaddle && !rivals.isDisjoint(with: .ofPaddle)
  }

  /// How much the readers' agreement is worth.
  enum Standing: String, Sendable, CaseIterable {
    /// PP-OCRv6 and Tesseract saw it: readers that have nothing in common.
    case witnessed
    /// Two of one kind saw it, and nobody whose word counts against them something else.
    case agreed
    /// PP-OCRv6's small recogniser alone saw anything here.
    case strongAlone = "strong_alone"
    /// The small recogniser saw it, and another something else.
    case strongDisputed = "strong_disputed"
    /// A weaker reader alone saw anything here.
    case alone
    /// Weaker readers saw different things.
    case disputed
    /// The small recogniser looked here and saw something else.
    case overruled

    /// 0 for what is worth most.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  var standing: Standing {
    if isByPaddle, isByTesseract, !rivals.contains(.paddle) { return .witnessed }
    // Where PP-OCRv6's two agree and Tesseract does not, it is Tesseract that errs: in 248 of 251
    // amounts of press malls 21 and 22.
    if readers.isSuperset(of: .ofPaddle) { return .agreed }
    if rivals.contains(.paddle) { return .overruled }
    if readers.contains(.paddle) {
      return rivals.isEmpty ? (readers.count > 1 ? .agreed : .strongAlone) : .strongDisputed
    }
    if rivals.isEmpty { return readers.count > 1 ? .agreed : .alone }
    return .disputed
  }

  mutating func join(_ other: Support) {
    readers.formUnion(other.readers)
    rivals.formUnion(other.rivals)
    isAmongWords = isAmongWords || other.isAmongWords
    witnessConfidence = [witnessConfidence, other.witnessConfidence].compactMap(\.self).max()
  }
}
