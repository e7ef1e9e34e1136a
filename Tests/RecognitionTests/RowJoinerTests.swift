import Testing

@testable import Recognition

@Suite("Which print stands on one line")
struct RowJoinerTests {
  private static let pitch = 24.0

  /// A stretch of a row of a sheet that is bent up by so much at its right edge.
  private func segment(_ row: Int, _ columns: ClosedRange<Double>, bend: Double) -> Segment {
    let middle = (columns.lowerBound + columns.upperBound) / 2
    let along = (middle - 60) / 380
    return Segment(
      left: columns.lowerBound, right: columns.upperBound,
      middle: Curve(
        origin: middle, constant: Self.pitch * Double(row) - bend * along * along,
        slope: -2 * bend * along / 380, bend: 0),
      ascent: 7, descent: 7)
  }

  /// Rows of a label and an amount far apart, and some full rows between them.
  private func sheet(bend: Double) -> [Segment] {
    (0..<14).flatMap { row -> [Segment] in
      row % 5 == 2
        ? [segment(row, 60...430, bend: bend)]
        : [segment(row, 60...120, bend: bend), segment(row, 380...440, bend: bend)]
    }
  }

  @Test(
    "labels and amounts far apart are one line on a sheet that is bent between them",
    arguments: [0.0, 8, 16, 22, -8, -16, -22])
  func bent(by bend: Double) {
    let rows = RowJoiner(sheet(bend: bend).shuffled()).rows()
    #expect(rows.count == 14)
    for (number, row) in rows.enumerated() {
      #expect(row.count == (number % 5 == 2 ? 1 : 2), "row \(number)")
      #expect(
        row.allSatisfy { abs($0.centerY + $0.rise(bend) - Self.pitch * Double(number)) < 1 },
        "row \(number)")
    }
  }

  @Test("few segments, one and none are rows as well")
  func few() {
    #expect(RowJoiner([]).rows().isEmpty)
    #expect(RowJoiner([segment(0, 60...120, bend: 0)]).rows().count == 1)
    let two = [segment(0, 60...120, bend: 0), segment(0, 380...440, bend: 0)]
    #expect(RowJoiner(two).rows().map(\.count) == [2])
    #expect(RowJoiner([segment(0, 60...60, bend: 0)]).rows().count == 1)
  }
}

extension Segment {
  /// By how much the sheet is bent up at its middle.
  fileprivate func rise(_ bend: Double) -> Double {
    let along = (centerX - 60) / 380
    return bend * along * along
  }
}
