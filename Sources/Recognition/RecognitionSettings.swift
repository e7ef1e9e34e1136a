/// How pictures are read, and the bounds on it.
package struct RecognitionSettings: Sendable, Hashable, Codable {
  /// Which readers are used.
  package enum Readers: String, Codable, Sendable, CaseIterable {
    /// The strong reader with Tesseract as its witness where it is installed, else Tesseract.
    case best
    /// Tesseract alone.
    case tesseract
  }

  package var readers = Readers.best
  /// Holds `PP-OCRv6_rec_small.onnx` and `openvino/`; `nil`: `models/` beside or above the program.
  package var strongReaderDirectory: String?
  /// Tesseract's models, in the order in which they are tried on a page; the first is the mall's
  /// usual script.
  package var models: [ReaderModel] = [.simplifiedChinese, .traditionalChinese, .latin]
  /// What the strong reader computes with, where the processor has it.
  package var arithmetic = ArithmeticChoice.single
  /// Whether networks prepared for this processor are kept in `cache/` beside the strong reader's
  /// models, for a quicker start.
  package var keepsModels = true
  /// `nil`: where Debian puts them.
  package var modelDirectory: String?
  /// Whether a model has to be the very one that was measured.
  package var checksModels = true
  /// Worker processes; 0: one a core.
  package var workers = 0
  /// A worker is replaced after this many pages, since Tesseract's memory only grows.
  package var pagesPerWorker = 250
  /// A worker that holds more memory than this after a page is replaced as well.
  package var residentBytesMax = 700_000_000
  /// A worker that has not answered by then is killed, and the picture goes to review.
  package var deadlineSeconds = 20.0
  /// Address space of a worker; one that needs more dies and costs one picture a review.
  package var memoryBytesMax = 4_000_000_000
  package var limits = PageLimits()

  package init() {}
}
