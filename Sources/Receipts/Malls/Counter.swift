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
  /// Who had the unit, and its code, before: receipts of their last weeks still come in. They have no
  /// former tenants of their own.
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

  /// Whether anybody had its place in the mall on that day, both ends included.
  package func isOpen(on day: Day) -> Bool { tenants.contains { $0.isThere(on: day) } }

  private func isThere(on day: Day) -> Bool {
    if let openedOn, day < openedOn { return false }
    if let closedOn, day > closedOn { return false }
    return true
  }
}
