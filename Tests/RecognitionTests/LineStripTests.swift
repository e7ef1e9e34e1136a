import Receipts
import Testing

@testable import Recognition

@Suite("Straightened lines")
struct LineStripTests {
  private let level = Placement(scale: 1, angle: 0, center: Point(x: 240, y: 320))

  private func segment(
    left: Double = 60, right: Double = 364, y: Double = 70, half: Double = 10
  ) -> Segment {
    Segment(
      left: left, right: right, middle: Curve(origin: 0, constant: y, slope: 0, bend: 0),
      ascent: half, descent: half)
  }

  private func column(_ x: Int, of strip: LineStrip) -> [UInt8] {
    (0..<strip.image.height).map { strip.image.pixels[$0 * strip.image.width + x] }
  }

  @Test("a strip has characters of one height with white all round")
  func size() {
    let strip = LineStrip(
      of: segment(), in: DrawnPage.plain(rows: 3).picture(), placement: level)
    #expect(strip.scale == 1.5)
    #expect(strip.marginX == 10)
    #expect(strip.image.height == 30 + 2 * LineStrip.marginY)
    #expect(strip.image.width == 456 + 20)
    for x in [0, 5, strip.image.width - 6, strip.image.width - 1] {
      #expect(column(x, of: strip).allSatisfy { $0 == 255 }, "column \(x)")
    }
    // White above and below the characters as well.
    let edge = strip.image.pixels.prefix(strip.image.width * 5)
    #expect(edge.allSatisfy { $0 >= 254 })
  }

  @Test("a line too long for a reader is made smaller, not cut")
  func long() {
    let image = GrayImage(width: 4_000, height: 60, filledWith: 230)
    let strip = LineStrip(
      of: segment(left: 10, right: 3_970, y: 30), in: image,
      placement: Placement(scale: 1, angle: 0, center: Point(x: 2_000, y: 30)))
    #expect(strip.image.width == 2_400 + 20)
    #expect(strip.scale < 1)
  }

  @Test("a strip is parted at the widest gap of its middle, or not at all")
  func parted() throws {
    var strip = GrayImage(width: 200, height: 40)
    func ink(_ columns: Range<Int>) {
      for y in 10..<30 { for x in columns { strip.pixels[y * 200 + x] = 0 } }
    }
    for columns in [0..<20, 60..<80, 84..<96, 116..<140, 150..<200] { ink(columns) }
    let parts = try #require(strip.parted())
    #expect(parts.map(\.offset) == [0, 106])
    #expect(parts.map(\.image.width) == [106, 94])
    ink(0..<200)
    #expect(strip.parted() == nil)
  }

  @Test("contrast is stretched to black on white")
  func stretched() {
    var page = DrawnPage.plain(rows: 1)
    (page.paper, page.ink) = (190, 150)
    let strip = LineStrip(of: segment(), in: page.picture(), placement: level)
    #expect(strip.image.pixels.contains { $0 <= 20 })
    #expect(strip.image.pixels.count { $0 >= 254 } > strip.image.pixels.count / 2)
  }

  @Test("nothing is thresholded: shades of faded print stay shades")
  func shades() {
    var image = GrayImage(width: 480, height: 640, filledWith: 200)
    for y in 60..<80 {
      for x in 60..<364 where x % 8 < 4 {
        image.pixels[y * 480 + x] = UInt8(120 + (x - 60) % 60)
      }
    }
    let strip = LineStrip(of: segment(), in: image, placement: level)
    #expect(Set(strip.image.pixels).count > 60)
    let grey = strip.image.pixels.count { (30...220).contains($0) }
    #expect(grey > strip.image.pixels.count / 10)
  }

  @Test("of a shadow nothing is left a character away from its edge")
  func shadow() {
    var image = DrawnPage.plain(rows: 1).picture()
    for y in 0..<image.height {
      for x in 212..<480 { image.pixels[y * 480 + x] /= 2 }
    }
    let strip = LineStrip(of: segment(), in: image, placement: level)
    let middle = 10 + Int(152 * strip.scale)
    for part in [16..<middle - 60, middle + 60..<strip.image.width - 16] {
      let pixels = part.flatMap { column($0, of: strip) }
      #expect(pixels.contains { $0 < 40 })
      let shares = pixels.count { $0 > 235 }
      #expect(Double(shares) > 0.4 * Double(pixels.count), "\(part)")
    }
  }

  @Test("reversed is the same strip on its head")
  func reversed() {
    let image = DrawnPage.plain(rows: 2).picture()
    let strip = LineStrip(of: segment(), in: image, placement: level)
    let reversed = LineStrip(of: segment(), in: image, placement: level, isReversed: true)
    #expect(reversed.image == strip.image.turned(degrees: 180))
  }

  @Test("a line that bends and falls comes out straight")
  func straight() {
    let page = DrawnPage.plain(rows: 1)
    func bent(_ x: Double) -> Double { 0.05 * (x - 60) + 0.0003 * (x - 200) * (x - 200) }
    let image = page.picture { x, y in (x, y - bent(x)) }
    let points = stride(from: 60.0, to: 364, by: 4).map { (x: $0, y: 70 + bent($0), weight: 1.0) }
    var wanted = segment()
    wanted.middle = Curve.fitted(to: points, degree: 2)
    let strip = LineStrip(of: wanted, in: image, placement: level)
    let straight = LineStrip(of: segment(), in: page.picture(), placement: level)
    #expect(strip.image.width == straight.image.width)
    let apart = zip(strip.image.pixels, straight.image.pixels).count {
      abs(Int($0) - Int($1)) > 120
    }
    #expect(Double(apart) < 0.03 * Double(strip.image.pixels.count), "\(apart)")
  }

  @Test("a segment that reaches out of the picture reads white there")
  func outside() {
    let image = GrayImage(width: 100, height: 30, filledWith: 200)
    let strip = LineStrip(
      of: segment(left: -40, right: 160, y: 2), in: image,
      placement: Placement(scale: 1, angle: 0, center: Point(x: 50, y: 15)))
    #expect(strip.image.width == 320)
    #expect(column(14, of: strip).allSatisfy { $0 == 255 })
    #expect(column(300, of: strip).allSatisfy { $0 == 255 })
  }
}
