import Receipts

/// A time of purchase as it may stand in one place of the paper.
struct TimeSighting: Sendable {
  /// All readings of the printed day, the likeliest first, with the clock where there is one.
  var times: [PrintedTime]
  var label: LabelFinder<TimeLabel>.Match?
  var lineIndex: Int
  var order: Int
  var isInsideNumber: Bool
  /// A clock was begun beside the day, or its seconds, and could not be read.
  var isClipped = false
  /// No clock stands beside the day, and none can have been lost there: other words follow it, or
  /// paper with nothing on it.
  var isDayClosed = false
  /// The clock stands on another line.
  var isClockApart: Bool
  /// That line's index.
  var clockLineIndex: Int?
  /// Where on that line.
  var clockSpan: Span?
  var leastConfidence: Double
  var isRepaired: Bool
  var isUneven: Bool
  /// The hour has one digit, or what stands first in the day: another may have been lost.
  var isHourShort: Bool
  var support: Support
  /// Its digits; `nil` where day and clock do not stand on one line.
  var trail: DigitTrail?
}

/// Reads all times of a paper with their labels.
struct TimeSightings {
  private(set) var sightings: [TimeSighting] = []

  static let finder = LabelFinder(
    Lexicon.times, vague: Lexicon.vagueTimes, whole: Lexicon.wholeTimes)

  struct Scanned {
    var scanner: TimeScanner
    var days: [DayToken]
    var clocks: [ClockToken]

    /// No word stands before a day and its clock, nor behind them: 2026/11/20 Fri 17:35.
    var isPlain: Bool {
      let ranges = days.map(\.range) + clocks.map(\.range)
      guard let start = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max()
      else { return false }
      let characters = scanner.text.characters
      return !characters.indices.contains {
        !(start..<end).contains($0) && characters[$0].isLetter
      }
    }
  }

  let lines: [PrintedLine]
  let scanned: [[Scanned]]
  private let hint: Day?
  private let custom: DateCustom
  /// No line tells a year: days are those of the claim's year, or of the one before.
  let isYearAssumed: Bool
  /// Where the paper's text ends on the right.
  private let edge: Double

  init(lines: [PrintedLine], hint: Day?, custom: DateCustom) {
    self.custom = custom
    edge = lines.map(\.right).max() ?? 0
    self.lines = lines
    self.hint = hint
    let found = lines.map { line in
      line.texts.map { text in
        let scanner = TimeScanner(text, custom: custom)
        return Scanned(scanner: scanner, days: scanner.days(), clocks: scanner.clocks())
      }
    }
    let printed = Self.told(found, on: lines)
    let beside = lines.indices.map { order in
      printed.isEmpty ? Self.days(ofYearBeside: order, on: lines, hint: hint) : printed
    }
    let isAssumed =
      hint != nil && beside.allSatisfy(\.isEmpty)
      && found.joined().allSatisfy { $0.days.allSatisfy(\.isInsideNumber) }
      && !lines.contains { Self.isYear(on: $0, besides: hint?.year) }
    isYearAssumed = isAssumed
    let assumed = isAssumed ? Self.days(before: hint) : []
    scanned = found.enumerated().map { order, texts in
      let told =
        isAssumed ? (Self.mayTellPurchase(order, in: found, lines) ? assumed : []) : beside[order]
      return texts.map { found in
        var found = found
        if found.days.isEmpty { found.days = found.scanner.days(told: told) }
        return found
      }
    }
    for order in lines.indices {
      var onLine: [TimeSighting] = []
      for reader in scanned[order].indices {
        let found = scanned[order][reader]
        for number in found.days.indices {
          onLine += sightings(number, reader: reader, order: order)
        }
      }
      sightings += Self.merged(onLine, readers: lines[order].texts.count).map {
        Self.witnessed($0, on: lines[order])
      }
    }
    for index in sightings.indices { tellDay(of: index) }
    if lines.contains(where: { line in Self.shows.contains { line.key.contains($0) } }) {
      for index in sightings.indices
      where sightings[index].label?.phrase.contains(Self.entry) ?? false {
        sightings[index].label?.meaning = .other
      }
    }
  }

  /// Those of which a paper may be claimed, one for each month and day.
  private static func days(before hint: Day?) -> Set<Day> {
    let days = sequence(first: hint) { $0?.previous }.prefix(daysOfAssumedYear)
    return Set(days.compactMap(\.self))
  }

  private static let daysOfAssumedYear = 60

