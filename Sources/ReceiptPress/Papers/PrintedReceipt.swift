package import Receipts

/// A printed paper as a value: what stands where, in which type. No picture is needed to test
/// what it says, and any number of photographs can be taken of it.
package struct PrintedReceipt: Hashable, Codable, Sendable {
  /// Paper width and length in dots of the printer, 8 a millimetre.
  package var widthDots: Int
  package var heightDots: Int
  package var lines: [PrintedLine]

  package init(widthDots: Int, heightDots: Int, lines: [PrintedLine]) {
    self.widthDots = widthDots
    self.heightDots = heightDots
    self.lines = lines
  }

  /// The print as text: one line a line, runs set apart by two spaces.
  package var text: String { lines.map(\.text).joined(separator: "\n") }

  /// The runs that print a field's value, in order.
  package func runs(of field: FieldName) -> [Run] {
    lines.flatMap(\.runs).filter { $0.field == field }
  }
}

/// One line of a paper.
package struct PrintedLine: Hashable, Codable, Sendable {
  package var topDots: Double
  package var heightDots: Double
  package var runs: [Run]
  package var mark: Mark?

  /// What is printed besides text.
  package enum Mark: Hashable, Codable, Sendable {
    case rule(thickness: Int, gap: Int)
    /// The text of the runs is a separator, no words.
    case separator
    case bars(seed: UInt64)
    case square(seed: UInt64)
  }

  package var text: String {
    runs.map(\.text).joined(separator: "  ")
  }
}

/// Text of one style, set from one place on.
package struct Run: Hashable, Codable, Sendable {
  package var text: String
  package var leftDots: Double
  /// Of a half-width character.
  package var cellDots: Double
  /// The height of the type (the em times its height multiple).
  package var sizeDots: Double
  package var style: TextStyle
  /// Which end of its place it keeps to, should the type turn out narrower than its cells.
  package var side = Side.leading
  /// The field of the truth that this run prints, if any.
  package var field: FieldName?
  /// Set where somebody changed the digits after printing.
  package var alteration: Alteration?

  package enum Side: String, Codable, Hashable, Sendable {
    case leading, center, trailing
  }

  package var widthDots: Double {
    let spaced = Double(style.spacingCells * max(0, text.count - 1))
    return (Double(text.cells) + spaced) * cellDots
  }
}

/// How a run looks.
package struct TextStyle: Hashable, Codable, Sendable {
  package var typeface: Typeface
  package var widthMultiple = 1
  package var heightMultiple = 1
  package var isBold = false
  package var isInverse = false
  package var isBoxed = false
  /// Empty cells after each character.
  package var spacingCells = 0
}

/// How changed digits differ from honest ones.
package struct Alteration: Hashable, Codable, Sendable {
  /// What was printed first.
  package var original: String
  package var typeface: Typeface
  package var shiftXDots: Double
  package var shiftYDots: Double
  package var scale: Double
  /// The paint beneath, against the paper: 0 the same, ±0.1 visible.
  package var patchShade: Double
  /// How black the new digits are against the print, 0.5…1.3.
  package var darkness: Double
}
