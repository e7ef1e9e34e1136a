import Receipts

/// Decides which of a paper's times is that of the purchase.
struct TimeReader {
  let weights: Weights
  /// The day the claim was made; `nil` when nobody knows.
  let hint: Day?
  let custom: DateCustom
  /// Of the counter's layout, where it has one.
  let layout: LayoutEvidence?

  /// - Returns: when the purchase was, and another day that the paper tells against it.
  func field(_ lines: [PrintedLine]) -> (time: Field<PrintedTime>, otherDay: Day?) {
    let found = TimeSightings(lines: lines, hint: hint, custom: custom)
    let sightings = found.sightings.map(whole)
    let hasTornClock = found.hasTornClock
    let paidUnread = Self.unread(found, [.paid])
    let plainUnread = Self.unread(found, [.paid, .plain])
    let areSlipped = Self.areLabelsSlipped(found)
    let misreading = Misreading(weights: weights, lines: lines)
    var ballot = Ballot<PrintedTime>()
    var groups: [PrintedTime: [TimeSighting]] = [:]
    var order: [PrintedTime] = []
    for sighting in sightings where !isEcho(sighting, among: sightings) {
      for time in sighting.times.prefix(3) {
        if groups[time] == nil { order.append(time) }
        groups[time, default: []].append(sighting)
      }
    }
    for time in order {
      let places = groups[time] ?? []
      ballot.add(time, evidence(for: time, places: places, among: sightings, in: found))
      if time.clock == nil {
        let hardness = ClockLost(pageDistrust: misreading.pageDistrust)
        ballot.add(time, [weights.evidence("misread_day_page", times: hardness.anywhere)])
        // Nor is one lost beside it in two places, 开票日期:2026-11-23 and 2026.11.23 of the stamp.
        if !places.contains(where: \.isDayClosed), Set(places.map(\.lineIndex)).count == 1 {
          ballot.add(time, [weights.evidence("misread_day_open", times: hardness.beside)])
        }
        if hasTornClock { ballot.add(time, [weights.evidence("misread_clock_torn")]) }
      }
      if paidUnread.contains(where: { !Self.tells($0, time) }),
        !places.contains(where: { $0.label?.meaning == .paid })
      {
        ballot.add(time, [weights.evidence("time_paid_unread")])
      }
      // DD20261114035545 tells no clock where 时间: 2026·11·14 21:41 does, whose day nobody could
      // read.
      if places.allSatisfy(\.isInsideNumber), plainUnread.contains(where: { !Self.tells($0, time) })
      {
        ballot.add(time, [weights.evidence("time_paid_unread")])
      }
      if areSlipped { ballot.add(time, [weights.evidence("time_labels_slipped")]) }
      ballot.add(time, layoutEvidence(time, places, among: sightings, lines: lines))
      for place in places {
        ballot.add(time, [], line: place.lineIndex)
        if let clockLine = place.clockLineIndex { ballot.add(time, [], line: clockLine) }
      }
      ballot.add(time, self.misreading(places, misreading))
      if let clock = time.clock, clock.hour < Self.openingHour {
        ballot.add(time, [weights.evidence("misread_at_night")])
      }
      ballot.add(time, again(time, places: places, in: found))
    }
    let field = Self.joined(ballot.field(noneScore: weights("time_none")))
    let otherDay = field.best.flatMap {
      DayDispute.day(besides: $0.value, among: sightings, hint: hint)
        ?? DayDispute.dayWithoutYear(besides: $0.value, among: sightings, lines: lines)
    }
    return (field, otherDay)
  }

  /// How likely a clock of the paper stands unread where a day alone was read.
  ///
  /// Of 212 days alone without the signs of a torn clock, on 23 press sets, none of the 181 on
  /// pages up to a distrust of 0.6 had lost its clock, and six of the other 31 had.
  private struct ClockLost {
    private static let easy = 0.45
    private static let hard = 0.6
    private static let slope = 2.5
    private static let easyBeside = 0.4

    /// Anywhere on the page: how often the evidence counts, 0…1.4.
    let anywhere: Double
    /// Right beside the day, 0…1.
    let beside: Double

    init(pageDistrust: Double) {
      anywhere = max(0, pageDistrust - Self.easy) * Self.slope
      beside = min(
        1, max(0, pageDistrust - Self.easyBeside) / (Self.hard - Self.easyBeside))
    }
  }

