import CTesseract

/// A picture of Leptonica, freed with its owner.
struct Pix: ~Copyable {
  private let pointer: UnsafeMutablePointer<PIX>

  /// Decodes a JPEG or PNG of which the header has been checked already.
  ///
  /// A JPEG is scaled down by the decoder itself while its long side stays above
  /// `sidePixelsMin`, which saves most of the time; its brightness alone, unless `inColour`.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``.
  init(decoding bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int, inColour: Bool = false)
    throws(RecognitionFailure)
  {
    guard bytes.count > 8 else { throw .undecodable("the image is empty") }
    let isJPEG = bytes[0] == 0xFF && bytes[1] == 0xD8
    var reduction: Int32 = 1
    while reduction < 8, sidePixels / Int(reduction * 2) >= sidePixelsMin { reduction *= 2 }
    let decoded =
      isJPEG
      ? pixReadMemJpeg(
        bytes, bytes.count, 0, reduction, nil, inColour ? 0 : Int32(L_JPEG_READ_LUMINANCE))
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

  /// Its size, and red, green and blue of each pixel, row by row; transparent parts are white
  /// paper. Halved while its long side keeps `sidePixelsMin`.
  /// - Throws: ``RecognitionFailure/undecodable(_:)`` when memory does not suffice.
  borrowing func colours(
    sidePixelsMin: Int
  ) throws(RecognitionFailure) -> (width: Int, height: Int, samples: [UInt8]) {
    var flat = pixRemoveAlpha(pointer)
    defer { pixDestroy(&flat) }
    var full = pixConvertTo32(flat ?? pointer)
    defer { pixDestroy(&full) }
    pixDestroy(&flat)
    while let large = full,
      Int(max(pixGetWidth(large), pixGetHeight(large))) / 2 >= sidePixelsMin,
      min(pixGetWidth(large), pixGetHeight(large)) > 1
    {
      let half = pixScaleAreaMap2(large)
      pixDestroy(&full)
      full = half
    }
    guard let full, let words = pixGetData(full) else {
      throw .undecodable("there is not enough memory for the picture")
    }
    let (width, height) = (Int(pixGetWidth(full)), Int(pixGetHeight(full)))
    let stride = Int(pixGetWpl(full))
    let samples = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { buffer, count in
      var place = 0
      for y in 0..<height {
        for word in UnsafeBufferPointer(start: words + y * stride, count: width) {
          buffer[place] = UInt8(word >> UInt32(L_RED_SHIFT) & 255)
          buffer[place + 1] = UInt8(word >> UInt32(L_GREEN_SHIFT) & 255)
          buffer[place + 2] = UInt8(word >> UInt32(L_BLUE_SHIFT) & 255)
          place += 3
        }
      }
      count = place
    }
    return (width, height, samples)
  }
}
