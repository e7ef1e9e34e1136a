import Receipts

/// Decides what a paper is.
struct KindReader {
  let weights: Weights

  func field(
    _ lines: [PrintedLine], amount: Field<Money>, time: Field<PrintedTime>, tellsRefund: Bool,
    tellsPayment: Bool, isSettled: Bool, isPaidAtOnce: Bool, signs: [KindSigns.Sign] = []
  ) -> Field<Kind> {
    var ballot = Ballot<Kind>()
    ballot.add(.sale, [weights.evidence("kind_sale_usual")])
    let searched = Self.searched(lines)
    let paid =
      tellsPayment
      ? Self.paidBills(
        lines, isSettled: isSettled, isPaidAtOnce: isPaidAtOnce, amount: amount.best?.value)
      : []
    // Kinds that something speaks for already.
    var kinds: Set<Kind> = tellsRefund ? [.refund] : []
    for word in Self.words {
      // 电子发票 over a code to scan at the foot is an invitation, an invoice's heading is no foot.
      let isHeading = word.kind == .invoice && tellsPayment
      let places = isHeading ? searched.filter { $0.order < Self.headLines } : searched
      let told = word.kind == .prebill ? word.without(paid) : word
      if let title = Self.title(among: places, word: told) {
        // 埋单纸, and below it what was received and by what: a person shall say whether it is paid.
        let isDisputed = [.prebill, .order].contains(word.kind) && tellsPayment
        let worth = isDisputed ? min(title.worth, Self.disputedWorth) : title.worth
        ballot.add(
          word.kind, [weights.evidence(word.code, times: worth, title.phrase)], line: title.line)
        kinds.insert(word.kind)
      }
    }
    for mark in Self.marks(on: searched) {
      // What the kitchen was told may stand on a bill that is paid, too.
      let isDisputed = mark.kind == .order && tellsPayment
      let worth = isDisputed ? Self.disputedWorth : 1
      // 厨打 272 on such a one is a number.
      if isDisputed, mark.isNumbered { continue }
      // 发票代码 at the foot of a paid receipt, and nothing else that an invoice has, is what its
      // invoice is asked for by.
      if mark.phrase == Self.codeOfInvoice, tellsPayment,
        searched.first(where: { $0.index == mark.line })?.order ?? 0 >= Self.headLines,
        !searched.contains(where: { line in Self.ofInvoices.contains(where: line.key.contains) })
      {
        continue
      }
      ballot.add(
        mark.kind,
        [weights.evidence("kind_mark_\(mark.kind.rawValue)", times: worth, mark.phrase)],
        line: mark.line)
    }
    let isNegative = amount.best.map { $0.value.minorUnits < 0 && $0.probability > 0.5 } ?? false
    if isNegative { kinds.insert(.refund) }
    if amount.best == nil, time.best == nil { kinds.insert(.other) }
    // Enough to ask, and no part of what a rejection rests on.
    for sign in signs.filter({ !kinds.contains($0.kind) }).prefix(Self.signsMax) {
      ballot.add(sign.kind, [weights.evidence("kind_sign", sign.phrase)], line: sign.line)
    }
    if isNegative || tellsRefund {
      ballot.add(.refund, [weights.evidence("kind_negative_amount")])
    }
    if amount.best != nil, time.best != nil {
      ballot.add(.sale, [weights.evidence("kind_sale_complete")])
    } else if amount.best == nil, time.best == nil {
      ballot.add(.other, [weights.evidence("kind_nothing_found")])
    }
    return ballot.field(noneScore: weights("kind_none"))
  }

  /// 交款单, with which one goes to the cashier: below it 已收款, which the cashier's till prints
  /// there, and when it was received. A form to be filled in has `已收款:` and no time.
  private static func isStamped(_ lines: [PrintedLine]) -> Bool {
    let isReceived = zip(lines, lines.dropFirst()).contains { title, below in
      billsToStamp.contains { title.key.contains($0) } && received.contains(below.key)
        && !below.text.characters.contains(":")
    }
    return isReceived && lines.contains(where: tellsTimeReceived)
  }

  /// 实交 779.59, 付款 微信 and 交款时间2026-11-19 14:00: what was received, by what and when.
  private static func isFilledIn(_ lines: [PrintedLine]) -> Bool {
    lines.contains(where: tellsTimeReceived)
      && lines.contains { MeansOfPayment.isTold(by: $0.key) && !MeansOfPayment.isForm($0) }
      && lines.contains { line in
        wordsOfReceived.contains { line.key.letters.starts(with: $0.letters) }
          && line.text.hasDigit
      }
  }

