import Receipts

/// Finds days and times of day in a text.
struct TimeScanner {
  let characters: [PrintedCharacter]
  let repairs: [Bool]
  let text: PrintedText
  let groups: [DigitGroup]
  private let custom: DateCustom

  /// - Parameter custom: which part of a day comes first where the paper is from.
  init(_ text: PrintedText, custom: DateCustom = .yearFirst) {
    self.text = text
    self.custom = custom
    guard text.hasDigit else {
      (characters, repairs, groups) = (text.characters, [], [])
      return
    }
    (characters, repairs) = Digits.repaired(text.characters)
    groups = DigitGroup.groups(in: characters)
  }

  func days() -> [DayToken] {
    var tokens: [DayToken] = []
    var index = 0
    while index < groups.count {
      if index + 2 < groups.count, let token = threeParts(index) {
        tokens.append(token)
        index += 3
      } else if let token = withLostDash(index) ?? withMonthName(index) {
        tokens.append(token)
        index += 2
      } else {
        if let token = compact(groups[index]) { tokens.append(token) }
        index += 1
      }
    }
    return tokens
  }

  /// A printed day begins there, with its year in four digits: 20.26.11 may be an amount.
  func isBegun(at index: Int) -> Bool {
    let year =
      characters[safe: index] == "2" && characters[safe: index + 1] == "0"
      && [index + 2, index + 3].allSatisfy { characters[safe: $0]?.isASCIIDigit ?? false }
    return year && days().contains { !$0.isInsideNumber && $0.range.lowerBound == index }
  }

  func token(
    _ days: [Day], _ range: Range<Int>, isInsideNumber: Bool = false
  ) -> DayToken? {
    guard !days.isEmpty else { return nil }
    return DayToken(
      days: days, range: range, leastConfidence: text.leastDigitConfidence(in: range),
      isRepaired: repairs[range].contains(true), isUneven: text.isUneven(in: range),
      isInsideNumber: isInsideNumber)
  }

  /// What stands between two groups, without spaces.
  func between(_ left: Int, _ right: Int) -> String {
    String(
      characters[groups[left].range.upperBound..<groups[right].range.lowerBound]
        .filter { $0 != " " })
  }

  /// What readers take specks for: 2026年“11月20日.
  private static let specks = apostrophes.union(["“", "”", "\""])
  private static let separators: Set<String> = ["-", "/", ".", "~", "_", "--", "//"]
  private static let dashes: Set<String> = ["-", "~", "_", "--"]

  static func areSeparators(_ found: [String]) -> Bool {
    found.allSatisfy(dashes.contains)
      || found.allSatisfy { $0 == found[0] && separators.contains($0) }
  }

  /// 14.11/2026, 2026-11.22: strokes, one of which was read as a point.
  private static func areMixed(_ found: [String]) -> Bool {
    [[".", "/"], ["/", "."], [".", "-"], ["-", "."]].contains(found)
  }

  /// What stands between two parts of a day without what readers see beside it: the dots of a dash,
  /// 2026-·11·14.
  private static func plain(_ separator: String) -> String {
    let dotted = separator.replacing("·", with: ".")
    return dotted.count == 2 && Set(dotted) == ["-", "."] ? "-" : dotted
  }

