import Receipts

extension TimeScanner {
  /// Times of day; both ends of opening hours (10:00-22:00) are none.
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
    let isStay = isStay
    return tokens.filter { token in
      !tokens.contains {
        isRange(token.range, $0.range)
          || isRange($0.range, token.range) && !(isStay && Self.isStay($0.clock, token.clock))
      }
    }
  }

  private static let stays = ["时间", "日期", "用餐时间", "就餐时间", "消费时间", "账单时间"].map { Key($0) }

  /// 时间: 18:49-19:39, 日期: 2026-11-24 12:02-13:53 tell when guests came and when they paid.
  private var isStay: Bool {
    guard let first = characters.firstIndex(where: \.isNumber) else { return false }
    return Self.stays.contains(Key(characters: characters[..<first]))
  }

  /// 10:00-22:00 are hours of business, whatever stands before them.
  private static func isStay(_ start: PrintedTime.Clock, _ end: PrintedTime.Clock) -> Bool {
    let minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return (1...stayMinutesMax).contains(minutes)
      && (start.minute % 30 != 0 || end.minute % 30 != 0 && end.minute != 59)
  }

  private static let stayMinutesMax = 6 * 60

  private func isRange(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.upperBound < other.lowerBound else { return false }
    let between = characters[one.upperBound..<other.lowerBound].filter { $0 != " " }
    return between.count == 1 && Self.rangeSigns.contains(between[between.startIndex])
  }

  /// A dash that was read as a point is one all the same.
  private static let rangeSigns: Set<PrintedCharacter> = ["-", "~", "至", "到", "."]

  static let hourEnds: Set<String> = [":", "时", "点", "::", ":.", ".:", "Uhr", "h"]
  private static let minuteEnds: Set<String> = [":", "分", ".", "::", ":.", ".:"]

  private func clock(at index: Int) -> ClockToken? {
    guard Self.hourEnds.contains(between(index, index + 1)) || isDotted(index),
      groups[index + 1].digits.count == 2, let minute = groups[index + 1].value,
      !isCutFromLonger(index), let hourDigits = hourDigits(of: index), var hour = Int(hourDigits)
    else { return nil }
    var second: Int?
    var last = index + 1
    if index + 2 < groups.count, Self.minuteEnds.contains(between(index + 1, index + 2)),
      groups[index + 2].digits.count == 2, let value = groups[index + 2].value, value < 60,
      !isHour(index + 2)
    {
      second = value
      last = index + 2
    }
    // 9:51 may be 19:51, 9:51 PM only what it says: no clock of twelve hours has a 13 or more.
    let mayLackDigit = hourDigits.count == 1 && hour < 3
    let range =
      groups[index].range.upperBound - hourDigits.count..<groups[last].range.upperBound
    let isAfternoon = isAfternoon(around: range)
    if let isAfternoon, hour <= 12 { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    guard let clock = PrintedTime.Clock(hour: hour, minute: minute, second: second) else {
      return nil
    }
    return ClockToken(
      clock: clock, hasMeridiem: isAfternoon != nil, range: range,
      leastConfidence: text.leastDigitConfidence(in: range),
      isRepaired: repairs[range].contains(true) || isJoinedByDigit(index) || isDotted(index),
      isUneven: text.isUneven(in: range),
      isHourShort: hourDigits.count == 1 && (isAfternoon == nil || mayLackDigit),
      isCut: second == nil
        && (isFollowedByPart(groups[last].range.upperBound) || hasOddSeconds(after: last)))
  }

  /// 11:29.12:59: behind a point, and before a colon and minutes, is the hour of another clock.
  private func isHour(_ index: Int) -> Bool {
    between(index - 1, index) != ":" && index + 1 < groups.count
      && between(index, index + 1) == ":" && groups[index + 1].digits.count == 2
  }

  /// Behind a day that is written with points so is the clock: `21.11.2026 21.13`. Behind another
  /// day it is an amount.
  private func isDotted(_ index: Int) -> Bool {
    index >= 3 && between(index, index + 1) == "." && groups[index].digits.count == 2
      && between(index - 1, index).isEmpty && between(index - 3, index - 2) == "."
      && between(index - 2, index - 1) == "."
      && groups[index - 1].digits.count == 4 && groups[index + 1].digits.count == 2
  }

  /// What stands before is the hour, and this is minutes and seconds: `:11:05` of 19:11:05.
  private func isCutFromLonger(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let start = groups[index].range.lowerBound
    return start > 0 && characters[start - 1] == ":"
      && groups[index - 1].range.upperBound == start - 1 && !isDay(upTo: index - 1)
  }

  /// A day may have a colon behind it: `26/11/13:19:41`.
  private func isDay(upTo index: Int) -> Bool {
    guard index >= 2 else { return false }
    return Self.areSeparators([between(index - 2, index - 1), between(index - 1, index)])
  }

  /// What a colon before the seconds is misread for, by itself at the end of a line.
  private static let colonSlips: Set<PrintedCharacter> = [
    "}", "{", "|", "!", ";", "'", "`", "i", "l", "*",
  ]

  /// A colon and no two digits: seconds that the paper's edge cut off.
  private func isFollowedByPart(_ end: Int) -> Bool {
    // 21:08 01, 21:08}01: the colon before the seconds was lost.
    let behind = characters[end...].filter { $0 != " " }
    let seconds =
      behind.first.map(Self.colonSlips.contains) ?? false ? behind.dropFirst() : behind[...]
    if seconds.count == 2, seconds.allSatisfy(\.isNumber) { return true }
    let rest = characters[end...].prefix(3).filter { $0 != " " }
    return rest.first == ":" && (rest.count < 3 || !rest[2].isNumber)
  }

  /// A colon and more or fewer digits than seconds have: `12:29:05g`, where the letter may be one.
  private func hasOddSeconds(after index: Int) -> Bool {
    index + 1 < groups.count && between(index, index + 1) == ":"
  }

  /// A day may run into the hour: `2026-11-0312:37`, `2026110312:37`, `202612:37`.
  private func hourDigits(of index: Int) -> String? {
    let digits = groups[index].digits
    switch digits.count {
    case 1, 2: return isDay(upTo: index) && digits.count == 2 ? nil : digits
    case 4, 6, 10: return String(digits.suffix(2))
    case 5 where isJoinedByDigit(index): return String(digits.suffix(2))
    case 5 where digits.hasPrefix("20"): return String(digits.suffix(1))
    case 3 where isJoinedByDigit(index): return String(digits.suffix(2))
    case 3 where isThirdPart(index):
      return String(digits.suffix(isDayOfOneDigit(index) ? 2 : 1))
    default: return nil
    }
  }

  /// `2026-11-20119:11`: a day, something that was read as a digit, and the hour.
  private func isJoinedByDigit(_ index: Int) -> Bool {
    switch groups[index].digits.count {
    case 5: isThirdPart(index)
    case 3: isThirdPart(index - 1) && between(index - 1, index).isEmpty
    default: false
    }
  }

  /// The last part of a day that begins with its year.
  private func isThirdPart(_ index: Int) -> Bool {
    guard index >= 2, groups[index - 2].digits.count == 4 else { return false }
    let separators = [between(index - 2, index - 1), between(index - 1, index)]
    return Self.areSeparators(separators)
  }

  /// `nil` where neither half of the day is said.
  private func isAfternoon(around range: Range<Int>) -> Bool? {
    let after = characters[range.upperBound..<min(characters.count, range.upperBound + 5)]
      .filter { $0 != " " && $0 != "." }
    // After the first letter readers slip: PH, P%, PI.
    if let half = after.first, !after.dropFirst().prefix(1).contains(where: Self.isOtherWord) {
      if half == "P" || half == "p" { return true }
      if half == "A" || half == "a" { return false }
    }
    // PM whose P is blurred: FM, RM, FPN.
    // RM before a number is ringgit.
    let word = String(after.prefix(while: \.isLetter)).uppercased()
    let isPrice = after.dropFirst(word.count).first?.isNumber ?? false
    if ["F", "R", "B", "FP", "RP"].contains(word.dropLast()), "MNHW".contains(word.suffix(1)),
      !isPrice
    {
      return true
    }
    let before = Key(characters: characters[max(0, range.lowerBound - 4)..<range.lowerBound]).text
    if ["下午", "晚上", "中午", "PM"].contains(where: before.hasSuffix) { return true }
    if ["上午", "早上", "凌晨", "AM"].contains(where: before.hasSuffix) { return false }
    return nil
  }

  /// What makes of a P or A something else than half of the day: a word, a number of a pump.
  private static func isOtherWord(_ character: PrintedCharacter) -> Bool {
    character.isNumber || character.isLetter && !"MmHhIiNnWw".contains(character)
  }

  /// A clock that the paper's edge cut in two: `17:2` here, `7:20` at the start of the next line;
  /// `21` here and `时28分` there.
  func wrappedClock(after end: Int, into next: PrintedText) -> ClockToken? {
    let rest = Self.clockSigns(characters[min(end, characters.count)...])
    let tail = Self.clockSigns(next.characters[...].prefix { $0 != " " })
    // 17时 here and an item's number there are no clock.
    guard characters.last != "时" || next.characters.contains("分") else { return nil }
    let isBegun = rest.contains(":") || tail.first == ":" && rest.count <= 2
    guard rest.contains(where: \.isNumber), isBegun, rest.count <= 8, !tail.isEmpty,
      (rest + tail).allSatisfy({ $0.isNumber || $0 == ":" })
    else { return nil }
    let parts = String(rest + tail).split(separator: ":", omittingEmptySubsequences: false)
      .map { (digits: $0.count, value: Int($0)) }
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.digits == 2 }),
      let hour = parts[0].value, let minute = parts[1].value,
      let clock = PrintedTime.Clock(
        hour: hour, minute: minute, second: parts.count == 3 ? parts[2].value : nil)
    else { return nil }
    return ClockToken(
      clock: clock, hasMeridiem: false, range: end..<characters.count,
      leastConfidence: min(
        text.leastConfidence(in: end..<characters.count),
        next.leastConfidence(in: 0..<min(tail.count, next.characters.count))), isRepaired: true,
      isUneven: false)
  }

  /// Digits with colons between them, whichever way the paper separates hours and minutes.
  private static func clockSigns(_ characters: ArraySlice<PrintedCharacter>) -> [PrintedCharacter] {
    var signs: [PrintedCharacter] = []
    for character in characters.drop(while: { $0 == " " || $0 == "日" }) where character != " " {
      switch character {
      case "时", "分": signs.append(":")
      case "秒": continue
      default: signs.append(character)
      }
    }
    // 28分 ends there.
    if characters.last == "分" { signs.removeLast() }
    return signs
  }

  /// Whether a clock begins after the day that nobody could read whole: what follows on another
  /// line is its end. Digits alone are one whose colons were lost, `2026/11/19 136`; two and two
  /// with a point between them may be one or an amount, `2026-11-23 13.18`.
  func hasClippedClock(after end: Int) -> Bool {
    let words = beforeOtherLabel(after: end)
    if isTable(words) { return false }
    let rest = words.filter { $0 != " " }[...]
    let isLost = (2...6).contains(rest.count) && rest.allSatisfy(\.isNumber)
    // 20.23/ #3915
    let first = rest.prefix { $0.isNumber || $0 == "." }
    return isLost || isPointed(first) || rest.contains(where: \.isNumber) && rest.contains(":")
  }

  /// What stands behind a day, up to words that say what comes then is something else:
  /// `2026-11-20 收款员: 03`.
  private func beforeOtherLabel(after end: Int) -> ArraySlice<PrintedCharacter> {
    let rest = characters[min(end, characters.count)...]
    var index = rest.startIndex
    while index < rest.endIndex {
      let word = rest[index...].prefix(while: \.isLetter)
      let key = Key(characters: word).text
      // Two Latin letters may be digits misread.
      let isWord = key.count >= 3 || key.count == 2 && !key.allSatisfy(\.isASCII) || key == "NO"
      if isWord, !Self.clockWords.contains(where: key.contains) { return rest[..<index] }
      index += max(1, word.count)
    }
    return rest
  }

  /// Words between a day and its clock.
  private static let clockWords = [
    "时", "星期", "周", "礼拜", "上午", "下午", "早上", "中午", "晚上", "凌晨", "TIME", "AM", "PM", "MON",
    "TUE", "WED", "THU", "FRI", "SAT", "SUN",
  ]

  /// `2026-11-18 21号桌`: what is counted is no hour; 1926 before 桌号:A12 is a clock without its
  /// colon.
  private func isTable(_ words: ArraySlice<PrintedCharacter>) -> Bool {
    guard let unit = characters[safe: words.endIndex], Self.unitsOfTable.contains(unit),
      words.last?.isNumber ?? false, words.allSatisfy({ $0.isNumber || $0 == " " }),
      words.count(where: \.isNumber) <= Self.tableDigitsMax
    else { return false }
    let next = characters[safe: words.endIndex + 1]
    return unit == "号" || !(next == "号" || next == "数")
  }

  private static let unitsOfTable: Set<PrintedCharacter> = ["号", "桌", "台", "人", "位"]
  private static let tableDigitsMax = 3

  private func isPointed(_ text: ArraySlice<PrintedCharacter>) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
      let hour = Int(String(parts[0])), let minute = Int(String(parts[1]))
    else { return false }
    return hour < 24 && minute < 60
  }
}
