import Foundation

extension Scene.Relief {
  static func drawn(level: Int, sheetHeight: Int, chance: inout Chance) -> Scene.Relief {
    let strength = level == 1 ? 0.35 : level == 2 ? 1.0 : 1.3
    let waves = (0..<chance.within(1...3)).map { _ in
      (
        amplitude: chance.within(0.5...5.5) * strength, length: chance.within(240.0...900),
        phase: chance.within(0...6.28), slant: chance.within(-0.5...0.5)
      )
    }
    func folds(_ share: Double, _ most: Int) -> [(place: Double, depth: Double, tilt: Double)] {
      guard chance.happens(share) else { return [] }
      return (0..<chance.within(1...most)).map { _ in
        (chance.within(0.08...0.92), chance.within(0.04...0.22), chance.bell() * 0.05)
      }
    }
    let shares = level == 1 ? (0.15, 0.08) : level == 2 ? (0.5, 0.22) : (0.6, 0.3)
    return Scene.Relief(
      waves: waves, folds: folds(shares.0, 3), lengthFolds: folds(shares.1, 1),
      crumple: chance.happens(level == 1 ? 0.1 : 0.35)
        ? chance.within(0.03...(level == 3 ? 0.2 : 0.13)) : 0.01,
      crumpleSeed: chance.next(), curl: chance.happens(0.4) ? chance.within(0...14) * strength : 0)
  }
}

extension Scene.Light {
  static func drawn(
    level: Int, picture: (width: Int, height: Int), chance: inout Chance
  ) -> Scene.Light {
    let exposure =
      level == 1
      ? chance.within(0.86...1.05)
      : level == 2 ? chance.within(0.74...1.04) : chance.within(0.48...0.86)
    let warmth = chance.bell() * (level == 1 ? 0.03 : level == 2 ? 0.06 : 0.09)
    let slope = level == 1 ? 0.1 : level == 2 ? 0.28 : 0.38
    let shadowCount =
      level == 1
      ? (chance.happens(0.2) ? 1 : 0) : chance.pick(level == 2 ? [0, 1, 1, 2] : [1, 1, 2])
    let width = Double(picture.width)
    let height = Double(picture.height)
    let shadows = (0..<shadowCount).map { _ in
      Shadow(
        x: chance.within(0.1...0.9) * width, y: chance.within(0.1...0.9) * height,
        angle: chance.within(0...6.28), softness: chance.within(0.03...0.2) * width,
        depth: chance.within(0.12...(level == 1 ? 0.2 : level == 2 ? 0.36 : 0.46)))
    }
    let hasGlare = chance.happens(level == 1 ? 0.08 : 0.2)
    let glare = (
      x: chance.within(0.2...0.8) * width, y: chance.within(0.2...0.8) * height,
      radius: chance.within(0.12...0.35) * width, strength: chance.within(0.08...0.3)
    )
    return Scene.Light(
      exposure: exposure, tint: (1 + warmth, 1 + warmth * 0.2, 1 - warmth),
      slope: (chance.within(-slope...slope), chance.within(-slope...slope)),
      vignette: chance.within(0...0.22), shadows: shadows,
      paperShadow: (
        chance.bell() * 7, chance.bell() * 7, chance.within(4...26), chance.within(0.2...0.6)
      ), glares: hasGlare ? [glare] : [])
  }
}

extension Scene.PaperLook {
  static func drawn(level: Int, chance: inout Chance) -> Scene.PaperLook {
    let strength =
      switch level {
      case 1: chance.within(0.72...0.94)
      case 2: chance.happens(0.3) ? chance.within(0.42...0.62) : chance.within(0.58...0.9)
      default: chance.happens(0.5) ? chance.within(0.36...0.5) : chance.within(0.45...0.78)
      }
    let white = chance.within(0.86...0.98)
    let yellow = chance.within(0...0.06)
    let ink: (Double, Double, Double) = chance.pick(weighted: [
      ((0.1, 0.1, 0.12), 7), ((0.16, 0.12, 0.2), 1.5), ((0.24, 0.16, 0.12), 1),
      ((0.1, 0.14, 0.3), 0.8),
    ])
    return Scene.PaperLook(
      color: (white, white - yellow * 0.3, white - yellow), inkStrength: strength,
      fadeVariation: chance.within(0.02...(level == 1 ? 0.12 : level == 2 ? 0.3 : 0.36)),
      fadeSeed: chance.next(), inkColor: ink, tornEdges: chance.within(0...5))
  }
}

extension Scene.Lens {
  static func drawn(level: Int, scale: Double, chance: inout Chance) -> Scene.Lens {
    let defocus =
      switch level {
      case 1: chance.within(0.3...0.75)
      case 2: chance.within(0.45...1.15)
      default: chance.within(0.8...1.75)
      }
    let isMoved = chance.happens(level == 1 ? 0.05 : level == 2 ? 0.22 : 0.5)
    let length = isMoved ? chance.within(1.2...(level == 3 ? 5.0 : 3)) : 0
    // Blur is what it costs in legibility: less where the type is small.
    let measure = min(1.35, max(0.55, scale))
    return Scene.Lens(
      defocus: defocus * measure, motion: (length * measure, chance.within(0...3.14)),
      noise: level == 1
        ? chance.within(1...3) : level == 2 ? chance.within(2...6) : chance.within(5...12),
      colorNoise: chance.within(0.3...1))
  }
}

extension Scene.Finger {
  /// Fingers that hold the paper at its edges, or press it down; never over the print.
  static func drawn(
    level: Int, pose: Scene.Pose, sheetWidth: Int, chance: inout Chance
  ) -> [Scene.Finger] {
    guard chance.happens(level == 1 ? 0.12 : level == 2 ? 0.35 : 0.4) else { return [] }
    let tone = chance.within(0.7...1)
    let color = (0.87 * tone, 0.66 * tone, 0.55 * tone)
    let scale = pose.scale(sheetWidth: sheetWidth)
    return (0..<chance.within(1...2)).map { index in
      let edge = index == 0 ? chance.pick([(1, 2), (3, 0), (2, 3)]) : (2, 3)
      let along = chance.within(0.4...0.92)
      let (a, b) = (pose.corners[edge.0], pose.corners[edge.1])
      let x = a.x + (b.x - a.x) * along
      let y = a.y + (b.y - a.y) * along
      let length = max(1, hypot(b.x - a.x, b.y - a.y))
      let (outX, outY) = ((b.y - a.y) / length, -(b.x - a.x) / length)
      // A fingertip is 14 to 20 mm wide; the blank margin is 4.
      let radius = chance.within(56.0...80) * scale
      let offset =
        radius - (edge == (2, 3) ? chance.within(10.0...70) : chance.within(8.0...36)) * scale
      let lean = chance.within(-0.6...0.6)
      return Scene.Finger(
        fromX: x + (outX + outY * lean) * radius * 8, fromY: y + (outY - outX * lean) * radius * 8,
        toX: x + outX * offset, toY: y + outY * offset, radius: radius, color: color)
    }
  }
}
