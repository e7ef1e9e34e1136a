import Receipts

/// A number on the paper with the label that stands for it.
struct AmountFact: Sendable {
  var label: AmountLabel?
  /// How well the label was read, 0…1; less where it stands further off.
  var likeness: Double
  /// The label as the lexicon has it.
  var phrase: String?
  /// What stands before the number, where it is short and has no digits; `nil` otherwise.
  var printed: String?
  var token: MoneyToken
  /// How much of the text before the number the label is, 0…1.
  var coverage = 1.0
  /// The label names the value without saying which it is, or the number stands in a sentence:
  /// 消费满200元可兑换停车券.
  var isLoose = false
  /// The number stands in a sentence.
  var isInSentence = false
  /// Nothing but numbers stands on its line.
  var isAlone = false
  /// Its line tells several prices, 吊牌价 680.00 结算价 612.00, or one and what is taken off: of one
  /// item, whatever the words in it mean elsewhere.
  var isOfPiece = false
  /// How many of them, in thousandths, where the number is the price of one: `39.90 X 2`,
  /// `1.574 X 14.00`.
  var times: Int64?
  /// No word stands on its line, though other digits may.
  var isWordless = false
  /// The last digits of a card's number: 银联卡····6450.
  var isBehindMask = false
  /// Height of the print, pixels.
  var height: Double
  /// Where the number ends, pixels from the left edge of the picture.
  var right: Double
  /// Among the page's lines.
  var lineIndex: Int
  /// Position among the paper's lines, from the top.
  var order: Int
  /// Which number of its line it is; two readers' views of one place share it.
  var place: Int

  /// In hundredths.
  var hundredths: Int64 { token.hundredths }

  /// What so many of them come to, in hundredths; `nil` where the number is the price of nothing.
  var product: Int64? { times.map { ($0 * hundredths + 500) / 1_000 } }

  /// Tells of a whole purchase in so many words.
  var isStrongTotal: Bool {
    label.map(AmountLabel.wholes.contains) ?? false && isStrong
  }

  /// The label is plain to read and stands for this number.
  var isStrong: Bool {
    !isLoose && likeness >= 0.75 && coverage >= 0.5 && hundredths > 0 && place == 0
      && ([.agreed, .witnessed].contains(token.support.standing) || token.leastConfidence >= 0.8)
  }

  /// More than two million without decimals is the number of a card, a phone or an article.
  private static let wholeMax: Int64 = 200_000_000

  var isLikelyMoney: Bool { token.decimals > 0 || hundredths <= Self.wholeMax }

  /// May be what an item costs: no label, no sentence, something beside it, and one unit at least.
  var isPriceOfItem: Bool { label == nil && !isInSentence && !isAlone && hundredths >= 100 }

  /// Labels that may be parts of others (付款码, 支付宝), and tell of a payment where they stand alone.
  private static let wordsOfPayment: Set<String> = ["付款", "支付", "收款", "收"]

  /// 付款：482.30, where the whole label is that word, and no part of another.
  var isNamedPayment: Bool {
    coverage == 1 && likeness == 1 && phrase.map(Self.wordsOfPayment.contains) ?? false
  }

  private static let earned = ["本次", "本单", "新增", "获得", "消费", "赠送", "EARNED"]
  private static let standing = [
    "余", "可用", "累计", "总", "剩", "前", "满", "每", "兑", "预计", "可获", "可得", "将", "后", "规则", "=", "元",
    "BALANCE", "TOTAL",
  ]

  /// Points that this purchase brought; not those in the account, nor what something costs.
  var isPointsEarned: Bool {
    let words = (printed ?? phrase ?? "").uppercased()
    return label == .points && likeness >= 0.75 && token.decimals == 0 && !isInSentence
      && !token.isSecondGuess && !token.isNegative
      && Self.earned.contains(where: words.contains)
      && !Self.standing.contains(where: words.contains)
  }

