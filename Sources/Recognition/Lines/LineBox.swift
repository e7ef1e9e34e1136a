import Receipts

/// A part of the picture along a line.
struct LineBox {
  let outline: Quadrilateral
  let along: ClosedRange<Double>
  /// In heights of the line, from its upper edge.
  let down: ClosedRange<Double>
  /// Of the line, along it.
  let height: Double

  /// In squares of the line's height.
  var area: Double {
    (along.upperBound - along.lowerBound) / max(0.001, height) * (down.upperBound - down.lowerBound)
  }

  /// Its pixels, about one for each of the picture's.
  func colours(in picture: ColourImage) -> [RGB] {
    let pixels = outline.height / picture.reduction
    let rows = max(2, Int((down.upperBound - down.lowerBound) * pixels))
    let columns = max(2, Int((along.upperBound - along.lowerBound) / max(0.001, height) * pixels))
    let sparsely = max(1, Int((Double(rows * columns) / Self.samplesMax).squareRoot().rounded(.up)))
    var colours: [RGB] = []
    for row in stride(from: 0, to: rows, by: sparsely) {
      let down = down.lowerBound + (down.upperBound - down.lowerBound) * Double(row) / Double(rows)
      for column in stride(from: 0, to: columns, by: sparsely) {
        let along =
          along.lowerBound + (along.upperBound - along.lowerBound) * Double(column)
          / Double(columns)
        if let colour = picture.colour(at: outline.point(along: along, down: down)) {
          colours.append(colour)
        }
      }
    }
    return colours
  }

  private static let samplesMax = 6_000.0
}

extension Quadrilateral {
  /// - Parameters:
  ///   - along: from its left edge, 0, to its right one, 1; beyond them as well.
  ///   - down: the same from its upper edge to its lower one.
  func point(along: Double, down: Double) -> Point {
    func between(_ one: Point, _ other: Point, _ share: Double) -> Point {
      Point(x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share)
    }
    return between(
      between(topLeft, topRight, along), between(bottomLeft, bottomRight, along), down)
  }
}
