import CTesseract
import Foundation
import Receipts

/// A picture in colour, small: what lies under the print and what was drawn over it, not what it
/// says.
struct ColourImage: Sendable {
  private let width: Int
  private let height: Int
  /// Red, green and blue of each pixel, row by row.
  private let samples: [UInt8]
  /// Pixels of the original for one of this picture.
  let reduction: Double

  /// The picture is reduced while its long side keeps so many pixels.
  private static let sidePixelsMin = 900

  /// - Parameters: as of `Pix.colours`.
  init(decoding bytes: [UInt8], orientation: Int, sidePixels: Int) throws(RecognitionFailure) {
    var pix: UnsafeMutablePointer<PIX>? = try Pix.colours(
      of: bytes, orientation: orientation, sidePixels: sidePixels,
      sidePixelsMin: Self.sidePixelsMin)
    defer { pixDestroy(&pix) }
    guard let pix, let words = pixGetData(pix) else {
      throw .undecodable("there is not enough memory for the picture")
    }
    let (width, height) = (Int(pixGetWidth(pix)), Int(pixGetHeight(pix)))
    let stride = Int(pixGetWpl(pix))
    let samples = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { buffer, count in
      for y in 0..<height {
        for word in UnsafeBufferPointer(start: words + y * stride, count: width) {
          for shift in [L_RED_SHIFT, L_GREEN_SHIFT, L_BLUE_SHIFT] {
            buffer[count] = UInt8(word >> UInt32(shift) & 255)
            count += 1
          }
        }
      }
    }
    self.init(
      width: width, height: height, samples: samples,
      reduction: max(1, Double(sidePixels) / Double(max(width, height))))
  }

  init(width: Int, height: Int, samples: [UInt8], reduction: Double = 1) {
    precondition(samples.count == 3 * width * height, "three samples a pixel")
    (self.width, self.height, self.samples) = (width, height, samples)
    self.reduction = reduction
  }

  /// The colour at a point of the original as it is meant to be seen; `nil` beyond the picture.
  func colour(at point: Point) -> RGB? {
    guard point.x >= 0, point.y >= 0 else { return nil }
    let (x, y) = (Int(point.x / reduction), Int(point.y / reduction))
    guard x < width, y < height else { return nil }
    let place = 3 * (y * width + x)
    return RGB(
      red: Double(samples[place]), green: Double(samples[place + 1]),
      blue: Double(samples[place + 2]))
  }
}

/// A colour as pictures store it (sRGB), 0…255 each.
struct RGB: Hashable {
  var red = 0.0
  var green = 0.0
  var blue = 0.0

  /// How bright it is, 0…255 (ITU-R BT.601).
  var luminance: Double { 0.299 * red + 0.587 * green + 0.114 * blue }

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
    Tint(a: tints.map(\.a).sorted()[tints.count / 2], b: tints.map(\.b).sorted()[tints.count / 2])
  }
}
