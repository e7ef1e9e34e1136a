import Foundation

/// From places of a picture back to places of the paper, and how bright it is there, worked out
/// at every sixteenth pixel; between them it is near enough to straight.
struct Mesh {
  static let step = 16

  /// Of the stored picture.
  let width: Int
  let height: Int
  let columns: Int
  let rows: Int
  /// Paper coordinates in dots, light 0…, and how much of the ink has stayed, 0…1.
  private(set) var nodes: [SIMD4<Float>]

  init(_ scene: Scene, sheetWidth: Int, sheetHeight: Int) {
    let isTurned = scene.orientation == 6 || scene.orientation == 8
    width = isTurned ? scene.height : scene.width
    height = isTurned ? scene.width : scene.height
    columns = (width + Self.step - 1) / Self.step + 1
    rows = (height + Self.step - 1) / Self.step + 1
    nodes = []
    nodes.reserveCapacity(columns * rows)
    let back = Projection(
      from: scene.pose.corners,
      to: [
        (0, 0), (Double(sheetWidth), 0), (Double(sheetWidth), Double(sheetHeight)),
        (0, Double(sheetHeight)),
      ])
    let crumple = SmoothNoise(seed: scene.relief.crumpleSeed, side: 64, cells: 8, octaves: 3)
    let fade = SmoothNoise(seed: scene.paper.fadeSeed, side: 32, cells: 4, octaves: 2)
    for row in 0..<rows {
      for column in 0..<columns {
        let (x, y) = scene.upright(
          x: Double(column * Self.step), y: Double(row * Self.step), width: width, height: height)
        let flat = back.place(x, y)
        let bent = scene.relief.bent(
          flat.x, flat.y, sheetWidth: sheetWidth, sheetHeight: sheetHeight)
        let (across, down) = (bent.u / 640, bent.v / 640)
        let slope =
          crumple.value(across + 0.02, down + 0.02) - crumple.value(across - 0.02, down - 0.02)
        let light =
          scene.light.level(x, y, width: scene.width, height: scene.height) * (1 + bent.shade)
          * (1 + Double(slope) * scene.relief.crumple * 4)
        let faded = 1 - scene.paper.fadeVariation * Double(fade.value(across * 0.7, down * 0.7))
        nodes.append(
          SIMD4(Float(bent.u), Float(bent.v), Float(light), Float(max(0.15, faded))))
      }
    }
  }
}

extension Scene {
  /// Where a stored pixel lies in the picture as it is meant to be seen.
  func upright(x: Double, y: Double, width: Int, height: Int) -> (x: Double, y: Double) {
    switch orientation {
    case 3: (Double(width) - x, Double(height) - y)
    case 6: (Double(height) - y, x)
    case 8: (y, Double(width) - x)
    default: (x, y)
    }
  }

  /// The other way round.
  func stored(x: Double, y: Double, width: Int, height: Int) -> (x: Double, y: Double) {
    switch orientation {
    case 3: (Double(width) - x, Double(height) - y)
    case 6: (y, Double(height) - x)
    case 8: (Double(width) - y, x)
    default: (x, y)
    }
  }
}

extension Scene.Relief {
  /// Where on the paper a place of its flat outline shows, and how it is shaded there.
  func bent(
    _ u: Double, _ v: Double, sheetWidth: Int, sheetHeight: Int
  ) -> (u: Double, v: Double, shade: Double) {
    var (across, down) = (u, v)
    var shade = 0.0
    for wave in waves {
      let phase = (v + wave.slant * u) / wave.length * 2 * .pi + wave.phase
      across += wave.amplitude * 0.6 * sin(phase * 0.7)
      down += wave.amplitude * sin(phase)
      shade += wave.amplitude / wave.length * 6 * cos(phase)
    }
    if curl > 0 {
      let middle = Double(sheetHeight) / 2
      let distance = (v - middle) / middle
      let bow = distance * distance * distance
      down += curl * bow
      // Curled ends bend the lines of print a little.
      let side = (u / Double(sheetWidth) - 0.5) * 2
      down += curl * side * side * 0.8
      shade -= curl * 0.004 * abs(bow)
    }
    return (across, down, shade)
  }
}

extension Scene.Light {
  func level(_ x: Double, _ y: Double, width: Int, height: Int) -> Double {
    let across = x / Double(width) - 0.5
    let down = y / Double(height) - 0.5
    var level = exposure * (1 + slope.0 * across + slope.1 * down)
    level *= 1 - vignette * (across * across + down * down) * 2
    for shadow in shadows {
      let distance = (x - shadow.x) * cos(shadow.angle) + (y - shadow.y) * sin(shadow.angle)
      let share = max(0, min(1, distance / shadow.softness + 0.5))
      level *= 1 - shadow.depth * share * share * (3 - 2 * share)
    }
    for glare in glares {
      let distance = hypot(x - glare.x, y - glare.y) / glare.radius
      if distance < 1 { level += glare.strength * (1 - distance) * (1 - distance) }
    }
    return max(0.03, level)
  }
}

/// The projective map that takes four points to four others.
struct Projection {
  private let coefficients: [Double]

  init(from: [(x: Double, y: Double)], to: [(x: Double, y: Double)]) {
    var rows: [[Double]] = []
    for (source, target) in zip(from, to) {
      rows.append([
        source.x, source.y, 1, 0, 0, 0, -target.x * source.x, -target.x * source.y, target.x,
      ])
      rows.append([
        0, 0, 0, source.x, source.y, 1, -target.y * source.x, -target.y * source.y, target.y,
      ])
    }
    coefficients = Self.solved(rows)
  }

  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    let c = coefficients
    let depth = c[6] * x + c[7] * y + 1
    return ((c[0] * x + c[1] * y + c[2]) / depth, (c[3] * x + c[4] * y + c[5]) / depth)
  }

  /// Gauss and Jordan, with pivots; four corners of a real outline are never singular.
  private static func solved(_ system: [[Double]]) -> [Double] {
    var rows = system
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      let head = rows[column][column]
      for index in column...count { rows[column][index] /= head }
      for row in 0..<count where row != column {
        let factor = rows[row][column]
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.map { $0[count] }
  }
}
