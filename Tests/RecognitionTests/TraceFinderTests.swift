import Receipts
import Testing

@testable import Recognition

@Suite("Traces of changed print")
struct TraceFinderTests {
  /// A sheet with one line of black strokes, a stroke a character, and what was done to it.
  private struct Sheet {
    static let (width, height) = (400, 200)
    /// Of the line's print.
    static let (left, top, cell, size) = (60, 90, 10, 20)
    let text: String
    var paper: (Int, Int) -> RGB = { _, _ in RGB(red: 236, green: 232, blue: 222) }
    var ink: (Int) -> RGB = { _ in RGB(red: 40, green: 40, blue: 44) }
    /// Over all of it; `nil` where nothing is.
    var above: (Int, Int) -> RGB? = { _, _ in nil }

    /// Which columns a character takes.
    func columns(of range: Range<Int>) -> Range<Int> {
      Self.left + range.lowerBound * Self.cell..<Self.left + range.upperBound * Self.cell
    }

    var picture: ColourImage {
      var samples: [UInt8] = []
      for y in 0..<Self.height {
        for x in 0..<Self.width {
          let colour = above(x, y) ?? print(x, y) ?? paper(x, y)
          samples += [UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue)]
        }
      }
      return ColourImage(width: Self.width, height: Self.height, samples: samples)
    }

    private func print(_ x: Int, _ y: Int) -> RGB? {
      let character = (x - Self.left) / Self.cell
      guard x >= Self.left, character < text.count, (x - Self.left) % Self.cell < 3,
        (Self.top..<Self.top + Self.size).contains(y),
        Array(text)[character] != " "
      else { return nil }
      return ink(character)
    }

    var page: Page {
      let outline = Quadrilateral(
        left: Double(Self.left), top: Double(Self.top),
        right: Double(Self.left + text.count * Self.cell), bottom: Double(Self.top + Self.size))
      return Page(
        width: Self.width, height: Self.height,
        lines: [Line(evenly: text, in: outline)], readers: ["test"])
    }

    var traces: [Trace] {
      TraceFinder(picture, page: page).traces(at: [0])[0] ?? []
    }
  }

  private static let text = "实收 : 1234.50"

  @Test("print as the till left it has none")
  func clean() {
    #expect(Sheet(text: Self.text).traces.isEmpty)
  }

  @Test("a shadow, a fold and yellowed paper are none")
  func light() {
    var sheet = Sheet(text: Self.text)
    sheet.paper = { x, y in
      let light = (x > 150 ? 0.7 : 1) * (y > 100 ? 0.9 : 1)
      return RGB(red: 236 * light, green: 226 * light, blue: (205 - Double(y) / 20) * light)
    }
    #expect(sheet.traces.isEmpty)
  }

  @Test("a slip of other paper under a number is one, where that number stands")
  func patch() throws {
    var sheet = Sheet(text: Self.text)
    let columns = sheet.columns(of: 5..<12)
    let plain = sheet.paper
    sheet.paper = { x, y in
      columns.contains(x) && (84..<116).contains(y)
        ? RGB(red: 228, green: 232, blue: 240) : plain(x, y)
    }
    let trace = try #require(sheet.traces.first)
    #expect(sheet.traces.count == 1)
    #expect(trace.kind == .patch)
    #expect(abs(trace.start - 5.0 / 12) < 0.01 && abs(trace.end - 1) < 0.01)
  }

  @Test("a slip whose tint differs a little is one where it is darker than the paper beside it")
  func darkPatch() {
    var sheet = Sheet(text: Self.text)
    let columns = sheet.columns(of: 5..<12)
    func paper(of level: Double, patch: Double) {
      sheet.paper = { x, y in
        let isPatch = columns.contains(x) && (84..<116).contains(y)
        let light = isPatch ? patch : level
        // Colours are stored in whole steps; between two of them by turns.
        let blue = (x + 2 * y) % 5 < 2 ? 3.0 : 2
        return RGB(red: light, green: light, blue: light + (isPatch ? blue : 0))
      }
    }
    paper(of: 240, patch: 228)
    #expect(sheet.traces.map(\.kind) == [.patch])
    paper(of: 240, patch: 240)
    #expect(sheet.traces.isEmpty)
  }

  @Test(
    "a pen through a number is one, in red and in blue",
    arguments: [
      RGB(red: 200, green: 30, blue: 40), RGB(red: 40, green: 50, blue: 160),
    ])
  func pen(_ colour: RGB) {
    var sheet = Sheet(text: Self.text)
    let columns = sheet.columns(of: 6..<9)
    sheet.above = { x, y in columns.contains(x) && (98..<104).contains(y) ? colour : nil }
    #expect(sheet.traces.map(\.kind) == [.ink])
    // A circle around it is a clerk's, and the words beside it are no number.
    sheet.above = { x, y in
      let isAround = (columns.lowerBound - 15..<columns.upperBound + 15).contains(x)
      return isAround && ((84..<88).contains(y) || (112..<116).contains(y)) ? colour : nil
    }
    #expect(sheet.traces.isEmpty)
    let words = sheet.columns(of: 0..<2)
    sheet.above = { x, y in words.contains(x) && (98..<104).contains(y) ? colour : nil }
    #expect(sheet.traces.isEmpty)
  }

  @Test("a till that prints in blue has none")
  func colouredPrint() {
    var sheet = Sheet(text: "1234 5678 1234 5678 9012")
    sheet.ink = { _ in RGB(red: 50, green: 60, blue: 190) }
    #expect(sheet.traces.isEmpty)
    sheet.ink = { $0 < 4 ? RGB(red: 50, green: 60, blue: 190) : RGB(red: 40, green: 40, blue: 44) }
    #expect(sheet.traces.map(\.kind) == [.ink])
  }

  @Test("a number at the picture's edge is looked at as far as there is something")
  func edge() {
    let sheet = Sheet(text: String(repeating: "12345678901", count: 3))
    #expect(sheet.traces.isEmpty)
  }
}