  /// Where a till prints no seconds, two digits behind a clock are no seconds whose colon was lost:
  /// `2026-11-16 13:47 02` is till 02.
  private func whole(_ sighting: TimeSighting) -> TimeSighting {
    guard sighting.isClipped, !sighting.isInsideNumber, sighting.times.first?.clock != nil,
      let known = layout?.layout,
      known.papers >= Self.papersOfClock,
      Set(known.timePrecisions.keys) == [.minute]
    else { return sighting }
    var whole = sighting
    whole.isClipped = false
    return whole
  }

  private static let papersOfClock = 2

  /// Seconds that are more likely misread are not taken for it.
  private static let misreadingMax = 0.05

  /// What a time says of itself that says nothing of what it is the time of.
  private static let plainLabels: Set<String> = ["time_label_plain", "time_no_label"]
  /// When it was ordered is when it was bought, where the paper has no other minute.
  private static let ordered = "time_label_ordered"
  /// 结账:11-07 15:31, and 结账时间:2026-11-07 15:31:08 at the foot.
  private static let paid = "time_label_paid"
  /// 结账 of 结账时间.
  private static let lettersOfWord = 2

  /// One moment told twice, 13:01 on a receipt and 13:01:43 on the slip stapled to it: whichever of
  /// the two is the purchase's, the one with its seconds is right. When a ticket was printed is
  /// another moment, though the minute may be the same: a layout would learn to look for that one.
  private static func joined(_ field: Field<PrintedTime>) -> Field<PrintedTime> {
    guard let best = field.best else { return field }
    let precision = best.value.clock == nil ? PrintedTime.Precision.day : .minute
    let moment = best.value.truncated(to: precision)
    let same = field.candidates.filter { $0.value.truncated(to: precision) == moment }
    if let whole = withPrint(best, among: same) {
      return Field([whole] + field.candidates.filter { !same.contains($0) })
    }
    let words = same.map { candidate in
      candidate.evidence.first { $0.code == paid }?.detail.map { $0.prefix(lettersOfWord) }
    }
    let isPaidTwice = words.allSatisfy { $0 != nil && $0 == words[0] }
    guard
      let exact = same.first(where: { candidate in
        candidate.value.precision == .second
          && candidate.evidence.contains {
            plainLabels.contains($0.code) || $0.code == ordered || $0.code == paid && isPaidTwice
          }
      }),
      let plain = same.first(where: { $0.value.precision == .minute }),
      exact == best || plain == best, exact.evidence.misreading <= misreadingMax,
      // 13:01:43 and 13:01:48: the minute speaks for both.
      same.count(where: { $0.value.precision == .second }) == 1
    else { return field }
    var joined = exact
    joined.probability = min(1, exact.probability + plain.probability)
    joined.lines = (plain.lines + exact.lines).sorted()
    return Field([joined] + field.candidates.filter { $0 != plain && $0 != exact })
  }

  /// 日期 17:59, and 打印 17:59:43 at the foot: the paper tells its minute twice, and the seconds are
  /// the printer's. So is the clock behind 销售日期 2026-11-22 and 打印 2026-11-22 20:52:13.
  private static func withPrint(
    _ best: Candidate<PrintedTime>, among same: [Candidate<PrintedTime>]
  ) -> Candidate<PrintedTime>? {
    func isPrint(_ candidate: Candidate<PrintedTime>) -> Bool {
      candidate.evidence.contains {
        $0.code == printed && $0.detail?.hasPrefix(wordOfPrint) ?? false
      }
    }
    let prints = same.filter { $0 != best }
    // 结账 17:59:1, of which the seconds were not read, is no minute.
    guard best.value.precision != .second, !isPrint(best), !prints.isEmpty,
      prints.allSatisfy(isPrint), best.evidence.misreading <= misreadingMax,
      !best.evidence.contains(where: { $0.code == clipped })
    else { return nil }
    var whole = best
    whole.probability = min(1, same.reduce(0) { $0 + $1.probability })
    return whole
  }

  private static let printed = "time_label_printed"
  private static let clipped = "time_clock_clipped"
  private static let wordOfPrint = "打印"

  private func layoutEvidence(
    _ time: PrintedTime, _ places: [TimeSighting], among all: [TimeSighting],
    lines: [PrintedLine]
  ) -> [Evidence] {
    guard let layout else { return [] }
    let known = all.contains { layout.layout.timeLabels[$0.layoutLabel(on: lines)] != nil }
    return layout.time(
      labels: places.map { $0.layoutLabel(on: lines) }, isElsewhere: known,
      precision: time.precision)
  }

