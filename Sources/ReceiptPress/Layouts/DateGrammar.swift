package import Receipts

/// How a till writes a day and a time of day.
package struct DateGrammar: Hashable, Codable, Sendable {
  package enum DayForm: String, Codable, Hashable, Sendable, CaseIterable {
    case dashed = "2026-11-03"
    case slashed = "2026/11/03"
    case slashedShort = "2026/11/3"
    case dotted = "2026.11.03"
    case chinese = "2026年11月03日"
    case chineseShort = "2026年11月3日"
    case compact = "20261103"
    case yearShortDashed = "26-11-03"
    case yearShortSlashed = "26/11/03"
    case dayFirstSlashed = "03/11/2026"
    case dayFirstDashed = "03-11-2026"
    case dayFirstYearShort = "03/11/26"
    case dayFirstNamed = "03-Nov-2026"
    case dayFirstNamedSpaced = "03 Nov 2026"
    case monthNamedFirst = "Nov 03, 2026"
    case monthFirst = "11/03/2026"
  }

  package enum ClockForm: String, Codable, Hashable, Sendable, CaseIterable {
    case none = ""
    case minutes = "14:05"
    case seconds = "14:05:36"
    case halfDay = "02:05 PM"
    case halfDaySeconds = "02:05:36 PM"
    case halfDayTight = "2:05PM"
    case chinese = "14时05分"
    case chineseHalfDay = "下午02:05"
  }

  package var day: DayForm
  package var clock: ClockForm
  /// Between day and clock on one line.
  package var gap: String
  /// The day and the clock stand on lines of their own, each with a label.
  package var isSplit: Bool
  /// Digits and colons in full width: `２０２６－１１－０３`.
  package var isFullWidth: Bool

  package var precision: PrintedTime.Precision {
    switch clock {
    case .none: .day
    case .minutes, .halfDay, .halfDayTight, .chinese, .chineseHalfDay: .minute
    case .seconds, .halfDaySeconds: .second
    }
  }

  func text(ofDay value: Day) -> String {
    let year = String(value.year)
    let yearShort = String(year.suffix(2))
    let month = padded(value.month)
    let day = padded(value.day)
    let name = Self.monthNames[value.month - 1]
    let text =
      switch self.day {
      case .dashed: "\(year)-\(month)-\(day)"
      case .slashed: "\(year)/\(month)/\(day)"
      case .slashedShort: "\(year)/\(value.month)/\(value.day)"
      case .dotted: "\(year).\(month).\(day)"
      case .chinese: "\(year)年\(month)月\(day)日"
      case .chineseShort: "\(year)年\(value.month)月\(value.day)日"
      case .compact: "\(year)\(month)\(day)"
      case .yearShortDashed: "\(yearShort)-\(month)-\(day)"
      case .yearShortSlashed: "\(yearShort)/\(month)/\(day)"
      case .dayFirstSlashed: "\(day)/\(month)/\(year)"
      case .dayFirstDashed: "\(day)-\(month)-\(year)"
      case .dayFirstYearShort: "\(day)/\(month)/\(yearShort)"
      case .dayFirstNamed: "\(day)-\(name)-\(year)"
      case .dayFirstNamedSpaced: "\(day) \(name) \(year)"
      case .monthNamedFirst: "\(name) \(day), \(year)"
      case .monthFirst: "\(month)/\(day)/\(year)"
      }
    return isFullWidth ? text.fullWidth : text
  }

  /// Empty when this till prints the day alone.
  func text(ofClock value: Moment) -> String {
    let hour = padded(value.hour)
    let minute = padded(value.minute)
    let half = value.hour < 12 ? "AM" : "PM"
    let hourOfHalf = value.hour % 12 == 0 ? 12 : value.hour % 12
    let text =
      switch clock {
      case .none: ""
      case .minutes: "\(hour):\(minute)"
      case .seconds: "\(hour):\(minute):\(padded(value.second))"
      case .halfDay: "\(padded(hourOfHalf)):\(minute) \(half)"
      case .halfDaySeconds: "\(padded(hourOfHalf)):\(minute):\(padded(value.second)) \(half)"
      case .halfDayTight: "\(hourOfHalf):\(minute)\(half)"
      case .chinese: "\(hour)时\(minute)分"
      case .chineseHalfDay: "\(value.hour < 12 ? "上午" : "下午")\(padded(hourOfHalf)):\(minute)"
      }
    return isFullWidth ? text.fullWidth : text
  }

  func text(of moment: Moment) -> String {
    let clock = text(ofClock: moment)
    return clock.isEmpty ? text(ofDay: moment.day) : text(ofDay: moment.day) + gap + clock
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// An instant on the mall's wall clock, always known to the second; what is printed of it is the
/// grammar's matter.
package struct Moment: Hashable, Codable, Sendable, Comparable {
  package var day: Day
  /// Since midnight, 0…86399.
  package var secondOfDay: Int

  package init(day: Day, secondOfDay: Int) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var second: Int { secondOfDay % 60 }

  package static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.secondOfDay) < (right.day, right.secondOfDay)
  }

  /// Later by so many seconds (or earlier), over as many midnights as that takes.
  package func advanced(bySeconds seconds: Int) -> Moment {
    let total = day.ordinal * 86_400 + secondOfDay + seconds
    let second = ((total % 86_400) + 86_400) % 86_400
    return Moment(
      day: day.advanced(byDays: (total - second) / 86_400 - day.ordinal),
      secondOfDay: second)
  }

  package func printed(to precision: PrintedTime.Precision) -> PrintedTime {
    let clock: PrintedTime.Clock? =
      switch precision {
      case .day: nil
      case .minute: PrintedTime.Clock(hour: hour, minute: minute)
      case .second: PrintedTime.Clock(hour: hour, minute: minute, second: second)
      }
    return PrintedTime(day: day, clock: clock)
  }

  /// `2026-11-03T14:05:36`, without zone.
  package var iso: String { "\(day)T\(padded(hour)):\(padded(minute)):\(padded(second))" }
}

extension Day {
  /// The day so many days on or back.
  package func advanced(byDays days: Int) -> Day {
    var year = year
    var month = month
    var day = self.day + days
    while day < 1 {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day += Day.length(ofMonth: month, year: year)
    }
    while day > Day.length(ofMonth: month, year: year) {
      day -= Day.length(ofMonth: month, year: year)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    guard let moved = Day(year: year, month: month, day: day) else {
      preconditionFailure("no day \(days) days from \(self) in 1990…2099")
    }
    return moved
  }
}

func padded(_ number: Int, to width: Int = 2) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