  /// 交款时间2026-11-19 14:00
  private static func tellsTimeReceived(_ line: PrintedLine) -> Bool {
    timesReceived.contains { line.key.letters.starts(with: $0.letters) }
      && TimeScanner(line.text).clocks().count == 1
  }

  /// 款台13 2026-11-13 19:14:01 流水262795713 实收 769.00: what the cashier's till prints on a form that
  /// it takes, of all that was asked for.
  private static func isImprint(_ line: PrintedLine, of amount: Money?) -> Bool {
    guard let amount, amount.minorUnits > 0, desks.contains(where: line.key.contains) else {
      return false
    }
    let words = String(line.text.characters).split(separator: imprint.text)
    guard words.count == 2,
      words[1].drop(while: { " :¥".contains($0) }).hasPrefix(amount.decimal)
    else { return false }
    let scanner = TimeScanner(line.text)
    return scanner.days().contains { !$0.isInsideNumber }
      && scanner.clocks().contains { $0.clock.second != nil }
  }

  private static let imprint = Key("实收")
  private static let desks = ["款台", "收银台", "收款台", "流水"].map { Key($0) }
  private static let billsToStamp = ["交款单", "缴款单"].map { Key($0) }
  private static let received = ["已收款", "已付款", "已交款", "已缴款", "已收讫"].map { Key($0) }
  private static let wordsOfReceived = ["实交", "实收", "实付"].map { Key($0) }
  private static let timesReceived = ["收款时间", "付款时间", "交款时间", "收银时间"].map { Key($0) }

  /// Headings of bills that this paper shows to be paid: a 交款单 that the cashier's till has stamped,
  /// or that tells by what its amount was received; a GUEST CHECK that tells when it was closed, or below
  /// what is due by what as much was paid, or the change.
  private static func paidBills(
    _ lines: [PrintedLine], isSettled: Bool, isPaidAtOnce: Bool, amount: Money?
  ) -> [Key] {
    let isClosed = lines.contains(where: SignOfSettlement.tellsMinute)
    return
      (isSettled || isStamped(lines) || isFilledIn(lines)
      || lines.contains { isImprint($0, of: amount) }
      ? billsToStamp : []) + (isClosed || isPaidAtOnce ? guestChecks : [])
      + ((isSettled || lines.contains { detailsOfPayment.contains($0.key) })
        && lines.contains(where: tellsPaidSecond) ? cantoneseBills : [])
  }

  /// When it was paid, to the second: 埋单:2026-11-21 12:54:32 on a 埋单纸 that tells what was received,
  /// and by what.
  private static func tellsPaidSecond(_ line: PrintedLine) -> Bool {
    let words = Key(characters: line.text.characters.prefix { !$0.isASCIIDigit })
    guard timesPaid.contains(words) else { return false }
    let scanner = TimeScanner(line.text)
    return !scanner.days().isEmpty && scanner.clocks().first?.clock.second != nil
  }

  /// Over by what as much was paid.
  private static let detailsOfPayment = [Key("付款明细"), Key("支付明细")]
  private static let timesPaid = [Key("埋单"), Key("埋单时间")]
  private static let cantoneseBills = [Key("埋单纸")]
  private static let guestChecks = ["GUESTCHECK", "TABLECHECK"].map { Key($0) }

  /// A paper's heading stands in so many lines.
  private static let headLines = 6

  /// Of a bill's heading on a paper that tells a payment: enough to ask, too little to reject.
  private static let disputedWorth = 0.5

  private struct Word {
    var kind: Kind
    var code: String
    var phrases: [Phrase]

    init(_ kind: Kind, _ code: String, _ phrases: [String]) {
      (self.kind, self.code) = (kind, code)
      self.phrases = phrases.map { Phrase(key: Key($0)) }
    }

    func without(_ keys: [Key]) -> Word {
      var word = self
      word.phrases.removeAll { keys.contains($0.key) }
      return word
    }
  }

  private struct Phrase {
    var key: Key
    var groups: [UInt64]
    var traces: [UInt64]

    init(key: Key) {
      self.key = key
      groups = Likeness.groups(of: key.letters)
      traces = Likeness.traces(of: key.letters)
    }
  }

  private struct Title {
    var line: Int
    /// Position from the top of the paper.
    var order: Int
    var phrase: String
    /// 1 where the word stands as a title, less in a sentence or with slips.
    var worth: Double
  }

