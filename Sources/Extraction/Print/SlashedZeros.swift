import Receipts

/// Zeros that a till prints with a stroke, which PP-OCRv6 now and then reads as what they look
/// like: θ.
///
/// Who sees a θ has seen the stroke, which no 6, 8 or 9 has: where another reader sees one of
/// these, it is a zero, however sure that one is, on a page where zeros are printed so.
struct SlashedZeros {
  /// Strokes that others than who saw them took for zeros.
  private let known: Int

  private static let strokes: Set<PrintedCharacter> = ["θ", "Θ", "Ø", "ø", "⌀", "∅"]
  private static let slips: Set<PrintedCharacter> = ["6", "8", "9"]
  /// How far a zero is trusted that the better reader took for another digit, 0…1.
  private static let confidence = 0.5

  /// A smudge makes one 8 look so.
  private static let strokesMin = 2

  /// - Parameter lines: the texts of each line of a page.
  init(_ lines: [[PrintedText]]) {
    known = lines.reduce(0) { count, texts in
      let struck = texts.map(Self.places)
      guard struck.contains(where: { !$0.isEmpty }) else { return count }
      let all = texts.map(Self.ordinals)
      // Two readers of one stroke saw one.
      let places = texts.indices.flatMap { number in
        let beside = texts.indices.filter { $0 != number && all[$0].count == all[number].count }
        return zip(all[number].indices, all[number]).filter { ordinal, place in
          struck[number].contains(place)
            && beside.contains { texts[$0].characters[all[$0][ordinal]] == "0" }
        }.map(\.0)
      }
      return count + Set(places).count
    }
  }

  /// Each text of a line with its zeros as such; strokes in words, ØRSTED, stay.
  func mended(_ texts: [PrintedText]) -> [PrintedText] {
    let struck = texts.map(Self.places)
    guard struck.contains(where: { !$0.isEmpty }) else { return texts }
    let all = texts.map(Self.ordinals)
    return texts.indices.map { number in
      var text = texts[number]
      for place in struck[number] {
        text = text.with("0", at: place, confidence: text.signs[place].confidence)
      }
      guard known >= Self.strokesMin else { return text }
      for other in texts.indices
      where other != number && all[other].count == all[number].count {
        for (own, there) in zip(all[number], all[other])
        where struck[other].contains(there) && Self.slips.contains(text.characters[own]) {
          text = text.with("0", at: own, confidence: Self.confidence)
        }
      }
      return text
    }
  }

  /// Where strokes stand among digits.
  private static func places(in text: PrintedText) -> Set<Int> {
    Set(
      text.characters.indices.filter { index in
        strokes.contains(text.characters[index])
          && [index - 1, index + 1].contains { beside in
            text.characters[safe: beside].map { isOfNumber($0) } ?? false
          }
      })
  }

  private static func isOfNumber(_ character: PrintedCharacter) -> Bool {
    character.isASCIIDigit || ".:-/,".contains(character) || strokes.contains(character)
  }

  /// The places of all that is no space: readers see other gaps.
  private static func ordinals(of text: PrintedText) -> [Int] {
    text.characters.indices.filter { text.characters[$0] != " " }
  }
}
