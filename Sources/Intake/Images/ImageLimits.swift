/// What is taken for a photograph before any decoder sees it.
package struct ImageLimits: Sendable, Hashable, Codable {
  /// The largest file.
  package var bytesMax: Int
  /// The most pixels, width × height.
  package var pixelsMax: Int
  /// The longest side.
  package var sidePixelsMax: Int
  /// The shortest side; below it nothing could be read.
  package var sidePixelsMin: Int

  package init(
    bytesMax: Int = 12_000_000, pixelsMax: Int = 50_000_000, sidePixelsMax: Int = 12_000,
    sidePixelsMin: Int = 16
  ) {
    self.bytesMax = bytesMax
    self.pixelsMax = pixelsMax
    self.sidePixelsMax = sidePixelsMax
    self.sidePixelsMin = sidePixelsMin
  }
}
