/// Where items stand, and what each of their lines tells.
extension ItemTable {
  struct Row {
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
    /// Its last number is named as an item's amount, as those of other rows are: 金额 238.00.
    var isAmountOfItem = false
    /// The number before its last, where a mark that ran into that makes the difference: 556.00 of
    /// `556.00 !556.00`.
    var echo: Int64?
    /// Its last number is named as what one of them costs: 牛仔裤 吊牌价 399.00.
    var isPriceOfOne = false
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
    /// What stands behind a sign for times and one digit, the count: 2238.00 of `×22238.00`.
    var behindCount: Int64?
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

    /// The same, whatever the paper prints money like.
    var behindFirstDigit: Int64? {
      hasSign || numbers > 1 ? nil : Self.withoutFirstDigit(value)
    }

    static func withoutFirstDigit(_ value: Int64) -> Int64? {
      guard value >= 1_000 else { return nil }
      var unit: Int64 = 100
      while value >= unit * 10 { unit *= 10 }
      let rest = value % unit
      return rest >= unit / 10 && rest >= 100 ? rest : nil
    }
  }

  /// Where items may stand: under a table's head, or above the first total.
  static func regions(_ facts: AmountFacts, lines: [PrintedLine]) -> [Range<Int>] {
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
      || lines.prefix(first).contains { line in
        !amountsBehindCode(in: line.text).isEmpty
          || MultipliedRow.amount(behindCountIn: line.text) != nil
      }
    // Some tills print the items below what they come to.
    let last = closings.map(\.order).max() ?? first
    return isAbove ? [0..<first] : [min(last + 1, end)..<end]
  }

  static func rows(
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
      row.isAmountOfItem = fact.isAmountOfItem
      row.isPriceOfOne = fact.label == .price && fact.likeness == 1
      if fact.isBehindTimes { row.behindCount = Row.withoutFirstDigit(fact.hundredths) }
      // 香菇滑鸡饭 and below it x1 31.00
      if row.behindCount != nil, fact.isWordless, let above = lines[safe: fact.order - 1],
        !above.text.hasDigit, above.key.count >= 2
      {
        row.isExplained = true
        row.multiplies = row.behindCount
      }
      if fact.order == order, let last = rows.indices.last {
        row.numbers += rows[last].numbers
        row.counts = rows[last].counts
        if !rows[last].hasDecimals, !rows[last].hasSign {
          row.counts.insert(rows[last].value / 100)
        } else if !row.hasDecimals, !row.hasSign, row.value <= timesMax * 100 {
          row.beforeTail = rows[last].value
        }
        let price = rows[last].value
        // @209.00 209.00
        if price == row.value, row.hasDecimals { row.counts.insert(1) }
        // 6 20.00 120.00 comes out as it is.
        if Row.withoutFirstDigit(row.value) == price,
          !row.counts.contains(where: { $0 * price == row.value })
        {
          row.echo = price
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
    for detail in rows.indices {
      guard let row = explained(by: detail, of: rows) else { continue }
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
      let amount =
        MultipliedRow.amount(in: line.text, hasDecimals: facts.showsDecimals)
        ?? MultipliedRow.amount(behindCountIn: line.text)
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

  /// Bar codes are EAN-13 or UPC of 12 digits; tills' own have a letter and so many.
  static let codeDigits = [12, 13]
  static let ownCodeDigits = [5, 6, 7]

  /// `69873864237797.50`: 97.50 behind a code of 12 digits; `A0698571899.00`, or 圆领针织衫 A0698571899.00:
  /// 1899.00 behind A069857.
  private static func amountsBehindCode(in text: PrintedText) -> [Int: Int64] {
    let run = text.characters.reversed().drop { !$0.isNumber }
      .prefix { $0.isASCII && $0.isNumber || $0 == "." }.reversed()
    let parts = String(run).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2 else { return [:] }
    var amounts: [Int: Int64] = [:]
    let before = text.characters.dropLast(
      text.characters.reversed().prefix { !$0.isNumber }.count + run.count)
    let isOwn =
      before.last.map { $0.isASCII && $0.isLetter } ?? false
      && (before.count == 1 || before[before.endIndex - 2] == " ")
    let lengths = isOwn ? ownCodeDigits : codeDigits
    for digits in lengths where (1...5).contains(parts[0].count - digits) {
      let whole = parts[0].dropFirst(digits)
      guard whole.first != "0" || whole.count == 1 else { continue }
      amounts[digits] = Int64(whole + parts[1])
    }
    return amounts
  }

  /// What stands on a line like `0.579kg × 79.96元/kg`, in hundredths.
  static func pricedByWeight(_ order: Int, of lines: [PrintedLine]) -> (Int, Int64)? {
    guard let line = lines[safe: order], line.text.characters.contains("/"),
      line.key.letters.contains(where: { "G斤克".unicodeScalars.contains($0) }),
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

  /// Which row's amount another is the price and count of: nothing else stands on one of their
  /// lines.
  private static func explained(by index: Int, of rows: [Row]) -> Int? {
    guard let product = rows[index].product else { return nil }
    return [index - 1, index + 1].first { other in
      guard rows.indices.contains(other), rows[other].product == nil,
        abs(rows[other].value - product) <= 1
      else { return false }
      return rows[index].isWordless
        || rows[other].isWordless && rows[other].order == rows[index].order + 1
    }
  }

  /// Labels that an item's name may be taken for: 茶位费, 会员卡, 优惠套餐.
  private static let itemLabels: Set<AmountLabel> = [
    .surcharge, .price, .quantity, .means, .coupon,
  ]
}
