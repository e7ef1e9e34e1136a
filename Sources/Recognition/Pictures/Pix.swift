import CTesseract

/// A picture of Leptonica, freed with its owner.
struct Pix: ~Copyable {
  private let pointer: UnsafeMutablePointer<PIX>

  /// Decodes a JPEG or PNG of which the header has been checked.
  ///
  /// A JPEG is scaled down by the decoder itself while its long side keeps `sidePixelsMin`.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``.
  init(decoding bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int)
    throws(RecognitionFailure)
  {
    pointer = try Self.decoded(bytes, sidePixels: sidePixels, sidePixelsMin: sidePixelsMin)
  }

  static func isJPEG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xD8]) }

  /// By how much a JPEG's decoder scales it down: 1, 2, 4 or 8.
  static func reduction(of sidePixels: Int, keeping sidePixelsMin: Int) -> Int {
    var reduction = 1
    while reduction < 8, sidePixels / (reduction * 2) >= sidePixelsMin { reduction *= 2 }
    return reduction
  }

  private static func decoded(
    _ bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int
  ) throws(RecognitionFailure) -> UnsafeMutablePointer<PIX> {
    guard bytes.count > 8 else { throw .undecodable("the image is empty") }
    let reduction = Int32(reduction(of: sidePixels, keeping: sidePixelsMin))
    let decoded =
      isJPEG(bytes)
      ? pixReadMemJpeg(bytes, bytes.count, 0, reduction, nil, 0)
      : pixReadMemPng(bytes, bytes.count)
    guard let decoded else {
      throw .undecodable("the \(isJPEG(bytes) ? "JPEG" : "PNG") data cannot be decoded")
    }
    return decoded
  }

  deinit {
    var owned: UnsafeMutablePointer<PIX>? = pointer
    pixDestroy(&owned)
  }

  /// Its brightness and colours, transparent parts as white paper.
  /// - Throws: ``RecognitionFailure/undecodable(_:)`` when memory does not suffice.
  borrowing func planes() throws(RecognitionFailure) -> DecodedPicture {
    var flat = pixRemoveAlpha(pointer)
    defer { pixDestroy(&flat) }
    let isInColour = pixGetColormap(flat ?? pointer) != nil || pixGetDepth(flat ?? pointer) == 32
    var full = isInColour ? pixConvertTo32(flat ?? pointer) : nil
    defer { pixDestroy(&full) }
    guard full != nil || !isInColour else { throw Self.memoryDoesNotSuffice }
    // As JPEG files store it; Leptonica's own weights are others.
    var gray =
      full.map {
        pixConvertRGBToGray(
          $0, Float(RGB.weights.red), Float(RGB.weights.green), Float(RGB.weights.blue))
      }
      ?? pixConvertTo8(flat ?? pointer, 0)
    defer { pixDestroy(&gray) }
    var swapped = gray.flatMap { pixEndianByteSwapNew($0) }
    defer { pixDestroy(&swapped) }
    guard let swapped, let words = pixGetData(swapped) else { throw Self.memoryDoesNotSuffice }
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
    return DecodedPicture(
      brightness: GrayImage(width: width, height: height, pixels: pixels),
      chroma: full.map { Self.chroma(of: $0) })
  }

  /// Of half the picture's width and height; of one with 32 bits a pixel.
  private static func chroma(of full: UnsafeMutablePointer<PIX>) -> DecodedPicture.Chroma {
    let words = pixGetData(full)
    let (width, height) = (Int(pixGetWidth(full)), Int(pixGetHeight(full)))
    let stride = Int(pixGetWpl(full))
    var blue = GrayImage(width: (width + 1) / 2, height: (height + 1) / 2)
    var red = blue
    for y in 0..<blue.height {
      for x in 0..<blue.width {
        let word = words?[min(height - 1, 2 * y) * stride + min(width - 1, 2 * x)] ?? 0
        func level(_ shift: Int) -> Double { Double(word >> UInt32(shift) & 255) }
        let colour = RGB(
          red: level(Int(L_RED_SHIFT)), green: level(Int(L_GREEN_SHIFT)),
          blue: level(Int(L_BLUE_SHIFT)))
        let chroma = colour.chroma
        blue.pixels[y * blue.width + x] = UInt8(min(255, max(0, chroma.blue.rounded())))
        red.pixels[y * blue.width + x] = UInt8(min(255, max(0, chroma.red.rounded())))
      }
    }
    return .init(blue: blue, red: red)
  }

  private static let memoryDoesNotSuffice = RecognitionFailure.undecodable(
    "there is not enough memory for the picture")
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
      bytes, sidePixels: sidePixels, sidePixelsMin: sidePixelsMin)
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
      throw memoryDoesNotSuffice
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
