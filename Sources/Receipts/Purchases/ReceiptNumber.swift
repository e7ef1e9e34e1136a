/// The number a till prints to tell one receipt from another (小票号, 流水号, 单号).
package struct ReceiptNumber: Identifier {
  /// As printed, without the label, in half-width characters.
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// What identity and scoring compare: letters (upper case) and digits only.
  package var key: String {
    String(rawValue.uppercased().unicodeScalars.filter { $0.properties.isAlphanumeric })
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
