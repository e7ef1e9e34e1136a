package import Receipts

/// What a purchase earns.
package enum AccrualOutcome: Hashable, Sendable {
  /// At least one point.
  case earned(Accrued)
  /// ``Reason/belowMinimum`` (also where it rounds to no point), ``Reason/excluded``,
  /// ``Reason/currencyForeign`` or ``Reason/amountOutOfBounds``.
  case nothing(Reason)
}

extension Rules {
  /// Counts the points of a purchase.
  ///
  /// Points are the amount times rate, tier and campaign multipliers, exact until they are rounded
  /// once, at the end. Caps and budget take from what a campaign adds, never from the points
  /// without it. `usage` is asked once for each campaign that applies, by its identifier.
  package func outcome<Failure: Error>(
    for purchase: Purchase, counter: Counter, tier: Tier?, version: Int,
    usage: (_ campaign: String) throws(Failure) -> CampaignUsage
  ) throws(Failure) -> AccrualOutcome {
    guard purchase.amount.currency == currency else { return .nothing(.currencyForeign) }
    guard purchase.amount.minorUnits <= Money.minorUnitsMax else {
      return .nothing(.amountOutOfBounds)
    }
    let counter = counter.tenant(on: purchase.time.day)
    guard let rate = rate(for: counter) else { return .nothing(.excluded) }
    guard purchase.amount.minorUnits >= max(rate.minimum, 1) else {
      return .nothing(.belowMinimum)
    }
    let exact = ExactPoints(
      amount: purchase.amount.minorUnits, rate: rate,
      tier: tier.flatMap { tiers[$0] } ?? .one, rounding: rounding)
    let applying = campaigns.filter { $0.applies(to: purchase, counter: counter, tier: tier) }
    let extras: [CampaignGrant] =
      switch stacking {
      case .best: try best(of: applying, over: exact, usage: usage)
      case .sum: try sum(of: applying, over: exact, usage: usage)
      }
    let points = extras.reduce(Points(exact.rounded(times: .one))) { $0 + $1.points }
    guard points > .zero else { return .nothing(.belowMinimum) }
    return .earned(Accrued(points: points, rulesVersion: version, grants: extras))
  }

  /// The rate with what the counter's category and then the counter itself change; `nil` where
  /// they are excluded.
  private func rate(for counter: Counter) -> Rate? {
    var rate = rate
    var isExcluded = false
    let overrides = [counter.category.flatMap { categories[$0] }, counters[counter.code]]
    for override in overrides.compactMap(\.self) {
      rate.per = override.per ?? rate.per
      rate.points = override.points ?? rate.points
      rate.minimum = override.minimum ?? rate.minimum
      isExcluded = override.isExcluded ?? isExcluded
    }
    return isExcluded ? nil : rate
  }

  /// The one that adds most; of equals the first by identifier.
  private func best<Failure: Error>(
    of campaigns: [Campaign], over exact: ExactPoints,
    usage: (String) throws(Failure) -> CampaignUsage
  ) throws(Failure) -> [CampaignGrant] {
    var best: CampaignGrant?
    for campaign in campaigns {
      let extra = exact.rounded(times: campaign.multiplier) - exact.rounded(times: .one)
      let points = Points(campaign.clipped(extra, usage: try usage(campaign.id)))
      if points > best?.points ?? .zero { best = .init(campaign: campaign.id, points: points) }
    }
    return best.map { [$0] } ?? []
  }

  /// Each campaign's share is what it adds to those before it, so that the shares of whole points
  /// make up the total, which is rounded once.
  private func sum<Failure: Error>(
    of campaigns: [Campaign], over exact: ExactPoints,
    usage: (String) throws(Failure) -> CampaignUsage
  ) throws(Failure) -> [CampaignGrant] {
    var grants: [CampaignGrant] = []
    var multiplier = Multiplier.one
    for campaign in campaigns {
      let before = exact.rounded(times: multiplier)
      multiplier.tenThousandths +=
        campaign.multiplier.tenThousandths - Multiplier.one.tenThousandths
      let extra = exact.rounded(times: multiplier) - before
      let points = Points(campaign.clipped(extra, usage: try usage(campaign.id)))
      if points > .zero { grants.append(.init(campaign: campaign.id, points: points)) }
    }
    return grants
  }
}

/// The points of an amount before campaigns, as a fraction.
private struct ExactPoints {
  private let numerator: Int128
  private let denominator: Int128
  private let rounding: Rules.Rounding

  init(amount: Int64, rate: Rules.Rate, tier: Multiplier, rounding: Rules.Rounding) {
    numerator = Int128(amount) * Int128(rate.points) * Int128(tier.tenThousandths)
    denominator = Int128(rate.per) * Int128(Multiplier.one.tenThousandths)
    self.rounding = rounding
  }

  /// With campaigns' multiplier, in whole points.
  func rounded(times multiplier: Multiplier) -> Int64 {
    let numerator = numerator * Int128(multiplier.tenThousandths)
    let denominator = denominator * Int128(Multiplier.one.tenThousandths)
    let points =
      switch rounding {
      case .down: numerator / denominator
      case .halfUp: (2 * numerator + denominator) / (2 * denominator)
      case .up: (numerator + denominator - 1) / denominator
      }
    // Fits by RulesLimits.
    return Int64(points)
  }
}
