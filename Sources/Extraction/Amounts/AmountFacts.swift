import Receipts

/// Reads all numbers of a paper with their labels.
struct AmountFacts: Sendable {
  private(set) var facts: [AmountFact] = []
  /// The lines that head a table of items (品名 数量 金额), by position.
  private(set) var tableHeads: [Int] = []

  /// A total of money given back: 消费合计 -591.00. 优愚合计 -83.00 between 商品合计 230.00 and 实付 147.00 was
  /// taken off, and a minus that Tesseract alone sees is a mark on the paper.
  var tellsRefund: Bool {
    let isReadByPaddle = facts.contains(where: \.token.support.isByPaddle)
    return facts.contains { fact in
      guard fact.token.isNegative, !fact.token.isBracketed, !fact.token.isSecondGuess,
        fact.likeness >= 0.75,
        fact.coverage >= 0.5, !fact.isLoose, fact.hundredths > 0,
        fact.token.support.isByPaddle || !isReadByPaddle || isAnythingBack(besides: fact),
        !isTakenOff(fact)
      else { return false }
      return fact.label.map(AmountLabel.totals.contains) ?? false
    }
  }

  /// An item, a payment or another total has a minus, too.
  private func isAnythingBack(besides fact: AmountFact) -> Bool {
    facts.contains { other in
      other.order != fact.order && other.token.isNegative && other.hundredths > 0
        && ![.discount, .coupon, .deposit, .rounding, .points].contains(other.label)
    }
  }

  /// A total above it is as much more than one below it, and its words, as far as they can be read,
  /// are of a reduction.
  private func isTakenOff(_ fact: AmountFact) -> Bool {
    guard let words = fact.printed, words.contains(where: Self.signsOfReduction.contains),
      !facts.contains(where: { other in
        other.printed.map { $0.contains("退") || $0.contains("原单") } ?? false
      })
    else { return false }
    let totals = facts.filter { $0.isStrongTotal && !$0.token.isNegative && $0.hundredths > 0 }
    return totals.contains { before in
      before.order < fact.order
        && totals.contains {
          $0.order > fact.order && $0.hundredths == before.hundredths - fact.hundredths
        }
    }
  }

  private static let signsOfReduction: Set<Character> = ["优", "惠", "折", "减", "券", "让", "抵", "扣"]

  /// Whether a line names what is due, paid or a total, whatever number stands there.
  static func namesTotal(_ line: PrintedLine) -> Bool {
    finder.exactMatches(in: line.key).contains { AmountLabel.totals.contains($0.meaning) }
  }

  /// Something is taken off: 优惠 -20.00.
  var hasDeduction: Bool {
    facts.contains {
      $0.hundredths > 0 && [.discount, .coupon, .deposit].contains($0.label)
    }
  }

  /// Most of the paper's totals are printed with decimals.
  private(set) var showsDecimals = false

  /// Whether the paper says that something was paid, or by what: 实付 88.00, 支付方式: 微信.
  private(set) var tellsPayment = false

  /// Of lines that name a total, and whose number is none that a till prints, 应付: 803.00.1203: what
  /// it begins with, in hundredths, where that is printed as money; `nil` where it is not.
  private(set) var unreadTotals: [Int64?] = []
  /// The first lines, where the shop's name stands.
  private(set) var head: [Key] = []
  private static let headLines = 3

  /// Lines that name a balance or points, 可用积分18, 会员余额:, and tell no amount: by position.
  private(set) var unreadBalances: Set<Int> = []

  static let finder = LabelFinder(
    Lexicon.amounts, vague: Lexicon.vagueAmounts, whole: Lexicon.wholeAmounts,
    goods: Lexicon.goods)
  private static let columns = LabelFinder(Lexicon.columns.map { ($0, [$0]) })

