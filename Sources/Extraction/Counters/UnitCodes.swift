import Receipts

/// Finds the codes of units, L2-69 or 3楼A53, on a line.
struct UnitCodes {
  /// What Chinese characters the register's codes are written with, as their key has them.
  let chinese: Set<Character>

  /// All that may be a unit's code, in capitals; most of it is none.
  func words(on text: PrintedText) -> [String] {
    plainWords(on: text) + joinedWords(on: text) + chineseWords(on: text)
  }

  /// Runs of Latin letters and digits that no date, amount or longer number holds.
  private func plainWords(on text: PrintedText) -> [String] {
    var words: [String] = []
    var word = ""
    var isJoined = false
    for character in text.characters + [" "] {
      if character.isASCII, character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      let joins = "-./:,#*¥$".contains(character)
      if word.count >= Self.lettersMin, !isJoined, !joins { words.append(word.uppercased()) }
      if !word.isEmpty || !joins { isJoined = joins && character != ":" }
      word = ""
    }
    return words
  }

  private static let lettersMin = 3

  /// Units that are written with a dash: L2-69; right behind a word for a place 2-060, too, and no
  /// day, 11-03 12:37.
  private func joinedWords(on text: PrintedText) -> [String] {
    guard text.characters.contains("-") else { return [] }
    let runs = text.characters.split {
      !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-"))
    }
    return runs.compactMap { run -> String? in
      let word = String(run).uppercased()
      guard word.contains("-"), word.contains(where: \.isNumber) else { return nil }
      if word.contains(where: \.isLetter) { return word }
      let before = Key(characters: text.characters[..<run.startIndex]).text
      let rest = text.characters[run.endIndex...].drop { $0 == " " }
      let isBeforeClock = rest.prefix(3).contains(":") && rest.first?.isNumber ?? false
      return CounterLabel.endsWithUnit(before) && !isBeforeClock ? word : nil
    }
  }

  /// Units that are written with a Chinese word for the floor: 3楼A53, 负2楼C43.
  private func chineseWords(on text: PrintedText) -> [String] {
    guard !chinese.isEmpty, text.hasDigit else { return [] }
    let folded = CounterIndex.folded(String(text.characters))
    return folded.split { character in
      !(character.isASCII && (character.isLetter || character.isNumber || character == "-")
        || chinese.contains(character))
    }
    .map { String($0) }.filter { word in word.contains { !$0.isASCII } }
  }
}
