import Receipts

/// Zeros with a stroke or a dot in them, which Tesseract's Latin model takes for 8, 6 or 9.
///
/// On a page that is printed so it contradicts every number with a zero. Where it takes most of a
/// line's zeros so, its word counts for the other digits alone.
struct ZeroSlips {
  /// More of the page's lines with zeros are read so than rightly.
  let areUsual: Bool

  private static let slips: Set<PrintedCharacter> = ["6", "8", "9"]
  /// In so many lines: a telephone number alone may have three zeros.
  private static let slipsMin = 3
  /// How far a zero that was mended is witnessed, 0…1.
  private static let confidence = 0.5

  init(_ lines: [PrintedLine]) {
    var (slipped, whole) = (0, 0)
    for line in lines where line.text.reader.isPaddle {
      for text in line.texts.dropFirst() where text.reader == .tesseractLatin {
        let zeros = Self.pairs(line.text, text).filter { line.text.characters[$0.own] == "0" }
        let isSlipped = zeros.contains { text.characters[$0.other] != "0" }
        if isSlipped { slipped += 1 } else if !zeros.isEmpty { whole += 1 }
      }
    }
    areUsual = slipped >= Self.slipsMin && slipped > whole
  }

  /// Tesseract's text with zeros where PP-OCRv6 reads them, hardly trusted. Where it knows half of
  /// a line's zeros as such the others may be none: 18:06 is no witness of 10:06.
  func mended(_ texts: [PrintedText]) -> [PrintedText] {
    guard let first = texts.first, first.reader.isPaddle else { return texts }
    return texts.map { text in
      guard text.reader == .tesseractLatin else { return text }
      let zeros = Self.pairs(first, text).filter { first.characters[$0.own] == "0" }
      let slips = zeros.count { text.characters[$0.other] != "0" }
      guard slips * 2 > zeros.count else { return text }
      return zeros.reduce(text) { mended, pair in
        mended.with(
          "0", at: pair.other,
          confidence: min(Self.confidence, text.signs[pair.other].confidence))
      }
    }
  }

  /// The places of Tesseract's digits among PP-OCRv6's, where they are the same but for zeros; none
  /// where they are others.
  private static func pairs(
    _ text: PrintedText, _ witness: PrintedText
  ) -> [(own: Int, other: Int)] {
    let own = text.characters.indices.filter { text.characters[$0].isASCIIDigit }
    let other = witness.characters.indices.filter { witness.characters[$0].isASCIIDigit }
    guard other.count > 1, other.count <= own.count else { return [] }
    for start in 0...(own.count - other.count) {
      let pairs = other.indices.map { (own: own[start + $0], other: other[$0]) }
      let isSame = pairs.allSatisfy { pair in
        let (one, two) = (text.characters[pair.own], witness.characters[pair.other])
        return one == two || one == "0" && slips.contains(two)
      }
      if isSame { return pairs }
    }
    return []
  }
}
