import Testing

@testable import Recognition

@Suite("Box blur")
struct BoxBlurTests {
  /// The mean over the box, cut at the edges, pixel by pixel.
  private func naive(_ image: GrayImage, radiusX: Int, radiusY: Int) -> [Double] {
    (0..<image.width * image.height).map { index in
      let (x, y) = (index % image.width, index / image.width)
      let columns = max(0, x - radiusX)...min(image.width - 1, x + radiusX)
      let rows = max(0, y - radiusY)...min(image.height - 1, y + radiusY)
      let sum = rows.reduce(0) { sum, row in
        columns.reduce(sum) { $0 + Int(image.pixels[row * image.width + $1]) }
      }
      return Double(sum) / Double(columns.count * rows.count)
    }
  }

  @Test(
    "every pixel is the mean of its box, to the rounding of two passes",
    arguments: [(1, 1), (3, 0), (0, 4), (2, 5), (40, 40)], [(17, 13), (1, 9), (9, 1), (30, 2)])
  func means(radii: (Int, Int), size: (Int, Int)) {
    var chance = SeededChance(seed: UInt64(radii.0 * 1_000 + size.0))
    let pixels = (0..<size.0 * size.1).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let image = GrayImage(width: size.0, height: size.1, pixels: pixels)
    let blurred = BoxBlur.blurred(image, radiusX: radii.0, radiusY: radii.1)
    for (got, wanted) in zip(blurred.pixels, naive(image, radiusX: radii.0, radiusY: radii.1)) {
      #expect(abs(Double(got) - wanted) <= 1.5, "\(chance)")
    }
  }

  @Test("a radius of zero changes nothing")
  func zero() {
    let image = GrayImage(width: 3, height: 2, pixels: [1, 200, 3, 40, 5, 60])
    #expect(BoxBlur.blurred(image, radiusX: 0, radiusY: 0) == image)
  }

  @Test("plain paper stays plain", arguments: [UInt8](arrayLiteral: 0, 1, 127, 254, 255))
  func plain(value: UInt8) {
    let image = GrayImage(width: 60, height: 70, filledWith: value)
    let blurred = BoxBlur.blurred(image, radiusX: 23, radiusY: 29)
    #expect(blurred.pixels.allSatisfy { Int(value) - Int($0) <= 1 && $0 <= value })
  }
}
