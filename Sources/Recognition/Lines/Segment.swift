/// A stretch of print without a wide gap, in the levelled picture in which lines are found.
struct Segment: Sendable, Equatable {
  var left: Double
  var right: Double
  /// Through the middle of the characters.
  var middle: Curve
  /// From the middle up and down to the characters' edges, pixels; both positive.
  var ascent: Double
  var descent: Double

  var height: Double { ascent + descent }
  var width: Double { right - left }
  var centerX: Double { (left + right) / 2 }
  var centerY: Double { middle(centerX) }
}
