import Receipts

/// What labels say of numbers, once all numbers of the paper are known: 金额 on several lines is what
/// each item costs, and -6.00 behind 会员卡9折 was taken off.
struct FactsInContext {
  private(set) var facts: [AmountFact]

  init(_ facts: [AmountFact], on lines: [PrintedLine]) {
    self.facts = facts
    nameAmountsBelowPrices()
    unlabelAmountsOfItems(on: lines)
    nameSumsBehindCounts()
    nameCountsAboveTotals()
    nameReductions(on: lines)
    nameSharesTakenOff(on: lines)
    tellPieces()
  }

  /// 金额 463.20 and 金额 8.40: a word that names several amounts names what items cost. So does 原价,
  /// where an item's amount stands behind it.
  private mutating func unlabelAmountsOfItems(on lines: [PrintedLine]) {
    unlabel(isAmount: true) { Self.amountsOfItems.contains($0.phrase ?? "") }
    unlabel { Self.pricesOfItems.contains($0.phrase ?? "") }
    unlabel(as: .price) { $0.phrase == Self.priceOnTag }
    // 原价 129.00 折扣 5折, and below it what the item comes to.
    unlabel(as: .price) { $0.phrase == Self.priceBefore }
    unlabel { [facts] fact in
      fact.phrase == Self.priceBefore
        && facts.contains { $0.order == fact.order && $0.place > fact.place }
    }
    let prices = facts.indices.filter { facts[$0].phrase == Self.priceBefore }
    guard !prices.isEmpty else { return }
    let byOrder = Dictionary(grouping: facts, by: \.order)
    for index in prices {
      // 原价 469.00 1件 折后 469.00, and not 数量:1 原价:72.00 below all items.
      let isItem = (byOrder[facts[index].order] ?? []).contains {
        $0.place > facts[index].place && !$0.token.isSecondGuess && $0.token.decimals > 0
      }
      if isItem, facts[index].place == 0, tellsCount(lines[facts[index].order]) {
        facts[index].label = .price
      }
    }
  }

  /// Behind the price stands how many: 数量3, 1件; 共11件 is of all.
  private func tellsCount(_ line: PrintedLine) -> Bool {
    guard let end = line.key.range(of: Key(Self.priceBefore))?.upperBound else { return false }
    let words = String(String.UnicodeScalarView(line.key.letters[end...]))
    return words.contains(Self.count)
      || Self.countsOfItem.contains(where: words.contains) && !words.contains(Self.altogether)
  }

  /// Takes the label from facts that are told by the same word on several lines, with several
  /// amounts.
  ///
  /// - Parameter label: what they are instead, where it is known.
  private mutating func unlabel(
    isAmount: Bool = false, as label: AmountLabel? = nil, where isNamed: (AmountFact) -> Bool
  ) {
    let named = facts.indices.filter {
      isNamed(facts[$0]) && facts[$0].coverage >= 0.5 && isFirstButCount(facts[$0])
    }
    let told = named.filter { !facts[$0].token.isSecondGuess }
    guard Set(told.map { facts[$0].hundredths }).count > 1,
      Set(told.map { facts[$0].order }).count > 1
    else { return }
    for index in named {
      facts[index].label = label
      facts[index].isAmountOfItem = isAmount
      guard label == nil else { continue }
      facts[index].phrase = nil
      facts[index].likeness = 0
      facts[index].coverage = 1
    }
  }

  /// Nothing but how many stands before it: 数量:1 金额463.20.
  private func isFirstButCount(_ fact: AmountFact) -> Bool {
    facts.allSatisfy {
      $0.order != fact.order || $0.place >= fact.place || $0.label == .quantity
    }
  }

  /// 实价 2002.00 below 标价 2860.00, with 折扣 -858.00 between them or without: what the item comes to.
  private mutating func nameAmountsBelowPrices() {
    let prices = facts.indices.filter {
      Self.pricesOfItems.contains(facts[$0].phrase ?? "") && facts[$0].place == 0
    }
    // Of one item it is what the whole bill comes to.
    let left = facts.indices.filter { isPriceLeft(facts[$0]) }
    guard Set(left.map { facts[$0].order }).count > 1 else { return }
    if isSummedBelow(left) {
      for index in left { nameAmountOfItem(index) }
      return
    }
    for index in left {
      guard
        let price = prices.last(where: {
          (1...2).contains(facts[index].order - facts[$0].order)
            && facts[$0].hundredths >= facts[index].hundredths
        })
      else { continue }
      facts[price].label = .price
      facts[price].phrase = nil
      nameAmountOfItem(index)
    }
  }

  private mutating func nameAmountOfItem(_ index: Int) {
    facts[index].label = nil
    facts[index].phrase = nil
    (facts[index].likeness, facts[index].coverage) = (0, 1)
    facts[index].isAmountOfItem = true
  }

  /// 实价 380.00 and 实价 370.00 above 合计 750.00.
  private func isSummedBelow(_ amounts: [Int]) -> Bool {
    let told = amounts.map { facts[$0] }.filter { !$0.token.isSecondGuess }
    let byLine = Dictionary(grouping: told, by: \.order).mapValues { Set($0.map(\.hundredths)) }
    guard byLine.values.allSatisfy({ $0.count == 1 }), let last = byLine.keys.max() else {
      return false
    }
    let sum = byLine.values.compactMap(\.first).reduce(0, +)
    return facts.contains {
      $0.order > last && $0.hundredths == sum && $0.isStrongTotal && !isPriceLeft($0)
    }
  }

