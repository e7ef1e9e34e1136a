import Foundation

/// The number a till prints to tell one receipt from another (小票号, 流水号, 单号).
package struct ReceiptNumber: Identifier {
  /// As printed, without the label, in half-width characters.
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// What identity and scoring compare: letters (upper case) and digits only, in half-width forms
  /// however they were typed (Unicode's NFKC): `０８０５` is `0805`.
  package var key: String {
    if let plain = asciiKey(of: rawValue) { return plain }
    // Before folding as well: № would fold to letters.
    let folded = alphanumerics(of: rawValue).precomposedStringWithCompatibilityMapping
    return alphanumerics(of: folded.uppercased())
  }
}

/// The same of what is printed in ASCII, as nearly all numbers are; `nil` of others.
private func asciiKey(of text: String) -> String? {
  var key = ""
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: key.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x61...0x7A: key.unicodeScalars.append(Unicode.Scalar(byte - 0x20))
    case ..<0x80: break
    default: return nil
    }
  }
  return key
}

private func alphanumerics(of text: String) -> String {
  String(text.unicodeScalars.filter { $0.properties.isAlphanumeric })
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