  private static let words: [Word] = [
    Word(.refund, "kind_word_refund", Lexicon.refunds),
    Word(.prebill, "kind_word_prebill", Lexicon.prebills),
    Word(.reprint, "kind_word_reprint", Lexicon.reprints),
    Word(.slip, "kind_word_slip", Lexicon.slips),
    Word(.order, "kind_word_order", Lexicon.orders),
    Word(.topUp, "kind_word_top_up", Lexicon.topUps),
    Word(.invoice, "kind_word_invoice", Lexicon.invoices),
    Word(.parking, "kind_word_parking", Lexicon.parkings),
    Word(.other, "kind_word_other", Lexicon.others),
  ]

  /// Words of conditions and invitations, in which the words of kinds are no titles:
  /// 凭票7日内可退货, NO REFUND WITHOUT RECEIPT.
  private static let conditions: [Key] = [
    "凭", "请", "如需", "需", "原路退回", "原路返回", "原支付渠道", "可", "须", "换", "政策", "谢绝", "不予", "恕", "天内", "日内",
    "保留", "扫码",
    "开具", "索取",
    "POLICY",
    "WITHIN", "DAYS", "KEEP", "PLEASE", "NOREFUND", "EXCHANGE", "RETURNS", "NORETURN", "GOODS",
    "抽奖", "申请", "开票", "NOT", "联系", "咨询", "概不", "一经", "问题", "NO", "WITHOUT", "FOR", "RETURNAB",
    "REFUNDAB", "免费", "减免", "立减", "满", "享", "全免", "扫一扫", "开发票", "无理由", "无条件", "三无",
    "UMTAUSCH", "GEGEN", "INNERHALB",
  ].map { Key($0) }

  /// The strongest line that says the word as a title rather than in a sentence.
  private static func title(among lines: [Searched], word: Word) -> Title? {
    var best: Title?
    for line in lines {
      for phrase in word.phrases where phrase.key.count <= line.key.count + 1 {
        guard phrase.traces.count(where: { $0 & line.traces == 0 }) <= 1 else { continue }
        let found = Likeness.cost(
          of: phrase.key.letters, phrase.groups, in: line.key.letters, line.groups)
        if found.cost > 0, Self.isLabel(of: line.key, upTo: found.end, phrase.key.count) {
          continue
        }
        let worth =
          isTitle(phrase, found.cost)
          ? (1 - 0.5 * found.cost / Double(phrase.key.count))
            * standing(of: phrase.key, on: line, word)
          : isHalfRead(phrase, found, on: line, word) ? halfReadWorth : 0
        if worth > best?.worth ?? 0 {
          best = Title(line: line.index, order: line.order, phrase: phrase.key.text, worth: worth)
        }
      }
    }
    return best
  }

  /// Words that a line says letter by letter are no misread others: 交易单号 is not 交款单.
  private static func isLabel(of line: Key, upTo end: Int, _ count: Int) -> Bool {
    NumberLabels.finder.exactMatches(in: line).contains { label in
      label.range.lowerBound <= end - count && label.range.upperBound >= end
    }
  }

  /// A line as one reader saw it, prepared for all the words that are looked for in it.
  private struct Searched {
    let index: Int
    /// Position from the top of the paper.
    let order: Int
    let key: Key
    let groups: [UInt64]
    let traces: UInt64
    /// Stands where headings do, or where tills print them once more.
    let isEdge: Bool
    /// The reader's trust in each letter of a line with one that it was not sure of, empty for
    /// others.
    let confidences: [Double]
    /// 寄存柜 ×1 10.00, of what a playground sells; 寄存柜 12号 is where something was left.
    let sellsLocker: Bool
  }

  private static func searched(_ lines: [PrintedLine]) -> [Searched] {
    lines.enumerated().flatMap { order, line in
      line.keys.indices.filter { line.keys[$0].count >= 2 }.map { reader in
        let key = line.keys[reader]
        return Searched(
          index: line.index, order: order, key: key, groups: Likeness.groups(of: key.letters),
          traces: Likeness.traces(of: key.letters).reduce(0, |),
          isEdge: order < headLines || order >= lines.count - 3,
          // What the best reader doubts is doubted, whatever another makes of it.
          confidences: line.leastConfidence >= sureOfLetter
            ? []
            : reader == 0
              ? NameMatch.letters(of: line.text).confidences
              : [Double](repeating: line.leastConfidence, count: key.count),
          sellsLocker: isLockerSold(line, key))
      }
    }
  }

  private static let codeOfInvoice = "发票代码"
  private static let ofInvoices = [
    "发票号", "票据号", "号码", "校验", "税控", "机器编号", "机打", "开票人", "开票日期", "纳税人", "税号",
  ].map { Key($0) }

  private struct Mark {
    var kind: Kind
    var line: Int
    var phrase: String
    /// A number stands right behind it.
    var isNumbered: Bool
  }

