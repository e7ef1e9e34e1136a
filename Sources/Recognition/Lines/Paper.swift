/// The sheet on its background: a bright patch that stands out clearly.
struct Paper: Sendable, Equatable {
  /// For each row of the search picture, the columns of the sheet; `nil` where there is none.
  var spans: [Range<Int>?]
  /// Its usual brightness.
  var brightness: UInt8
  /// Other patches of the same shape that are not much smaller: sheets beside it, or bright things.
  var others: [Component] = []

  /// The sheet's outline at this size, in pixels of the long side: fine enough to keep every line,
  /// coarse enough for print to vanish in the paper's brightness.
  private static let coarseSide = 160

  /// `nil` when no patch stands out, as on a scan or a white table: then all is paper.
  init?(in image: GrayImage) {
    let block = max(1, max(image.width, image.height) / Self.coarseSide)
    guard block > 1 else { return nil }
    let coarse = BoxBlur.blurred(image.brighterMeans(block: block), radiusX: 1, radiusY: 1)
    guard let sheet = Self.sheet(in: coarse) else { return nil }
    let outline = sheet.outline
    spans = (0..<image.height).map { y in
      let row = min(y / block, outline.count - 1)
      return outline[row].map { span in
        max(0, (span.lowerBound - 1) * block)..<min(image.width, (span.upperBound + 1) * block)
      }
    }
    brightness = sheet.brightness
    others = sheet.others.map { box in
      Component(
        left: box.left * block, top: box.top * block, right: box.right * block,
        bottom: box.bottom * block, area: box.area * block * block)
    }
  }

  private struct Sheet {
    var outline: [Range<Int>?]
    var area: Int
    var brightness: UInt8
    var others: [Component] = []
    /// Over how many steps of the threshold its area hardly changed.
    var stability = 1
  }

  private static let thresholdSteps = 24
  /// A sheet fills its own hull; a hand that holds it, or a table around it, does not.
  private static let solidityMin = 0.86
  /// A second sheet has this part of the first one's area at least.
  private static let otherShareMin = 0.3

  /// The largest bright patch that is convex and stays the same over a range of thresholds, as a
  /// region with an edge does (the idea of maximally stable regions). A shadow across the sheet
  /// makes its lit part such a patch as well; the whole sheet is the larger one.
  private static func sheet(in coarse: GrayImage) -> Sheet? {
    let sorted = coarse.pixels.sorted()
    let darkest = Int(sorted[sorted.count / 50])
    let brightest = Int(sorted[sorted.count - 1 - sorted.count / 200])
    guard brightest - darkest > 40 else { return nil }
    var best: Sheet?
    var run: Sheet?
    for step in 0..<thresholdSteps {
      let threshold = darkest + (brightest - darkest) * step / thresholdSteps
      guard let found = patch(in: coarse, above: threshold) else {
        run = nil
        continue
      }
      if let last = run, abs(last.area - found.area) * 12 < last.area {
        run?.stability = last.stability + 1
      } else {
        run = found
      }
      if let run, run.stability >= 3, run.area > best?.area ?? 0 { best = run }
    }
    return best
  }

  /// The largest patch above a threshold, when it can be a sheet.
  private static func patch(in coarse: GrayImage, above threshold: Int) -> Sheet? {
    var mask = coarse
    for index in mask.pixels.indices {
      mask.pixels[index] = Int(coarse.pixels[index]) > threshold ? 255 : 0
    }
    let (patches, labels) = Components.found(in: mask)
    guard
      let (number, patch) = patches.enumerated().max(by: { $0.element.area < $1.element.area })
    else { return nil }
    let share = Double(patch.area) / Double(coarse.pixels.count)
    guard share > 0.05, share < 0.93 else { return nil }
    let outline = hull(of: Int32(number), labels: labels, sheet: patch, width: coarse.width)
    let hullArea = outline.reduce(0) { $0 + ($1.map { $0.count } ?? 0) }
    guard Double(patch.area) > solidityMin * Double(hullArea) else { return nil }
    var (sum, count) = (0, 0)
    for (index, label) in labels.enumerated() where label == Int32(number) {
      sum += Int(coarse.pixels[index])
      count += 1
    }
    let others = patches.enumerated().filter { index, other in
      index != number && Double(other.area) > otherShareMin * Double(patch.area)
        && isSolid(other, Int32(index), labels: labels, width: coarse.width)
    }.map(\.element)
    return Sheet(
      outline: outline, area: patch.area, brightness: UInt8(sum / max(1, count)), others: others)
  }

  private static func isSolid(
    _ patch: Component, _ number: Int32, labels: [Int32], width: Int
  ) -> Bool {
    let outline = hull(of: number, labels: labels, sheet: patch, width: width)
    let area = outline.reduce(0) { $0 + ($1.map { $0.count } ?? 0) }
    return Double(patch.area) > solidityMin * Double(area)
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

  /// The surroundings, with the paper painted in its own brightness.
  ///
  /// - Parameter scale: of the picture against the one the paper was found in.
  func covered(in image: GrayImage, scale: Int = 1) -> GrayImage {
    var result = image
    for y in 0..<image.height {
      guard y / scale < spans.count, let span = spans[y / scale] else { continue }
      let row = y * image.width
      let start = min(image.width, span.lowerBound * scale)
      for x in start..<max(start, min(image.width, span.upperBound * scale)) {
        result.pixels[row + x] = brightness
      }
    }
    return result
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
