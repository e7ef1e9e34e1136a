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
  /// Whether every way of reading the table leads to the same sum.
  private(set) var isClear = false

  /// Where items stand, by position from the top of the paper: only where a total closes them.
  private(set) var lines: Set<Int> = []

  /// - Parameter lines: those that the facts were found on.
  init(_ facts: AmountFacts, lines: [PrintedLine]) {
    for region in Self.regions(facts) {
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
    }
    if let weighed = WeighedItems(lines: lines).sum { add(weighed, among: facts) }
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

  private struct Row {
    /// The row's last number, negative for a deduction.
    var value: Int64
    var hasDecimals: Bool
    /// Printed as this paper prints money.
    var isPriced: Bool
    var hasSign: Bool
    var right: Double
    var numbers: Int
    /// Those of them that may be how many.
    var counts: Set<Int64> = []
    /// Stands with what may be a label of something else.
    var isDoubtful: Bool
    /// Nothing stands beside the number: no name of an item.
    var isAlone: Bool
    /// What it comes to where the number is the price of one and the row tells how many.
    var product: Int64?
    /// What quantity and price on its line come to, where the amount behind them is that.
    var multiplies: Int64?
    /// Price and count on the line above or below come to it.
    var isExplained = false
    /// The number with decimals before its last, where that has none: 茶位费 7.00 21.00 1.
    var beforeTail: Int64?
    /// The amount behind a bar code that ran into it, by the code's digits.
    var behindCode: [Int: Int64] = [:]
    /// No word stands on its line.
    var isWordless: Bool
    /// Position among the paper's lines.
    var order: Int
    /// Stands below the last line of the region that names a number of another kind, as the head of
    /// a paper does: a till, a table, a telephone.
    var isBelowHead: Bool

    /// The same with another amount, where there is one.
    func with(_ other: Int64?) -> Row {
      var row = self
      row.value = other ?? value
      return row
    }

    /// What the amount is where its first digit is the quantity before it: `279.00` is 2 at 79.00.
    var withoutQuantity: Int64? {
      isPriced ? behindFirstDigit : nil
    }

    var behindFirstDigit: Int64? {
      guard !hasSign, numbers == 1, value >= 1_000 else { return nil }
      var unit: Int64 = 100
      while value >= unit * 10 { unit *= 10 }
      let rest = value % unit
      return rest >= unit / 10 && rest >= 100 ? rest : nil
    }
  }

  /// Where items may stand: under a table's head, or above the first total.
  private static func regions(_ facts: AmountFacts) -> [Range<Int>] {
    let closings = facts.facts.filter { fact in
      let isClosing = fact.label.map { AmountLabel.totals.contains($0) || $0 == .means } ?? false
      return isClosing && fact.coverage >= 0.5 && fact.likeness >= 0.75 && fact.place == 0
        && (!fact.isLoose || fact.isNamedPayment) && !fact.isOfPiece
    }
    let end = (facts.facts.last?.order ?? 0) + 1
    func closing(after start: Int) -> Int? {
      let later = closings.filter { $0.order > start }
      return (later.first { $0.label != .means } ?? later.first)?.order
    }
    let heads = facts.tableHeads.prefix(2).map { head in
      head + 1..<max(head + 1, closing(after: head) ?? end)
    }
    guard heads.allSatisfy(\.isEmpty), let first = closing(after: 1) else { return heads }
    let above = facts.facts.filter { $0.order < first }
    let isAbove =
      above.contains {
        $0.token.decimals > 0 || $0.token.hasSign || !facts.showsDecimals && $0.isPriceOfItem
      }
      || above.count(where: \.isPriceOfItem) >= countedMin
    // Some tills print the items below what they come to.
    let last = closings.map(\.order).max() ?? first
    return isAbove ? [0..<first] : [min(last + 1, end)..<end]
  }

  private static func rows(
    in region: Range<Int>, isHeaded: Bool, of facts: AmountFacts, on lines: [PrintedLine]
  ) -> [Row] {
    var rows: [Row] = []
    let headEnd =
      facts.facts.last { region.contains($0.order) && $0.label == .identifier && !$0.isLoose }?
      .order ?? -1
    var (order, place) = (-1, -1)
    for fact in facts.facts where region.contains(fact.order) {
      // A character of an item's name may stand in a label: 总监烫发.
      let label = fact.coverage >= 0.5 && !fact.isOfPiece ? fact.label : nil
      let isOther = label.map { !itemLabels.contains($0) } ?? false
      if !isHeaded, isOther, !fact.isLoose { continue }
      if fact.label == .quantity, fact.coverage > 0.6, fact.likeness == 1, fact.place == 0 {
        continue
      }
      // 单价 51.50, or @51.50, on a line of its own is no item's amount.
      if fact.label == .price, fact.coverage == 1, fact.likeness == 1, fact.place == 0 { continue }
      if fact.place == 0, lines[safe: fact.order]?.text.characters.first == "@" { continue }
      guard fact.isLikelyMoney else { continue }
      if lines[safe: fact.order]?.key.contains(priceOfSeveral) ?? false { continue }
      // Two readers' views of one place are one number.
      if fact.order == order, fact.place == place { continue }
      place = fact.place
      // 39.90 X 2: the count behind the price is no amount.
      if fact.order == order, fact.token.decimals == 0, !fact.token.hasSign,
        let price = rows.last, let product = price.product,
        fact.hundredths <= Self.countMax * 100,
        abs(price.value) * fact.hundredths == abs(product) * 100
      {
        continue
      }
      var row = Row(
        value: fact.token.isNegative ? -fact.hundredths : fact.hundredths,
        hasDecimals: fact.token.decimals > 0,
        isPriced: fact.token.decimals > 0 || fact.token.hasSign || !facts.showsDecimals,
        hasSign: fact.token.hasSign,
        right: fact.right,
        numbers: 1, isDoubtful: isOther || fact.isInSentence, isAlone: fact.isAlone,
        product: fact.product.map { fact.token.isNegative ? -$0 : $0 },
        isWordless: fact.isWordless, order: fact.order,
        isBelowHead: fact.order > headEnd)
      if fact.order == order, let last = rows.indices.last {
        row.numbers += rows[last].numbers
        row.counts = rows[last].counts
        if !rows[last].hasDecimals, !rows[last].hasSign {
          row.counts.insert(rows[last].value / 100)
        } else if !row.hasDecimals, !row.hasSign, row.value <= timesMax * 100 {
          row.beforeTail = rows[last].value
        }
        // 票价:55.00 × 2 服务费:6.00
        if fact.label == .surcharge { row.product = rows[last].product }
        rows[last] = row
      } else {
        order = fact.order
        rows.append(row)
      }
    }
    addProducts(to: &rows, in: region, on: lines, of: facts, isBelow: headEnd)
    for (order, amount) in region.compactMap({ pricedByWeight($0, of: lines) }) {
      guard let row = rows.firstIndex(where: { abs($0.order - order) <= 1 && $0.value == amount })
      else { continue }
      rows[row].multiplies = amount
      rows[row].isExplained = true
    }
    for (detail, row) in rows.indices.compactMap({ explained(by: $0, of: rows) }) {
      rows[row].multiplies = rows[detail].product
      rows[row].isExplained = true
    }
    let details = Set(rows.indices.filter { isDetail($0, of: rows) })
    return rows.indices.filter { !details.contains($0) }.map { rows[$0] }
  }

  /// 2 AT 1 FOR 45.00: what one of them costs.
  private static let priceOfSeveral = Key("AT 1 FOR")
  /// No line tells of more pieces.
  private static let countMax: Int64 = 9_999

  /// What multiplies out on the lines of a region, also where no number was found since several ran
  /// together.
  private static func addProducts(
    to rows: inout [Row], in region: Range<Int>, on lines: [PrintedLine], of facts: AmountFacts,
    isBelow headEnd: Int
  ) {
    for order in region where order > headEnd {
      guard let line = lines[safe: order], line.text.hasDigit else { continue }
      let amount = MultipliedRow.amount(in: line.text, hasDecimals: facts.showsDecimals)
      let behindCode = amountsBehindCode(in: line.text)
      guard let value = amount ?? behindCode.values.max() else { continue }
      let index = rows.firstIndex { $0.order >= order } ?? rows.count
      if index == rows.count || rows[index].order > order {
        let row = Row(
          value: value, hasDecimals: true, isPriced: true, hasSign: false, right: line.right,
          numbers: 3, isDoubtful: false, isAlone: false, isWordless: false, order: order,
          isBelowHead: true)
        rows.insert(row, at: index)
      }
      rows[index].multiplies = amount
      rows[index].behindCode = behindCode
    }
  }

  /// Bar codes are EAN-13 or UPC of 12 digits.
  private static let codeDigits = [12, 13]

  /// `69873864237797.50`: 97.50 behind a code of 12 digits.
  private static func amountsBehindCode(in text: PrintedText) -> [Int: Int64] {
    let run = text.characters.reversed().drop { !$0.isNumber }
      .prefix { $0.isASCII && $0.isNumber || $0 == "." }.reversed()
    let parts = String(run).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2 else { return [:] }
    var amounts: [Int: Int64] = [:]
    for digits in codeDigits where (1...5).contains(parts[0].count - digits) {
      let whole = parts[0].dropFirst(digits)
      guard whole.first != "0" || whole.count == 1 else { continue }
      amounts[digits] = Int64(whole + parts[1])
    }
    return amounts
  }

  /// What stands on a line like `0.579kg × 79.96元/kg`, in hundredths.
  private static func pricedByWeight(_ order: Int, of lines: [PrintedLine]) -> (Int, Int64)? {
    guard let line = lines[safe: order], line.text.characters.contains("/"),
      let match = String(line.text.characters).lowercased().firstMatch(of: weightAndPrice),
      let thousandths = scaled(match.1, places: 3), let hundredths = scaled(match.2, places: 2)
    else { return nil }
    return (order, (thousandths * hundredths + 500) / 1_000)
  }

  /// `0.57` to three places is 570.
  private static func scaled(_ number: Substring, places: Int) -> Int64? {
    let parts = number.split(separator: ".")
    let fraction = parts.count > 1 ? parts[1] : ""
    let zeros = String(repeating: "0", count: max(0, places - fraction.count))
    return Int64(parts[0] + fraction + zeros)
  }

  private static var weightAndPrice: Regex<(Substring, Substring, Substring)> {
    #/(\d{1,3}(?:\.\d{1,3})?) ?(?:kg|g|斤|公斤|克) ?[x*] ?[¥]?(\d{1,5}(?:\.\d{1,2})?)元?\/(?:kg|g|斤|公斤|克)/#
  }

  /// `2 X 14.90` below, or above, the 29.80 that it explains; or a code that ran into the amount
  /// which the line above explains, `02718.00` below `JEANS 2 x 359.00`.
  private static func isDetail(_ index: Int, of rows: [Row]) -> Bool {
    if explained(by: index, of: rows) != nil { return true }
    guard let above = rows[safe: index - 1], let product = above.product, rows[index].isWordless
    else { return false }
    let (digits, amount) = (String(rows[index].value), String(product))
    return above.order + 1 == rows[index].order && digits.count > amount.count
      && digits.hasSuffix(amount)
  }

  /// Which row's amount another is the price and count of: nothing else stands on one of their lines.
  private static func explained(by index: Int, of rows: [Row]) -> (detail: Int, row: Int)? {
    guard let product = rows[index].product else { return nil }
    return [index - 1, index + 1].first { other in
      guard rows.indices.contains(other), rows[other].product == nil,
        abs(rows[other].value - product) <= 1
      else { return false }
      return rows[index].isWordless
        || rows[other].isWordless && rows[other].order == rows[index].order + 1
    }
    .map { (index, $0) }
  }

  /// Labels that an item's name may be taken for: 茶位费, 会员卡, 优惠套餐.
  private static let itemLabels: Set<AmountLabel> = [
    .surcharge, .price, .quantity, .means, .coupon,
  ]

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
    ]
    let coded = rows.contains { !$0.behindCode.isEmpty } ? Self.codeDigits : []
    let readings = (more + coded.map { digits in rows.map { $0.with($0.behindCode[digits]) } })
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

  private static let timesMax: Int64 = 99

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
  private static let countedMin = 3

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
}
