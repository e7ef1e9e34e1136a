import Receipts

/// Two days on one paper, of which one was changed or misread: 日期 2026-11-17, and below it 支付时间
/// 2026-10-02. What is dated to a day was neither paid nor printed days before.
enum DayDispute {
  /// A night's purchase may be counted to the day before, and a till that stands in another zone.
  private static let daysMin = 2

  /// What is made to order may be paid a week later: 下单时间 2026-10-11, 支付时间 2026-11-14 is neither.
  private static let daysFromOrderMin = 15

  private static let prints = ["打印", "列印", "打单", "PRINT"]
  /// A ticket is paid for days before it is fetched, and an order before it is ended.
  private static let steps = ["购票", "售票", "出票", "完成"]

  /// The other day; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - hint: the day the claim was made: what lies behind it is when something ends.
  static func day(
    besides time: PrintedTime, among sightings: [TimeSighting], hint: Day?
  ) -> Day? {
    let told = sightings.filter { sighting in
      !sighting.isInsideNumber && !sighting.isRepaired && sighting.support.standing != .overruled
        && Set(sighting.times.map(\.day)).count == 1
    }
    let done = told.filter { sighting in
      guard let label = sighting.label else { return false }
      return label.likeness == 1 && [.paid, .printed].contains(label.meaning)
        // 制单 may be days before it is paid.
        && (label.meaning == .paid || Self.prints.contains(where: label.phrase.contains))
        && sighting.times.first?.clock != nil
    }
    // A camera's stamp has no word before it.
    let dated = told.filter { $0.label?.meaning == .plain && $0.label?.likeness == 1 }
    // Two readers may see one line otherwise.
    func days(_ one: TimeSighting, _ other: TimeSighting) -> (one: Day, other: Day)? {
      guard one.order != other.order, let day = one.times.first?.day,
        let second = other.times.first?.day
      else { return nil }
      return (day, second)
    }
    for (early, late) in done.flatMap({ early in dated.compactMap { days(early, $0) } })
    where late.ordinal - early.ordinal >= daysMin && late.ordinal <= hint?.ordinal ?? .max {
      return time.day == late ? early : late
    }
    // A business day is the day that was paid on; of two payments one is not this purchase's.
    func isPaid(_ sighting: TimeSighting) -> Bool {
      sighting.label.map { label in
        label.meaning == .paid && label.likeness == 1
          && !steps.contains(where: label.phrase.contains)
      } ?? false
    }
    let paid = done.filter(isPaid)
    let business = told.filter { $0.label?.phrase.contains("营业日") ?? false }
    for (one, other) in (paid + business).flatMap({ one in paid.compactMap { days(one, $0) } })
    where abs(one.ordinal - other.ordinal) >= daysMin
      && max(one.ordinal, other.ordinal) <= hint?.ordinal ?? .max
    {
      return time.day == one ? other : one
    }
    let ordered = told.filter { sighting in
      sighting.label.map { $0.likeness == 1 && $0.meaning == .ordered } ?? false
        && sighting.times.first?.clock != nil
    }
    for (order, payment) in ordered.flatMap({ order in paid.compactMap { days(order, $0) } })
    where abs(payment.ordinal - order.ordinal) >= daysFromOrderMin
      && payment.ordinal <= hint?.ordinal ?? .max
    {
      return time.day == payment ? order : payment
    }
    return dayBeforePrint(
      of: time, dated: told.filter(isPaid) + dated, ordered: ordered, among: told)
  }

  /// 销售日期 2026-08-18 over 打印时间 2026-11-20: printed again, and the purchase is the earlier one.
  private static func dayBeforePrint(
    of time: PrintedTime, dated: [TimeSighting], ordered: [TimeSighting],
    among told: [TimeSighting]
  ) -> Day? {
    let chosen = told.filter { $0.times.contains { $0.day == time.day } }
    let isPrinted = chosen.allSatisfy { $0.label == nil || $0.label?.meaning == .printed }
    guard isPrinted, !chosen.isEmpty else { return nil }
    func day(of sightings: [TimeSighting], before days: Int) -> Day? {
      sightings.lazy.compactMap { $0.times.first?.day }.first {
        time.day.ordinal - $0.ordinal >= days
      }
    }
    return day(of: dated, before: daysMin) ?? day(of: ordered, before: daysFromOrderMin)
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
