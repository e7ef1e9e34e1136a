import Receipts

/// A day as printed somewhere.
struct DayToken: Sendable, Hashable {
  /// Every reading of the digits that is a day, the likeliest first: `03/11/2026` has two.
  var days: [Day]
  var range: Range<Int>
  var leastConfidence: Double
  var isRepaired: Bool
  var isUneven: Bool
  /// Digits of the day stand inside a longer number.
  var isInsideNumber = false
  /// The time of day that follows inside the same number.
  var clock: ClockToken?
}

/// A time of day as printed somewhere.
struct ClockToken: Sendable, Hashable {
  var clock: PrintedTime.Clock
  var hasMeridiem: Bool
  var range: Range<Int>
  var leastConfidence: Double
  var isRepaired: Bool
  var isUneven: Bool
}
