import Accrual
package import Receipts

/// The points rules as a mall hands them in.
package struct RulesFile: Sendable {
  package let path: String
  package let toml: String

  /// Reads and checks it.
  package init(path: String) throws(ClaimingError) {
    self.path = path
    toml = try InputText(contentsOf: path).text
    try Self.check(toml, path: path)
  }

  static func check(_ toml: String, path: String) throws(ClaimingError) {
    do throws(RulesError) {
      _ = try Rules(toml: toml)
    } catch {
      throw .badRules(path: path, why: "\(error)")
    }
  }

  /// A commented rules file to begin with.
  package static func example(currency: Currency) -> String { Rules.example(currency: currency) }
}
