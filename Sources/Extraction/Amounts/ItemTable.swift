import Receipts

/// The sums that a paper's items may add up to.
struct ItemTable: Sendable {
  /// In hundredths: one, or several where it is not clear which numbers are the items' amounts.
  private(set) var sums: Set<Int64> = []
  /// Those of them that several rows come to.
  private(set) var sumsOfSeveral: Set<Int64> = []
  /// Sums of another way to read the table: it ends sooner than it seems to, a row is none, a
  /// quantity was read as a part of the amount behind it. So many of them prove less.
  private(set) var possibleSums: Set<Int64> = []
  /// Sums of what is left of the table where a row or two of it are no items: they confirm an
  /// amount that all else speaks for, and speak for none by themselves.
  private(set) var sumsWithoutOthers: Set<Int64> = []
  /// Whether every way of reading the table leads to the same sum.
  private(set) var isClear = false

  /// Where items stand, by position from the top of the paper: only where a total closes them.
  private(set) var lines: Set<Int> = []

  /// - Parameter lines: those that the facts were found on.
  init(_ facts: AmountFacts, lines: [PrintedLine]) {
    for region in Self.regions(facts, lines: lines) {
      let isHeaded = facts.tableHeads.contains(region.lowerBound - 1)
      let rows = Self.rows(in: region, isHeaded: isHeaded, of: facts, on: lines)
      // Below the totals stands one of them again, more often than an item.
      guard isHeaded || region.lowerBound == 0 || rows.count(where: \.isPriced) > 1 else {
        continue
      }
      if region.upperBound <= facts.facts.last?.order ?? 0 {
        self.lines.formUnion(region)
      }
      add(rows, isHeaded: isHeaded, isWhole: Self.isWhole(rows, in: region, of: facts))
      addPossible(rows, isHeaded: isHeaded)
      if isHeaded { addRunTogether(rows, in: region, on: lines, totals: facts) }
    }
    if let weighed = WeighedItems(lines: lines).sum { add(weighed, among: facts) }
    if let counted = CountedItems.sum(lines) { possibleSums.insert(counted) }
    if let reduced = ReducedItems.sum(lines) { sumsWithoutOthers.insert(reduced) }
    if let rated = RatedItems.sum(lines) { sumsWithoutOthers.insert(rated) }
    let byWeight = lines.indices.compactMap { Self.pricedByWeight($0, of: lines)?.1 }
    if !byWeight.isEmpty { sumsWithoutOthers.insert(byWeight.reduce(0, +)) }
    possibleSums.subtract(sums)
  }

  /// A total that is what the weighed items come to is their sum, and the only one: weights, prices
  /// and work stand in the table as well, and are no amounts. Where nothing but an item is so much,
  /// other items stand beside the weighed ones.
  private mutating func add(_ weighed: Int64, among facts: AmountFacts) {
    sums.insert(weighed)
    let totals = facts.facts.filter { $0.isStrongTotal && !lines.contains($0.order) }
    guard totals.contains(where: { $0.hundredths == weighed }) else { return }
    (sums, possibleSums) = ([weighed], [])
    isClear = true
  }

  /// Every name in the table has its amount, beside it or on the line below, and amounts look like
  /// those that the paper's totals are.
  private static func isWhole(
    _ rows: [Row], in region: Range<Int>, of facts: AmountFacts
  ) -> Bool {
    let names = region.count - rows.count
    let isMoney = !facts.showsDecimals || rows.allSatisfy { $0.hasDecimals || $0.hasSign }
    return isMoney && (names == 0 || names == rows.count)
  }

  private static let rowsMax = 80

  /// A single number without a name is no table of items: it is the amount, printed for all to see.
  private static func isTable(_ rows: [Row], isHeaded: Bool) -> Bool {
    rows.count > 1
      || rows.count == 1 && (isHeaded || !rows[0].isAlone || rows[0].isExplained)
  }

