import Foundation
import Receipts
import Testing

@testable import ReceiptPress

@Suite("pictures")
struct PictureTests {
  @Test("the same seed gives the same bytes, in any order and from any studio")
  func sameBytes() throws {
    let roll = try roll(seed: 51, counters: 30)
    let first = try Studio(seed: 51, limits: PictureLimits(longSidePixels: 700))
    let second = try Studio(seed: 51, limits: PictureLimits(longSidePixels: 700))
    let forwards = try (0..<4).map { try first.picture(of: roll.receipt(at: $0)) }
    let backwards = try (0..<4).reversed().map { try second.picture(of: roll.receipt(at: $0)) }
    #expect(forwards == backwards.reversed())
  }

  @Test("two runs with other numbers of workers write the same set")
  func sameSet() async throws {
    let roll = try roll(seed: 52, counters: 30)
    var sets: [[String: Data]] = []
    for jobs in [1, 3] {
      let directory = NSTemporaryDirectory() + "press-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: directory) }  // only left-overs stay
      let set = try LabelledSet(directory: directory)
      try set.write(roll, indices: 0..<5)
      try await set.photograph(
        roll, indices: 0..<5, jobs: jobs, limits: PictureLimits(longSidePixels: 500)
      ) { _ in }
      var files: [String: Data] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: directory) {
        files[name] = FileManager.default.contents(atPath: directory + "/" + name)
      }
      sets.append(files)
    }
    #expect(sets[0].keys.contains("images/r00001.jpg") && sets[0].keys.contains("claims.csv"))
    #expect(sets[0] == sets[1])
  }

  @Test("a set is not written over another")
  func noMixing() throws {
    let directory = NSTemporaryDirectory() + "press-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: directory) }  // only left-overs stay
    let set = try LabelledSet(directory: directory)
    try set.write(try roll(seed: 53, counters: 5), indices: 0..<2)
    #expect(throws: PressError.self) { try LabelledSet(directory: directory) }
  }

  @Test("pixels stored turned carry the EXIF tag that turns them back", arguments: [6, 8, 3])
  func orientation(value: Int) throws {
    let encoder = try JPEGEncoder()
    let photograph = Photograph(
      width: 16, height: 8, pixels: [UInt8](repeating: 90, count: 16 * 8 * 3))
    let bytes = try encoder.encoded(photograph, quality: 80, orientation: value)
    #expect(Array(bytes[..<4]) == [0xFF, 0xD8, 0xFF, 0xE1])
    #expect(Int(bytes[30]) == value)
    #expect(Array(bytes.suffix(2)) == [0xFF, 0xD9])
  }

  @Test("truth is written and read back whole")
  func truthRoundTrip() throws {
    let roll = try roll(seed: 54)
    for index in 0..<50 {
      let truth = roll.receipt(at: index).truth
      let read = try JSONDecoder().decode(Truth.self, from: Data(try truth.json.utf8))
      #expect(read == truth)
      for key in ["of", "receipt_no", "counter", "unlabelled"] {
        #expect(try truth.json.contains("\"\(key)\":"))
      }
    }
  }
}
