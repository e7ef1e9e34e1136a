extension Character {
  /// Whether a till gives it two cells, as it does a Chinese character.
  package var isWide: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    case 0x2014, 0x2018...0x201D, 0x2026, 0x2103, 0x2116, 0x2460...0x24FF, 0x2500...0x257F,
      0x25A0...0x2606, 0x203B:
      true
    default: false
    }
  }

  package var cells: Int { isWide ? 2 : 1 }
}

extension StringProtocol {
  /// How many half-width cells it takes.
  package var cells: Int { reduce(0) { $0 + $1.cells } }
}

extension String {
  /// Digits, letters and marks in full width, spaces too.
  package var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x20: "\u{3000}"
          case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
          case 0xA5: "\u{FFE5}"
          default: scalar
          }
        }))
  }

  /// The text in pieces of at most so many cells.
  func wrapped(cells limit: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in self {
      if used + character.cells > limit, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      if piece.isEmpty, character == " ", !pieces.isEmpty { continue }
      piece.append(character)
      used += character.cells
    }
    if !piece.isEmpty || pieces.isEmpty { pieces.append(piece) }
    return pieces
  }
}
