import Foundation

/// Where the strong reader's library and model are.
///
/// `scripts/setup` puts them into `models/` of the project; an installation may put them elsewhere.
package struct PaddleFiles: Sendable, Hashable, Codable {
  package var library: String
  package var model: String

  /// SHA-256 of PP-OCRv6_rec_small.onnx as PyPI's rapidocr 3.10.0 carries it. The same as in
  /// `models/strong-reader.tsv`, which a test holds against this.
  package static let modelDigest =
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"

  static let modelName = "PP-OCRv6_rec_small.onnx"
  static let libraryName = "openvino/libopenvino_c.so.2641"

  /// - Parameter directory: `nil`: `models/` beside the executable or in a directory above it.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` with what is missing or altered.
  package static func found(
    in directory: String?, executable: String, digestIsChecked: Bool
  ) throws(RecognitionFailure) -> PaddleFiles {
    guard let directory = directory ?? nearest(to: executable) else {
      throw .unavailable("no models/\(modelName) near \(executable); run scripts/setup")
    }
    let files = PaddleFiles(
      library: "\(directory)/\(libraryName)", model: "\(directory)/\(modelName)")
    for path in [files.library, files.model]
    where !FileManager.default.isReadableFile(atPath: path) {
      throw .unavailable("\(path) is missing or cannot be read; run scripts/setup")
    }
    if digestIsChecked { try files.check() }
    return files
  }

  private static func nearest(to executable: String) -> String? {
    var directory = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    for _ in 0..<6 {
      let models = directory.appendingPathComponent("models").path
      if FileManager.default.fileExists(atPath: "\(models)/\(modelName)") { return models }
      directory.deleteLastPathComponent()
    }
    return nil
  }

  private func check() throws(RecognitionFailure) {
    guard let data = FileManager.default.contents(atPath: model) else {
      throw .unavailable("\(model) cannot be read; run scripts/setup")
    }
    try PinnedFile.check(data, at: model, digest: Self.modelDigest)
  }
}
