import Receipts

// MARK: Days without their year

extension TimeScanner {
  /// `11月24日15:23`, `11-24 15:23`, whose year another line tells: days of the same month and day.
  func days(told: Set<Day>) -> [DayToken] {
    groups.indices.dropLast().compactMap { index in
      guard let month = groups[index].value, let day = groups[index + 1].value,
        let end = isDayBeforeClock(index)
          ? groups[index + 1].range.upperBound : endOfChineseDay(index)
      else { return nil }
      // 11/10 is the tenth of November or the eleventh of October, where both may be meant.
      let isAmbiguous =
        between(index, index + 1) == "/" && month != day
        && told.contains { $0.month == day && $0.day == month }
      guard !isAmbiguous else { return nil }
      let days = told.filter { $0.month == month && $0.day == day }.sorted { $0.year > $1.year }
      return token(days, groups[index].range.lowerBound..<end)
    }
  }

  /// `nil` where no month and day stand there, or a year stands before them.
  private func endOfChineseDay(_ index: Int) -> Int? {
    let end = groups[index + 1].range.upperBound
    let hasYear =
      index > 0
      && (between(index - 1, index).contains("年")
        || groups[index - 1].digits.count == 4 && between(index - 1, index).isEmpty)
    return !hasYear && between(index, index + 1) == "月" && characters[safe: end] == "日"
      ? end + 1 : nil
  }

  /// Month and day of two digits each with a dash or a stroke between them, no third part, and a
  /// clock behind a space.
  private func isDayBeforeClock(_ index: Int) -> Bool {
    guard index + 3 < groups.count,
      ["-", "/"].contains(between(index, index + 1)),
      groups[index...index + 1].allSatisfy({ $0.digits.count == 2 }),
      between(index + 1, index + 2).isEmpty, between(index + 2, index + 3) == ":",
      groups[index + 3].digits.count == 2
    else { return false }
    let before = characters[..<groups[index].range.lowerBound].last { $0 != " " }
    return before.map { !$0.isNumber && !"-/.".contains($0) } ?? true
  }
}