  private func threeParts(_ index: Int) -> DayToken? {
    let (first, second, third) = (groups[index], groups[index + 1], groups[index + 2])
    let found = [between(index, index + 1), between(index + 1, index + 2)].map(Self.plain)
    // 2026/11/:20: a speck beside the stroke.
    let separators = found.map { $0.filter { !Self.specks.contains($0) } }
      .map { $0.count == 2 && $0.hasSuffix(":") ? String($0.prefix(1)) : $0 }
    let isChinese = separators[0] == "年" && ["月", "刀"].contains(separators[1])
    // 2026/1.1/14 has a speck inside a month, 100232026-11-24-0017 is one number.
    let goesOn =
      index + 3 < groups.count && Self.separators.contains(between(index + 2, index + 3))
    // 时间22026年: a colon before the year, read as a digit; 0585772026-09-12: a number before it.
    // 100232026-11-0935 is a shop and the number of a month's receipt.
    // XSD-20261111-6262026年11月11日: a number and, told by its words, the year.
    let isBehind =
      first.digits.count == 5 || isChinese && first.digits.count > 4
      || first.digits.count >= Self.yearBehindNumber && third.digits.count <= 2 && !goesOn
    let year = isBehind ? String(first.digits.suffix(4)) : first.digits
    let isMixed =
      Self.areMixed(separators) && !goesOn && (year.count == 4 || third.digits.count >= 4)
    guard isChinese || isMixed || Self.areSeparators(separators), let a = Int(year),
      let b = second.value, let c = third.value,
      year.count <= 4, year == first.digits || Self.isYear(a), second.digits.count <= 2
    else { return nil }
    let start = first.range.upperBound - year.count
    var end = third.range.upperBound
    var days: [Day?] = []
    let isDayOfOneDigit = isDayOfOneDigit(index + 2)
    if year.count == 4, third.digits.count != 3 || isDayOfOneDigit || isBeforeClock(index + 2) {
      // A clock may follow the day without a space, 2026-11-0312:37, or a T, a bracket or half of
      // a weekday that was read as a digit: 2026-11-03112:37.
      let dayDigits = third.digits.prefix(isDayOfOneDigit ? 1 : 2)
      end = third.range.lowerBound + dayDigits.count
      days = [Day(year: a, month: b, day: Int(dayDigits) ?? 0)]
    } else if third.digits.count == 4, first.digits.count == 2,
      !Self.isYear(c) || separators[0] == "-" && isHourOfYear(c, behind: a, at: index + 2),
      third.range.upperBound < characters.count, characters[third.range.upperBound] == ":"
    {
      // A short year and a clock without a space between them: 18/03/1809:03.
      end = third.range.lowerBound + 2
      days = shortYears(a, b, c / 100, yearIsFirst: separators[0] == "-")
    } else if (4...6).contains(third.digits.count), first.digits.count <= 2 {
      let year = Int(third.digits.prefix(4)) ?? 0
      end = third.range.lowerBound + 4
      days = [Day(year: year, month: b, day: a)]
      // With points between them the day comes first wherever the year comes last.
      if found != [".", "."] || custom == .monthFirst || days == [nil] {
        days.append(Day(year: year, month: a, day: b))
      }
    } else if first.digits.count == 2, third.digits.count == 2 {
      days = shortYears(a, b, c, yearIsFirst: isChinese || separators[0] == "-")
    }
    var seen = Set<Day>()
    var token = token(
      days.compactMap { $0 }.filter { seen.insert($0).inserted }, start..<end)
    let isHour = third.digits.count == 4 && Self.isYear(c) && end == third.range.lowerBound + 2
    if separators != found || year != first.digits || isHour || isMixed { token?.isRepaired = true }
    // 2026/11/1.912:49: a speck parts the day's digits.
    let isParted =
      end - third.range.lowerBound == 1 && index + 3 < groups.count
      && [".", ","].contains(between(index + 2, index + 3))
      && groups[index + 3].range.lowerBound == third.range.upperBound + 1
    if isParted { token?.isRepaired = true }
    return token
  }

  /// `2026-1106 14:57`, `202611-06 14:57`, `2026-110614:57`: a dash of the day's was lost, and a
  /// clock behind it says that it is no number.
  private func withLostDash(_ index: Int) -> DayToken? {
    guard index + 2 < groups.count, Self.separators.contains(Self.plain(between(index, index + 1)))
    else { return nil }
    let (first, second) = (groups[index], groups[index + 1])
    let dayDigits = 8 - first.digits.count
    let isGlued =
      second.digits.count == dayDigits + 2 && between(index + 1, index + 2) == ":"
      && groups[index + 2].digits.count == 2
    guard [4, 6].contains(first.digits.count),
      isGlued || second.digits.count == dayDigits && isBeforeClock(index + 1),
      let date = Int(first.digits + second.digits.prefix(dayDigits)), Self.isYear(date / 1_00_00),
      let day = Day(year: date / 1_00_00, month: date / 100 % 100, day: date % 100)
    else { return nil }
    var token = token([day], first.range.lowerBound..<second.range.lowerBound + dayDigits)
    token?.isRepaired = true
    return token
  }

