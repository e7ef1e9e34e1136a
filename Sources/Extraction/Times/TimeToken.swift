import Receipts

/// Which part of a day tills of a place print first, where its digits alone do not tell.
enum DateCustom: Sendable, Hashable {
  /// China, Taiwan, Japan, Korea: `26-11-03`; beside AM or PM, American tills' `11/03/2026`.
  case yearFirst
  /// Hong Kong, Malaysia, Europe: `03-11-26`.
  case dayFirst
  /// The United States.
  case monthFirst

  init(_ currency: Currency) {
    switch currency {
    case .cny, .twd, .jpy, .krw: self = .yearFirst
    case .usd: self = .monthFirst
    default: self = .dayFirst
    }
  }
}

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
  /// The hour is printed with one digit.
  var isHourShort = false
  /// The seconds have begun and are cut off.
  var isCut = false
}
