package import Receipts

/// The points rules of a mall, as its TOML file says.
package struct Rules: Hashable, Sendable {
  /// Reads the text of a rules file; the error names the key, and the line where it is known.
  package init(toml: String) throws(RulesError) { fatalError() }

  /// A commented rules file that is valid as it stands.
  package static func example(currency: Currency) -> String { fatalError() }
}

/// What is wrong with a rules file.
package struct RulesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `campaign[2].multiplier`; empty when the file is no TOML.
  package var key: String
  package var line: Int?
  package var column: Int?
  package var message: String

  package var description: String { message }
}
