import Receipts

/// What lines say beside a paper's heading of money that did not come in, went back, or was no
/// purchase's: 微信支付(待确认), 是否结账：否, 支付宝退 66.00, 续充钻石卡 5000.00, 包房押金 500.00.
///
/// One is enough to ask a person, and too little to reject by.
struct KindSigns {
  struct Sign: Hashable {
    var kind: Kind
    /// Among the page's lines.
    var line: Int
    var phrase: String
  }

  /// Those of a line begin with one of its letters: the rules by the first letter of their phrases.
  private static let byFirst: [Unicode.Scalar: [(rule: Int, phrase: Key)]] = {
    var found: [Unicode.Scalar: [(rule: Int, phrase: Key)]] = [:]
    for (index, rule) in rules.enumerated() {
      for phrase in rule.phrases {
        if let first = phrase.letters.first { found[first, default: []].append((index, phrase)) }
      }
    }
    return found
  }()

  private static let headLines = 6

  /// In hundredths; `nil` where none was read.
  private let total: Int64?
  private let facts: [Int: [AmountFact]]
  /// The first amount that is told as a whole.
  private let firstTotal: AmountFact?
  /// What is told to have been paid with is nothing that is known to be.
  private let unknownMeans: AmountFact?

  init(_ facts: AmountFacts, amount: Money?) {
    self.facts = Dictionary(grouping: facts.facts, by: \.order)
    firstTotal =
      facts.facts.first { fact in
        !fact.isLoose && fact.likeness >= 0.75
          && fact.label.map(AmountLabel.totals.contains) ?? false
      }
    total = amount?.hundredths
    unknownMeans = total.flatMap { Self.unknownMeans(facts, $0) }
  }

  /// Each phrase once, in the order of the lines.
  func signs(on lines: [PrintedLine]) -> [Sign] {
    var found: [Sign] = []
    if let means = unknownMeans, !lines.contains(where: { MeansOfPayment.isTold(by: $0.key) }) {
      found.append(Sign(kind: .prebill, line: means.lineIndex, phrase: means.printed ?? ""))
    }
    for (order, line) in lines.enumerated() {
      let state = Sign(kind: .prebill, line: line.index, phrase: line.key.text)
      let told =
        zip(line.texts, line.keys).filter { $1.count >= 2 }.flatMap { text, key in
          signs(
            on: text, key, order: order, line: line.index,
            isBlank: line.text.characters.last == ":")
        }
        + cards(on: line, order: order) + (StateOfOrder.isOpen(on: line) ? [state] : [])
        + (isReturned(line, order: order)
          ? [Sign(kind: .refund, line: line.index, phrase: line.key.text)] : [])
      for sign in told where !found.contains(where: { $0.phrase == sign.phrase }) {
        found.append(sign)
      }
    }
    return found
  }

  /// A line as one reader saw it.
  private struct Words {
    let key: Key
    /// Letters before which nothing but a space stands: a column may end there.
    private let behindSpaces: [Int]
    /// Those before which a clause may have ended, with a space or a comma.
    private let behindStops: [Int]
    /// Those before which a sentence has, or a label.
    private let sentences: [Int]

    init(_ text: PrintedText, _ key: Key) {
      self.key = key
      let characters = text.characters
      var letters: [Unicode.Scalar] = []
      var (spaces, stops, sentences): ([Int], [Int], [Int]) = ([], [], [])
      var between: Set<PrintedCharacter> = []
      for (index, character) in characters.enumerated() {
        let before = letters.count
        Folding.appendKey(of: character, to: &letters)
        guard letters.count > before else {
          // 12.50 ends none.
          if !characters.isBetweenDigits(index) { between.insert(character) }
          continue
        }
        if between == [" "] { spaces.append(before) }
        if !between.isDisjoint(with: Self.stops) { stops.append(before) }
        if !between.isDisjoint(with: Self.ends),
          !Self.isOfConditions(letters[(sentences.last ?? 0)..<before], isLabel: between == [":"])
        {
          sentences.append(before)
        }
        between = []
      }
      (behindSpaces, behindStops, self.sentences) = (spaces, stops, sentences)
    }

