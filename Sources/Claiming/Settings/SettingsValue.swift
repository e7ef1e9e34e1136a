/// A value as a settings file spells it.
enum SettingsValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case truth(Bool)
  /// A table of names, each with two numbers: `food = ["1.00", "5000.00"]`.
  case list([String])

  /// As TOML spells it.
  var toml: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .truth(let isTrue): String(isTrue)
    case .list(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

/// One thing wrong with the settings, and where.
package struct SettingsProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file, the variable or the flag.
  package var source: String
  /// In the file; `nil` when it is not known, or it is no file.
  package var line: Int?
  /// `watch.settle_ms`; `nil` when it is the whole file.
  package var key: String?
  package var message: String

  package init(source: String, line: Int? = nil, key: String? = nil, message: String) {
    self.source = source
    self.line = line
    self.key = key
    self.message = message
  }

  package var description: String {
    let place = line.map { "\(source):\($0)" } ?? source
    return [place, key, message].compactMap(\.self).joined(separator: ": ")
  }
}
