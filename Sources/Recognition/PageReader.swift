import Receipts

/// Reads pictures inside a worker process: decodes, finds lines, straightens and recognises them.
struct PageReader: ~Copyable {
  let engines: EngineSet
  let limits: PageLimits

  init(engines: consuming EngineSet, limits: PageLimits) {
    self.engines = engines
    self.limits = limits
  }

  /// - Parameter orientation: of EXIF, 1…8.
  borrowing func glance(
    at bytes: [UInt8], orientation: Int, sidePixels: Int
  ) throws(RecognitionFailure) -> PageInHand {
    let stored = try engines.stopwatch.measure(.decoding) { () throws(RecognitionFailure) in
      try DecodedPicture(
        decoding: bytes, sidePixels: sidePixels, sidePixelsMin: limits.decodedSidePixelsMin
      ).upright(orientation: orientation)
    }
    return glance(
      at: stored,
      reduction: max(
        1,
        Double(sidePixels) / Double(max(stored.brightness.width, stored.brightness.height))))
  }
}

/// Bounds on the work for one picture.
package struct PageLimits: Sendable, Hashable, Codable {
  /// A JPEG is decoded at a half, quarter or eighth while its long side keeps this many pixels.
  package var decodedSidePixelsMin = 1_800
  package var linesMax = 200
  package var probesMax = 5

  package init() {}
}