  /// A line on which nothing stands before the day but what names a purchase's time, 下单时间:11-10 14:32, or
  /// that is nothing but a day and a clock, 11月10日14:32, 11-29 17:48, where no other line has a clock: not when
  /// a voucher ends, a film begins or a shop opens.
  private static func mayTellPurchase(_ order: Int, in found: [[Scanned]], _ lines: [PrintedLine])
    -> Bool
  {
    let line = lines[order]
    let start = line.text.characters.firstIndex(where: \.isASCIIDigit) ?? 0
    if namesOfPurchase.contains(Key(characters: line.text.characters[..<start])) {
      return !wordsOfEnd.contains(where: line.key.text.contains)
    }
    guard found.indices.allSatisfy({ $0 == order || found[$0].allSatisfy(\.clocks.isEmpty) }) else {
      return false
    }
    // 11-29 14:00-18:00 is booked, and a film begins at 11-29 19:30.
    guard found[order].allSatisfy({ $0.clocks.count <= 1 }),
      !lines.contains(where: { line in Lexicon.shows.contains(where: line.key.text.contains) })
    else { return false }
    // 11-29 17:48, 11-29 20:10单号A225, 银行卡 11月16日17:04
    let (before, after) = (
      Key(characters: line.text.characters[..<start]),
      Key(characters: line.text.characters[start...])
    )
    return
      (before.letters.allSatisfy(wordsOfTime.contains) || MeansOfPayment.isName(before))
      && after.letters.allSatisfy { letter in
        letter.isDigit || letter.isLatin || wordsOfTime.contains(letter)
          || wordsOfNumber.contains(letter)
      }
  }

  private static let namesOfPurchase: Set<Key> = {
    let deeds = [
      "下单", "交易", "结账", "结帐", "付款", "支付", "收款", "收银", "打单", "出单", "销售", "购买", "购物", "点单", "点餐",
      "消费", "结算",
      "开单", "开台", "订单", "账单", "前台结账", "用餐", "取号", "打印",
    ]
    let names = deeds + deeds.flatMap { ["\($0)时间", "\($0)日期"] } + ["时间", "日期", "DATE", "TIME"]
    return Set(names.map { Key($0) })
  }()
  private static let wordsOfEnd = ["前有效", "前使用", "前付", "前完成", "截止", "有效期"]
  private static let wordsOfNumber = Set("单号流水序订".unicodeScalars)
  private static let wordsOfTime = Set("年月日号时分秒点上下午晚周星期一二三四五六".unicodeScalars)

  /// 2025 as a word of its own may be the year, of whatever day.
  private static func isYear(on line: PrintedLine, besides year: Int?) -> Bool {
    line.text.characters.split { !$0.isASCIIDigit }.contains { digits in
      digits.count == 4
        && Int(String(digits)).map { $0 != year && yearsOfTills.contains($0) } ?? false
    }
  }

  /// The days by which a day without its year is completed: those that are printed, but for how
  /// long a voucher is valid. Where none is, those that receipts' numbers begin with: 付款时间 11-11
  /// 14:44 and 订单编号 2026111130759678.
  private static func told(_ found: [[Scanned]], on lines: [PrintedLine]) -> Set<Day> {
    let printed = zip(found, lines).flatMap { texts, line -> [Day] in
      let isOther = finder.exactMatches(in: line.key).contains { $0.meaning == .other }
      return isOther ? [] : days(in: texts) { !$0.isInsideNumber }
    }
    guard printed.isEmpty else { return Set(printed) }
    return Set(
      zip(found.indices, lines).flatMap { order, line -> [Day] in
        let label =
          NumberLabels.finder.match(in: line.key)
          ?? lines[safe: order - 1].flatMap { NumberLabels.finder.match(in: $0.key) }
        let isOwn = label.map { [.receipt, .order].contains($0.meaning) } ?? false
        return isOwn ? days(in: found[order]) { $0.isInsideNumber } : []
      })
  }

  /// Of a line that is nothing else, and of one that ends with it behind a clock: `11-14 13:13:56`
  /// and below it `2026`, `11月24日20:10 2026`, `11/20 21:38 2026年`.
  private static func yearApart(_ line: PrintedLine) -> Int? {
    let characters = line.text.characters
    let words = (characters.last == "年" ? characters.dropLast() : characters[...])
      .split(separator: " ")
    guard let last = words.last, last.count == 4, last.allSatisfy(\.isASCIIDigit),
      let year = Int(String(last)), yearsOfTills.contains(year)
    else { return nil }
    let isBehindClock =
      words.count > 1 && words[words.count - 2].contains(":")
      && words[words.count - 2].last?.isASCIIDigit ?? false
    return words.count == 1 || isBehindClock ? year : nil
  }

  private static let yearsOfTills = 2015...2060

