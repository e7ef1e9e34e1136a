import Foundation
import Intake
import Logging
import Receipts
import Recognition
import TestSupport
import Testing

extension EndToEnd {
  /// Test and fuzz pictures of public decoders that pass the header check, given to real workers.
  @Suite(
    "Hostile pictures in the reader", .enabled(if: Project.exists(Project.hostileArchive)),
    .timeLimit(.minutes(10)))
  struct HostilePicturesTests {
    private static let sampleSize = 60

    private func accepted(in directory: String) throws -> [(name: String, image: IntakeImage)] {
      try #require(unpack(Project.hostileArchive, into: directory))
      let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }
      return (names ?? []).sorted().compactMap { name in
        // Those that Intake refuses never come to a reader.
        (try? image(at: directory + "/" + name, limits: ImageLimits())).map { (name, $0) }
      }
    }

    @Test("each gets a page or a failure of its own, and the pool reads on")
    func survives() async throws {
      let directory = try TemporaryDirectory()
      let all = try accepted(in: directory.path)
      try #require(all.count >= Self.sampleSize)
      // Evenly, so that every source of the archive is in it.
      let sample = (0..<Self.sampleSize).map { all[$0 * all.count / Self.sampleSize] }
      var settings = RecognitionSettings()
      settings.workers = 2
      settings.deadlineSeconds = 10
      let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
      let recogniser = Recogniser(
        executable: try Program().path, settings: settings, logger: logger)
      let good = try image(
        at: Project.fixtures + "/images/r00076.jpg", limits: ImageLimits())
      let told = try await recogniser.run { pool in
        let told = await withTaskGroup(of: String.self) { group in
          for (name, image) in sample { group.addTask { await answer(to: image, name, pool) } }
          return await group.reduce(into: [:]) {
            $0[String($1.prefix { $0 != ":" }), default: 0] += 1
          }
        }
        let page = try await pool.page(
          of: good.bytes, orientation: good.header.orientation,
          sidePixels: max(good.header.widthPixels, good.header.heightPixels)
        ).page
        #expect(!page.lines.isEmpty)
        return told
      }
      print("hostile pictures in the reader: \(told)")
      #expect(told.values.reduce(0, +) == Self.sampleSize)
      #expect(told["unavailable"] == nil)
      #expect(told["page", default: 0] > 0)
    }
  }
}

/// The kind of answer and the picture that got it.
private func answer(to image: IntakeImage, _ name: String, _ pool: Recogniser) async -> String {
  do throws(RecognitionFailure) {
    _ = try await pool.page(
      of: image.bytes, orientation: image.header.orientation,
      sidePixels: max(image.header.widthPixels, image.header.heightPixels))
    return "page: \(name)"
  } catch {
    switch error {
    case .timeout: return "timeout: \(name)"
    case .crashed: return "crashed: \(name)"
    case .undecodable: return "undecodable: \(name)"
    case .unavailable: return "unavailable: \(name)"
    }
  }
}
