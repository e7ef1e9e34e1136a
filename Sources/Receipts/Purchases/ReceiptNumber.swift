import Foundation

/// The number a till prints to tell one receipt from another (小票号, 流水号, 单号).
package struct ReceiptNumber: Identifier {
  /// As printed, without the label, in half-width characters.
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// What identity and scoring compare: letters (upper case) and digits only, in half-width forms
  /// however they were typed (Unicode's NFKC): `０８０５` is `0805`.
  package var key: String {
    // Before folding as well: № would fold to letters.
    let folded = alphanumerics(of: rawValue).precomposedStringWithCompatibilityMapping
    return alphanumerics(of: folded.uppercased())
  }
}

private func alphanumerics(of text: String) -> String {
  String(text.unicodeScalars.filter { $0.properties.isAlphanumeric })
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
