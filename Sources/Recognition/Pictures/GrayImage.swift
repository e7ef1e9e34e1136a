/// A grey picture in memory: one byte a pixel, rows from the top, 0 black, 255 white.
struct GrayImage: Sendable, Equatable {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "a picture has width times height pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  init(width: Int, height: Int, filledWith value: UInt8 = 255) {
    self.init(
      width: width, height: height, pixels: [UInt8](repeating: value, count: width * height))
  }
}

extension GrayImage {
  /// The picture as its EXIF orientation (1…8, TIFF 6.0 tag 274) says it is to be seen.
  func upright(orientation: Int) -> GrayImage {
    switch orientation {
    case 2: mirrored()
    case 3: turned(degrees: 180)
    case 4: turned(degrees: 180).mirrored()
    case 5: turned(degrees: 90).mirrored()
    case 6: turned(degrees: 90)
    case 7: turned(degrees: 270).mirrored()
    case 8: turned(degrees: 270)
    default: self
    }
  }

  func mirrored() -> GrayImage {
    var result = self
    for y in 0..<height {
      result.pixels[y * width..<(y + 1) * width].reverse()
    }
    return result
  }

  /// Turned clockwise by 0, 90, 180 or 270 degrees.
  func turned(degrees: Int) -> GrayImage {
    switch degrees {
    case 90, 270:
      var result = GrayImage(width: height, height: width)
      let isClockwise = degrees == 90
      let (oldWidth, oldHeight) = (width, height)
      pixels.withUnsafeBufferPointer { source in
        result.pixels.withUnsafeMutableBufferPointer { target in
          for y in 0..<oldHeight {
            for x in 0..<oldWidth {
              let newX = isClockwise ? oldHeight - 1 - y : y
              let newY = isClockwise ? x : oldWidth - 1 - x
              target[newY * oldHeight + newX] = source[y * oldWidth + x]
            }
          }
        }
      }
      return result
    case 180:
      var result = self
      result.pixels.reverse()
      return result
    default:
      return self
    }
  }

  /// Some of the columns, cut at the edges, one at least, and where they start.
  func columns(from first: Int, to end: Int) -> (image: GrayImage, offset: Int) {
    let left = min(max(0, first), max(0, width - 1))
    let right = min(width, max(left + 1, end))
    var result = GrayImage(width: right - left, height: height)
    for y in 0..<height {
      result.pixels.replaceSubrange(
        y * (right - left)..<(y + 1) * (right - left),
        with: pixels[y * width + left..<y * width + right])
    }
    return (result, left)
  }

  /// Some of the rows.
  func rows(_ rows: Range<Int>) -> GrayImage {
    GrayImage(
      width: width, height: rows.count,
      pixels: Array(pixels[rows.lowerBound * width..<rows.upperBound * width]))
  }

  /// Half the width and height, each pixel the mean of four.
  func halved() -> GrayImage {
    let (halfWidth, halfHeight) = (max(1, width / 2), max(1, height / 2))
    guard width > 1, height > 1 else { return self }
    var result = GrayImage(width: halfWidth, height: halfHeight)
    pixels.withUnsafeBufferPointer { source in
      result.pixels.withUnsafeMutableBufferPointer { target in
        for y in 0..<halfHeight {
          let upper = 2 * y * width
          for x in 0..<halfWidth {
            let at = upper + 2 * x
            let sum =
              Int(source[at]) + Int(source[at + 1]) + Int(source[at + width])
              + Int(source[at + width + 1])
            target[y * halfWidth + x] = UInt8((sum + 2) >> 2)
          }
        }
      }
    }
    return result
  }

  /// The part of it that lies in some columns and rows, cut at the edges.
  func cropped(to box: Component) -> GrayImage {
    let (left, top) = (max(0, box.left), max(0, box.top))
    let (right, bottom) = (min(width, box.right), min(height, box.bottom))
    guard right > left, bottom > top else { return self }
    var result = GrayImage(width: right - left, height: bottom - top)
    for y in top..<bottom {
      result.pixels.replaceSubrange(
        (y - top) * result.width..<(y - top + 1) * result.width,
        with: pixels[y * width + left..<y * width + right])
    }
    return result
  }

