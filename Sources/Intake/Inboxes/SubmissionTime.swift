package import Foundation
import Receipts

/// Reads a time of submission as claims files and notes write it (ISO 8601):
/// `2026-11-18T12:37:00+08:00`, `…Z`, with a fraction of a second or without, or without a zone,
/// which then is the mall's; a day alone is its last minute. `nil` when it is none.
package func submissionTime(_ text: String, in timeZone: TimeZone) -> Date? {
  let form =
    /(?<day>\d{4}-\d\d-\d\d)([T ](?<clock>\d\d:\d\d(:\d\d)?)(?<fraction>\.\d{1,9})?(?<zone>Z|[+\-]\d\d:?\d\d)?)?/
  guard text.utf8.count <= 40, let match = text.wholeMatch(of: form) else { return nil }
  let clock = match.clock.map { "T\($0)" } ?? ""
  guard let zone = match.zone.map(zone) ?? timeZone,
    let instant = PrintedTime(iso: match.day + clock)?.latestInstant(in: zone)
  else { return nil }
  let fraction = match.fraction.flatMap { TimeInterval("0\($0)") } ?? 0
  return instant.addingTimeInterval(fraction)
}

/// `Z`, `+08:00` or `+0800`; `nil` beyond the 14 hours that zones reach.
private func zone(_ text: Substring) -> TimeZone? {
  guard text != "Z" else { return .gmt }
  let digits = text.dropFirst().filter(\.isNumber)
  guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14,
    minutes < 60
  else { return nil }
  return TimeZone(secondsFromGMT: (text.first == "-" ? -1 : 1) * (hours * 60 + minutes) * 60)
}
