import Foundation
import Receipts
import Testing

@testable import Intake

@Suite("Image headers")
struct ImageHeaderTests {
  static let accepted: [(String, [UInt8], ImageHeader)] = [
    ("baseline", Sample.jpeg(), ImageHeader(format: .jpeg, widthPixels: 640, heightPixels: 480)),
    (
      "progressive", Sample.jpeg(marker: 0xC2),
      ImageHeader(format: .jpeg, widthPixels: 640, heightPixels: 480)
    ),
    (
      "grey", Sample.jpeg(components: 1),
      ImageHeader(format: .jpeg, widthPixels: 640, heightPixels: 480, components: 1)
    ),
    (
      "CMYK", Sample.jpeg(components: 4),
      ImageHeader(format: .jpeg, widthPixels: 640, heightPixels: 480, components: 4)
    ),
    (
      "a film behind the picture", Sample.jpeg() + Array("....ftypmp42".utf8) + [0xFF, 0xD8, 0],
      ImageHeader(format: .jpeg, widthPixels: 640, heightPixels: 480)
    ),
    (
      "fill bytes before a marker",
      Sample.soi + [0xFF, 0xFF] + Sample.frame(64, 32) + Sample.scan + [0xFF] + Sample.eoi,
      ImageHeader(format: .jpeg, widthPixels: 64, heightPixels: 32)
    ),
    ("PNG", Sample.png(), ImageHeader(format: .png, widthPixels: 640, heightPixels: 480)),
    (
      "PNG with palette", Sample.png(bits: 4, colour: 3),
      ImageHeader(format: .png, widthPixels: 640, heightPixels: 480)
    ),
    (
      "PNG with alpha and 16 bits", Sample.png(bits: 16, colour: 6),
      ImageHeader(format: .png, widthPixels: 640, heightPixels: 480, components: 4)
    ),
    (
      "PNG with orientation",
      Sample.png(before: Sample.chunk("eXIf", Sample.exif(orientation: 6, isLittleEndian: false))),
      ImageHeader(format: .png, widthPixels: 640, heightPixels: 480, orientation: 6)
    ),
    (
      "PNG with bytes behind it", Sample.png() + [1, 2, 3],
      ImageHeader(format: .png, widthPixels: 640, heightPixels: 480)
    ),
  ]

  @Test("a whole JPEG or PNG gives its header", arguments: accepted)
  func accepts(name: String, bytes: [UInt8], expected: ImageHeader) throws {
    #expect(try header(of: Data(bytes), limits: ImageLimits()) == expected)
  }