  /// With what ``cropped(to:)`` has cut out put back, changed.
  func replacing(_ box: Component, by part: GrayImage) -> GrayImage {
    let (left, top) = (max(0, box.left), max(0, box.top))
    let (right, bottom) = (min(width, box.right), min(height, box.bottom))
    guard right > left, bottom > top else { return part }
    precondition(
      part.width == right - left && part.height == bottom - top, "a part keeps its size")
    var result = self
    for y in top..<bottom {
      result.pixels.replaceSubrange(
        y * width + left..<y * width + right,
        with: part.pixels[(y - top) * part.width..<(y - top + 1) * part.width])
    }
    return result
  }

  /// Scaled down until neither side is longer than `sidePixels`; never up.
  func reduced(toSide sidePixels: Int) -> GrayImage {
    let side = max(width, height)
    guard side > sidePixels else { return self }
    if side >= 2 * sidePixels { return halved().reduced(toSide: sidePixels) }
    let scale = Double(side) / Double(sidePixels)
    return narrowed(by: scale).transposed().narrowed(by: scale).transposed()
  }

  /// Narrower by a factor of 1 to 2; each pixel is the mean of two samples, spread over what it
  /// stands for.
  private func narrowed(by scale: Double) -> GrayImage {
    let narrow = max(1, Int(Double(width) / scale))
    var result = GrayImage(width: narrow, height: height)
    guard width > 1 else { return result }
    /// Two neighbours and how much of 256 the second counts.
    func sample(_ at: Double) -> (left: Int, part: Int) {
      let bounded = min(max(0, at), Double(width) - 1.001)
      return (Int(bounded), Int((bounded - bounded.rounded(.down)) * 256))
    }
    let places = (0..<narrow).map { x in
      let middle = (Double(x) + 0.5) * scale - 0.5
      return (sample(middle - scale / 4), sample(middle + scale / 4))
    }
    pixels.withUnsafeBufferPointer { source in
      places.withUnsafeBufferPointer { places in
        result.pixels.withUnsafeMutableBufferPointer { target in
          for y in 0..<height {
            let row = y * width
            for x in 0..<narrow {
              let (one, other) = places[x]
              let first =
                Int(source[row + one.left]) * (256 - one.part)
                + Int(source[row + one.left + 1]) * one.part
              let second =
                Int(source[row + other.left]) * (256 - other.part)
                + Int(source[row + other.left + 1]) * other.part
              target[y * narrow + x] = UInt8((first + second + 256) >> 9)
            }
          }
        }
      }
    }
    return result
  }

  /// Rows for columns.
  private func transposed() -> GrayImage {
    var result = GrayImage(width: height, height: width)
    let (oldWidth, oldHeight) = (width, height)
    pixels.withUnsafeBufferPointer { source in
      result.pixels.withUnsafeMutableBufferPointer { target in
        // In squares that stay in the cache.
        for top in stride(from: 0, to: oldHeight, by: 32) {
          for left in stride(from: 0, to: oldWidth, by: 32) {
            for y in top..<min(top + 32, oldHeight) {
              for x in left..<min(left + 32, oldWidth) {
                target[x * oldHeight + y] = source[y * oldWidth + x]
              }
            }
          }
        }
      }
    }
    return result
  }

  /// Bilinear value at a point between pixels; `outside` beyond the edges.
  @inline(__always)
  static func sample(
    _ source: UnsafeBufferPointer<UInt8>, width: Int, height: Int, x: Double, y: Double,
    outside: Double
  ) -> Double {
    guard x >= 0, y >= 0, x < Double(width - 1), y < Double(height - 1) else { return outside }
    let (left, top) = (Int(x), Int(y))
    let (dx, dy) = (x - Double(left), y - Double(top))
    let at = top * width + left
    let upper = Double(source[at]) * (1 - dx) + Double(source[at + 1]) * dx
    let lower = Double(source[at + width]) * (1 - dx) + Double(source[at + width + 1]) * dx
    return upper * (1 - dy) + lower * dy
  }
}
