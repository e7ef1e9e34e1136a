extension GrayImage {
  /// Side of the squares in which the paper's brightness is taken, pixels: wider than a stroke of
  /// print, narrower than a shadow.
  private static let lightingBlock = 16
  /// The share of pixels that is darker than ink usually is.
  private static let inkShare = 0.02
  /// How dark that ink is made, 0…1 of the way from white.
  private static let inkDepth = 0.75
  /// Faint print is deepened by this much at most: beyond, grain of the paper becomes print.
  private static let gainMax = 6.0

  /// Paper white all over and print dark, as under even light: shadow, dim light and fading are
  /// taken out. Nothing is thresholded.
  func evenlyLit() -> GrayImage {
    let block = Self.lightingBlock
    guard width >= 2 * block, height >= 2 * block else { return self }
    // A square that is all ink, in large print or a bar, takes its neighbours' paper.
    let paper = BoxBlur.blurred(
      brighterMeans(block: block).brightestAround(), radiusX: 1, radiusY: 1)
    var depths = [UInt8](repeating: 0, count: pixels.count)
    var histogram = [Int](repeating: 0, count: 256)
    depths.withUnsafeMutableBufferPointer { depths in
      pixels.withUnsafeBufferPointer { pixels in
        histogram.withUnsafeMutableBufferPointer { histogram in
          Self.eachPaperRow(paper, block: block, width: width, height: height) { y, row in
            for x in 0..<width {
              let light = row[x]
              let depth = (light - Float(pixels[y * width + x])) * 255 / max(8, light)
              let bounded = UInt8(max(0, min(255, depth)))
              depths[y * width + x] = bounded
              histogram[Int(bounded)] += 1
            }
          }
        }
      }
    }
    var left = Int(Double(depths.count) * Self.inkShare)
    var ink = 255
    while ink > 1, left > 0 {
      left -= histogram[ink]
      ink -= 1
    }
    let gain = min(Self.gainMax, max(1, Self.inkDepth * 255 / Double(ink)))
    let levels = (0..<256).map { UInt8(255 - min(255, Int(Double($0) * gain))) }
    return GrayImage(width: width, height: height, pixels: depths.map { levels[Int($0)] })
  }

  /// For each pixel the brightest of it and its eight neighbours.
  private func brightestAround() -> GrayImage {
    var result = self
    for y in 0..<height {
      for x in 0..<width {
        var most: UInt8 = 0
        for nearY in max(0, y - 1)...min(height - 1, y + 1) {
          for nearX in max(0, x - 1)...min(width - 1, x + 1) {
            most = max(most, pixels[nearY * width + nearX])
          }
        }
        result.pixels[y * width + x] = most
      }
    }
    return result
  }

  /// Tells each row how bright its paper is, between the middles of the blocks linearly.
  private static func eachPaperRow(
    _ paper: GrayImage, block: Int, width: Int, height: Int,
    _ body: (Int, UnsafeBufferPointer<Float>) -> Void
  ) {
    func place(_ at: Int, of count: Int) -> (first: Int, part: Float) {
      let place = (Float(at) + 0.5) / Float(block) - 0.5
      let first = min(max(0, Int(place)), count - 2)
      return (first, min(1, max(0, place - Float(first))))
    }
    let columns = (0..<width).map { place($0, of: paper.width) }
    var levels = [Float](repeating: 0, count: paper.width)
    var row = [Float](repeating: 0, count: width)
    for y in 0..<height {
      let (first, part) = place(y, of: paper.height)
      for x in 0..<paper.width {
        let upper = Float(paper.pixels[first * paper.width + x])
        let lower = Float(paper.pixels[(first + 1) * paper.width + x])
        levels[x] = upper + (lower - upper) * part
      }
      for x in 0..<width {
        let (left, share) = columns[x]
        row[x] = levels[left] + (levels[left + 1] - levels[left]) * share
      }
      row.withUnsafeBufferPointer { body(y, $0) }
    }
  }

  /// Of each square of so many pixels the mean of its brighter half, so that print does not darken
  /// it. What is left over at the edges is not looked at.
  func brighterMeans(block: Int) -> GrayImage {
    var result = GrayImage(width: max(1, width / block), height: max(1, height / block))
    let (columns, rows) = (result.width, result.height)
    let (across, down) = (min(block, width), min(block, height))
    pixels.withUnsafeBufferPointer { pixels in
      result.pixels.withUnsafeMutableBufferPointer { result in
        for y in 0..<rows {
          for x in 0..<columns {
            let start = y * block * width + x * block
            var sum = 0
            for dy in 0..<down {
              for dx in 0..<across { sum += Int(pixels[start + dy * width + dx]) }
            }
            let mean = sum / (across * down)
            var (bright, count) = (0, 0)
            for dy in 0..<down {
              for dx in 0..<across {
                let value = Int(pixels[start + dy * width + dx])
                if value >= mean {
                  bright += value
                  count += 1
                }
              }
            }
            result[y * columns + x] = UInt8(bright / max(1, count))
          }
        }
      }
    }
    return result
  }
}
