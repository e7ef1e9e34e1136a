/// Where the numbers of a till tell the day of the purchase: `7149 261117 197` behind the shop's
/// four digits, `1117 454857` at the start and without the year.
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

  /// All places in which a number tells a day; of 20261117 only the whole, of 11111 both of the
  /// eleventh of November: other papers tell which it is.
  package static func places(of day: Day, in number: ReceiptNumber) -> [DayPlace] {
    let digits = digits(of: number)
    var places: [DayPlace] = []
    for form in Form.allCases {
      let sought = form.digits(of: day)
      guard sought.count <= digits.count else { continue }
      let longer = places
      for start in 0...digits.count - sought.count {
        let place = DayPlace(form: form, start: start)
        if digits[place.range].elementsEqual(sought),
          !longer.contains(where: { $0.range.overlaps(place.range) })
        {
          places.append(place)
        }
      }
    }
    return places.sorted()
  }

  /// The day that a number tells here; `nil` where its digits are none.
  ///
  /// - Parameter day: of the purchase, as printed: of numbers that tell no year, the nearest such
  ///   day is meant.
  package func day(in number: ReceiptNumber, near day: Day) -> Day? {
    let digits = Self.digits(of: number)
    guard range.upperBound <= digits.count, let value = Int(String(digits[range])) else {
      return nil
    }
    let ofNumber = value / 10_000
    let years =
      switch form {
      case .fullYear: [ofNumber]
      case .shortYear: [2_000 + ofNumber]
      case .noYear: [day.year - 1, day.year, day.year + 1]
      }
    return years.compactMap { Day(year: $0, month: value / 100 % 100, day: value % 100) }
      .min { abs($0.ordinal - day.ordinal) < abs($1.ordinal - day.ordinal) }
  }

  private var range: Range<Int> { start..<start + form.rawValue.count }

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
