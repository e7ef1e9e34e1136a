import CTesseract

/// A picture of Leptonica, freed with its owner.
struct Pix: ~Copyable {
  private let pointer: UnsafeMutablePointer<PIX>

  /// Decodes a JPEG or PNG of which the header has been checked already.
  ///
  /// A JPEG is scaled down by the decoder itself while its long side stays above
  /// `sidePixelsMin`, which saves most of the time.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``.
  init(decoding bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int)
    throws(RecognitionFailure)
  {
    guard bytes.count > 8 else { throw .undecodable("the image is empty") }
    let isJPEG = bytes[0] == 0xFF && bytes[1] == 0xD8
    var reduction: Int32 = 1
    while reduction < 8, sidePixels / Int(reduction * 2) >= sidePixelsMin { reduction *= 2 }
    let decoded =
      isJPEG
      ? pixReadMemJpeg(bytes, bytes.count, 0, reduction, nil, Int32(L_JPEG_READ_LUMINANCE))
        // Of printers' colours (CMYK) no brightness alone can be had.
        ?? pixReadMemJpeg(bytes, bytes.count, 0, reduction, nil, 0)
      : pixReadMemPng(bytes, bytes.count)
    guard let decoded else {
      throw .undecodable("the \(isJPEG ? "JPEG" : "PNG") data cannot be decoded")
    }
    pointer = decoded
  }

  deinit {
    var owned: UnsafeMutablePointer<PIX>? = pointer
    pixDestroy(&owned)
  }

  /// The picture in grey, transparent parts as white paper.
  /// - Throws: ``RecognitionFailure/undecodable(_:)`` when memory does not suffice.
  borrowing func gray() throws(RecognitionFailure) -> GrayImage {
    var flat = pixRemoveAlpha(pointer)
    defer { pixDestroy(&flat) }
    var gray = pixConvertTo8(flat ?? pointer, 0)
    defer { pixDestroy(&gray) }
    var swapped = gray.flatMap { pixEndianByteSwapNew($0) }
    defer { pixDestroy(&swapped) }
    guard let swapped, let words = pixGetData(swapped) else {
      throw .undecodable("there is not enough memory for the picture")
    }
    let (width, height) = (Int(pixGetWidth(swapped)), Int(pixGetHeight(swapped)))
    let stride = Int(pixGetWpl(swapped)) * 4
    let bytes = UnsafeRawPointer(words)
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      for y in 0..<height {
        let row = UnsafeRawBufferPointer(start: bytes + y * stride, count: width)
        UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[
            y * width..<(y + 1) * width]
        ).copyMemory(from: row)
      }
      count = width * height
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }
}
