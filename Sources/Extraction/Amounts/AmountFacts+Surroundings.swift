import Receipts

/// What the text around a number makes of it: a count, a price of one, a promise, a part of a card.
extension AmountFacts {
  /// A label's text without the count of what it names, 共4件 实付, 总额（4 件商品）, and without what
  /// is in it: 实收(含服务费) is 实收.
  static func withoutCounts(_ characters: ArraySlice<PrintedCharacter>) -> [PrintedCharacter] {
    guard characters.contains(where: { $0.isNumber || $0 == "(" }) else { return Array(characters) }
    var rest: [PrintedCharacter] = []
    var index = characters.startIndex
    while index < characters.endIndex {
      if characters[index] == "(", let end = characters[index...].firstIndex(of: ")"),
        isCount(characters[characters.index(after: index)..<end])
          || rest.contains(where: \.isLetter)
            && isIncluded(characters[characters.index(after: index)..<end])
      {
        index = end + 1
        continue
      }
      guard characters[index].isASCIIDigit else {
        rest.append(characters[index])
        index += 1
        continue
      }
      var unit = index
      while unit < characters.endIndex, characters[unit].isASCIIDigit || characters[unit] == " " {
        unit += 1
      }
      if unit < characters.endIndex, counted.contains(characters[unit]) {
        index = unit + 1
      } else {
        rest += characters[index..<max(unit, index + 1)]
        index = max(unit, index + 1)
      }
    }
    return rest
  }

  /// (含服务费), and not (含代金券), which may be all that was paid.
  private static func isIncluded(_ characters: ArraySlice<PrintedCharacter>) -> Bool {
    let words = String(characters.filter { $0 != " " })
    return included.contains { words.hasPrefix("含" + $0) }
  }

  private static let included = ["税", "增值税", "服务费", "运费", "打包费", "餐盒费", "配送费", "茶位费"]

  /// (4 件商品), (3), and not (不含6%税).
  static func isCount(_ characters: ArraySlice<PrintedCharacter>) -> Bool {
    let words = characters.filter { $0 != " " }
    let rest = words.drop(while: \.isASCIIDigit)
    return rest.count < words.count
      && (rest.isEmpty || rest.first.map(counted.contains) ?? false && !rest.contains("%"))
  }

  /// What items are counted by.
  private static let counted: Set<PrintedCharacter> = [
    "件", "份", "项", "項", "个", "個", "位", "杯", "瓶", "盒", "点", "點", "样", "道", "笔",
  ]

  private static let pricesOfPieces: Set<String> = [
    "吊牌价", "结算价", "成交价", "标价", "零售价", "会员价", "现价", "折后价", "单价", "售价", "实价", "实售价", "特价", "优惠价",
    "活动价", "促销价",
  ]
  private static let settledLabels: Set<AmountLabel> = [
    .paid, .received, .due, .total, .change, .tendered, .means,
  ]

  /// Two prices of one piece, or `MRP 629.00 DISC 30.00 599.00`: a price, what is taken off, and
  /// what is left. 应收 100.00 优惠 20.00 实收 80.00 is of the whole paper.
  static func isOfPiece(_ labels: [PlaceLabel], _ numbers: [Int64]) -> Bool {
    if labels.count(where: { $0.printed.map(pricesOfPieces.contains) ?? false }) > 1 { return true }
    // 2 x 58.80 折后 100.00
    if labels.count > 1, labels[0].match == nil, labels.last?.printed == "折后" { return true }
    let isSettled = labels.contains { label in
      label.coverage >= 0.5 && label.match.map { settledLabels.contains($0.meaning) } ?? false
    }
    return !isSettled
      && numbers.indices.dropFirst(2).contains { index in
        numbers[index] > 0 && numbers[index - 2] - numbers[index - 1] == numbers[index]
      }
  }

