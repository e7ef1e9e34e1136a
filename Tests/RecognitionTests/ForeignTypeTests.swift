import Receipts
import Testing

@testable import Recognition

@Suite("Numbers in another type than the till's")
struct ForeignTypeTests {
  /// Lines of digits below each other, every character a cell wide; what is no digit is a bar.
  private struct Sheet {
    static let (cell, dot, pitch) = (28, 4, 64)
    var lines: [String]
    var type: (Int, Int) -> DigitType = { _, _ in .round }
    /// What the print leaves of the paper's light, by line and character.
    var left: (Int, Int) -> Double = { _, _ in 0.3 }
    /// How many pixels lower it stands.
    var down: (Int, Int) -> Int = { _, _ in 0 }
    /// Pixels that a dot of its type is wide.
    var dots: (Int, Int) -> Int = { _, _ in Self.dot }

    private static let size = DigitType.rows * dot

    var page: Page {
      Page(
        evenly: lines, left: 30, top: 30, cell: Double(Self.cell), size: Double(Self.size),
        pitch: Double(Self.pitch), width: width, height: height)
    }

    private var width: Int { 60 + Self.cell * (lines.map(\.count).max() ?? 0) }
    private var height: Int { 60 + Self.pitch * lines.count }

    var picture: ColourImage {
      var image = GrayImage(width: width, height: height, filledWith: 230)
      for (line, text) in lines.enumerated() {
        for (place, character) in text.enumerated() where character != " " {
          let dot = dots(line, place)
          for y in 0..<DigitType.rows * dot {
            for x in 0..<DigitType.columns * dot {
              let isInk = type(line, place).isInk(character, x / dot, y / dot)
              let row = 30 + line * Self.pitch + y + down(line, place)
              let at = row * width + 34 + place * Self.cell + x
              image.pixels[at] = UInt8(230 * (isInk ? left(line, place) : 1))
            }
          }
        }
      }
      return ColourImage(of: DecodedPicture(brightness: image))
    }

    func traces(at line: Int) -> [Trace.Kind] {
      (InkFinder(picture, page: page).traces(at: [line])[line] ?? []).map(\.kind)
    }
  }

  private static let lines = [
    "单号 8310397462", "时间 2026-11-28 19:05", "牛肉 88.60", "米饭 12.40", "合计 101.00",
    "卡号 6217 4859 3062",
  ]

  @Test("print as the till left it is in none")
  func clean() {
    var sheet = Sheet(lines: Self.lines)
    #expect(sheet.lines.indices.allSatisfy { sheet.traces(at: $0).isEmpty })
    // All of the page in the other type.
    sheet.type = { _, _ in .square }
    #expect(sheet.lines.indices.allSatisfy { sheet.traces(at: $0).isEmpty })
    // A line that the printer left a little fainter, its words as well.
    sheet.left = { line, _ in line == 0 ? 0.36 : 0.3 }
    #expect(sheet.lines.indices.allSatisfy { sheet.traces(at: $0).isEmpty })
  }

  @Test("a number set anew in grey, or in black on faded paper, is")
  func setAnew() {
    var sheet = Sheet(lines: Self.lines)
    sheet.type = { line, place in line == 0 && place > 2 ? .square : .round }
    // Another type alone may be the till's own.
    #expect(sheet.traces(at: 0).isEmpty)
    sheet.left = { line, place in line == 0 && place > 2 ? 0.36 : 0.3 }
    #expect(sheet.traces(at: 0) == [.foreign])
    #expect((1..<6).allSatisfy { sheet.traces(at: $0).isEmpty })
    sheet.left = { line, place in line == 0 && place > 2 ? 0.27 : 0.3 }
    #expect(sheet.traces(at: 0) == [.foreign])
    // In the till's own type so little tells nothing.
    sheet.type = { _, _ in .round }
    #expect(sheet.traces(at: 0).isEmpty)
  }

  @Test("on a page that is printed unevenly it has to lie further from the rest")
  func uneven() {
    var sheet = Sheet(lines: Self.lines)
    // A type of which some digits are as the till's.
    sheet.type = { line, place in line == 0 && place > 2 && place % 2 == 0 ? .square : .round }
    let rest = { (line: Int) in line == 3 || line == 5 ? 0.2 : 0.3 }
    sheet.left = { line, place in line == 0 && place > 2 ? 0.36 : rest(line) }
    #expect(sheet.traces(at: 0).isEmpty)
    sheet.left = { line, place in line == 0 && place > 2 ? 0.42 : rest(line) }
    #expect(sheet.traces(at: 0) == [.foreign])
    // One bold total makes no page uneven.
    sheet.left = { line, place in line == 0 && place > 2 ? 0.36 : line == 4 ? 0.2 : 0.3 }
    #expect(sheet.traces(at: 0) == [.foreign])
    // One in which none is need not.
    sheet.type = { line, place in line == 0 && place > 2 ? .square : .round }
    sheet.left = { line, place in line == 0 && place > 2 ? 0.36 : rest(line) }
    #expect(sheet.traces(at: 0) == [.foreign])
  }

