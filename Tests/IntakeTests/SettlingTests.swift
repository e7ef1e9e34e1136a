import Testing

@testable import Intake

@Suite("Settling")
struct SettlingTests {
  private let start = ContinuousClock().now

  private func settling() -> Settling<String> {
    Settling(settlesAfter: .milliseconds(400), patience: .seconds(60))
  }

  private func fingerprint(size: Int64 = 10, inode: UInt64 = 1, modified: Int64 = 0)
    -> FileFingerprint
  {
    FileFingerprint(device: 1, inode: inode, sizeBytes: size, modifiedNanoseconds: modified)
  }

  /// When the file is looked at, what it is then, whether it is whole, and what it should be.
  struct Look: Sendable {
    var after: Duration
    var size: Int64 = 10
    var inode: UInt64 = 1
    var modified: Int64 = 0
    var isWhole = true
    var expected: Settling<String>.State
  }

  static let stories: [(String, [Look])] = [
    (
      "a whole file settles after 400 ms",
      [
        Look(after: .zero, expected: .waiting(.milliseconds(400))),
        Look(after: .milliseconds(399), expected: .waiting(.milliseconds(1))),
        Look(after: .milliseconds(400), expected: .settled),
        Look(after: .seconds(9), expected: .settled),
      ]
    ),
    (
      "a file that grows begins anew",
      [
        Look(after: .zero, expected: .waiting(.milliseconds(400))),
        Look(after: .milliseconds(300), size: 11, expected: .waiting(.milliseconds(400))),
        Look(after: .milliseconds(600), size: 11, expected: .waiting(.milliseconds(100))),
        Look(after: .milliseconds(700), size: 11, expected: .settled),
      ]
    ),
    (
      "a file that is written over begins anew",
      [
        Look(after: .zero, expected: .waiting(.milliseconds(400))),
        Look(after: .seconds(1), modified: 5, expected: .waiting(.milliseconds(400))),
      ]
    ),
    (
      "a file that is replaced begins anew",
      [
        Look(after: .zero, expected: .waiting(.milliseconds(400))),
        Look(after: .seconds(1), inode: 2, expected: .waiting(.milliseconds(400))),
      ]
    ),
    (
      "an incomplete file is waited for, then given up",
      [
        Look(after: .zero, isWhole: false, expected: .waiting(.milliseconds(400))),
        Look(after: .seconds(1), isWhole: false, expected: .waiting(.seconds(59))),
        Look(
          after: .milliseconds(59_999), isWhole: false, expected: .waiting(.milliseconds(1))),
        Look(after: .seconds(60), isWhole: false, expected: .outOfPatience),
      ]
    ),
    (
      "an incomplete file that goes on settles when it is whole",
      [
        Look(after: .zero, isWhole: false, expected: .waiting(.milliseconds(400))),
        Look(after: .seconds(50), isWhole: false, expected: .waiting(.seconds(10))),
        Look(after: .seconds(55), size: 20, expected: .waiting(.milliseconds(400))),
        Look(after: .seconds(56), size: 20, expected: .settled),
      ]
    ),
  ]

  @Test("a file is taken when it has settled", arguments: stories)
  func settles(name: String, looks: [Look]) {
    var settling = settling()
    for look in looks {
      let print = fingerprint(size: look.size, inode: look.inode, modified: look.modified)
      let state = settling.state(of: "a", print, at: start + look.after) { look.isWhole }
      #expect(state == look.expected, "\(name), after \(look.after)")
    }
  }

  @Test("whether a file is whole is asked once for each state of the file")
  func asksOnce() {
    var settling = settling()
    var asked = 0
    for second in 0..<20 {
      _ = settling.state(
        of: "a", fingerprint(size: second < 10 ? 1 : 2), at: start + .seconds(second)
      ) {
        asked += 1
        return false
      }
    }
    #expect(asked == 2)
  }

  @Test("files that are gone are forgotten")
  func forgets() {
    var settling = settling()
    settling.beginScan()
    for name in ["a", "b"] {
      _ = settling.state(of: name, fingerprint(), at: start) { true }
    }
    settling.endScan()
    #expect(settling.rememberedCount == 2)
    settling.beginScan()
    _ = settling.state(of: "b", fingerprint(), at: start) { true }
    settling.endScan()
    #expect(settling.rememberedCount == 1)
    #expect(
      settling.state(of: "a", fingerprint(), at: start + .seconds(9)) { true }
        == .waiting(.milliseconds(400)))
  }
}