  private func isPriceLeft(_ fact: AmountFact) -> Bool {
    fact.phrase.map(Self.pricesLeft.contains) ?? false
  }

  private static let pricesLeft: Set<String> = ["实价", "成交"]

  /// Items 4 125.00: so many, and what they come to.
  private mutating func nameSumsBehindCounts() {
    for index in facts.indices.dropFirst() {
      let (count, sum) = (facts[index - 1], facts[index])
      guard sum.label == .quantity, sum.place == 1, sum.token.decimals == 2, sum.hundredths >= 100,
        count.order == sum.order, count.place == 0, count.label == .quantity,
        count.likeness == 1, count.coverage == 1, count.token.decimals == 0,
        count.phrase.map(Self.countsOfAll.contains) ?? false
      else { continue }
      facts[index].label = .subtotal
    }
  }

  /// 共计:11 above 消费金额:227: so many pieces.
  private mutating func nameCountsAboveTotals() {
    for index in facts.indices
    where facts[index].phrase == Self.altogetherCounted && facts[index].token.decimals == 0
      && !facts[index].token.hasSign && facts[index].hundredths < Self.piecesMax
      && facts[index].place == 0
    {
      let isAboveTotal = facts.contains {
        (1...2).contains($0.order - facts[index].order)
          && ($0.isStrongTotal || $0.label == .subtotal)
      }
      if isAboveTotal { facts[index].label = .quantity }
    }
  }

  private static let altogetherCounted = "共计"
  /// A hundred pieces.
  private static let piecesMax: Int64 = 10_000

  private static let countsOfAll: Set<String> = [
    "ITEMS", "TOTALITEMS", "ITEMCOUNT", "TOTALQTY", "总件", "总件数", "总数量",
  ]

  /// 会员卡9折 -6.00: what who has the card does not pay, and not what was paid by it.
  private mutating func nameReductions(on lines: [PrintedLine]) {
    for index in facts.indices where facts[index].token.isNegative {
      // 服务员赠送 -3.00 was given: no points are, nor a waiter's number.
      let isGift =
        [.points, .identifier].contains(facts[index].label) && facts[index].token.decimals == 2
      guard facts[index].label == .means || isGift else { continue }
      let words = lines[facts[index].order].key.text
      if Self.wordsOfReduction.contains(where: words.contains) { facts[index].label = .discount }
    }
  }

  /// 全单8.8折 ¥96.72 below 806.00, 会员9折 -0.90 below 9.00: the rest of it, to the cent. Without a minus only
  /// of what is said of the whole bill.
  private mutating func nameSharesTakenOff(on lines: [PrintedLine]) {
    for index in facts.indices {
      let fact = facts[index]
      guard fact.label == nil, fact.token.decimals == 2, fact.hundredths > 0,
        !fact.token.isSecondGuess,
        let rate = fact.token.isNegative
          ? DiscountRate.told(on: lines[fact.order])
          : DiscountRate.toldOfAll(on: lines[fact.order]),
        facts.contains(where: {
          $0.order < fact.order && $0.token.decimals == 2 && !$0.token.isSecondGuess
            && abs($0.hundredths * (1_000 - rate) - fact.hundredths * 1_000) <= 1_000
        })
      else { continue }
      facts[index].label = .discount
      (facts[index].likeness, facts[index].coverage) = (1, 1)
    }
  }

  private static let wordsOfReduction = ["折", "优惠", "立减", "满减", "减免", "赠送"]

  /// (原价910.00 让利45.50) below 864.50, 吊牌价 264.00 折让 39.00 above 225.00: of one item, whose amount
  /// is what is left.
  private mutating func tellPieces() {
    for index in facts.indices
    where facts[index].label.map(Self.pricesOfPiece.contains) ?? false {
      guard
        let off = facts.firstIndex(where: {
          $0.order == facts[index].order && $0.place == facts[index].place + 1
            && $0.label == .discount && $0.hundredths > 0 && !$0.token.isSecondGuess
        }),
        facts.contains(where: {
          abs($0.order - facts[index].order) == 1 && !$0.token.isSecondGuess && !$0.isAlone
            && $0.label.map(Self.labelsOfPiece.contains) ?? true
            && $0.hundredths == facts[index].hundredths - facts[off].hundredths
        })
      else { continue }
      // Of the whole bill: both are told elsewhere as what it comes to.
      let values = [
        facts[index].hundredths, facts[index].hundredths - facts[off].hundredths,
      ]
      let isOfBill = facts.contains { fact in
        values.contains(fact.hundredths) && fact.order != facts[index].order
          && fact.label.map { AmountLabel.totals.contains($0) || $0 == .means } ?? false
      }
      guard !isOfBill else { continue }
      facts[index].isOfPiece = true
      facts[off].isOfPiece = true
    }
  }

  private static let pricesOfPiece: Set<AmountLabel> = [.subtotal, .price]
  private static let labelsOfPiece: Set<AmountLabel> = [.price, .quantity]
  private static let amountsOfItems: Set<String> = ["金额", "全额", "AMOUNT", "AMT"]
  private static let pricesOfItems: Set<String> = ["标价", "零售价"]
  private static let priceOnTag = "吊牌"
  /// Of an item in 原价 699.00 让利 50.00 ×1 649.00; of all of them else.
  private static let priceBefore = "原价"
  private static let count = "数量"
  private static let countsOfItem = ["1件", "2件", "3件"]
  private static let altogether = "共"
}
