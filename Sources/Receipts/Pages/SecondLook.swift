/// A line of a page that is worth reading again, and what of it.
package struct SecondLook: Hashable, Codable, Sendable {
  package enum Part: String, Codable, Sendable {
    /// Its numbers; what stands around them is understood.
    case numbers
    /// The same, of a number that a credit would rest on: two readers that agree half-heartedly are
    /// not enough.
    case decisiveNumbers = "decisive_numbers"
    /// All of it: a name, a heading, or a label that nobody could read.
    case all
  }

  /// Index of the page's line.
  package var line: Int
  package var part: Part

  package init(line: Int, part: Part) {
    self.line = line
    self.part = part
  }
}
