/// A member of the mall's loyalty programme.
package struct Member: Hashable, Codable, Sendable {
  package var id: MemberID
  package var tier: Tier?

  package init(id: MemberID, tier: Tier? = nil) {
    self.id = id
    self.tier = tier
  }
}
