import CTesseract

/// A picture of Leptonica, freed with its owner.
struct Pix: ~Copyable {
  private let pointer: UnsafeMutablePointer<PIX>

  /// Decodes a JPEG or PNG of which the header has been checked already, its brightness alone.
  ///
  /// A JPEG is scaled down by the decoder itself while its long side stays above
  /// `sidePixelsMin`, which saves most of the time.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``.
  init(decoding bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int)
    throws(RecognitionFailure)
  {
    pointer = try Self.decoded(
      bytes, sidePixels: sidePixels, sidePixelsMin: sidePixelsMin,
      hint: Int32(L_JPEG_READ_LUMINANCE))
  }

  private static func decoded(
    _ bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int, hint: Int32
  ) throws(RecognitionFailure) -> UnsafeMutablePointer<PIX> {
    guard bytes.count > 8 else { throw .undecodable("the image is empty") }
    let isJPEG = bytes[0] == 0xFF && bytes[1] == 0xD8
    var reduction: Int32 = 1
    while reduction < 8, sidePixels / Int(reduction * 2) >= sidePixelsMin { reduction *= 2 }
    let decoded =
      isJPEG
      ? pixReadMemJpeg(bytes, bytes.count, 0, reduction, nil, hint)
        // Of printers' colours (CMYK) no brightness alone can be had.
        ?? pixReadMemJpeg(bytes, bytes.count, 0, reduction, nil, 0)
      : pixReadMemPng(bytes, bytes.count)
    guard let decoded else {
      throw .undecodable("the \(isJPEG ? "JPEG" : "PNG") data cannot be decoded")
    }
    return decoded
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

extension Pix {
  /// A picture in colour as it is meant to be seen, 32 bits a pixel, transparent parts as white
  /// paper; the caller frees it. Reduced while its long side keeps `sidePixelsMin`.
  ///
  /// - Parameters:
  ///   - bytes: a JPEG or PNG of which the header has been checked.
  ///   - orientation: of EXIF, 1…8.
  ///   - sidePixels: the long side as the header tells it.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``, also when memory does not suffice.
  static func colours(
    of bytes: [UInt8], orientation: Int, sidePixels: Int, sidePixelsMin: Int
  ) throws(RecognitionFailure) -> UnsafeMutablePointer<PIX> {
    var decoded: UnsafeMutablePointer<PIX>? = try decoded(
      bytes, sidePixels: sidePixels, sidePixelsMin: sidePixelsMin, hint: 0)
    defer { pixDestroy(&decoded) }
    var flat = decoded.flatMap { pixRemoveAlpha($0) }
    defer { pixDestroy(&flat) }
    pixDestroy(&decoded)
    var full = flat.flatMap { pixConvertTo32($0) }
    defer { pixDestroy(&full) }
    pixDestroy(&flat)
    // What the decoder did not: of a PNG.
    while let large = full, min(pixGetWidth(large), pixGetHeight(large)) > 1,
      Int(max(pixGetWidth(large), pixGetHeight(large))) / 2 >= sidePixelsMin
    {
      let half = pixScaleAreaMap2(large)
      pixDestroy(&full)
      full = half
    }
    guard let upright = full.flatMap({ upright($0, orientation: orientation) }) else {
      throw .undecodable("there is not enough memory for the picture")
    }
    return upright
  }

  /// As EXIF (TIFF 6.0, tag 274) says it is to be seen; a copy.
  private static func upright(
    _ pix: UnsafeMutablePointer<PIX>, orientation: Int
  ) -> UnsafeMutablePointer<PIX>? {
    let quarters: Int32 =
      switch orientation {
      case 3, 4: 2
      case 5, 6: 1
      case 7, 8: 3
      default: 0
      }
    guard let turned = pixRotateOrth(pix, quarters) else { return nil }
    // Mirrored as well.
    if [2, 4, 5, 7].contains(orientation) { pixFlipLR(turned, turned) }
    return turned
  }
}
