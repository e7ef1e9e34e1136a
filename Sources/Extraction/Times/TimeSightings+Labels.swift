import Receipts

/// What stands before a day, above it, or between it and its clock.
extension TimeSightings {
  private static let monthLettersMax = 9

  private static let leaving = "离店"
  private static let tables = ["入座", "入席", "桌", "卡座", "台号", "开台"].map { Key($0) }

  private var isEatenHere: Bool {
    lines.contains { line in Self.tables.contains(where: line.key.contains) }
  }

  private static let date = Key("日期")
  /// What readers take 日 for.
  private static let likeDay: Set<Unicode.Scalar> = ["月", "目", "曰", "口", "8", "旧"]

  func label(
    before day: DayToken, in found: Scanned, order: Int
  ) -> LabelFinder<TimeLabel>.Match? {
    let earlier = found.days.map(\.range.upperBound) + found.clocks.map(\.range.upperBound)
    let start = earlier.filter { $0 <= day.range.lowerBound }.max() ?? 0
    let key = Key(characters: found.scanner.characters[start..<day.range.lowerBound])
    if var match = Self.finder.match(in: key) {
      // A dog leaves its hotel some other day.
      if match.phrase == Self.leaving, !isEatenHere { match.meaning = .other }
      // 日 and 期 stand apart, and the first was read as something else or not at all.
      let isDate =
        match.phrase == "期"
        && (key.count == 1 || key.count == 2 && Self.likeDay.contains(key.letters[0]))
      return isDate ? Self.finder.match(in: Self.date) : match
    }
    // Tesseract is shown the numbers of a line alone: its words are the page reader's.
    if key.isEmpty, start == 0, found.scanner.text.reader == .tesseractLatin,
      let words = lines[order].texts.first(where: \.reader.isPaddle)?.characters
    {
      return Self.finder.match(in: Key(characters: words.prefix { !$0.isNumber }))
    }
    let words = found.scanner.characters[start..<day.range.lowerBound]
    let isMonth = key.count <= Self.monthLettersMax && TimeScanner.endsWithMonth(words)
    guard key.isEmpty || isMonth, start == 0, order > 0 else { return nil }
    let above = lines[order - 1]
    guard above.text.hasDigit else {
      guard above.key.count <= 12, let match = Self.finder.match(in: above.key) else { return nil }
      // 鱼你在一起 is a shop, and 起 alone tells when a table was opened; 促销期 tells another time.
      let isWord = Key(match.phrase).count > 1 || above.key.count <= 2
      return isWord || match.meaning == .other ? match : nil
    }
    return Self.titleOfPayment(above)
  }

  /// `2026-11-21 20:01:35 支付`: where nothing stands before them, the one word behind a day and its
  /// clock.
  func labelBehind(_ found: Scanned, order: Int) -> LabelFinder<TimeLabel>.Match? {
    let found =
      found.scanner.text.reader == .tesseractLatin
      ? scanned[order].first { $0.scanner.text.reader.isPaddle } ?? found : found
    let ranges = found.days.map(\.range) + found.clocks.map(\.range)
    guard found.days.count == 1, found.clocks.count == 1,
      let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max(),
      Key(characters: found.scanner.characters[..<start]).isEmpty
    else { return nil }
    // `17:30 结账时间:` names what stands on the next line.
    let words = found.scanner.characters[end...]
    let key = Key(characters: words)
    guard !words.contains(":"), let match = Self.finder.match(in: key), match.likeness == 1,
      !match.isVague,
      match.range.count == key.count
    else { return nil }
    return match
  }

  /// `--0470 Check Closed--`: who closed the bill, above when, and nothing else.
  private static func titleOfPayment(
    _ line: PrintedLine
  ) -> LabelFinder<TimeLabel>.Match? {
    let digits = line.key.letters.count(where: \.isDigit)
    let words = Key(characters: line.text.characters.filter { !$0.isASCIIDigit })
    guard digits <= cashierDigitsMax, closings.contains(words) else { return nil }
    return finder.match(in: words)
  }

  private static let cashierDigitsMax = 5
  private static let closings = ["CHECK CLOSED", "CLOSED", "已结账", "已结帐"].map { Key($0) }

  /// Whether a day's label says nothing of what happened then, so that the clock's own does.
  static func leavesOpen(_ label: LabelFinder<TimeLabel>.Match?) -> Bool {
    label.map { $0.isVague || $0.meaning == .plain } ?? true
  }

  /// 2026/11/16 开台 13:38: a word between the day and its clock says what the clock is.
  static func label(
    between day: DayToken, and clock: ClockToken, in found: Scanned
  ) -> LabelFinder<TimeLabel>.Match? {
    guard day.range.upperBound < clock.range.lowerBound else { return nil }
    let words = found.scanner.characters[day.range.upperBound..<clock.range.lowerBound]
    let key = Key(characters: words)
    // 星期二, 收银员 王芳 and 消费人数 4 say nothing of it.
    guard let match = finder.match(in: key), match.likeness == 1, !match.isVague,
      match.range.count == key.count
    else { return nil }
    return match
  }
}
