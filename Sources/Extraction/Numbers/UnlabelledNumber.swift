/// Where tills print the number without a label; the raw values are codes of evidence.
enum UnlabelledNumber: String {
  /// Right behind a day or a clock.
  case besideTime = "number_beside_time"
  /// Behind a number sign.
  case marked = "number_marked"
  /// At the start of a line above the items, with no more than the time and a cashier's name behind
  /// it.
  case leading = "number_leading"
  /// Alone on a line below the last amount, as under a bar code.
  case alone = "number_alone"

  /// Where a line stands on the paper.
  enum Part {
    /// Above the first amount.
    case head
    /// Below the last one.
    case foot
    case body
  }

  /// In the first lines of a paper, above its first amount, its number may stand, and in the last
  /// ones, below the last amount.
  static func parts(of lines: [PrintedLine]) -> [Part] {
    let isAmount = { (line: PrintedLine) in
      let characters = line.text.characters
      return characters.indices.dropFirst().contains { index in
        characters[index] == "." && characters[index - 1].isNumber
          && (characters[safe: index + 1]?.isNumber ?? false)
          && (characters[safe: index + 2]?.isNumber ?? false)
          && !(characters[safe: index + 3]?.isNumber ?? false)
          && characters[safe: index + 3] != "."
      }
    }
    let head = min(headMax, lines.firstIndex(where: isAmount) ?? lines.count)
    let foot = (lines.lastIndex(where: isAmount) ?? lines.count) + 1
    return lines.indices.map { $0 < head ? .head : $0 >= foot ? .foot : .body }
  }

  private static let headMax = 10

  /// Where a number stands, if it may be one without a label.
  static func place(
    of token: NumberToken, in text: PrintedText, part: Part
  ) -> UnlabelledNumber? {
    if token.isBesideTime { return .besideTime }
    let digits = token.value.count(where: \.isNumber)
    if token.isMarked, digits >= 4 { return .marked }
    guard digits >= 6, !isTelephone(token.value), !isMisreadDay(token.value),
      !text.characters[..<token.range.lowerBound].contains(where: isWord)
    else { return nil }
    let behind = text.characters[token.end...]
    switch part {
    case .head: return behind.count { $0 != " " } <= cashierMax ? .leading : nil
    case .foot: return behind.contains(where: isWord) ? nil : .alone
    case .body: return nil
    }
  }

  /// 2626-11-22, 2626/11/1, 20264F11: a day whose digits or signs are not what they were.
  private static func isMisreadDay(_ value: String) -> Bool {
    guard value.hasPrefix("2"), value.prefix(4).allSatisfy(\.isASCIIDigit) else { return false }
    let parts = value.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    if parts.count == 3, parts[0].count == 4 {
      return parts.dropFirst().allSatisfy {
        (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit)
      }
    }
    let rest = Array(value.dropFirst(4))
    guard value.hasPrefix("20"), rest.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      return false
    }
    return rest.prefix(2).enumerated().contains { index, character in
      character.isUppercase && (1...6).contains(rest.count - index - 1)
    }
  }

  private static func isWord(_ character: PrintedCharacter) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Characters of a cashier's name or number.
  private static let cashierMax = 6

  /// 0755-28840636, 400-820-1688, 13812345678: as they are written in China.
  private static func isTelephone(_ value: String) -> Bool {
    let parts = value.split(separator: "-")
    guard parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return false }
    switch parts.count {
    case 1: return value.count == 11 && value.hasPrefix("1")
    case 2: return parts[0].hasPrefix("0") && parts[0].count <= 4 && parts[1].count >= 7
    default: return ["400", "800"].contains(parts[0])
    }
  }
}
