/// How lines of print slope over a picture: perspective makes them fan out from top to foot, and a
/// sheet that is bent makes them rise on one side and fall on the other.
///
/// The slope at a place is a polynomial, first of what all segments show of their own, by weighted
/// least squares, then of where segments stand that are on one line.
struct SlopeField: Sendable, Equatable {
  /// Where two segments that are on one line meet, as this field has it.
  struct Joint: Sendable {
    var left: Segment
    var right: Segment
    /// How much lower the right one passes there, pixels.
    var step: Double
  }

  /// A stretch of the picture as −1…1.
  private struct Extent: Equatable {
    var middle: Double
    var half: Double

    init(_ values: [Double]) {
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      middle = (least + most) / 2
      half = max(1, (most - least) / 2)
    }

    func place(_ value: Double) -> Double { (value - middle) / half }
  }

  private let across: Extent
  private let down: Extent
  /// Of 1, v, u and u·v, where u is how far to the right a place is, and v how far down.
  private let own: [Double]
  /// Of 1, v and v², added.
  private var between = [0.0, 0, 0]
  /// Of a sheet in waves, added to that.
  private var profile: SlopeProfile?

  /// A segment shorter than this many heights shows no slope.
  private static let ratioMin = 2.0
  /// A longer one is measured as well as one of so many heights, and in several places.
  private static let ratioMax = 20.0
  private static let manyPlacesRatio = 9.0
  /// What draws each term to zero, in squared heights of measured print. Found with those of
  /// ``betweenRidges`` on 140 photographs of another press, of which a tenth of the wide rows were
  /// put together wrongly.
  private static let ownRidges = [0.0, 100, 500, 500]
  private static let betweenRidges = [20.0, 60, 120]

  init(of segments: [Segment]) {
    across = Extent(segments.flatMap { [$0.left, $0.right] })
    down = Extent(segments.map(\.centerY))
    var sums = LeastSquares(terms: Self.ownRidges.count)
    for segment in segments where segment.width > Self.ratioMin * segment.height {
      let ratio = min(Self.ratioMax, segment.width / segment.height)
      let places = ratio > Self.manyPlacesRatio ? [1.0 / 6, 0.5, 5.0 / 6] : [0.5]
      for place in places {
        let x = segment.left + place * segment.width
        let (u, v) = (across.place(x), down.place(segment.middle(x)))
        sums.add(
          [1, v, u, u * v], value: segment.middle.slope(at: x),
          weight: ratio * ratio / Double(places.count))
      }
    }
    own = sums.solution(ridges: Self.ownRidges)
  }

  func slope(atX x: Double, y: Double) -> Double {
    let (u, v) = (across.place(x), down.place(y))
    return own[0] + own[1] * v + own[2] * u + own[3] * u * v
  }

  /// That between segments of one line, which `slope` alone is not where the sheet is bent.
  func slope(acrossAtX x: Double, y: Double) -> Double {
    let v = down.place(y)
    return slope(atX: x, y: y) + between[0] + between[1] * v + between[2] * v * v
      + (profile?.slope(atY: y) ?? 0)
  }

  /// By how much a line at some height falls from one column to another.
  func fall(from start: Double, to end: Double, y: Double) -> Double {
    // Along a line the slope is linear.
    (end - start) * slope(acrossAtX: (start + end) / 2, y: y)
  }

  /// The same, with a sheet's waves.
  func with(_ profile: SlopeProfile?) -> SlopeField {
    var field = self
    field.profile = profile
    return field
  }

  /// The same, drawn to where segments that are on one line meet best; those that still do not are
  /// perhaps on two, and count for less.
  func drawn(to joints: [Joint]) -> SlopeField {
    var sums = LeastSquares(terms: between.count)
    for joint in joints {
      let height = min(joint.left.height, joint.right.height)
      let distance = (joint.right.centerX - joint.left.centerX) / height
      let v = down.place((joint.left.centerY + joint.right.centerY) / 2)
      let step = joint.step / height
      let weight = 1 / (1 + step * step / Self.usualStep)
      sums.add([distance, v * distance, v * v * distance], value: step, weight: weight)
    }
    var field = self
    let more = sums.solution(ridges: Self.betweenRidges)
    field.between = zip(between, more).map { $0 + $1 }
    return field
  }

  /// The square of how far segments of one line miss each other, in heights.
  private static let usualStep = 0.0625
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
    for pivot in right.indices where matrix[pivot][pivot] > Self.least {
      for row in right.indices where row > pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<right.count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    var solution = [Double](repeating: 0, count: right.count)
    for row in right.indices.reversed() where matrix[row][row] > Self.least {
      let rest = (row + 1..<right.count).reduce(right[row]) { $0 - matrix[row][$1] * solution[$1] }
      solution[row] = rest / matrix[row][row]
    }
    return solution
  }

  private static let least = 1e-12
}
