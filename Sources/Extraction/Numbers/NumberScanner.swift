import Receipts

/// A run of letters, digits and joining signs that may be a number of the receipt.
struct NumberToken: Sendable {
  var value: String
  var range: Range<Int>
  /// What stands before it on its line.
  var labelRange: Range<Int>
  /// Letters that ran into the number and are its label: the No of `机:02 No653200916`.
  var ownLabel: Range<Int>?
  /// Stands right behind a day or a clock, with no word between: tills print it there without a
  /// label.
  var isBesideTime = false
  /// A number sign stands before it.
  var isMarked = false
  /// It stands behind what may be a table's number.
  var isBehindTable = false
  /// Where it ends, and the time right behind it.
  var end: Int
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
      guard Self.isSign(characters[index]) || startsWithMark(index) || startsWithDollar(index)
      else {
        index += 1
        continue
      }
      let start = index
      let run = withGroups(run(from: start))
      index = run.upperBound
      let value = String(characters[run])
      let digits = value.count { $0.isASCII && $0.isNumber }
      guard digits >= 3 else { continue }
      if !taken.contains(where: { $0.overlaps(run) }), !Self.isMoney(value),
        !Self.isVersion(value)
      {
        let label = labelStart..<max(labelStart, start)
        labelStart = index
        if let rest = behindTill(run) {
          tokens.append(rest)
          continue
        }
        tokens.append(
          NumberToken(
            value: Self.withLetters(value.filter { $0 != ":" && $0 != " " }), range: run,
            labelRange: label,
            ownLabel: run.lowerBound > start ? start..<run.lowerBound : nil,
            isBesideTime: isBesideTime(run), isMarked: isMarked(run), end: endOfTime(behind: run)))
        if let rest = behindTable(run) { tokens.append(rest) }
      }
      labelStart = index
    }
    return tokens
  }

  /// `$6847#01428`: an S, where no money is written so.
  private func startsWithDollar(_ index: Int) -> Bool {
    let characters = text.characters
    guard characters[index] == "$", index + 1 < characters.count, characters[index + 1].isNumber
    else { return false }
    let rest = characters[(index + 1)...].prefix { Self.isSign($0) || Self.isJoint($0) }
    return !rest.contains(".") && !rest.contains("*")
      && (rest.contains("#") || rest.contains("/") || rest.count { $0.isNumber } >= 7)
  }

  private func isMarked(_ run: Range<Int>) -> Bool {
    let characters = text.characters
    return characters[run.lowerBound] == "#"
      || run.lowerBound > 0 && characters[run.lowerBound - 1] == "#"
  }

  /// Letters and digits of a table's number, at most, and of a receipt's behind it, at least.
  private static let tableSigns = 4
  private static let signsBehindTable = 5

  /// `檯:B14#003847`: the receipt's number behind the table's.
  private func behindTable(_ run: Range<Int>) -> NumberToken? {
    let characters = text.characters
    guard let mark = run.first(where: { characters[$0] == "#" }), mark > run.lowerBound,
      mark - run.lowerBound <= Self.tableSigns, run.upperBound - mark > Self.signsBehindTable,
      (1...3).contains(characters[run.lowerBound..<mark].count(where: \.isNumber))
    else { return nil }
    let rest = mark + 1..<run.upperBound
    guard characters[rest].count(where: \.isNumber) >= 4 else { return nil }
    return NumberToken(
      value: Self.withLetters(String(characters[rest])), range: rest,
      labelRange: rest.lowerBound..<rest.lowerBound, isMarked: true, isBehindTable: true,
      end: rest.upperBound)
  }

  /// Digits of a transaction's number behind the till's.
  private static let transactionDigits = 4...8

  /// `R02T561677`, `R02 T561677`, `ST8606R09T321516`: the transaction's number behind those of shop
  /// and till.
  private func behindTill(_ run: Range<Int>) -> NumberToken? {
    let characters = text.characters
    guard let mark = run.last(where: { characters[$0] == "T" }),
      characters[..<mark].filter({ $0 != " " }).suffix(3).elementsEqual(
        Self.tillSample, by: Self.isAlike)
    else { return nil }
    let rest = mark + 1..<run.upperBound
    guard Self.transactionDigits.contains(rest.count),
      characters[rest].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return NumberToken(
      value: String(characters[rest]), range: rest, labelRange: rest.lowerBound..<rest.lowerBound,
      isMarked: true, end: rest.upperBound)
  }

  private static let tillSample: [PrintedCharacter] = ["R", "0", "0"]

  private static func isAlike(_ character: PrintedCharacter, _ sample: PrintedCharacter) -> Bool {
    sample == "0" ? character.isASCII && character.isNumber : character == sample
  }

  /// `16755738 2025/06/09 12:38:13`: behind the time, where one follows the number.
  private func endOfTime(behind run: Range<Int>) -> Int {
    var end = run.upperBound
    for time in taken.sorted(by: { $0.lowerBound < $1.lowerBound })
    where time.lowerBound >= end
      && text.characters[end..<time.lowerBound].allSatisfy({ $0 == " " })
    {
      end = time.upperBound
    }
    return end
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

  /// 8098 7639 5146 3011: one number in groups of four, three of them at least.
  private func withGroups(_ run: Range<Int>) -> Range<Int> {
    let characters = text.characters
    // 80987639 5146 3011: a gap between two was not seen.
    guard run.count == Self.groupDigits || run.count == 2 * Self.groupDigits,
      characters[run].allSatisfy(\.isASCIIDigit)
    else { return run }
    var end = run.upperBound
    var groups = run.count / Self.groupDigits
    while end + 1 < characters.count, characters[end] == " ", characters[end + 1].isASCIIDigit {
      let digits = characters[(end + 1)...].prefix(while: \.isASCIIDigit)
      let isTaken = taken.contains { $0.overlaps(digits.startIndex..<digits.endIndex) }
      // 2026 1121 0001 20345 is in no groups.
      guard digits.count == Self.groupDigits, !isTaken else { return run }
      end = digits.endIndex
      groups += 1
    }
    return groups >= Self.groupsMin && (end == characters.count || !Self.isSign(characters[end]))
      ? run.lowerBound..<end : run
  }

  private static let groupDigits = 4
  private static let groupsMin = 3

  private func run(from start: Int) -> Range<Int> {
    let characters = text.characters
    var end = start + 1
    // 0585772026-09-12: a day right behind the number.
    let day = taken.map(\.lowerBound).filter { $0 > start }.min() ?? characters.count
    while end < day {
      if Self.isSign(characters[end])
        || (Self.isJoint(characters[end]) && end + 1 < day && Self.isSign(characters[end + 1]))
        || isSpeck(at: end, behind: start)
      {
        end += 1
      } else {
        break
      }
    }
    return withoutLabel(start..<end)
  }

  /// `2611:8180558150834`: a speck inside a long number that was read as a colon, and no clock's.
  private func isSpeck(at index: Int, behind start: Int) -> Bool {
    let characters = text.characters
    guard characters[index] == ":", index - start >= 3,
      characters[index - 2..<index].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return false }
    return characters[(index + 1)...].prefix { $0.isASCII && $0.isNumber }.count >= 5
  }

  /// A Latin label may run into its number: NO12345, INV#123. Where letters stand before it,
  /// capitals are the number's own.
  private func withoutLabel(_ run: Range<Int>) -> Range<Int> {
    let characters = text.characters
    guard let digit = run.first(where: { characters[$0].isNumber }), digit > run.lowerBound else {
      return run
    }
    // 机:02 NoS1479#02299, ChkSH11119819: small letters tell the label from the number's own.
    let small = characters[(run.lowerBound + 1)..<digit].prefix { $0.isLowercase }
    let end = small.endIndex
    let title = String(characters[run.lowerBound..<end])
    if !small.isEmpty, run.upperBound - end > 2, Self.latinLabels.contains(title.uppercased()),
      characters[run.lowerBound].isUppercase,
      characters[end].isNumber || characters[end].isUppercase
    {
      return end..<run.upperBound
    }
    // No.T03-00595, N0.261122123121: the point does.
    if run.count > 5, "Nn".contains(characters[run.lowerBound]),
      "oO0".contains(characters[run.lowerBound + 1]), characters[run.lowerBound + 2] == "."
    {
      return run.lowerBound + 3..<run.upperBound
    }
    // Rcpt#INV#20261116#5733: the first word is the label, the second the number's own.
    if let mark = run.first(where: { characters[$0] == "#" }), mark < digit - 1,
      Self.latinLabels.contains(String(characters[run.lowerBound..<mark]).uppercased())
    {
      return mark + 1..<run.upperBound
    }
    let word = String(characters[run.lowerBound..<digit].filter(\.isLetter)).uppercased()
    // Lily WCheck#727204: what stands before the mark ends in the number's label.
    if characters[digit - 1] == "#",
      Self.latinLabels.contains(where: { $0.count >= 4 && word.hasSuffix($0) })
    {
      return digit..<run.upperBound
    }
    // 销售 / SALE2610250102: a label in two languages.
    let isApart =
      characters[run.lowerBound..<digit].contains(".")
      || characters[..<run.lowerBound].last { $0 != " " } == "/"
    guard isApart || !characters[..<run.lowerBound].contains(where: { $0.isLetter }) else {
      return run
    }
    return Self.latinLabels.contains(word) ? digit..<run.upperBound : run
  }

  private static let latinLabels: Set<String> = [
    "NO", "INV", "BILL", "ORDER", "CHECK", "CHK", "RECEIPT", "RCPT", "TXN", "NR", "INVNO", "BILLNO",
    "ORDERNO", "RECEIPTNO", "TEL", "FAX", "REF", "PHONE", "SALE",
  ]

  /// A round sign among the letters that a number begins with is the letter: `P0S0426` is POS0426,
  /// and `N02026…` NO2026….
  private static func withLetters(_ value: String) -> String {
    var characters = Array(value)
    if characters.first == "$" { characters[0] = "S" }
    // 0R202611…: OR for order; 1616122N0, 15024952P0S at the end.
    if characters.count >= numberWithLetters, value.hasPrefix("0R") {
      characters[0] = "O"
    }
    for ending in endings where value.hasSuffix(ending) && value.count > numberWithLetters {
      let letters = ending.replacing("0", with: "O")
      characters.replaceSubrange(characters.count - letters.count..<characters.count, with: letters)
    }
    let head = characters.prefix { $0.isLetter || $0 == "0" }
    for index in head.indices.dropFirst() where characters[index] == "0" {
      let next = characters.dropFirst(index + 1).first
      if characters[index - 1].isLetter, next?.isLetter ?? false { characters[index] = "O" }
    }
    if Self.isLetterBeforeDay(characters) { characters[1] = "O" }
    if value.hasPrefix("N0"), characters.count >= numberWithLetters,
      characters.dropFirst().allSatisfy(\.isNumber)
    {
      characters[1] = "O"
    }
    return String(characters)
  }

  /// `S02506090001`: SO, as in sales order, and the day 250609 that its number begins with.
  private static func isLetterBeforeDay(_ characters: [Character]) -> Bool {
    guard characters.count >= 10, characters[0].isLetter, characters[1] == "0",
      characters.dropFirst().allSatisfy(\.isNumber)
    else { return false }
    let parts = [2, 4, 6].compactMap { Int(String(characters[$0..<$0 + 2])) }
    return parts.count == 3 && (20...40).contains(parts[0])
      && Day(year: 2000 + parts[0], month: parts[1], day: parts[2]) != nil
  }

  /// `V5.2.18`: of the till's program.
  private static func isVersion(_ value: String) -> Bool {
    value.count <= 10 && value.contains(".")
      && "Vv".contains(value.first ?? " ")
      && value.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }

  private static let endings = ["N0", "P0S"]

  /// Of a number that begins with NO, at least.
  private static let numberWithLetters = 8

  private static func isSign(_ character: PrintedCharacter) -> Bool {
    character.isASCII && (character.isNumber || character.isLetter)
  }

  private static func isJoint(_ character: PrintedCharacter) -> Bool {
    "-_/#*.=".contains(character)
  }

  private static func isMoney(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count <= 2 && parts[0].count <= 7
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
