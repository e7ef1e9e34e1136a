import Foundation
import Receipts
import Testing

@testable import Recognition

@Suite("Lines of print from a detection network's map")
struct PrintMapTests {
  /// A map with bars 8 pixels thick and 200 long, 40 apart, as lines' cores are seen; `place` bends
  /// and turns them.
  private func map(
    bars: Int = 5, width: Int = 320, height: Int = 320, certainty: UInt8 = 230,
    place: (Double, Double) -> (Double, Double) = { ($0, $1) }
  ) -> GrayImage {
    var map = GrayImage(width: width, height: height, filledWith: 0)
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = place(Double(x) + 0.5, Double(y) + 0.5)
        let bar = Int((v - 40) / 40)
        let isInside = v >= 40 && (v - 40).truncatingRemainder(dividingBy: 40) < 8
        if isInside, bar < bars, u >= 60, u < 260 { map.pixels[y * width + x] = certainty }
      }
    }
    return map
  }

  @Test("a core is drawn out by its area over its outline, as the network was trained")
  func drawnOut() throws {
    let segments = PrintMap(map()).segments().sorted { $0.centerY < $1.centerY }
    #expect(segments.count == 5)
    // 1.6 × 8 × 200 / (2 × 208) on each side.
    let drawnOut = 6.15
    for (index, segment) in segments.enumerated() {
      #expect(
        abs(segment.left - (60 - drawnOut)) < 0.2 && abs(segment.right - (260 + drawnOut)) < 0.2)
      #expect(abs(segment.centerY - (44 + 40 * Double(index))) < 0.2)
      // Characters are two thirds of the box.
      #expect(abs(segment.height - 0.66 * (8 + 2 * drawnOut)) < 0.3)
    }
  }

  @Test(
    "tilted lines are told level in the frame turned by their angle", arguments: [-8.0, -3, 4, 9])
  func tilted(degrees: Double) throws {
    let turn = degrees * .pi / 180
    let print = PrintMap(
      map { x, y in
        let (dx, dy) = (x - 160, y - 160)
        return (160 + dx * cos(turn) + dy * sin(turn), 160 - dx * sin(turn) + dy * cos(turn))
      })
    #expect(abs(print.angle - turn) < 0.005)
    #expect(!print.isSideways)
    let segments = print.segments().sorted { $0.centerY < $1.centerY }
    #expect(segments.count == 5)
    for (index, segment) in segments.enumerated() {
      #expect(abs(segment.centerY - (44 + 40 * Double(index))) < 1)
      #expect(abs(segment.middle.slope(at: segment.centerX)) < 0.01)
    }
  }

  @Test("lines that run down the picture are told, and not those that run along it")
  func sideways() {
    #expect(PrintMap(map { x, y in (y, x) }).isSideways)
    #expect(!PrintMap(map()).isSideways)
  }

  @Test("a line's middle follows its waves")
  func waves() throws {
    func rise(_ x: Double) -> Double { 8 * sin((x - 60) / 200 * .pi) }
    let segments = PrintMap(map(bars: 1) { x, y in (x, y + rise(x)) }).segments()
    let segment = try #require(segments.first)
    for x in stride(from: 80.0, through: 240, by: 40) {
      #expect(abs(segment.middle(x) - (44 - rise(x))) < 1.5, "\(x)")
    }
  }

  @Test("what the network is not sure of is no line")
  func unsure() {
    #expect(PrintMap(map(certainty: 70)).segments().isEmpty)
    #expect(PrintMap(map(certainty: 110)).segments().isEmpty)
    #expect(PrintMap(map(certainty: 140)).segments().count == 5)
  }

  @Test("no print, a speck and a picture of one pixel are nothing")
  func nothing() {
    #expect(PrintMap(map(bars: 0)).segments().isEmpty)
    var speck = GrayImage(width: 20, height: 20, filledWith: 0)
    speck.pixels[210] = 255
    #expect(PrintMap(speck).segments().isEmpty)
    #expect(PrintMap(GrayImage(width: 1, height: 1, filledWith: 255)).angle == 0)
  }

  @Test("noise ends within the bound on segments", arguments: [1, 2, 3])
  func noise(seed: UInt64) {
    var chance = SeededChance(seed: seed)
    let pixels = (0..<320 * 320).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let segments = PrintMap(GrayImage(width: 320, height: 320, pixels: pixels)).segments()
    #expect(segments.count <= 400)
    #expect(segments.allSatisfy { $0.middle($0.left).isFinite && $0.height > 0 })
  }

  /// Five lines, and beside them a column of short cores, 24 wide and 10 high, `pitch` apart, of which
  /// weaker patches fill the gaps.
  private func column(
    of count: Int, pitch: Int = 16, between: UInt8 = 120, width: Int = 24
  ) -> GrayImage {
    var map = self.map(width: 420)
    for number in 0..<count {
      let top = 60 + number * pitch
      for x in 300..<300 + width {
        for y in top..<top + 10 { map.pixels[y * map.width + x] = 230 }
        if number + 1 < count {
          for y in top + 10..<top + pitch { map.pixels[y * map.width + x] = between }
        }
      }
    }
    return map
  }

  private func besideLines(_ map: GrayImage) -> [Segment] {
    PrintMap(map).segments().filter { $0.centerX > 280 }.sorted { $0.centerY < $1.centerY }
  }

  @Test("short numbers that ran together down a column are lines of their own", arguments: 2...5)
  func stacked(count: Int) {
    let found = besideLines(column(of: count))
    #expect(found.count == count)
    for (index, segment) in found.enumerated() {
      #expect(abs(segment.centerY - Double(65 + index * 16)) < 2)
      #expect(segment.height < 22)
    }
    // Those that do not touch are as they were.
    #expect(besideLines(column(of: count, between: 0)).count == count)
  }

  @Test("what stands upright and is no column stays whole: a large digit, a sheet's edge")
  func notStacked() {
    // Nothing weaker is within it.
    #expect(besideLines(column(of: 4, between: 230)).count == 1)
    let edge = besideLines(column(of: 8, width: 3))
    #expect(edge.count <= 1)
  }

  @Test("a line too faint for the level at which the others come apart is not given to them")
  func faintInStack() {
    var map = column(of: 3, between: 200)
    for y in 60..<70 {
      for x in 300..<324 { map.pixels[y * map.width + x] = y < 65 ? 205 : 120 }
    }
    let found = besideLines(map)
    #expect(found.count == 1 || found.allSatisfy { $0.height < 40 })
  }

  @Test("a page whose lines run from top to bottom is not taken apart")
  func sidewaysColumn() {
    let print = PrintMap(map { x, y in (y, x) })
    #expect(print.isSideways && print.segments().count == 5)
  }
}

