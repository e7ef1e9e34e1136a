/// A sign that somebody has been at a stretch of print since the till printed it.
package struct Trace: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    /// It lies on other paper than all around it: something was pasted or painted over.
    case patch
    /// Ink of a colour that the till does not print with: a pen, or a stamp.
    case ink
    /// Some of its digits have more ink than the others: drawn over, or set anew.
    case mixed
    /// It has more ink than the print around it: of a time or a number, from another printer. A
    /// total may be printed bold.
    case darker
    /// It, or the end of it, is set in another type than all other numbers, and with other ink or off the
    /// line: of a time or a number. A total may be printed large.
    case foreign
    /// Nobody could look: the picture could not be had in colour.
    case unseen
  }

  package var kind: Kind
  /// Where it starts and ends along the line, as glyphs do.
  package var start: Double
  package var end: Double
  /// The number's digits, where the kind is of one number beside all others of the page.
  package var digits: String?

  package init(_ kind: Kind, start: Double, end: Double, digits: String? = nil) {
    self.kind = kind
    self.start = start
    self.end = end
    self.digits = digits
  }
}
