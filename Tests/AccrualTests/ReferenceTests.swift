import Accrual
import Foundation
import Receipts
import Testing

/// A second, slow way to count points: fractions of whole numbers, written down from the rules'
/// description and sharing nothing with the module.
private struct Reference {
  struct Campaign {
    var id: String
    /// In hundredths.
    var multiplier: Int
    var days: ClosedRange<Int>
    var capPerMember: Int?
    var capPerMemberDay: Int?
    var capPerDay: Int?
    var budget: Int?
  }

  struct Grant {
    var campaign: String
    var member: Int
    var day: Int
    var points: Int
  }

  var per: Int
  var points: Int
  var minimum: Int
  var rounding: String
  var stacking: String
  /// In hundredths.
  var tier: Int
  var campaigns: [Campaign]

  /// Rounds a fraction by trying out: the whole part by division, then what is left.
  func rounded(_ numerator: Int, _ denominator: Int) -> Int {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let goesUp =
      switch rounding {
      case "down": false
      case "half_up": rest >= denominator - rest
      default: rest > 0
      }
    return goesUp ? whole + 1 : whole
  }

  /// The points with a campaign multiplier in hundredths.
  func points(of amount: Int, times multiplier: Int) -> Int {
    rounded(amount * points * tier * multiplier, per * 100 * 100)
  }

  func rest(of campaign: Campaign, member: Int, day: Int, given: [Grant]) -> Int {
    let ours = given.filter { $0.campaign == campaign.id }
    func sum(_ grants: [Grant]) -> Int { grants.reduce(0) { $0 + $1.points } }
    var rest = Int.max
    if let cap = campaign.budget { rest = min(rest, cap - sum(ours)) }
    if let cap = campaign.capPerDay { rest = min(rest, cap - sum(ours.filter { $0.day == day })) }
    if let cap = campaign.capPerMember {
      rest = min(rest, cap - sum(ours.filter { $0.member == member }))
    }
    if let cap = campaign.capPerMemberDay {
      rest = min(rest, cap - sum(ours.filter { $0.member == member && $0.day == day }))
    }
    return max(0, rest)
  }

  /// The points in all, and what campaigns added.
  func count(_ amount: Int, member: Int, day: Int, given: [Grant]) -> (Int, [Grant]) {
    guard amount >= minimum else { return (0, []) }
    let base = points(of: amount, times: 100)
    var extras: [(campaign: Campaign, points: Int)] = []
    var multiplier = 100
    for campaign in campaigns where campaign.days.contains(day) {
      let before = stacking == "sum" ? multiplier : 100
      multiplier = before + campaign.multiplier - 100
      let extra = points(of: amount, times: multiplier) - points(of: amount, times: before)
      extras.append(
        (campaign, min(extra, rest(of: campaign, member: member, day: day, given: given))))
    }
    extras = extras.filter { $0.points > 0 }
    if stacking == "best", let most = extras.map(\.points).max() {
      extras = [extras.first { $0.points == most }].compactMap(\.self)
    }
    let grants = extras.map {
      Grant(campaign: $0.campaign.id, member: member, day: day, points: $0.points)
    }
    return (grants.reduce(base) { $0 + $1.points }, grants)
  }

  var toml: String {
    var lines = [
      "[points]", "currency = \"CNY\"", "per = \"\(hundredths(per))\"", "points = \(points)",
      "minimum = \"\(hundredths(minimum))\"", "rounding = \"\(rounding)\"",
      "stacking = \"\(stacking)\"", "[tier.gold]", "multiplier = \"\(hundredths(tier))\"",
    ]
    for campaign in campaigns.reversed() {
      lines += [
        "[[campaign]]", "id = \"\(campaign.id)\"",
        "multiplier = \"\(hundredths(campaign.multiplier))\"",
        "from = 2026-11-\(campaign.days.lowerBound)",
        "to = 2026-11-\(campaign.days.upperBound + 1)",
      ]
      lines += campaign.capPerMember.map { ["cap_per_member = \($0)"] } ?? []
      lines += campaign.capPerMemberDay.map { ["cap_per_member_day = \($0)"] } ?? []
      lines += campaign.capPerDay.map { ["cap_per_day = \($0)"] } ?? []
      lines += campaign.budget.map { ["budget = \($0)"] } ?? []
    }
    return lines.joined(separator: "\n")
  }

