/// A point in pixels of the original picture as it is meant to be seen (after its EXIF
/// orientation): x to the right, y down.
package struct Point: Hashable, Codable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Four corners of a line of print, clockwise from where its first character starts at the top.
package struct Quadrilateral: Hashable, Codable, Sendable {
  package var topLeft: Point
  package var topRight: Point
  package var bottomRight: Point
  package var bottomLeft: Point

  package init(topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point) {
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomRight = bottomRight
    self.bottomLeft = bottomLeft
  }

  /// An upright box.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(
      topLeft: Point(x: left, y: top), topRight: Point(x: right, y: top),
      bottomRight: Point(x: right, y: bottom), bottomLeft: Point(x: left, y: bottom))
  }

  /// Length of the middle line, pixels.
  package var width: Double {
    let dx = (topRight.x + bottomRight.x - topLeft.x - bottomLeft.x) / 2
    let dy = (topRight.y + bottomRight.y - topLeft.y - bottomLeft.y) / 2
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Mean distance from the upper to the lower edge, pixels.
  package var height: Double {
    let dx = (bottomLeft.x + bottomRight.x - topLeft.x - topRight.x) / 2
    let dy = (bottomLeft.y + bottomRight.y - topLeft.y - topRight.y) / 2
    return (dx * dx + dy * dy).squareRoot()
  }

  package var center: Point {
    Point(
      x: (topLeft.x + topRight.x + bottomRight.x + bottomLeft.x) / 4,
      y: (topLeft.y + topRight.y + bottomRight.y + bottomLeft.y) / 4)
  }

  /// The smallest upright box around it: left, top, right, bottom.
  package var bounds: (left: Double, top: Double, right: Double, bottom: Double) {
    (
      min(topLeft.x, bottomLeft.x), min(topLeft.y, topRight.y), max(topRight.x, bottomRight.x),
      max(bottomLeft.y, bottomRight.y)
    )
  }
}
