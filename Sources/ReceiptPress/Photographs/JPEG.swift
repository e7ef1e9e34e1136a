import CTurboJPEG

/// Writes JPEG; one a worker.
final class JPEGEncoder {
  private let handle: tjhandle

  init() throws(PressError) {
    guard let handle = tjInitCompress() else { throw .notPrintable("libjpeg-turbo did not start") }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  /// The file's bytes. `orientation` above 1 is written as an EXIF tag.
  func encoded(
    _ photograph: Photograph, quality: Int, orientation: Int
  ) throws(PressError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(buffer) }
    let status = photograph.pixels.withUnsafeBufferPointer { pixels in
      tjCompress2(
        handle, pixels.baseAddress, Int32(photograph.width), 0, Int32(photograph.height),
        Int32(TJPF_RGB.rawValue), &buffer, &size, Int32(TJSAMP_420.rawValue), Int32(quality), 0)
    }
    guard status == 0, let buffer, size > 2 else {
      throw .notPictured("jpeg", String(cString: tjGetErrorStr2(handle)))
    }
    let bytes = Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    guard orientation > 1 else { return bytes }
    return Array(bytes[..<2]) + Self.exif(orientation: orientation) + Array(bytes[2...])
  }

  /// An APP1 segment with nothing but the orientation (tag 0x0112, a SHORT), little-endian, after
  /// the EXIF standard.
  private static func exif(orientation: Int) -> [UInt8] {
    let body: [UInt8] =
      Array("Exif".utf8) + [0, 0]
      + [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
      + [1, 0]
      + [0x12, 0x01, 3, 0, 1, 0, 0, 0, UInt8(orientation), 0, 0, 0]
      + [0, 0, 0, 0]
    let length = body.count + 2
    return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + body
  }
}
