import Foundation

/// The pixels of one picture, red, green and blue, row after row, as they are stored.
struct Photograph {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  /// Takes the picture: one pass over its pixels, each looking back to its place on the paper.
  static func taken(of sheet: Sheet, in scene: Scene, seed: UInt64) -> Photograph {
    let mesh = Mesh(scene, sheetWidth: sheet.width, sheetHeight: sheet.height)
    var photograph = Photograph(
      width: mesh.width, height: mesh.height,
      pixels: [UInt8](repeating: 0, count: mesh.width * mesh.height * 3))
    let developer = Developer(sheet: sheet, scene: scene, mesh: mesh, seed: seed)
    photograph.pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<mesh.height { developer.develop(row: row, into: pixels) }
    }
    for finger in scene.fingers { photograph.lay(finger, scene, seed: seed) }
    return photograph
  }
}