  /// All of the year that stands on the line, above or below it, and in which it was claimed, or in
  /// the first months of a year the one before: any other 2025 beside it is a number of another
  /// kind.
  private static func days(
    ofYearBeside order: Int, on lines: [PrintedLine], hint: Day?
  ) -> Set<Day> {
    let years = Set(
      [order - 1, order, order + 1].compactMap { lines[safe: $0].flatMap(yearApart) })
    guard let year = years.first, years.count == 1,
      hint.map({ $0.year == year || $0.year - 1 == year && $0.month <= monthsOfLastYear }) ?? true
    else { return [] }
    return Set(
      (1...12).flatMap { month in
        (1...31).compactMap { Day(year: year, month: month, day: $0) }
      })
  }

  private static let monthsOfLastYear = 2

  private static func days(in texts: [Scanned], where isTaken: (DayToken) -> Bool) -> [Day] {
    texts.flatMap(\.days).filter { $0.days.count == 1 && isTaken($0) }.flatMap(\.days)
  }

  private static let entry = "入场"
  private static let shows = Lexicon.shows.map { Key($0) }

  /// 11/10/2026 is a day of November or of October: of the two it is the one that another line
  /// tells, as most tills' numbers do.
  private mutating func tellDay(of index: Int) {
    let days = Set(sightings[index].times.map(\.day))
    guard days.count > 1 else { return }
    let own = sightings[index].lineIndex
    // A line with a day that may be either tells neither.
    let open = Set(sightings.filter { Set($0.times.map(\.day)).count > 1 }.map(\.lineIndex))
    let others = lines.filter { $0.index != own && !open.contains($0.index) }
      .flatMap { DigitGroup.groups(in: $0.text.characters).map(\.digits) }
    let told = days.filter { day in
      // 210420 is a day of 2021, or one of 2020 written the other way round.
      others.contains { $0.contains(day.digits) || $0.contains(day.reversedDigits) }
        || sightings.contains { $0.lineIndex != own && Set($0.times.map(\.day)) == [day] }
    }
    guard told.count == 1 else { return }
    sightings[index].times.removeAll { !told.contains($0.day) }
  }

  /// One, or one a clock where the clocks stand on lines of their own.
  private func sightings(_ number: Int, reader: Int, order: Int) -> [TimeSighting] {
    let found = scanned[order][reader]
    let day = found.days[number]
    let seer = found.scanner.text.reader
    let label =
      day.isInsideNumber
      ? nil
      : label(before: day, in: found, order: order) ?? labelBehind(found, order: order)
    if day.isInsideNumber {
      return [sighting(day, clock: day.clock, label: nil, order: order, by: seer)]
    }
    let following = lines[safe: order + 1]
    let next =
      following?.texts.first { $0.reader == seer } ?? following?.text
    let wrapped = next.flatMap {
      found.scanner.wrappedClock(after: day.range.upperBound, into: $0)
    }
    if let clock = wrapped ?? day.clock ?? Self.clock(for: number, in: found) {
      let own = wrapped == nil ? Self.label(between: day, and: clock, in: found) : nil
      let isTelling = Self.leavesOpen(label)
      var sighting = sighting(
        day, clock: clock, label: isTelling ? own ?? label : label, order: order, by: seer)
      if wrapped == nil {
        sighting.trail = DigitTrail(
          found.scanner.characters, day.clock == nil ? [day.range, clock.range] : [day.range])
      }
      return [sighting]
    }
    if found.scanner.hasClippedClock(after: day.range.upperBound) {
      var sighting = sighting(day, clock: nil, label: label, order: order, by: seer)
      sighting.isClipped = true
      return [sighting]
    }
    let apart = clocksApart(from: order, seenBy: seer)
    guard !apart.isEmpty else {
      var sighting = sighting(day, clock: nil, label: label, order: order, by: seer)
      sighting.isDayClosed = isClosed(day, in: found.scanner, on: lines[order])
      sighting.trail = DigitTrail(found.scanner.characters, [day.range])
      return [sighting]
    }
    return apart.map { apart in
      let isTelling = Self.leavesOpen(label)
      var sighting = sighting(
        day, clock: apart.clock, label: isTelling ? apart.label ?? label : label, order: order,
        by: seer)
      sighting.isClockApart = true
      sighting.clockLineIndex = lines[apart.order].index
      sighting.clockSpan = apart.span
      sighting.support = support(of: day, on: order, with: apart)
      return sighting
    }
  }

  /// Of paper with nothing on it, in heights of the line, at least: a clock is that wide.
  private static let clockWidth = 3.0

