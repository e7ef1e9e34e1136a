import Foundation

/// Of which PP-OCRv6 comes in two: the tiny one reads a page in a quarter of the time, the small
/// one better.
enum PaddleSize: String, Codable, Sendable, CaseIterable {
  case tiny, small
}

/// The networks of PP-OCRv6 that are used.
enum PaddleModel: Hashable, Sendable {
  /// Finds the lines of print.
  case detector(PaddleSize)
  /// Reads a line.
  case recogniser(PaddleSize)
}

/// Where the strong reader's library and models are.
///
/// `scripts/setup` puts them into `models/` of the project; an installation may put them elsewhere.
package struct PaddleFiles: Sendable, Hashable, Codable {
  var directory: String

  static let libraryName = "openvino/libopenvino_c.so.2641"
  /// What OpenVINO reads networks with that it kept; without it each worker prepares its own.
  static let keptNetworksLibraryName = "openvino/libopenvino_ir_frontend.so.2641"
  static let tinyCharactersName = "PP-OCRv6_rec_tiny.characters.json"
  static let models: [PaddleModel] = [
    .detector(.tiny), .recogniser(.tiny), .recogniser(.small),
  ]

  /// What is loaded, with the SHA-256 it was measured with: the same as in
  /// `models/strong-reader.tsv`, which a test holds against this.
  static let pinned: [(name: String, digest: String)] =
    models.map { (name(of: $0), digest(of: $0)) } + [
      (
        tinyCharactersName,
        "b9bf03b8b02c9c22f6af847769269d5c1f877cfc8914bbaecac6a44d7a6061de"
      )
    ]

  static func name(of model: PaddleModel) -> String {
    switch model {
    case .detector(let size): "PP-OCRv6_det_\(size.rawValue).onnx"
    case .recogniser(let size): "PP-OCRv6_rec_\(size.rawValue).onnx"
    }
  }

  private static func digest(of model: PaddleModel) -> String {
    switch model {
    case .detector(.tiny): "1130258b70c53bfd52c69cb330f4bb327387f6ae866715426696bda682c6d8bd"
    case .detector(.small): "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f"
    case .recogniser(.tiny): "63e9e23c26f77daf61ade813ad3b3b25283a4ddd229adfe227ff9ad48b68da75"
    case .recogniser(.small): "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884"
    }
  }

  var library: String { "\(directory)/\(Self.libraryName)" }

  /// Whether networks that were kept can be loaded again.
  var canKeep: Bool {
    FileManager.default.isReadableFile(atPath: "\(directory)/\(Self.keptNetworksLibraryName)")
  }

  func path(of model: PaddleModel) -> String { "\(directory)/\(Self.name(of: model))" }

  /// - Parameter directory: `nil`: `models/` beside the executable or in a directory above it.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` with what is missing or altered.
  package static func found(
    in directory: String?, executable: String, digestIsChecked: Bool
  ) throws(RecognitionFailure) -> PaddleFiles {
    guard let directory = directory ?? nearest(to: executable) else {
      throw .unavailable(
        "no models/\(name(of: .recogniser(.small))) near \(executable); run scripts/setup")
    }
    let files = PaddleFiles(directory: directory)
    for name in [libraryName] + pinned.map(\.name)
    where !FileManager.default.isReadableFile(atPath: "\(directory)/\(name)") {
      throw .unavailable("\(directory)/\(name) is missing or cannot be read; run scripts/setup")
    }
    if digestIsChecked { try files.check() }
    return files
  }

  private static func nearest(to executable: String) -> String? {
    var directory = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    for _ in 0..<6 {
      let models = directory.appendingPathComponent("models").path
      let model = "\(models)/\(name(of: .recogniser(.small)))"
      if FileManager.default.fileExists(atPath: model) { return models }
      directory.deleteLastPathComponent()
    }
    return nil
  }

  private func check() throws(RecognitionFailure) {
    for (name, digest) in Self.pinned {
      let path = "\(directory)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw .unavailable("\(path) cannot be read; run scripts/setup")
      }
      try PinnedFile.check(data, at: path, digest: digest)
    }
  }

  /// A recogniser's characters, in the order of its classes.
  func characters(of size: PaddleSize) throws(RecognitionFailure) -> [String] {
    switch size {
    case .small: return try OnnxFile.characters(inModelAt: path(of: .recogniser(.small)))
    case .tiny:
      let path = "\(directory)/\(Self.tinyCharactersName)"
      guard let data = FileManager.default.contents(atPath: path),
        let characters = try? JSONDecoder().decode([String].self, from: data)
      else { throw .unavailable("\(path) holds no list of characters; run scripts/setup") }
      return characters
    }
  }
}
