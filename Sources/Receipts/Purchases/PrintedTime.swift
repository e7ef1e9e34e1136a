package import struct Foundation.Calendar
package import struct Foundation.Date
package import struct Foundation.DateComponents
package import struct Foundation.TimeZone

/// The time of purchase as the paper prints it, to the precision printed, in the mall's time zone.
package struct PrintedTime: Hashable, Sendable {
  package enum Precision: String, Codable, Sendable, CaseIterable {
    case day, minute, second
  }

  package let day: Day
  /// `nil` when the paper prints the day alone.
  package let clock: Clock?

  /// A time of day to the minute or the second.
  package struct Clock: Hashable, Sendable {
    package let hour: Int
    package let minute: Int
    /// `nil` when the paper prints no seconds.
    package let second: Int?

    /// `nil` outside 00:00:00…23:59:59.
    package init?(hour: Int, minute: Int, second: Int? = nil) {
      guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second ?? 0)
      else { return nil }
      self.hour = hour
      self.minute = minute
      self.second = second
    }
  }

  package init(day: Day, clock: Clock? = nil) {
    self.day = day
    self.clock = clock
  }

  /// Tills that count the night to the day before close by this hour.
  package static let nightEnds = 6

  /// It has a clock, and a till may count it to the day before.
  package var isAtNight: Bool { clock.map { $0.hour < Self.nightEnds } ?? false }

  package var precision: Precision {
    guard let clock else { return .day }
    return clock.second == nil ? .minute : .second
  }

  /// Minutes since 1970-01-01 00:00 of the mall's own clock; of midnight when only a day is
  /// printed.
  package var ordinalMinute: Int {
    day.ordinal * 1440 + (clock.map { $0.hour * 60 + $0.minute } ?? 0)
  }

  /// Whether both say the same as far as the coarser of them says anything.
  package func agrees(with other: PrintedTime) -> Bool {
    guard day == other.day else { return false }
    guard let clock, let theirs = other.clock else { return true }
    guard clock.hour == theirs.hour, clock.minute == theirs.minute else { return false }
    guard let second = clock.second, let their = theirs.second else { return true }
    return second == their
  }

  /// Reads `2026-11-03`, `2026-11-03T12:37` or `2026-11-03T12:37:00`; a zone after it is ignored,
  /// since a paper's time is the mall's own.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard let date = parts.first, let day = Day(iso: date), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(day: day)
      return
    }
    let clockText = parts[1].prefix { $0.isNumber || $0 == ":" }
    let fields = clockText.split(separator: ":").map { Int($0) }
    guard fields.count == 2 || fields.count == 3, let hour = fields[0], let minute = fields[1],
      let clock = Clock(hour: hour, minute: minute, second: fields.count == 3 ? fields[2] : nil)
    else { return nil }
    self.init(day: day, clock: clock)
  }

  /// `2026-11-03`, `2026-11-03T12:37:00`, without zone; seconds are written even when not printed,
  /// as the contract does.
  package var iso: String {
    guard let clock else { return day.description }
    return
      "\(day)T\(clock.hour.twoDigits):\(clock.minute.twoDigits):\((clock.second ?? 0).twoDigits)"
  }

  /// As ``iso``, and no finer than the paper prints it: `2026-11-03T12:37`.
  package var printed: String {
    switch precision {
    case .day, .second: iso
    case .minute: String(iso.dropLast(3))
    }
  }

  /// The instant it names in that zone; of the day's first moment when only the day is printed.
  package func instant(in zone: TimeZone) -> Date? {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    return calendar.date(
      from: DateComponents(
        year: day.year, month: day.month, day: day.day, hour: clock?.hour ?? 0,
        minute: clock?.minute ?? 0, second: clock?.second ?? 0))
  }

  /// As ``instant(in:)``, but of the day's last minute when only the day is known: what was handed
  /// in on a day came after what was bought on it.
  package func latestInstant(in zone: TimeZone) -> Date? {
    guard clock == nil else { return instant(in: zone) }
    return PrintedTime(day: day, clock: Clock(hour: 23, minute: 59)).instant(in: zone)
  }

  /// What a clock on the mall's wall shows at that instant, to the second.
  package init?(_ instant: Date, in zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: instant)
    guard let year = parts.year, let month = parts.month, let dayOfMonth = parts.day,
      let day = Day(year: year, month: month, day: dayOfMonth), let hour = parts.hour,
      let minute = parts.minute
    else { return nil }
    self.init(day: day, clock: Clock(hour: hour, minute: minute, second: parts.second))
  }
}

extension PrintedTime: Codable {
  private enum CodingKeys: String, CodingKey { case value, precision }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .value)
    let precision = try container.decode(Precision.self, forKey: .precision)
    guard let time = PrintedTime(iso: text)?.truncated(to: precision) else {
      throw DecodingError.dataCorruptedError(
        forKey: .value, in: container, debugDescription: "\(text) is no time to the \(precision)")
    }
    self = time
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(iso, forKey: .value)
    try container.encode(precision, forKey: .precision)
  }

  /// The same time to a coarser precision; `nil` when it is not known that finely.
  package func truncated(to precision: Precision) -> PrintedTime? {
    switch (precision, clock) {
    case (.day, _): PrintedTime(day: day)
    case (.minute, .some(let clock)):
      PrintedTime(day: day, clock: Clock(hour: clock.hour, minute: clock.minute))
    case (.second, .some(let clock)) where clock.second != nil: self
    case (.minute, nil), (.second, _): nil
    }
  }
}
