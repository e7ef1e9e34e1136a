import Foundation
import Receipts
import Testing

@testable import Intake

/// The same numbers from the same seed (splitmix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// `XIAOPIAO_SEEDS` seeds instead of few, for `scripts/soak`.
let seeds: ClosedRange<UInt64> =
  1...(ProcessInfo.processInfo.environment["XIAOPIAO_SEEDS"].flatMap(UInt64.init) ?? 8)

@Suite("Header fuzzing")
struct HeaderFuzzTests {
  @Test("a mutated header is accepted within the limits or refused, never more", arguments: seeds)
  func survivesMutation(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let exif = Sample.exif(orientation: 6, isLittleEndian: true)
    let originals = [
      Sample.jpeg(exif: exif), Sample.jpeg(marker: 0xC2),
      Sample.png(before: Sample.chunk("eXIf", exif)),
      [0, 0, 0, 24] + Array("ftypheic".utf8),
    ]
    let limits = ImageLimits()
    for _ in 0..<500 {
      var bytes = originals.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      do {
        let found = try header(of: Data(bytes), limits: limits)
        #expect(
          (1...8).contains(found.orientation)
            && (limits.sidePixelsMin...limits.sidePixelsMax).contains(found.widthPixels)
            && (limits.sidePixelsMin...limits.sidePixelsMax).contains(found.heightPixels)
            && found.widthPixels * found.heightPixels <= limits.pixelsMax,
          "seed \(seed): \(bytes)")
      } catch {
        #expect(!error.message.isEmpty, "seed \(seed): \(bytes)")
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[index] = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
    case 2: bytes.remove(at: index)
    case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
    case 4: bytes.removeLast(bytes.count - index)
    default: bytes.insert(contentsOf: bytes[..<index], at: index)
    }
  }
}
