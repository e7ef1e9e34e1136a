import Accrual
package import Ledger
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
    try rules.check(mallCurrency: mallCurrency, in: path)
  }

  /// What the rules name and nobody has: counters and categories of no counter in the register,
  /// tiers of no member; each once. Where the register or the members are not known yet, nothing is
  /// said of them.
  package func strangers(in ledger: Ledger) async throws(ClaimingError) -> [Stranger] {
    let (counters, tiers) = try await stored { () throws(LedgerError) in
      (try await ledger.counters(), try await ledger.tiers())
    }
    var strangers: [Stranger] = []
    if !counters.isEmpty {
      let (codes, categories) = (
        Set(counters.map(\.code)),
        Set(counters.flatMap(\.tenants).compactMap(\.category))
      )
      strangers += rules.namedCategories.subtracting(categories).sorted().map {
        Stranger(kind: .category, name: $0, known: categories.sorted())
      }
      strangers += rules.namedCounters.subtracting(codes).sorted().map {
        Stranger(kind: .counter, name: $0.rawValue, known: codes.sorted().map(\.rawValue))
      }
    }
    if let tiers {
      strangers += rules.namedTiers.subtracting(tiers).sorted().map {
        Stranger(kind: .tier, name: $0.rawValue, known: tiers.sorted().map(\.rawValue))
      }
    }
    return strangers
  }

  /// A name in the rules that nobody has.
  package struct Stranger: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case category, counter, tier }

    package var kind: Kind
    package var name: String
    /// Those there are, in their order.
    package var known: [String]
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