  /// `10% 34.30`, `10%:34.30`; `nil` where no share stands before a number.
  static func percent(before range: Range<Int>, on characters: [PrintedCharacter]) -> Int64? {
    let before = characters[..<range.lowerBound].reversed().drop { " :¥()".contains($0) }
    guard before.first == "%" else { return nil }
    let digits = before.dropFirst().prefix(while: \.isASCIIDigit)
    let words = before.dropFirst(1 + digits.count)
    // 12.5%, 会员返10%, 下次立享10%
    guard words.first != ".", !words.contains(where: promisesOfShares.contains) else { return nil }
    return digits.count <= 2 ? Int64(String(digits.reversed())) : nil
  }

  private static let promisesOfShares: Set<PrintedCharacter> = [
    "返", "享", "送", "次", "折", "积", "赠", "减",
  ]

  private static let piecesAndWeights: Set<PrintedCharacter> = [
    "件", "份", "杯", "个", "位", "张", "人", "只", "支", "瓶", "盒", "斤", "克", "k", "K", "g", "G",
  ]
  private static let timesSigns: Set<PrintedCharacter> = ["x", "X", "*"]

  /// What a price is multiplied by, in thousandths, behind it or before it: `39.90 X 2`,
  /// `1件×194.00`, `1.574 X 14.00`; without decimals behind the count alone, `2×223`, since 60×90 is
  /// a size.
  static func times(of token: MoneyToken, on characters: [PrintedCharacter]) -> Int64? {
    guard token.decimals == 0 else { return times(of: token.range, on: characters) }
    let before = characters[..<token.range.lowerBound].reversed().drop { $0 == " " }
    guard before.first.map(timesSigns.contains) ?? false, token.hundredths >= wholePriceMin else {
      return nil
    }
    let rest = before.dropFirst().drop { $0 == " " }
    let digits = rest.prefix { $0.isASCIIDigit || $0 == "." }
    // 0.5×200 is a weight, A4×100 a size.
    guard digits.count == 1, let count = digits.first.flatMap({ Digits.value(of: $0) }),
      !(rest.dropFirst().first.map { $0.isASCII && $0.isLetter } ?? false)
    else { return nil }
    return Int64(count) * 1_000
  }

  /// Ten.
  private static let wholePriceMin: Int64 = 1_000

  private static func times(of range: Range<Int>, on characters: [PrintedCharacter]) -> Int64? {
    func factor(_ rest: some Sequence<PrintedCharacter>) -> [PrintedCharacter]? {
      // 0.294 X @8.40
      var rest = Array(rest.drop { $0 == " " || $0 == "@" })
      guard let sign = rest.first, timesSigns.contains(sign) else { return nil }
      rest = Array(rest.dropFirst().drop { $0 == " " })
      // 成人4位×99.00, 0.579kg × 79.96元/kg
      rest = Array(rest.drop { piecesAndWeights.contains($0) })
      return rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
    // Before the price the sign may stand on either side of the count: 2 x 14.90, x2 68.99.
    func countBefore(_ rest: some Sequence<PrintedCharacter>) -> [PrintedCharacter]? {
      let rest = Array(rest.drop { $0 == " " })
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard !digits.isEmpty,
        rest[safe: digits.count].map(timesSigns.contains) ?? false,
        // 60X90 is a size, BOX3 a name.
        !(rest[safe: digits.count + 1].map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false),
        characters[safe: range.lowerBound - 1] == " "
      else { return nil }
      return Array(digits.reversed())
    }
    let before = characters[..<range.lowerBound].reversed()
    let digits =
      factor(characters[range.upperBound...]) ?? factor(before).map { $0.reversed() }
      ?? countBefore(before)
    guard let digits else { return nil }
    let parts = String(digits).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...2).contains(parts[0].count),
      let whole = Int64(parts[0]), whole > 0 || parts.count == 2
    else { return nil }
    guard parts.count == 2 else { return whole * 1_000 }
    guard (1...3).contains(parts[1].count), let part = Int64(parts[1]) else { return nil }
    return whole * 1_000 + part * [100, 10, 1][parts[1].count - 1]
  }

