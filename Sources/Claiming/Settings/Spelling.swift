import Screening

/// What somebody most likely meant.
package enum Spelling {
  /// The word that is spelt most like it; `nil` where more than a third of its letters would have
  /// to be changed.
  package static func nearest(to word: String, among known: [String]) -> String? {
    guard let best = closest(to: word, among: known),
      best.edits <= max(1, best.word.count / 3)
    else { return nil }
    return best.word
  }

  /// The first of the words that need the fewest changes, with how many; `nil` where there is none.
  static func closest(to word: String, among known: [String]) -> (word: String, edits: Int)? {
    known.map { (word: $0, edits: edits(from: word, to: $0)) }.min { $0.edits < $1.edits }
  }

  /// The same letters in another order are one slip of the fingers.
  private static func edits(from word: String, to other: String) -> Int {
    let edits = editDistance(word, other)
    return edits == 2 && word.sorted() == other.sorted() ? 1 : edits
  }
}