@Suite("Finding lines by a map")
struct MappedLinesTests {
  /// What a network might say of drawn print: around each dark pixel is a core, wide enough
  /// to join the bars of a drawn character.
  private func cores(_ image: GrayImage) -> GrayImage {
    var map = GrayImage(width: image.width, height: image.height, filledWith: 0)
    for index in map.pixels.indices where image.pixels[index] < 170 { map.pixels[index] = 255 }
    var joined = BoxBlur.blurred(map, radiusX: 3, radiusY: 3)
    for index in joined.pixels.indices {
      joined.pixels[index] = joined.pixels[index] > 40 ? 255 : 0
    }
    return joined
  }

  @Test("lines lead back to where they stand in a large picture, whole or from its sheet")
  func places() throws {
    let page = DrawnPage.plain(rows: 9)
    let small = page.picture()
    // Four times as large: the network is shown a reduced one.
    var large = GrayImage(width: small.width * 4, height: small.height * 4)
    for y in 0..<large.height {
      for x in 0..<large.width {
        large.pixels[y * large.width + x] = small.pixels[y / 4 * small.width + x / 4]
      }
    }
    let found = LineFinder.lines(in: large, by: cores)
    #expect(found.rows.count == 9)
    for (index, row) in found.rows.enumerated() {
      let first = try #require(row.first)
      let start = found.placement.original(
        of: Point(x: first.left, y: first.middle(first.left)))
      // A character is 76 wide, and what is found is drawn out by about as much.
      #expect(abs(start.x - 240) < 100, "\(start)")
      let middle = 4 * (page.top + Double(index) * page.rowPitch + 10)
      #expect(abs(start.y - middle) < 24, "\(start) \(middle)")
    }
  }

  @Test("a large amount beside its small label is on its line")
  func large() {
    var page = DrawnPage.plain(rows: 0)
    page.rows = (0..<6).map { _ in
      [.init(left: 50, characters: 4), .init(left: 330, characters: 4, height: 36)]
    }
    page.rowPitch = 60
    let found = LineFinder.lines(in: page.picture(), by: cores)
    #expect(found.rows.count == 6)
  }

  @Test("a network that fails finds nothing")
  func fails() {
    let picture = DrawnPage.plain(rows: 4).picture()
    #expect(LineFinder.lines(in: picture) { _ in nil }.rows.isEmpty)
  }
}
