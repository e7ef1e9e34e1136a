import Foundation

/// Works out the colour of each pixel of a picture.
struct Developer {
  private let mesh: Mesh
  private let ink: GreyRaster
  private let stain: GreyRaster?
  private let stainColor: SIMD3<Float>
  private let tile: [UInt8]
  private let backdropBase: SIMD3<Float>
  private let backdropSpan: SIMD3<Float>
  private let backdropStep: (across: (Float, Float), down: (Float, Float))
  private let paper: SIMD3<Float>
  private let inkSpan: SIMD3<Float>
  private let rowShade: [Float]
  private let columnShade: [Float]
  private let tooth: [Float]
  private let scale: Float
  private let noise: [Float]
  private let colorNoise: Float
  private let isGrey: Bool
  private let seed: UInt64
  private let sheetWidth: Float
  private let sheetHeight: Float
  /// How far the paper's shadow falls beside it, in dots; its soft edge in pixels; its darkness.
  private let shadowShift: SIMD2<Float>
  private let shadowReach: Float
  private let shadowDepth: Float
  /// Samples of the ink raster a dot: 1, or a half where the picture is much smaller.
  private let inkScale: Float

  init(sheet: Sheet, scene: Scene, mesh: Mesh, seed: UInt64) {
    self.mesh = mesh
    self.seed = seed
    let pixelsPerDot = scene.pose.scale(sheetWidth: sheet.width)
    scale = Float(pixelsPerDot)
    var ink = sheet.ink
    if pixelsPerDot < 0.6 {
      ink = ink.halved()
      inkScale = 0.5
    } else {
      inkScale = 1
    }
    let samplesPerPixel = Double(inkScale) / pixelsPerDot
    ink = ink.blurred(deviation: scene.lens.defocus * samplesPerPixel)
    ink = ink.smeared(
      length: scene.lens.motion.length * samplesPerPixel, angle: scene.lens.motion.angle)
    self.ink = ink
    stain = sheet.stain
    stainColor = Self.color(sheet.stainColor)
    tile = scene.backdrop.tile()
    let tint = Self.color(scene.light.tint) * 255
    let first = Self.color(scene.backdrop.color)
    backdropBase = first * tint
    backdropSpan = (Self.color(scene.backdrop.second) - first) * tint / 255
    let texels = Float(1 / scene.backdrop.scale)
    let (sine, cosine) = (Float(sin(scene.backdrop.angle)), Float(cos(scene.backdrop.angle)))
    backdropStep = ((cosine * texels, sine * texels), (-sine * texels, cosine * texels))
    let blank = Self.color(scene.paper.color) * tint
    paper = blank
    let strength = Float(scene.paper.inkStrength)
    inkSpan = (Self.color(scene.paper.inkColor) * tint - blank) * strength / 255
    rowShade = Self.shades(scene.relief.folds, count: sheet.height)
    columnShade = Self.shades(scene.relief.lengthFolds, count: sheet.width)
    tooth = (0..<(sheet.width + 1)).map { column in
      abs(Float(column % 9) - 4.5) / 4.5 * Float(scene.paper.tornEdges)
    }
    var chance = Chance(seed: seed, "grain")
    let deviation = scene.lens.noise
    noise = (0..<4096).map { _ in Float(chance.bell() * deviation) }
    colorNoise = Float(scene.lens.colorNoise)
    isGrey = scene.isGrey
    shadowShift = SIMD2(Float(scene.light.paperShadow.x), Float(scene.light.paperShadow.y))
    shadowReach = Float(scene.light.paperShadow.softness)
    shadowDepth = Float(scene.light.paperShadow.depth)
    sheetWidth = Float(sheet.width)
    sheetHeight = Float(sheet.height)
  }

  private static func color(_ color: (Double, Double, Double)) -> SIMD3<Float> {
    SIMD3(Float(color.0), Float(color.1), Float(color.2))
  }

  /// How folds shade the dots along one side of the paper.
  private static func shades(
    _ folds: [(place: Double, depth: Double, tilt: Double)], count: Int
  ) -> [Float] {
    var shades = [Float](repeating: 1, count: count + 1)
    for fold in folds {
      let place = fold.place * Double(count)
      for index in shades.indices {
        let distance = Double(index) - place
        let crease = fold.depth * exp(-distance * distance / 12)
        let gleam = fold.depth * 0.5 * exp(-(distance - 7) * (distance - 7) / 20)
        let panel = distance > 0 ? fold.tilt : 0
        shades[index] *= Float(1 - crease + gleam + panel)
      }
    }
    return shades
  }

