import Testing

@testable import Recognition

@Suite("The sheet on its background")
struct PaperTests {
  private static let (width, height) = (480, 640)

  /// A sheet that leans by a tenth, on a dark table.
  private func isSheet(_ x: Int, _ y: Int) -> Bool {
    let left = 100 + y / 10
    return y >= 90 && y < 560 && x >= left && x < left + 220
  }

  private func picture(
    table: UInt8 = 60, paper: (Int, Int) -> UInt8, table shade: ((Int, Int) -> UInt8)? = nil
  ) -> GrayImage {
    var image = GrayImage(width: Self.width, height: Self.height, filledWith: table)
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        let at = y * Self.width + x
        if isSheet(x, y) {
          image.pixels[at] = paper(x, y)
        } else if let shade {
          image.pixels[at] = shade(x, y)
        }
      }
    }
    return image
  }

  /// Four blocks of the coarse picture, 4 pixels each: the margin, the blur and the rounding.
  private static let slack = 16

  private func expectSheet(_ paper: Paper) {
    #expect(paper.spans.count == Self.height)
    for y in stride(from: 90 + Self.slack, to: 560 - Self.slack, by: 10) {
      let left = 100 + y / 10
      guard let span = paper.spans[y] else {
        Issue.record("row \(y) has no sheet")
        continue
      }
      #expect(span.lowerBound <= left && span.lowerBound >= left - Self.slack, "row \(y)")
      #expect(
        span.upperBound >= left + 220 && span.upperBound <= left + 220 + Self.slack, "row \(y)")
    }
    #expect(paper.spans[20] == nil && paper.spans[620] == nil)
  }

  @Test("a bright sheet on a dark table is found, row by row")
  func found() throws {
    let image = picture { _, _ in 215 }
    let paper = try #require(Paper(in: image))
    expectSheet(paper)
    #expect(abs(Int(paper.brightness) - 215) < 12)
  }

  @Test("print on it makes no hole")
  func printed() throws {
    expectSheet(
      try #require(Paper(in: picture { x, y in y % 12 < 5 && x % 9 < 4 ? 50 : 215 })))
  }

  @Test("a shadow across does not cut it")
  func shadow() throws {
    expectSheet(try #require(Paper(in: picture { x, y in y > 330 + x / 8 ? 140 : 220 })))
  }

  @Test("all is paper on a scan, in light that fades, and on plain white")
  func none() {
    #expect(Paper(in: GrayImage(width: 480, height: 640, filledWith: 240)) == nil)
    var scan = GrayImage(width: 480, height: 640, filledWith: 240)
    for y in stride(from: 40, to: 600, by: 20) {
      for x in 40..<440 where x % 12 < 7 {
        for row in y..<y + 8 { scan.pixels[row * 480 + x] = 40 }
      }
    }
    #expect(Paper(in: scan) == nil)
    var fading = GrayImage(width: 480, height: 640)
    for index in fading.pixels.indices { fading.pixels[index] = UInt8(100 + index / 2_400) }
    #expect(Paper(in: fading) == nil)
    #expect(Paper(in: GrayImage(width: 90, height: 120, filledWith: 240)) == nil)
  }

  @Test("isolated, the table is painted in the paper's brightness and the sheet is untouched")
  func isolated() throws {
    let image = picture(paper: { x, _ in x % 9 < 3 ? 40 : 215 }) { x, y in
      UInt8(20 + (x * 7 + y * 3) % 60)
    }
    let paper = try #require(Paper(in: image))
    let isolated = paper.isolated(in: image)
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        let (before, after) = (
          image.pixels[y * Self.width + x], isolated.pixels[y * Self.width + x]
        )
        let span = paper.spans[y] ?? 0..<0
        #expect(after == (span.contains(x) ? before : paper.brightness), "\(x), \(y)")
        if after != (span.contains(x) ? before : paper.brightness) { return }
      }
    }
  }

  @Test("covered, the sheet is painted over and the table is untouched, at any scale")
  func covered() throws {
    let image = picture(paper: { x, _ in x % 9 < 3 ? 40 : 215 }) { x, y in
      UInt8(20 + (x * 7 + y * 3) % 60)
    }
    let paper = try #require(Paper(in: image))
    let large = GrayImage(
      width: image.width * 2, height: image.height * 2,
      pixels: (0..<image.height * 2).flatMap { y in
        (0..<image.width * 2).map { image.pixels[y / 2 * image.width + $0 / 2] }
      })
    let (small, whole) = (paper.covered(in: image), paper.covered(in: large, scale: 2))
    for y in stride(from: 0, to: Self.height, by: 7) {
      for x in stride(from: 0, to: Self.width, by: 5) {
        let isOnSheet = paper.spans[y]?.contains(x) ?? false
        let expected = isOnSheet ? paper.brightness : image.pixels[y * Self.width + x]
        #expect(small.pixels[y * Self.width + x] == expected, "\(x), \(y)")
        #expect(whole.pixels[2 * y * large.width + 2 * x + 1] == expected, "\(x), \(y)")
      }
    }
  }

  @Test("a second sheet beside the first is told; a small bright thing is none")
  func others() throws {
    func table(_ patches: [(left: Int, right: Int, top: Int, bottom: Int)]) -> GrayImage {
      var image = GrayImage(width: 800, height: 600, filledWith: 50)
      for patch in patches {
        for y in patch.top..<patch.bottom {
          for x in patch.left..<patch.right { image.pixels[y * 800 + x] = 220 }
        }
      }
      return image
    }
    let first = (left: 60, right: 360, top: 60, bottom: 540)
    let second = (left: 460, right: 720, top: 100, bottom: 500)
    let coin = (left: 500, right: 560, top: 100, bottom: 160)
    #expect(try #require(Paper(in: table([first]))).others.isEmpty)
    #expect(try #require(Paper(in: table([first, coin]))).others.isEmpty)
    let other = try #require(Paper(in: table([first, second])).flatMap(\.others.first))
    #expect(abs(other.left - second.left) < 16 && abs(other.bottom - second.bottom) < 16)
  }
}
