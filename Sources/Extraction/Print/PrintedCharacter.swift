import Foundation

/// A character of a paper: one scalar, of which what scanners ask is told without asking Unicode.
///
/// Swift's `Character` is a string: to copy, compare and classify it was half of what finding the
/// fields of a page took.
struct PrintedCharacter: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
  let scalar: Unicode.Scalar

  init(_ scalar: Unicode.Scalar) { self.scalar = scalar }

  init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.scalar = scalar }

  /// Of what is written with several scalars the first, composed where it can be; a digit with
  /// something over it is none.
  init(_ character: Character) {
    var scalars = character.unicodeScalars
    if scalars.count > 1 {
      scalars = String(character).precomposedStringWithCanonicalMapping.unicodeScalars
    }
    let first = scalars.first ?? Self.unknown
    scalar = scalars.count > 1 && first.isDigit ? Self.unknown : first
  }

  private static let unknown: Unicode.Scalar = "\u{FFFD}"

  static func array(_ text: some StringProtocol) -> [PrintedCharacter] {
    text.map { PrintedCharacter($0) }
  }

  var isASCII: Bool { scalar.value < 0x80 }
  var isASCIIDigit: Bool { scalar.isDigit }
  /// A digit or numeral of any script: 一 too.
  var isNumber: Bool { classes.contains(.number) }
  var isLetter: Bool { classes.contains(.letter) }
  var isWhitespace: Bool { classes.contains(.space) }
  var isUppercase: Bool { classes.contains(.upper) }
  var isLowercase: Bool { classes.contains(.lower) }

  /// Of the Latin alphabet's small letters the capital, of others themselves.
  var asciiUppercased: PrintedCharacter {
    guard (0x61...0x7A).contains(scalar.value) else { return self }
    return PrintedCharacter(Unicode.Scalar(UInt8(scalar.value - 0x20)))
  }

  private var classes: Classes {
    let index = Int(scalar.value)
    return index < Self.table.count ? Self.table[index] : Classes(scalar)
  }

  private struct Classes: OptionSet {
    let rawValue: UInt8

    static let number = Classes(rawValue: 1)
    static let letter = Classes(rawValue: 2)
    static let space = Classes(rawValue: 4)
    static let upper = Classes(rawValue: 8)
    static let lower = Classes(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// As Swift's `Character` tells them.
    init(_ scalar: Unicode.Scalar) {
      let character = Character(scalar)
      var classes: Classes = []
      if character.isNumber { classes.insert(.number) }
      if character.isLetter { classes.insert(.letter) }
      if character.isWhitespace { classes.insert(.space) }
      if character.isUppercase { classes.insert(.upper) }
      if character.isLowercase { classes.insert(.lower) }
      self = classes
    }
  }

  /// Of the basic plane; a surrogate is none.
  private static let table: [Classes] = (0..<0x1_0000).map { value in
    Unicode.Scalar(UInt32(value)).map { Classes($0) } ?? []
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  init(_ characters: some Collection<PrintedCharacter>) {
    self.init(unsafeUninitializedCapacity: characters.count * 4) { bytes in
      var count = 0
      for character in characters {
        for byte in character.scalar.utf8 {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  mutating func append(_ character: PrintedCharacter) {
    unicodeScalars.append(character.scalar)
  }

  func contains(_ character: PrintedCharacter) -> Bool {
    unicodeScalars.contains(character.scalar)
  }
}

extension [PrintedCharacter] {
  /// Of a number or a clock, as the point of 12.50 and the colon of 18:32 are.
  func isBetweenDigits(_ index: Int) -> Bool {
    index > 0 && self[index - 1].isASCIIDigit && self[safe: index + 1]?.isASCIIDigit ?? false
  }
}
