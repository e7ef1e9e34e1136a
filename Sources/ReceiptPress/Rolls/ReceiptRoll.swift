package import Receipts

/// The papers of a mall, one after another: the one at an index is the same whatever else is
/// drawn, on any number of threads.
package struct ReceiptRoll: Sendable {
  package let mall: Mall
  package let settings: RollSettings

  package init(_ mall: Mall, settings: RollSettings = RollSettings()) {
    self.mall = mall
    self.settings = settings
  }

  /// The paper at that index, with its truth and its claim.
  package func receipt(at index: Int) -> PressedReceipt {
    let kind = kind(at: index)
    guard kind == .duplicate, let source = sourceIndex(of: index) else {
      return original(at: index, kind: kind == .duplicate ? .sale : kind)
    }
    var receipt = original(at: source, kind: .sale)
    var chance = Chance(seed: mall.plan.seed, "duplicate", index)
    receipt.truth.of = receipt.truth.file
    receipt.truth.file = fileName(index)
    receipt.truth.kind = .duplicate
    receipt.truth.level = chance.pick(weighted: settings.levels)
    receipt.index = index
    receipt.submitted = receipt.submitted.advanced(bySeconds: chance.within(120...260_000))
    if chance.happens(0.6) { receipt.member = member(&chance) }
    return receipt
  }

  /// `r00001.jpg` for the first.
  package func fileName(_ index: Int) -> String { "r\(padded(index + 1, to: 5)).jpg" }

  /// The members of the mall that hand in receipts.
  package var members: [Member] {
    (0..<settings.memberCount).map { index in
      var chance = Chance(seed: mall.plan.seed, "member", index)
      return Member(
        id: memberID(index),
        tier: chance.pick(weighted: [
          (nil, 3), (Tier("silver"), 4), (Tier("gold"), 2), (Tier("platinum"), 1),
        ]))
    }
  }

  func kind(at index: Int) -> TruthKind {
    var chance = Chance(seed: mall.plan.seed, "kind", index)
    return chance.pick(weighted: settings.kinds)
  }

  /// A sale some papers before it in this roll, of which it is another photograph.
  private func sourceIndex(of index: Int) -> Int? {
    var chance = Chance(seed: mall.plan.seed, "source", index)
    let first = max(settings.startIndex, index - 200)
    let sales = (first..<max(first, index)).filter { kind(at: $0) == .sale }
    return sales.isEmpty ? nil : chance.pick(sales)
  }

  private func original(at index: Int, kind: TruthKind) -> PressedReceipt {
    var chance = Chance(seed: mall.plan.seed, "receipt", index)
    let isStrange =
      kind == .sale && !mall.strangers.isEmpty && chance.happens(mall.plan.unregisteredShare)
    let tenant = chance.pick(isStrange ? mall.strangers : mall.tenants)
    let settled = drawnMoment(tenant, &chance)
    let sale = Sale.drawn(
      at: tenant, settled: settled, isRefund: kind == .refund, chance: &chance)
    var seat = Chance(seed: mall.plan.seed, "serial " + tenant.counter.code.rawValue)
    let serial = seat.within(100...40_000) + index
    let ticket = Ticket.drawn(kind, at: tenant, sale, serial: serial, chance: &chance)
    var paper = Composer.receipt(tenant, sale, ticket)
    var amount = sale.money(sale.paid)
    if kind == .tampered { amount = paper.alter(amount, chance: &chance) }
    let truth = Truth(
      tenant, sale, ticket, kind: kind, amount: amount, paper: paper, file: fileName(index),
      level: chance.pick(weighted: settings.levels))
    let handedIn = (kind == .reprint ? max(ticket.reprinted, sale.printed) : sale.printed)
    return PressedReceipt(
      index: index, sourceIndex: index, truth: truth, paper: paper, tenant: tenant,
      member: member(&chance),
      submitted: handedIn.advanced(bySeconds: drawnDelay(&chance)))
  }

  /// Most within the last days, none while the counter was shut, all in opening hours.
  private func drawnMoment(_ tenant: Tenant, _ chance: inout Chance) -> Moment {
    var day = mall.plan.until
    for _ in 0..<40 {
      let share = chance.fraction()
      day = mall.plan.until.advanced(byDays: -Int(share * share * Double(settings.days)))
      if tenant.counter.isOpen(on: day) { break }
    }
    if let closed = tenant.counter.closedOn, day > closed { day = closed }
    let hour = chance.pick([10, 11, 11, 12, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 21])
    return Moment(day: day, secondOfDay: hour * 3600 + chance.below(3600))
  }

  /// Seconds from the purchase to the claim: minutes for most, days for some.
  private func drawnDelay(_ chance: inout Chance) -> Int {
    switch chance.below(10) {
    case 0...5: chance.within(60...3600)
    case 6, 7: chance.within(3600...36_000)
    case 8: chance.within(36_000...172_800)
    default: chance.within(172_800...777_600)
    }
  }

  private func member(_ chance: inout Chance) -> MemberID {
    memberID(chance.below(settings.memberCount))
  }

  private func memberID(_ index: Int) -> MemberID { MemberID("M\(padded(index + 1, to: 6))") }
}

/// What a roll holds besides its mall.
package struct RollSettings: Hashable, Sendable {
  package var startIndex: Int
  /// Purchases are spread over so many days, most of them late.
  package var days: Int
  package var memberCount: Int
  package var kinds: [(TruthKind, Double)]
  package var levels: [(Int, Double)]

  package init(
    startIndex: Int = 0, days: Int = 24, memberCount: Int = 120,
    kinds: [(TruthKind, Double)] = RollSettings.usualKinds,
    levels: [(Int, Double)] = [(0, 1), (1, 1), (2, 1), (3, 1)]
  ) {
    self.startIndex = startIndex
    self.days = days
    self.memberCount = memberCount
    self.kinds = kinds
    self.levels = levels
  }

  package static let usualKinds: [(TruthKind, Double)] = [
    (.sale, 76), (.duplicate, 6), (.refund, 4), (.prebill, 5), (.tampered, 4), (.reprint, 5),
  ]

  package static func == (left: RollSettings, right: RollSettings) -> Bool {
    left.startIndex == right.startIndex && left.days == right.days
      && left.memberCount == right.memberCount
      && left.kinds.elementsEqual(right.kinds, by: ==)
      && left.levels.elementsEqual(right.levels, by: ==)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(startIndex)
    hasher.combine(days)
    hasher.combine(memberCount)
    for (kind, _) in kinds { hasher.combine(kind) }
    for (level, _) in levels { hasher.combine(level) }
  }
}

/// One paper with all that is known about it.
package struct PressedReceipt: Sendable {
  package var index: Int
  /// The paper's own: of another photograph of it, the first one's.
  package var sourceIndex: Int
  package var truth: Truth
  package var paper: PrintedReceipt
  package var tenant: Tenant
  package var member: MemberID
  /// When the member hands it in.
  package var submitted: Moment
}
