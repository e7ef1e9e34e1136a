/// A text that names one thing and is compared exactly as it was given.
package protocol Identifier: RawRepresentable<String>, Hashable, Codable, Sendable, Comparable,
  CustomStringConvertible
{
  init(rawValue: String)
}

extension Identifier {
  package init(_ rawValue: String) { self.init(rawValue: rawValue) }

  package var description: String { rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  package init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The mall's own code of a counter, as the register writes it (`2F075`).
package struct CounterCode: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// The mall's own number of a member.
package struct MemberID: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// One request of one member for one image. The caller's own where it gave one, which makes a
/// retry harmless; otherwise derived from what was handed in.
package struct ClaimID: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// SHA-256 of an image file's bytes, in lower-case hexadecimal.
package struct ImageDigest: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}

/// A tier of membership as the members file writes it (`gold`).
package struct Tier: Identifier {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
}