  /// A day inside a number says nothing that the time printed in full does not say better.
  private func isEcho(_ sighting: TimeSighting, among all: [TimeSighting]) -> Bool {
    guard sighting.isInsideNumber, let time = sighting.times.first else { return false }
    return all.contains { other in
      !other.isInsideNumber && other.times.contains { $0.day == time.day }
        && other.label?.meaning != .other
    }
  }

  private func evidence(
    for time: PrintedTime, places: [TimeSighting], among all: [TimeSighting],
    in found: TimeSightings
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    if places.allSatisfy(\.isInsideNumber) {
      evidence.append(weights.evidence("time_inside_number"))
    } else if let best = places.max(by: { labelWeight($0) < labelWeight($1) }),
      !isPrintOfOrder(time, places: places, among: all)
    {
      let code = best.label.map { "time_label_\($0.meaning.rawValue)" } ?? "time_no_label"
      // When it was ordered is when it was paid, where it is paid first and no other time is printed.
      // A cake may be paid when it is fetched.
      let isOnlyOrdered =
        best.label?.meaning == .ordered && isOnly(time, among: all)
        && !found.lines.contains { line in Self.fetchedLater.contains(where: line.key.contains) }
      let weight = labelWeight(best)
      evidence.append(
        Evidence(code, weight: isOnlyOrdered ? max(0, weight) : weight, detail: best.label?.phrase))
    }
    // XS202611111614 may be the 1,614th of its day.
    let isInNumber = places.allSatisfy(\.isInsideNumber)
    let hasClocks = all.contains {
      $0.times.first?.clock != nil && (!$0.isInsideNumber || isInNumber)
    }
    evidence.append(
      weights.evidence(
        time.clock != nil ? "time_clock" : hasClocks ? "time_no_clock" : "time_days_only"))
    if places.allSatisfy(\.isClipped) { evidence.append(weights.evidence("time_clock_clipped")) }
    if places.allSatisfy(\.isClockApart) { evidence.append(weights.evidence("time_clock_apart")) }
    let orders = Set(places.map(\.order))
    if orders.count > 1 {
      evidence.append(weights.evidence("time_repeated", times: Double(min(3, orders.count) - 1)))
    }
    if all.contains(where: { !orders.contains($0.order) && $0.times.first?.day == time.day }) {
      evidence.append(weights.evidence("time_day_repeated"))
    }
    if places.allSatisfy({ $0.times.first != time }) {
      evidence.append(weights.evidence("time_second_reading"))
    }
    if places.allSatisfy({ $0.support.standing == .overruled }) {
      evidence.append(weights.evidence("time_overruled"))
    }
    if isBeforePrint(time, places: places, among: all) {
      evidence.append(weights.evidence("time_before_print"))
    }
    if Self.isOpenedBefore(time, places: places, among: all, in: found) {
      evidence.append(weights.evidence("time_opened_before"))
    }
    if isSlip(of: time, among: all) { evidence.append(weights.evidence("time_number_slip")) }
    // 演出时间:2026-11-18 19:30 and no other: that it is recent says nothing of a purchase.
    let isOfOther =
      !places.isEmpty
      && places.allSatisfy { place in
        place.label.map { $0.meaning == .other && $0.likeness == 1 } ?? false
      }
    if isOfOther { return evidence }
    if isOnly(time, among: all) { evidence.append(weights.evidence("time_only")) }
    let isAmbiguous = places.contains { Set($0.times.map(\.day)).count > 1 }
    if found.isYearAssumed, !(isInNumber && Self.areOfPurchase(places, on: found.lines)) {
      // Its year is the claim's, and says nothing of how old it is; a bank's number may be of any day.
      evidence.append(weights.evidence("time_year_assumed"))
    } else if let age = age(of: time, isAmbiguous: isAmbiguous) {
      evidence.append(age)
    }
    return evidence
  }

  private static let fetchedLater = [
    "预订", "预定", "预约", "取货", "提货", "取件", "自提时间", "取餐时间", "送达", "配送", "定金", "订金", "尾款",
  ].map { Key($0) }

  /// The numbers in which days stand are the receipt's or the order's.
  private static func areOfPurchase(_ places: [TimeSighting], on lines: [PrintedLine]) -> Bool {
    places.contains { place in
      let label = NumberLabels.finder.match(in: lines[place.order].key)
      return label.map { [.receipt, .order].contains($0.meaning) } ?? false
    }
  }

  /// No mall sells before; a 3 in the morning has most often lost its PM.
  static let openingHour = 7

  /// Behind other words of payment stands what was paid: `PAID: 18.50`.
  private static let wordsOfTime = ["时间", "日期", "TIME", "DATE", "PAIDAT"]

