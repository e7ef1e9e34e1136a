import Testing

@testable import Recognition

@Suite("Even light")
struct LightingTests {
  /// Lines of print as dark as `ink` says, on paper as bright as `paper` says.
  private func page(paper: (Int, Int) -> Int, ink: Double) -> GrayImage {
    var image = GrayImage(width: 320, height: 256)
    for y in 0..<256 {
      for x in 0..<320 {
        let isInk = y % 32 < 10 && x % 8 < 3 && x > 20 && x < 300
        image.pixels[y * 320 + x] = UInt8(Double(paper(x, y)) * (isInk ? 1 - ink : 1))
      }
    }
    return image
  }

  private func level(_ image: GrayImage, isInk: Bool, columns: Range<Int>) -> Double {
    var (sum, count) = (0, 0)
    for y in 64..<224 {
      // The middle of strokes and of gaps.
      for x in columns where (y % 32 < 10 && x % 8 == 1) == isInk && (isInk || y % 32 > 14) {
        sum += Int(image.pixels[y * image.width + x])
        count += 1
      }
    }
    return Double(sum) / Double(max(1, count))
  }

  @Test("paper is white and print dark, in the light and in the shadow")
  func shadow() {
    let lit = page(paper: { x, _ in x < 160 ? 220 : 80 }, ink: 0.6).evenlyLit()
    for columns in [40..<120, 200..<280] {
      #expect(level(lit, isInk: false, columns: columns) > 235)
      #expect(level(lit, isInk: true, columns: columns) < 110)
    }
  }

  @Test("faded print is deepened, and stays shades")
  func faded() {
    let faint = page(paper: { _, _ in 200 }, ink: 0.15)
    let lit = faint.evenlyLit()
    let contrast = { (image: GrayImage) in
      level(image, isInk: false, columns: 40..<280) - level(image, isInk: true, columns: 40..<280)
    }
    #expect(contrast(lit) > 3 * contrast(faint))
  }

  @Test("a bar of ink wider than a square of light stays dark")
  func bar() {
    var image = GrayImage(width: 320, height: 256, filledWith: 210)
    for y in 100..<130 {
      for x in 40..<280 { image.pixels[y * 320 + x] = 30 }
    }
    let lit = image.evenlyLit()
    #expect(lit.pixels[115 * 320 + 160] < 100)
    #expect(lit.pixels[40 * 320 + 160] > 240)
  }

  @Test("nothing but paper stays paper, and a picture too small is left alone")
  func plain() {
    let blank = GrayImage(width: 64, height: 64, filledWith: 90)
    #expect(blank.evenlyLit().pixels.allSatisfy { $0 == 255 })
    let small = GrayImage(width: 12, height: 300, filledWith: 90)
    #expect(small.evenlyLit() == small)
  }
}
