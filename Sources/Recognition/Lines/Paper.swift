/// The sheet on its background: a bright patch that stands out clearly.
struct Paper: Sendable, Equatable {
  /// For each row of the search picture, the columns of the sheet; `nil` where there is none.
  var spans: [Range<Int>?]
  /// Its usual brightness.
  var brightness: UInt8

  /// The sheet's outline at this size, in pixels of the long side: fine enough to keep every line,
  /// coarse enough for print to vanish in the paper's brightness.
  private static let coarseSide = 160

  /// `nil` when no patch stands out, as on a scan or a white table: then all is paper.
  init?(in image: GrayImage) {
    let block = max(1, max(image.width, image.height) / Self.coarseSide)
    guard block > 1 else { return nil }
    let coarse = Self.brightest(of: image, block: block)
    guard let least = Self.threshold(of: coarse),
      let sheet = Self.sheet(in: coarse, above: least)
    else { return nil }
    let outline = sheet.outline
    spans = (0..<image.height).map { y in
      let row = min(y / block, outline.count - 1)
      return outline[row].map { span in
        max(0, (span.lowerBound - 1) * block)..<min(image.width, (span.upperBound + 1) * block)
      }
    }
    brightness = sheet.brightness
  }

  private struct Sheet {
    var outline: [Range<Int>?]
    var area: Int
    var brightness: UInt8
  }

  /// The largest bright patch that fills its own hull, as a sheet does and a hand that holds it
  /// does not. The threshold climbs from `least` until there is one: skin and furniture are
  /// brighter than the background, but darker than paper.
  private static func sheet(in coarse: GrayImage, above least: UInt8) -> Sheet? {
    let brightest = coarse.pixels.max() ?? 255
    for step in 0..<8 {
      let threshold = Int(least) + (Int(brightest) - Int(least)) * step / 9
      var mask = coarse
      for index in mask.pixels.indices {
        mask.pixels[index] = Int(coarse.pixels[index]) > threshold ? 255 : 0
      }
      var labels: [Int32]? = [Int32](repeating: -1, count: mask.pixels.count)
      let patches = Components.found(in: mask, labels: &labels)
      guard let labels,
        let (number, patch) = patches.enumerated().max(by: { $0.element.area < $1.element.area })
      else { continue }
      let share = Double(patch.area) / Double(coarse.pixels.count)
      guard share > 0.05 else { return nil }
      guard share < 0.93 else { continue }
      let outline = hull(of: Int32(number), labels: labels, sheet: patch, width: coarse.width)
      let hullArea = outline.reduce(0) { $0 + ($1.map { $0.count } ?? 0) }
      guard Double(patch.area) > 0.86 * Double(hullArea) else { continue }
      var (sum, count) = (0, 0)
      for (index, label) in labels.enumerated() where label == Int32(number) {
        sum += Int(coarse.pixels[index])
        count += 1
      }
      return Sheet(
        outline: outline, area: patch.area, brightness: UInt8(sum / max(1, count)))
    }
    return nil
  }

  /// Paper all over, with the surroundings painted in the sheet's own brightness.
  func isolated(in image: GrayImage) -> GrayImage {
    var result = image
    for y in 0..<image.height {
      let row = y * image.width
      let span = spans[y] ?? 0..<0
      for x in 0..<span.lowerBound { result.pixels[row + x] = brightness }
      for x in span.upperBound..<max(span.upperBound, image.width) {
        result.pixels[row + x] = brightness
      }
    }
    return result
  }

  /// The mean of each block's brighter half, so that print does not darken it.
  private static func brightest(of image: GrayImage, block: Int) -> GrayImage {
    let (width, height) = (image.width / block, image.height / block)
    var result = GrayImage(width: max(1, width), height: max(1, height))
    for y in 0..<height {
      for x in 0..<width {
        var (sum, count) = (0, 0)
        for dy in 0..<block {
          for dx in 0..<block {
            sum += Int(image.pixels[(y * block + dy) * image.width + x * block + dx])
            count += 1
          }
        }
        let mean = sum / count
        var (bright, brightCount) = (0, 0)
        for dy in 0..<block {
          for dx in 0..<block {
            let value = Int(image.pixels[(y * block + dy) * image.width + x * block + dx])
            if value >= mean {
              bright += value
              brightCount += 1
            }
          }
        }
        result.pixels[y * width + x] = UInt8(bright / max(1, brightCount))
      }
    }
    return BoxBlur.blurred(result, radiusX: 1, radiusY: 1)
  }

  /// Otsu's threshold, where it parts the picture clearly: the two classes have to explain 55 % of
  /// the variance and lie 30 grey levels apart.
  private static func threshold(of image: GrayImage) -> UInt8? {
    var histogram = [Double](repeating: 0, count: 256)
    for pixel in image.pixels { histogram[Int(pixel)] += 1 }
    let total = Double(image.pixels.count)
    let sum = histogram.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let mean = sum / total
    let variance =
      histogram.enumerated().reduce(0) {
        $0 + $1.element * (Double($1.offset) - mean) * (Double($1.offset) - mean)
      } / total
    var (best, threshold, apart) = (0.0, 0, 0.0)
    var (weight, partial) = (0.0, 0.0)
    for value in 0..<255 {
      weight += histogram[value]
      partial += Double(value) * histogram[value]
      guard weight > 0, weight < total else { continue }
      let (dark, light) = (partial / weight, (sum - partial) / (total - weight))
      let between = weight / total * (1 - weight / total) * (light - dark) * (light - dark)
      if between > best { (best, threshold, apart) = (between, value, light - dark) }
    }
    guard variance > 0, best / variance > 0.55, apart > 30 else { return nil }
    return UInt8(threshold)
  }

  /// The convex hull of a patch, row by row.
  private static func hull(
    of number: Int32, labels: [Int32], sheet: Component, width: Int
  ) -> [Range<Int>?] {
    let rows = labels.count / width
    var edges: [(y: Int, left: Int, right: Int)] = []
    for y in sheet.top..<sheet.bottom {
      let columns = (sheet.left..<sheet.right).filter { labels[y * width + $0] == number }
      if let first = columns.first, let last = columns.last { edges.append((y, first, last)) }
    }
    let left = chain(edges.map { (Double($0.y), Double($0.left)) }, isLower: true)
    let right = chain(edges.map { (Double($0.y), Double($0.right)) }, isLower: false)
    return (0..<rows).map { y in
      guard y >= sheet.top, y < sheet.bottom, let from = left(Double(y)), let to = right(Double(y))
      else { return nil }
      let lower = max(0, Int(from))
      return lower..<max(lower, min(width, Int(to) + 1))
    }
  }

  /// The lower or upper convex chain through points sorted by their first coordinate.
  private static func chain(
    _ points: [(Double, Double)], isLower: Bool
  ) -> (Double) -> Double? {
    var kept: [(Double, Double)] = []
    for point in points {
      while kept.count >= 2 {
        let (a, b) = (kept[kept.count - 2], kept[kept.count - 1])
        let turn = (b.0 - a.0) * (point.1 - a.1) - (b.1 - a.1) * (point.0 - a.0)
        if isLower ? turn <= 0 : turn >= 0 { kept.removeLast() } else { break }
      }
      kept.append(point)
    }
    let hull = kept
    return { at in
      guard let next = hull.firstIndex(where: { $0.0 >= at }) else { return hull.last?.1 }
      guard next > 0 else { return hull[next].1 }
      let (a, b) = (hull[next - 1], hull[next])
      return a.1 + (b.1 - a.1) * (at - a.0) / (b.0 - a.0)
    }
  }
}