  private mutating func add(_ rows: [Row], isHeaded: Bool, isWhole: Bool) {
    guard !rows.isEmpty, rows.count <= Self.rowsMax else { return }
    let edge = rows.map(\.right).max() ?? 0
    let extent = edge - (rows.map(\.right).min() ?? 0)
    let priced = rows.filter(\.isPriced)
    let single = Self.withoutPrices(priced)
    let usual = [
      rows, rows.filter(\.hasDecimals), rows.filter { $0.numbers > 1 },
      rows.filter { edge - $0.right <= max(6, extent * 0.12) },
      rows.filter { $0.value > 0 }, rows.filter { $0.hasDecimals && $0.value > 0 },
      rows.map { $0.with($0.product) }, rows.filter(\.hasDecimals).map { $0.with($0.product) },
    ]
    // One of several rows is no table: it may be the total, its label unread.
    let isSingle = single.count == 1 || rows.count == 1
    let tables = usual.filter { Self.isTable($0, isHeaded: isHeaded) }
    // Where other amounts stand among them, they are not all; what they come to may.
    var products = rows.filter { $0.multiplies != nil }
    let product = products.reduce(0) { $0 + ($1.multiplies ?? 0) }
    if priced.contains(where: { $0.multiplies == nil && $0.value != product }) { products = [] }
    let more = [
      priced.filter(\.isBelowHead), rows.filter(\.isBelowHead), Self.lastOfGroups(rows),
      Self.lastOfGroups(priced), single, rows.map { $0.with($0.multiplies) },
      priced.map { $0.with($0.multiplies) },
      products.map { $0.with($0.multiplies) },
      rows.filter { $0.isPriced || $0.beforeTail != nil }.map { $0.with($0.beforeTail) },
      priced.filter { !$0.isPriceOfOne }, priced.filter(\.isAmountOfItem),
      // A pen of 0.5 mm for 8, and below it X1 ¥8.
      rows.filter(\.hasSign),
      priced.map { $0.with($0.echo) }, priced.map { $0.with($0.behindCount) },
    ]
    // Beside a code stands no count: 1 呢大衣 above A0698571899.00.
    let coded = rows.filter { !$0.behindCode.isEmpty || $0.hasDecimals || $0.hasSign }
    let lengths = Set(rows.flatMap(\.behindCode.keys))
    let readings =
      (more + lengths.map { digits in rows.map { $0.with($0.behindCode[digits]) } }
      + lengths.map { digits in coded.map { $0.with($0.behindCode[digits]) } })
      .filter {
        Self.isTable($0, isHeaded: isHeaded)
      }
    func sums(_ readings: [[Row]]) -> Set<Int64> {
      Set(readings.map { $0.reduce(0) { $0 + $1.value } }.filter { $0 > 0 })
    }
    sumsOfSeveral.formUnion(
      sums((tables + readings).filter { $0.count(where: { $0.value != 0 }) > 1 }))
    isClear = isHeaded && isWhole && self.sums.isEmpty && sums(tables).count == 1
    self.sums.formUnion(
      sums((tables + readings).filter { isSingle || $0.count > 1 || $0[0].multiplies != nil }))
  }

  /// Where price and amount of one piece stand on lines of their own, 2044.00 above 2044.00, the
  /// second is the amount and the first is none.
  private static func withoutPrices(_ rows: [Row]) -> [Row] {
    rows.indices.filter { index in
      guard let next = rows[safe: index + 1] else { return true }
      let isPrice =
        next.value == rows[index].value && next.order == rows[index].order + 1
        && next.isAlone && rows[index].isWordless
      return !isPrice
    }
    .map { rows[$0] }
  }

  /// Where an item's price and amount stand on lines below each other, the last is the amount:
  /// `1011.00` above `2022.00`, 599.00 above `Qty 2 1198.00`.
  private static func lastOfGroups(_ rows: [Row]) -> [Row] {
    var last: [Row] = []
    for row in rows {
      guard let price = last.last, row.order == price.order + 1, price.value > 0,
        row.value % price.value == 0,
        // 奶茶 10.00 above 蛋糕 20.00 are two.
        row.isAlone || row.counts.contains(row.value / price.value),
        (row.isAlone ? 1...timesMax : 2...timesMax).contains(row.value / price.value)
      else {
        last.append(row)
        continue
      }
      last[last.count - 1] = row
      // That it comes out is proof that the two belong together, as on one line.
      if row.value > price.value { last[last.count - 1].multiplies = row.value }
    }
    return last
  }

  static let timesMax: Int64 = 99

  /// What some rows come to, and whether they are a table: one with a name is, or two without.
  private struct Reach: Hashable {
    static let table = 2

    var sum: Int64
    /// Up to ``table``.
    var rows: Int

    func adding(_ value: Int64, worth: Int) -> Reach {
      Reach(sum: sum + value, rows: min(Self.table, rows + worth))
    }
  }

  /// So many rows may be read in several ways; of more nothing is told.
  private static let openRowsMax = 5

  /// So many amounts that counts ran into are a table, whatever stands above them.
  static let countedMin = 3

