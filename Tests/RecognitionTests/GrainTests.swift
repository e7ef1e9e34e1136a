import Testing

@testable import Recognition

@Suite("Grain")
struct GrainTests {
  /// Strokes every twelve columns on paper of 160, each pixel off by about as much as `deviation`.
  private func page(
    width: Int = 240, height: Int = 150, deviation: Double, isPrinted: Bool = true,
    seed: UInt64 = 7
  ) -> GrayImage {
    var chance = SeededChance(seed: seed)
    var image = GrayImage(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        // Twelve uniform ones make a normal one.
        let normal = (0..<12).reduce(-6.0) { sum, _ in
          sum + Double.random(in: 0..<1, using: &chance)
        }
        let level = (isPrinted && isInk(x, y) ? 70.0 : 160) + normal * deviation
        image.pixels[y * width + x] = UInt8(min(255, max(0, level)))
      }
    }
    return image
  }

  private func isInk(_ x: Int, _ y: Int) -> Bool { y % 24 < 9 && x % 12 < 3 }

  /// Mean and standard deviation of the pixels whose neighbours are all ink, or all paper.
  private func levels(_ image: GrayImage, ofInk: Bool) -> (mean: Double, deviation: Double) {
    var values: [Double] = []
    for y in 1..<image.height - 1 {
      for x in 1..<image.width - 1 {
        let around = [(x, y), (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
        guard around.allSatisfy({ isInk($0.0, $0.1) == ofInk }) else { continue }
        values.append(Double(image.pixels[y * image.width + x]))
      }
    }
    let mean = values.reduce(0, +) / Double(values.count)
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return (mean, spread.squareRoot())
  }

  @Test("is measured on the paper, whatever is printed there")
  func measured() throws {
    let grain = try #require(Grain(of: page(deviation: 8)))
    #expect(abs(grain.share - 0.05) < 0.012, "\(grain)")
    #expect(abs(grain.level - 160) < 12, "\(grain)")
    #expect(grain.isDisturbing)
    let clean = try #require(Grain(of: page(deviation: 0.8)))
    #expect(clean.share < 0.01, "\(clean)")
    #expect(!clean.isDisturbing)
  }

  @Test("is taken from paper and strokes, which keep their edges")
  func removed() {
    let grainy = page(deviation: 8)
    let clear = grainy.withoutGrain()
    #expect(levels(clear, ofInk: false).deviation < 0.6 * levels(grainy, ofInk: false).deviation)
    #expect(levels(clear, ofInk: true).deviation < 0.8 * levels(grainy, ofInk: true).deviation)
    #expect(abs(levels(clear, ofInk: true).mean - 70) < 6)
    #expect(abs(levels(clear, ofInk: false).mean - 160) < 3)
  }

  @Test("a picture without it stays as it is, and so do one too small to tell and a black one")
  func untouched() {
    for image in [
      page(deviation: 0.8), page(width: 12, height: 9, deviation: 30),
      GrayImage(width: 200, height: 100, filledWith: 0),
    ] {
      #expect(image.withoutGrain() == image)
    }
  }

  @Test("only the paper is touched where it is known")
  func box() {
    let grainy = page(deviation: 8)
    let box = Component(left: 60, top: 40, right: 180, bottom: 120, area: 0)
    let clear = grainy.withoutGrain(in: box)
    var changed = 0
    for y in 0..<grainy.height {
      for x in 0..<grainy.width where clear.pixels[y * 240 + x] != grainy.pixels[y * 240 + x] {
        #expect((60..<180).contains(x) && (40..<120).contains(y))
        changed += 1
      }
    }
    #expect(changed > 5_000)
    #expect(clear.cropped(to: box) == grainy.cropped(to: box).withoutGrain())
  }

  /// A dot between digits is all that tells 1042.06 from 104206, and nothing around it looks like
  /// it.
  @Test("faint points stay", arguments: [2, 3])
  func points(side: Int) {
    let deviation = 8.0
    var grainy = page(width: 200, height: 200, deviation: deviation)
    func isPoint(_ x: Int, _ y: Int) -> Bool { x % 20 < side && (10..<10 + side).contains(y % 20) }
    // Bare paper with points of five times the grain.
    let bare = page(width: 200, height: 200, deviation: deviation, isPrinted: false)
    for y in 0..<200 {
      for x in 0..<200 {
        let level = Int(bare.pixels[y * 200 + x]) - (isPoint(x, y) ? Int(5 * deviation) : 0)
        grainy.pixels[y * 200 + x] = UInt8(max(0, level))
      }
    }
    let clear = grainy.withoutGrain()
    var depths: [Double] = []
    for top in stride(from: 30, to: 180, by: 20) {
      for left in stride(from: 20, to: 180, by: 20) {
        let inside = (0..<side).flatMap { y in
          (0..<side).map { x in 160 - Double(clear.pixels[(top + y) * 200 + left + x]) }
        }
        depths.append(inside.reduce(0, +) / Double(inside.count) / (5 * deviation))
      }
    }
    depths.sort()
    #expect(depths[depths.count / 2] > 0.8, "\(depths)")
    #expect(depths[depths.count / 20] > 0.5, "\(depths)")
  }

  @Test("lines are found, and read, on the cleared picture, whichever way it lies")
  func finding() throws {
    var page = DrawnPage.plain(rows: 8)
    page.paper = 160
    var picture = page.picture()
    var chance = SeededChance(seed: 5)
    for index in picture.pixels.indices {
      let off = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &chance) }
      picture.pixels[index] = UInt8(min(255, max(0, Double(picture.pixels[index]) + 8 * off)))
    }
    let before = try #require(Grain(of: picture)).share
    let found = [
      LineFinder.lines(in: picture),
      LineFinder.lines(in: picture) { _ in nil },
      LineFinder.lines(in: picture.turned(degrees: 90)),
    ]
    for lines in found {
      let after = try #require(Grain(of: lines.image)).share
      #expect(after < before / 2, "\(before) \(after)")
    }
    #expect(found[0].rows.count == 8)
    #expect(found[2].isSideways)
  }

  /// Band after band, and eight pixels at a time, must come to what the formula says of each.
  @Test(
    "each pixel is the mean of those around it by how alike their surroundings are",
    arguments: [(61, 139), (1, 65), (2, 64), (7, 63), (8, 3), (9, 128), (16, 1), (40, 70)])
  func formula(width: Int, height: Int) {
    let image = page(width: width, height: height, deviation: 10, seed: 3)
    let deviation = 10.0
    let averaged = image.averagedOverAlike(deviation: deviation)
    func level(_ x: Int, _ y: Int) -> Double {
      func inside(_ at: Int, _ count: Int) -> Int {
        min(count - 1, max(0, at < 0 ? -at : at >= count ? 2 * count - 2 - at : at))
      }
      return Double(image.pixels[inside(y, height) * width + inside(x, width)])
    }
    let near = -AlikeBand.reach...AlikeBand.reach
    let patch = -AlikeBand.patch...AlikeBand.patch
    let area = Double(patch.count * patch.count)
    let tolerated = AlikeBand.tolerance * deviation
    for y in Set([0, 1, 63, 64, 65, 127, 128, height - 1]).filter({ $0 < height }) {
      for x in Set([0, 3, 7, 8, 30, width - 1]).filter({ $0 < width }) {
        var (sum, weights) = (level(x, y), 1.0)
        for down in near {
          for right in near where (down, right) != (0, 0) {
            var distance = 0.0
            for dy in patch {
              for dx in patch {
                let difference = level(x + dx, y + dy) - level(x + right + dx, y + down + dy)
                distance += difference * difference / area
              }
            }
            let excess = (distance - 2 * deviation * deviation) / (4 * tolerated * tolerated)
            let part = min(1, max(0, 1 - excess))
            sum += part * part * part * part * level(x + right, y + down)
            weights += part * part * part * part
          }
        }
        let expected = sum / weights
        #expect(
          abs(Double(averaged.pixels[y * width + x]) - expected) <= 1,
          "at \(x), \(y): \(expected)")
      }
    }
  }
}
