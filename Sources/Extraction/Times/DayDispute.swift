import Receipts

/// Two days on one paper, of which one was changed or misread: 日期 2026-11-17, and below it 支付时间
/// 2026-10-02. What is dated to a day was neither paid nor printed days before.
enum DayDispute {
  /// A night's purchase may be counted to the day before, and a till that stands in another zone.
  private static let daysMin = 2

  /// The other day; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - hint: the day the claim was made: what lies behind it is when something ends.
  static func day(
    besides time: PrintedTime, among sightings: [TimeSighting], lines: [PrintedLine], hint: Day?
  ) -> Day? {
    let told = sightings.filter { sighting in
      !sighting.isInsideNumber && !sighting.isRepaired && sighting.support.standing != .overruled
        && Set(sighting.times.map(\.day)).count == 1
    }
    let done = told.filter { sighting in
      guard let label = sighting.label else { return false }
      return label.likeness == 1 && [.paid, .printed].contains(label.meaning)
        && sighting.times.first?.clock != nil
    }
    let dated = told.filter { TimeReader.isPlain($0, on: lines[$0.order]) }
    for early in done.compactMap(\.times.first?.day) {
      for late in dated.compactMap(\.times.first?.day)
      where late.ordinal - early.ordinal >= daysMin && late.ordinal <= hint?.ordinal ?? .max {
        return time.day == late ? early : late
      }
    }
    return nil
  }

  /// 微信扫码11-20 18:33 beside 单号202611161833595291: the number alone tells the year, and of the same
  /// minute another day.
  static func dayWithoutYear(
    besides time: PrintedTime, among sightings: [TimeSighting], lines: [PrintedLine]
  ) -> Day? {
    guard let clock = time.clock,
      sightings.allSatisfy({ $0.isInsideNumber || !$0.times.contains(time) })
    else { return nil }
    return lines.lazy.filter { $0.text.characters.contains(":") }.compactMap { line -> Day? in
      guard let match = String(line.text.characters).firstMatch(of: dayAndClock),
        let month = Int(match.1), let day = Int(match.2), Int(match.3) == clock.hour,
        Int(match.4) == clock.minute
      else { return nil }
      return Day(year: time.day.year, month: month, day: day)
    }.first { $0 != time.day }
  }

  private typealias DayAndClock = Regex<(Substring, Substring, Substring, Substring, Substring)>
  private static var dayAndClock: DayAndClock {
    #/(?:^|[^\d\-\/.])(\d{1,2})[-\/.](\d{1,2}) ?(\d{2}):(\d{2})/#
  }
}
