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

  /// The lines of a photograph of a sheet in waves, once folded between the items and the totals:
  /// of each segment its left and right end, its height at both, and the height of its print.
  private static let waves:
    [[(left: Double, right: Double, from: Double, to: Double, height: Double)]] =
      [
        [(133, 185, 283, 281, 16), (332, 374, 269, 269, 18), (433, 472, 261, 261, 16)],
        [(133, 214, 304, 302, 16), (355, 375, 294, 294, 15), (415, 475, 289, 289, 17)],
        [(132, 202, 325, 324, 15), (415, 477, 319, 320, 17)],
        [(130, 178, 345, 344, 15), (426, 479, 348, 348, 16)],
        [(128, 202, 366, 367, 20), (356, 375, 372, 372, 15), (427, 480, 373, 374, 15)],
        [(128, 181, 394, 394, 21), (357, 376, 396, 396, 14), (419, 479, 395, 396, 15)],
        [(138, 240, 458, 458, 21), (410, 481, 443, 440, 16)],
        [(141, 192, 484, 484, 16), (414, 482, 468, 466, 17)],
        [(145, 234, 505, 502, 15), (414, 484, 494, 493, 16)],
        [(144, 286, 523, 520, 14), (414, 485, 519, 519, 15)],
        [(144, 190, 542, 541, 14), (433, 484, 543, 544, 16)],
        [(140, 430, 565, 566, 15)],
        [(218, 406, 594, 594, 18)],
        [(153, 469, 629, 617, 20)],
      ]

  @Test("a sheet in waves, on which amounts stand a line above their labels in places")
  func waves() {
    let rows = Self.waves.map { row in
      row.map { place in
        Segment(
          left: place.left, right: place.right,
          middle: Curve(
            origin: place.left, constant: place.from,
            slope: (place.to - place.from) / (place.right - place.left), bend: 0),
          ascent: place.height / 2, descent: place.height / 2)
      }
    }
    let found = RowJoiner(rows.flatMap { $0 }.shuffled()).rows()
    #expect(found.map { $0.map(\.left) } == rows.map { $0.map(\.left) })
  }

  @Test("names on lines of their own do not go with the amounts of the lines below them")
  func flat() {
    let segments = (0..<8).flatMap { row in
      [(60.0...200, 0.0), (215.0...275, 24), (310.0...370, 24)].map { columns, below in
        Segment(
          left: columns.lowerBound, right: columns.upperBound,
          middle: Curve(
            origin: columns.lowerBound, constant: 48 * Double(row) + below, slope: 0, bend: 0),
          ascent: 7, descent: 7)
      }
    }
    let rows = RowJoiner(segments.shuffled()).rows()
    #expect(rows.map(\.count) == (0..<16).map { $0 % 2 == 0 ? 1 : 2 })
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