  /// Right behind a sign for times, before which stands no number: x274.00, not 2x74.00.
  static func isBehindTimes(_ token: MoneyToken, on characters: [PrintedCharacter]) -> Bool {
    let sign = token.range.lowerBound - 1
    guard token.decimals == 2, !token.hasSign,
      characters[safe: sign].map(timesSigns.contains) ?? false
    else { return false }
    let before = characters[..<sign].reversed().drop { $0 == " " }
    // BOX128.00 is a name, 1.68g x12,163.00 a weight and a count, *服装*128.00 a tax's kind of goods.
    let word = before.prefix { $0.isASCII && $0.isLetter }.count
    let isUnit = word <= 2 && before.dropFirst(word).first?.isASCIIDigit ?? false
    return !(before.first?.isASCIIDigit ?? false) && (word == 0 || isUnit)
      && !(characters[sign] == "*" && characters[..<sign].contains("*"))
  }

  /// Words follow the number that are no label of another.
  static func isSentence(around range: Range<Int>, on line: PrintedLine) -> Bool {
    let characters = line.text.characters
    let rest = characters[min(range.upperBound, characters.count)...]
    guard !rest.contains(where: \.isNumber) else { return false }
    let key = Key(characters: rest)
    // 消费200元可兑换停车券, 满意度调研赢100元礼券: what is promised may be named by a label's word.
    let isPromised = characters[safe: range.lowerBound - 1].map(promises.contains) ?? false
    let words = key.letters.count { $0.value > 0x2E80 }
    let before = Key(characters: characters[..<min(range.lowerBound, characters.count)]).letters
    // 实付只需 199.00 is what was paid.
    if let offer = offers.first(where: { before.hasSuffix($0) }),
      !finder.exactMatches(in: Key(letters: before.dropLast(offer.count))).contains(where: {
        AmountLabel.totals.contains($0.meaning)
      })
    {
      return true
    }
    return words >= 3 && (finder.exactMatches(in: key).isEmpty || key.text.hasPrefix("可兑换"))
      || words >= 2 && isPromised
  }

  /// 12期免息，每期低至199元; 单笔满188元 of a lottery's terms, which may go on on the next line. Those that
  /// hold others come first.
  private static let offers = [
    "消费每满", "单笔满", "消费满", "购物满", "每满", "储值满", "低至", "仅需", "只需", "最高可省",
  ].map { Key($0) }
  /// Verbs before what may be won or had: 赢100元礼券, 领20元券.
  private static let promises: Set<PrintedCharacter> = ["赢", "送", "领", "得", "享", "抽", "返"]

  private static let masks: Set<PrintedCharacter> = ["·", "•", "*", "●", "○", "…", "․", "x", "X"]

  static func isBesideMask(_ token: MoneyToken, on line: PrintedLine) -> Bool {
    let characters = line.text.characters
    let before = characters[..<min(token.range.lowerBound, characters.count)]
    // 192****0226, of which a reader saw one star. So many of a thing nobody buys.
    let behind = characters[min(token.range.upperBound, characters.count)...]
    let isBefore =
      behind.first == "*"
      && behind.drop { $0 == "*" }.prefix(while: \.isASCIIDigit).count >= digitsBehindMaskMin
    return token.decimals == 0 && !token.hasSign
      && (before.last { $0 != " " }.map(masks.contains) ?? false || isBefore)
  }

  private static let digitsBehindMaskMin = 4

  /// 共12 件商品 ¥239.98: how many.
  static func isCount(_ token: MoneyToken, on line: PrintedLine) -> Bool {
    let rest = line.text.characters[min(token.range.upperBound, line.text.characters.count)...]
    return token.decimals == 0 && !token.hasSign
      && rest.first { $0 != " " }.map(counted.contains) ?? false
  }
}
