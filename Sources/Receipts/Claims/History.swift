/// What the store knows that bears on one claim, read in the transaction that decides it.
package struct History: Hashable, Sendable {
  /// Another claim, not rejected, made with the very same file.
  package var sameImage: ClaimID?
  /// Purchases already credited that may be this one: same counter and day, or the same number.
  package var neighbours: [Neighbour]
  /// Credits this member had that were submitted on the same day of the mall.
  package var memberCreditsOnDay: Int
  /// Credits this member had at the same counter for purchases of the same day.
  package var counterCreditsOnDay: Int

  package init(
    sameImage: ClaimID? = nil, neighbours: [Neighbour] = [], memberCreditsOnDay: Int = 0,
    counterCreditsOnDay: Int = 0
  ) {
    self.sameImage = sameImage
    self.neighbours = neighbours
    self.memberCreditsOnDay = memberCreditsOnDay
    self.counterCreditsOnDay = counterCreditsOnDay
  }

  /// A credited purchase near the one that is asked about.
  package struct Neighbour: Hashable, Sendable {
    package var claimID: ClaimID
    package var memberID: MemberID
    package var purchase: Purchase
    /// It was credited for the slip of a card terminal.
    package var isCardSlip: Bool
    /// The claim that is asked about is of the same member.
    package var isOfSameMember: Bool

    package init(
      claimID: ClaimID, memberID: MemberID, purchase: Purchase, isCardSlip: Bool = false,
      isOfSameMember: Bool = false
    ) {
      self.isCardSlip = isCardSlip
      self.isOfSameMember = isOfSameMember
      self.claimID = claimID
      self.memberID = memberID
      self.purchase = purchase
    }
  }
}