  /// Writes one row of the stored picture.
  func develop(row: Int, into pixels: UnsafeMutableBufferPointer<UInt8>) {
    let step = Mesh.step
    let meshRow = row / step
    let share = Float(row % step) / Float(step)
    var random = (seed ^ (UInt64(row) &* 0x9e37_79b9_7f4a_7c15)) | 1
    for _ in 0..<3 { Self.advance(&random) }
    for cell in 0..<(mesh.columns - 1) {
      let upper = meshRow * mesh.columns + cell
      let lower = min(meshRow + 1, mesh.rows - 1) * mesh.columns + cell
      let left = mesh.nodes[upper] + (mesh.nodes[lower] - mesh.nodes[upper]) * share
      let right = mesh.nodes[upper + 1] + (mesh.nodes[lower + 1] - mesh.nodes[upper + 1]) * share
      let change = (right - left) / Float(step)
      var place = left
      let first = cell * step
      for column in first..<min(first + step, mesh.width) {
        var color = color(at: place, column: column, row: row) * max(0.02, place.z)
        place += change
        Self.advance(&random)
        let grain = noise[Int(truncatingIfNeeded: random & 4095)]
        color += grain
        if colorNoise > 0 {
          color.x += noise[Int(truncatingIfNeeded: (random >> 12) & 4095)] * colorNoise
          color.z += noise[Int(truncatingIfNeeded: (random >> 24) & 4095)] * colorNoise
        }
        store(color, at: (row * mesh.width + column) * 3, pixels)
      }
    }
  }

  private static func advance(_ state: inout UInt64) {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
  }

  private func store(
    _ color: SIMD3<Float>, at index: Int, _ pixels: UnsafeMutableBufferPointer<UInt8>
  ) {
    if isGrey {
      let grey = UInt8(max(0, min(255, color.x * 0.3 + color.y * 0.59 + color.z * 0.11)))
      pixels[index] = grey
      pixels[index + 1] = grey
      pixels[index + 2] = grey
    } else {
      pixels[index] = UInt8(max(0, min(255, color.x)))
      pixels[index + 1] = UInt8(max(0, min(255, color.y)))
      pixels[index + 2] = UInt8(max(0, min(255, color.z)))
    }
  }

  /// Of the paper or of what lies behind it, before the light.
  private func color(at place: SIMD4<Float>, column: Int, row: Int) -> SIMD3<Float> {
    let (u, v) = (place.x, place.y)
    let nearest = min(min(u, sheetWidth - u), min(v, sheetHeight - v))
    if nearest > 8 { return paperColor(u, v, kept: place.w) }
    let teeth = u > 0 && u < sheetWidth ? tooth[Int(u)] : 0
    let inside = min(min(u, sheetWidth - u), min(v - teeth, sheetHeight - teeth - v)) * scale
    let coverage = max(0, min(1, inside + 0.5))
    if coverage >= 1 { return paperColor(u, v, kept: place.w) }
    var behind = backdropColor(column, row)
    let (shadeU, shadeV) = (u - shadowShift.x, v - shadowShift.y)
    let beneath = min(min(shadeU, sheetWidth - shadeU), min(shadeV, sheetHeight - shadeV)) * scale
    if beneath > -shadowReach {
      behind *= 1 - shadowDepth * min(1, (beneath + shadowReach) / (2 * shadowReach))
    }
    guard coverage > 0 else { return behind }
    return behind + (paperColor(u, v, kept: place.w) - behind) * coverage
  }

  private func backdropColor(_ column: Int, _ row: Int) -> SIMD3<Float> {
    let (x, y) = (Float(column), Float(row))
    let across = x * backdropStep.across.0 + y * backdropStep.across.1
    let down = x * backdropStep.down.0 + y * backdropStep.down.1
    let side = Backdrop.side
    let index = (Int(down) & (side - 1)) * side + (Int(across) & (side - 1))
    return backdropBase + backdropSpan * Float(tile[index])
  }

  private func paperColor(_ u: Float, _ v: Float, kept: Float) -> SIMD3<Float> {
    let amount = sample(ink, u * inkScale, v * inkScale) * kept
    var color = paper + inkSpan * amount
    if let stain {
      let share = sample(stain, u, v) / 255
      if share > 0 { color *= stainColor * share + (1 - share) }
    }
    let row = max(0, min(rowShade.count - 1, Int(v)))
    let column = max(0, min(columnShade.count - 1, Int(u)))
    return color * (rowShade[row] * columnShade[column])
  }

  /// Between four samples; 0 outside.
  @inline(__always)
  private func sample(_ raster: GreyRaster, _ x: Float, _ y: Float) -> Float {
    let (left, top) = (x - 0.5, y - 0.5)
    guard left >= 0, top >= 0 else { return 0 }
    let (column, row) = (Int(left), Int(top))
    guard column < raster.width - 1, row < raster.height - 1 else { return 0 }
    let (shareX, shareY) = (left - Float(column), top - Float(row))
    let index = row * raster.width + column
    return raster.bytes.withUnsafeBufferPointer { bytes in
      let upper = Float(bytes[index]) + (Float(bytes[index + 1]) - Float(bytes[index])) * shareX
      let below = index + raster.width
      let lower = Float(bytes[below]) + (Float(bytes[below + 1]) - Float(bytes[below])) * shareX
      return upper + (lower - upper) * shareY
    }
  }
}
