/// Where the numbers of a till tell the day of the purchase: `7149 261117 197` behind the shop's four
/// digits, `1117 454857` at the start and without the year.
package struct DayPlace: Hashable, Codable, Sendable, Comparable {
  package enum Form: String, Codable, Sendable, CaseIterable {
    case fullYear = "yyyyMMdd"
    case shortYear = "yyMMdd"
    case noYear = "MMdd"
  }

  package var form: Form
  /// Digits of the number before it.
  package var start: Int

  package init(form: Form, start: Int) { (self.form, self.start) = (form, start) }

  /// What tells more of the day comes first.
  package static func < (one: DayPlace, other: DayPlace) -> Bool {
    (-one.form.rawValue.count, one.start) < (-other.form.rawValue.count, other.start)
  }

  /// All places in which a number tells a day; of 20261117 only the whole.
  package static func places(of day: Day, in number: ReceiptNumber) -> [DayPlace] {
    let digits = digits(of: number)
    var taken: [Range<Int>] = []
    var places: [DayPlace] = []
    for form in Form.allCases {
      let sought = form.digits(of: day)
      guard sought.count <= digits.count else { continue }
      for start in 0...digits.count - sought.count {
        let range = start..<start + sought.count
        guard digits[range].elementsEqual(sought), !taken.contains(where: range.overlaps) else {
          continue
        }
        taken.append(range)
        places.append(DayPlace(form: form, start: start))
      }
    }
    return places.sorted()
  }

  /// The day that a number tells here; `nil` where its digits are none.
  ///
  /// - Parameter year: of the purchase, for numbers that tell none.
  package func day(in number: ReceiptNumber, year: Int) -> Day? {
    let digits = Self.digits(of: number)
    let range = start..<start + form.rawValue.count
    guard range.upperBound <= digits.count, let value = Int(String(digits[range])) else {
      return nil
    }
    let ofNumber = value / 10_000
    let told =
      switch form {
      case .fullYear: ofNumber
      case .shortYear: 2_000 + ofNumber
      case .noYear: year
      }
    return Day(year: told, month: value / 100 % 100, day: value % 100)
  }

  private static func digits(of number: ReceiptNumber) -> [Character] {
    number.key.filter { $0.isASCII && $0.isNumber }.map { $0 }
  }
}

extension DayPlace.Form {
  fileprivate func digits(of day: Day) -> [Character] {
    let monthAndDay = day.month.twoDigits + day.day.twoDigits
    return switch self {
    case .fullYear: Array("\(day.year)" + monthAndDay)
    case .shortYear: Array((day.year % 100).twoDigits + monthAndDay)
    case .noYear: Array(monthAndDay)
    }
  }
}
