import Receipts

/// Decides what a paper is.
struct KindReader {
  let weights: Weights

  func field(
    _ lines: [PrintedLine], amount: Field<Money>, time: Field<PrintedTime>
  ) -> Field<Kind> {
    var ballot = Ballot<Kind>()
    ballot.add(.sale, [weights.evidence("kind_sale_usual")])
    for word in Self.words {
      if let title = Self.title(among: lines, word: word) {
        ballot.add(
          word.kind, [weights.evidence(word.code, times: title.worth, title.phrase)],
          line: title.line)
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

  private struct Word {
    var kind: Kind
    var code: String
    var phrases: [Key]
  }

  private struct Title {
    var line: Int
    var phrase: String
    /// 1 where the word stands as a title, less in a sentence or with slips.
    var worth: Double
  }

  private static let words: [Word] = [
    Word(kind: .refund, code: "kind_word_refund", phrases: Lexicon.refunds.map { Key($0) }),
    Word(kind: .prebill, code: "kind_word_prebill", phrases: Lexicon.prebills.map { Key($0) }),
    Word(kind: .reprint, code: "kind_word_reprint", phrases: Lexicon.reprints.map { Key($0) }),
    Word(kind: .slip, code: "kind_word_slip", phrases: Lexicon.slips.map { Key($0) }),
    Word(kind: .other, code: "kind_word_other", phrases: Lexicon.others.map { Key($0) }),
  ]

  /// Words of conditions and invitations, in which the words of kinds are no titles:
  /// 凭票7日内可退货, NO REFUND WITHOUT RECEIPT.
  private static let conditions: [Key] = [
    "凭", "请", "如需", "可", "须", "换", "政策", "谢绝", "不予", "恕", "天内", "日内", "保留", "扫码", "开具", "索取",
    "POLICY",
    "WITHIN", "DAYS", "KEEP", "PLEASE", "NOREFUND", "EXCHANGE", "RETURNS", "NORETURN", "GOODS",
    "抽奖", "申请", "开票", "NOT", "联系", "咨询", "概不", "一经", "问题", "NO", "WITHOUT", "FOR", "RETURNABLE",
    "REFUNDABLE",
    "UMTAUSCH", "GEGEN", "INNERHALB",
  ].map { Key($0) }

  /// The strongest line that says the word as a title rather than in a sentence.
  private static func title(among lines: [PrintedLine], word: Word) -> Title? {
    var best: Title?
    for line in lines where line.key.count >= 2 {
      let groups = Likeness.groups(of: line.key.letters)
      let seen = Likeness.traces(of: line.key.letters).reduce(0, |)
      for phrase in word.phrases where phrase.count <= line.key.count + 1 {
        guard Likeness.traces(of: phrase.letters).allSatisfy({ $0 & seen != 0 }) else { continue }
        let (cost, _) = Likeness.cost(
          of: phrase.letters, Likeness.groups(of: phrase.letters), in: line.key.letters, groups)
        let isLatin = phrase.letters[0].isASCII
        // 收款凭证 is one character from 退款凭证: only look-alikes pass for the same.
        let allowed = isLatin ? (phrase.count >= 6 ? 0.4 : 0) : 0.4
        guard cost <= allowed else { continue }
        let worth = (1 - 0.5 * cost / Double(phrase.count)) * standing(of: phrase, on: line, word)
        if worth > best?.worth ?? 0 {
          best = Title(line: line.index, phrase: phrase.text, worth: worth)
        }
      }
    }
    return best
  }

  /// How far the line is a title with that word, 0…1.
  ///
  /// A sentence that names a prebill or a copy still counts a little against a sale; one that names
  /// refunds does not, since half of all receipts do at their foot.
  private static func standing(of phrase: Key, on line: PrintedLine, _ word: Word) -> Double {
    let extra = line.key.count - phrase.count
    let isLatin = phrase.letters[0].isASCII
    let isLong = extra > (isLatin ? 16 : 10)
    // NOT A RECEIPT is what a prebill says of itself, not a condition.
    let isSentence =
      isLong
      || !(isLatin && word.kind == .prebill)
        && conditions.contains { line.key.contains($0) && !phrase.contains($0) }
    guard isSentence else { return extra <= 4 ? 1 : 0.8 }
    return word.kind == .prebill || word.kind == .reprint ? 0.35 : 0
  }
}
