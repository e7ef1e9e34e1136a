import Receipts

/// Walks the markers of a JPEG file (ITU-T T.81, annex B) without decoding anything.
///
/// The walk ends at the picture's own end marker: what phones append behind it (further pictures,
/// films, vendors' blocks) is not looked at. The end marker of a thumbnail inside the EXIF block is
/// not mistaken for it.
struct JPEGWalk {
  private let reader: ByteReader
  private let limits: ImageLimits
  private var offset = 2
  private var frame: ImageHeader?
  private var scanCount = 0
  private var orientationFound: Int?

  /// Real files have some dozens. Each costs the walk, and a scan the decoder, so that a small
  /// file of very many could keep either busy.
  private static let markersMax = 10_000
  private static let scansMax = 200

  init(_ reader: ByteReader, limits: ImageLimits) {
    self.reader = reader
    self.limits = limits
  }

  static func isStart(_ reader: ByteReader) -> Bool {
    reader.hasBytes([0xFF, 0xD8, 0xFF], at: 0)
  }

  mutating func header() throws(ImageRefusal) -> ImageHeader {
    for _ in 0..<Self.markersMax {
      let marker = try nextMarker()
      switch marker {
      case 0x01, 0xD0...0xD7: continue
      case 0xD9: return try finished()
      case 0x00, 0xD8: throw damaged("marker \(marker) at byte \(offset - 1) does not belong there")
      default: try readSegment(marker)
      }
    }
    throw damaged("it has more than \(Self.markersMax) markers")
  }

  /// The next marker's code, with fill bytes before it; `offset` is behind it then.
  private mutating func nextMarker() throws(ImageRefusal) -> UInt8 {
    guard let lead = reader.byte(at: offset) else { throw truncated }
    guard lead == 0xFF else { throw damaged("there is no marker at byte \(offset)") }
    while reader.byte(at: offset) == 0xFF { offset += 1 }
    guard let code = reader.byte(at: offset) else { throw truncated }
    offset += 1
    return code
  }

  private mutating func readSegment(_ marker: UInt8) throws(ImageRefusal) {
    guard let length = reader.number(at: offset, byteCount: 2) else { throw truncated }
    guard length >= 2 else { throw damaged("a segment at byte \(offset) has length \(length)") }
    let end = offset + length
    guard end <= reader.count else { throw truncated }
    let content = (offset + 2)..<end
    switch marker {
    case 0xC0...0xC2: try readFrame(content)
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw unsupported(marker)
    case 0xE1: readEXIF(content)
    case 0xDA: try beginScan()
    default: break
    }
    offset = end
    if marker == 0xDA { try skipScan() }
  }

  private mutating func readFrame(_ content: Range<Int>) throws(ImageRefusal) {
    guard frame == nil else { throw damaged("it has two frames") }
    let start = content.lowerBound
    guard let bits = reader.byte(at: start),
      let height = reader.number(at: start + 1, byteCount: 2),
      let width = reader.number(at: start + 3, byteCount: 2),
      let components = reader.byte(at: start + 5), content.count == 6 + 3 * Int(components)
    else { throw damaged("its frame header is not whole") }
    guard bits == 8 else {
      throw ImageRefusal(
        .imageTypeUnsupported,
        "JPEG has \(bits) bits a sample; only 8 are read, convert it to an ordinary JPEG")
    }
    guard [1, 3, 4].contains(components) else {
      throw damaged("it has \(components) colour components; 1, 3 or 4 are possible")
    }
    guard width > 0, height > 0 else {
      throw damaged("it gives its size as \(width) × \(height) px")
    }
    let found = ImageHeader(
      format: .jpeg, widthPixels: width, heightPixels: height, components: Int(components))
    try limits.check(found)
    frame = found
  }

  private mutating func readEXIF(_ content: Range<Int>) {
    guard orientationFound == nil, reader.hasASCII("Exif\0\0", at: content.lowerBound) else {
      return
    }
    let block = reader.part(
      (content.lowerBound + 6)..<max(content.upperBound, content.lowerBound + 6))
    orientationFound = orientation(inEXIF: block)
  }

  private mutating func beginScan() throws(ImageRefusal) {
    guard frame != nil else { throw damaged("its pixels come before its frame header") }
    scanCount += 1
    guard scanCount <= Self.scansMax else {
      throw damaged("it has more than \(Self.scansMax) scans; save it as an ordinary JPEG")
    }
  }

  /// Moves to the next marker that is neither a stuffed byte, a fill byte nor a restart.
  private mutating func skipScan() throws(ImageRefusal) {
    while let lead = reader.offset(ofNext: 0xFF, from: offset) {
      guard let code = reader.byte(at: lead + 1) else { throw truncated }
      switch code {
      case 0x00, 0xD0...0xD7: offset = lead + 2
      case 0xFF: offset = lead + 1
      default:
        offset = lead
        return
      }
    }
    throw truncated
  }

  private func finished() throws(ImageRefusal) -> ImageHeader {
    guard var header = frame, scanCount > 0 else { throw damaged("it ends before its pixels") }
    header.orientation = orientationFound ?? 1
    return header
  }

  private var truncated: ImageRefusal {
    ImageRefusal(
      .imageTruncated,
      "JPEG ends after \(reader.count) bytes without its end marker; send the whole file again")
  }

  private func damaged(_ why: String) -> ImageRefusal {
    ImageRefusal(.imageDamaged, "JPEG is damaged: \(why); take or send the photograph again")
  }

  private func unsupported(_ marker: UInt8) -> ImageRefusal {
    let coding =
      switch marker {
      case 0xC3: "lossless"
      case 0xC9...0xCB: "arithmetic"
      case 0xCD...0xCF: "hierarchical arithmetic"
      default: "hierarchical"
      }
    return ImageRefusal(
      .imageTypeUnsupported,
      "JPEG uses \(coding) coding; only baseline and progressive are read, save it as one of these")
  }
}
