package import Receipts

extension Reason {
  /// A shorter word may be a reviewer's own, however near a code it is.
  private static let lettersMin = 5
  private static let editsMax = 2

  /// The code that a text which is none most likely misspells: `Refund`, `not-paid`, `refnud`.
  /// `nil` where it is a reviewer's own words.
  package static func meant(by text: String) -> Reason? {
    let spelling = String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    guard Reason(rawValue: text) == nil, spelling.count >= lettersMin,
      spelling.allSatisfy({ $0.isASCII && $0.isLetter || $0 == "_" })
    else { return nil }
    return Spelling.closest(to: spelling, among: allCases.map(\.rawValue))
      .flatMap { $0.edits <= editsMax ? Reason(rawValue: $0.word) : nil }
  }
}
