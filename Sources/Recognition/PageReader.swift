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
      let pix = try Pix(
        decoding: bytes, sidePixels: sidePixels, sidePixelsMin: limits.decodedSidePixelsMin)
      return try pix.gray()
    }
    let reduction = max(1, Double(sidePixels) / Double(max(stored.width, stored.height)))
    return glance(
      at: stored.upright(orientation: orientation),
      of: StoredPicture(bytes: bytes, orientation: orientation, sidePixels: sidePixels),
      reduction: reduction)
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
