import Foundation
import Receipts
import Testing

@testable import Recognition

@Suite("Finding lines of print")
struct LineFinderTests {
  /// The upper left and lower right corners of a segment in the picture that is read.
  private func corners(of segment: Segment, in found: FoundLines) -> (Point, Point) {
    (
      found.placement.original(
        of: Point(x: segment.left, y: segment.middle(segment.left) - segment.ascent)),
      found.placement.original(
        of: Point(x: segment.right, y: segment.middle(segment.right) + segment.descent))
    )
  }

  @Test("each row of characters is a line, where it stands, and as tall")
  func level() throws {
    let page = DrawnPage.plain(rows: 12)
    let found = LineFinder.lines(in: page.picture())
    #expect(found.rows.count == 12)
    #expect(!found.isSideways && found.placement.angle == 0)
    for (index, row) in found.rows.enumerated() {
      try #require(row.count == 1)
      let (topLeft, bottomRight) = corners(of: row[0], in: found)
      let top = page.top + Double(index) * page.rowPitch
      #expect(abs(topLeft.x - 60) < 4 && abs(topLeft.y - top) < 4, "\(topLeft)")
      #expect(
        abs(bottomRight.x - page.rows[index][0].right) < 8 && abs(bottomRight.y - top - 20) < 4,
        "\(bottomRight)")
    }
  }

  @Test(
    "tilted lines are found level, and lead back to where they stand", arguments: [-9.0, -5, 5, 12])
  func tilted(degrees: Double) throws {
    let page = DrawnPage.plain(rows: 11)
    let found = LineFinder.lines(in: page.picture(falling: degrees))
    #expect(abs(found.placement.angle * 180 / .pi - degrees) < 0.5)
    #expect(found.rows.count == 11)
    let turn = degrees * .pi / 180
    for (index, row) in found.rows.enumerated() {
      try #require(row.count == 1)
      let (topLeft, _) = corners(of: row[0], in: found)
      let (dx, dy) = (60.0 - 240, page.top + Double(index) * page.rowPitch - 320)
      #expect(abs(topLeft.x - (240 + dx * cos(turn) - dy * sin(turn))) < 5)
      #expect(abs(topLeft.y - (320 + dx * sin(turn) + dy * cos(turn))) < 5)
    }
  }

  @Test("a label and its value far apart are one line, in print that fans out as well")
  func fanning() {
    var page = DrawnPage.plain(rows: 0)
    page.rows = (0..<12).map { _ in
      [.init(left: 50, characters: 6), .init(left: 330, characters: 5)]
    }
    // From 2° up at the head to 2° down at the foot.
    let picture = page.picture { x, y in
      (x, y - (y - 320) / 320 * 0.035 * (x - 240))
    }
    let found = LineFinder.lines(in: picture)
    #expect(found.rows.map(\.count) == Array(repeating: 2, count: 12))
    for row in found.rows where row.count == 2 {
      #expect(row[0].left < 70 && row[1].left > 300)
    }
  }

  @Test(
    "print that runs down the picture is turned first, whichever way", arguments: [true, false])
  func sideways(isClockwise: Bool) {
    let page = DrawnPage.plain(rows: 12)
    let (width, height) = (Double(page.width), Double(page.height))
    let picture = page.picture(width: page.height, height: page.width) { x, y in
      isClockwise ? (y, height - x) : (width - y, x)
    }
    let found = LineFinder.lines(in: picture)
    #expect(found.isSideways)
    #expect(found.image.width == page.width && found.image.height == page.height)
    #expect(found.rows.count == 12)
  }

  @Test("rules, dashes and dots between the lines are not read")
  func separators() {
    let page = DrawnPage.plain(rows: 12)
    var picture = page.picture()
    for (index, y) in stride(from: 90, to: 500, by: 40).enumerated() {
      for x in 40..<440 {
        let isSet =
          switch index % 3 {
          case 0: true
          case 1: x % 14 < 9
          default: x % 8 < 3
          }
        for row in 0..<(index % 3 == 2 ? 3 : 2) where isSet {
          picture.pixels[(y + row) * page.width + x] = 60
        }
      }
    }
    let found = LineFinder.lines(in: picture)
    #expect(found.rows.count == 12)
    for (index, segment) in found.rows.joined().enumerated() {
      #expect(abs(segment.centerY - 70 - 40 * Double(index)) < 6)
      #expect(segment.height > 12 && segment.height < 28)
    }
    #expect(found.rows.map(\.count) == Array(repeating: 1, count: 12))
  }

  @Test("a title twice as large is one line of its own height beside the usual print")
  func large() throws {
    var page = DrawnPage.plain(rows: 9)
    page.rowPitch = 60
    page.rows[0] = [.init(left: 60, characters: 7, height: 44)]
    let found = LineFinder.lines(in: page.picture())
    #expect(found.rows.count == 9)
    let title = try #require(found.rows.first?.first)
    #expect(found.rows.first?.count == 1)
    #expect(title.height > 34 && title.height < 56, "\(title.height)")
    #expect(found.rows.dropFirst().joined().allSatisfy { $0.height < 28 })
  }

  @Test(
    "faded print is found as well as dark print", arguments: [UInt8](arrayLiteral: 20, 130, 195))
  func faded(ink: UInt8) {
    var page = DrawnPage.plain(rows: 10)
    page.ink = ink
    #expect(LineFinder.lines(in: page.picture()).rows.count == 10)
  }

  @Test("a shadow across the paper costs no line")
  func shadow() {
    var picture = DrawnPage.plain(rows: 12).picture()
    for y in 0..<picture.height {
      for x in 0..<picture.width where x > 200 + y / 8 {
        picture.pixels[y * picture.width + x] /= 2
      }
    }
    #expect(LineFinder.lines(in: picture).rows.count == 12)
  }

  @Test(
    "a picture without print has no lines, however small",
    arguments: [(480, 640), (16, 16), (17, 3_000), (1, 1)])
  func empty(width: Int, height: Int) {
    let found = LineFinder.lines(in: GrayImage(width: width, height: height, filledWith: 230))
    #expect(found.rows.isEmpty)
  }

  @Test("noise all over ends within the bound on segments", arguments: [1, 2, 3])
  func noise(seed: UInt64) {
    var chance = SeededChance(seed: seed)
    let pixels = (0..<480 * 640).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let found = LineFinder.lines(in: GrayImage(width: 480, height: 640, pixels: pixels))
    #expect(found.rows.joined().count <= 400, "\(chance)")
    for segment in found.rows.joined() {
      #expect(segment.height > 0 && segment.width > 0, "\(chance)")
      #expect(segment.middle(segment.left).isFinite, "\(chance)")
    }
  }
}
