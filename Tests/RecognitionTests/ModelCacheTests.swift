import Foundation
import TestSupport
import Testing

@testable import Recognition

@Suite("Networks that are kept")
struct ModelCacheTests {
  private let directory: TemporaryDirectory
  private let cache: ModelCache

  init() throws {
    directory = try TemporaryDirectory()
    cache = ModelCache(directory: directory.path + "/cache/some")
  }

  /// What a worker does that finds none: writes two files.
  private func make() throws {
    try cache.make { given throws(RecognitionFailure) in
      for name in ["b.blob", "a.blob"] {
        let path = (given ?? "") + "/" + name
        #expect(FileManager.default.createFile(atPath: path, contents: Data(name.utf8)))
      }
    }
  }

  private func leftovers() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path + "/cache")
  }

  @Test("one that was made is there whole, with its digests, and nothing beside it")
  func made() throws {
    #expect(!cache.isThere)
    #expect(!cache.removeIfAltered())
    try make()
    #expect(cache.isThere)
    #expect(!cache.removeIfAltered())
    #expect(try leftovers() == ["some"])
    let seal = try String(contentsOfFile: cache.directory + "/SHA256SUMS", encoding: .utf8)
    #expect(seal.split(separator: "\n").map { $0.suffix(8) } == ["  a.blob", "  b.blob"])
  }

  @Test(
    "one that was altered, cut short or added to is removed",
    arguments: [("a.blob", "altered"), ("b.blob", ""), ("c.blob", "new"), ("SHA256SUMS", "")])
  func altered(name: String, content: String) throws {
    try make()
    try directory.write(content, to: "cache/some/" + name)
    #expect(cache.removeIfAltered())
    #expect(!cache.isThere)
  }

  @Test("a file that is missing is missed")
  func missing() throws {
    try make()
    try FileManager.default.removeItem(atPath: cache.directory + "/a.blob")
    #expect(cache.removeIfAltered())
  }

  @Test("of two workers that make one at the same time the first is kept")
  func raced() throws {
    try cache.make { given throws(RecognitionFailure) in
      // The other one is done in the meantime; its directory has another name.
      #expect(throws: Never.self) {
        try directory.write("theirs", to: "cache/some/a.blob")
      }
      _ = FileManager.default.createFile(
        atPath: (given ?? "") + "/a.blob", contents: Data("mine".utf8))
    }
    #expect(try String(contentsOfFile: cache.directory + "/a.blob", encoding: .utf8) == "theirs")
    #expect(try leftovers() == ["some"])
  }

  @Test("where nothing can be written, or loading fails, nothing is left and the work goes on")
  func unwritable() throws {
    try directory.write("a file", to: "cache")
    var given: String? = "something"
    cache.make { given = $0 }
    #expect(given == nil)
    try FileManager.default.removeItem(atPath: directory.path + "/cache")
    #expect(throws: RecognitionFailure.self) {
      try cache.make { _ throws(RecognitionFailure) in throw .unavailable("no") }
    }
    #expect(try leftovers().isEmpty)
  }

  @Test("another arithmetic or processor has a cache of its own")
  func keys() {
    let files = PaddleFiles(directory: directory.path)
    let flags = "model name\t: A\nflags\t\t: avx2\n"
    let usual = ModelCache(for: files, arithmetic: NetworkArithmetic(), processor: flags)
    #expect(usual == ModelCache(for: files, arithmetic: NetworkArithmetic(), processor: flags))
    #expect(
      usual != ModelCache(for: files, arithmetic: NetworkArithmetic(page: .brain), processor: flags)
    )
    #expect(
      usual
        != ModelCache(
          for: files, arithmetic: NetworkArithmetic(),
          processor: flags.replacingOccurrences(of: "avx2", with: "avx2 avx512f")))
  }
}