  private mutating func addPossible(_ rows: [Row], isHeaded: Bool) {
    guard rows.count <= Self.rowsMax else { return }
    // 紫菜包饭126, 大酱汤128: where one of each was sold the counts are alike, and so they ran into all.
    // Above them may stand what is no item.
    let counted = rows.reversed().prefix {
      !$0.isPriced && !$0.hasDecimals && $0.behindFirstDigit != nil
    }
    .compactMap(\.behindFirstDigit)
    var sum: Int64 = 0
    for (place, value) in counted.enumerated() {
      sum += value
      let isAll = place > 0 && place + 1 == rows.count
      if place + 1 >= Self.countedMin || isAll { possibleSums.insert(sum) }
    }
    let priced = rows.filter { $0.isPriced && $0.value > 0 }
    guard Self.isTable(priced, isHeaded: isHeaded) else { return }
    if priced.contains(where: { $0.behindCount != nil }) {
      possibleSums.insert(priced.reduce(0) { $0 + ($1.behindCount ?? $1.value) })
    }
    for rows in [priced, rows.filter { $0.value > 0 }] where rows.count >= 2 {
      var sum: Int64 = 0
      for (place, row) in rows.enumerated() {
        sum += row.value
        // Items follow none but numbers that stand alone: what adds up before more items is a
        // subtotal. So is what the next number tells, whatever its label was read as.
        let isTold = rows[safe: place + 1].map { $0.value == sum } ?? false
        if place > 0, isTold || rows[(place + 1)...].allSatisfy({ $0.isAlone || $0.isDoubtful }) {
          possibleSums.insert(sum)
        }
      }
    }
    addWithoutOthers(priced.filter { !$0.isDoubtful })
    // What each row may be: its number, less where its first digit is a quantity, or no item.
    let choices = priced.map { row in
      [row.value, row.withoutQuantity, row.isDoubtful ? 0 : nil].compactMap(\.self)
    }
    guard choices.count(where: { $0.count > 1 }) <= Self.openRowsMax else { return }
    var reached: Set<Reach> = [Reach(sum: 0, rows: 0)]
    for (row, choice) in zip(priced, choices) {
      let worth = row.isAlone && !isHeaded ? 1 : Reach.table
      reached = Set(
        reached.flatMap { reach in
          choice.map { $0 == 0 ? reach : reach.adding($0, worth: worth) }
        })
    }
    possibleSums.formUnion(reached.filter { $0.rows == Reach.table }.map(\.sum))
  }

  /// 麻婆豆腐12222, 老鸭汤378234, 米饭133: of rows whose count, price and amount ran together, each
  /// multiplies out in few ways, and where they come to a total that is how they were printed.
  private mutating func addRunTogether(
    _ rows: [Row], in region: Range<Int>, on lines: [PrintedLine], totals facts: AmountFacts
  ) {
    let byOrder = Dictionary(grouping: rows, by: \.order).compactMapValues(\.last)
    let possible = region.compactMap { order -> Set<Int64>? in
      guard let line = lines[safe: order] else { return nil }
      let row = byOrder[order]
      // Numbers with gaps between them were read as they stand, 套餐 2 12.00, unless the first tells
      // how many and the others ran together, 1虾饺皇3636.00.
      if let row, row.numbers > 1 {
        let counted = MultipliedRow.amount(behindLeadingCountIn: line.text)
        return Set([row.value, counted].compactMap(\.self))
      }
      let amounts = MultipliedRow.possibleAmounts(in: line.text)
      return amounts.isEmpty ? row.map { [$0.value] } : amounts
    }
    let told = Set(
      facts.facts.filter { !region.contains($0.order) && $0.isStrongTotal }.map(\.hundredths))
    guard possible.count >= 2, region.count <= Self.rowsMax,
      possible.reduce(1, { min($0, Self.waysMax) * $1.count }) <= Self.waysMax
    else { return }
    let sums = possible.reduce(into: Set<Int64>([0])) { sums, amounts in
      sums = Set(sums.flatMap { sum in amounts.map { sum + $0 } })
    }
    sumsWithoutOthers.formUnion(sums.intersection(told))
  }

  /// In more ways some total comes out by chance.
  private static let waysMax = 32

  /// One row, or two of few, may be no item: 渐进镜片1.60, an eye's -3.25, what a label's price was.
  private mutating func addWithoutOthers(_ rows: [Row]) {
    guard (2...Self.rowsOfOneOtherMax).contains(rows.count) else { return }
    let whole = rows.reduce(0) { $0 + $1.value }
    let others = rows.indices.filter { index in
      let row = rows[index]
      // 菜金 356.00 below what comes to it.
      return row.isWordless || row.isAlone || row.isPriceOfOne || row.value <= Self.smallMax
        || row.value * 2 == whole
    }
    func add(without left: Set<Int>) {
      let rest = rows.indices.filter { !left.contains($0) }.map { rows[$0] }
      guard rest.count > 1 || !rest.isEmpty && rest.allSatisfy({ !$0.counts.isEmpty }) else {
        return
      }
      sumsWithoutOthers.insert(rest.reduce(0) { $0 + $1.value })
    }
    for (place, other) in others.enumerated() {
      add(without: [other])
      guard rows.count <= Self.rowsOfTwoOthersMax else { continue }
      for another in others[(place + 1)...] { add(without: [other, another]) }
    }
  }

  /// So little is a thickness, a size or a litre as often as an item.
  private static let smallMax: Int64 = 200
  /// Of more rows, too many sums come out by chance.
  private static let rowsOfOneOtherMax = 16
  private static let rowsOfTwoOthersMax = 6
}
