import Testing

@testable import Recognition

@Suite("Ink")
struct InkMaskTests {
  @Test("ink is what is darker than its surroundings, and the usual height is a character's")
  func heights() {
    let page = DrawnPage.plain(rows: 10)
    let ink = InkMask(of: page.picture())
    #expect(abs(ink.textHeight - 20) <= 2, "\(ink.textHeight)")
    #expect((150...170).contains(ink.components.count), "\(ink.components.count)")
  }

  @Test("paper that darkens slowly is paper")
  func uneven() {
    var page = DrawnPage.plain(rows: 10)
    page.paper = 255
    page.ink = 255
    var picture = page.picture()
    for y in 0..<picture.height {
      for x in 0..<picture.width { picture.pixels[y * picture.width + x] = UInt8(250 - x / 4) }
    }
    #expect(InkMask(of: picture).mask.pixels.allSatisfy { $0 == 0 })
  }

  @Test("only the components that pass are kept, to the pixel")
  func keeping() {
    let mask = GrayImage(
      width: 6, height: 2, pixels: [255, 0, 255, 255, 0, 255, 0, 0, 255, 255, 0, 0])
    let ink = InkMask(mask: mask)
    #expect(ink.components.map(\.area) == [1, 4, 1])
    #expect(ink.keeping { $0.area > 1 }.pixels == [0, 0, 255, 255, 0, 0, 0, 0, 255, 255, 0, 0])
    #expect(ink.keeping { _ in true } == mask)
  }
}
