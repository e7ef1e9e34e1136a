extension MemberID {
  /// As many as a note in the inbox may name a member by.
  private static let bytesMax = 200

  /// Why no member can be called so, as no directory of the inbox can: what is wrong, and what is
  /// asked for. `nil` when one can.
  package static func problem(of text: String) -> String? {
    let scalars = text.unicodeScalars
    let why: String? =
      if text.utf8.count > bytesMax {
        "has \(text.utf8.count) bytes"
      } else if scalars.contains("/") {
        "\(text) has a slash"
      } else if scalars.first == "." {
        "\(text) begins with a dot"
      } else if scalars.contains(where: \.isInvisible) {
        "has a character that cannot be seen"
      } else {
        nil
      }
    return why.map {
      "\($0); it names a directory of the inbox: at most 64 characters and \(bytesMax) bytes, no "
        + "slash, no dot at the beginning, nothing that cannot be seen"
    }
  }
}

extension Unicode.Scalar {
  /// Whether two identifiers that differ by it look the same, or a line breaks at it.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
