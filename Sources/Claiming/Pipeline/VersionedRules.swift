import Accrual
import Ledger
import Receipts

/// The points rules of one version, parsed once.
struct VersionedRules: Sendable {
  let version: RulesVersion
  let rules: Rules

  init(_ version: RulesVersion) throws(RulesError) {
    self.version = version
    rules = try Rules(toml: version.toml)
  }

  /// These, or those that were applied meanwhile: the transaction that credits has the last word.
  func inForce(_ current: RulesVersion?) throws(RulesError) -> VersionedRules {
    guard let current, current.version != version.version else { return self }
    return try VersionedRules(current)
  }

  /// Rules of another currency than the mall's would credit nothing.
  func check(mallCurrency: Currency) throws(ClaimingError) {
    try rules.check(mallCurrency: mallCurrency, in: "rules, version \(version.version)")
  }

  func outcome(
    for purchase: Purchase, counter: Counter, tier: Tier?, in context: DecisionContext
  ) throws -> Decision.Outcome {
    let outcome = try rules.outcome(
      for: purchase, counter: counter, tier: tier, version: version.version
    ) { campaign in
      try context.usage(of: campaign, on: purchase.time.day)
    }
    switch outcome {
    case .earned(let accrued): return .credit(purchase, accrued)
    case .nothing(.currencyForeign): return .review([.currencyForeign])
    case .nothing(let reason): return .reject([reason])
    }
  }
}

extension Rules {
  /// - Parameter path: where they stand, for people.
  func check(mallCurrency: Currency, in path: String) throws(ClaimingError) {
    guard currency == mallCurrency else {
      throw .badRules(
        path: path,
        why: "points.currency is \(currency), but the mall's is \(mallCurrency) "
          + "(mall.currency in xiaopiao.toml, or XIAOPIAO_MALL_CURRENCY); change the one that is wrong, "
          + "then xiaopiao rules apply FILE.toml")
    }
  }
}
