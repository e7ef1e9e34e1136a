/// A polynomial of degree two at most, through the middle of a line of print.
struct Curve: Sendable, Equatable {
  /// Where the polynomial's argument is zero.
  var origin: Double
  var constant: Double
  var slope: Double
  var bend: Double

  func callAsFunction(_ x: Double) -> Double {
    let distance = x - origin
    return constant + distance * (slope + distance * bend)
  }

  func slope(at x: Double) -> Double { slope + 2 * bend * (x - origin) }

  /// Least squares through weighted points; the degree falls where the points do not carry it.
  static func fitted(
    to points: [(x: Double, y: Double, weight: Double)], degree: Int
  ) -> Curve {
    let total = points.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return Curve(origin: 0, constant: 0, slope: 0, bend: 0) }
    let origin = points.reduce(0) { $0 + $1.x * $1.weight } / total
    let mean = points.reduce(0) { $0 + $1.y * $1.weight } / total
    var (s2, s3, s4, y1, y2) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for point in points {
      let x = point.x - origin
      let square = x * x
      s2 += point.weight * square
      s3 += point.weight * square * x
      s4 += point.weight * square * square
      y1 += point.weight * (point.y - mean) * x
      y2 += point.weight * (point.y - mean) * square
    }
    let flat = Curve(origin: origin, constant: mean, slope: 0, bend: 0)
    guard degree >= 1, s2 > 0 else { return flat }
    let straight = Curve(origin: origin, constant: mean, slope: y1 / s2, bend: 0)
    // Normal equations with x centred: eliminate the constant, solve two by two.
    let a = s4 - s2 * s2 / total
    let determinant = s2 * a - s3 * s3
    guard degree >= 2, determinant > 1e-9 * s2 * s4, determinant > 0 else { return straight }
    let bend = (s2 * y2 - s3 * y1) / determinant
    let slope = (a * y1 - s3 * y2) / determinant
    return Curve(origin: origin, constant: mean - bend * s2 / total, slope: slope, bend: bend)
  }
}
