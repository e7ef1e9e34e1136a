import Receipts

/// Decides what a paper is.
struct KindReader {
  let weights: Weights

  func field(
    _ lines: [PrintedLine], amount: Field<Money>, time: Field<PrintedTime>
  ) -> Field<Kind> {
    var ballot = Ballot<Kind>()
    ballot.add(.sale, [weights.evidence("kind_sale_usual")])
    for (kind, phrases, code) in Self.words {
      if let (line, phrase, worth) = Self.title(among: lines, phrases: phrases, kind: kind) {
        ballot.add(kind, [weights.evidence(code, times: worth, phrase)], line: line)
      }
    }
    if let best = amount.best, best.value.minorUnits < 0, best.probability > 0.5 {
      ballot.add(.refund, [weights.evidence("kind_negative_amount")])
    }
    if amount.best != nil, time.best != nil {
      ballot.add(.sale, [weights.evidence("kind_sale_complete")])
    } else if amount.best == nil, time.best == nil {
      ballot.add(.other, [weights.evidence("kind_nothing_found")])
    }
    return ballot.field(noneScore: weights("kind_none"))
  }

  private static let words: [(Kind, [[Character]], String)] = [
    (.refund, Lexicon.refunds.map(Array.init), "kind_word_refund"),
    (.prebill, Lexicon.prebills.map(Array.init), "kind_word_prebill"),
    (.reprint, Lexicon.reprints.map(Array.init), "kind_word_reprint"),
    (.slip, Lexicon.slips.map(Array.init), "kind_word_slip"),
    (.other, Lexicon.others.map(Array.init), "kind_word_other"),
  ]

  /// Words of conditions and invitations, in which the words of kinds are no titles: 凭票7日内可退货.
  private static let conditions: [String] = [
    "凭", "请", "如需", "可", "须", "换", "政策", "谢绝", "不予", "恕", "天内", "日内", "保留", "扫码", "开具", "索取",
    "POLICY", "WITHIN", "DAYS", "KEEP", "PLEASE", "NOREFUND", "EXCHANGE", "RETURNS", "NORETURN",
    "GOODS", "抽奖", "申请", "开票", "NOT", "联系", "咨询", "概不", "一经", "问题", "NO",
  ]

  /// The strongest line that says the word as a title rather than in a sentence.
  private static func title(
    among lines: [PrintedLine], phrases: [[Character]], kind: Kind
  ) -> (line: Int, phrase: String, worth: Double)? {
    var best: (line: Int, phrase: String, worth: Double)?
    for line in lines where line.key.count >= 2 {
      let key = Array(line.key)
      for phrase in phrases where phrase.count <= key.count + 1 {
        let isLatin = phrase[0].isASCII
        let (cost, _) = Likeness.cost(of: phrase, in: key)
        // 收款凭证 is one character from 退款凭证: only look-alikes pass for the same.
        let allowed = isLatin ? (phrase.count >= 6 ? 0.4 : 0) : 0.4
        guard cost <= allowed else { continue }
        let text = String(key)
        let extra = key.count - phrase.count
        let isSentence =
          conditions.contains { text.contains($0) && !String(phrase).contains($0) }
          || extra > (isLatin ? 16 : 10)
        let likeness = 1 - 0.5 * cost / Double(phrase.count)
        // A sentence that names the word still counts a little against a sale, except for refunds,
        // which half of all receipts mention at their foot.
        let worth = likeness * (isSentence ? (kind == .prebill || kind == .reprint ? 0.35 : 0) : extra <= 4 ? 1 : 0.8)
        if worth > best?.worth ?? 0 { best = (line.index, String(phrase), worth) }
      }
    }
    return best
  }
}
