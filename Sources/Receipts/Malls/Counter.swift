/// A counter (专柜) of the register: one shop that prints receipts of its own.
package struct Counter: Hashable, Codable, Sendable {
  package var code: CounterCode
  package var name: String
  package var branch: String?
  package var category: String?
  package var floor: String?
  /// Other names the counter prints.
  package var aliases: [String]
  package var phone: String?
  /// The first day of the tenancy; `nil`: has always been there.
  package var openedOn: Day?
  /// The last day of the tenancy; `nil`: still there.
  package var closedOn: Day?
  /// Who had the unit, and its code, before: receipts of their last weeks still come in. They have
  /// no former tenants of their own.
  package var former: [Counter] = []

  package init(
    code: CounterCode, name: String, branch: String? = nil, category: String? = nil,
    floor: String? = nil, aliases: [String] = [], phone: String? = nil, openedOn: Day? = nil,
    closedOn: Day? = nil, former: [Counter] = []
  ) {
    self.code = code
    self.name = name
    self.branch = branch
    self.category = category
    self.floor = floor
    self.aliases = aliases
    self.phone = phone
    self.openedOn = openedOn
    self.closedOn = closedOn
    self.former = former
  }

  /// The tenant that is there, or was last, and those before.
  package var tenants: [Counter] {
    var last = self
    last.former = []
    return [last] + former
  }

  /// Whose the unit was on a day; the last tenant's where it was nobody's.
  package func tenant(on day: Day) -> Counter { tenants.first { $0.isThere(on: day) } ?? self }

  /// Whether anybody had the unit on that day, both ends included.
  package func isOpen(on day: Day) -> Bool { tenants.contains { $0.isThere(on: day) } }

  /// Whether it was theirs who are called so: a unit that the next tenant has by then is no place
  /// of the one before. Anybody's, where none of its tenants is called so.
  package func isOpen(on day: Day, as name: String) -> Bool {
    let named = tenants.filter { $0.name == name }
    return (named.isEmpty ? tenants : named).contains { $0.isThere(on: day) }
  }

  /// What a register may leave out of all its counters.
  package enum Detail: String, CaseIterable, Sendable {
    case branch, category, floor, aliases, phone
    case openedOn = "opened_on"
    case closedOn = "closed_on"
  }

  /// The counter as a newer register has it that says nothing of these `details`: who is there has
  /// them as it is `stored`, and so have those before. Who is called otherwise than who was there
  /// last is another tenant and takes nothing over.
  package func keeping(_ details: Set<Detail>, of stored: Counter) -> Counter {
    func complete(_ tenant: Counter, from tenants: [Counter]) -> Counter {
      guard let known = tenants.first(where: { $0.name == tenant.name }) else { return tenant }
      var tenant = tenant
      for detail in details {
        switch detail {
        case .branch: tenant.branch = known.branch
        case .category: tenant.category = known.category
        case .floor: tenant.floor = known.floor
        case .aliases: tenant.aliases = known.aliases
        case .phone: tenant.phone = known.phone
        case .openedOn: tenant.openedOn = known.openedOn
        case .closedOn: tenant.closedOn = known.closedOn
        }
      }
      return tenant
    }
    var unit = complete(self, from: [stored])
    unit.former = former.map { complete($0, from: stored.tenants) }
    return unit
  }

  /// The counter as a newer register has it, with the tenants it had before: a register that lists
  /// who is there now does not say who was, while receipts of their last weeks still come in. Who
  /// is called otherwise and opened after `stored` did is another tenant, and `stored` is taken to
  /// have closed the day before at the latest. Former tenants that the register names itself stand
  /// instead of those known.
  package func succeeding(_ stored: Counter) -> Counter {
    guard former.isEmpty else { return self }
    var unit = self
    guard let openedOn, let eve = openedOn.previous else {
      unit.former = stored.former
      return unit
    }
    let known = stored.name == name ? stored.former : stored.tenants
    unit.former = known.compactMap { tenant in
      if let opened = tenant.openedOn, opened > eve { return nil }
      var tenant = tenant
      tenant.closedOn = tenant.closedOn.map { min($0, eve) } ?? eve
      return tenant
    }
    return unit
  }

  private func isThere(on day: Day) -> Bool {
    if let openedOn, day < openedOn { return false }
    if let closedOn, day > closedOn { return false }
    return true
  }
}
