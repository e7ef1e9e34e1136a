/// Puts segments that lie on one line into rows: the middle of one, carried on to the other, meets
/// it.
struct RowJoiner {
  private let segments: [Segment]
  private var field: SlopeField

  /// By how much two segments of one line may overlap, in sums of their heights: each is drawn out
  /// beyond its print at both ends.
  private static let overlapMax = 0.4
  /// How much of the smaller print's height lies beside the larger, at least: an amount in large
  /// print stands on its label's line, not at its middle.
  private static let besideMin = 0.42
  private static let largerMax = 3.2

  /// How often the field is drawn to what lies on one line.
  private static let rounds = 2
  /// Segments this many heights apart tell how the sheet bends between them.
  private static let farMin = 2.0
  /// Of what is not joined yet, each other's nearest within so many heights are likely one line.
  private static let looseFarMin = 3.0
  private static let looseStepMax = 1.1
  private static let looseLargerMax = 2.2

  init(_ segments: [Segment]) {
    self.segments = segments.sorted { $0.left < $1.left }
    field = SlopeField(of: segments)
    for _ in 0..<Self.rounds {
      let rows = joined()
      field = field.drawn(to: far(in: rows) + loose(between: rows))
    }
    let profile = SlopeProfile(of: self.segments, field: field) { step(from: $0, to: $1) }
    guard let profile else { return }
    let (before, plain) = (joined().count, field)
    field = field.with(profile)
    // Waves that are there bring rows together; where as many remain, they were made up.
    if joined().count >= before { field = plain }
  }

  /// From top to bottom; each row's segments from left to right.
  func rows() -> [[Segment]] {
    joined().sorted { Self.top(of: $0) < Self.top(of: $1) }
  }

  private func joined() -> [[Segment]] {
    var rows: [[Segment]] = []
    for segment in segments {
      var best: (row: Int, distance: Double)?
      for (index, row) in rows.enumerated() {
        guard let last = row.last,
          last.right <= segment.left + Self.overlapMax * (last.height + segment.height)
        else { continue }
        let smaller = min(last.height, segment.height)
        let larger = max(last.height, segment.height)
        let distance = abs(step(from: last, to: segment))
        let beside = min(smaller, (smaller + larger) / 2 - distance) / smaller
        if beside > Self.besideMin, larger < Self.largerMax * smaller,
          distance < best?.distance ?? .infinity
        {
          best = (index, distance)
        }
      }
      if let best { rows[best.row].append(segment) } else { rows.append([segment]) }
    }
    return rows
  }

  private func far(in rows: [[Segment]]) -> [SlopeField.Joint] {
    rows.flatMap { row in
      zip(row, row.dropFirst()).compactMap { left, right in
        right.left - left.right > Self.farMin * min(left.height, right.height)
          ? SlopeField.Joint(left: left, right: right, step: step(from: left, to: right)) : nil
      }
    }
  }

  /// Ends and beginnings of rows that are each other's nearest.
  private func loose(between rows: [[Segment]]) -> [SlopeField.Joint] {
    var joints: [(joint: SlopeField.Joint, left: Int, right: Int)] = []
    for (left, one) in rows.enumerated() {
      for (right, other) in rows.enumerated() where right != left {
        guard let end = one.last, let start = other.first else { continue }
        let smaller = min(end.height, start.height)
        let larger = max(end.height, start.height)
        guard start.left - end.right >= Self.looseFarMin * smaller,
          larger <= Self.looseLargerMax * smaller
        else { continue }
        let step = step(from: end, to: start)
        if abs(step) < Self.looseStepMax * (smaller + larger) / 2 {
          joints.append((SlopeField.Joint(left: end, right: start, step: step), left, right))
        }
      }
    }
    joints.sort { abs($0.joint.step) < abs($1.joint.step) }
    var (nearestRight, nearestLeft): ([Int: Int], [Int: Int]) = ([:], [:])
    for joint in joints {
      nearestRight[joint.left] = nearestRight[joint.left] ?? joint.right
      nearestLeft[joint.right] = nearestLeft[joint.right] ?? joint.left
    }
    return joints.filter { nearestRight[$0.left] == $0.right && nearestLeft[$0.right] == $0.left }
      .map(\.joint)
  }

  /// How much lower the right segment passes than the left, halfway between them.
  private func step(from left: Segment, to right: Segment) -> Double {
    let between = (left.right + right.left) / 2
    return height(of: right, at: between, from: right.left)
      - height(of: left, at: between, from: left.right)
  }

  /// Where the line through a segment passes at some column beyond its end.
  private func height(of segment: Segment, at column: Double, from end: Double) -> Double {
    let isLong = segment.width > 9 * segment.height
    let start = isLong ? end : segment.centerX
    let measured = segment.middle.slope(at: start)
    let general = field.slope(atX: start, y: segment.centerY)
    // A short segment's own slope is measured badly, and the page's is not that of its waves.
    let own =
      isLong ? measured : segment.width > 3 * segment.height ? (measured + general) / 2 : general
    // A curve's end says more about the next inches than the page does, and less about the rest.
    let near =
      isLong
      ? min(abs(column - start), 3 * segment.height) * (column < start ? -1 : 1)
      : column - start
    let from = isLong ? start + near : start
    return segment.middle(start) + own * near - (isLong ? 0 : general * near)
      + field.fall(from: from, to: column, y: segment.centerY)
  }

  private static func top(of row: [Segment]) -> Double {
    row.map { $0.middle($0.left) }.reduce(0, +) / Double(row.count)
  }
}
