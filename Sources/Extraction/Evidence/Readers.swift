import Receipts

/// Some of the readers of a page: bits, since each number found on a paper carries two of these.
struct Readers: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let tesseract = Readers(rawValue: 1)
  static let tesseractLatin = Readers(rawValue: 2)
  static let paddle = Readers(rawValue: 4)
  static let paddleTiny = Readers(rawValue: 8)
  /// PP-OCRv6's two.
  static let ofPaddle: Readers = [.paddle, .paddleTiny]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ reader: Transcript.Reader) {
    self =
      switch reader {
      case .tesseract: .tesseract
      case .tesseractLatin: .tesseractLatin
      case .paddle: .paddle
      case .paddleTiny: .paddleTiny
      }
  }

  var count: Int { rawValue.nonzeroBitCount }
}
