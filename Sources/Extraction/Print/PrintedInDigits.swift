import Receipts

/// A value that papers print in digits.
protocol PrintedInDigits {
  /// Whether a number of the paper, of which the digits are given, tells it or a part of it.
  func isPrinted(in digits: String) -> Bool
}

extension Money: PrintedInDigits {
  /// 1,299.00 and 1299 are both of 1299.00.
  func isPrinted(in digits: String) -> Bool {
    let units = abs(minorUnits)
    let parts = [1, 10, 100].filter { units % $0 == 0 }.map { "\(units / $0)" }
    return parts.contains(where: digits.contains)
  }
}

extension PrintedTime: PrintedInDigits {
  /// The day of the month beside the month, or the hour with its minute.
  func isPrinted(in digits: String) -> Bool {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let days = [two(day.month) + two(day.day), two(day.day) + two(day.month)]
    let plain = day.month < 10 || day.day < 10 ? ["\(day.month)\(day.day)"] : []
    let clocks = clock.map { [two($0.hour) + two($0.minute), "\($0.hour)\(two($0.minute))"] } ?? []
    return (days + plain + clocks).contains(where: digits.contains)
  }
}

extension ReceiptNumber: PrintedInDigits {
  func isPrinted(in digits: String) -> Bool {
    let own = String(rawValue.filter { $0.isASCII && $0.isNumber })
    return !digits.isEmpty && (own.contains(digits) || digits.contains(own) && !own.isEmpty)
  }
}