    /// As a ``PrintedText`` has them: 。 as a period, and both semicolons as a colon.
    private static let stops: Set<PrintedCharacter> = [" ", ",", ":", ".", "!"]
    private static let ends: Set<PrintedCharacter> = [":", ".", "!", "|"]

    /// 温馨提示: and all that follows it on the line, 如需退款: and what then is done.
    private static func isOfConditions(_ letters: ArraySlice<Unicode.Scalar>, isLabel: Bool) -> Bool
    {
      headingsOfConditions.contains { letters.hasSuffix($0) }
        || isLabel && ifs.contains { letters.starts(with: $0.letters) }
          && labelsOfConditions.contains { Key(letters: letters).contains($0) }
    }

    /// 如有疑问:400-888-1234 本单挂账 tells whom to ask, and not what then is done.
    private static let labelsOfConditions = ["退", "换", "订", "取消"].map { Key($0) }

    private static let headingsOfConditions = [
      "提示", "说明", "须知", "政策", "规则", "声明", "条款",
    ].map { Key($0) }

    private func sentenceStart(of range: Range<Int>) -> Int {
      sentences.last { $0 <= range.lowerBound } ?? 0
    }

    /// What a phrase's sentence says up to where the phrase's own clause ends: 交易失败 of
    /// 交易失败，请下次再试.
    func sentence(of range: Range<Int>) -> Range<Int> {
      sentenceStart(of: range)..<(behindStops.first { $0 >= range.upperBound } ?? key.count)
    }

    /// A phrase's own clause up to the phrase's end: 已退款 of 已退款请查收, and of 如有疑问请联系客服，已退款.
    func clause(upTo range: Range<Int>) -> Range<Int> {
      (behindStops.last { $0 <= range.lowerBound } ?? 0)..<range.upperBound
    }

    func holds(_ words: [Key], in range: Range<Int>) -> Bool {
      let said = Key(letters: key.letters[range])
      return words.contains { word in
        guard let place = said.range(of: word)?.lowerBound else { return false }
        let start = range.lowerBound + place
        return !Self.shortIfs.contains(word) || start == 0 || behindStops.contains(start)
      }
    }

    /// 如遇支付失败，请联系客服: its sentence begins with an if; and not 如有疑问请联系前台，本单未付款, which says by
    /// then what to do.
    func isConditional(_ range: Range<Int>) -> Bool {
      let sentence = sentenceStart(of: range)
      let before = Key(letters: key.letters[sentence..<range.lowerBound])
      let isNot = key.letters[range.lowerBound] == "未" && !key.startsWord[range.lowerBound]
      if Self.shortestIfs.contains(before)
        || isNot && Self.ifsBeforeNot.contains(where: before.letters.hasSuffix)
      {
        return true
      }
      let start = Self.ifs.compactMap { before.range(of: $0)?.lowerBound }.min()
      guard let start else { return false }
      let clause = clause(upTo: range)
      let own = Key(letters: key.letters[clause])
      // 如有遗失概不负责，本单挂账 128.00
      if clause.lowerBound > sentence + start,
        Self.thisPaper.contains(where: own.contains) || isAmount(behind: range)
          || own.contains(Self.thisTime) && !isAdvised(behind: range)
      {
        return false
      }
      var rest = String(String.UnicodeScalarView(before.letters[start...]))
      // 如遇到支付失败, 如果扫码支付失败
      rest.replace("遇到", with: "")
      if rest.hasSuffix("扫码") { rest.removeLast(2) }
      return !Self.consequences.contains(where: rest.contains)
        && rest.filter(\.isNumber).count < Self.digitsOfTelephone
    }

