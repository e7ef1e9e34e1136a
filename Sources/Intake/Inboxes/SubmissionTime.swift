package import Foundation
import Receipts

/// Reads a time of submission as claims files and notes write it (ISO 8601):
/// `2026-11-18T12:37:00+08:00`, `…Z`, with fractions of a second or without, or without a zone, which
/// then is the mall's. `nil` when it is none.
package func submissionTime(_ text: String, in timeZone: TimeZone) -> Date? {
  guard text.utf8.count <= 40 else { return nil }
  let formatter = ISO8601DateFormatter()
  for options: ISO8601DateFormatter.Options in [
    .withInternetDateTime, [.withInternetDateTime, .withFractionalSeconds],
  ] {
    formatter.formatOptions = options
    if let date = formatter.date(from: text) { return date }
  }
  guard !text.hasSuffix("Z"), !text.dropFirst(11).contains(where: { $0 == "+" || $0 == "-" })
  else { return nil }
  return PrintedTime(iso: text)?.instant(in: timeZone)
}
