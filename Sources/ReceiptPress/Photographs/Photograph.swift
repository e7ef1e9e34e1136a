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
    for finger in scene.fingers { photograph.put(finger, scene, seed: seed) }
    return photograph
  }

  /// Lays a finger over the picture.
  private mutating func put(_ finger: Scene.Finger, _ scene: Scene, seed: UInt64) {
    let from = scene.stored(x: finger.fromX, y: finger.fromY, width: width, height: height)
    let to = scene.stored(x: finger.toX, y: finger.toY, width: width, height: height)
    let reach = finger.radius * 1.5
    let columns = max(0, Int(min(from.x, to.x) - reach))..<max(
      max(0, Int(min(from.x, to.x) - reach)), min(width, Int(max(from.x, to.x) + reach)))
    let rows = max(0, Int(min(from.y, to.y) - reach))..<max(
      max(0, Int(min(from.y, to.y) - reach)), min(height, Int(max(from.y, to.y) + reach)))
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = max(1, dx * dx + dy * dy)
    var noise = seed | 1
    for row in rows {
      for column in columns {
        let (x, y) = (Double(column) - from.x, Double(row) - from.y)
        let along = max(0, min(1, (x * dx + y * dy) / length))
        let distance = hypot(x - along * dx, y - along * dy) / finger.radius
        guard distance < 1.5 else { continue }
        let index = (row * width + column) * 3
        if distance > 1.02 {
          // Its shadow on what lies below.
          let share = 1 - 0.35 * (1.5 - distance) / 0.48
          for channel in 0..<3 {
            pixels[index + channel] = UInt8(Double(pixels[index + channel]) * share)
          }
          continue
        }
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        let grain = Double(noise & 15) - 7
        let light = scene.light.exposure * (1 - 0.45 * distance * distance) * 245
        let nail = along > 0.96 && distance < 0.55 ? 1.1 : 1
        let edge = max(0, min(1, (1.02 - distance) * finger.radius * 0.5))
        put(finger.color.0 * light * nail + grain, at: index, share: edge)
        put(finger.color.1 * light * nail + grain, at: index + 1, share: edge)
        put(finger.color.2 * light * nail + grain, at: index + 2, share: edge)
      }
    }
  }

  private mutating func put(_ value: Double, at index: Int, share: Double) {
    let mixed = Double(pixels[index]) * (1 - share) + value * share
    pixels[index] = UInt8(max(0, min(255, mixed)))
  }
}
