import Foundation
import TestSupport
import Testing

@testable import Recognition

/// The strong reader as `scripts/setup` leaves it, if it did.
enum StrongReader {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let directory = project.appendingPathComponent("models").path

  static var isInstalled: Bool {
    (try? PaddleFiles.found(in: directory, executable: "", digestIsChecked: false)) != nil
  }
}

@Suite("The strong reader's files")
struct StrongReaderTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func why(
    in given: String?, executable: String = "/nonexistent/xiaopiao", isChecked: Bool = true
  ) throws -> String {
    let error = try #require(throws: RecognitionFailure.self) {
      try PaddleFiles.found(in: given, executable: executable, digestIsChecked: isChecked)
    }
    guard case .unavailable(let why) = error else {
      Issue.record("\(error)")
      return ""
    }
    #expect(why.contains("scripts/setup"))
    return why
  }

  /// Files of that content under all names that are looked for.
  private func writeAll(_ content: String, in folder: String = "") throws {
    for name in [PaddleFiles.libraryName] + PaddleFiles.pinned.map(\.name) {
      try directory.write(content, to: folder + name)
    }
  }

  @Test("digests and names are those of models/strong-reader.tsv")
  func pinned() throws {
    let text = try String(
      contentsOfFile: StrongReader.directory + "/strong-reader.tsv", encoding: .utf8)
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let digest = try #require(rows.first?.firstIndex(of: "sha256"))
    for file in PaddleFiles.pinned {
      let row = try #require(rows.first { $0.first == file.name }, "\(file.name)")
      #expect(row[digest] == file.digest)
    }
    #expect(rows.contains { $0.first == PaddleFiles.libraryName })
  }

  @Test("a file that is missing is named")
  func missing() throws {
    #expect(try why(in: nil).contains(PaddleFiles.name(of: .recogniser(.small))))
    #expect(try why(in: directory.path).contains(PaddleFiles.libraryName))
    try writeAll("some")
    for file in PaddleFiles.pinned {
      try FileManager.default.removeItem(atPath: "\(directory.path)/\(file.name)")
      #expect(try why(in: directory.path).contains("\(directory.path)/\(file.name) is missing"))
      try directory.write("some", to: file.name)
    }
  }

  @Test("a model that is altered is told by its digest; without the check it is taken")
  func altered() throws {
    try writeAll("abc")
    let said = try why(in: directory.path)
    #expect(said.contains("altered") && said.contains("ba7816bf8f01"))
    let files = try PaddleFiles.found(
      in: directory.path, executable: "", digestIsChecked: false)
    #expect(files.directory == directory.path)
  }

  @Test("without a directory the files are looked for beside the program and above it")
  func nearest() throws {
    try writeAll("some", in: "models/")
    for program in ["/xiaopiao", "/.build/release/xiaopiao", "/a/b/c/d/xiaopiao"] {
      let files = try PaddleFiles.found(
        in: nil, executable: directory.path + program, digestIsChecked: false)
      #expect(files.library.hasSuffix("/models/" + PaddleFiles.libraryName))
    }
    #expect(throws: RecognitionFailure.self) {
      try PaddleFiles.found(
        in: nil, executable: directory.path + "/a/b/c/d/e/f/g/xiaopiao", digestIsChecked: false)
    }
  }

  @Test(
    "the tiny recogniser's characters are a list of its own", .enabled(if: StrongReader.isInstalled)
  )
  func tinyCharacters() throws {
    let characters = try PaddleFiles(directory: StrongReader.directory).characters(of: .tiny)
    #expect(characters.count == 6_904)
    #expect(Set("0123456789.¥合计").isSubset(of: Set(characters.compactMap(\.first))))
  }
}

