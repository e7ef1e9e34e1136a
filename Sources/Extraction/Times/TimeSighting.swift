import Receipts

/// A time of purchase as it may stand in one place of the paper.
struct TimeSighting: Sendable {
  /// All readings of the printed day, the likeliest first, with the clock where there is one.
  var times: [PrintedTime]
  var label: TimeLabel?
  var likeness: Double
  var phrase: String?
  var lineIndex: Int
  var order: Int
  var isInsideNumber: Bool
  var hasMeridiem: Bool
  var leastConfidence: Double
  var isRepaired: Bool
  var agreement: MoneyToken.Agreement
}

/// Reads all times of a paper with their labels.
struct TimeSightings {
  private(set) var sightings: [TimeSighting] = []

  private static let finder = LabelFinder(
    Lexicon.times, vague: Lexicon.vagueTimes)

  private struct Scanned {
    var days: [DayToken]
    var clocks: [ClockToken]
    var characters: [Character]
  }

  init(lines: [PrintedLine], hint: Day?) {
    let scanned = lines.map { line in
      line.texts.map { text in
        let scanner = TimeScanner(text)
        return Scanned(
          days: scanner.days(), clocks: scanner.clocks(), characters: scanner.characters)
      }
    }
    for order in lines.indices {
      var onLine: [TimeSighting] = []
      for (reader, one) in scanned[order].enumerated() {
        for (number, day) in one.days.enumerated() {
          let clock =
            day.isInsideNumber
            ? day.clock
            : Self.clock(for: day, number: number, in: one)
              ?? Self.neighbour(of: order, reader: reader, in: scanned)
          onLine.append(
            Self.sighting(
              day, clock: clock, in: one, lines: lines, order: order, hint: hint))
        }
      }
      sightings += Self.merged(onLine, readers: lines[order].texts.count)
    }
  }

  /// The clock on the day's own line: the first after it, or one before it when it is the only day.
  private static func clock(
    for day: DayToken, number: Int, in scanned: Scanned
  ) -> ClockToken? {
    if let after = scanned.clocks.first(where: {
      $0.range.lowerBound >= day.range.upperBound - 2
    }) {
      let next = number + 1 < scanned.days.count ? scanned.days[number + 1].range.lowerBound : .max
      if after.range.lowerBound < next { return after }
    }
    guard scanned.days.count == 1 else { return nil }
    return scanned.clocks.last { $0.range.upperBound <= day.range.lowerBound }
  }

  /// A clock on another line that has no day of its own: the next ones first.
  private static func neighbour(
    of order: Int, reader: Int, in scanned: [[Scanned]]
  ) -> ClockToken? {
    for offset in [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6] {
      guard let texts = scanned[safe: order + offset], let text = texts[safe: reader] ?? texts.first,
        texts.allSatisfy({ text in text.days.allSatisfy(\.isInsideNumber) })
      else { continue }
      if let clock = text.clocks.first ?? texts.first?.clocks.first { return clock }
    }
    return nil
  }

  private static func sighting(
    _ day: DayToken, clock: ClockToken?, in scanned: Scanned, lines: [PrintedLine], order: Int,
    hint: Day?
  ) -> TimeSighting {
    let before = String(scanned.characters[..<day.range.lowerBound])
    var match = finder.match(in: Array(Folding.key(before)))
    if match == nil, Folding.key(before).isEmpty, order > 0 {
      let above = lines[order - 1].key
      if above.count <= 8, !above.contains(where: \.isNumber) {
        match = finder.match(in: Array(above))
      }
    }
    let days = ranked(day.days, hint: hint, monthIsFirst: clock?.hasMeridiem ?? false)
    return TimeSighting(
      times: days.map { PrintedTime(day: $0, clock: clock?.clock) }, label: match?.meaning,
      likeness: match?.likeness ?? 0, phrase: match?.phrase, lineIndex: lines[order].index,
      order: order, isInsideNumber: day.isInsideNumber, hasMeridiem: clock?.hasMeridiem ?? false,
      leastConfidence: min(day.leastConfidence, clock?.leastConfidence ?? 1),
      isRepaired: day.isRepaired || (clock?.isRepaired ?? false), agreement: .alone)
  }

  /// The readings of ambiguous digits, those first that lie in the weeks before the claim.
  private static func ranked(_ days: [Day], hint: Day?, monthIsFirst: Bool) -> [Day] {
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

  /// Two readers' views of one line as one: agreed or disputed.
  private static func merged(_ sightings: [TimeSighting], readers: Int) -> [TimeSighting] {
    guard readers > 1 else { return sightings }
    var result: [TimeSighting] = []
    for sighting in sightings {
      if let index = result.firstIndex(where: { $0.times.first == sighting.times.first }) {
        result[index].agreement = .agreed
        if sighting.likeness > result[index].likeness {
          result[index].label = sighting.label
          result[index].likeness = sighting.likeness
          result[index].phrase = sighting.phrase
        }
      } else {
        result.append(sighting)
      }
    }
    if result.count > 1, Set(result.compactMap { $0.times.first?.day }).count > 0 {
      for index in result.indices where result[index].agreement == .alone {
        let rivals = result.indices.filter { $0 != index }
        if rivals.contains(where: { Self.isRival(result[index], result[$0]) }) {
          result[index].agreement = .disputed
        }
      }
    }
    return result
  }

  private static func isRival(_ one: TimeSighting, _ other: TimeSighting) -> Bool {
    one.times.first != other.times.first && one.isInsideNumber == other.isInsideNumber
  }
}
