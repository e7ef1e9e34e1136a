import CTesseract
import Foundation

/// Pictures as files, made by Leptonica.
enum DrawnPicture {
  struct NotDrawn: Error {}

  /// A white PNG, 8 bits grey or 32 bits colour.
  static func png(widthPixels: Int, heightPixels: Int, bits: Int = 8) throws -> Data {
    var pix = pixCreate(Int32(widthPixels), Int32(heightPixels), Int32(bits))
    defer { pixDestroy(&pix) }
    guard let pix, pixSetAllArbitrary(pix, bits == 8 ? 255 : 0xFFFF_FF00) == 0 else {
      throw NotDrawn()
    }
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    // Without much effort at compression: it is all white.
    pixSetZlibCompression(pix, 1)
    guard pixWriteMem(&bytes, &count, pix, Int32(IFF_PNG)) == 0, let bytes else {
      throw NotDrawn()
    }
    defer { free(bytes) }
    return Data(bytes: bytes, count: count)
  }
}