    /// 挂账 128.00
    private func isAmount(behind range: Range<Int>) -> Bool {
      key.letters[range.upperBound...].prefix(while: \.isDigit).count >= Self.digitsOfAmount
    }

    /// 本次交易失败，请重新扫码
    private func isAdvised(behind range: Range<Int>) -> Bool {
      let rest = String(String.UnicodeScalarView(key.letters[range.upperBound...]))
      return Self.consequences.contains(where: rest.contains)
    }

    private static let thisTime = Key("本次")
    private static let digitsOfAmount = 3
    private static let ifs = KindSigns.ifs.map { Key($0) }
    private static let shortIfs = KindSigns.shortIfs.map { Key($0) }
    /// 若支付失败, 如支付超时
    private static let shortestIfs = ["若", "如"].map { Key($0) }
    /// 积分如未到账请联系客服
    private static let ifsBeforeNot = ["如", "若"].map { Key($0) }
    private static let thisPaper = ["本单", "此单", "订单已", "交易已"].map { Key($0) }
    private static let consequences = [
      "请", "可", "将", "联系", "咨询", "致电", "拨打", "告知", "扫", "找", "至", "到", "凭",
    ]
    private static let digitsOfTelephone = 5

    /// 交易失败 0次, as tills report; and not 交易失败 10次.
    func isNever(_ range: Range<Int>) -> Bool {
      key.letters[range.upperBound...].starts(with: Self.never.letters)
    }

    private static let never = Key("0次")

    /// Nothing parts them: not 已退款 订单号:8812.
    func isFollowed(_ range: Range<Int>, by words: [Key]) -> Bool {
      guard key.startsWord[safe: range.upperBound] == false else { return false }
      return words.contains { key.letters[range.upperBound...].starts(with: $0.letters) }
    }

    /// Not 班结 of 早班 结账时间, AR账 of BAR 账单号: what goes over a space begins and ends with a word,
    /// or with one that tells of a payment, 微信支付 失败.
    func holds(_ range: Range<Int>) -> Bool {
      if key.letters[range.lowerBound].isLatin, !key.startsWord[range.lowerBound] { return false }
      guard
        let gap = behindSpaces.first(where: { $0 > range.lowerBound && $0 < range.upperBound })
      else { return true }
      let left = String(String.UnicodeScalarView(key.letters[range.lowerBound..<gap]))
      return Self.endsOfPayment.contains(left)
        || key.startsWord[range.lowerBound] && key.startsWord[safe: range.upperBound] ?? true
    }

    private static let endsOfPayment: Set<String> = [
      "支付", "付款", "扣款", "交易", "出票", "付", "卡", "宝", "信", "微信", "方式", "类型", "订单",
    ]
  }

  /// - Parameter isBlank: the line ends with a colon: what is asked for was not filled in.
  private func signs(
    on text: PrintedText, _ key: Key, order: Int, line: Int, isBlank: Bool
  ) -> [Sign] {
    let hits = key.letters.indices.flatMap { start in
      (Self.byFirst[key.letters[start]] ?? []).filter { hit in
        key.letters[start...].starts(with: hit.phrase.letters)
      }
      .map {
        (rule: Self.rules[$0.rule], phrase: $0.phrase, range: start..<start + $0.phrase.count)
      }
    }
    guard !hits.isEmpty else { return [] }
    let words = Words(text, key)
    var found: [Sign] = []
    // The same word a hundred times on a line says no more than a few times.
    for hit in hits.prefix(Self.hitsMax) {
      let sign = Sign(kind: hit.rule.kind, line: line, phrase: hit.phrase.text)
      guard !found.contains(sign), words.holds(hit.range),
        isPlace(
          hit.rule.place, hit.phrase, at: hit.range, of: key, order: order, isBlank: isBlank)
      else { continue }
      let said = hit.rule.isDone ? words.clause(upTo: hit.range) : words.sentence(of: hit.range)
      guard !words.holds(hit.rule.besides, in: said),
        !words.isConditional(hit.range), !words.isNever(hit.range),
        !(hit.rule.isDone && words.isFollowed(hit.range, by: Self.followers))
      else { continue }
      found.append(sign)
    }
    return found
  }

