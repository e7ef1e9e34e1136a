/// What one confirmed paper shows of how its counter's till prints.
package struct Specimen: Hashable, Codable, Sendable {
  /// The labels before the places where the amount that was paid stands, as the lexicon spells
  /// them, or as printed where it has no such label; empty where no place was found.
  package var amountLabels: [String]
  /// The labels before numbers that are other than what was paid.
  package var otherAmountLabels: [String]
  /// The labels before the time of purchase; `""`: none stands before it.
  package var timeLabels: [String]
  package var timePrecision: PrintedTime.Precision?
  package var numberLabels: [String]
  /// See ``shape(of:)``; `nil` where no number is printed, or none was found.
  package var numberShape: String?
  /// Where the number tells the day; `nil` where no number was found, or an earlier version of the
  /// program did not look.
  package var dayPlaces: [DayPlace]?
  /// The day that the number tells, of the purchase where it tells none; `nil` where an earlier
  /// version of the program did not keep it.
  package var day: Day?
  /// Something was taken off what the items cost; `nil` where an earlier version of the program did
  /// not look.
  package var isReduced: Bool?
  /// The lines at the very top that may be what the shop calls itself; `nil` where an earlier
  /// version of the program did not keep them.
  package var headings: [String]?
  /// Letters and digits of the lines at head and foot that name no purchase.
  package var lines: [String]

  package init(
    amountLabels: [String] = [], otherAmountLabels: [String] = [], timeLabels: [String] = [],
    timePrecision: PrintedTime.Precision? = nil, numberLabels: [String] = [],
    numberShape: String? = nil, dayPlaces: [DayPlace]? = nil, day: Day? = nil,
    isReduced: Bool? = nil, headings: [String]? = nil, lines: [String] = []
  ) {
    self.amountLabels = amountLabels
    self.otherAmountLabels = otherAmountLabels
    self.timeLabels = timeLabels
    self.timePrecision = timePrecision
    self.numberLabels = numberLabels
    self.numberShape = numberShape
    self.dayPlaces = dayPlaces
    self.day = day
    self.isReduced = isReduced
    self.headings = headings
    self.lines = lines
  }

  /// How a receipt number is built: digits as 9, letters as A, all else as it stands.
  package static func shape(of number: ReceiptNumber) -> String {
    String(
      number.rawValue.map { character in
        character.isNumber ? "9" : character.isLetter ? "A" : character
      })
  }
}
