import Testing

@testable import Recognition

@Suite("Where the sheet lies, and print beside its box")
struct SheetPlaceTests {
  private static let (width, height) = (960, 1_280)
  private static let table: UInt8 = 60

  /// A sheet with lines of print, whose upper half a shadow makes nearly as dark as the table.
  private func picture(shadow: UInt8?, printIsAbove: Bool = true) -> GrayImage {
    var image = GrayImage(width: Self.width, height: Self.height, filledWith: Self.table)
    for y in 150..<1_100 {
      let isShaded = y < 600 && shadow != nil
      for x in 200..<700 {
        let isPrint =
          (x >= 260 && x < 600) && (y - 180) % 60 < 18 && y >= 180 && y < 1_060
          && (printIsAbove || y > 600)
        image.pixels[y * Self.width + x] =
          isShaded ? (isPrint ? 25 : shadow ?? 0) : isPrint ? 50 : 215
      }
    }
    return image
  }

  /// A detector that takes what is dark for the cores of lines.
  private func map(_ shown: GrayImage) -> GrayImage? {
    var map = shown
    for index in map.pixels.indices { map.pixels[index] = shown.pixels[index] < 128 ? 255 : 0 }
    return map
  }

  private func widened(_ image: GrayImage) throws -> (box: Component, wide: Component?) {
    let place = SheetPlace(in: image, by: map)
    let box = try #require(place.box)
    let found = FoundPrint(in: image, box, by: map)
    return (box, place.widened(with: found, in: image, by: map))
  }

  @Test("print in a shadow as dark as the table is taken in")
  func shadow() throws {
    let (box, wide) = try widened(picture(shadow: 72))
    #expect(box.top > 500)
    let whole = try #require(wide)
    #expect(whole.top < 180 && whole.bottom == box.bottom)
    #expect(whole.left <= 260 && whole.right >= 600)
  }

  @Test("a sheet that was found whole keeps its box, and so does one with nothing beside it")
  func whole() throws {
    let even = try widened(picture(shadow: nil))
    #expect(even.box.top < 180 && even.wide == nil)
    let empty = try widened(picture(shadow: 72, printIsAbove: false))
    #expect(empty.box.top > 500 && empty.wide == nil)
  }

  @Test("print of another paper, apart from the sheet, is left outside")
  func otherPaper() throws {
    var image = picture(shadow: nil)
    for y in 400..<700 where (y - 400) % 40 < 18 {
      for x in 840..<950 { image.pixels[y * Self.width + x] = 10 }
    }
    #expect(try widened(image).wide == nil)
  }

  @Test("specks of a table are no lines of print")
  func specks() throws {
    var image = picture(shadow: nil)
    var chance = SeededChance(seed: 4)
    for _ in 0..<3_000 {
      let (x, y) = (
        Int.random(in: 720..<950, using: &chance), Int.random(in: 0..<1_270, using: &chance)
      )
      for at in [0, 1, Self.width, Self.width + 1] { image.pixels[y * Self.width + x + at] = 10 }
    }
    #expect(try widened(image).wide == nil)
  }
}
