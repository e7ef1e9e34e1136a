import Foundation

extension Scene {
  /// A scene of one of the contract's levels: 0 flat scan … 3 bad photograph.
  static func drawn(
    level: Int, sheetWidth: Int, sheetHeight: Int, longSideMax: Int, chance: inout Chance
  ) -> Scene {
    if level == 0 {
      return scan(
        sheetWidth: sheetWidth, sheetHeight: sheetHeight, longSideMax: longSideMax, &chance)
    }
    let size = drawnSize(level, sheetWidth, sheetHeight, longSideMax, &chance)
    let orientation = chance.happens(0.25) ? chance.pick([6, 6, 8, 3]) : 1
    let pose = Pose.drawn(
      level: level, picture: size, sheet: (sheetWidth, sheetHeight), chance: &chance)
    let scale = pose.scale(sheetWidth: sheetWidth)
    let light = Light.drawn(level: level, picture: size, chance: &chance)
    let paper = PaperLook.drawn(level: level, chance: &chance)
    var lens = Lens.drawn(level: level, scale: scale, chance: &chance)
    // Where hardly any contrast is left, phones take long enough for the grain to stay below it.
    let dimmest = light.shadows.reduce(light.exposure) { $0 * (1 - $1.depth) }
    let contrast = dimmest * paper.inkStrength * (1 - paper.fadeVariation * 0.6)
    lens.noise = min(lens.noise, contrast * 255 * 0.13)
    return Scene(
      width: size.width, height: size.height, orientation: orientation, pose: pose,
      relief: .drawn(level: level, sheetHeight: sheetHeight, chance: &chance), light: light,
      paper: paper, lens: lens,
      backdrop: .drawn(level: level, chance: &chance),
      fingers: Finger.drawn(level: level, pose: pose, sheetWidth: sheetWidth, chance: &chance),
      quality: quality(level, &chance), isGrey: false)
  }

  private static func quality(_ level: Int, _ chance: inout Chance) -> Int {
    switch level {
    case 1: chance.within(76...90)
    case 2: chance.within(62...84)
    default: chance.within(48...74)
    }
  }

  private static func scan(
    sheetWidth: Int, sheetHeight: Int, longSideMax: Int, _ chance: inout Chance
  ) -> Scene {
    let wish = chance.within(1.15...1.9)
    let scale = min(wish, Double(longSideMax) / Double(sheetHeight + 40))
    let margin = chance.within(4...50)
    let width = Int(Double(sheetWidth) * scale) + 2 * margin
    let height = Int(Double(sheetHeight) * scale) + 2 * margin
    let turn = chance.bell() * 0.005
    let pose = Pose.placed(
      center: (Double(width) / 2, Double(height) / 2), scale: scale, angle: turn,
      sheet: (sheetWidth, sheetHeight))
    let shade = chance.within(0.9...1)
    return Scene(
      width: width, height: height, orientation: 1, pose: pose,
      relief: Relief(
        waves: [], folds: [], lengthFolds: [], crumple: 0, crumpleSeed: 0, curl: 0),
      light: Light(
        exposure: chance.within(0.95...1.03), tint: (1, 1, 1), slope: (0, 0), vignette: 0,
        shadows: [], paperShadow: (1, 2, 3, chance.within(0...0.3)), glares: []),
      paper: PaperLook(
        color: (shade, shade, shade * chance.within(0.97...1)),
        inkStrength: chance.within(0.75...0.97), fadeVariation: chance.within(0...0.08),
        fadeSeed: chance.next(), inkColor: (0.08, 0.08, 0.1), tornEdges: 0),
      lens: Lens(
        defocus: chance.within(0.2...0.6), motion: (0, 0), noise: chance.within(0.6...2),
        colorNoise: 0.3),
      backdrop: Backdrop(
        kind: .plain, color: (1, 1, 1), second: (0.96, 0.96, 0.96), scale: 1, angle: 0,
        seed: chance.next()),
      fingers: [], quality: chance.within(78...92), isGrey: chance.happens(0.4))
  }

  /// Large enough for the type to be legible, within what phones send.
  private static func drawnSize(
    _ level: Int, _ sheetWidth: Int, _ sheetHeight: Int, _ longSideMax: Int,
    _ chance: inout Chance
  ) -> (width: Int, height: Int) {
    let ratio = chance.pick([3.0 / 4, 3.0 / 4, 9.0 / 16, 2.0 / 3])
    let finest = level == 3 ? 0.72 : 0.85
    let (across, down) = (Double(sheetWidth) * finest, Double(sheetHeight) * finest)
    let portrait = max(down / 0.8, across / (0.72 * ratio))
    let landscape = max(across / 0.8, down / (0.8 * ratio))
    let wish = Double(chance.within(1200...2200))
    let isLandscape = landscape < wish && chance.happens(0.15)
    let long = min(Double(longSideMax), max(wish, isLandscape ? landscape : portrait)).rounded()
    let short = Int(long * ratio)
    return isLandscape ? (Int(long), short) : (short, Int(long))
  }
}

