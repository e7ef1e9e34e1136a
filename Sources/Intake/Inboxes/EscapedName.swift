/// A file name in a form that can be printed and used as a name: what is UTF-8 stays, other bytes
/// and control characters become `%FF`.
func escapedName(_ bytes: [UInt8]) -> String {
  String(validating: bytes, as: UTF8.self)?.escapedForPeople ?? lossyName(bytes)
}

private func lossyName(_ bytes: [UInt8]) -> String {
  var text = ""
  var rest = bytes[...]
  while let first = rest.first {
    let lengths = first < 0x80 ? 1...1 : 2...4
    let whole = lengths.lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
    text += whole?.escapedForPeople ?? percentEscaped(first)
    rest = rest.dropFirst(whole?.utf8.count ?? 1)
  }
  return text
}

extension String {
  /// Without control characters, which could break a line of a log or move a terminal's cursor.
  var escapedForPeople: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += String(scalar).utf8.map(percentEscaped).joined()
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

private func percentEscaped(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return byte < 16 ? "%0\(digits)" : "%\(digits)"
}