  private static let marks = Lexicon.marks.map { kind, phrases in
    (kind: kind, keys: phrases.map { Key($0) })
  }

  /// More signs say no more.
  private static let signsMax = 2
  /// More marks of a kind say no more.
  private static let marksMax = 3

  /// Labels that sales hardly ever have, each once: 车牌号, 发票代码.
  private static func marks(on lines: [Searched]) -> [Mark] {
    marks.flatMap { kind, keys in
      keys.compactMap { key in
        lines.first { $0.key.contains(key) && !isCondition($0.key, but: key) }
          .map { line in
            let end = line.key.range(of: key)?.upperBound ?? line.key.count
            return Mark(
              kind: kind, line: line.index, phrase: key.text,
              isNumbered: line.key.letters[safe: end]?.isDigit ?? false)
          }
      }
      .prefix(marksMax)
    }
  }

  private static let halfReadWorth = 0.45

  /// Lines that are one character from the heading of a paper that is not to be credited: who reads
  /// them better shall look.
  static func halfReadLines(_ lines: [PrintedLine]) -> Set<Int> {
    var found: Set<Int> = []
    for line in searched(lines)
    where line.key.count <= 12 && !line.key.letters.contains(where: \.isDigit) {
      for phrase in words.lazy.flatMap(\.phrases)
      where phrase.key.count >= 2 && phrase.key.count <= line.key.count + 1 {
        let count = phrase.key.count
        guard line.key.count <= count + (count >= 3 ? 5 : 3),
          phrase.traces.count(where: { $0 & line.traces == 0 }) <= 1
        else { continue }
        let cost = Likeness.cost(
          of: phrase.key.letters, phrase.groups, in: line.key.letters, line.groups
        ).cost
        if !isTitle(phrase, cost), cost <= (count >= 3 ? 1 : 0.8) { found.insert(line.index) }
      }
    }
    return found
  }

  /// 收款凭证 is one character from 退款凭证: only look-alikes pass for the same.
  private static func isTitle(_ phrase: Phrase, _ cost: Double) -> Bool {
    let isLatin = phrase.key.letters[0].isASCII
    return cost <= (isLatin ? (phrase.key.count >= 6 ? 0.4 : 0) : 0.4)
  }

  /// A heading of a bill that is not paid, one character of which nobody could read, is reason
  /// enough to ask; where every character was read clearly, none is missing.
  private static func isHalfRead(
    _ phrase: Phrase, _ found: (cost: Double, end: Int), on searched: Searched, _ word: Word
  ) -> Bool {
    let count = phrase.key.count
    let line = searched.key
    // Elsewhere than at an edge it has the line for itself, or shares it with more of a heading.
    let extra = searched.isEdge || count < 3 ? 1 : 4
    // 扫码支付: eX is no 待支付 for want of the last two.
    let isDoubted = searched.confidences.prefix(found.end).suffix(count + 1)
      .contains { $0 < sureOfLetter }
    return isDoubted && word.kind == .prebill && !phrase.key.letters[0].isASCII && count >= 3
      && found.cost <= 1 && found.end >= count && line.count <= count + extra
      && !line.letters.contains { $0.isDigit } && !settled.contains { line.contains($0) }
  }

  private static let sureOfLetter = 0.85

  private static let holders = ["CUSTOMER", "MERCHANT", "CARDHOLDER", "STORE", "KITCHEN"].map {
    Key($0)
  }
  private static let stub = Key("存根")
  private static let copy = Key("COPY")
  private static let statement = Key("对账单")
  private static let looked = Key("核对账单")

  /// 停车2h, 停车3小时.
  private static func isParkingGranted(_ line: Key, _ phrase: Key) -> Bool {
    guard let range = line.range(of: phrase) else { return false }
    let behind = line.letters[range.upperBound...]
    let digits = behind.prefix(while: \.isDigit)
    let unit = Key(letters: behind.dropFirst(digits.count))
    return (1...2).contains(digits.count) && hours.contains(unit)
  }

  /// 此联顾客留存 退货凭证 at the foot: what the copy is good for, and not 退货单(顾客留存联).
  private static func isGoodFor(_ phrase: Key, on searched: Searched) -> Bool {
    guard searched.order >= headLines, let place = searched.key.range(of: phrase) else {
      return false
    }
    return keptCopies.contains { kept in
      searched.key.range(of: kept).map { $0.upperBound <= place.lowerBound } ?? false
    }
  }

