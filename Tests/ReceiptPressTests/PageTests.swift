import Receipts
import Testing

@testable import ReceiptPress

@Suite("made-up pages")
struct PageTests {
  @Test("a perfect page has every printed character, in place and in order")
  func perfectPage() throws {
    let roll = try roll(seed: 41)
    for index in 0..<100 {
      let paper = roll.receipt(at: index).paper
      let page = paper.page()
      let printed = paper.lines.filter { $0.mark == nil }.flatMap(\.runs).map(\.text).joined()
      let read = page.lines.flatMap(\.transcripts).map(\.text).joined()
      #expect(read == printed.filter { !$0.isWhitespace }, "seed 41, paper \(index)")
      for glyph in page.lines.flatMap(\.transcripts).flatMap(\.glyphs) {
        #expect(glyph.start >= 0 && glyph.start < glyph.end && glyph.end <= 1)
      }
      for line in page.lines {
        #expect(
          line.outline.bounds.left >= 0 && line.outline.bounds.right <= Double(page.width) + 1)
      }
    }
  }

  @Test("misreadings come at about the rate asked for, the same for the same seed")
  func misreadings() throws {
    let roll = try roll(seed: 42)
    var wrong = 0
    var all = 0
    for index in 0..<150 {
      let paper = roll.receipt(at: index).paper
      let truth = paper.page().lines.flatMap(\.transcripts).map(\.text).joined()
      let page = paper.page(misreading: 0.05, seed: 7)
      #expect(page == paper.page(misreading: 0.05, seed: 7))
      let read = page.lines.flatMap(\.transcripts).map(\.text).joined()
      wrong +=
        truth.difference(from: read).removals.count
        + truth.difference(from: read).insertions.count
      all += truth.count
    }
    let rate = Double(wrong) / Double(all)
    #expect((0.04...0.13).contains(rate), "seed 42: \(rate)")
  }

  @Test("labels and values far apart come as two lines where asked")
  func splitPages() throws {
    let roll = try roll(seed: 43)
    let whole = (0..<80).map { roll.receipt(at: $0).paper.page().lines.count }.reduce(0, +)
    let split = (0..<80).map {
      roll.receipt(at: $0).paper.page(style: PageStyle(splitsAtGaps: true)).lines.count
    }.reduce(0, +)
    #expect(split > whole + 200, "seed 43")
  }
}
