import Foundation
import Receipts

/// A picture in colour, small: what lies under the print and what was drawn over it, not what it
/// says.
struct ColourImage: Sendable {
  /// As it was decoded, for the shape of print.
  private let whole: GrayImage
  private let wholeReduction: Double
  private let bright: GrayImage
  private let chroma: DecodedPicture.Chroma?
  /// Columns and rows of the colours for one of the brightness; cameras store them coarsely.
  private let chromaScale: (across: Double, down: Double)
  /// Pixels of the original for one of this picture.
  let reduction: Double

  /// The picture is reduced while its long side keeps so many pixels.
  private static let sidePixelsMin = 900

  /// - Parameters:
  ///   - picture: as it is meant to be seen.
  ///   - reduction: pixels of the original for one of the picture.
  init(of picture: DecodedPicture, reduction: Double = 1) {
    var (bright, chroma) = (picture.brightness, picture.chroma)
    var step = 1
    while max(bright.width, bright.height) / 2 >= Self.sidePixelsMin,
      min(bright.width, bright.height) > 1
    {
      if let fine = chroma, fine.blue.width >= bright.width, fine.blue.height >= bright.height {
        chroma = .init(blue: fine.blue.halved(), red: fine.red.halved())
      }
      bright = bright.halved()
      step *= 2
    }
    (whole, wholeReduction) = (picture.brightness, reduction)
    (self.bright, self.chroma) = (bright, chroma)
    // The whole picture may have a row or column more than its halves have twice.
    chromaScale = (
      Double((chroma?.blue.width ?? 1) * step) / Double(picture.brightness.width),
      Double((chroma?.blue.height ?? 1) * step) / Double(picture.brightness.height)
    )
    self.reduction = reduction * Double(step)
  }

  /// The colour at a point of the original as it is meant to be seen; `nil` beyond the picture.
  func colour(at point: Point) -> RGB? {
    guard point.x >= 0, point.y >= 0 else { return nil }
    let (x, y) = (Int(point.x / reduction), Int(point.y / reduction))
    guard x < bright.width, y < bright.height else { return nil }
    let luminance = Double(bright.pixels[y * bright.width + x])
    guard let chroma else { return RGB(red: luminance, green: luminance, blue: luminance) }
    let column = min(chroma.blue.width - 1, Int(Double(x) * chromaScale.across))
    let row = min(chroma.blue.height - 1, Int(Double(y) * chromaScale.down))
    let place = row * chroma.blue.width + column
    return RGB(
      luminance: luminance, blue: Double(chroma.blue.pixels[place]),
      red: Double(chroma.red.pixels[place]))
  }
}

extension ColourImage {
  /// A part of a line of print, upright, with all the picture's pixels.
  ///
  /// - Parameters:
  ///   - start: where it begins along the line, as glyphs do; its columns are a `step` apart.
  ///   - rows: of which the line has `rowsOfLine`, from 0 at its upper edge.
  /// - Returns: `nil` where some of it lies beyond the picture.
  func cut(
    _ outline: Quadrilateral, along start: Double, step: Double, columns: Int, rows: Range<Int>,
    rowsOfLine: Int
  ) -> GrayImage? {
    var part = GrayImage(width: columns, height: rows.count)
    let isWhole = whole.pixels.withUnsafeBufferPointer { pixels in
      for (index, row) in rows.enumerated() {
        let down = (Double(row) + 0.5) / Double(rowsOfLine)
        for column in 0..<columns {
          let point = outline.point(along: start + Double(column) * step, down: down)
          let value = GrayImage.sample(
            pixels, width: whole.width, height: whole.height, x: point.x / wholeReduction,
            y: point.y / wholeReduction, outside: -1)
          guard value >= 0 else { return false }
          part.pixels[index * columns + column] = UInt8(value)
        }
      }
      return true
    }
    return isWhole ? part : nil
  }
}

/// A colour as pictures store it (sRGB), 0…255 each.
struct RGB: Hashable {
  var red = 0.0
  var green = 0.0
  var blue = 0.0

  init(red: Double = 0, green: Double = 0, blue: Double = 0) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Of a colour as JPEG files store it: see ``chroma``.
  init(luminance: Double, blue: Double, red: Double) {
    let (blue, red) = (blue - 128, red - 128)
    func bounded(_ level: Double) -> Double { min(255, max(0, level)) }
    self.init(
      red: bounded(luminance + 1.402 * red),
      green: bounded(luminance - 0.344_136 * blue - 0.714_136 * red),
      blue: bounded(luminance + 1.772 * blue))
  }

  /// How bright it is, 0…255 (ITU-R BT.601).
  var luminance: Double {
    Self.weights.red * red + Self.weights.green * green + Self.weights.blue * blue
  }

  static let weights = (red: 0.299, green: 0.587, blue: 0.114)

  /// How blue and how red it is beside its luminance, as JPEG files store it (ITU-T T.871), 0…255,
  /// 128 where it has no colour.
  var chroma: (blue: Double, red: Double) {
    (128 + (blue - luminance) / 1.772, 128 + (red - luminance) / 1.402)
  }

  /// Its tint in CIELAB (CIE 15, illuminant D65), apart from how light it is: differences are as
  /// people see them, 2.3 just visible.
  var tint: Tint {
    func bent(_ value: Double) -> Double {
      value > 0.008_856 ? cbrt(value) : 7.787 * value + 16.0 / 116
    }
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let x = bent((0.412_453 * r + 0.357_580 * g + 0.180_423 * b) / 0.950_456)
    let y = bent(0.212_671 * r + 0.715_160 * g + 0.072_169 * b)
    let z = bent((0.019_334 * r + 0.119_193 * g + 0.950_227 * b) / 1.088_754)
    return Tint(a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How much light a stored value stands for, 0…1; between two of them in proportion.
  private static func linear(_ value: Double) -> Double {
    let below = min(254, max(0, Int(value)))
    return lights[below] + (lights[below + 1] - lights[below]) * (value - Double(below))
  }

  /// Of the values 0…255 (IEC 61966-2-1).
  private static let lights: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}

/// The two axes of CIELAB that tell colours apart: green to red and blue to yellow.
struct Tint: Hashable {
  var a = 0.0
  var b = 0.0

  func distance(to other: Tint) -> Double {
    let (da, db) = (a - other.a, b - other.b)
    return (da * da + db * db).squareRoot()
  }

  static func - (one: Tint, other: Tint) -> Tint { Tint(a: one.a - other.a, b: one.b - other.b) }

  /// Zero where there are none.
  static func mean(of tints: [Tint]) -> Tint {
    let count = Double(max(1, tints.count))
    return Tint(
      a: tints.reduce(0) { $0 + $1.a } / count, b: tints.reduce(0) { $0 + $1.b } / count)
  }

  /// Of each axis by itself; there must be one.
  static func median(of tints: [Tint]) -> Tint {
    Tint(a: tints.map(\.a).median, b: tints.map(\.b).median)
  }
}
