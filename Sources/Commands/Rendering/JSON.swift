/// A JSON value whose members keep their order, as the contract shows them.
///
/// Foundation's encoder orders keys as a dictionary does or by name, so this small one writes them.
enum JSON: Hashable, Sendable {
  case null
  case truth(Bool)
  case integer(Int64)
  /// Written with at most four decimals: probabilities and shares.
  case number(Double)
  case text(String)
  case array([JSON])
  case object([Member])

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSON

    init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// On one line, as RFC 8259 has it.
  var encoded: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .truth(let isTrue): text += isTrue ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += Self.decimal(number)
    case .text(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  /// At most four decimals, without zeros at the end. JSON has no infinity: it becomes `null`.
  private static func decimal(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "null" }
    let scaled = Int64((number * 10_000).rounded())
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000)
    let sign = scaled < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var digits = String(fraction)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // The two line separators are legal in JSON but break readers that take it for a script.
      case "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  init(stringLiteral value: String) { self = .text(value) }

  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}