  /// `2026/11/412:17`: the clock stands right behind a day that can have one digit only.
  func isDayOfOneDigit(_ index: Int) -> Bool {
    guard index + 1 < groups.count, groups[index].digits.count == 3,
      let two = Int(groups[index].digits.prefix(2)), let hour = Int(groups[index].digits.suffix(2))
    else { return false }
    return two > 31 && hour < 24 && groups[index + 1].digits.count == 2
      && Self.hourEnds.contains(between(index, index + 1))
  }

  /// A clock follows the group after a gap.
  private func isBeforeClock(_ index: Int) -> Bool {
    guard index + 2 < groups.count, between(index, index + 1).isEmpty else { return false }
    return groups[index + 1].digits.count == 2 && between(index + 1, index + 2) == ":"
  }

  /// 26-11-2019:54 is 19:54 in 2026, where years come first and 2019 is long past.
  private func isHourOfYear(_ number: Int, behind year: Int, at index: Int) -> Bool {
    // 26-11-2019:14:05: behind a year stands a whole clock.
    let isWhole =
      index + 2 < groups.count && between(index + 1, index + 2) == ":"
      && (groups[index + 1].value ?? 0) < 24
    return custom == .yearFirst && (2000...2023).contains(number) && (24...40).contains(year)
      && !isWhole
  }

  /// Digits of a number and of the year that it ran into, at least.
  private static let yearBehindNumber = 9

  /// Of a receipt that somebody may still hold.
  private static func isYear(_ year: Int) -> Bool { (1990...2099).contains(year) }

  /// `26-11-03`, `03/11/26`, `11/03/26`, the likeliest first; years far from those in which
  /// receipts are photographed only where nothing else fits.
  private func shortYears(_ a: Int, _ b: Int, _ c: Int, yearIsFirst: Bool) -> [Day?] {
    let dayFirst = Day(year: 2000 + c, month: b, day: a)
    let monthFirst = Day(year: 2000 + c, month: a, day: b)
    let yearFirst = Day(year: 2000 + a, month: b, day: c)
    let days =
      yearIsFirst && custom == .yearFirst
      ? [yearFirst, dayFirst, monthFirst] : [dayFirst, yearFirst, monthFirst]
    let usual = days.filter { $0.map { (2014...2040).contains($0.year) } ?? false }
    return usual.isEmpty ? days : usual
  }

  private static let months = [
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9,
    "OCT": 10, "NOV": 11, "DEC": 12, "MAI": 5, "OKT": 10, "DEZ": 12, "MRZ": 3, "MÄR": 3, "0CT": 10,
    "N0V": 11,
  ]

