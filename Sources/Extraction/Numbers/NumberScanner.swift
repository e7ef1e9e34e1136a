/// A run of letters, digits and joining signs that may be a number of the receipt.
struct NumberToken: Sendable {
  var value: String
  var range: Range<Int>
  /// What stands before it on its line.
  var labelRange: Range<Int>
  /// Stands right behind a day or a clock, with no word between: tills print it there without a
  /// label.
  var isBesideTime = false
}

/// Finds numbers that are neither a date nor money nor a clock.
struct NumberScanner {
  private let text: PrintedText
  private let taken: [Range<Int>]

  init(_ text: PrintedText) {
    self.text = text
    guard text.hasDigit else {
      taken = []
      return
    }
    let times = TimeScanner(text)
    taken = times.days().filter { !$0.isInsideNumber }.map(\.range) + times.clocks().map(\.range)
  }

  func tokens() -> [NumberToken] {
    guard text.hasDigit else { return [] }
    let characters = text.characters
    var tokens: [NumberToken] = []
    var index = 0
    var labelStart = 0
    while index < characters.count {
      guard Self.isSign(characters[index]) || startsWithMark(index) else {
        index += 1
        continue
      }
      let run = run(from: index)
      index = run.upperBound
      let value = String(characters[run])
      let digits = value.count { $0.isASCII && $0.isNumber }
      guard digits >= 3 else { continue }
      if !taken.contains(where: { $0.overlaps(run) }), !Self.isMoney(value) {
        let label = labelStart..<max(labelStart, run.lowerBound)
        tokens.append(
          NumberToken(
            value: Self.withLetters(value), range: run, labelRange: label,
            isBesideTime: isBesideTime(run)))
      }
      labelStart = index
    }
    return tokens
  }

  private func isBesideTime(_ run: Range<Int>) -> Bool {
    guard let end = taken.map(\.upperBound).filter({ $0 <= run.lowerBound }).max() else {
      return false
    }
    return text.characters[end..<run.lowerBound].allSatisfy { " 日分秒".contains($0) }
  }

  /// `#766`
  private func startsWithMark(_ index: Int) -> Bool {
    text.characters[index] == "#" && index + 1 < text.characters.count
      && Self.isSign(text.characters[index + 1])
  }

  private func run(from start: Int) -> Range<Int> {
    let characters = text.characters
    var end = start + 1
    while end < characters.count {
      if Self.isSign(characters[end])
        || (Self.isJoint(characters[end]) && end + 1 < characters.count
          && Self.isSign(characters[end + 1]))
      {
        end += 1
      } else {
        break
      }
    }
    return withoutLabel(start..<end)
  }

  /// A Latin label may run into its number: NO12345, INV#123. Where another label stands before it,
  /// the letters are the number's own.
  private func withoutLabel(_ run: Range<Int>) -> Range<Int> {
    let characters = text.characters
    guard let digit = run.first(where: { characters[$0].isNumber }), digit > run.lowerBound else {
      return run
    }
    // 机:02 NoS1479#02299: the small letter tells the label from the number's own.
    if run.count > 4, characters[run.lowerBound] == "N", characters[run.lowerBound + 1] == "o",
      case let next = characters[run.lowerBound + 2], next.isNumber || next.isUppercase
    {
      return run.lowerBound + 2..<run.upperBound
    }
    let word = String(characters[run.lowerBound..<digit].filter(\.isLetter)).uppercased()
    // Lily WCheck#727204: what stands before the mark ends in the number's label.
    if characters[digit - 1] == "#",
      Self.latinLabels.contains(where: { $0.count >= 4 && word.hasSuffix($0) })
    {
      return digit..<run.upperBound
    }
    let isApart = characters[run.lowerBound..<digit].contains(".")
    guard isApart || !characters[..<run.lowerBound].contains(where: { $0.isLetter }) else {
      return run
    }
    return Self.latinLabels.contains(word) ? digit..<run.upperBound : run
  }

  private static let latinLabels: Set<String> = [
    "NO", "INV", "BILL", "ORDER", "CHECK", "CHK", "RECEIPT", "RCPT", "TXN", "NR", "INVNO", "BILLNO",
    "ORDERNO", "RECEIPTNO", "TEL", "FAX",
  ]

  /// A round sign among the letters that a number begins with is the letter: `P0S0426` is POS0426,
  /// and `N02026…` NO2026….
  private static func withLetters(_ value: String) -> String {
    var characters = Array(value)
    let head = characters.prefix { $0.isLetter || $0 == "0" }
    for index in head.indices.dropFirst() where characters[index] == "0" {
      let next = characters.dropFirst(index + 1).first
      if characters[index - 1].isLetter, next?.isLetter ?? false { characters[index] = "O" }
    }
    if value.hasPrefix("N0"), characters.count >= numberWithLetters,
      characters.dropFirst().allSatisfy(\.isNumber)
    {
      characters[1] = "O"
    }
    return String(characters)
  }

  /// Of a number that begins with NO, at least.
  private static let numberWithLetters = 8

  private static func isSign(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  private static func isJoint(_ character: Character) -> Bool { "-_/#*.".contains(character) }

  private static func isMoney(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count <= 2 && parts[0].count <= 7
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