  init(lines: [PrintedLine]) {
    var above: (labels: [LabelFinder<AmountLabel>.Match], order: Int)?
    let numbers = lines.map { $0.isRule ? [] : Self.places(of: $0) }
    for (order, line) in lines.enumerated() {
      let places = numbers[order]
      guard places.isEmpty else {
        facts += Self.facts(
          places, line: line, order: order, above: above?.order == order - 1 ? above?.labels : nil)
        continue
      }
      if Self.isTableHead(line) {
        tableHeads.append(order)
      } else {
        above = (
          Self.isStamp(line, over: numbers[safe: order + 1] ?? []) ? [] : Self.labels(of: line),
          order
        )
        if let above, numbers[safe: order + 1]?.isEmpty ?? true {
          nameBare(on: order - 1, by: above.labels)
        }
      }
    }
    facts = FactsInContext(facts, on: lines).facts
    unreadTotals = lines.compactMap(Self.unreadTotal)
    head = lines.prefix(Self.headLines).map(\.key)
    unreadBalances = Set(lines.indices.filter { Self.isUnreadBalance(lines[$0], numbers[$0]) })
    let totals = facts.filter { $0.label.map(AmountLabel.totals.contains) ?? false }
    // Where some have one and some none the till leaves zeros out.
    showsDecimals =
      totals.count { $0.token.decimals == 2 } * 2 > totals.count
      || !totals.isEmpty && totals.allSatisfy { $0.token.decimals > 0 }
    let tellsPaid = { (line: PrintedLine) in
      (MeansOfPayment.isTold(by: line.key) || SignOfSettlement.isTold(by: line))
        && !MeansOfPayment.isForm(line)
    }
    // Of what nothing was received for nothing but a balance that went down tells a payment.
    tellsPayment =
      isNothingPaid
      ? isPaidFromBalance(leaving: 1)
      : isPaidFromBalance(leaving: 0) || facts.contains(where: tellsPoints)
        || facts.contains(where: isPayment) || lines.contains(where: tellsPaid)
        || tellsMeansBelowTotal(lines) || isTakenFromCard(lines)
  }

  /// `80.50元` and below it `已付金额:`, with no number of its own: the two stand askew on one line.
  private mutating func nameBare(on order: Int, by labels: [LabelFinder<AmountLabel>.Match]) {
    guard labels.count == 1,
      AmountLabel.totals.contains(labels[0].meaning) || labels[0].meaning == .balance,
      facts.count(where: { $0.order == order && $0.place > 0 }) == 0
    else { return }
    for index in facts.indices where facts[index].order == order && facts[index].label == nil {
      guard facts[index].isAlone, !facts[index].isInSentence, facts[index].token.decimals == 2
      else { continue }
      facts[index].label = labels[0].meaning
      facts[index].likeness = labels[0].likeness * 0.8
      facts[index].phrase = labels[0].phrase
    }
  }

  private static func isUnreadBalance(_ line: PrintedLine, _ numbers: [[MoneyToken]]) -> Bool {
    guard numbers.joined().allSatisfy({ $0.decimals == 0 && $0.hundredths < smallBalance }),
      line.text.hasDigit || line.text.characters.contains(":")
    else { return false }
    let letters = Key(characters: line.text.characters.filter { !$0.isNumber })
    // It is what the line ends with, but for a letter that was a digit.
    return finder.exactMatches(in: letters).contains {
      [.balance, .points].contains($0.meaning) && $0.range.upperBound + 1 >= letters.count
    }
  }

  /// 收讫 over 11.17, the day: a stamp names no amount.
  private static func isStamp(_ line: PrintedLine, over below: [[MoneyToken]]) -> Bool {
    guard stampsOverDays.contains(line.key), below.count == 1, let token = below[0].first else {
      return false
    }
    return token.decimals == 2 && !token.hasSign && (1...12).contains(token.hundredths / 100)
      && (1...31).contains(token.hundredths % 100)
  }

  private static let stampsOverDays = ["收讫", "付讫", "现金收讫", "已收讫"].map { Key($0) }

