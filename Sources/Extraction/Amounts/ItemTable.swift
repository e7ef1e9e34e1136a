/// The sums that a paper's items may add up to.
struct ItemTable: Sendable {
  /// In hundredths: one, or several where it is not clear which numbers are the items' amounts.
  private(set) var sums: Set<Int64> = []
  /// Whether every way of reading the table leads to the same sum.
  private(set) var isClear = false

  init(_ facts: AmountFacts) {
    for region in Self.regions(facts) {
      let isHeaded = facts.tableHeads.contains(region.lowerBound - 1)
      add(Self.rows(in: region, isHeaded: isHeaded, of: facts), isHeaded: isHeaded)
    }
  }

  private struct Row {
    /// The row's last number, negative for a deduction.
    var value: Int64
    var hasDecimals: Bool
    var right: Double
    var numbers: Int
  }

  /// Where items may stand: under a table's head, or above the first total.
  private static func regions(_ facts: AmountFacts) -> [Range<Int>] {
    let closings = facts.facts.filter {
      $0.label.map(AmountLabel.totals.contains) ?? false && $0.coverage >= 0.5
        && $0.likeness >= 0.75 && $0.place == 0
    }.map(\.order)
    let end = (facts.facts.last?.order ?? 0) + 1
    let heads = facts.tableHeads.prefix(2).map { head in
      head + 1..<max(head + 1, closings.first { $0 > head } ?? end)
    }
    guard heads.allSatisfy(\.isEmpty), let first = closings.first(where: { $0 > 2 }) else {
      return heads
    }
    return [0..<first]
  }

  private static func rows(
    in region: Range<Int>, isHeaded: Bool, of facts: AmountFacts
  ) -> [Row] {
    var rows: [Row] = []
    var (order, place) = (-1, -1)
    for fact in facts.facts where region.contains(fact.order) {
      if !isHeaded, let label = fact.label, !itemLabels.contains(label) { continue }
      if fact.label == .quantity, fact.coverage > 0.6, fact.likeness == 1, fact.place == 0 {
        continue
      }
      // Two readers' views of one place are one number.
      if fact.order == order, fact.place == place { continue }
      place = fact.place
      let value = fact.token.isNegative ? -fact.hundredths : fact.hundredths
      if fact.order == order, let last = rows.indices.last {
        rows[last].numbers += 1
        rows[last].value = value
        rows[last].hasDecimals = fact.token.decimals > 0
        rows[last].right = fact.right
      } else {
        order = fact.order
        rows.append(
          Row(value: value, hasDecimals: fact.token.decimals > 0, right: fact.right, numbers: 1))
      }
    }
    return rows
  }

  /// Labels that an item's name may be taken for: 茶位费, 会员卡, 优惠套餐.
  private static let itemLabels: Set<AmountLabel> = [
    .surcharge, .price, .quantity, .means, .coupon,
  ]

  private mutating func add(_ rows: [Row], isHeaded: Bool) {
    guard !rows.isEmpty, rows.count <= 80 else { return }
    let edge = rows.map(\.right).max() ?? 0
    let extent = edge - (rows.map(\.right).min() ?? 0)
    let readings = [
      rows, rows.filter(\.hasDecimals), rows.filter { $0.numbers > 1 },
      rows.filter { edge - $0.right <= max(6, extent * 0.12) },
      rows.filter { $0.value > 0 }, rows.filter { $0.hasDecimals && $0.value > 0 },
    ]
    let found = Set(
      readings.filter { !$0.isEmpty }.map { $0.reduce(0) { $0 + $1.value } }.filter { $0 > 0 })
    isClear = isHeaded && sums.isEmpty && found.count == 1
    sums.formUnion(found)
  }
}