  private func isClosed(_ day: DayToken, in scanner: TimeScanner, on line: PrintedLine) -> Bool {
    // 12Q38 may be a clock; a word is none, but the day's own.
    let rest = scanner.characters[day.range.upperBound...].drop {
      !$0.isLetter && !$0.isNumber || $0 == "日"
    }
    return rest.prefix(while: \.isLetter).count >= 2
      || rest.isEmpty
        && (line.right < edge - Self.clockWidth * line.height || isInRightColumn(line))
  }

  /// Ends where amounts with their cents end: nothing is printed behind those either, and none of
  /// them is cut off.
  private func isInRightColumn(_ line: PrintedLine) -> Bool {
    lines.count {
      $0.index != line.index && Self.endsInCents($0.text.characters)
        && abs($0.right - line.right) < Self.columnTolerance * line.height
    } >= Self.columnLinesMin
  }

  private static func endsInCents(_ characters: [PrintedCharacter]) -> Bool {
    let end = characters.suffix(3)
    return end.first == "." && end.dropFirst().allSatisfy(\.isASCIIDigit)
      && characters.dropLast(3).last?.isASCIIDigit ?? false
  }

  private static let columnTolerance = 0.8
  private static let columnLinesMin = 3

  /// Whether signs of a clock stand somewhere that nobody could read: 12:Q:38, or 时间 with nothing
  /// behind it.
  var hasTornClock: Bool {
    scanned.indices.contains { order in
      let isAskedFor =
        !lines[order].text.hasDigit && Self.wordsOfClock.contains(where: lines[order].key.contains)
      return isAskedFor || isClockBesideWord(onLine: order)
        || scanned[order].contains { found in
          let taken = found.days.map(\.range) + found.clocks.map(\.range)
          return Self.hasTornClock(found.scanner.characters, beside: taken)
        }
    }
  }

  /// 自提 11:52, 堂食 21:27: a clock beside the word for how it was served, on a paper whose day stands
  /// elsewhere.
  private func isClockBesideWord(onLine order: Int) -> Bool {
    let letters = lines[order].key.letters.count { !$0.isDigit }
    return (1...Self.lettersOfWordMax).contains(letters)
      && scanned[order].contains { $0.days.isEmpty && $0.clocks.count == 1 }
  }

  private static let lettersOfWordMax = 4

  private static let wordsOfClock = ["交易时间", "结账时间", "消费时间", "时间"].map { Key($0) }

  /// An hour, a colon and minutes: also where they are a part of something longer. 找零:13.50 is
  /// none, though 零 is a number.
  static func isClockBegun(in characters: [PrintedCharacter]) -> Bool {
    characters.indices.contains { index in
      characters[index] == ":" && index > 0
        && [index - 1, index + 1, index + 2].allSatisfy {
          characters[safe: $0]?.isASCIIDigit ?? false
        }
    }
  }

  /// A colon, or 时, with a digit on one side, and on the other a digit too or one sign and a digit: 12:Q:38, and
  /// 20时335 of 20时33分.
  private static func hasTornClock(_ characters: [PrintedCharacter], beside taken: [Range<Int>])
    -> Bool
  {
    characters.indices.contains { index in
      let isHour = characters[index] == "时"
      guard characters[index] == ":" || isHour, !taken.contains(where: { $0.contains(index) }),
        index > 0, characters[index - 1].isASCIIDigit
      else { return false }
      if isHour { return characters[safe: index + 1]?.isASCIIDigit ?? false }
      return characters[safe: index + 1]?.isASCIIDigit ?? false
        || characters[safe: index + 2]?.isASCIIDigit ?? false
    }
  }

  /// The clock on the day's own line: the first after it, or one before it when it is the only day.
  private static func clock(for number: Int, in scanned: Scanned) -> ClockToken? {
    let day = scanned.days[number]
    if let after = scanned.clocks.first(where: { $0.range.lowerBound >= day.range.upperBound }) {
      let next = scanned.days[safe: number + 1]?.range.lowerBound ?? .max
      if after.range.lowerBound < next { return after }
    }
    guard scanned.days.count == 1 else { return nil }
    return scanned.clocks.last { $0.range.upperBound <= day.range.lowerBound }
  }

