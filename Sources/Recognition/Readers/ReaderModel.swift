import Foundation

/// One of Tesseract's models that Xiaopiao uses, by the name of its file.
package enum ReaderModel: String, Codable, Sendable, CaseIterable {
  case simplifiedChinese = "chi_sim"
  case traditionalChinese = "chi_tra"
  case latin = "eng"

  var fileName: String { "\(rawValue).traineddata" }

  /// SHA-256 of the model as Debian 12 ships it (tesseract-ocr-chi-sim, -chi-tra and -eng 4.1.0-2,
  /// tessdata_fast). The same as in `models/manifest.tsv`, which a test holds against this.
  package var pinnedDigest: String {
    switch self {
    case .simplifiedChinese: "a5fcb6f0db1e1d6d8522f39db4e848f05984669172e584e8d76b6b3141e1f730"
    case .traditionalChinese: "529c5b5797d64b126065cd55f2bb4c7fd7b15790798091b1ff259941a829330b"
    case .latin: "7d4322bd2a7749724879683fc3912cb542f19906c83bcc1a52132556427170b2"
    }
  }

  /// Where Debian puts models, the newest first.
  package static let usualDirectories = [
    "/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
  ]

  /// The directory that holds the models: the one given, or the first usual one that has any.
  static func directory(given: String?) throws(RecognitionFailure) -> String {
    if let given { return given }
    let found = usualDirectories.first { directory in
      allCases.contains { FileManager.default.fileExists(atPath: "\(directory)/\($0.fileName)") }
    }
    guard let found else {
      throw .unavailable(
        "no Tesseract models in \(usualDirectories.joined(separator: ", ")); run scripts/setup")
    }
    return found
  }

  /// Makes sure that the model is there and, if asked, the very one that was measured.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` with what is wrong and what to do.
  func check(in directory: String, digestIsChecked: Bool) throws(RecognitionFailure) {
    let path = "\(directory)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unavailable("the model \(path) is missing or cannot be read; run scripts/setup")
    }
    guard digestIsChecked else { return }
    try PinnedFile.check(
      data, at: path, digest: pinnedDigest,
      wayOut: ", or set recognition.checks_models = false to use a model of your own")
  }
}
