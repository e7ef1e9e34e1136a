import Receipts

/// Walks the chunks of a PNG file (ISO/IEC 15948) without inflating anything.
struct PNGWalk {
  private let reader: ByteReader
  private let limits: ImageLimits
  private var hasPixels = false
  private var orientationFound: Int?

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Encoders write 8 to 64 KB a chunk, so that 12 MB have some thousands at most.
  private static let chunksMax = 100_000
  /// The format's own limit, for sides and for the length of a chunk.
  private static let numberMax = Int(Int32.max)

  init(_ reader: ByteReader, limits: ImageLimits) {
    self.reader = reader
    self.limits = limits
  }

  static func isStart(_ reader: ByteReader) -> Bool { reader.hasBytes(signature, at: 0) }

  mutating func header() throws(ImageRefusal) -> ImageHeader {
    var header = try firstChunk()
    var offset = 33
    for _ in 0..<Self.chunksMax {
      let chunk = try self.chunk(at: offset)
      switch chunk.type {
      case "IDAT": hasPixels = true
      case "acTL": throw animated
      case "eXIf": orientationFound = orientationFound ?? orientation(inEXIF: chunk.content)
      case "IHDR": throw damaged("it has two headers")
      case "IEND":
        guard hasPixels else { throw damaged("it ends before its pixels") }
        header.orientation = orientationFound ?? 1
        return header
      default: break
      }
      offset = chunk.end
    }
    throw damaged("it has more than \(Self.chunksMax) chunks")
  }

  private func firstChunk() throws(ImageRefusal) -> ImageHeader {
    guard reader.count >= 33 else { throw truncated }
    guard reader.number(at: 8, byteCount: 4) == 13, reader.hasASCII("IHDR", at: 12),
      let width = reader.number(at: 16, byteCount: 4),
      let height = reader.number(at: 20, byteCount: 4), let bits = reader.byte(at: 24),
      let colour = reader.byte(at: 25), let compression = reader.byte(at: 26),
      let filter = reader.byte(at: 27), let interlace = reader.byte(at: 28)
    else { throw damaged("its header is not in its place") }
    guard let components = Self.components(colour: colour, bits: bits) else {
      throw damaged("colour type \(colour) with \(bits) bits is not possible")
    }
    guard compression == 0, filter == 0, interlace <= 1 else {
      throw damaged("its header names methods that do not exist")
    }
    guard (1...Self.numberMax).contains(width), (1...Self.numberMax).contains(height) else {
      throw damaged("it gives its size as \(width) × \(height) px")
    }
    let header = ImageHeader(
      format: .png, widthPixels: width, heightPixels: height, components: components)
    try limits.check(header)
    return header
  }

  private static func components(colour: UInt8, bits: UInt8) -> Int? {
    switch (colour, bits) {
    case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16): 1
    case (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8): 3
    case (4, 8), (4, 16): 2
    case (6, 8), (6, 16): 4
    default: nil
    }
  }

  private struct Chunk {
    var type: String
    var content: ByteReader
    /// Where the next chunk starts, behind the checksum.
    var end: Int
  }

  private func chunk(at offset: Int) throws(ImageRefusal) -> Chunk {
    guard let length = reader.number(at: offset, byteCount: 4), offset + 8 <= reader.count else {
      throw truncated
    }
    let letters = reader.part((offset + 4)..<(offset + 8)).first(4)
    let isName = letters.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    guard isName, length <= Self.numberMax else {
      throw damaged("there is no chunk at byte \(offset)")
    }
    let end = offset + 12 + length
    guard end <= reader.count else { throw truncated }
    let type = String(decoding: letters, as: UTF8.self)
    // Only what is looked into is copied out of the file.
    let content = reader.part(type == "eXIf" ? (offset + 8)..<(offset + 8 + length) : 0..<0)
    return Chunk(type: type, content: content, end: end)
  }

  private var truncated: ImageRefusal {
    ImageRefusal(
      .imageTruncated,
      "PNG ends after \(reader.count) bytes without its end chunk; send the whole file again")
  }

  private var animated: ImageRefusal {
    ImageRefusal(
      .imageAnimated, "PNG is animated; only still pictures are read, send one photograph")
  }

  private func damaged(_ why: String) -> ImageRefusal {
    ImageRefusal(.imageDamaged, "PNG is damaged: \(why); take or send the photograph again")
  }
}
