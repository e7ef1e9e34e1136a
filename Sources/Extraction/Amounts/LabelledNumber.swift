/// A number with the word before it: 金重 3.22, 数量 2.
struct LabelledNumber {
  /// Letters only, as in a ``Key``; empty where no word stands between it and the number before.
  var label: String
  var thousandths: Int64

  func isNamed(_ words: [String]) -> Bool { words.contains(where: label.contains) }

  /// Those of a text, from left to right.
  static func numbers(in text: PrintedText) -> [LabelledNumber] {
    var numbers: [LabelledNumber] = []
    var label = ""
    var digits = ""
    func end() {
      defer { digits = "" }
      guard !digits.isEmpty else { return }
      for (index, thousandths) in values(of: digits).enumerated() {
        numbers.append(LabelledNumber(label: index == 0 ? label : "", thousandths: thousandths))
      }
      label = ""
    }
    for character in text.characters {
      if character.isASCII, character.isNumber || !digits.isEmpty && ".,".contains(character) {
        digits.append(character)
      } else {
        end()
        if character.isLetter { label.append(contentsOf: Key(characters: [character]).text) }
      }
    }
    end()
    return numbers
  }

  /// One number, or two that stand so close that they were read as one: `333.965554`.
  private static func values(of digits: String) -> [Int64] {
    let plain = digits.filter { $0 != "," }
    guard let point = plain.firstIndex(of: ".") else { return [thousandths(plain, "")] }
    let whole = plain[..<point]
    let fraction = plain[plain.index(after: point)...]
    guard fraction.count > 3 else { return [thousandths(whole, fraction)] }
    return [thousandths(whole, fraction.prefix(2))] + values(of: String(fraction.dropFirst(2)))
  }

  private static func thousandths(_ whole: some StringProtocol, _ fraction: some StringProtocol)
    -> Int64
  {
    let places = String(fraction.filter(\.isNumber).prefix(3))
    let padded = places + String(repeating: "0", count: 3 - places.count)
    // Of more than eight digits there is neither a weight nor a price.
    return Int64(whole.suffix(8) + padded) ?? 0
  }
}