  /// A hundred: fewer points, or less money, may be what is left of a number.
  private static let smallBalance: Int64 = 10_000

  /// `nil` where the line tells no total, or one that can be read.
  private static func unreadTotal(_ line: PrintedLine) -> Int64?? {
    let characters = line.text.characters
    guard let first = characters.firstIndex(where: \.isASCIIDigit),
      MoneyScanner.tokens(in: line.text).isEmpty
    else { return nil }
    // 548.897 is 548.89元.
    let number = characters[first...].prefix { $0.isASCIIDigit || $0 == "." || $0 == "," }
    let key = Key(characters: characters[..<first])
    // Paid 14.11/2026 is a day, and so is 买单 2026.11.10.
    guard characters[safe: number.endIndex] != "/" else { return nil }
    let isOfMoney = number.dropLast(2).last == "." && number.suffix(2).allSatisfy(\.isASCIIDigit)
    let points = number.count { $0 == "." }
    guard number.count(where: \.isASCIIDigit) >= 4, points > 1 || isOfMoney,
      let match = finder.match(in: key), match.likeness == 1, !match.isVague,
      AmountLabel.wholes.contains(match.meaning), coverage(of: match, in: key) >= 0.5,
      !TimeScanner(line.text).isBegun(at: first)
    else { return nil }
    return .some(points == 1 ? Int64(String(number.filter(\.isASCIIDigit))) : nil)
  }

  private static let changeWords: Set<String> = ["零", "找"]
  private static let owedWords: Set<String> = ["欠", "元欠"]

  struct PlaceLabel {
    var match: LabelFinder<AmountLabel>.Match?
    var printed: String?
    var coverage: Double
    /// Stands before this very number, not before an earlier one of the line.
    var isOwn: Bool
    /// What is left of 找零 stands before it, or what says that nothing is owed: 已付 238.85 元欠 0 元.
    var isOfRest = false
  }

  /// Two words of a table's head, one of them only used there.
  private static func isTableHead(_ line: PrintedLine) -> Bool {
    if isHeadOfSigns(line.key) { return true }
    let words = columns.exactMatches(in: line.key)
    let letters = words.reduce(0) { $0 + $1.range.count }
    return words.count >= 2 && letters * 3 >= line.key.count * 2
      && words.contains { !settlementWords.contains($0.phrase) }
  }

  /// 菜名价量额: a head of one character a column.
  private static func isHeadOfSigns(_ key: Key) -> Bool {
    guard let name = namesOfGoods.first(where: { key.letters.starts(with: $0.letters) }) else {
      return false
    }
    let columns = key.letters[name.count...]
    return columns.count >= 3 && columns.allSatisfy(signsOfColumns.contains)
      && columns.contains("额")
  }

  private static let namesOfGoods = ["品名", "菜名", "商品", "货品", "品", "名"].map { Key($0) }
  private static let signsOfColumns = Set("单价数量金额折小计件".unicodeScalars)

  private static let settlementWords: Set<String> = [
    "合计", "金额", "小计", "原价", "折扣", "总价", "实价", "TOTAL", "AMOUNT", "AMT", "DISCOUNT", "DISC", "RM",
    "EUR",
    "BETRAG",
  ]

  /// The labels of a line without numbers, that the numbers of the next may answer.
  private static func labels(of line: PrintedLine) -> [LabelFinder<AmountLabel>.Match] {
    let segments = line.text.segments(gap: 0.9).map { Key(characters: $0) }
    let matches = segments.compactMap { key -> LabelFinder<AmountLabel>.Match? in
      guard key.count <= 16, let match = finder.match(in: key), isLabel(key, match) else {
        return nil
      }
      return match
    }
    if matches.count == segments.count { return matches }
    // One segment is the whole line.
    guard segments.count > 1, line.key.count <= 16, let whole = finder.match(in: line.key),
      isLabel(line.key, whole)
    else { return [] }
    return [whole]
  }