  @Test(
    "so is a day with its clock, on a line with words and without, and a number on an English paper"
  )
  func alongside() {
    var sheet = Sheet(lines: Self.lines)
    let stamp = { (line: Int, place: Int) in line == 1 && place > 2 }
    sheet.type = { stamp($0, $1) ? .square : .round }
    sheet.left = { stamp($0, $1) ? 0.36 : 0.3 }
    #expect(sheet.traces(at: 1).contains(.foreign))
    sheet.lines[1] = "2026-11-28 19:05"
    sheet.type = { line, _ in line == 1 ? .square : .round }
    sheet.left = { line, _ in line == 1 ? 0.4 : 0.3 }
    #expect(sheet.traces(at: 1).contains(.foreign))
    // Without words it takes more.
    sheet.left = { line, _ in line == 1 ? 0.33 : 0.3 }
    #expect(sheet.traces(at: 1).isEmpty)
  }

  @Test("the end of a number in another type is, where it is larger and darker, or stands lower")
  func end() {
    var sheet = Sheet(lines: Self.lines)
    let isEnd = { (line: Int, place: Int) in line == 0 && place > 10 }
    sheet.type = { isEnd($0, $1) ? .square : .round }
    // Its type alone may be one that the reader did not part well.
    #expect(sheet.traces(at: 0).isEmpty)
    sheet.left = { isEnd($0, $1) ? 0.22 : 0.3 }
    #expect(sheet.traces(at: 0).isEmpty)
    sheet.dots = { isEnd($0, $1) ? 5 : 4 }
    #expect(sheet.traces(at: 0) == [.foreign])
    #expect((1..<6).allSatisfy { sheet.traces(at: $0).isEmpty })
    (sheet.left, sheet.dots) = ({ _, _ in 0.3 }, { _, _ in 4 })
    sheet.down = { isEnd($0, $1) ? 4 : 0 }
    #expect(sheet.traces(at: 0) == [.foreign])
    // In the till's own type the paper is bent, or the printer worn.
    sheet.type = { _, _ in .round }
    #expect(sheet.traces(at: 0).isEmpty)
    sheet.down = { _, _ in 0 }
    sheet.left = { isEnd($0, $1) ? 0.22 : 0.3 }
    #expect(sheet.traces(at: 0).isEmpty)
    // A long clock may bend.
    sheet.left = { _, _ in 0.3 }
    sheet.type = { line, place in line == 1 && place > 15 ? .square : .round }
    sheet.down = { line, place in line == 1 && place > 15 ? 4 : 0 }
    #expect(sheet.traces(at: 1).isEmpty)
  }

  @Test("of few numbers nobody knows what is usual")
  func few() {
    var sheet = Sheet(lines: Array(Self.lines.prefix(2)))
    sheet.type = { line, place in line == 0 && place > 2 ? .square : .round }
    sheet.left = { line, place in line == 0 && place > 2 ? 0.5 : 0.3 }
    #expect(sheet.traces(at: 0).isEmpty)
  }

  @Test("the same digit is alike in any size and ink, and not in another type")
  func likeness() throws {
    func shape(_ digit: String, _ type: DigitType, left: Double) -> DigitShape? {
      var sheet = Sheet(lines: [digit])
      sheet.type = { _, _ in type }
      sheet.left = { _, _ in left }
      let line = sheet.page.lines[0]
      return DigitShape(
        of: 0, among: line.transcripts[0].glyphs, on: line.outline, in: sheet.picture)
    }
    for digit in (0...9).map(String.init) {
      let dark = try #require(shape(digit, .round, left: 0.2))
      #expect(dark.likeness(to: try #require(shape(digit, .round, left: 0.6))) > 0.95, "\(digit)")
      #expect(dark.likeness(to: try #require(shape(digit, .square, left: 0.2))) < 0.8, "\(digit)")
      #expect(abs(dark.height - 28) < 2, "\(digit) \(dark.height)")
    }
    #expect(shape("元", .round, left: 0.2).map(\.digit) == nil)
    #expect(shape("8", .round, left: 0.99).map(\.digit) == nil)
  }
}