@Suite("What a model says of itself")
struct OnnxFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func field(_ number: UInt8, _ bytes: Data) -> Data {
    // Lengths of up to 16383 in one or two bytes.
    let count =
      bytes.count < 128
      ? [UInt8(bytes.count)] : [UInt8(bytes.count & 0x7F) | 0x80, UInt8(bytes.count >> 7)]
    return Data([number << 3 | 2] + count) + bytes
  }

  private func entry(_ key: String, _ value: String) -> Data {
    field(14, field(1, Data(key.utf8)) + field(2, Data(value.utf8)))
  }

  private func characters(_ model: Data) throws -> [String] {
    try OnnxFile.characters(inModelAt: directory.write(model, to: "model.onnx"))
  }

  @Test("characters come in their order, whatever stands around them")
  func order() throws {
    let graph = field(7, Data(repeating: 0x72, count: 300))
    // A version as a varint, a number of eight bytes and one of four.
    let rest = Data(
      [0x08, 0x96, 0x01, 0x11] + [UInt8](repeating: 1, count: 8) + [0x1D, 1, 2, 3, 4])
    let model = rest + entry("other", "x") + graph + entry("character", "小\n票\n \n7\n") + rest
    #expect(try characters(model) == ["小", "票", " ", "7"])
  }

  @Test("a model that is cut anywhere, or names no characters, is unavailable")
  func cut() throws {
    let model = field(7, Data(repeating: 9, count: 40)) + entry("character", "a\nb\n")
    for count in 0..<model.count {
      #expect(throws: RecognitionFailure.self, "\(count)") { try characters(model.prefix(count)) }
    }
    #expect(throws: RecognitionFailure.self) { try characters(entry("other", "a\n")) }
    #expect(throws: RecognitionFailure.self) {
      try OnnxFile.characters(inModelAt: directory.path + "/none.onnx")
    }
  }

  @Test("bytes at random do no harm", arguments: 0..<30)
  func random(seed: Int) throws {
    var chance = SeededChance(seed: UInt64(seed))
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &chance) }
    // Whether it finds anything does not matter; that it comes back does.
    _ = try? characters(Data(bytes))
  }

  /// A model whose operations follow each other and whose output is the last one's.
  private func model(_ operations: [String], output: String = "out") -> Data {
    let nodes = operations.enumerated().map { index, type in
      let name = index + 1 == operations.count ? "out" : "v\(index)"
      return field(1, field(2, Data(name.utf8)) + field(4, Data(type.utf8)))
    }
    return field(7, nodes.reduce(Data(), +) + field(12, field(1, Data(output.utf8))))
  }

  @Test("the sigmoid that gives the output is left out, and no other")
  func sigmoid() {
    var graph = model(["Sigmoid", "HardSigmoid", "Sigmoid"])
    #expect(OnnxFile.leaveOutLastSigmoid(&graph))
    #expect(graph == model(["Sigmoid", "HardSigmoid", "Dropout"]))
    for other in [
      model(["Sigmoid", "Softmax"]), model(["Sigmoid"], output: "other"), Data(),
      model(["Sigmoid"]).dropLast(), entry("character", "a\n"),
    ] {
      var left = Data(other)
      #expect(!OnnxFile.leaveOutLastSigmoid(&left) && left == Data(other))
    }
  }

  @Test("the installed detector ends in one", .enabled(if: StrongReader.isInstalled))
  func installedDetector() throws {
    let path = StrongReader.directory + "/" + PaddleFiles.name(of: .detector(.tiny))
    var file = try Data(contentsOf: URL(fileURLWithPath: path))
    let count = file.count
    #expect(OnnxFile.leaveOutLastSigmoid(&file) && file.count == count)
    #expect(!OnnxFile.leaveOutLastSigmoid(&file))
  }

  @Test("the installed model names its characters", .enabled(if: StrongReader.isInstalled))
  func installed() throws {
    let characters = try OnnxFile.characters(
      inModelAt: StrongReader.directory + "/" + PaddleFiles.name(of: .recogniser(.small)))
    #expect(characters.count > 6_000)
    #expect(Set("0123456789.¥合计").isSubset(of: Set(characters.compactMap(\.first))))
  }
}
