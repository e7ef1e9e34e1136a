/// Means over boxes, in time that does not depend on their size.
enum BoxBlur {
  /// Mean over a box of `2 * radiusX + 1` by `2 * radiusY + 1`, cut at the edges.
  static func blurred(_ image: GrayImage, radiusX: Int, radiusY: Int) -> GrayImage {
    var result = image
    horizontally(&result, radius: radiusX)
    vertically(&result, radius: radiusY)
    return result
  }

  private static func horizontally(_ image: inout GrayImage, radius: Int) {
    let (width, height) = (image.width, image.height)
    guard radius > 0, width > 1 else { return }
    var row = [UInt8](repeating: 0, count: width)
    image.pixels.withUnsafeMutableBufferPointer { pixels in
      row.withUnsafeMutableBufferPointer { row in
        for y in 0..<height {
          let start = y * width
          for x in 0..<width { row[x] = pixels[start + x] }
          var sum = 0
          var count = 0
          for x in 0..<min(radius, width) {
            sum += Int(row[x])
            count += 1
          }
          for x in 0..<width {
            if x + radius < width {
              sum += Int(row[x + radius])
              count += 1
            }
            if x - radius - 1 >= 0 {
              sum -= Int(row[x - radius - 1])
              count -= 1
            }
            pixels[start + x] = UInt8((sum + count / 2) / count)
          }
        }
      }
    }
  }

  private static func vertically(_ image: inout GrayImage, radius: Int) {
    let (width, height) = (image.width, image.height)
    guard radius > 0, height > 1 else { return }
    var sums = [Int32](repeating: 0, count: width)
    let source = image.pixels
    source.withUnsafeBufferPointer { source in
      image.pixels.withUnsafeMutableBufferPointer { pixels in
        sums.withUnsafeMutableBufferPointer { sums in
          var count: Int32 = 0
          for y in 0..<min(radius, height) {
            count += 1
            for x in 0..<width { sums[x] += Int32(source[y * width + x]) }
          }
          for y in 0..<height {
            if y + radius < height {
              count += 1
              let entering = (y + radius) * width
              for x in 0..<width { sums[x] += Int32(source[entering + x]) }
            }
            if y - radius - 1 >= 0 {
              count -= 1
              let leaving = (y - radius - 1) * width
              for x in 0..<width { sums[x] -= Int32(source[leaving + x]) }
            }
            let at = y * width
            let reciprocal = 1 / Float(count)
            for x in 0..<width { pixels[at + x] = UInt8(Float(sums[x]) * reciprocal) }
          }
        }
      }
    }
  }
}
