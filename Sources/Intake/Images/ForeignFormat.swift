/// What a file that is neither JPEG nor PNG seems to be, for the message that refuses it.
enum ForeignFormat: Hashable, CaseIterable {
  case heic, avif, webP, gif, tiff, bitmap, pdf, jpeg2000, jpegXL, photoshop, svg, film, zip
  case zeros, text, unknown

  init(of reader: ByteReader) {
    self =
      Self.boxed(reader) ?? Self.signed(reader)
      ?? (Self.isZeros(reader) ? .zeros : Self.isText(reader) ? .text : .unknown)
  }

  /// What it is called and what to do.
  var message: String {
    switch self {
    case .heic:
      "HEIC pictures are not read; set the phone's camera to 'most compatible' or convert it to JPEG"
    case .avif: convert("AVIF")
    case .webP: convert("WebP")
    case .gif: convert("GIF")
    case .tiff: convert("TIFF")
    case .bitmap: convert("BMP")
    case .jpeg2000: convert("JPEG 2000")
    case .jpegXL: convert("JPEG XL")
    case .photoshop: convert("Photoshop")
    case .svg: convert("SVG")
    case .pdf: "PDF files are not read; send a photograph of the paper as JPEG or PNG"
    case .film: "films are not read; send a photograph as JPEG or PNG"
    case .zip: "this is an archive, not a picture; unpack it and send the photographs in it"
    case .zeros: "file holds only zeros, as an upload that broke off does; send it again"
    case .text: "this is a text, not a picture; send a photograph as JPEG or PNG"
    case .unknown: "this is no picture that is known; send a photograph as JPEG or PNG"
    }
  }

  private func convert(_ name: String) -> String {
    "\(name) pictures are not read; convert it to JPEG or PNG"
  }

  /// Files of ISO base media boxes tell their brand.
  private static func boxed(_ reader: ByteReader) -> ForeignFormat? {
    guard reader.hasASCII("ftyp", at: 4) else { return nil }
    let brand = String(decoding: reader.part(8..<12).first(4), as: UTF8.self)
    switch brand {
    case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1": return .heic
    case "avif", "avis": return .avif
    default: return .film
    }
  }

  private static let signatures: [(ForeignFormat, [UInt8])] = [
    (.gif, Array("GIF8".utf8)), (.tiff, [0x49, 0x49, 0x2A, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2A]),
    (.tiff, [0x49, 0x49, 0x2B, 0]), (.tiff, [0x4D, 0x4D, 0, 0x2B]), (.bitmap, Array("BM".utf8)),
    (.pdf, Array("%PDF".utf8)), (.jpeg2000, [0xFF, 0x4F, 0xFF, 0x51]),
    (.jpeg2000, [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20]), (.jpegXL, [0xFF, 0x0A]),
    (.jpegXL, [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20]), (.photoshop, Array("8BPS".utf8)),
    (.zip, [0x50, 0x4B, 3, 4]), (.film, [0x1A, 0x45, 0xDF, 0xA3]), (.svg, Array("<svg".utf8)),
  ]

  private static func signed(_ reader: ByteReader) -> ForeignFormat? {
    if reader.hasASCII("RIFF", at: 0) { return reader.hasASCII("WEBP", at: 8) ? .webP : .film }
    return signatures.first { reader.hasBytes($0.1, at: 0) }?.0
  }

  private static func isZeros(_ reader: ByteReader) -> Bool {
    reader.first(512).allSatisfy { $0 == 0 }
  }

  private static func isText(_ reader: ByteReader) -> Bool {
    let start = reader.first(512)
    // The cut may fall into a character, whose rest is then replaced: the last four bytes may fail.
    guard start.allSatisfy({ $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }) else { return false }
    return !String(decoding: start, as: UTF8.self).dropLast(4).contains("\u{FFFD}")
  }
}
