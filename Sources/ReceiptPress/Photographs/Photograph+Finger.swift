import Foundation

extension Photograph {
  /// Lays a finger over the picture, with its shadow on what is below.
  mutating func lay(_ finger: Scene.Finger, _ scene: Scene, seed: UInt64) {
    let from = scene.stored(x: finger.fromX, y: finger.fromY, width: width, height: height)
    let tip = scene.stored(x: finger.toX, y: finger.toY, width: width, height: height)
    let length = max(1, hypot(tip.x - from.x, tip.y - from.y))
    let ahead = (x: (tip.x - from.x) / length, y: (tip.y - from.y) / length)
    let reach = finger.radius * 2.1
    let columns = span(min(from.x, tip.x) - reach, max(from.x, tip.x) + reach, limit: width)
    let rows = span(min(from.y, tip.y) - reach, max(from.y, tip.y) + reach, limit: height)
    var noise = seed | 1
    for row in rows {
      for column in columns {
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        let (x, y) = (Double(column) - tip.x, Double(row) - tip.y)
        // Along the finger from its tip's middle, forwards, and across it; in radii.
        let along = (x * ahead.x + y * ahead.y) / finger.radius
        let across = (y * ahead.x - x * ahead.y) / finger.radius
        let girth = 1 + min(0.35, max(0, -along) * 0.07)
        let distance = along > 0 ? hypot(along, across) : abs(across) / girth
        guard distance < 1.5 else { continue }
        let index = (row * width + column) * 3
        if distance > 1 {
          let share = 1 - 0.4 * pow((1.5 - distance) / 0.5, 1.5)
          for channel in 0..<3 { mix(0, at: index + channel, share: 1 - share) }
        }
        let edge = max(0, min(1, (1.02 - distance) * finger.radius * 0.4))
        guard edge > 0 else { continue }
        let color = skin(finger, along: along, across: across, distance: distance)
        let grain = (Double(noise & 31) - 15.5) * scene.lens.noise * 0.08
        let light = scene.light.exposure * 250
        mix(color.0 * light * scene.light.tint.0 + grain, at: index, share: edge)
        mix(color.1 * light * scene.light.tint.1 + grain, at: index + 1, share: edge)
        mix(color.2 * light * scene.light.tint.2 + grain, at: index + 2, share: edge)
      }
    }
  }

  /// Rounded, redder at its sides, with a pale nail near the tip and creases at the joint.
  private func skin(
    _ finger: Scene.Finger, along: Double, across: Double, distance: Double
  ) -> (Double, Double, Double) {
    let round = 1 - 0.42 * distance * distance + 0.08 * across
    let joint = 1 - 0.1 * exp(-pow((along + 2.3 + across * across * 0.25) * 7, 2))
    var (red, green, blue) = (
      finger.color.0 * round * joint, finger.color.1 * round * joint * (1 - 0.06 * distance),
      finger.color.2 * round * joint * (1 - 0.08 * distance)
    )
    let nail = hypot((along - 0.22) / 0.58, across / 0.56)
    let share = max(0, min(1, (1 - nail) * 7)) * 0.75
    let gleam = 0.95 + 0.12 * exp(-pow((across - 0.15) * 4, 2))
    red += (finger.color.0 * 1.05 * gleam - red) * share
    green += (finger.color.1 * 1.12 * gleam - green) * share
    blue += (finger.color.2 * 1.16 * gleam - blue) * share
    return (red, green, blue)
  }

  private func span(_ first: Double, _ last: Double, limit: Int) -> Range<Int> {
    let start = max(0, min(limit, Int(first)))
    return start..<max(start, min(limit, Int(last)))
  }

  private mutating func mix(_ value: Double, at index: Int, share: Double) {
    let mixed = Double(pixels[index]) * (1 - share) + value * share
    pixels[index] = UInt8(max(0, min(255, mixed)))
  }
}
