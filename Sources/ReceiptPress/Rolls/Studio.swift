/// Prints and photographs papers, one after another; each worker has its own.
package final class Studio {
  private let printer: Printer
  private let encoder: JPEGEncoder
  private let seed: UInt64
  private let limits: PictureLimits

  package init(seed: UInt64, limits: PictureLimits = PictureLimits()) throws(PressError) {
    printer = Printer(book: try GlyphBook())
    encoder = try JPEGEncoder()
    self.seed = seed
    self.limits = limits
  }

  /// A JPEG of the paper at its level. It depends on the seed and the receipt's index alone.
  ///
  /// - Throws: ``PressError/charactersMissing(_:)`` when no font has a character of the paper.
  package func picture(of receipt: PressedReceipt) throws(PressError) -> [UInt8] {
    var print = Chance(seed: seed, "sheet", receipt.sourceIndex)
    let sheet = printer.sheet(receipt.paper, chance: &print)
    // Boxes in place of characters would make every truth of this paper a lie.
    guard printer.book.unknown.isEmpty else {
      throw .charactersMissing(printer.book.unknown.sorted())
    }
    var chance = Chance(seed: seed, "scene", receipt.index)
    let scene = Scene.drawn(
      level: receipt.truth.level, sheetWidth: sheet.width, sheetHeight: sheet.height,
      longSideMax: limits.longSidePixels, chance: &chance)
    let photograph = Photograph.taken(of: sheet, in: scene, seed: chance.next())
    return try encoder.encoded(
      photograph, quality: min(scene.quality, limits.quality), orientation: scene.orientation)
  }
}

/// What keeps a run's pictures small.
package struct PictureLimits: Hashable, Sendable {
  /// No picture is longer.
  package var longSidePixels: Int
  /// No JPEG is better than this, 1…100.
  package var quality: Int

  package init(longSidePixels: Int = 2400, quality: Int = 100) {
    self.longSidePixels = longSidePixels
    self.quality = quality
  }
}
