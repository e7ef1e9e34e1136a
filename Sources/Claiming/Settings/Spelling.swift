import Screening

/// What somebody most likely meant.
package enum Spelling {
  /// The word that is spelt most like it; `nil` where more than a third of its letters would have to
  /// be changed.
  package static func nearest(to word: String, among known: [String]) -> String? {
    let distances = known.map { (word: $0, edits: editDistance(word, $0)) }
    guard let best = distances.min(by: { $0.edits < $1.edits }),
      best.edits <= max(1, best.word.count / 3)
    else { return nil }
    return best.word
  }
}