  private func sighting(
    _ day: DayToken, clock: ClockToken?, label: LabelFinder<TimeLabel>.Match?, order: Int,
    by reader: Transcript.Reader
  ) -> TimeSighting {
    let hasMeridiem = clock?.hasMeridiem ?? false
    let monthIsFirst = custom == .monthFirst || (custom == .yearFirst && hasMeridiem)
    let days = ranked(day.days, monthIsFirst: monthIsFirst)
    let confidence = min(day.leastConfidence, clock?.leastConfidence ?? 1)
    return TimeSighting(
      times: days.map { PrintedTime(day: $0, clock: clock?.clock) }, label: label,
      lineIndex: lines[order].index, order: order, isInsideNumber: day.isInsideNumber,
      isClipped: clock?.isCut ?? false, isClockApart: false, leastConfidence: confidence,
      isRepaired: day.isRepaired || (clock?.isRepaired ?? false),
      isUneven: day.isUneven || (clock?.isUneven ?? false),
      isHourShort: clock?.isHourShort ?? false || isGlued(day, on: order, by: reader),
      support: Support(reader, confidence: confidence))
  }

  /// One digit behind a word, and no colon between them, may be the second of two: 付款 1/23/2026.
  private func isGlued(_ day: DayToken, on order: Int, by reader: Transcript.Reader) -> Bool {
    guard let text = lines[order].texts.first(where: { $0.reader == reader }),
      text.characters[..<day.range.lowerBound].last(where: { $0 != " " })?.isLetter ?? false,
      !TimeScanner.endsWithMonth(text.characters[..<day.range.lowerBound])
    else { return false }
    return text.characters[day.range].prefix { $0.isNumber }.count == 1
  }

  /// The readings of ambiguous digits, those first that lie in the weeks before the claim: which of
  /// them it is must not change with the day on which the paper is claimed once more.
  private func ranked(_ days: [Day], monthIsFirst: Bool) -> [Day] {
    guard days.count > 1 else { return days }
    func distance(_ day: Day) -> Int {
      guard let hint else { return 0 }
      let age = hint.ordinal - day.ordinal
      return age >= -1 ? max(0, age - 45) : 40_000 - age
    }
    let ordered = monthIsFirst ? Array(days.reversed()) : days
    return ordered.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }.map(\.element)
  }

  /// Tesseract saw the same digits, though it could not read the words between them.
  private static func witnessed(_ sighting: TimeSighting, on line: PrintedLine) -> TimeSighting {
    guard let trail = sighting.trail, sighting.support.isByPaddle,
      !sighting.support.readers.contains(.tesseractLatin),
      !sighting.support.rivals.contains(.tesseractLatin),
      let text = line.texts.first(where: { $0.reader == .tesseractLatin }),
      trail.isSeen(by: text)
    else { return sighting }
    var sighting = sighting
    sighting.support.join(.amongWords)
    return sighting
  }

  /// Several readers' views of one line as one, with who saw it and who saw another.
  private static func merged(_ sightings: [TimeSighting], readers: Int) -> [TimeSighting] {
    guard readers > 1 else { return sightings }
    var result: [TimeSighting] = []
    for sighting in sightings {
      guard let index = result.firstIndex(where: { $0.times.first == sighting.times.first }) else {
        result.append(sighting)
        continue
      }
      // XSD-20261111-626 2026年11月11日: one reader sees the day twice.
      if result[index].support.readers.isSuperset(of: sighting.support.readers) {
        result[index].isInsideNumber = result[index].isInsideNumber && sighting.isInsideNumber
      }
      result[index].support.join(sighting.support)
      result[index].isDayClosed = result[index].isDayClosed && sighting.isDayClosed
      result[index].leastConfidence = result[index].support.confidence(
        result[index].leastConfidence, sighting.leastConfidence)
      if sighting.label?.likeness ?? 0 > result[index].label?.likeness ?? 0 {
        result[index].label = sighting.label
      }
    }
    for index in result.indices {
      for other in result.indices
      where result[other].times.first != result[index].times.first
        && result[other].isInsideNumber == result[index].isInsideNumber
        && isRival(result[other], of: result[index])
      {
        result[index].support.rivals.formUnion(result[other].support.readers)
      }
      result[index].support.rivals.subtract(result[index].support.readers)
    }
    return result.filter { !$0.support.isOutvoted }
  }

  /// Both tell the clock of one place; a clock on the day's own line is one beside any other's.
  private static func isRival(_ other: TimeSighting, of sighting: TimeSighting) -> Bool {
    guard let span = sighting.clockSpan, let otherSpan = other.clockSpan else {
      return sighting.clockSpan == nil && other.clockSpan == nil
        || other.clockSpan == nil && other.times.first?.clock != nil
    }
    return sighting.clockLineIndex == other.clockLineIndex && span.overlaps(otherSpan)
  }
}

extension Day {
  /// Year, month and day as tills build them into numbers, two digits each: `261118`.
  var digits: String { (year % 100).twoDigits + month.twoDigits + day.twoDigits }

  /// The day first: `181126`.
  var reversedDigits: String { day.twoDigits + month.twoDigits + (year % 100).twoDigits }
}
