/// A picture that was decoded once: how bright it is, and, coarser, what colours it has.
struct DecodedPicture: Sendable, Equatable {
  var brightness: GrayImage
  /// `nil` of a picture in grey.
  var chroma: Chroma?

  /// How blue and how red each pixel is, beside its brightness: Cb and Cr as JPEG files store them
  /// (ITU-T T.871), 128 where there is no colour.
  ///
  /// Both have the picture's width and height or, as cameras store them, a half or a quarter.
  struct Chroma: Sendable, Equatable {
    var blue: GrayImage
    var red: GrayImage
  }

  /// As its EXIF orientation (1…8, TIFF 6.0 tag 274) says it is to be seen.
  func upright(orientation: Int) -> DecodedPicture {
    DecodedPicture(
      brightness: brightness.upright(orientation: orientation),
      chroma: chroma.map {
        Chroma(
          blue: $0.blue.upright(orientation: orientation),
          red: $0.red.upright(orientation: orientation))
      })
  }
}

extension DecodedPicture {
  /// Decodes a JPEG or PNG of which the header has been checked.
  ///
  /// A JPEG is scaled down by the decoder itself, to a half, a quarter or an eighth, while its long
  /// side keeps `sidePixelsMin`, which saves most of the time.
  /// - Parameter sidePixels: the long side as the header tells it.
  /// - Throws: ``RecognitionFailure/undecodable(_:)``, also when memory does not suffice.
  init(decoding bytes: [UInt8], sidePixels: Int, sidePixelsMin: Int) throws(RecognitionFailure) {
    if Pix.isJPEG(bytes) {
      let reduction = Pix.reduction(of: sidePixels, keeping: sidePixelsMin)
      if let planes = JPEGPlanes.decoded(bytes, reduction: reduction) {
        self = planes
        return
      }
    }
    // A PNG, printers' colours (CMYK), or damaged: as far as Leptonica goes.
    self = try Pix(decoding: bytes, sidePixels: sidePixels, sidePixelsMin: sidePixelsMin).planes()
  }
}