  /// 积分: 4450, which may be of this purchase or in the account.
  var isPlainPoints: Bool {
    label == .points && likeness == 1 && coverage == 1 && phrase == "积分" && token.decimals == 0
      && !isInSentence && !token.isSecondGuess && !token.isNegative && place == 0
  }

  /// A tax, rather than a number of a tax invoice or of one who pays taxes.
  var isTax: Bool {
    (label == .tax || label == .inclusiveTax) && likeness >= 0.75 && !isInSentence
      && !token.isNegative
      && phrase.map { Self.taxes.contains(where: $0.contains) && !$0.contains("INVOICE") } ?? false
  }

  private static let taxes = ["税", "TAX", "GST", "VAT", "MWST", "SST"]

  var isSupporting: Bool { label.map(AmountLabel.supporting.contains) ?? false }
}

/// Reads all numbers of a paper with their labels.
struct AmountFacts: Sendable {
  private(set) var facts: [AmountFact] = []
  /// The lines that head a table of items (品名 数量 金额), by position.
  private(set) var tableHeads: [Int] = []

  /// A total of money given back: 消费合计 -591.00.
  var tellsRefund: Bool {
    facts.contains { fact in
      guard fact.token.isNegative, !fact.token.isBracketed, !fact.token.isSecondGuess,
        fact.likeness >= 0.75,
        fact.coverage >= 0.5, !fact.isLoose, fact.hundredths > 0
      else { return false }
      return fact.label.map(AmountLabel.totals.contains) ?? false
    }
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

  /// Lines that name a balance or points, 可用积分18, 会员余额:, and tell no amount: by position.
  private(set) var unreadBalances: Set<Int> = []

  static let finder = LabelFinder(
    Lexicon.amounts, vague: Lexicon.vagueAmounts, whole: Lexicon.wholeAmounts)
  private static let columns = LabelFinder(Lexicon.columns.map { ($0, [$0]) })

  init(lines: [PrintedLine]) {
    var above: (labels: [LabelFinder<AmountLabel>.Match], order: Int)?
    let numbers = lines.map(Self.places)
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
        above = (Self.labels(of: line), order)
        if let above, numbers[safe: order + 1]?.isEmpty ?? true {
          nameBare(on: order - 1, by: above.labels)
        }
      }
    }
    unlabelAmountsOfItems()
    unreadTotals = lines.compactMap(Self.unreadTotal)
    unreadBalances = Set(lines.indices.filter { Self.isUnreadBalance(lines[$0], numbers[$0]) })
    let totals = facts.filter { $0.label.map(AmountLabel.totals.contains) ?? false }
    // Where some have one and some none the till leaves zeros out.
    showsDecimals =
      totals.count { $0.token.decimals == 2 } * 2 > totals.count
      || !totals.isEmpty && totals.allSatisfy { $0.token.decimals > 0 }
    tellsPayment =
      facts.contains { isPayment($0) || tellsPoints($0) } || isPaidFromBalance
      || lines.contains { Self.tellsMeans($0.key) || Self.tellsSettled($0) }
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