  static let refused: [(String, [UInt8], Reason, String)] = [
    ("empty", [], .imageEmpty, "send the photograph again"),
    ("one byte", [0xFF], .imageTruncated, "send the whole file"),
    ("JPEG start", [0xFF, 0xD8, 0xFF], .imageTruncated, "end marker"),
    ("JPEG without end", Array(Sample.jpeg().dropLast(2)), .imageTruncated, "end marker"),
    ("JPEG cut in a segment", Array(Sample.jpeg().prefix(10)), .imageTruncated, "end marker"),
    (
      "JPEG whose only end marker is its thumbnail's",
      Array(Sample.jpeg(exif: Sample.jpeg()).dropLast(2)), .imageTruncated, "end marker"
    ),
    ("JPEG lossless", Sample.jpeg(marker: 0xC3), .imageTypeUnsupported, "lossless"),
    ("JPEG arithmetic", Sample.jpeg(marker: 0xC9), .imageTypeUnsupported, "arithmetic"),
    ("JPEG hierarchical", Sample.jpeg(marker: 0xC5), .imageTypeUnsupported, "hierarchical"),
    ("JPEG of 12 bits", Sample.jpeg(bits: 12), .imageTypeUnsupported, "12 bits"),
    ("JPEG of 2 components", Sample.jpeg(components: 2), .imageDamaged, "2 colour components"),
    ("JPEG of no height", Sample.jpeg(640, 0), .imageDamaged, "640 × 0"),
    (
      "JPEG with two frames",
      Sample.soi + Sample.frame(64, 64) + Sample.frame(64, 64) + Sample.scan + Sample.eoi,
      .imageDamaged, "two frames"
    ),
    (
      "JPEG with pixels before its frame", Sample.soi + Sample.scan + Sample.eoi, .imageDamaged,
      "before its frame"
    ),
    ("JPEG without pixels", Sample.soi + Sample.frame(64, 64) + Sample.eoi, .imageDamaged, "ends"),
    ("JPEG with a segment of length 1", Sample.soi + [0xFF, 0xE0, 0, 1], .imageDamaged, "length"),
    ("JPEG with rubbish", Sample.soi + [0xFF, 0xE0, 0, 2, 7, 7, 7], .imageDamaged, "no marker"),
    (
      "JPEG of very many scans",
      Sample.soi + Sample.frame(64, 64) + Array(repeating: Sample.scan, count: 201).joined()
        + Sample.eoi, .imageDamaged, "200 scans"
    ),
    (
      "JPEG of very many markers",
      Sample.soi + [0xFF] + Array(repeating: [0xD0, 0xFF], count: 10_000).joined() + [0xD9],
      .imageDamaged, "10000 markers"
    ),
    ("PNG sent as text", [0x89, 0x50, 0x4E, 0x47, 0x0A, 0x1A, 0x0A, 0], .imageDamaged, "as text"),
    ("PNG signature", Sample.pngSignature, .imageTruncated, "end chunk"),
    ("PNG without end", Array(Sample.png().dropLast(12)), .imageTruncated, "end chunk"),
    ("PNG cut in a chunk", Array(Sample.png().dropLast(1)), .imageTruncated, "end chunk"),
    (
      "PNG animated", Sample.png(before: Sample.chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])),
      .imageAnimated, "one photograph"
    ),
    (
      "PNG without pixels", Sample.pngSignature + Sample.ihdr(64, 64) + Sample.chunk("IEND"),
      .imageDamaged, "before its pixels"
    ),
    ("PNG of 3 bits", Sample.png(bits: 3), .imageDamaged, "3 bits"),
    ("PNG of no width", Sample.png(0, 64), .imageDamaged, "0 × 64"),
    (
      "PNG with a chunk of 4 GB",
      Sample.pngSignature + Sample.ihdr(64, 64) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("IDAT".utf8),
      .imageDamaged, "no chunk"
    ),
    (
      "PNG with two headers", Sample.png(before: Sample.ihdr(64, 64)), .imageDamaged, "two headers"
    ),
    ("HEIC", [0, 0, 0, 24] + Array("ftypheic".utf8), .imageTypeUnsupported, "most compatible"),
    ("AVIF", [0, 0, 0, 24] + Array("ftypavif".utf8), .imageTypeUnsupported, "AVIF"),
    ("film", [0, 0, 0, 24] + Array("ftypmp42".utf8), .imageTypeUnsupported, "films"),
    ("WebP", Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .imageTypeUnsupported, "WebP"),
    ("GIF", Array("GIF89a\0\0\0\0".utf8), .imageTypeUnsupported, "GIF"),
    ("TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], .imageTypeUnsupported, "TIFF"),
    ("BMP", Array("BM\0\0\0\0\0\0".utf8), .imageTypeUnsupported, "BMP"),
    ("PDF", Array("%PDF-1.7 ".utf8), .imageTypeUnsupported, "PDF"),
    (
      "JPEG 2000", [0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A],
      .imageTypeUnsupported, "JPEG 2000"
    ),
    ("archive", [0x50, 0x4B, 3, 4, 0, 0, 0, 0], .imageTypeUnsupported, "unpack"),
    ("text", Array("合计 1042.06 元，谢谢惠顾".utf8), .imageTypeUnsupported, "text"),
    ("zeros", Array(repeating: 0, count: 4096), .imageTruncated, "zeros"),
    ("anything", [9, 1, 2, 3, 4, 5, 6, 7, 8], .imageTypeUnsupported, "no picture"),
  ]

  @Test("anything else is refused with its reason and what to do", arguments: refused)
  func refuses(name: String, bytes: [UInt8], reason: Reason, part: String) throws {
    let refusal = try #require(throws: ImageRefusal.self) {
      try header(of: Data(bytes), limits: ImageLimits())
    }
    #expect(refusal.reason == reason)
    #expect(refusal.message.contains(part), "\(refusal.message)")
  }

  @Test(
    "an orientation is read in both byte orders", arguments: 1...8, [true, false])
  func readsOrientation(orientation: Int, isLittleEndian: Bool) throws {
    for type in [3, 4] {
      let block = Sample.exif(
        orientation: orientation, isLittleEndian: isLittleEndian, type: type)
      let found = try header(of: Data(Sample.jpeg(exif: block)), limits: ImageLimits())
      #expect(found.orientation == orientation)
      #expect(found.uprightWidth == (orientation >= 5 ? 480 : 640))
      #expect(found.uprightHeight == (orientation >= 5 ? 640 : 480))
    }
  }

  static let senseless: [(String, [UInt8])] = [
    ("orientation 0", Sample.exif(orientation: 0, isLittleEndian: true)),
    ("orientation 9", Sample.exif(orientation: 9, isLittleEndian: false)),
    ("of another type", Sample.exif(orientation: 6, isLittleEndian: true, type: 2)),
    ("no byte order", Array("XX*\0\0\0\0\0".utf8)),
    ("a directory outside", Array("II*\0".utf8) + [0xFF, 0xFF, 0xFF, 0xFF]),
    ("a directory in the header", Array("II*\0".utf8) + [0, 0, 0, 0]),
    ("65535 entries", Array("II*\0".utf8) + [8, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0]),
    ("cut", Array(Sample.exif(orientation: 6, isLittleEndian: true).prefix(30))),
    ("empty", []),
  ]

  @Test("a senseless EXIF block costs the orientation and nothing else", arguments: senseless)
  func survivesSenselessEXIF(name: String, block: [UInt8]) throws {
    let found = try header(of: Data(Sample.jpeg(exif: block)), limits: ImageLimits())
    #expect(found.orientation == 1)
  }

  static let sizes: [(Int, Int, Reason?)] = [
    (12_000, 4_000, nil), (12_001, 4_000, .imageTooManyPixels),
    (4_000, 12_001, .imageTooManyPixels),
    (10_000, 5_000, nil), (10_000, 5_001, .imageTooManyPixels), (16, 16, nil),
    (15, 16, .imageTooSmall), (16, 15, .imageTooSmall),
  ]

  @Test("the limits are the last that pass", arguments: sizes)
  func keepsLimits(width: Int, height: Int, reason: Reason?) {
    for bytes in [Sample.jpeg(width, height), Sample.png(width, height)] {
      let found = Result { try header(of: Data(bytes), limits: ImageLimits()) }
      #expect((found.refusal?.reason) == reason)
    }
  }

  @Test("a refusal names the size and the limit")
  func namesLimit() throws {
    let refusal = try #require(throws: ImageRefusal.self) {
      try header(of: Data(Sample.jpeg(18_000, 100)), limits: ImageLimits())
    }
    #expect(refusal.message == "image is 18000 px wide; the limit is 12000; send a smaller one")
  }

  @Test(
    "a PNG of billions of pixels a side overflows nothing",
    arguments: [(0x7FFF_FFFF, Reason.imageTooManyPixels), (0xFFFF_FFFF, .imageDamaged)])
  func survivesHugePNG(side: Int, reason: Reason) throws {
    let refusal = try #require(throws: ImageRefusal.self) {
      try header(of: Data(Sample.png(side, side)), limits: ImageLimits(sidePixelsMax: .max))
    }
    #expect(refusal.reason == reason)
  }

  @Test("a part of other data is read by its own bytes")
  func readsSlice() throws {
    let data = Data([1, 2, 3] + Sample.png())[3...]
    #expect(try header(of: data, limits: ImageLimits()).format == .png)
  }
}

extension Result {
  var refusal: ImageRefusal? {
    switch self {
    case .success: nil
    case .failure(let error): error as? ImageRefusal
    }
  }
}
