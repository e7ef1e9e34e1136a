import Testing

@testable import Recognition

@Suite("Curves through lines of print")
struct CurveTests {
  private func points(
    _ columns: [Double], weight: (Double) -> Double = { _ in 1 }, _ y: (Double) -> Double
  ) -> [(x: Double, y: Double, weight: Double)] {
    columns.map { ($0, y($0), weight($0)) }
  }

  @Test("a parabola is found again exactly, whatever the weights")
  func parabola() {
    let columns = (0..<60).map { 900 + Double($0) * 7 }
    func height(_ x: Double) -> Double { 412 - 0.21 * (x - 1_000) + 0.0004 * x * x }
    let curve = Curve.fitted(
      to: points(columns, weight: { 1 + $0.truncatingRemainder(dividingBy: 5) }, height), degree: 2)
    for x in columns { #expect(abs(curve(x) - height(x)) < 1e-6) }
    #expect(abs(curve.bend - 0.0004) < 1e-12)
    #expect(abs(curve.slope(at: 1_100) - (-0.21 + 2 * 0.0004 * 1_100)) < 1e-9)
  }

  @Test("the degree asked for bounds the curve")
  func degrees() {
    let line = points([0, 10, 20, 30]) { 5 + 0.5 * $0 }
    let straight = Curve.fitted(to: line, degree: 1)
    #expect(straight.bend == 0)
    #expect(abs(straight(100) - 55) < 1e-9)
    let flat = Curve.fitted(to: line, degree: 0)
    #expect(flat.slope == 0 && flat.bend == 0)
    #expect(abs(flat(100) - 12.5) < 1e-9)
  }

  @Test(
    "the degree falls where the points do not carry it",
    arguments: [
      ([], 0.0, 0.0), ([7], 3.5, 0), ([7, 7, 7], 3.5, 0), ([0, 10], 0, 0.5),
      ([0, 10, 10, 0], 0, 0.5),
    ] as [([Double], Double, Double)])
  func falls(columns: [Double], atOrigin: Double, slope: Double) {
    let curve = Curve.fitted(to: points(columns) { 0.5 * $0 }, degree: 2)
    #expect(curve.bend == 0)
    #expect(abs(curve.slope - slope) < 1e-9)
    #expect(curve(40).isFinite)
    if slope > 0 { #expect(abs(curve(40) - 20) < 1e-9) } else { #expect(curve(40) == atOrigin) }
  }

  @Test("a point of great weight counts as that many points")
  func weights() {
    let heavy: [(x: Double, y: Double, weight: Double)] = [(0, 1, 3), (10, 9, 1), (20, 5, 2)]
    let many = heavy.flatMap {
      Array(repeating: (x: $0.x, y: $0.y, weight: 1.0), count: Int($0.weight))
    }
    for degree in 0...2 {
      let (one, other) = (
        Curve.fitted(to: heavy, degree: degree), Curve.fitted(to: many, degree: degree)
      )
      for x in [0.0, 5, 20] { #expect(abs(one(x) - other(x)) < 1e-9) }
    }
  }
}