  /// 金额 463.20 and 金额 8.40: a word that names several amounts names what items cost.
  private mutating func unlabelAmountsOfItems() {
    let named = facts.indices.filter {
      facts[$0].phrase.map(Self.amountsOfItems.contains) ?? false && facts[$0].coverage >= 0.5
        && isFirstButCount(facts[$0])
    }
    let told = named.filter { !facts[$0].token.isSecondGuess }
    guard Set(told.map { facts[$0].hundredths }).count > 1,
      Set(told.map { facts[$0].order }).count > 1
    else { return }
    for index in named {
      facts[index].label = nil
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

  private static let amountsOfItems: Set<String> = ["金额", "全额", "AMOUNT", "AMT"]

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
    // Paid 14.11/2026 is a day.
    guard characters[safe: number.endIndex] != "/" else { return nil }
    let isOfMoney = number.dropLast(2).last == "." && number.suffix(2).allSatisfy(\.isASCIIDigit)
    let points = number.count { $0 == "." }
    guard number.count(where: \.isASCIIDigit) >= 4, points > 1 || isOfMoney,
      let match = finder.match(in: key), match.likeness == 1, !match.isVague,
      AmountLabel.wholes.contains(match.meaning), coverage(of: match, in: key) >= 0.5
    else { return nil }
    return .some(points == 1 ? Int64(String(number.filter(\.isASCIIDigit))) : nil)
  }

  /// What a till prints over a purchase that is settled, and beside when it was: of 625 unpaid bills
  /// of two presses none has them, nor points earned.
  private static let settledTitles = ["收银小票", "收银凭证", "购物小票", "交易凭证"].map { Key($0) }
  private static let settledTimes = [
    "结账时间", "结帐时间", "付款时间", "收款时间", "支付时间", "PAIDAT", "PAIDON", "支付完成", "CLOSED",
  ].map { Key($0) }

  /// A stamp.
  private static let stamps = ["收讫", "已收款"].map { Key($0) }
  /// What a till prints of an order that is paid, alone, behind 状态 or before what it was paid by:
  /// 状态 已结账 银联卡, 全款已付.
  private static let settledStates = ["已结账", "已结帐", "已支付", "全款已付", "已付清", "已付全款"].map { Key($0) }
  private static let wordsOfState = ["状态", "订单状态", "支付状态", "结账状态", "账单状态", "付款状态"].map {
    Key($0).letters
  }
  /// 欠费 0.00: nothing is left to pay.
  private static let openAmounts = ["未付", "欠费", "欠款", "尚欠", "未付金额", "未付款", "BALANCEDUE", "BALANCE"]
    .map { Key($0) }

  /// 大写：贰佰壹拾柒元整 收款：微信.
  private static func isReceivedAs(_ key: Key) -> Bool {
    guard let word = key.text.ranges(of: "收款").last else { return false }
    let means = Key(String(key.text[word.upperBound...]))
    // 扫码收款 invites.
    guard !invitations.contains(where: key.contains), !key.text.contains("扫码"),
      let match = finder.match(in: means)
    else { return false }
    return match.likeness == 1 && [.means, .tendered].contains(match.meaning)
      && match.range.count == means.count
  }

  private static func tellsSettled(_ line: PrintedLine) -> Bool {
    let key = line.key
    if !line.text.hasDigit, isReceivedAs(key) { return true }
    if key.count <= 6, stamps.contains(where: key.contains) { return true }
    if line.text.hasDigit ? tellsNothingOpen(line) : isSettledState(key) { return true }
    guard line.text.hasDigit else {
      return settledTitles.contains { title in
        // 不作交易凭证, 凭收银小票 and 交易凭证号 say something else.
        key.letters.starts(with: title.letters) && key.count <= title.count + 2
          && !key.text.hasSuffix("号")
      }
    }
    guard let label = settledTimes.first(where: { key.letters.starts(with: $0.letters) }) else {
      return false
    }
    // Right behind it, and no last day of something: 付款时间: 2026-11-03前有效.
    guard let day = TimeScanner(line.text).days().first, !day.isInsideNumber,
      Key(characters: line.text.characters[..<day.range.lowerBound]).count == label.count
    else { return false }
    let behind = Key(characters: line.text.characters[day.range.upperBound...]).text
    return !lastDays.contains(where: behind.contains)
  }

  private static func isSettledState(_ key: Key) -> Bool {
    settledStates.contains { state in
      guard let range = key.range(of: state) else { return false }
      let before = Array(key.letters[..<range.lowerBound])
      guard before.isEmpty || wordsOfState.contains(where: { Array($0) == before }) else {
        return false
      }
      let after = Key(String(String.UnicodeScalarView(key.letters[range.upperBound...])))
      guard !after.isEmpty else { return true }
      guard let means = finder.match(in: after) else { return false }
      return means.meaning == .means && means.likeness == 1 && isLabel(after, means)
    }
  }

  private static func tellsNothingOpen(_ line: PrintedLine) -> Bool {
    guard let token = MoneyScanner.tokens(in: line.text).first, token.hundredths == 0,
      token.decimals == 2
    else { return false }
    let label = Key(characters: line.text.characters[..<token.range.lowerBound])
    return openAmounts.contains { $0.letters == label.letters }
  }

  private static let lastDays = ["前", "有效", "截止", "BEFORE", "VALID"]

  /// Fewer points prove nothing.
  static let pointsMin: Int64 = 10

  /// Points as many as the whole units of a total: who has not paid has none.
  private func tellsPoints(_ fact: AmountFact) -> Bool {
    fact.isPointsEarned && fact.hundredths >= Self.pointsMin * 100
      && facts.contains { $0.isStrongTotal && $0.hundredths / 100 == fact.hundredths / 100 }
  }

  private static let payments: Set<AmountLabel> = [
    .paid, .received, .means, .tendered, .change,
  ]

  private static let wordsOfTotalPaid = ["实付", "已付"]
  /// What readers take the last letter of 支付宝 for.
  private static let likeTreasure: Set<Character> = ["宋", "室", "玉", "实", "害", "空", "定", "宜", "宝"]
  private static let wordsOfWallet = ["支付", "付款"]

  /// An amount that was paid or given back: 实付 88.00, 支付宝扫码 88.00, 找零 0.00.
  private func isPayment(_ fact: AmountFact) -> Bool {
    guard fact.likeness >= 0.75, fact.place == 0, !fact.isInSentence else { return false }
    if fact.isNamedPayment { return true }
    let key = Key(fact.printed ?? "")
    // 实付银行卡合计 88.00, 支付宋 88.00.
    if fact.isStrongTotal, Self.wordsOfTotalPaid.contains(where: key.text.hasPrefix) { return true }
    if fact.label == .total, key.count == 3, key.text.hasPrefix("支付"),
      key.text.last.map(Self.likeTreasure.contains) ?? false
    {
      return facts.contains { $0.isStrongTotal && $0.hundredths == fact.hundredths }
    }
    guard let label = fact.label, Self.payments.contains(label), !fact.isLoose else {
      return false
    }
    guard fact.coverage < 0.5 else { return true }
    // 请扫码付款 88.00 asks for what is not paid.
    guard !Self.invitations.contains(where: key.contains) else { return false }
    let words = Self.finder.exactMatches(in: key).filter {
      Self.payments.contains($0.meaning) || Self.wordsOfWallet.contains($0.phrase)
    }
    return words.reduce(0) { $0 + $1.range.count } * 2 >= max(1, key.count)
  }

  /// The balance before and after differ by a total: 原余额 100.00, 消费金额 23.00, 卡余额 77.00.
  private var isPaidFromBalance: Bool {
    let balances = facts.filter { $0.label == .balance && $0.likeness >= 0.75 }.map(\.hundredths)
    let totals = Set(
      facts.filter { $0.label.map(AmountLabel.totals.contains) ?? false }.map(\.hundredths))
    return balances.contains { before in
      balances.contains { before > $0 && totals.contains(before - $0) }
    }
  }

  private static let tender = Key("TENDER")
  private static let waysOfPayment = ["方式", "PAYMENT", "PAIDBY"].map { Key($0) }
  private static let begins = ["支付", "付款", "收款", "结算", "SETTLEMENT", "PAIDWITH", "PAIDVIA"].map {
    Key($0)
  }
  /// Who takes the money, and where: every paper of a till may name them.
  private static let persons = ["收款员", "收款人", "收款台", "收款机", "付款人", "付款码", "收款专用", "收款单位"].map {
    Key($0)
  }
  private static let invitations = [
    "支持", "可用", "请", "欢迎", "扫码付", "收银台", "ACCEPT", "CASHIER",
  ].map { Key($0) }

  /// 支付方式: 微信, 支付: 微信扫码, and not what invites to pay so.
  private static func tellsMeans(_ key: Key) -> Bool {
    let isBegun =
      begins.contains { key.letters.starts(with: $0.letters) }
      && !persons.contains { key.letters.starts(with: $0.letters) }
    let isName = key.letters.starts(with: Key("支付宝").letters)
    if key.contains(tender), isTendered(key) { return true }
    return (isBegun && !isName || waysOfPayment.contains(where: key.contains))
      && !invitations.contains(where: key.contains)
      && finder.exactMatches(in: key).contains { payments.contains($0.meaning) }
  }

  /// Tender CASH, WeChat Pay/Tender 88.00; not Bartender, nor Beef Tenderloin.
  private static func isTendered(_ key: Key) -> Bool {
    let words = key.text.filter { !$0.isNumber }
    let rest =
      words.hasPrefix(tender.text)
      ? words.dropFirst(tender.count)
      : words.hasSuffix(tender.text) ? words.dropLast(tender.count) : ""
    guard !rest.isEmpty, let means = finder.match(in: Key(rest)) else { return false }
    return means.likeness == 1 && [.means, .tendered].contains(means.meaning)
      && means.range.count == rest.count
  }

  private struct PlaceLabel {
    var match: LabelFinder<AmountLabel>.Match?
    var printed: String?
    var coverage: Double
    /// Stands before this very number, not before an earlier one of the line.
    var isOwn: Bool
  }

  /// Two words of a table's head, one of them only used there.
  private static func isTableHead(_ line: PrintedLine) -> Bool {
    let words = columns.exactMatches(in: line.key)
    let letters = words.reduce(0) { $0 + $1.range.count }
    return words.count >= 2 && letters * 3 >= line.key.count * 2
      && words.contains { !settlementWords.contains($0.phrase) }
  }

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
  private static func isLabel(_ key: Key, _ match: LabelFinder<AmountLabel>.Match) -> Bool {
    let words = finder.exactMatches(in: key).reduce(0) { $0 + $1.range.count }
    return max(match.range.count, words) * 2 > key.count
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
      let key = Key(characters: withoutCounts(line.text.characters[start..<range.lowerBound]))
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
            isOwn: false))
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
    let isOfPiece = isOfPiece(labels, places.map { $0[0].hundredths })
    return places.indices.flatMap { place in
      let match = labels[place].match
      // 合计 3 88.00: the last number under a label is what it names.
      let isFollowed = place + 1 < labels.count && !labels[place + 1].isOwn && match != nil
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
          times: token.decimals > 0 ? times(of: token.range, on: line.text.characters) : nil,
          isWordless: line.key.letters.count { !$0.isDigit } <= 1,
          isBehindMask: isBehindMask(token, on: line),
          height: line.height,
          right: line.left + token.span.end * line.height, lineIndex: line.index, order: order,
          place: place)
      }
    }
  }

  /// How much of a text a label is, 0…1: of its letters or, where more and it names a total, of its
  /// words. What says the same in another script, 净额 Net, takes nothing from it, nor do Latin letters
  /// from Chinese; an item's name does, 巧克力 Bar.
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
    let share = Double(letters) / Double(max(1, own))
    guard isLatin, isTotal else { return min(1, share) }
    let starts = key.startsWord.indices.filter { key.startsWord[$0] }
    let ends = starts.dropFirst() + [key.count]
    let told = zip(starts, ends).count { start, end in
      match.range.lowerBound <= start && match.range.upperBound >= end
    }
    return min(1, max(share, Double(told) / Double(max(1, starts.count))))
  }

  /// A label's text without the count of what it names: 共4件 实付, 总额（4 件商品）.
  private static func withoutCounts(_ characters: ArraySlice<Character>) -> [Character] {
    guard characters.contains(where: \.isNumber) else { return Array(characters) }
    var rest: [Character] = []
    var index = characters.startIndex
    while index < characters.endIndex {
      if characters[index] == "(", let end = characters[index...].firstIndex(of: ")"),
        isCount(characters[characters.index(after: index)..<end])
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

  /// (4 件商品), (3), and not (不含6%税).
  private static func isCount(_ characters: ArraySlice<Character>) -> Bool {
    let words = characters.filter { $0 != " " }
    let rest = words.drop(while: \.isASCIIDigit)
    return rest.count < words.count
      && (rest.isEmpty || rest.first.map(counted.contains) ?? false && !rest.contains("%"))
  }

  /// What items are counted by.
  private static let counted: Set<Character> = ["件", "份", "项", "項", "个", "個", "位", "杯", "瓶", "盒"]

  private static let pricesOfPieces: Set<String> = [
    "吊牌价", "结算价", "成交价", "标价", "零售价", "会员价", "现价", "折后价", "单价", "售价", "实价", "实售价", "特价", "优惠价",
    "活动价", "促销价",
  ]
  private static let settledLabels: Set<AmountLabel> = [
    .paid, .received, .due, .total, .change, .tendered, .means,
  ]

  /// Two prices of one piece, or `MRP 629.00 DISC 30.00 599.00`: a price, what is taken off, and what
  /// is left. 应收 100.00 优惠 20.00 实收 80.00 is of the whole paper.
  private static func isOfPiece(_ labels: [PlaceLabel], _ numbers: [Int64]) -> Bool {
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

  private static let timesSigns: Set<Character> = ["x", "X", "*"]

  /// What a price is multiplied by, in thousandths, behind it or before it: `39.90 X 2`,
  /// `1件×194.00`, `1.574 X 14.00`.
  private static func times(of range: Range<Int>, on characters: [Character]) -> Int64? {
    func factor(_ rest: some Sequence<Character>) -> [Character]? {
      // 0.294 X @8.40
      var rest = Array(rest.drop { $0 == " " || $0 == "@" })
      guard let sign = rest.first, timesSigns.contains(sign) else { return nil }
      rest = Array(rest.dropFirst().drop { $0 == " " })
      if rest.first.map({ "件份杯个".contains($0) }) ?? false { rest.removeFirst() }
      return rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    }
    // Before the price the sign may stand on either side of the count: 2 x 14.90, x2 68.99.
    func countBefore(_ rest: some Sequence<Character>) -> [Character]? {
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

  private static func printed(_ key: Key) -> String? {
    (2...12).contains(key.count) && !key.letters.contains(where: \.isDigit) ? key.text : nil
  }

  /// Words follow the number that are no label of another.
  private static func isSentence(around range: Range<Int>, on line: PrintedLine) -> Bool {
    let characters = line.text.characters
    let rest = characters[min(range.upperBound, characters.count)...]
    guard !rest.contains(where: \.isNumber) else { return false }
    let key = Key(characters: rest)
    // 消费200元可兑换停车券, 满意度调研赢100元礼券: what is promised may be named by a label's word.
    let isPromised = characters[safe: range.lowerBound - 1].map(promises.contains) ?? false
    let words = key.letters.count { $0.value > 0x2E80 }
    return words >= 3 && (finder.exactMatches(in: key).isEmpty || key.text.hasPrefix("可兑换"))
      || words >= 2 && isPromised
  }

  /// Verbs before what may be won or had: 赢100元礼券, 领20元券.
  private static let promises: Set<Character> = ["赢", "送", "领", "得", "享", "抽", "返"]

  private static let masks: Set<Character> = ["·", "•", "*", "●", "○", "…", "․", "x", "X"]

  private static func isBehindMask(_ token: MoneyToken, on line: PrintedLine) -> Bool {
    let before = line.text.characters[..<min(token.range.lowerBound, line.text.characters.count)]
    return token.decimals == 0 && !token.hasSign
      && before.last { $0 != " " }.map(masks.contains) ?? false
  }

  /// 共12 件商品 ¥239.98: how many.
  private static func isCount(_ token: MoneyToken, on line: PrintedLine) -> Bool {
    let rest = line.text.characters[min(token.range.upperBound, line.text.characters.count)...]
    return token.decimals == 0 && !token.hasSign
      && rest.first { $0 != " " }.map(counted.contains) ?? false
  }

  /// Rounding is less than one; under its label, more is the rounded total.
  private static func meaning(
    _ match: LabelFinder<AmountLabel>.Match?, of token: MoneyToken
  ) -> AmountLabel? {
    let isTotal = token.hundredths >= 500 && !token.isNegative && !token.isSecondGuess
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

  /// The numbers of a line from left to right, each with what every reader saw there, the page
  /// reader's first.
  private static func places(of line: PrintedLine) -> [[MoneyToken]] {
    var places = MoneyScanner.tokens(in: line.text).map { [$0] }
    for text in line.texts.dropFirst() {
      for var other in MoneyScanner.tokens(in: text) {
        guard let index = places.firstIndex(where: { $0[0].span.overlaps(other.span) }) else {
          // Where PP-OCRv6 read no digit, a number of Tesseract's is texture.
          let isSeen =
            hasDigit(line.text, other.span) && !isShare(line.text, other.span)
          if text.reader.isPaddle || !line.text.reader.isPaddle || isSeen {
            insert(other, into: &places, of: line.text)
          }
          continue
        }
        if let same = places[index].firstIndex(where: { $0.hundredths == other.hundredths }) {
          places[index][same].agree(with: other)
        } else {
          (other.range, other.span) = (places[index][0].range, places[index][0].span)
          places[index].append(other)
        }
      }
    }
    for place in places.indices where places[place].count > 1 {
      for one in places[place].indices {
        for other in places[place].indices where other != one {
          places[place][one].support.rivals.formUnion(places[place][other].support.readers)
        }
      }
      places[place].removeAll(where: \.support.isOutvoted)
    }
    addSecondGuesses(of: line, to: &places)
    return places
  }

  /// What a digit may be besides what was read: no rival of it, but a candidate of its own, for
  /// which the rest of the paper may speak.
  private static func addSecondGuesses(of line: PrintedLine, to places: inout [[MoneyToken]]) {
    for text in line.texts where text.reader.isPaddle {
      for var guess in MoneyScanner.secondGuesses(in: text) {
        guard let index = places.firstIndex(where: { $0[0].span.overlaps(guess.span) }),
          !places[index].contains(where: { $0.hundredths == guess.hundredths })
        else { continue }
        guess.support.rivals = places[index].filter { !$0.isSecondGuess }
          .reduce(into: []) { $0.formUnion($1.support.readers) }
        guess.isAgainstTwo = places[index].contains {
          !$0.isSecondGuess && [.agreed, .witnessed].contains($0.support.standing)
        }
        (guess.range, guess.span) = (places[index][0].range, places[index][0].span)
        places[index].append(guess)
      }
    }
  }

  /// Digits with a percent sign behind them: Tesseract takes 10% for 109.
  private static func isShare(_ text: PrintedText, _ span: Span) -> Bool {
    let middle = (span.start + span.end) / 2
    guard let first = text.signs.firstIndex(where: { $0.end > middle }) else { return false }
    return text.characters[first...].first { !$0.isNumber } == "%"
  }

  private static func hasDigit(_ text: PrintedText, _ span: Span) -> Bool {
    zip(text.characters, text.signs).contains { character, sign in
      character.isNumber && sign.start < span.end && sign.end > span.start
    }
  }

  /// A number that the first reader did not see as one, at its place in the first reader's text.
  private static func insert(
    _ other: MoneyToken, into places: inout [[MoneyToken]], of text: PrintedText
  ) {
    let middle = (other.span.start + other.span.end) / 2
    let start = text.signs.firstIndex { $0.end > other.span.start } ?? text.signs.count
    let end = text.signs.firstIndex { $0.start > middle } ?? text.signs.count
    var token = other
    token.range = start..<max(start, end)
    let index = places.firstIndex { $0[0].range.lowerBound >= start } ?? places.count
    places.insert([token], at: index)
  }
}