  /// 退 袜子 -30.00, 袜子(退) 30.00 below the total: of what was paid a part went back.
  private func isReturned(_ line: PrintedLine, order: Int) -> Bool {
    guard let firstTotal, order > firstTotal.order,
      facts[order]?.contains(where: { $0.token.decimals == 2 && $0.hundredths != 0 }) ?? false
    else { return false }
    let text = String(line.text.characters.filter { $0 != " " })
    return text.contains(/[(（]退[)）]/)
      || text.hasPrefix("退") && !Self.ofReturns.contains(where: text.hasPrefix)
        && !(Self.ofDeposits.contains(where: text.hasPrefix) && isSmall(order))
  }

  /// 退瓶 2.00 of 128.00: what was lent and brought back.
  private func isSmall(_ order: Int) -> Bool {
    guard let total, let facts = facts[order] else { return false }
    return facts.allSatisfy {
      $0.hundredths <= Self.small && $0.hundredths * Self.partOfSmall <= total
    }
  }

  private static let partOfSmall: Int64 = 10
  /// In hundredths.
  private static let small: Int64 = 500
  private static let digitsOfNumber = 4
  private static let ofDeposits = ["退瓶", "退押"]

  /// 退换货, 退税 and 退还 of conditions.
  private static let ofReturns = [
    "退换", "退货", "退税", "退还", "退改", "退订", "退零", "退休", "退款",
  ]
  private static let hitsMax = 40
  /// 已退货商品需退还赠品 is of any paper, and 顾客取消订单请停止制作 is not.
  private static let followers = [
    "商品", "的", "后", "订单请提前", "订单须", "订单需", "订单不", "订单将", "订单应",
  ].map { Key($0) }
  private static let sureOfNothing = 0.9

  private func isPlace(
    _ place: Place, _ phrase: Key, at range: Range<Int>, of key: Key, order: Int, isBlank: Bool
  ) -> Bool {
    let all = facts[order] ?? []
    // 应收:128.00 未收:0: of several amounts that which stands behind the word.
    let named = all.filter {
      ($0.token.decimals > 0 || $0.hundredths == 0)
        && $0.printed?.contains(phrase.text) ?? false
    }
    let amounts = named.isEmpty ? all : named
    // 挂账 0.00, which a reader is sure of, whatever else it might be.
    let isNothing =
      !amounts.isEmpty
      && amounts.allSatisfy {
        $0.hundredths == 0
          ? $0.token.leastConfidence >= Self.sureOfNothing : $0.token.isSecondGuess
      }
    // 未付金额:
    let isUnfilled =
      isBlank
      && ["", "金额", "款", "款项"].contains(
        String(String.UnicodeScalarView(key.letters[range.upperBound...])))
    return switch place {
    case .anywhere: !isNothing && !isUnfilled
    case .atEnd: range.upperBound == key.count
    case .behindNumber:
      range.upperBound == key.count && range.lowerBound > 0
        && key.letters[range.lowerBound - 1].isDigit
    case .alone: range.count == key.count
    case .aloneInHead: range.count == key.count && order < Self.headLines
    case .beforeNumber:
      key.letters[range.upperBound...].prefix(while: \.isDigit).count >= Self.digitsOfNumber
    case .unlessPaid: !isPaid(besides: order)
    case .heading: range.upperBound == key.count && order < Self.headLines
    case .withoutAmount: amounts.isEmpty
    case .withAmount: amounts.contains { $0.hundredths > 0 && $0.token.decimals > 0 }
    case .asItem:
      isBeforeTotal(range.lowerBound, of: key, order: order)
        && amounts.contains { fact in
          fact.token.decimals > 0 && !fact.token.isNegative
            && fact.hundredths / 3 >= (total ?? .max) / 4
        }
    case .withTotal: total.map { total in amounts.contains { $0.hundredths == total } } ?? false
    }
  }

