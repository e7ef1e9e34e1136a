package import Receipts

/// A mall with its counters, all drawn from one seed: another seed is another mall with other
/// brands, other tills and other layouts.
package struct Mall: Sendable {
  package let plan: MallPlan
  package let name: MallName
  /// Those of the register, in the order of their codes' floors.
  package let tenants: [Tenant]
  /// Shops that hand out receipts in the mall without being in its register.
  package let strangers: [Tenant]

  package init(_ plan: MallPlan) {
    self.plan = plan
    var chance = Chance(seed: plan.seed, "mall")
    let name = MallName(
      city: chance.word(NamePools.cities),
      name: chance.word(NamePools.malls) + chance.word(NamePools.mallLast))
    self.name = name
    var directory = TenantDirectory(plan: plan, name: name, chance: &chance)
    let strangerCount = plan.unregisteredShare > 0 ? max(2, plan.counterCount / 25) : 0
    for index in 0..<(plan.counterCount + strangerCount) {
      directory.addTenant(at: index, isRegistered: index < plan.counterCount)
    }
    tenants = Array(directory.tenants[..<plan.counterCount])
    strangers = Array(directory.tenants[plan.counterCount...])
  }

  /// The register, as counters.csv has it.
  package var counters: [Counter] { tenants.map(\.counter) }
}

/// What a mall is drawn from.
package struct MallPlan: Hashable, Codable, Sendable {
  package var seed: UInt64
  package var counterCount: Int
  /// The mall's own; a few counters print another.
  package var currency: Currency
  /// The last day of purchases.
  package var until: Day
  /// Share of receipts from shops the register does not list.
  package var unregisteredShare: Double

  package init(
    seed: UInt64, counterCount: Int = 500, currency: Currency = .cny, until: Day,
    unregisteredShare: Double = 0.03
  ) {
    self.seed = seed
    self.counterCount = counterCount
    self.currency = currency
    self.until = until
    self.unregisteredShare = unregisteredShare
  }
}
