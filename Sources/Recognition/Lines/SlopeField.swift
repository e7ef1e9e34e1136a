/// How lines of print slope from the top of a picture to its foot: perspective makes them fan out,
/// so the slope is a straight line over the height.
struct SlopeField: Sendable, Equatable {
  private let origin: Double
  private let base: Double
  private let gain: Double

  /// Least squares over the segments that are long enough for their own slope to mean something.
  init(of segments: [Segment]) {
    let long = segments.filter { $0.width > 5 * $0.height }
    let total = long.reduce(0) { $0 + $1.width }
    guard long.count >= 4, total > 0 else {
      let mean = long.reduce(0) { $0 + $1.middle.slope(at: $1.centerX) * $1.width }
      (origin, base, gain) = (0, total > 0 ? mean / total : 0, 0)
      return
    }
    let middle = long.reduce(0) { $0 + $1.centerY * $1.width } / total
    var (sum, moment, spread) = (0.0, 0.0, 0.0)
    for segment in long {
      let slope = segment.middle.slope(at: segment.centerX)
      let distance = segment.centerY - middle
      sum += slope * segment.width
      moment += slope * distance * segment.width
      spread += distance * distance * segment.width
    }
    (origin, base) = (middle, sum / total)
    gain = spread > 0 ? moment / spread : 0
  }

  func slope(atY y: Double) -> Double { base + gain * (y - origin) }
}
