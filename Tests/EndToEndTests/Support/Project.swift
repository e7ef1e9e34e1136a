import Foundation

/// Where the pictures are.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = root.appendingPathComponent("fixtures").path
  /// Pages of all pictures of `fixtures/`, recorded with the reader that was shipped with them.
  static let recordedPages = fixtures + "/pages"
  /// Pictures that are not part of the project; only where they lie beside it.
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared").path
  static let receipts = shared + "/receipts"
  static let hostileArchive = shared + "/hostile/images.tar.gz"

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func lines(of path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  static func objects(in lines: [String]) throws -> [[String: Any]] {
    try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      guard let object = object as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
      return object
    }
  }

  /// What each picture of a labelled set truly shows, by file.
  static func truths(of set: String) throws -> [String: [String: Any]] {
    let objects = try objects(in: try lines(of: set + "/truth.jsonl"))
    return Dictionary(
      objects.map { ($0["file"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }
}
