/// Prints and photographs papers, one after another; each worker has its own.
package final class Studio {
  private let printer: Printer
  private let encoder: JPEGEncoder
  private let seed: UInt64
  private let longSideMax: Int

  /// `longSideMax`: no picture is longer, in pixels.
  package init(seed: UInt64, longSideMax: Int = 2400) throws(PressError) {
    printer = Printer(book: try GlyphBook())
    encoder = try JPEGEncoder()
    self.seed = seed
    self.longSideMax = longSideMax
  }

  /// A JPEG of the paper at its level. It depends on the seed and the receipt's index alone.
  package func picture(of receipt: PressedReceipt) throws(PressError) -> [UInt8] {
    var print = Chance(seed: seed, "sheet", receipt.sourceIndex)
    let sheet = printer.sheet(receipt.paper, chance: &print)
    var chance = Chance(seed: seed, "scene", receipt.index)
    let scene = Scene.drawn(
      level: receipt.truth.level, sheetWidth: sheet.width, sheetHeight: sheet.height,
      longSideMax: longSideMax, chance: &chance)
    let photograph = Photograph.taken(of: sheet, in: scene, seed: chance.next())
    return try encoder.encoded(
      photograph, quality: scene.quality, orientation: scene.orientation)
  }
}
