/// The digits of a time as one reader saw them, in the groups that words part: 2026, 11, 05, 16 and
/// 48 of 2026年11月05日16:48.
///
/// Tesseract's Latin model cannot read the words and makes other characters of them, digits among
/// these, so that its text is no time: `20264F11A705A]16:48`. Whether it saw the same digits can be
/// told all the same.
struct DigitTrail: Sendable, Hashable {
  private struct Group: Sendable, Hashable {
    var digits: [PrintedCharacter]
    /// So many characters may stand before it.
    var gapMax: Int
  }

  private let groups: [Group]
  /// A word that a Latin model cannot read stands between two groups.
  private let hasWords: Bool
  /// NOVEMBER of `November 11, 2026`, where a month's name stands before the first group; empty
  /// otherwise. Where the model is shown the line from its first digit on, it sees no more than the
  /// end of it: `mber11,2026`.
  private let month: String

  private static let longMonths: Set<String> = [
    "JANUARY", "FEBRUARY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
  ]

  /// What a Latin model makes of one Chinese character, at most.
  private static let wordGapMax = 3
  private static let signGapMax = 1

  /// - Parameter ranges: of the day and of the clock, in a text's characters.
  init(_ characters: [PrintedCharacter], _ ranges: [Range<Int>]) {
    let first = ranges.map(\.lowerBound).min() ?? 0
    month = TimeScanner.monthName(atEndOf: characters[..<first])
    var groups: [Group] = []
    var hasWords = false
    var digits: [PrintedCharacter] = []
    var hasWord = false
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      for character in characters[range] + [" "] {
        if character.isASCII, character.isNumber {
          digits.append(character)
          continue
        }
        if !digits.isEmpty {
          groups.append(
            Group(digits: digits, gapMax: hasWord ? Self.wordGapMax : Self.signGapMax))
          hasWords = hasWords || hasWord && groups.count > 1
          (digits, hasWord) = ([], false)
        }
        if !character.isASCII { hasWord = true }
      }
      // Behind the day may stand its own word, outside of what was read as the day.
      hasWord = true
    }
    // Of a year its last two digits can be mistaken.
    if let first = groups.first, first.digits.count == 4, first.digits.starts(with: ["2", "0"]) {
      groups[0].digits = Array(first.digits.suffix(2))
      groups[0].gapMax = Self.wordGapMax
    }
    self.groups = groups
    self.hasWords = hasWords
  }

  /// Whether a reader who cannot read the words saw the groups all the same, one behind the other
  /// with no more between them than words leave.
  func isSeen(by witness: PrintedText) -> Bool {
    guard groups.count >= 3, hasWords || !month.isEmpty else { return false }
    let characters = witness.characters.filter { $0 != " " }
    guard !month.isEmpty else { return isIn(characters[...], from: 0) }
    let letters = String(characters.prefix(while: \.isLetter)).uppercased()
    // Jun is soon read for Jan; a long name is no other, however little of it the witness saw.
    let isSeen = Self.longMonths.contains(month) || !letters.isEmpty && month.hasSuffix(letters)
    return isSeen && isIn(characters.dropFirst(letters.count), from: 0)
  }

  private func isIn(_ characters: ArraySlice<PrintedCharacter>, from number: Int) -> Bool {
    guard number < groups.count else {
      // One more digit belongs to the last group.
      return !Self.isDigit(characters.first)
    }
    let group = groups[number]
    return (0...group.gapMax).contains { gap in
      // One more digit belongs to the group before; of a year it may be what 年 was taken for, and
      // between two digits and two what 月 was: 2026711517 of 2026年11月17日.
      let isWhole = groups[safe: number - 1]?.digits.count == 2 && group.digits.count == 2
      if gap > 0, number > 1, !isWhole, Self.isDigit(characters.first) { return false }
      let rest = characters.dropFirst(gap)
      // Behind what may be a word, a digit before another is as likely its first: 18 rather than 8.
      let isOpen = gap > 0 && Self.isDigit(characters.prefix(gap).last)
      return !(isOpen && group.digits.count == 1) && !(isOpen && group.gapMax < Self.wordGapMax)
        && rest.starts(with: group.digits)
        && isIn(rest.dropFirst(group.digits.count), from: number + 1)
    }
  }

  private static func isDigit(_ character: PrintedCharacter?) -> Bool {
    character.map { $0.isASCII && $0.isNumber } ?? false
  }
}
