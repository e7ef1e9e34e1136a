package import Foundation
import Receipts

/// Instants as files and commands write them, after ISO 8601.
package enum Instant {
  /// Reads `2026-11-18T12:37:00+08:00`, `…Z`, or without a zone, then in that of the mall; a day
  /// alone is its last minute.
  package static func date(iso text: String, timeZone: TimeZone) -> Date? {
    guard let time = PrintedTime(iso: text) else { return nil }
    // Past the last digit of the clock stands the zone; a fraction of a second is dropped.
    let clock = text.drop { $0 != "T" && $0 != " " }.dropFirst()
    var rest = clock.drop { $0.isNumber || $0 == ":" }
    if rest.first == "." { rest = rest.dropFirst().drop { $0.isNumber } }
    guard let zone = zone(String(rest), local: timeZone) else { return nil }
    return time.latestInstant(in: zone)
  }

  /// `2026-11-18T12:37:00+08:00`, in that zone.
  package static func iso(_ date: Date, in timeZone: TimeZone) -> String {
    guard let time = PrintedTime(date, in: timeZone) else { return "" }
    return time.iso + offset(of: timeZone, at: date)
  }

  /// `+08:00`.
  package static func offset(of timeZone: TimeZone, at date: Date) -> String {
    let minutes = timeZone.secondsFromGMT(for: date) / 60
    let magnitude = abs(minutes)
    return (minutes < 0 ? "-" : "+") + (magnitude / 60).twoDigits + ":"
      + (magnitude % 60).twoDigits
  }

  private static func zone(_ text: String, local: TimeZone) -> TimeZone? {
    if text.isEmpty { return local }
    if text == "Z" || text == "z" { return TimeZone(secondsFromGMT: 0) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4 || digits.count == 2, let number = Int(digits) else { return nil }
    let (hours, minutes) = digits.count == 2 ? (number, 0) : (number / 100, number % 100)
    guard hours <= 14, minutes < 60 else { return nil }
    return TimeZone(secondsFromGMT: (sign == "-" ? -1 : 1) * (hours * 60 + minutes) * 60)
  }
}
