import Foundation
import Receipts
import TestSupport
import Testing

@testable import Intake

/// Test and fuzz pictures of public decoders, where they are present beside the project.
private let archive = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/hostile/images.tar.gz").path

@Suite("Hostile pictures", .enabled(if: FileManager.default.fileExists(atPath: archive)))
struct HostileImagesTests {
  @Test("every hostile picture is accepted within the limits or refused with a message")
  func survivesAll() throws {
    let directory = try TemporaryDirectory()
    try #require(unpack(archive, into: directory.path))

    let names = try #require(FileManager.default.enumerator(atPath: directory.path))
      .compactMap { $0 as? String }.sorted()
    var accepted = 0
    var refused: [Reason: Int] = [:]
    for name in names {
      let path = directory(name)
      do {
        let found = try image(at: path, limits: ImageLimits())
        accepted += 1
        #expect(isPicture(found.bytes), "\(name)")
      } catch {
        refused[error.reason, default: 0] += 1
        #expect(error.message.count > 20, "\(name): \(error)")
        if error.reason == .imageTypeUnsupported,
          let bytes = FileManager.default.contents(atPath: path)
        {
          #expect(!isPicture(bytes) || error.message.hasPrefix("JPEG"), "\(name): \(error)")
        }
      }
    }
    print("hostile pictures: \(accepted) accepted, refused \(refused)")
    #expect(names.count > 1_000 && accepted > 0)
    #expect(refused.values.reduce(accepted, +) == names.count)
  }

  private func isPicture(_ bytes: Data) -> Bool {
    bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
  }
}