  private static func isLockerSold(_ line: PrintedLine, _ key: Key) -> Bool {
    guard let range = key.range(of: locker) else { return false }
    let behind = key.letters[range.upperBound...]
    let isNumber = zip(behind, behind.dropFirst()).contains { $0.isDigit && $1 == "号" }
    return goodsOfLockers.contains { $0 == behind.first } && !isNumber
      && MoneyScanner.tokens(in: line.text).contains { $0.decimals == 2 }
  }

  /// A stamp, over whatever stands there.
  static let invoiceGiven = ["发票已开", "已开发票", "已开票"].map { Key($0) }
  private static let locker = Key("寄存")
  private static let parkingDone = Key("停车已")
  private static let shopOfCarPark = Key("停车场店")
  private static let keptCopies = ["顾客留存", "此联留存", "妥善保存", "妥善保管"].map { Key($0) }
  private static let whoPays = ["交款单", "缴款单", "付款单"].map { Key($0) }
  private static let noTimes = ["次数0", "次数00", "0次", "0"].map { Key($0) }
  private static let goodsOfLockers: [Unicode.Scalar] = ["柜", "费"]
  private static let hours = ["H", "小时", "时", "个小时", "HR", "HRS", "HOURS"].map { Key($0) }

  /// Words of headings of bills that are paid, and of wallets.
  private static let settled: [Key] = [
    "已", "收", "扫码支付", "合计", "总计", "应付", "实付", "购", "销", "小票", "凭证", "微信", "宝", "方式", "成功", "客",
    "存根", "结账单",
    "消费单", "完毕",
  ].map { Key($0) }

  /// A sentence of conditions or of invitation: 凭停车票可免费停车.
  private static func isCondition(_ line: Key, but phrase: Key) -> Bool {
    // 7天无条件退货单 is a title.
    let isTitle = titleEnds.contains(where: line.text.hasSuffix)
    return conditions.contains { condition in
      line.contains(condition) && !phrase.contains(condition)
        && !(isTitle && promises.contains(condition))
    }
  }

  private static let titleEnds = ["单", "凭证", "小票"]
  private static let promises = ["无条件", "无理由"].map { Key($0) }

  /// How far the line is a title with that word, 0…1.
  ///
  /// A sentence that names a prebill or a copy still counts a little against a sale; one that names
  /// refunds does not, since half of all receipts do at their foot.
  private static func standing(of phrase: Key, on searched: Searched, _ word: Word) -> Double {
    let line = searched.key
    // 商户存根 MERCHANT COPY: the same, where the Latin word is misread.
    if phrase == copy, line.contains(stub) { return 0 }
    // 请当面核对账单 asks to look at it, and is no 对账单.
    if phrase == statement, line.contains(looked) { return 0 }
    // A stamp: an invoice was given for this purchase.
    if word.kind == .invoice, invoiceGiven.contains(where: { line.contains($0) }) { return 0 }
    // 停车2h is what a counter's stamp grants.
    if word.kind == .parking, isParkingGranted(line, phrase) { return 0 }
    if phrase == locker, searched.sellsLocker { return 0 }
    // B3停车场店 is where a car wash is.
    if word.kind == .parking, line.letters.hasSuffix(shopOfCarPark) { return 0 }
    // 停车已减免, a stamp as well, and cut off as 停车已.
    if word.kind == .parking, line.letters.starts(with: parkingDone.letters) { return 0 }
    if word.kind == .refund, isGoodFor(phrase, on: searched) { return 0 }
    if let range = line.range(of: phrase) {
      let behind = Key(letters: line.letters[range.upperBound...])
      // 点菜单号 43764961 of a paid bill
      if word.kind == .order, behind.letters.first == "号", !line.startsWord[range.upperBound] {
        return 0
      }
      // 补打次数:0; and 交款单位 is who pays.
      if word.kind == .reprint, noTimes.contains(behind) { return 0 }
      if word.kind == .prebill, whoPays.contains(phrase), behind.letters.first == "位",
        !line.startsWord[range.upperBound]
      {
        return 0
      }
    }
    // CUSTOMER COPY names who keeps the paper.
    if word.kind == .reprint, holders.contains(where: { line.contains($0) }) { return 0 }
    let extra = line.count - phrase.count
    let isLatin = phrase.letters[0].isASCII
    let isLong = extra > (isLatin ? 16 : 10)
    // NOT A RECEIPT is what a prebill says of itself, not a condition.
    let isSentence =
      isLong
      || !(isLatin && word.kind == .prebill)
        && isCondition(line, but: phrase)
    guard isSentence else { return extra <= 4 ? 1 : 0.8 }
    return word.kind == .prebill || word.kind == .reprint ? 0.35 : 0
  }
}
