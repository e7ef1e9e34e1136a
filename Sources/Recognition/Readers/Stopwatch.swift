package import Receipts

/// Adds up where the milliseconds of a page go.
final class Stopwatch {
  private(set) var milliseconds: [PageStep: Double] = [:]

  func reset() { milliseconds = [:] }

  func measure<Value, Failure: Error>(
    _ step: PageStep, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let start = ContinuousClock.now
    defer { milliseconds[step, default: 0] += (ContinuousClock.now - start) / .milliseconds(1) }
    return try body()
  }
}

/// What the time for a page is spent on; the rest is finding lines, cutting strips and
/// housekeeping.
package enum PageStep: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  case decoding
  /// PP-OCRv6's detector.
  case detection
  /// PP-OCRv6's tiny recogniser.
  case tiny
  /// PP-OCRv6's small recogniser.
  case small
  case tesseract

  /// For people.
  package func title(in language: Language) -> String {
    switch self {
    case .decoding: language("decoding the picture", "照片解码")
    case .detection: language("PP-OCRv6's detector", "PP-OCRv6 检测")
    case .tiny: language("PP-OCRv6's tiny recogniser", "PP-OCRv6 小模型识别")
    case .small: language("PP-OCRv6's small recogniser", "PP-OCRv6 大模型识别")
    case .tesseract: "Tesseract"
    }
  }

  /// Inside a neural network's library, whatever is done around it.
  package var isInference: Bool { self != .decoding }
}