  private func hundredths(_ number: Int) -> String {
    "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}

extension Reference {
  init(using generator: inout SeededGenerator) {
    func cap(_ most: Int, _ generator: inout SeededGenerator) -> Int? {
      Bool.random(using: &generator) ? Int.random(in: 0...most, using: &generator) : nil
    }
    per = [1, 30, 100, 700, 1000].randomElement(using: &generator) ?? 100
    points = Int.random(in: 1...20, using: &generator)
    minimum = [0, 1000].randomElement(using: &generator) ?? 0
    rounding = ["down", "half_up", "up"].randomElement(using: &generator) ?? "down"
    stacking = ["best", "sum"].randomElement(using: &generator) ?? "best"
    tier = Int.random(in: 1...300, using: &generator)
    campaigns = (0..<Int.random(in: 0...4, using: &generator)).map { index in
      let from = Int.random(in: 10...20, using: &generator)
      return Campaign(
        id: "c\(index)", multiplier: Int.random(in: 100...900, using: &generator),
        days: from...Int.random(in: from...24, using: &generator),
        capPerMember: cap(20_000, &generator), capPerMemberDay: cap(8000, &generator),
        capPerDay: cap(30_000, &generator), budget: cap(100_000, &generator))
    }
  }
}

@Suite("Points against a slow reference")
struct ReferenceTests {
  @Test("random rules over random purchases give what the reference gives")
  func agreement() throws {
    let seed =
      ProcessInfo.processInfo.environment["XIAOPIAO_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0...UInt64.max)
    print("seed of the points reference: \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let reference = Reference(using: &generator)
      let rules = try Rules(toml: reference.toml)
      var given: [Reference.Grant] = []
      for _ in 0..<20 {
        let amount = Int.random(in: 1...200_000, using: &generator)
        let member = Int.random(in: 0...2, using: &generator)
        let day = Int.random(in: 9...25, using: &generator)
        let (points, grants) = reference.count(amount, member: member, day: day, given: given)
        let accrued = try Self.accrued(rules, amount, member: member, day: day, given: given)
        let found = accrued?.grants.map { [$0.campaign, "\($0.points)"] } ?? []
        #expect(
          accrued?.points.value ?? 0 == points
            && found == (points == 0 ? [] : grants.map { [$0.campaign, "\($0.points)"] }),
          "seed \(seed), round \(round): \(amount) on day \(day)\n\(reference.toml)")
        given += grants
      }
    }
  }

  private static func accrued(
    _ rules: Rules, _ amount: Int, member: Int, day: Int, given: [Reference.Grant]
  ) throws -> Accrued? {
    let purchase = Purchase(
      counter: CounterCode("2F075"), amount: Money(minorUnits: Int64(amount), currency: .cny),
      time: try Samples.printed("2026-11-\(day < 10 ? "0" : "")\(day)T12:00"))
    let outcome = rules.outcome(
      for: purchase, counter: Samples.counter(), tier: Tier("gold"), version: 1
    ) { id in
      func sum(_ isCounted: (Reference.Grant) -> Bool) -> Points {
        Points(
          given.filter { $0.campaign == id && isCounted($0) }.reduce(0) { $0 + Int64($1.points) })
      }
      return CampaignUsage(
        total: sum { _ in true }, member: sum { $0.member == member },
        memberOnDay: sum { $0.member == member && $0.day == day }, onDay: sum { $0.day == day })
    }
    switch outcome {
    case .earned(let accrued): return accrued
    case .nothing: return nil
    }
  }
}