  private func isPaid(besides order: Int) -> Bool {
    facts.contains { line, facts in
      line != order && facts.contains { $0.label == .means && $0.hundredths == total }
    }
  }

  /// Also on the same line before it: 购物卡500型 x1 实付 500.00 is an item.
  private func isBeforeTotal(_ start: Int, of key: Key, order: Int) -> Bool {
    guard let firstTotal else { return false }
    guard order == firstTotal.order else { return order < firstTotal.order }
    return firstTotal.phrase.flatMap { key.range(of: Key($0)) }.map { start < $0.lowerBound }
      ?? false
  }

  // MARK: What it was paid with, and how that ended

  /// ENT-店总 112.00, 保险理赔 1200.00, 扣次卡 398.00 below a total of as much, and nothing else that it was
  /// paid with: who was not paid by the guest has no purchase of the guest's.
  private static func unknownMeans(_ facts: AmountFacts, _ total: Int64) -> AmountFact? {
    let isKnown = facts.facts.contains { fact in
      [.means, .tendered].contains(fact.label) && fact.likeness >= 0.75 && fact.hundredths > 0
        && facts.isPayment(fact)
    }
    guard !isKnown,
      let whole = facts.facts.first(where: { $0.isStrongTotal && $0.hundredths == total })
    else { return nil }
    return facts.facts.first { fact in
      guard fact.order > whole.order, fact.hundredths == total, !fact.isInSentence,
        fact.token.decimals == 2, !fact.token.isSecondGuess, !facts.isPayment(fact),
        fact.label == nil || fact.label == .coupon, let words = fact.printed
      else { return false }
      // 神钱包 of a chain's own; 员工钱包 is the house's.
      let isWallet =
        words.hasSuffix("钱包") && !isOfHouse(words)
        && !walletsOfHouse.contains(where: words.contains)
      return (2...12).contains(words.count) && !isWallet
        && (!wordsOfAmount.contains(where: words.contains) || isOfHouse(words))
    }
  }

  /// ENT-餐饮部 paid it; 百货部 128.00 is what was bought there.
  private static func isOfHouse(_ words: String) -> Bool {
    words.contains("挂") || words.hasPrefix("ENT")
      || words.contains("部") && !departments.contains(words)
  }

  private static let walletsOfHouse = [
    "员工", "招待", "内部", "积分", "赠", "免", "挂", "企业", "可用", "红包", "优惠",
  ]
  private static let departments: Set<String> = [
    "百货部", "服装部", "商品部", "食品部", "生鲜部", "全部商品", "全部",
  ]

  /// Of what an amount is called again at the foot, 可开票金额 128.00, 消费额, also of a class of goods or
  /// by who passed it on.
  private static let wordsOfAmount = [
    "票", "税", "积分", "余", "消费", "额", "计", "实", "应", "付", "收", "TOTAL", "AMOUNT", "NET", "食品", "餐饮",
    "酒水", "菜",
    "饮料", "商品", "服装", "百货", "服务", "拉卡拉", "通联", "银联", "富友", "随行", "建行生活", "和包", "数字人民币", "数币",
  ]

  /// 心意卡200元 and what it costs: a card that was sold. 储值卡 188元 by itself is what was paid with.
  private func cards(on line: PrintedLine, order: Int) -> [Sign] {
    guard line.key.contains(Self.card), isBeforeTotal(0, of: line.key, order: order),
      let amounts = facts[order],
      amounts.count > 1,
      amounts.contains(where: { $0.token.decimals > 0 }),
      let card = String(line.text.characters).firstMatch(of: Self.cardOfValue)
    else { return [] }
    return [Sign(kind: .topUp, line: line.index, phrase: String(card.output))]
  }

  private static let card = Key("卡")
  private static var cardOfValue: Regex<Substring> { #/卡 ?\d{2,5}元/# }
}
