/// How lines of print slope over a picture: perspective makes them fan out from top to foot, and a
/// sheet that is bent makes them rise on one side and fall on the other.
///
/// The slope is a polynomial of both places, by weighted least squares over what all segments show.
/// The terms beyond a fan are held small unless the segments agree on them.
struct SlopeField: Sendable, Equatable {
  /// The middle of the segments and half their extent, which make places −1…1.
  private let middle: (x: Double, y: Double)
  private let half: (x: Double, y: Double)
  /// Of ``terms(_:_:)``.
  private let coefficients: [Double]

  /// A segment shorter than this many heights shows no slope.
  private static let ratioMin = 2.0
  /// A longer one is measured as well as one of so many heights, and in several places.
  private static let ratioMax = 20.0
  private static let placesMin = 9.0
  /// How many heights' worth of measurements a term has to be carried by.
  private static let ridge = 40.0

  init(of segments: [Segment]) {
    let shown = segments.filter { $0.width > Self.ratioMin * $0.height }
    guard let left = shown.map(\.left).min(), let right = shown.map(\.right).max(),
      let top = shown.map(\.centerY).min(), let bottom = shown.map(\.centerY).max()
    else {
      (middle, half, coefficients) = ((0, 0), (1, 1), [])
      return
    }
    middle = ((left + right) / 2, (top + bottom) / 2)
    half = (max(1, (right - left) / 2), max(1, (bottom - top) / 2))
    var sums = LeastSquares(terms: Self.terms(0, 0).count)
    for segment in shown {
      let ratio = min(Self.ratioMax, segment.width / segment.height)
      let places = ratio > Self.placesMin ? [1.0 / 6, 0.5, 5.0 / 6] : [0.5]
      for place in places {
        let x = segment.left + place * segment.width
        sums.add(
          Self.terms((x - middle.x) / half.x, (segment.middle(x) - middle.y) / half.y),
          value: segment.middle.slope(at: x), weight: ratio * ratio / Double(places.count))
      }
    }
    coefficients = sums.solution(
      ridges: [0, Self.ridge / 4] + [Double](repeating: Self.ridge, count: 3))
  }

  private static func terms(_ u: Double, _ v: Double) -> [Double] { [1, v, u, u * v, u * u] }

  func slope(atX x: Double, y: Double) -> Double {
    let terms = Self.terms((x - middle.x) / half.x, (y - middle.y) / half.y)
    return zip(coefficients, terms).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// By how much a line at some height falls from one column to another.
  func fall(from start: Double, to end: Double, y: Double) -> Double {
    // Simpson's rule is exact for what the terms are.
    let sum =
      slope(atX: start, y: y) + 4 * slope(atX: (start + end) / 2, y: y) + slope(atX: end, y: y)
    return (end - start) * sum / 6
  }

  static func == (one: SlopeField, other: SlopeField) -> Bool {
    one.middle == other.middle && one.half == other.half && one.coefficients == other.coefficients
  }
}

/// Normal equations of weighted least squares.
private struct LeastSquares {
  private var matrix: [[Double]]
  private var right: [Double]

  init(terms: Int) {
    matrix = [[Double]](repeating: [Double](repeating: 0, count: terms), count: terms)
    right = [Double](repeating: 0, count: terms)
  }

  mutating func add(_ terms: [Double], value: Double, weight: Double) {
    for row in terms.indices {
      right[row] += weight * terms[row] * value
      for column in terms.indices { matrix[row][column] += weight * terms[row] * terms[column] }
    }
  }

  /// - Parameter ridges: what is added to each term's own equation, which draws it to zero.
  func solution(ridges: [Double]) -> [Double] {
    var (matrix, right) = (matrix, right)
    for (term, ridge) in ridges.enumerated() { matrix[term][term] += ridge }
    // The equations are symmetric and positive: elimination needs no exchange of rows.
    for pivot in right.indices {
      guard matrix[pivot][pivot] > 1e-12 else { continue }
      for row in right.indices where row > pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<right.count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    var solution = [Double](repeating: 0, count: right.count)
    for row in right.indices.reversed() where matrix[row][row] > 1e-12 {
      let rest = (row + 1..<right.count).reduce(right[row]) { $0 - matrix[row][$1] * solution[$1] }
      solution[row] = rest / matrix[row][row]
    }
    return solution
  }
}