  /// Lines whose labels say that they tell the time that is meant, as when the purchase was paid,
  /// and that nobody could read: of each the clocks that could.
  private static func unread(
    _ found: TimeSightings, _ meanings: Set<TimeLabel>
  ) -> [[PrintedTime.Clock]] {
    // A day whose clock was cut off is as good as unread: 26/11/2019:54 is no day of 2019.
    let printed = found.sightings.filter { !$0.isInsideNumber && !$0.isClipped }
    let read = Set(printed.map(\.order))
    let clocks = Set(printed.compactMap(\.clockLineIndex))
    return found.lines.enumerated().compactMap { order, line in
      guard !read.contains(order), !clocks.contains(line.index),
        line.text.hasDigit, line.text.characters.contains(":")
      else { return nil }
      let words = TimeSightings.finder.exactMatches(in: line.key).filter {
        meanings.contains($0.meaning)
      }
      // Paid 14,11/2026 05:25 PM.
      let isPaid =
        !words.isEmpty && TimeSightings.isClockBegun(in: line.text.characters)
        && !isOfOther(found.scanned[order], meanings)
        || words.contains { word in wordsOfTime.contains(where: word.phrase.contains) }
      let clocks = found.scanned[order].flatMap(\.clocks).map(\.clock)
      // Of 结账 19:48 开台 17:30 neither is known to be the one that was paid at.
      let minutes = Set(clocks.map { $0.hour * 60 + $0.minute })
      return isPaid ? (minutes.count == 1 ? clocks : []) : nil
    }
  }

  /// What stands before the line's clock names another time: 开单11:06 收银:收银3.
  private static func isOfOther(
    _ texts: [TimeSightings.Scanned], _ meanings: Set<TimeLabel>
  ) -> Bool {
    texts.contains { found in
      guard let clock = found.clocks.first else { return false }
      let before = Key(characters: found.scanner.text.characters[..<clock.range.lowerBound])
      let last = TimeSightings.finder.exactMatches(in: before).last
      return last.map { !meanings.contains($0.meaning) } ?? false
    }
  }

  /// CLOSED NOV22 07:22PM tells the minute of a time, though not its day.
  private static func tells(_ clocks: [PrintedTime.Clock], _ time: PrintedTime) -> Bool {
    clocks.contains { $0.hour == time.clock?.hour && $0.minute == time.clock?.minute }
  }

  /// 开单时间 HH2026112010898181, 结账时间 11-20 16:26, and below it 2026/11/20 17:35 without a word: on a
  /// sheet in waves each value was put beside the label below its own, and nobody knows whose any
  /// is.
  private static func areLabelsSlipped(_ found: TimeSightings) -> Bool {
    let times = zip(found.lines, found.scanned).map { line, scanned in
      (line: line, scanned: scanned, isTold: scanned.contains { !$0.clocks.isEmpty })
    }
    let hasOther = times.contains { line, scanned, isTold in
      !isTold && !scanned.contains { $0.days.contains { !$0.isInsideNumber || $0.clock != nil } }
        && line.text.characters.count(where: \.isASCIIDigit) >= digitsOfOther
        && TimeSightings.finder.exactMatches(in: line.key).contains {
          $0.meaning != .other && $0.range.lowerBound == 0
            && wordsOfTime.contains(where: $0.phrase.contains)
        }
    }
    return hasOther
      && zip(times, times.dropFirst()).contains { above, here in
        here.scanned.contains { !$0.clocks.isEmpty && $0.isPlain }
          && TimeSightings.finder.match(in: above.line.key) != nil && above.isTold
      }
  }

  /// More than a day has.
  private static let digitsOfOther = 10

  /// A number that tells the same day tells the same clock but for one digit, and not the last:
  /// one of the two is misread.
  private func isSlip(of time: PrintedTime, among all: [TimeSighting]) -> Bool {
    guard let clock = time.clock else { return false }
    return all.contains { other in
      guard other.isInsideNumber, let told = other.times.first, told.day == time.day,
        let number = told.clock, number.second != nil
      else { return false }
      let (one, two) = (clock.hour * 60 + clock.minute, number.hour * 60 + number.minute)
      let isSameMinute = clock.minute == number.minute
      let isSameHour = clock.hour == number.hour && clock.minute % 10 == number.minute % 10
      let hoursDiffer = clock.hour / 10 == number.hour / 10 || clock.hour % 10 == number.hour % 10
      return one != two && (isSameMinute && hoursDiffer || isSameHour)
    }
  }

