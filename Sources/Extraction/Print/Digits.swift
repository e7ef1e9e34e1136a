/// Digits as readers see them.
enum Digits {
  /// The digit a character is, or is taken for when it stands beside digits.
  static func value(of character: PrintedCharacter) -> Int? {
    character.isASCIIDigit ? Int(character.scalar.value) - 0x30 : nil
  }

  static func lookalike(of character: PrintedCharacter) -> Int? {
    switch character {
    case "O", "o", "D", "Q", "〇", "○": 0
    case "l", "I", "|", "!", "i": 1
    case "Z", "z": 2
    case "S", "s": 5
    case "b": 6
    case "B": 8
    case "g", "q": 9
    default: nil
    }
  }

  /// The text with letters that stand between digits turned into the digits they look like, and
  /// where that was done.
  static func repaired(_ characters: [PrintedCharacter]) -> (
    characters: [PrintedCharacter], isRepaired: [Bool]
  ) {
    var result = characters
    var isRepaired = [Bool](repeating: false, count: characters.count)
    func isNumeric(_ index: Int) -> Bool {
      guard characters.indices.contains(index) else { return false }
      return value(of: characters[index]) != nil
    }
    func isSeparator(_ index: Int) -> Bool {
      characters.indices.contains(index) && ".,:-/".contains(characters[index])
    }
    for index in characters.indices {
      guard let digit = lookalike(of: characters[index]) else { continue }
      let before = isNumeric(index - 1) || (isSeparator(index - 1) && isNumeric(index - 2))
      let after = isNumeric(index + 1) || (isSeparator(index + 1) && isNumeric(index + 2))
      let isAlone =
        !(characters.indices.contains(index - 1) && characters[index - 1].isLetter)
        && !(characters.indices.contains(index + 1) && characters[index + 1].isLetter)
      if isAlone && (before || after) {
        result[index] = PrintedCharacter(Unicode.Scalar(UInt8(0x30 + digit)))
        isRepaired[index] = true
      }
    }
    return (result, isRepaired)
  }
}

/// A number of digits with what was printed around it.
struct DigitGroup: Sendable {
  var range: Range<Int>
  var digits: String

  var value: Int? { Int(digits) }

  /// All groups of a text, from left to right.
  static func groups(in characters: [PrintedCharacter]) -> [DigitGroup] {
    var groups: [DigitGroup] = []
    var index = 0
    while index < characters.count {
      guard Digits.value(of: characters[index]) != nil else {
        index += 1
        continue
      }
      let start = index
      while index < characters.count, Digits.value(of: characters[index]) != nil { index += 1 }
      groups.append(DigitGroup(range: start..<index, digits: String(characters[start..<index])))
    }
    return groups
  }
}
