import Accrual
package import Receipts

/// The points rules as a mall hands them in.
package struct RulesFile: Sendable {
  package let path: String
  package let toml: String
  private let rules: Rules

  /// Reads and checks it.
  package init(path: String) throws(ClaimingError) {
    self.path = path
    do throws(ClaimingError) {
      toml = try InputText(contentsOf: path).text
    } catch .inputUnusable(_, let why) {
      throw .badRules(path: path, why: why)
    }
    rules = try Self.check(toml, path: path)
  }

  /// Whether the rules count in the mall's currency; in another, every purchase would go to review.
  package func check(mallCurrency: Currency) throws(ClaimingError) {
    guard rules.currency == mallCurrency else {
      throw .badRules(
        path: path,
        why: "points.currency is \(rules.currency), but the mall's is \(mallCurrency) "
          + "(mall.currency in xiaopiao.toml); make them the same")
    }
  }

  @discardableResult
  static func check(_ toml: String, path: String) throws(ClaimingError) -> Rules {
    do throws(RulesError) {
      return try Rules(toml: toml)
    } catch {
      throw .badRules(path: path, why: "\(error)")
    }
  }

  /// A commented rules file to begin with.
  package static func example(currency: Currency) -> String { Rules.example(currency: currency) }
}
