import Foundation
package import Receipts

/// A recognised text in which true values are looked for: a common, simple measure that asks
/// nothing of a reader but the right characters, so that any two can be held side by side.
///
/// Spaces never count, nor do full-width forms. A short value can be found by chance inside a
/// longer one; that is as likely for every reader.
package struct FoundText: Sendable {
  /// Without spaces, half-width, upper case.
  private let lines: [String]
  /// Digits of the lines.
  private let digits: [String]
  /// Letters and digits of the lines.
  private let plain: [String]

  package init(_ text: String) {
    lines = text.split(whereSeparator: \.isNewline).map { Self.folded($0) }
    digits = lines.map { $0.filter { $0.isASCII && $0.isNumber } }
    plain = lines.map { ReceiptNumber($0).key }
  }

  private static func folded(_ line: Substring) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where !scalar.properties.isWhitespace {
      // Full-width forms lie as far from the half-width ones as their block from ASCII's.
      let half = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      folded.append(Unicode.Scalar(half) ?? scalar)
    }
    return String(folded).uppercased()
  }

  /// Which labelled fields of the truth stand in the text; those without a truth are not in it.
  package func found(_ truth: Truth) -> [FieldName: Bool] {
    var found: [FieldName: Bool] = [:]
    if let amount = truth.amount, truth.isLabelled(.amount) { found[.amount] = holds(amount) }
    if let time = truth.time, truth.isLabelled(.time) { found[.time] = holds(time) }
    if let number = truth.receiptNumber, truth.isLabelled(.receiptNumber) {
      found[.receiptNumber] = ([number] + truth.receiptNumberAlternatives).contains { number in
        let key = ReceiptNumber(number).key
        return plain.contains { $0.contains(key) }
      }
    }
    return found
  }

  /// With its decimals, with or without grouping; whole amounts also without decimals when they
  /// have three digits or more.
  private func holds(_ amount: Money) -> Bool {
    var forms = [amount.decimal.filter { $0 != "-" }]
    let whole = forms[0].prefix { $0 != "." }
    if forms[0].dropFirst(whole.count).allSatisfy({ $0 == "." || $0 == "0" }), whole.count >= 3 {
      forms.append(String(whole))
    }
    return lines.contains { line in
      let ungrouped = line.filter { $0 != "," }
      return forms.contains { ungrouped.contains($0) }
    }
  }

  private func holds(_ time: PrintedTime) -> Bool {
    let forms = Self.forms(of: time.day)
    let hasDay =
      digits.contains { line in forms.digits.contains { line.contains($0) } }
      || plain.contains { line in forms.named.contains { line.contains($0) } }
    guard hasDay, let clock = time.clock else { return hasDay }
    let clocks = Self.forms(of: clock)
    return lines.contains { line in clocks.contains { line.contains($0) } }
  }

  private static let months = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]

  /// Digits as 2026-11-03, 26-11-03, 2026/11/3, 03/11/2026, 11/03/2026 and 03/11/26 leave them,
  /// and 03-Nov-2026 and Nov 3, 2026 with the month's name.
  private static func forms(of day: Day) -> (digits: [String], named: [String]) {
    let (year, shortYear) = ("\(day.year)", (day.year % 100).twoDigits)
    let (month, date) = (day.month.twoDigits, day.day.twoDigits)
    let digits = [
      year + month + date, shortYear + month + date, "\(year)\(day.month)\(day.day)",
      "\(year)\(month)\(day.day)", "\(year)\(day.month)\(date)", date + month + year,
      month + date + year, date + month + shortYear, "\(day.day)\(day.month)\(year)",
      "\(day.month)\(day.day)\(year)",
    ]
    let name = months[day.month - 1]
    let named = [date, "\(day.day)"].flatMap { date in
      [year, shortYear].flatMap { year in [date + name + year, name + date + year] }
    }
    return (digits, named)
  }

  /// To the precision printed, by both clocks: `14:05` and `2:05`.
  private static func forms(of clock: PrintedTime.Clock) -> [String] {
    let rest =
      ":\(clock.minute.twoDigits)" + (clock.second.map { ":\($0.twoDigits)" } ?? "")
    let half = clock.hour % 12 == 0 ? 12 : clock.hour % 12
    return [clock.hour.twoDigits, "\(clock.hour)", half.twoDigits, "\(half)"].map { $0 + rest }
  }
}

extension FoundText {
  /// What all readers made of a page, a line each.
  init(_ page: Page) {
    self.init(page.lines.flatMap { $0.transcripts.map(\.text) }.joined(separator: "\n"))
  }
}
