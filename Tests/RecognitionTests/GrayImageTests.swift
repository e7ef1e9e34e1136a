import Testing

@testable import Recognition

@Suite("Grey pictures")
struct GrayImageTests {
  /// 1 2 3 above 4 5 6.
  private let upright = GrayImage(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6])

  @Test(
    "a picture stored in any of EXIF's eight orientations is seen upright",
    arguments: [
      (1, 3, [1, 2, 3, 4, 5, 6]), (2, 3, [3, 2, 1, 6, 5, 4]), (3, 3, [6, 5, 4, 3, 2, 1]),
      (4, 3, [4, 5, 6, 1, 2, 3]), (5, 2, [1, 4, 2, 5, 3, 6]), (6, 2, [3, 6, 2, 5, 1, 4]),
      (7, 2, [6, 3, 5, 2, 4, 1]), (8, 2, [4, 1, 5, 2, 6, 3]),
    ] as [(Int, Int, [UInt8])])
  func orientations(orientation: Int, width: Int, pixels: [UInt8]) {
    let stored = GrayImage(width: width, height: 6 / width, pixels: pixels)
    #expect(stored.upright(orientation: orientation) == upright)
  }

  @Test("an orientation that EXIF does not know changes nothing", arguments: [0, 9, -1, 255])
  func unknownOrientation(orientation: Int) {
    #expect(upright.upright(orientation: orientation) == upright)
  }

  @Test("turning is clockwise, and four quarters are a whole")
  func turned() {
    #expect(upright.turned(degrees: 90).pixels == [4, 1, 5, 2, 6, 3])
    #expect(upright.turned(degrees: 180).pixels == [6, 5, 4, 3, 2, 1])
    #expect(upright.turned(degrees: 270).pixels == [3, 6, 2, 5, 1, 4])
    #expect(upright.turned(degrees: 0) == upright)
    #expect((0..<4).reduce(upright) { image, _ in image.turned(degrees: 90) } == upright)
  }

  @Test("half the size takes the mean of four, and drops an odd row and column")
  func halved() {
    let image = GrayImage(
      width: 5, height: 3, pixels: [0, 2, 10, 20, 99, 4, 6, 30, 41, 99, 99, 99, 99, 99, 99])
    #expect(image.halved() == GrayImage(width: 2, height: 1, pixels: [3, 25]))
    let thin = GrayImage(width: 1, height: 7, filledWith: 9)
    #expect(thin.halved() == thin)
  }

  @Test(
    "columns are cut at the edges, and one is left at least",
    arguments: [
      (1, 3, 1, [2, 3, 5, 6]), (-5, 1, 0, [1, 4]), (2, 99, 2, [3, 6]), (1, 1, 1, [2, 5]),
      (7, 9, 2, [3, 6]), (-9, -7, 0, [1, 4]),
    ] as [(Int, Int, Int, [UInt8])])
  func columns(first: Int, end: Int, offset: Int, pixels: [UInt8]) {
    let cut = upright.columns(from: first, to: end)
    #expect(cut.offset == offset)
    #expect(cut.image.pixels == pixels)
    #expect(cut.image.height == 2)
  }

  @Test("a point between pixels has a value between theirs, one outside has the one given")
  func sampled() {
    let image = GrayImage(width: 2, height: 2, pixels: [0, 100, 200, 40])
    func value(_ x: Double, _ y: Double) -> Double {
      image.pixels.withUnsafeBufferPointer {
        GrayImage.sample($0, width: 2, height: 2, x: x, y: y, outside: 7)
      }
    }
    #expect(value(0, 0) == 0)
    #expect(value(0.5, 0) == 50)
    #expect(value(0.5, 0.5) == 85)
    #expect(value(-0.1, 0) == 7 && value(0, -0.1) == 7 && value(1, 0) == 7 && value(0, 1) == 7)
  }
}

@Suite("Parts and smaller copies of a picture")
struct ReducedImageTests {
  private let ramp = GrayImage(
    width: 200, height: 100, pixels: (0..<100).flatMap { _ in (0..<200).map { UInt8($0) } })

  @Test("it is reduced to the side asked for and no further, in its proportions")
  func reduced() {
    for side in [150, 99, 40] {
      let small = ramp.reduced(toSide: side)
      #expect(abs(small.width - side) <= 1 && abs(small.height - side / 2) <= 1, "\(side)")
      let middle = small.pixels[small.height / 2 * small.width + small.width / 2]
      #expect(abs(Int(middle) - 100) <= 3)
    }
    #expect(ramp.reduced(toSide: 200) == ramp)
    #expect(ramp.reduced(toSide: 900) == ramp)
  }

  @Test("a part is cut out, within the picture's edges")
  func cropped() {
    let box = Component(left: 190, top: -5, right: 230, bottom: 2, area: 0)
    let part = ramp.cropped(to: box)
    #expect(part.width == 10 && part.height == 2)
    #expect(part.pixels.prefix(10).elementsEqual(190..<200))
    // Nothing of it lies inside: the picture stays whole.
    #expect(ramp.cropped(to: Component(left: 300, top: 0, right: 400, bottom: 9, area: 0)) == ramp)
  }

  @Test("some of the rows are a picture of their own")
  func rows() {
    let image = GrayImage(width: 2, height: 3, pixels: [1, 2, 3, 4, 5, 6])
    #expect(image.rows(1..<3) == GrayImage(width: 2, height: 2, pixels: [3, 4, 5, 6]))
  }

  @Test(
    "the detector is shown bands that overlap, and each row's answer is kept once",
    arguments: [(576, 832), (320, 832), (832, 320), (832, 576), (448, 500), (64, 832), (832, 832)])
  func bands(width: Int, height: Int) {
    let bands = PaddleDetector.bands(width: width, height: height)
    #expect(bands.flatMap { Array($0.kept) } == Array(0..<height))
    for band in bands {
      #expect(band.shown.lowerBound <= band.kept.lowerBound)
      #expect(band.shown.upperBound >= band.kept.upperBound)
      let padded = { (pixels: Int) in (pixels + 63) / 64 * 64 }
      #expect(padded(band.shown.count) * padded(width) <= 260_000)
    }
    for (one, next) in zip(bands, bands.dropFirst()) {
      #expect(one.shown.upperBound - next.shown.lowerBound >= 64)
    }
  }

  @Test(
    "what was cut out is put back where it was",
    arguments: [(2, 1, 5, 4), (-3, -2, 4, 3), (6, 4, 20, 20), (-5, -5, 30, 30), (4, 4, 4, 9)])
  func replacing(left: Int, top: Int, right: Int, bottom: Int) {
    let image = GrayImage(width: 9, height: 7, pixels: (0..<63).map { UInt8($0) })
    let box = Component(left: left, top: top, right: right, bottom: bottom, area: 0)
    var part = image.cropped(to: box)
    #expect(image.replacing(box, by: part) == image)
    for index in part.pixels.indices { part.pixels[index] += 100 }
    let changed = image.replacing(box, by: part)
    let isEmpty = right <= left || bottom <= top
    for y in 0..<7 {
      for x in 0..<9 {
        let isInside =
          isEmpty || (left..<right).contains(x) && (top..<bottom).contains(y)
        #expect(
          Int(changed.pixels[y * 9 + x]) == y * 9 + x + (isInside ? 100 : 0), "at \(x), \(y)")
      }
    }
  }
}
