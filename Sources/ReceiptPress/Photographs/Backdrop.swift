import Foundation

/// What the paper lies on, or is held before.
struct Backdrop {
  enum Kind: CaseIterable {
    case plain, wood, stone, cloth, checks, blurred, tiles, speckled
  }

  var kind: Kind
  var color: (Double, Double, Double)
  var second: (Double, Double, Double)
  /// Pixels of the picture a texel.
  var scale: Double
  var angle: Double
  var seed: UInt64

  static let side = 256

  static func drawn(level: Int, chance: inout Chance) -> Backdrop {
    let kind = chance.pick(Kind.allCases)
    let tone = chance.within(level == 1 ? 0.18...0.7 : 0.08...0.72)
    let warm = chance.bell() * 0.07
    let base = (tone + warm, tone, tone - warm)
    let color = kind == .wood ? (tone * 1.05 + 0.1, tone * 0.78 + 0.04, tone * 0.55) : base
    let contrast = chance.within(0.5...0.9)
    let second = (color.0 * contrast, color.1 * contrast, color.2 * contrast)
    return Backdrop(
      kind: kind, color: color, second: second, scale: chance.within(1.5...5),
      angle: chance.within(0...3.14), seed: chance.next())
  }

  /// A tile of it that repeats without seams: how much of the second colour shows, 0…255.
  func tile() -> [UInt8] {
    let side = Self.side
    switch kind {
    case .plain: return SmoothNoise(seed: seed, side: side, cells: 4).bytes(contrast: 0.4)
    case .stone:
      return SmoothNoise(seed: seed, side: side, cells: 8, octaves: 5).bytes(contrast: 1.3)
    case .blurred:
      return SmoothNoise(seed: seed, side: side, cells: 4, octaves: 2).bytes(contrast: 2)
    case .speckled: return SmoothNoise(seed: seed, side: side, cells: 128).bytes(contrast: 1.6)
    case .wood:
      let warp = SmoothNoise(seed: seed, side: side, cells: 4, octaves: 3).values
      return patterned { row, column in
        let shift = Double(warp[row * side + column]) * 5
        return 0.5 + 0.5 * sin((Double(row) / 256 * 18 + shift) * 2 * .pi)
      }
    case .cloth:
      return patterned { row, column in
        Double((row / 4 + column / 4) % 2) * 0.6 + Double((row &* 31 &+ column &* 17) & 7) / 20
      }
    case .checks:
      return patterned { row, column in
        Double((row / 32) % 2) * 0.5 + Double((column / 32) % 2) * 0.5
      }
    case .tiles:
      return patterned { row, column in (row % 128 < 5 || column % 128 < 5) ? 1 : 0.1 }
    }
  }

  private func patterned(_ value: (Int, Int) -> Double) -> [UInt8] {
    let side = Self.side
    var tile = [UInt8](repeating: 0, count: side * side)
    for row in 0..<side {
      for column in 0..<side {
        tile[row * side + column] = UInt8(max(0, min(255, value(row, column) * 255)))
      }
    }
    return tile
  }
}

/// Value noise that repeats at its edges, 0…1.
struct SmoothNoise {
  let side: Int
  private(set) var values: [Float]

  init(seed: UInt64, side: Int, cells: Int, octaves: Int = 1) {
    self.side = side
    values = [Float](repeating: 0, count: side * side)
    var chance = Chance(seed: seed)
    var weight: Float = 0.5
    var total: Float = 0
    var count = cells
    for _ in 0..<octaves where count <= side {
      add(count, weight, &chance)
      total += weight
      weight *= 0.5
      count *= 2
    }
    for index in values.indices { values[index] /= total }
  }

  private mutating func add(_ cells: Int, _ weight: Float, _ chance: inout Chance) {
    let lattice = (0..<(cells * cells)).map { _ in Float(chance.fraction()) }
    let step = Float(cells) / Float(side)
    for row in 0..<side {
      let y = Float(row) * step
      let top = Int(y)
      let ease = Self.eased(y - Float(top))
      let upper = top * cells
      let lower = (top + 1) % cells * cells
      for column in 0..<side {
        let x = Float(column) * step
        let left = Int(x)
        let right = (left + 1) % cells
        let share = Self.eased(x - Float(left))
        let above = lattice[upper + left] + (lattice[upper + right] - lattice[upper + left]) * share
        let below = lattice[lower + left] + (lattice[lower + right] - lattice[lower + left]) * share
        values[row * side + column] += (above + (below - above) * ease) * weight
      }
    }
  }

  private static func eased(_ value: Float) -> Float { value * value * (3 - 2 * value) }

  func bytes(contrast: Float) -> [UInt8] {
    values.map { UInt8(max(0, min(255, ((($0 - 0.5) * contrast) + 0.5) * 255))) }
  }

  /// The value at a place measured in sides; it repeats.
  func value(_ x: Double, _ y: Double) -> Float {
    let column = Int((x - x.rounded(.down)) * Double(side)) % side
    let row = Int((y - y.rounded(.down)) * Double(side)) % side
    return values[row * side + column]
  }
}
