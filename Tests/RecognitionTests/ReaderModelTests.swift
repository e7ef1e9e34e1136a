import Foundation
import TestSupport
import Testing

@testable import Recognition

@Suite("Models of the reader")
struct ReaderModelTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("the digests that are pinned are those of models/manifest.tsv, and every model has one")
  func pinned() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let manifest = try String(
      contentsOf: project.appendingPathComponent("models/manifest.tsv"), encoding: .utf8)
    let rows = manifest.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    let columns = try #require(rows.first)
    let name = try #require(columns.firstIndex(of: "name"))
    let file = try #require(columns.firstIndex(of: "file"))
    let digest = try #require(columns.firstIndex(of: "sha256"))
    for model in ReaderModel.allCases {
      let row = try #require(rows.first { $0[name] == model.rawValue }, "\(model.rawValue)")
      #expect(row[file] == model.fileName)
      #expect(row[digest] == model.pinnedDigest)
      #expect(model.pinnedDigest.count == 64)
    }
  }

  private func failure(
    of model: ReaderModel, digestIsChecked: Bool = true
  ) throws -> String {
    let error = try #require(throws: RecognitionFailure.self) {
      try model.check(in: directory.path, digestIsChecked: digestIsChecked)
    }
    guard case .unavailable(let why) = error else {
      Issue.record("\(error)")
      return ""
    }
    return why
  }

  @Test("a model that is missing is named, with what to do", arguments: ReaderModel.allCases)
  func missing(model: ReaderModel) throws {
    for isChecked in [true, false] {
      let why = try failure(of: model, digestIsChecked: isChecked)
      #expect(why.contains("\(directory.path)/\(model.rawValue).traineddata"))
      #expect(why.contains("missing") && why.contains("scripts/setup"))
    }
  }

  @Test("a model that is altered is told by its digest; without the check it is taken")
  func altered() throws {
    try directory.write("abc", to: "eng.traineddata")
    let why = try failure(of: .latin)
    #expect(why.contains("ba7816bf8f01") && why.contains("7d4322bd2a77"))
    #expect(why.contains("altered") && why.contains("eng.traineddata"))
    #expect(why.contains("scripts/setup") && why.contains("checks_models"))
    #expect(throws: Never.self) {
      try ReaderModel.latin.check(in: directory.path, digestIsChecked: false)
    }
  }

  @Test("the directory given is taken as it is, else the first usual one that has a model")
  func chosen() throws {
    #expect(try ReaderModel.directory(given: "/nonexistent") == "/nonexistent")
    #expect(ReaderModel.usualDirectories.contains(try ReaderModel.directory(given: nil)))
  }

  @Test("the models that are installed are the pinned ones", arguments: ReaderModel.allCases)
  func installed(model: ReaderModel) throws {
    let directory = try ReaderModel.directory(given: nil)
    #expect(throws: Never.self) { try model.check(in: directory, digestIsChecked: true) }
  }
}
