import Foundation

/// How the print stands in the picture.
enum Skew {
  /// Whether lines of print run from top to bottom: characters stand closer to their neighbours
  /// along the line than to those of the next line.
  static func isSideways(_ ink: InkMask) -> Bool {
    let height = ink.textHeight
    let glyphs = ink.components.filter {
      Double($0.height) > 0.45 * height && Double($0.height) < 2.2 * height
        && Double($0.width) > 0.2 * height && Double($0.width) < 2.2 * height
    }
    guard glyphs.count >= 24, glyphs.count < 20_000 else { return false }
    let along = gaps(glyphs.map { ($0.left, $0.right, $0.top, $0.bottom) }, limit: 4 * height)
    let across = gaps(glyphs.map { ($0.top, $0.bottom, $0.left, $0.right) }, limit: 4 * height)
    guard along.count >= 12, across.count >= 12 else { return false }
    return across.median * 1.25 < along.median
  }

  /// From each box to the next that follows it on the first axis and overlaps it on the second.
  private static func gaps(
    _ boxes: [(start: Int, end: Int, low: Int, high: Int)], limit: Double
  ) -> [Double] {
    let sorted = boxes.sorted { $0.start < $1.start }
    var result: [Double] = []
    for (index, box) in sorted.enumerated() {
      for next in sorted[(index + 1)...] {
        let gap = next.start - box.end
        if Double(gap) > limit { break }
        let overlap = min(box.high, next.high) - max(box.low, next.low)
        if gap >= -1, 2 * overlap > min(box.high - box.low, next.high - next.low) {
          result.append(Double(gap))
          break
        }
      }
    }
    return result
  }

  /// The angle of the lines against the picture's rows, in radians, positive when they fall to
  /// the right; searched within ±20°. The angle at which the characters' centres fall into the
  /// fewest rows.
  static func angle(of ink: InkMask) -> Double {
    let height = ink.textHeight
    let centers: [(x: Double, y: Double, weight: Double)] = ink.components.compactMap {
      guard Double($0.height) > 0.4 * height, Double($0.height) < 2.5 * height,
        Double($0.width) < 6 * height
      else { return nil }
      return (
        Double($0.left + $0.right) / 2, Double($0.top + $0.bottom) / 2,
        min(Double($0.width), 2 * height)
      )
    }
    guard centers.count >= 10 else { return 0 }
    let rowHeight = max(2, height / 3)
    func score(_ degrees: Double) -> Double {
      let slope = tan(degrees * .pi / 180)
      let span = abs(slope) * Double(ink.mask.width)
      var rows = [Double](
        repeating: 0, count: Int((Double(ink.mask.height) + 2 * span) / rowHeight) + 2)
      for center in centers {
        let row = (center.y - center.x * slope + span) / rowHeight
        if row >= 0, Int(row) < rows.count { rows[Int(row)] += center.weight }
      }
      return rows.reduce(0) { $0 + $1 * $1 }
    }
    let coarse = stride(from: -20.0, through: 20, by: 0.5).max { score($0) < score($1) } ?? 0
    let fine =
      stride(from: coarse - 0.5, through: coarse + 0.5, by: 0.1).max { score($0) < score($1) }
      ?? coarse
    return score(fine) > 1.06 * score(0) ? fine * .pi / 180 : 0
  }
}
