import Receipts

/// The day that a receipt's number begins with, as many tills make them: 2026-09-30 of PJ26093078.
enum NumberDay {
  /// The day that the number tells, where it is the printed one but for one digit: one of the two
  /// was changed, or misread. Of 2,697 papers whose number begins with a day 16 have such a one:
  /// the date was misread on five and changed on three; of the others three sales would have been
  /// credited.
  ///
  /// Where so many digits stand behind the month that they are no count of a month's receipts, they
  /// begin with a day, and any other one of these weeks disputes the printed one.
  ///
  /// - Parameter layout: of the counter, which knows where in its numbers the day stands.
  static func day(in number: ReceiptNumber, besides time: PrintedTime, layout: Layout?) -> Day? {
    if let told = layout?.day(in: number, besides: time.day) {
      return days(of: time).contains(told) ? nil : told
    }
    if let told = dayBesideClock(in: number, of: time) {
      return days(of: time).contains(told) ? nil : told
    }
    guard let told = day(in: number), told.day != time.day else {
      return day(in: number) == nil
        ? dayBehindTill(in: number, of: time) ?? dayBeforeDash(in: number, of: time) : nil
    }
    let (one, other) = (digits(of: told.day), digits(of: time.day))
    let isNear = abs(told.day.ordinal - time.day.ordinal) <= weeks
    let isAlike = zip(one, other).count(where: { $0 != $1 }) == 1 && years.contains(told.day.year)
    // L20271121311 is shop L2-027 and a day, rather than one of the next year.
    let isAhead = told.day.ordinal - time.day.ordinal > weeks
    guard !isAhead, isAlike || told.isCertain && isNear else { return nil }
    return days(of: time).contains(told.day) ? nil : told.day
  }

  /// Those that a till may count a purchase to: at night the one before, too.
  static func days(of time: PrintedTime) -> [Day] {
    [time.day] + (time.isAtNight ? [time.day.previous].compactMap(\.self) : [])
  }

  /// 06111601484 begins with a till's number rather than with a day of 2006.
  private static let years = 2014...2040
  /// Days that a purchase and its number may seem to lie apart.
  private static let weeks = 60
  /// No till counts ten million receipts a month: `2611036491` may be the 36,491st of November
  /// 2026.
  private static let monthlyDigits = 7
  /// Three digits behind the month are a count: a day and one digit more would do for ten papers.
  private static let countDigits = 3
  /// Nor, of those that begin with a whole year and count with five digits, ten thousand, and of
  /// those that count with six, a hundred thousand: of 1,363 sales whose number begins with the
  /// year and the month, none of the 12 whose rest of so many digits told another day had a rest of
  /// more.
  private static let (fewDigits, sixDigits) = (5, 6)

  private static func day(in number: ReceiptNumber) -> (day: Day, isCertain: Bool)? {
    let digits = number.rawValue.drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit)
    let isLong = digits.hasPrefix("20")
    let text = (isLong ? "" : "20") + digits.prefix(isLong ? 8 : 6)
    guard text.count == 8, let value = Int(text),
      let day = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    let rest = digits.dropFirst(isLong ? 6 : 4)
    // TS2611220 is the 220th of November rather than the first but nine of its 22nd.
    guard rest.count != countDigits else { return nil }
    let isNoCount =
      (rest.count == sixDigits || isLong && rest.count == fewDigits) && rest.first != "0"
    return (day, rest.count >= monthlyDigits || isNoCount)
  }

  /// The day that stands right before the printed clock in a number, to the second:
  /// 15800201260928173651 of a paper of 17:36:51. No count has both by chance.
  private static func dayBesideClock(in number: ReceiptNumber, of time: PrintedTime) -> Day? {
    guard let clock = time.clock, let second = clock.second else { return nil }
    let told = [clock.hour, clock.minute, second].map(twoDigits).joined()
    let digits = Array(number.rawValue.filter(\.isASCIIDigit))
    guard digits.count >= told.count + dayDigits else { return nil }
    return (dayDigits...digits.count - told.count).lazy.compactMap { start -> Day? in
      guard digits[start..<start + told.count].elementsEqual(told),
        let value = Int(String(digits[start - dayDigits..<start])),
        let day = Day(
          year: 2_000 + value / 10_000, month: value / 100 % 100, day: value % 100)
      else { return nil }
      return abs(day.ordinal - time.day.ordinal) <= weeks ? day : nil
    }.first
  }

  /// 03|261118|0105 of till 03, and 1118|0028 of a till that leaves the year out: a day of these
  /// weeks that is not the printed one, with a count behind it. Nothing where the printed one
  /// stands there as well. Of the numbers of other tills four in ten thousand have such six digits
  /// by chance, and of those of eight digits as many have the four.
  private static func dayBehindTill(in number: ReceiptNumber, of time: PrintedTime) -> Day? {
    let digits = Array(number.rawValue.filter(\.isASCIIDigit)).map(String.init)
    guard number.rawValue.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) else {
      return nil
    }
    func day(from start: Int, year: Int?) -> Day? {
      let length = year == nil ? dayDigits : dayDigits - 2
      guard start + length + countDigits <= digits.count,
        let value = Int(digits[start..<start + length].joined())
      else { return nil }
      let found = Day(
        year: year ?? 2_000 + value / 10_000, month: value / 100 % 100, day: value % 100)
      return found.flatMap { abs($0.ordinal - time.day.ordinal) <= weeksBehindTill ? $0 : nil }
    }
    let six = (1...tillDigitsMax).compactMap { day(from: $0, year: nil) }
    let isOfEight = digits.count == eightDigits && digits[dayDigits - 2] == "0"
    // BL11172256: behind letters the day is the number's own; of 316 such numbers of thirteen presses one
    // had another day before the printed one, and its date was changed.
    let isBehindLetters = digits.count == eightDigits && number.rawValue.first?.isLetter ?? false
    let four =
      isOfEight || isBehindLetters
      ? [day(from: 0, year: time.day.year)].compactMap(\.self).filter {
        isOfEight || $0.ordinal <= time.day.ordinal
      } : []
    let all = six + four
    guard let told = all.first, !all.contains(where: days(of: time).contains) else { return nil }
    return told
  }

  /// 1120-0298: a day of this fortnight before a dash and a count. Of 82 such numbers of twelve presses' honest
  /// papers none has another than the printed one, and one of four changed papers' has.
  private static func dayBeforeDash(in number: ReceiptNumber, of time: PrintedTime) -> Day? {
    guard let match = number.rawValue.wholeMatch(of: #/[A-Z]{0,3}(\d\d)(\d\d)-\d{3,5}/#),
      let month = Int(match.1), let ofMonth = Int(match.2),
      let told = Day(year: time.day.year, month: month, day: ofMonth),
      abs(told.ordinal - time.day.ordinal) <= fortnight, !days(of: time).contains(told)
    else { return nil }
    return told
  }

  private static let fortnight = 14
  private static let tillDigitsMax = 6
  private static let weeksBehindTill = 31
  private static let eightDigits = 8

  private static let dayDigits = 6

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }

  private static func digits(of day: Day) -> String { "\(day)".filter(\.isASCIIDigit) }
}
