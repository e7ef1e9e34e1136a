import Receipts

/// A value that papers print in digits.
protocol PrintedInDigits {
  /// Whether a number of the paper, of which the digits are given, may tell it or a part of it, misread
  /// perhaps: in doubt it may.
  func mayBePrinted(in digits: String) -> Bool
}

extension Money: PrintedInDigits {
  /// 1,299.00 and 1299 are both of 1299.00, and 2816.00 of two for 816.00.
  func mayBePrinted(in digits: String) -> Bool {
    let units = abs(minorUnits)
    let parts = [1, 10, 100].filter { units % $0 == 0 }.map { "\(units / $0)" }
    return parts.contains { digits == $0 || $0.count >= 3 && digits.hasSuffix($0) }
  }
}

extension PrintedTime: PrintedInDigits {
  /// The year, the day of the month beside the month, or the hour with its minute, of either half of
  /// the day.
  func mayBePrinted(in digits: String) -> Bool {
    func forms(_ number: Int) -> [String] {
      number < 10 ? ["0\(number)", "\(number)"] : ["\(number)"]
    }
    func pairs(_ one: [String], _ other: [String]) -> [String] {
      one.flatMap { first in other.map { first + $0 } }
    }
    let (months, days) = (forms(day.month), forms(day.day))
    let clocks = clock.map { clock in
      pairs(
        forms(clock.hour) + forms((clock.hour + 11) % 12 + 1), [forms(clock.minute)[0]])
    }
    let told = ["\(day.year)"] + pairs(months, days) + pairs(days, months) + (clocks ?? [])
    return told.contains(where: digits.contains)
  }
}

extension ReceiptNumber: PrintedInDigits {
  /// Three digits in a row are the number's, or all of it.
  func mayBePrinted(in digits: String) -> Bool {
    let own = Array(rawValue.filter { $0.isASCII && $0.isNumber })
    guard own.count > Self.telling else { return !own.isEmpty && digits.contains(String(own)) }
    return (0...own.count - Self.telling).contains {
      digits.contains(String(own[$0..<$0 + Self.telling]))
    }
  }

  private static let telling = 3
}
