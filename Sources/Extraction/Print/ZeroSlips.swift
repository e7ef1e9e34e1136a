import Receipts

/// Zeros with a stroke or a dot in them, which Tesseract's Latin model takes for 8 or 6.
///
/// On a page that is printed so it contradicts every number with a zero, and its word counts for the
/// other digits alone.
struct ZeroSlips {
  /// The page's zeros are more often read so than as zeros.
  let areUsual: Bool

  private static let slips: Set<Character> = ["6", "8", "9"]
  private static let slipsMin = 3
  /// How far a zero that was mended is witnessed, 0…1.
  private static let confidence = 0.5

  init(_ lines: [PrintedLine]) {
    var (slips, zeros) = (0, 0)
    for line in lines where line.text.reader.isPaddle {
      for text in line.texts.dropFirst() where text.reader == .tesseractLatin {
        for (own, other) in Self.pairs(line.text, text) where line.text.characters[own] == "0" {
          if text.characters[other] == "0" { zeros += 1 } else { slips += 1 }
        }
      }
    }
    areUsual = slips >= Self.slipsMin && slips > zeros
  }

  /// Tesseract's text with zeros where PP-OCRv6 reads them, hardly trusted.
  func mended(_ texts: [PrintedText]) -> [PrintedText] {
    guard let first = texts.first, first.reader.isPaddle else { return texts }
    return texts.map { text in
      guard text.reader == .tesseractLatin else { return text }
      return Self.pairs(first, text).reduce(text) { mended, pair in
        let sign = text.signs[pair.other]
        guard first.characters[pair.own] == "0", sign.character != "0" else { return mended }
        return mended.with(
          "0", at: pair.other, confidence: min(Self.confidence, sign.confidence))
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

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
