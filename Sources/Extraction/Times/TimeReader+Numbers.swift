import Receipts

// MARK: What numbers say of a time

extension TimeReader {
  /// What numbers elsewhere say, as tills build them of day and clock: 20261118 or 261118, and
  /// the clock's digits behind them.
  ///
  /// The same day or clock supports the time. A number that tells the same moment but for one digit
  /// of the day or the hour says that one of the two is misread: both readers take a 6 for a 5
  /// where a column of the print is dead. Other minutes are those in which the number was made.
  func again(
    _ time: PrintedTime, places: [TimeSighting], in found: TimeSightings
  ) -> [Evidence] {
    let day = time.day.digits
    // A number does not tell the seconds that a clock has lost.
    let isWhole = !places.allSatisfy(\.isClipped)
    let minute =
      isWhole ? time.clock.map { day + $0.hour.twoDigits + $0.minute.twoDigits } : nil
    let second = minute.flatMap { minute in
      time.clock?.second.map { minute + $0.twoDigits }
    }
    let own = Set(places.map(\.lineIndex))
    var evidence: Set<String> = []
    var differs = false
    for (line, scanned) in zip(found.lines, found.scanned) {
      let isOwn = own.contains(line.index)
      let text =
        isOwn
        ? scanned.first.flatMap { Self.number(beside: time.day, in: $0) } ?? ""
        : String(line.text.characters.filter(\.isASCIIDigit))
      guard text.count >= day.count else { continue }
      if text.contains(day) { evidence.insert("misread_day_again") }
      if let minute, text.contains(minute) {
        if second.map(text.contains) ?? true {
          evidence.insert("misread_clock_again")
        } else if !Self.tellsOtherSecond(text, minute: minute, time.clock?.second) {
          evidence.insert("misread_minute_again")
        }
      }
      if let minute, !differs, !isOwn, text.count >= minute.count {
        differs = DigitGroup.groups(in: line.text.characters).contains {
          Self.isAllButOne(minute, in: $0.digits)
        }
      }
    }
    // The stronger of the two.
    if evidence.contains("misread_clock_again") { evidence.remove("misread_minute_again") }
    if differs, evidence.isDisjoint(with: ["misread_clock_again", "misread_minute_again"]) {
      evidence.insert("misread_moment_differs")
    }
    return evidence.sorted().map { weights.evidence($0) }
  }

  /// A number that holds a day's digits, on a line that tells the day beside it too:
  /// XSD-20261111-626 2026年11月11日.
  private static func number(beside day: Day, in scanned: TimeSightings.Scanned) -> String? {
    let days = scanned.days.filter { $0.days.contains(day) }.map(\.range)
    return DigitGroup.groups(in: scanned.scanner.characters).first { number in
      number.digits.contains(day.digits) && days.contains { !$0.overlaps(number.range) }
    }?.digits
  }

  /// Behind the minute a number goes on with a second that differs from the clock's in one digit:
  /// one of the two is misread, unless that is a count.
  private static func tellsOtherSecond(_ number: String, minute: String, _ second: Int?) -> Bool {
    guard let second = second?.twoDigits, let range = number.firstRange(of: minute) else {
      return false
    }
    let told = number[range.upperBound...].prefix(2)
    return told.count == 2 && zip(told, second).count { $0 != $1 } == 1
  }

  /// Year, month, day and hour of a moment's digits.
  private static let dayAndHour = 8

  /// Whether a number holds the digits of a moment but for one of its day or hour.
  private static func isAllButOne(_ moment: String, in number: String) -> Bool {
    let (sought, all) = (Array(moment.utf8), Array(number.utf8))
    guard all.count >= sought.count else { return false }
    return (0...all.count - sought.count).contains { start in
      let differing = sought.indices.filter { sought[$0] != all[start + $0] }
      return differing.count == 1 && differing[0] < dayAndHour
    }
  }
}
