/// The points a purchase earns, and by which rules.
package struct Accrued: Hashable, Codable, Sendable {
  /// In all, campaigns included.
  package var points: Points
  /// The version of the rules that counted them.
  package var rulesVersion: Int
  /// What each campaign added over the base, for its caps and its budget.
  package var grants: [CampaignGrant]

  package init(points: Points, rulesVersion: Int, grants: [CampaignGrant] = []) {
    self.points = points
    self.rulesVersion = rulesVersion
    self.grants = grants
  }
}

/// The points one campaign added to one credit.
package struct CampaignGrant: Hashable, Codable, Sendable {
  /// The campaign's `id` in the rules file; its caps hold across rule versions.
  package var campaign: String
  package var points: Points

  package init(campaign: String, points: Points) {
    self.campaign = campaign
    self.points = points
  }
}

/// What a campaign has already given, read in the transaction that credits.
package struct CampaignUsage: Hashable, Sendable {
  /// To everybody, since it began.
  package var total: Points
  /// To this member, since it began.
  package var member: Points
  /// To this member, for purchases of the same day.
  package var memberOnDay: Points
  /// To everybody, for purchases of the same day.
  package var onDay: Points

  package init(
    total: Points = .zero, member: Points = .zero, memberOnDay: Points = .zero,
    onDay: Points = .zero
  ) {
    self.total = total
    self.member = member
    self.memberOnDay = memberOnDay
    self.onDay = onDay
  }
}