  /// Words of labels make up more than half of the text: 合计付款, 金额(AMOUNT).
  static func isLabel(_ key: Key, _ match: LabelFinder<AmountLabel>.Match) -> Bool {
    let words = finder.exactMatches(in: key).reduce(0) { $0 + $1.range.count }
    return max(match.range.count, words) * 2 > key.count
  }

  /// 银行卡 of 银行卡已开票1423.00: an invoice was given, which was stamped over the label.
  private static func withoutStamp(_ key: Key) -> Key {
    guard let stamp = KindReader.invoiceGiven.compactMap({ key.range(of: $0) }).first,
      stamp.count < key.count
    else { return key }
    return Key(letters: key.letters[..<stamp.lowerBound] + key.letters[stamp.upperBound...])
  }

  private static func facts(
    _ places: [[MoneyToken]], line: PrintedLine, order: Int,
    above: [LabelFinder<AmountLabel>.Match]?
  ) -> [AmountFact] {
    var labels: [PlaceLabel] = []
    var end = 0
    for tokens in places {
      let range = tokens[0].range
      let start = min(end, range.lowerBound)
      let key = withoutStamp(
        Key(characters: withoutCounts(line.text.characters[start..<range.lowerBound])))
      end = max(end, range.upperBound)
      if let match = finder.match(in: key) {
        labels.append(
          PlaceLabel(
            match: match, printed: printed(key), coverage: coverage(of: match, in: key), isOwn: true
          ))
      } else {
        let last = key.count <= 1 ? labels.last : nil
        labels.append(
          PlaceLabel(
            match: last?.match, printed: printed(key), coverage: last?.coverage ?? 1,
            isOwn: false,
            isOfRest: changeWords.contains(key.text)
              || owedWords.contains(key.text) && tokens[0].hundredths == 0))
      }
    }
    let isNumbersOnly = isNumbersOnly(places, line)
    let isUnlabelled = labels.allSatisfy { $0.match == nil } && isNumbersOnly
    if isUnlabelled, let above, !above.isEmpty {
      labels = places.indices.map { index in
        var match = above.count == places.count ? above[index] : above.count == 1 ? above[0] : nil
        match?.likeness *= 0.8
        return PlaceLabel(match: match, coverage: 1, isOwn: true)
      }
    }
    for place in labels.indices.dropFirst()
    where !labels[place].isOwn && places[place - 1][0].decimals == 2 && isStray(places[place][0]) {
      labels[place].match = nil
    }
    let isOfPiece = isOfPiece(labels, places.map { $0[0].hundredths })
    return places.indices.flatMap { place in
      let match = labels[place].match
      // 合计 3 88.00: the last number under a label is what it names; 支付宝 58.20 零 0.00 are two.
      let isFollowed =
        place + 1 < labels.count && !labels[place + 1].isOwn && match != nil
        && !(place + 2 == labels.count && places[place][0].decimals == 2
          && (labels[place + 1].isOfRest || isStray(places[place + 1][0])))
      let isSentence = isSentence(around: places[place][0].range, on: line)
      let isTold =
        (!isFollowed || match?.meaning == .identifier) && !isCount(places[place][0], on: line)
      return places[place].map { token in
        AmountFact(
          label: isTold ? Self.meaning(match, of: token) : .quantity,
          likeness: match?.likeness ?? 0, phrase: match?.phrase,
          printed: labels[place].printed, token: token,
          coverage: labels[place].coverage,
          isLoose: isSentence || match?.isVague ?? false, isInSentence: isSentence,
          isAlone: isNumbersOnly && places.count == 1, isOfPiece: isOfPiece,
          times: times(of: token, on: line.text.characters),
          percent: percent(before: token.range, on: line.text.characters),
          isWordless: line.key.letters.count { !$0.isDigit } <= 1,
          isBehindTimes: isBehindTimes(token, on: line.text.characters),
          isBesideMask: isBesideMask(places[place][0], on: line),
          height: line.height,
          right: line.left + token.span.end * line.height, lineIndex: line.index, order: order,
          place: place)
      }
    }
  }