  /// `03-Nov-2026`, `3 Nov 26`, `Nov 3, 2026`.
  private func withMonthName(_ index: Int) -> DayToken? {
    if let token = yearFirstWithMonthName(index) { return token }
    guard index + 1 < groups.count, let a = groups[index].value, groups[index].digits.count <= 2
    else { return nil }
    let middle = between(index, index + 1).uppercased().filter(\.isLetter)
    let digits = groups[index + 1].digits
    // 28 0ct 2026
    if digits == "0", index + 2 < groups.count, middle.isEmpty,
      between(index + 1, index + 2).uppercased().hasPrefix("CT"),
      groups[index + 2].digits.count == 4, let year = groups[index + 2].value
    {
      let range = groups[index].range.lowerBound..<groups[index + 2].range.upperBound
      return token([Day(year: year, month: 10, day: a)].compactMap { $0 }, range)
    }
    // A clock may follow the year without a space; Nov17'2607:22 is one of 2026.
    let isBehindMonth =
      between(index, index + 1).last.map { $0 == "-" || Self.apostrophes.contains($0) } ?? false
      && Self.months[String(middle)] != nil
    // So are 24-Nov-2619:59 and 25Nov'2611:35.
    let isGlued =
      digits.count == 4 && !Self.isYear(groups[index + 1].value ?? 0)
      && !between(index, index + 1).isEmpty
      && (isBehindMonth || between(index, index + 1).allSatisfy(Self.apostrophes.contains))
      && characters[safe: groups[index + 1].range.upperBound] == ":"
    let yearDigits =
      (5...6).contains(digits.count)
      ? String(digits.prefix(4)) : isGlued ? String(digits.prefix(2)) : digits
    guard yearDigits.count == 2 || yearDigits.count == 4, let number = Int(yearDigits) else {
      return nil
    }
    let year = yearDigits.count == 2 ? 2000 + number : number
    let start = groups[index].range.lowerBound
    let range = start..<groups[index + 1].range.lowerBound + yearDigits.count
    if (3...9).contains(middle.count), let month = Self.months[String(middle.prefix(3))] {
      return token([Day(year: year, month: month, day: a)].compactMap { $0 }, range)
    }
    // 0CT: a zero among letters is an O.
    let word = characters[..<start].reversed().drop { $0 == " " }
      .prefix { $0.isLetter || $0 == "0" }
    let before = String(word.reversed()).uppercased()
    // Nov17'26
    let mark = between(index, index + 1)
    let isShort = mark.count == 1 && mark.allSatisfy(Self.apostrophes.contains)
    guard before.count >= 3, yearDigits.count == 4 || isShort, middle.isEmpty,
      let month = Self.months[String(before.prefix(3))] ?? Self.months[String(before.suffix(3))]
    else { return nil }
    return token([Day(year: year, month: month, day: a)].compactMap { $0 }, range)
  }

  /// `2026-OCT-19`, and `2026-0CT-19` whose month begins with a zero.
  private func yearFirstWithMonthName(_ index: Int) -> DayToken? {
    guard groups[index].digits.count == 4, let year = groups[index].value, Self.isYear(year) else {
      return nil
    }
    let isOctober =
      index + 2 < groups.count && groups[index + 1].digits == "0"
      && between(index + 1, index + 2).uppercased().hasPrefix("CT")
    let last = isOctober ? index + 2 : index + 1
    guard last < groups.count, groups[last].digits.count <= 2, let day = groups[last].value else {
      return nil
    }
    let name = between(index, index + 1).uppercased().filter(\.isLetter)
    let month =
      isOctober ? 10 : (3...9).contains(name.count) ? Self.months[String(name.prefix(3))] : nil
    guard let month else { return nil }
    return token(
      [Day(year: year, month: month, day: day)].compactMap { $0 },
      groups[index].range.lowerBound..<groups[last].range.upperBound)
  }

  private static let apostrophes: Set<Character> = ["'", "’", "‘", "`", "´", "′"]

  /// Nov 3, 2026
  static func endsWithMonth(_ characters: ArraySlice<PrintedCharacter>) -> Bool {
    !monthName(atEndOf: characters).isEmpty
  }

  /// NOVEMBER where such a word ends the text; empty where none does.
  static func monthName(atEndOf characters: ArraySlice<PrintedCharacter>) -> String {
    let word = characters.reversed().drop { $0 == " " || $0 == "." }.prefix(while: \.isLetter)
    let text = String(word.reversed()).uppercased()
    return (3...9).contains(text.count) && months[String(text.prefix(3))] != nil ? text : ""
  }

