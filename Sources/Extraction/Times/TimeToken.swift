import Receipts

/// A day or a time of day as printed somewhere.
struct DayToken: Sendable, Hashable {
  /// Every reading of the digits that is a day: `03/11/2026` has two.
  var days: [Day]
  var range: Range<Int>
  var span: Span
  var leastConfidence: Double
  var isRepaired: Bool
  /// Digits of the day stand inside a longer number.
  var isInsideNumber = false
  /// The time of day that follows inside the same number.
  var clock: ClockToken?
}

struct ClockToken: Sendable, Hashable {
  var clock: PrintedTime.Clock
  var hasMeridiem: Bool
  var range: Range<Int>
  var span: Span
  var leastConfidence: Double
  var isRepaired: Bool
}

/// Finds days and times of day in a text.
struct TimeScanner {
  let characters: [Character]
  private let repairs: [Bool]
  private let text: PrintedText
  private let groups: [DigitGroup]

  init(_ text: PrintedText) {
    self.text = text
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
      } else if let token = withMonthName(index) {
        tokens.append(token)
        index += 2
      } else {
        if let token = compact(groups[index]) { tokens.append(token) }
        index += 1
      }
    }
    return tokens
  }

  private func token(
    _ days: [Day], _ range: Range<Int>, isInsideNumber: Bool = false
  ) -> DayToken? {
    guard !days.isEmpty else { return nil }
    return DayToken(
      days: days, range: range, span: text.span(of: range),
      leastConfidence: text.leastConfidence(in: range),
      isRepaired: repairs[range].contains(true), isInsideNumber: isInsideNumber)
  }

  /// What stands between two groups, without spaces.
  private func between(_ left: Int, _ right: Int) -> String {
    String(characters[groups[left].range.upperBound..<groups[right].range.lowerBound])
      .filter { $0 != " " }
  }

  private func threeParts(_ index: Int) -> DayToken? {
    let (first, second, third) = (groups[index], groups[index + 1], groups[index + 2])
    let separators = [between(index, index + 1), between(index + 1, index + 2)]
    let isChinese = separators[0] == "年" && ["月", "刀"].contains(separators[1])
    let isPlain = separators.allSatisfy { ["-", "/", ".", "~", "_", "--"].contains($0) }
    guard isChinese || isPlain, let a = first.value, let b = second.value, let c = third.value
    else { return nil }
    guard first.digits.count <= 4, second.digits.count <= 2 else { return nil }
    let range = first.range.lowerBound..<third.range.upperBound
    var days: [Day?] = []
    if first.digits.count == 4, third.digits.count <= 2 || third.digits.count > 4 {
      // A clock may follow the day without a space: 2026-11-0312:37.
      let dayDigits = third.digits.count > 2 ? String(third.digits.prefix(2)) : third.digits
      days = [Day(year: a, month: b, day: Int(dayDigits) ?? 0)]
      if isChinese, days == [nil] { days = [] }
    } else if third.digits.count == 4 {
      days = [Day(year: c, month: b, day: a), Day(year: c, month: a, day: b)]
    } else if first.digits.count == 2, third.digits.count == 2 {
      let dayFirst = Day(year: 2000 + c, month: b, day: a)
      let monthFirst = Day(year: 2000 + c, month: a, day: b)
      let yearFirst = Day(year: 2000 + a, month: b, day: c)
      days =
        separators[0] == "-" || isChinese
        ? [yearFirst, dayFirst, monthFirst] : [dayFirst, yearFirst, monthFirst]
    }
    var seen = Set<Day>()
    return token(days.compactMap { $0 }.filter { seen.insert($0).inserted }, range)
  }

  private static let months = [
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9,
    "OCT": 10, "NOV": 11, "DEC": 12, "MAI": 5, "OKT": 10, "DEZ": 12, "MAR.": 3,
  ]

  /// `03-Nov-2026`, `3 Nov 26`, `Nov 3, 2026`.
  private func withMonthName(_ index: Int) -> DayToken? {
    guard index + 1 < groups.count, let a = groups[index].value, let b = groups[index + 1].value
    else { return nil }
    let middle = between(index, index + 1).uppercased().filter(\.isLetter)
    let years = groups[index + 1].digits.count
    func year(_ value: Int) -> Int { years == 2 ? 2000 + value : value }
    guard years == 2 || years == 4 else { return nil }
    let range = groups[index].range.lowerBound..<groups[index + 1].range.upperBound
    if middle.count >= 3, middle.count <= 9, let month = Self.months[String(middle.prefix(3))] {
      return token([Day(year: year(b), month: month, day: a)].compactMap { $0 }, range)
    }
    let start = groups[index].range.lowerBound
    let before = String(characters[max(0, start - 10)..<start]).uppercased()
      .filter { $0.isLetter || $0 == " " }.split(separator: " ").last.map(String.init) ?? ""
    guard before.count >= 3, years == 4, middle.isEmpty,
      let month = Self.months[String(before.prefix(3))]
    else { return nil }
    return token([Day(year: b, month: month, day: a)].compactMap { $0 }, range)
  }

  /// `20261103`, alone or at the start of a longer number.
  private func compact(_ group: DigitGroup) -> DayToken? {
    guard group.digits.count >= 8, group.digits.hasPrefix("20") else { return nil }
    let digits = Array(group.digits)
    guard let year = Int(String(digits[0..<4])), let month = Int(String(digits[4..<6])),
      let dayOfMonth = Int(String(digits[6..<8])),
      let day = Day(year: year, month: month, day: dayOfMonth), (2010...2060).contains(year)
    else { return nil }
    let start = group.range.lowerBound
    var token = token([day], start..<start + 8, isInsideNumber: group.digits.count > 8)
    if digits.count >= 14, let hour = Int(String(digits[8..<10])),
      let minute = Int(String(digits[10..<12])), let second = Int(String(digits[12..<14])),
      let clock = PrintedTime.Clock(hour: hour, minute: minute, second: second)
    {
      let range = start + 8..<start + 14
      token?.clock = ClockToken(
        clock: clock, hasMeridiem: false, range: range, span: text.span(of: range),
        leastConfidence: text.leastConfidence(in: range), isRepaired: false)
    }
    return token
  }

  func clocks() -> [ClockToken] {
    var tokens: [ClockToken] = []
    var index = 0
    while index + 1 < groups.count {
      guard let token = clock(at: index) else {
        index += 1
        continue
      }
      tokens.append(token)
      index += token.clock.second == nil ? 2 : 3
    }
    return tokens
  }

  private func clock(at index: Int) -> ClockToken? {
    let separators = [between(index, index + 1)] + (index + 2 < groups.count ? [between(index + 1, index + 2)] : [])
    guard [":", "时", "点", "::", ":."].contains(separators[0]), groups[index + 1].digits.count == 2,
      let minute = groups[index + 1].value
    else { return nil }
    // A day may run into the hour: 2026-11-0312:37.
    let hourDigits = groups[index].digits.count > 2 ? String(groups[index].digits.suffix(2)) : groups[index].digits
    guard groups[index].digits.count <= 2 || groups[index].digits.count == 4 || groups[index].digits.count == 10,
      var hour = Int(hourDigits)
    else { return nil }
    var second: Int?
    var last = index + 1
    if separators.count > 1, [":", "分", ".", "::"].contains(separators[1]),
      groups[index + 2].digits.count == 2, let value = groups[index + 2].value, value < 60
    {
      second = value
      last = index + 2
    }
    let range = groups[index].range.upperBound - hourDigits.count..<groups[last].range.upperBound
    let meridiem = meridiem(around: range)
    if let meridiem, hour <= 12 { hour = hour % 12 + (meridiem ? 12 : 0) }
    guard let clock = PrintedTime.Clock(hour: hour, minute: minute, second: second) else {
      return nil
    }
    return ClockToken(
      clock: clock, hasMeridiem: meridiem != nil, range: range, span: text.span(of: range),
      leastConfidence: text.leastConfidence(in: range), isRepaired: repairs[range].contains(true))
  }

  /// `true` after noon, `false` before, `nil` where neither is said.
  private func meridiem(around range: Range<Int>) -> Bool? {
    let after = String(characters[range.upperBound..<min(characters.count, range.upperBound + 5)])
      .uppercased().filter { $0.isLetter }
    if after.hasPrefix("PM") { return true }
    if after.hasPrefix("AM") { return false }
    let before = String(characters[max(0, range.lowerBound - 4)..<range.lowerBound])
    if before.contains("下午") || before.contains("晚上") { return true }
    if before.contains("上午") || before.contains("早上") { return false }
    return nil
  }
}