extension Scene.Pose {
  /// Upright in the plane, turned by an angle, of a scale in pixels a dot.
  static func placed(
    center: (x: Double, y: Double), scale: Double, angle: Double, sheet: (width: Int, height: Int)
  ) -> Scene.Pose {
    let halfWidth = Double(sheet.width) / 2 * scale
    let halfHeight = Double(sheet.height) / 2 * scale
    let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { across, down in
      let (x, y) = (across * halfWidth, down * halfHeight)
      return (
        x: center.x + x * cos(angle) - y * sin(angle),
        y: center.y + x * sin(angle) + y * cos(angle)
      )
    }
    return Scene.Pose(corners: corners)
  }

  static func drawn(
    level: Int, picture: (width: Int, height: Int), sheet: (width: Int, height: Int),
    chance: inout Chance
  ) -> Scene.Pose {
    let limit = level == 1 ? 0.05 : level == 2 ? 0.17 : 0.3
    var angle = max(-limit, min(limit, chance.bell() * limit * 0.5))
    let isTurned = level == 3 ? chance.happens(0.3) : level == 2 && chance.happens(0.06)
    var quarter = isTurned ? chance.pick([1, 1, 3, 3, 2]) : 0
    // Nobody lays a long paper across the picture so that it cannot be read.
    let lying = min(
      Double(picture.width) / Double(sheet.height), Double(picture.height) / Double(sheet.width))
    if quarter % 2 == 1, lying < 0.85 { quarter = 2 }
    angle += Double(quarter) * .pi / 2
    let isSideways = quarter % 2 == 1
    let (across, down) = isSideways ? (sheet.height, sheet.width) : (sheet.width, sheet.height)
    func fit(_ slack: Double) -> Double {
      min(
        Double(picture.width) / (Double(across) + slack * Double(down)),
        Double(picture.height) / (Double(down) + slack * Double(across)))
    }
    // A long paper leaves no room to be turned far and still be legible.
    let finest = level == 3 ? 0.68 : 0.8
    var lean = angle - Double(quarter) * .pi / 2
    while abs(lean) > 0.01, fit(abs(sin(lean))) * 0.96 < finest { lean *= 0.7 }
    angle = lean + Double(quarter) * .pi / 2
    let slack = abs(sin(lean))
    let most = fit(slack)
    let wish = most * chance.within(level == 1 ? 0.84...0.97 : 0.76...0.97)
    let scale = min(most * 0.97, max(wish, finest))
    let spareX = max(0, Double(picture.width) - Double(across) * scale) * 0.25
    let spareY = max(0, Double(picture.height) - Double(down) * scale) * 0.2
    let center = (
      Double(picture.width) / 2 + chance.within(-1.0...1) * spareX * (1 - slack),
      Double(picture.height) / 2 + chance.within(-1.0...1) * spareY * (1 - slack)
    )
    var pose = placed(center: center, scale: scale, angle: angle, sheet: sheet)
    pose.tilt(by: level == 1 ? 0.03 : level == 2 ? 0.075 : 0.11, center: center, chance: &chance)
    return pose
  }

  /// Looked at from one side: what is farther is smaller.
  private mutating func tilt(
    by amount: Double, center: (x: Double, y: Double), chance: inout Chance
  ) {
    let longest = corners.map { hypot($0.x - center.x, $0.y - center.y) }.max() ?? 1
    let direction = chance.within(0...(2 * Double.pi))
    let strength = amount * chance.within(0.1...1)
    for index in corners.indices {
      let x = corners[index].x - center.x
      let y = corners[index].y - center.y
      let depth = (x * cos(direction) + y * sin(direction)) / longest
      let factor = 1 / (1 + depth * strength * 2.2)
      let jitter = longest * amount * 0.04
      corners[index].x = center.x + x * factor + chance.bell() * jitter
      corners[index].y = center.y + y * factor + chance.bell() * jitter
    }
  }

  /// Pixels a dot, on the average of the upper and lower edge.
  func scale(sheetWidth: Int) -> Double {
    let upper = hypot(corners[1].x - corners[0].x, corners[1].y - corners[0].y)
    let lower = hypot(corners[2].x - corners[3].x, corners[2].y - corners[3].y)
    return (upper + lower) / 2 / Double(sheetWidth)
  }
}
