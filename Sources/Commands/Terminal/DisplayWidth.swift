/// How many cells of a terminal a text takes: 2 for East Asian wide and full-width characters and
/// for emoji, 0 for marks that combine, 1 for the rest.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    // A character is as wide as its base; an emoji selector makes it wide.
    guard let base = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return of(base)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  /// Blocks whose characters are wide or full-width in Unicode's EastAsianWidth.txt, put together
  /// where nothing narrow lies between that a receipt or a name would use.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2614...0x2615,
    0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705...0x2705, 0x2728...0x2728,
    0x274C...0x274C, 0x2753...0x2755, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50,
    0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1F02F, 0x1F0A0...0x1F0FF, 0x1F18E...0x1F19A,
    0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB,
    0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// At most so many cells, with `…` where something was cut off.
  func cut(toCells cells: Int) -> String {
    guard DisplayWidth.of(self) > cells else { return self }
    guard cells > 0 else { return "" }
    var taken = ""
    var used = 0
    for character in self {
      let width = DisplayWidth.of(character)
      if used + width > cells - 1 { break }
      taken.append(character)
      used += width
    }
    return taken + "…"
  }

  /// Lines of whole words, none wider than so many cells but where a word is.
  func words(wrappedToCells cells: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ").map(String.init) {
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= cells {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Filled with spaces to so many cells.
  func padded(toCells cells: Int, atEnd: Bool = true) -> String {
    let missing = String(repeating: " ", count: max(0, cells - DisplayWidth.of(self)))
    return atEnd ? self + missing : missing + self
  }

  /// What would move the cursor or ring a bell shown as `?`: names and prints come from others.
  var printable: String {
    guard unicodeScalars.contains(where: Self.steers) else { return self }
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars { safe.append(Self.steers(scalar) ? "?" : scalar) }
    return String(safe)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
