import Foundation
import Receipts
import TestSupport
import Testing

@testable import Recognition

/// Against the built program, on pictures of `fixtures/`.
@Suite("The real worker", .timeLimit(.minutes(5)))
struct RealWorkerTests {
  private let executable: BuiltProgram
  private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("fixtures")

  init() throws { executable = try BuiltProgram() }

  private func recogniser(
    workers: Int = 1, change: (inout RecognitionSettings) -> Void = { _ in }
  ) -> Recogniser {
    var settings = RecognitionSettings()
    settings.readers = .tesseract
    settings.workers = workers
    settings.deadlineSeconds = 100
    change(&settings)
    return Recogniser(executable: executable.path, settings: settings, logger: .silent)
  }

  private func photograph(_ name: String) throws -> Data {
    try Data(contentsOf: fixtures.appendingPathComponent("images/\(name)"))
  }

  /// Everything that was read, without what stands between.
  private func text(_ page: Page) -> String {
    page.lines.compactMap(\.transcripts.first?.text).joined(separator: "\n")
  }

  @Test("a photograph becomes a page of lines, with the readers that read it")
  func reads() async throws {
    let photograph = try photograph("r00014.jpg")
    let reply = try await recogniser().run {
      try await $0.page(of: photograph, orientation: 1, sidePixels: 1_600)
    }
    let page = reply.page
    #expect(text(page).contains("141.00"), "\(text(page))")
    #expect(page.lines.count > 8)
    #expect(
      !page.readers.isEmpty
        && page.readers.allSatisfy { $0.contains("chi_sim") || $0.contains("eng") })
    #expect(reply.workMilliseconds > 0)
    for line in page.lines {
      let bounds = line.outline.bounds
      #expect(bounds.right > bounds.left && bounds.bottom > bounds.top)
      #expect(bounds.left > -50 && bounds.right < Double(page.width) + 50)
      for transcript in line.transcripts {
        #expect(!transcript.glyphs.isEmpty && (0...1).contains(transcript.confidence))
      }
    }
  }

  @Test(
    "the strong reader reads where it is installed, with Tesseract as its witness",
    .enabled(if: StrongReader.isInstalled))
  func strong() async throws {
    let photograph = try photograph("r00014.jpg")
    let reply = try await recogniser { $0.readers = .best }.run {
      try await $0.page(of: photograph, orientation: 1, sidePixels: 1_600) {
        $0.lines.indices.filter { $0.isMultiple(of: 2) }.map { SecondLook(line: $0, part: .all) }
      }
    }
    #expect(text(reply.page).contains("141.00"), "\(text(reply.page))")
    #expect(reply.page.readers.contains { $0.contains("pp-ocrv6 tiny") })
    for (index, line) in reply.page.lines.enumerated() {
      let readers = line.transcripts.map(\.reader)
      #expect(readers.contains(.paddleTiny))
      if !index.isMultiple(of: 2) { #expect(readers == [.paddleTiny]) }
    }
    #expect(reply.page.lines.contains { $0.transcripts.contains { $0.reader == .tesseractLatin } })
    let steps = reply.stepMilliseconds
    #expect(try #require(steps[.tiny]) > 0 && steps[.detection] ?? 0 > 0)
    #expect(steps.values.reduce(0, +) <= reply.workMilliseconds)
  }

  @Test("without the strong reader's files Tesseract reads alone")
  func withoutStrong() async throws {
    let empty = try TemporaryDirectory()
    let white = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
    let page = try await recogniser {
      $0.readers = .best
      $0.strongReaderDirectory = empty.path
    }.run { try await $0.page(of: white, orientation: 1, sidePixels: 300).page }
    #expect(!page.readers.isEmpty && !page.readers.contains { $0.contains("pp-ocrv6") })
  }

  @Test("two workers read the same as one, and a renewed worker the same as a fresh one")
  func same() async throws {
    let photograph = try photograph("r00076.jpg")
    let pages = try await recogniser(workers: 2) { $0.pagesPerWorker = 1 }.run { pool in
      try await withThrowingTaskGroup(of: Page.self) { group in
        for _ in 0..<3 {
          group.addTask {
            try await pool.page(of: photograph, orientation: 1, sidePixels: 1_600).page
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
    #expect(pages.count == 3)
    #expect(Set(pages).count == 1)
    #expect(pages.first?.lines.isEmpty == false)
  }

  @Test("data that cannot be decoded behind a good header costs its own picture alone")
  func undecodable() async throws {
    var png = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
    // Within the first IDAT, behind signature, header and the chunk's own start.
    for index in 45..<png.count - 20 { png[index] = 0xA5 }
    var jpeg = try photograph("r00014.jpg")
    jpeg.replaceSubrange(200..<jpeg.count, with: repeatElement(0x5A, count: jpeg.count - 200))
    try await recogniser().run { [png, jpeg] pool in
      for (bytes, kind) in [(png, "PNG"), (jpeg, "JPEG"), (Data(), "empty")] {
        do {
          let reply = try await pool.page(of: bytes, orientation: 1, sidePixels: 300)
          Issue.record("\(kind) became a page of \(reply.page.lines.count) lines")
        } catch RecognitionFailure.undecodable(let why) {
          #expect(why.contains(kind))
        }
      }
      let white = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
      #expect(try await pool.page(of: white, orientation: 1, sidePixels: 300).page.lines.isEmpty)
    }
  }

  @Test("a picture of 49 megapixels is answered, and the next one is read", arguments: [8, 32])
  func enormous(bits: Int) async throws {
    let picture = try DrawnPicture.png(widthPixels: 7_000, heightPixels: 7_000, bits: bits)
    let small = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
    try await recogniser().run { pool in
      let page = try await pool.page(of: picture, orientation: 6, sidePixels: 7_000).page
      #expect(page.width == 7_000 && page.height == 7_000 && page.lines.isEmpty)
      #expect(try await pool.page(of: small, orientation: 1, sidePixels: 300).page.lines.isEmpty)
    }
  }

  @Test("one that needs more memory than it may have costs its own picture alone")
  func memory() async throws {
    let picture = try DrawnPicture.png(widthPixels: 7_000, heightPixels: 7_000, bits: 32)
    let small = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
    try await recogniser { $0.memoryBytesMax = 500_000_000 }.run { pool in
      do {
        _ = try await pool.page(of: picture, orientation: 1, sidePixels: 7_000)
        Issue.record("it fits into memory")
      } catch RecognitionFailure.crashed {
      } catch RecognitionFailure.undecodable {
      }
      #expect(try await pool.page(of: small, orientation: 1, sidePixels: 300).page.width == 300)
    }
  }

  @Test("a model that is altered makes the reader unavailable, by name and digest")
  func altered() async throws {
    let directory = try TemporaryDirectory()
    let models = try ReaderModel.directory(given: nil)
    for model in ReaderModel.allCases {
      try FileManager.default.copyItem(
        atPath: "\(models)/\(model.fileName)", toPath: "\(directory.path)/\(model.fileName)")
    }
    let file = try #require(FileHandle(forUpdatingAtPath: directory.path + "/eng.traineddata"))
    try file.seek(toOffset: 1_000_000)
    try file.write(contentsOf: Data("altered".utf8))
    try file.close()
    let white = try DrawnPicture.png(widthPixels: 300, heightPixels: 200)
    let error = try await recogniser { $0.modelDirectory = directory.path }.run { pool in
      await #expect(throws: RecognitionFailure.self) {
        try await pool.page(of: white, orientation: 1, sidePixels: 300)
      }
    }
    #expect(error?.description.contains("eng.traineddata is altered") == true)
  }
}
