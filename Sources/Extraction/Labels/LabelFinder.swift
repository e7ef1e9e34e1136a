/// Finds what a stretch of text says as a label.
struct LabelFinder<Meaning: Hashable & Sendable>: Sendable {
  struct Match: Sendable {
    var meaning: Meaning
    var phrase: String
    /// 1 when it stands there letter by letter, less with slips.
    var likeness: Double
  }

  private struct Phrase: Sendable {
    var meaning: Meaning
    var characters: [Character]
    var isLatin: Bool
    /// Earlier groups win over later ones of the same length.
    var rank: Int
    var isVague: Bool
  }

  private let phrases: [Phrase]

  /// - Parameter vague: words that name the value without saying which it is (金额, 时间): any other
  ///   label wins over them.
  init(_ groups: [(Meaning, [String])], vague: Set<String> = []) {
    phrases = groups.enumerated().flatMap { rank, group in
      group.1.map { text in
        Phrase(
          meaning: group.0, characters: Array(text),
          isLatin: text.unicodeScalars.allSatisfy { $0.value < 0x250 }, rank: rank,
          isVague: vague.contains(text))
      }
    }
  }

  /// The label a text carries: the longest phrase found in it, the one nearest its end among those
  /// as long.
  ///
  /// - Parameter key: folded and simplified, letters and digits only.
  func match(in key: [Character]) -> Match? {
    guard !key.isEmpty, key.count <= 40 else { return nil }
    var best: (match: Match, worth: Double)?
    for phrase in phrases where phrase.characters.count <= key.count + 1 {
      guard let (likeness, end) = likeness(of: phrase, in: key) else { continue }
      var length = Double(phrase.characters.count) * (phrase.isLatin ? 0.5 : 1)
      if phrase.isVague { length *= 0.3 }
      let nearEnd = 0.8 * Double(end) / Double(key.count)
      let worth = length * likeness + nearEnd - Double(phrase.rank) * 0.01
      if worth > best?.worth ?? -.infinity {
        best = (
          Match(
            meaning: phrase.meaning, phrase: String(phrase.characters), likeness: likeness),
          worth
        )
      }
    }
    return best?.match
  }

  private func likeness(of phrase: Phrase, in key: [Character]) -> (Double, end: Int)? {
    let count = phrase.characters.count
    if phrase.isLatin, count <= 3 {
      // Short Latin words have to stand there as they are, and alone or at the end.
      return key == phrase.characters || key.suffix(count).elementsEqual(phrase.characters)
        && (count == 3 || key.count <= count + 2) ? (1, key.count) : nil
    }
    let (cost, end) = Likeness.cost(of: phrase.characters, in: key)
    if cost == 0 { return (1, end) }
    let allowed: Double = phrase.isLatin ? Double(count) / 5 : count >= 4 ? 1 : count == 3 ? 0.8 : 0.4
    guard cost <= allowed else { return nil }
    return (max(0.4, 1 - cost / Double(count)), end)
  }
}