  /// 合计:89.00 1: a digit behind an amount is a mark on the paper, or how many.
  private static func isStray(_ token: MoneyToken) -> Bool {
    token.decimals == 0 && !token.hasSign && token.hundredths < strayMax
  }

  private static let strayMax: Int64 = 1_000

  /// How much of a text a label is, 0…1: of its letters or, where more and it names a total, of its
  /// words. What says the same in another script, 净额 Net, takes nothing from it, nor do Latin
  /// letters from Chinese; an item's name does, 巧克力 Bar.
  private static func coverage(
    of match: LabelFinder<AmountLabel>.Match, in key: Key
  ) -> Double {
    let isLatin = key.letters[match.range].allSatisfy(\.isLatin)
    let isTotal = AmountLabel.totals.contains(match.meaning)
    let others = key.letters.indices.filter {
      key.letters[$0].isLatin != isLatin && !key.letters[$0].isDigit
    }
    var own = isLatin ? key.count : key.count - others.count
    var letters = match.range.count
    if letters < own {
      let words = finder.exactMatches(in: key)
      let same = words.filter { word in
        word.meaning == match.meaning || isTotal && AmountLabel.totals.contains(word.meaning)
      }
      if isLatin, same.contains(where: { word in others.contains { word.range.contains($0) } }) {
        own -= others.count
      }
      // SUBTOTAL/小计 says it twice.
      if letters * 2 < own {
        letters = max(
          letters,
          words.filter { $0.meaning == match.meaning }.reduce(0) { $0 + $1.range.count })
      }
    }
    // 总计(支付宝) says by what, too.
    if [.total, .due].contains(match.meaning), match.range.lowerBound == 0,
      MeansOfPayment.isWallet(Key(letters: key.letters[match.range.upperBound...]))
    {
      own = letters
    }
    let share = Double(letters) / Double(max(1, own))
    guard isLatin, isTotal else { return min(1, share) }
    let starts = key.startsWord.indices.filter { key.startsWord[$0] }
    let ends = starts.dropFirst() + [key.count]
    let told = zip(starts, ends).count { start, end in
      match.range.lowerBound <= start && match.range.upperBound >= end
    }
    return min(1, max(share, Double(told) / Double(max(1, starts.count))))
  }

  private static func printed(_ key: Key) -> String? {
    (2...12).contains(key.count) && !key.letters.contains(where: \.isDigit) ? key.text : nil
  }

  /// Tills round off less than ten; under its label, more is the rounded total.
  private static func meaning(
    _ match: LabelFinder<AmountLabel>.Match?, of token: MoneyToken
  ) -> AmountLabel? {
    // 第二份半价 -1.40: what has a minus is taken off, and no count.
    if match?.meaning == .quantity, token.isNegative, token.decimals > 0 { return nil }
    // 满200减50
    if match?.phrase == "减", !token.isNegative, token.decimals < 2 { return nil }
    // 积分兑换 -10.00
    if match?.meaning == .points, token.isNegative, token.decimals == 2 { return .discount }
    let isTotal = token.hundredths >= 1_000 && !token.isNegative && !token.isSecondGuess
    return match?.meaning == .rounding && isTotal ? .due : match?.meaning
  }

  /// Numbers and signs of currency, with next to no other letters.
  private static func isNumbersOnly(_ places: [[MoneyToken]], _ line: PrintedLine) -> Bool {
    let told = places.compactMap(\.first?.range)
    let rest = line.text.characters.indices.filter { index in
      !told.contains { $0.contains(index) }
    }
    return Key(characters: rest.map { line.text.characters[$0] }).count <= 1
  }
}