  /// 开台 17:30, and 19:48 beside no words or plain ones: the bill was opened at the one and closed
  /// at the other. So it is where the later one's day could not be read, 3026//19:24, or is not
  /// printed.
  private static func isOpenedBefore(
    _ time: PrintedTime, places: [TimeSighting], among all: [TimeSighting], in found: TimeSightings
  ) -> Bool {
    guard let clock = time.clock, places.allSatisfy({ $0.label?.meaning == .opened }) else {
      return false
    }
    func isLater(_ other: PrintedTime.Clock) -> Bool {
      (1...stayMinutesMax).contains(
        (other.hour - clock.hour) * 60 + other.minute - clock.minute)
    }
    let sighted = Set(all.map(\.order)).union(places.map(\.order))
    let taken = Set(all.compactMap(\.clockLineIndex))
    return all.contains { other in
      !other.isInsideNumber && isPlain(other, on: found.lines[other.order])
        && other.times.first.map { $0.day == time.day && $0.clock.map(isLater) ?? false } ?? false
    }
      || zip(found.lines, found.scanned).enumerated().contains { order, place in
        let clocks = place.1.first?.clocks ?? []
        return clocks.count == 1 && isLater(clocks[0].clock)
          && isClosing(place.0, before: clocks[0].range.lowerBound)
          && !sighted.contains(order) && !taken.contains(place.0.index)
      }
  }

  /// Left of a day stands before the clock, or no word but one of a plain time or of the print:
  /// 3026//19:24, 打印 19:48, and not 取餐 17:45.
  private static func isClosing(_ line: PrintedLine, before start: Int) -> Bool {
    let digits = line.text.characters[..<start].count(where: \.isASCIIDigit)
    let words = Key(characters: line.text.characters.filter { !$0.isNumber })
    let label = TimeSightings.finder.match(in: words)
    // 打烊时间 is when the shop closes.
    let isNamed =
      label.map {
        [.plain, .printed].contains($0.meaning) && $0.likeness == 1
          && $0.range.count == words.count
      }
      ?? words.isEmpty
    return hasFewWords(line) && (digits >= digitsOfTornDay || isNamed)
  }

  private static let digitsOfTornDay = 3

  /// Beside plain words, or next to none: 停车免费至 2026-11-20 15:00 is when something ends.
  private static func isPlain(_ sighting: TimeSighting, on line: PrintedLine) -> Bool {
    sighting.label.map { $0.meaning == .plain } ?? hasFewWords(line)
  }

  private static func hasFewWords(_ line: PrintedLine) -> Bool {
    let words = line.key.letters.filter { !$0.isDigit }
    return words.count <= wordsBesideMax && !words.contains(where: signsOfEnd.contains)
  }

  private static let wordsBesideMax = 4
  private static let signsOfEnd = Set("至前于止到".unicodeScalars)
  private static let stayMinutesMax = 6 * 60

  /// No other time is printed, save readings of the same digits.
  private func isOnly(_ time: PrintedTime, among all: [TimeSighting]) -> Bool {
    time.clock != nil
      && all.allSatisfy { other in
        other.isInsideNumber || other.times.first.map(time.agrees) ?? true
      }
  }

  /// Most receipts are handed in within so many days.
  private static let latelyDays = 7

  /// - Parameter isAmbiguous: the same digits tell another day as well: which of the two it is must
  ///   not depend on when the paper is claimed, or one paper could be two purchases.
  private func age(of time: PrintedTime, isAmbiguous: Bool) -> Evidence? {
    guard let hint else { return nil }
    let code =
      switch hint.ordinal - time.day.ordinal {
      case ..<0: "time_future"
      case 0...Self.latelyDays where !isAmbiguous: "time_lately"
      case 0...60: "time_recent"
      case 61...400: "time_old"
      default: "time_very_old"
      }
    return weights.evidence(code)
  }

  private func labelWeight(_ place: TimeSighting) -> Double {
    guard let label = place.label else { return weights("time_no_label") }
    let weight = weights("time_label_\(label.meaning.rawValue)")
    return weight > 0 ? weight * (0.5 + 0.5 * label.likeness) : weight
  }

  private func misreading(_ places: [TimeSighting], _ misreading: Misreading) -> [Evidence] {
    misreading.evidence(
      "misread_time",
      of: places.map { place in
        Misreading.Place(
          support: place.support, confidence: place.leastConfidence,
          isRepaired: place.isRepaired, isUneven: place.isUneven, isHourShort: place.isHourShort,
          isCut: place.isClipped, line: place.order)
      })
  }
}
