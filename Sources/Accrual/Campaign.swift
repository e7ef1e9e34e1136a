import Receipts

/// A multiplier over a window of purchase time.
struct Campaign: Hashable {
  var id: String
  /// For people.
  var name: String?
  var multiplier: Multiplier
  var window: Window
  /// Empty: all.
  var categories: Set<String>
  var counters: Set<CounterCode>
  var tiers: Set<Tier>
  /// The most points it adds: to one member, to one member for purchases of one day, to all for
  /// purchases of one day, and to all.
  var capPerMember: Int64?
  var capPerMemberDay: Int64?
  var capPerDay: Int64?
  var budget: Int64?

  /// From the first second that counts to the first that counts no more, in seconds of the mall's
  /// own clock since 1970-01-01 00:00.
  struct Window: Hashable {
    var from: Int
    var to: Int

    /// Whether all that the printed time may mean lies inside: a day, a minute or a second.
    func contains(_ time: PrintedTime) -> Bool {
      let start = time.ordinalSecond
      let length =
        switch time.precision {
        case .day: 86_400
        case .minute: 60
        case .second: 1
        }
      return from <= start && start + length <= to
    }
  }

  func applies(to purchase: Purchase, counter: Counter, tier: Tier?) -> Bool {
    window.contains(purchase.time)
      && (categories.isEmpty || counter.category.map(categories.contains) == true)
      && (counters.isEmpty || counters.contains(purchase.counter))
      && (tiers.isEmpty || tier.map(tiers.contains) == true)
  }

  /// What of `extra` the caps and the budget leave.
  func clipped(_ extra: Int64, usage: CampaignUsage) -> Int64 {
    let rests = [
      capPerMember.map { $0 - usage.member.value },
      capPerMemberDay.map { $0 - usage.memberOnDay.value },
      capPerDay.map { $0 - usage.onDay.value },
      budget.map { $0 - usage.total.value },
    ].compactMap(\.self)
    return max(0, rests.reduce(extra, min))
  }
}

extension PrintedTime {
  /// Seconds since 1970-01-01 00:00 of the mall's own clock; of the first second it may mean.
  var ordinalSecond: Int { ordinalMinute * 60 + (clock?.second ?? 0) }
}
