import Receipts

/// How the picture that was read lies in the original one.
struct PageView {
  /// Columns of the upright picture.
  let width: Int
  /// Original pixels for one of the upright picture.
  let reduction: Double
  /// Turned by 270° before reading.
  let isSideways: Bool
  /// Read from the end, turned by 180°.
  let isReversed: Bool
  let placement: Placement

  /// How the print is turned against the picture, clockwise.
  var turnedDegrees: Int {
    switch (isSideways, isReversed) {
    case (false, false): 0
    case (true, false): 90
    case (false, true): 180
    case (true, true): 270
    }
  }

  /// The corners of a row of segments in pixels of the original picture.
  func outline(of row: [Segment]) -> Quadrilateral {
    guard let first = row.first, let last = row.last else {
      return Quadrilateral(left: 0, top: 0, right: 0, bottom: 0)
    }
    let ascent = row.map(\.ascent).max() ?? 0
    let descent = row.map(\.descent).max() ?? 0
    let topLeft = original(x: first.left, y: first.middle(first.left) - ascent)
    let topRight = original(x: last.right, y: last.middle(last.right) - ascent)
    let bottomRight = original(x: last.right, y: last.middle(last.right) + descent)
    let bottomLeft = original(x: first.left, y: first.middle(first.left) + descent)
    return isReversed
      ? Quadrilateral(
        topLeft: bottomRight, topRight: bottomLeft, bottomRight: topLeft, bottomLeft: topRight)
      : Quadrilateral(
        topLeft: topLeft, topRight: topRight, bottomRight: bottomRight, bottomLeft: bottomLeft)
  }

  private func original(x: Double, y: Double) -> Point {
    var point = placement.original(of: Point(x: x, y: y))
    if isSideways {
      // It was turned by 270° clockwise: its right edge became the upper one.
      point = Point(x: Double(width) - point.y, y: point.x)
    }
    return Point(
      x: (point.x * reduction).rounded(toPlaces: 1),
      y: (point.y * reduction).rounded(toPlaces: 1))
  }
}

extension Double {
  /// Pages are stored: more places than mean anything would only take room.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
