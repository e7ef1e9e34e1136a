package import Foundation
import Receipts

/// Reads and checks what a picture says about itself: format, size, orientation, and that it is
/// whole. Nothing is decoded; at most 12 MB are walked through once.
package func header(of bytes: Data, limits: ImageLimits) throws(ImageRefusal) -> ImageHeader {
  try limits.check(sizeBytes: bytes.count)
  let reader = ByteReader(bytes)
  if JPEGWalk.isStart(reader) {
    var walk = JPEGWalk(reader, limits: limits)
    return try walk.header()
  }
  if PNGWalk.isStart(reader) {
    var walk = PNGWalk(reader, limits: limits)
    return try walk.header()
  }
  if reader.hasBytes([0x89, 0x50, 0x4E, 0x47], at: 0), reader.count >= 8 {
    throw ImageRefusal(
      .imageDamaged,
      "PNG is damaged: its first bytes were changed, as when sent as text; send the file as it is")
  }
  if isBeginning(reader) {
    throw ImageRefusal(
      .imageTruncated, "file ends after \(reader.count) bytes; send the whole file again")
  }
  let format = ForeignFormat(of: reader)
  throw ImageRefusal(
    format == .zeros ? .imageTruncated : .imageTypeUnsupported, format.message)
}

/// Whether a file of a few bytes may be the start of a JPEG or PNG.
private func isBeginning(_ reader: ByteReader) -> Bool {
  guard reader.count < 8 else { return false }
  let starts: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]
  return starts.contains { $0.prefix(reader.count).elementsEqual(reader.first(8)) }
}
