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
    var phrases: [Phrase]

    init(_ kind: Kind, _ code: String, _ phrases: [String]) {
      (self.kind, self.code) = (kind, code)
      self.phrases = phrases.map { Phrase(key: Key($0)) }
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
    var phrase: String
    /// 1 where the word stands as a title, less in a sentence or with slips.
    var worth: Double
  }

  private static let words: [Word] = [
    Word(.refund, "kind_word_refund", Lexicon.refunds),
    Word(.prebill, "kind_word_prebill", Lexicon.prebills),
    Word(.reprint, "kind_word_reprint", Lexicon.reprints),
    Word(.slip, "kind_word_slip", Lexicon.slips),
    Word(.other, "kind_word_other", Lexicon.others),
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
    for line in lines {
      for key in line.keys where key.count >= 2 {
        let groups = Likeness.groups(of: key.letters)
        let seen = Likeness.traces(of: key.letters).reduce(0, |)
        for phrase in word.phrases where phrase.key.count <= key.count + 1 {
          guard phrase.traces.count(where: { $0 & seen == 0 }) <= 1 else { continue }
          let (cost, _) = Likeness.cost(
            of: phrase.key.letters, phrase.groups, in: key.letters, groups)
          let worth = worth(
            of: phrase, at: cost, on: key, isClear: line.leastConfidence > 0.85, word)
          if worth > best?.worth ?? 0 {
            best = Title(line: line.index, phrase: phrase.key.text, worth: worth)
          }
        }
      }
    }
    return best
  }

  private static func worth(
    of phrase: Phrase, at cost: Double, on line: Key, isClear: Bool, _ word: Word
  ) -> Double {
    let count = phrase.key.count
    let isLatin = phrase.key.letters[0].isASCII
    // 收款凭证 is one character from 退款凭证: only look-alikes pass for the same.
    if cost <= (isLatin ? (count >= 6 ? 0.4 : 0) : 0.4) {
      return (1 - 0.5 * cost / Double(count)) * standing(of: phrase.key, on: line, word)
    }
    // A heading of a bill that is not paid, one character of which nobody could read, is reason
    // enough to ask; where every character was read clearly, none is missing.
    let isHeading =
      !isClear && word.kind == .prebill && !isLatin && count >= 3 && line.count <= count + 1
      && !line.letters.contains { $0.isDigit } && !settled.contains { line.contains($0) }
    return isHeading && cost <= 1 ? 0.45 : 0
  }

  /// Words of headings of bills that are paid.
  private static let settled: [Key] = [
    "已", "收", "购", "销", "小票", "凭证", "微信", "宝", "方式", "成功", "客", "存根",
  ].map { Key($0) }

  /// How far the line is a title with that word, 0…1.
  ///
  /// A sentence that names a prebill or a copy still counts a little against a sale; one that names
  /// refunds does not, since half of all receipts do at their foot.
  private static func standing(of phrase: Key, on line: Key, _ word: Word) -> Double {
    let extra = line.count - phrase.count
    let isLatin = phrase.letters[0].isASCII
    let isLong = extra > (isLatin ? 16 : 10)
    // NOT A RECEIPT is what a prebill says of itself, not a condition.
    let isSentence =
      isLong
      || !(isLatin && word.kind == .prebill)
        && conditions.contains { line.contains($0) && !phrase.contains($0) }
    guard isSentence else { return extra <= 4 ? 1 : 0.8 }
    return word.kind == .prebill || word.kind == .reprint ? 0.35 : 0
  }
}
