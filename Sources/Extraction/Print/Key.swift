/// The letters and digits of a text, folded, simplified and in upper case: what labels and names
/// are compared by.
struct Key: Hashable, Sendable {
  let letters: [Unicode.Scalar]
  /// Whether a word starts at the letter: what stands before it on the paper is no letter.
  let startsWord: [Bool]

  init(_ text: some StringProtocol) { self.init(characters: PrintedCharacter.array(text)) }

  /// One word of letters that are another key's, folded already.
  init(letters: some Sequence<Unicode.Scalar>) {
    self.letters = Array(letters)
    startsWord = self.letters.indices.map { $0 == 0 }
  }

  init(characters: some Sequence<PrintedCharacter>) {
    var letters: [Unicode.Scalar] = []
    var startsWord: [Bool] = []
    var isBoundary = true
    for character in characters {
      let before = letters.count
      Folding.appendKey(of: character, to: &letters)
      for index in before..<letters.count { startsWord.append(isBoundary && index == before) }
      isBoundary = letters.count == before
    }
    self.letters = letters
    self.startsWord = startsWord
  }

  var count: Int { letters.count }
  var isEmpty: Bool { letters.isEmpty }
  var text: String { String(String.UnicodeScalarView(letters)) }

  /// Where another key stands in this one, letter by letter.
  func range(of other: Key) -> Range<Int>? {
    guard let first = other.letters.first, other.count <= count else { return nil }
    for start in 0...(count - other.count) where letters[start] == first {
      if letters[start..<start + other.count].elementsEqual(other.letters) {
        return start..<start + other.count
      }
    }
    return nil
  }

  func contains(_ other: Key) -> Bool { range(of: other) != nil }

  static func == (one: Key, other: Key) -> Bool { one.letters == other.letters }

  func hash(into hasher: inout Hasher) { hasher.combine(letters) }
}

extension BidirectionalCollection<Unicode.Scalar> {
  /// Whether it ends with a word, or is nothing else.
  func hasSuffix(_ word: Key) -> Bool { suffix(word.count).elementsEqual(word.letters) }
}

extension Unicode.Scalar {
  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// Of the Latin alphabet, its extensions included.
  var isLatin: Bool { value < 0x250 && !isDigit }
}