  /// `20261103`, alone or inside a longer number.
  private func compact(_ group: DigitGroup) -> DayToken? {
    let digits = group.digits.compactMap(\.wholeNumberValue)
    guard digits.count >= 8, digits.count <= 24 else { return nil }
    func number(_ start: Int, _ count: Int) -> Int {
      digits[start..<start + count].reduce(0) { $0 * 10 + $1 }
    }
    for start in 0...min(8, digits.count - 8) where start == 0 || digits.count >= 12 {
      guard (2014...2040).contains(number(start, 4)),
        let day = Day(
          year: number(start, 4), month: number(start + 4, 2), day: number(start + 6, 2))
      else { continue }
      let first = group.range.lowerBound + start
      var token = token(
        [day], first..<first + 8,
        isInsideNumber: digits.count > 8 && !isDayAndHour(group) || isJoined(group.range))
      if digits.count >= start + 12 {
        token?.clock = compactClock(number, start + 8, digits, first)
      } else if digits.count == 8 {
        token?.clock = clockApart(from: group)
      }
      return token
    }
    return nil
  }

  /// `2026110318:46`: the clock stands right behind the day.
  private func isDayAndHour(_ group: DigitGroup) -> Bool {
    guard group.digits.count == 10,
      let index = groups.firstIndex(where: { $0.range == group.range }),
      index + 1 < groups.count
    else { return false }
    return groups[index + 1].digits.count == 2 && between(index, index + 1) == ":"
  }

  /// `20260926 202516 8346`, first on a line without a word before it or a clock: day, clock to the
  /// second, and a number. It may be the number of a till as well, and is never certain.
  private func clockApart(from group: DigitGroup) -> ClockToken? {
    guard let first = groups.first, first.range == group.range, groups.count > 2,
      clocks().isEmpty,
      !characters[..<group.range.lowerBound].contains(where: \.isLetter)
    else { return nil }
    let next = groups[1]
    let digits = next.digits.compactMap(\.wholeNumberValue)
    guard digits.count == 6, next.range.lowerBound == group.range.upperBound + 1,
      characters[group.range.upperBound] == " ",
      !(characters[safe: next.range.upperBound].map { "-.,:/".contains($0) } ?? false)
    else { return nil }
    let parts = stride(from: 0, to: 6, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    // A smaller number is a count.
    guard parts[0] >= TimeReader.openingHour,
      let clock = PrintedTime.Clock(hour: parts[0], minute: parts[1], second: parts[2])
    else { return nil }
    return ClockToken(
      clock: clock, hasMeridiem: false, range: next.range,
      leastConfidence: text.leastDigitConfidence(in: next.range), isRepaired: true,
      isUneven: text.isUneven(in: next.range))
  }

  /// More of a number follows: `20261103-0042`, `20261103#42`, `20261103P4676`; but no clock.
  private func isJoined(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    if end + 1 < characters.count, characters[end].isASCII, characters[end].isLetter,
      characters[end] != "T", characters[end + 1].isNumber
    {
      return true
    }
    guard end + 1 < characters.count, "-/#_.*".contains(characters[end]),
      let next = groups.first(where: { $0.range.lowerBound > end })
    else { return false }
    let isNear = next.range.lowerBound == end + 1
    return isNear
      && !(next.range.upperBound < characters.count
        && characters[next.range.upperBound] == ":")
  }

  private func compactClock(
    _ number: (Int, Int) -> Int, _ start: Int, _ digits: [Int], _ first: Int
  ) -> ClockToken? {
    let hasSeconds = digits.count >= start + 6
    guard
      let clock = PrintedTime.Clock(
        hour: number(start, 2), minute: number(start + 2, 2),
        second: hasSeconds ? number(start + 4, 2) : nil)
    else { return nil }
    let range = first + 8..<first + (hasSeconds ? 14 : 12)
    return ClockToken(
      clock: clock, hasMeridiem: false, range: range,
      leastConfidence: text.leastDigitConfidence(in: range), isRepaired: false,
      isUneven: text.isUneven(in: range), isCut: !hasSeconds && !isNamedTime(before: first))
  }

  /// 单号 202611181442 is the day's 1,442nd receipt as well as one of 14:42; 时间 202611181442 is a
  /// time.
  private func isNamedTime(before start: Int) -> Bool {
    let words = Key(characters: characters[..<start]).text
    return ["时间", "日期", "TIME", "DATE"].contains(where: words.hasSuffix)
  }
}
