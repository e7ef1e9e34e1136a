/// The two formats that are read; everything else is refused by name.
package enum ImageFormat: String, Sendable, Hashable, Codable, CaseIterable {
  case jpeg, png
}

/// What a picture says about itself, read without decoding it.
package struct ImageHeader: Sendable, Hashable {
  package var format: ImageFormat
  /// As stored, before the orientation is applied.
  package var widthPixels: Int
  /// As stored, before the orientation is applied.
  package var heightPixels: Int
  /// The EXIF orientation, 1…8; 1 (upright) where none or a senseless one is given.
  package var orientation: Int
  /// Colour components a pixel: 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha (PNG) or
  /// CMYK (JPEG).
  package var components: Int

  package init(
    format: ImageFormat, widthPixels: Int, heightPixels: Int, orientation: Int = 1,
    components: Int = 3
  ) {
    self.format = format
    self.widthPixels = widthPixels
    self.heightPixels = heightPixels
    self.orientation = orientation
    self.components = components
  }

  /// The width once the picture stands upright.
  package var uprightWidth: Int { isTurned ? heightPixels : widthPixels }

  /// The height once the picture stands upright.
  package var uprightHeight: Int { isTurned ? widthPixels : heightPixels }

  /// Orientations 5…8 exchange width and height.
  private var isTurned: Bool { orientation >= 5 }
}
