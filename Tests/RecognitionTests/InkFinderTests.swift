import Receipts
import Testing

@testable import Recognition

@Suite("Print with more ink than the till has")
struct InkFinderTests {
  /// Lines of upright strokes, one a character, below each other.
  private struct Sheet {
    static let (cell, size, pitch) = (20, 40, 80)
    var lines: [String]
    /// What the print leaves of the paper's light, by line and character.
    var left: (Int, Int) -> Double = { _, _ in 0.4 }
    /// The paper's own, along it.
    var paper: (Int) -> Double = { _ in 230 }

    private var width: Int { 40 + Self.cell * (lines.map(\.count).max() ?? 0) }
    private var height: Int { 20 + Self.pitch * lines.count }

    var picture: ColourImage {
      let texts = lines.map { Array($0) }
      var samples: [UInt8] = []
      for y in 0..<height {
        for x in 0..<width {
          let (line, character) = ((y - 20) / Self.pitch, (x - 20) / Self.cell)
          let isPrint =
            x >= 20 && y >= 20 && (y - 20) % Self.pitch < Self.size && texts.indices.contains(line)
            && texts[line].indices.contains(character) && texts[line][character] != " "
            && (x - 20) % Self.cell < 6
          let light = paper(x) * (isPrint ? left(line, character) : 1)
          samples += [UInt8](repeating: UInt8(light), count: 3)
        }
      }
      return ColourImage(width: width, height: height, samples: samples)
    }

    var page: Page {
      Page(
        evenly: lines, left: 20, top: 20, cell: Double(Self.cell), size: Double(Self.size),
        pitch: Double(Self.pitch), width: width, height: height)
    }

    func traces(at line: Int) -> [Trace] {
      InkFinder(picture, page: page).traces(at: [line])[line] ?? []
    }
  }

  private static let lines = [
    "单号 A8310393", "时间 2026-11-28 19:00", "牛肉 88.00", "米饭 12.00", "合计 100.00", "支付宝 100.00",
  ]

  @Test("print as the till left it has none, faded, in shadow or in bold")
  func clean() {
    var sheet = Sheet(lines: Self.lines)
    let all = sheet.lines.indices
    #expect(all.allSatisfy { sheet.traces(at: $0).isEmpty })
    sheet.paper = { x in x > 200 ? 120 : 230 }
    #expect(all.allSatisfy { sheet.traces(at: $0).isEmpty })
    // The head of the printer is worn on one side.
    sheet.left = { _, character in 0.3 + 0.02 * Double(character) }
    for line in all { #expect(sheet.traces(at: line).map(\.kind) == [], "\(line)") }
    // The line of a total is bold, its words as well as its number.
    sheet.left = { line, _ in line == 4 ? 0.15 : 0.4 }
    #expect(all.allSatisfy { sheet.traces(at: $0).isEmpty })
  }

  @Test("a digit that was drawn over is one, where its number stands")
  func mixed() throws {
    var sheet = Sheet(lines: Self.lines)
    sheet.left = { line, character in line == 4 && character == 3 ? 0.12 : 0.42 }
    let trace = try #require(sheet.traces(at: 4).first)
    #expect(sheet.traces(at: 4).count == 1)
    #expect(trace.kind == .mixed)
    #expect(abs(trace.start - 3.0 / 9) < 0.01 && abs(trace.end - 1) < 0.01)
    #expect(sheet.traces(at: 5).isEmpty)
    // A stroke is thinner or a spot is worn: a third darker is none.
    sheet.left = { line, character in line == 4 && character == 3 ? 0.28 : 0.42 }
    #expect(sheet.traces(at: 4).isEmpty)
  }

  @Test("a date from another printer is one, beside the words that the till printed")
  func darker() {
    var sheet = Sheet(lines: Self.lines)
    sheet.left = { line, character in line == 1 && character > 2 ? 0.2 : 0.45 }
    #expect(sheet.traces(at: 1).map(\.kind) == [.darker])
    #expect(InkFinder(sheet.picture, page: sheet.page).traces(at: [0, 2, 4]).isEmpty)
    // Where all print is nearly black, half as much light is little.
    sheet.left = { line, character in line == 1 && character > 2 ? 0.05 : 0.12 }
    #expect(sheet.traces(at: 1).isEmpty)
    // Of fewer numbers nobody knows what is usual.
    sheet.lines = Array(Self.lines.prefix(2))
    #expect(sheet.traces(at: 1).isEmpty)
  }
}
