import CTesseract
import CTurboJPEG
import Foundation
import Receipts
import Testing

@testable import Recognition

@Suite("Pictures decoded once, brightness and colours")
struct DecodedPictureTests {
  /// A quarter each of white paper, red and blue ink and black print, from the upper left on.
  private static let quarters = [
    RGB(red: 250, green: 250, blue: 250), RGB(red: 200, green: 40, blue: 40),
    RGB(red: 40, green: 60, blue: 190), RGB(red: 20, green: 20, blue: 20),
  ]

  private struct NotDrawn: Error {}

  /// - Parameter format: of Leptonica.
  private func file(width: Int, height: Int, format: Int32, isGray: Bool = false) throws -> [UInt8]
  {
    var pix = pixCreate(Int32(width), Int32(height), isGray ? 8 : 32)
    defer { pixDestroy(&pix) }
    guard let pix else { throw NotDrawn() }
    for y in 0..<height {
      for x in 0..<width {
        let colour = Self.quarters[(2 * y / height) * 2 + 2 * x / width]
        let value =
          isGray
          ? UInt32(colour.luminance)
          : UInt32(colour.red) << 24 | UInt32(colour.green) << 16 | UInt32(colour.blue) << 8
        pixSetPixel(pix, Int32(x), Int32(y), value)
      }
    }
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMem(&bytes, &count, pix, format) == 0, let bytes else { throw NotDrawn() }
    defer { free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Of the middles of the quarters.
  private func colours(of picture: DecodedPicture, sidePixels: Int) -> [RGB?] {
    let (width, height) = (picture.brightness.width, picture.brightness.height)
    let reduction = Double(sidePixels) / Double(max(width, height))
    let image = ColourImage(of: picture, reduction: reduction)
    return [(1, 1), (3, 1), (1, 3), (3, 3)].map { x, y in
      image.colour(
        at: Point(
          x: Double(x * width) / 4 * reduction, y: Double(y * height) / 4 * reduction))
    }
  }

  private func isNear(_ found: [RGB?], _ wanted: [RGB]) -> Bool {
    zip(found, wanted).allSatisfy { found, wanted in
      guard let found else { return false }
      return abs(found.red - wanted.red) < 9 && abs(found.green - wanted.green) < 9
        && abs(found.blue - wanted.blue) < 9
    }
  }

  @Test("JPEG and PNG, large and small, of odd sizes, show their colours where they are")
  func colours() throws {
    for format in [IFF_JFIF_JPEG, IFF_PNG] {
      for (width, height) in [(300, 201), (1_203, 2_001), (3_999, 1_001)] {
        let bytes = try file(width: width, height: height, format: Int32(format))
        let side = max(width, height)
        let picture = try DecodedPicture(
          decoding: bytes, sidePixels: side, sidePixelsMin: 1_800)
        let found = colours(of: picture, sidePixels: side)
        #expect(isNear(found, Self.quarters), "\(format) \(width) × \(height): \(found)")
      }
    }
  }

  @Test("a JPEG's brightness is what Leptonica decodes")
  func brightness() throws {
    for side in [801, 3_601] {
      let bytes = try file(width: side, height: side / 2, format: Int32(IFF_JFIF_JPEG))
      let picture = try DecodedPicture(decoding: bytes, sidePixels: side, sidePixelsMin: 1_800)
      let other = try Pix(decoding: bytes, sidePixels: side, sidePixelsMin: 1_800).planes()
      #expect(picture.brightness.width == other.brightness.width)
      #expect(picture.brightness.height == other.brightness.height)
      let far = zip(picture.brightness.pixels, other.brightness.pixels).count {
        abs(Int($0) - Int($1)) > 6
      }
      #expect(far * 200 < picture.brightness.pixels.count)
    }
  }

  @Test("a picture in grey has no colours")
  func gray() throws {
    for format in [IFF_JFIF_JPEG, IFF_PNG] {
      let bytes = try file(width: 400, height: 300, format: Int32(format), isGray: true)
      let picture = try DecodedPicture(decoding: bytes, sidePixels: 400, sidePixelsMin: 1_800)
      #expect(picture.chroma == nil)
      let wanted = Self.quarters.map {
        RGB(red: $0.luminance, green: $0.luminance, blue: $0.luminance)
      }
      #expect(isNear(colours(of: picture, sidePixels: 400), wanted))
    }
  }

  @Test("colours turn with the picture")
  func upright() throws {
    let bytes = try file(width: 400, height: 300, format: Int32(IFF_JFIF_JPEG))
    let picture = try DecodedPicture(decoding: bytes, sidePixels: 400, sidePixelsMin: 1_800)
    let turned = [3: [3, 2, 1, 0], 6: [2, 0, 3, 1], 8: [1, 3, 0, 2], 2: [1, 0, 3, 2]]
    for (orientation, places) in turned {
      let found = colours(of: picture.upright(orientation: orientation), sidePixels: 400)
      #expect(isNear(found, places.map { Self.quarters[$0] }), "\(orientation)")
    }
  }

  @Test("what is cut off, and what is no picture, is refused")
  func damaged() throws {
    let bytes = try file(width: 400, height: 300, format: Int32(IFF_JFIF_JPEG))
    let cut = Array(bytes[..<(bytes.count * 2 / 3)])
    for file in [cut, [0xFF, 0xD8] + Array(repeating: 7, count: 400)] {
      #expect(throws: RecognitionFailure.self) {
        try DecodedPicture(decoding: file, sidePixels: 400, sidePixelsMin: 1_800)
      }
    }
  }

  @Test(
    "whatever the colours are stored as, each is where it is, up to the edges",
    arguments: [TJSAMP_444, TJSAMP_422, TJSAMP_420, TJSAMP_440, TJSAMP_411])
  func samplings(_ sampling: TJSAMP) throws {
    let (width, height) = (1_203, 2_001)
    var samples: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let colour = Self.quarters[(2 * y / height) * 2 + 2 * x / width]
        samples += [UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue)]
      }
    }
    let handle = try #require(tjInitCompress())
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    defer { tjFree(buffer) }
    var size: UInt = 0
    try #require(
      tjCompress2(
        handle, samples, Int32(width), 0, Int32(height), Int32(TJPF_RGB.rawValue), &buffer, &size,
        Int32(sampling.rawValue), 92, 0) == 0)
    let bytes = Array(UnsafeBufferPointer(start: try #require(buffer), count: Int(size)))
    for (sidePixelsMin, orientation) in [(1_800, 1), (1_800, 6), (400, 1), (400, 5)] {
      let picture = try DecodedPicture(
        decoding: bytes, sidePixels: height, sidePixelsMin: sidePixelsMin
      ).upright(orientation: orientation)
      let side = max(picture.brightness.width, picture.brightness.height)
      let image = ColourImage(of: picture, reduction: Double(height) / Double(side))
      // Near the inner edges of the quarters, in the picture as it was stored.
      for (quarter, dx, dy) in [(0, -1, -1), (1, 1, -1), (2, -1, 1), (3, 1, 1)] {
        let (x, y) = (Double(width) / 2 + Double(dx) * 24, Double(height) / 2 + Double(dy) * 24)
        let point =
          switch orientation {
          case 6: Point(x: Double(height) - 1 - y, y: x)
          case 5: Point(x: y, y: x)
          default: Point(x: x, y: y)
          }
        let found = image.colour(at: point)
        #expect(
          isNear([found], [Self.quarters[quarter]]),
          "\(sampling.rawValue) \(orientation) \(quarter): \(String(describing: found))")
      }
    }
  }
}
