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
  /// Named as one of several amounts by the word that names the others: 金额 463.20, 金额 8.40.
  var isAmountOfItem = false
  /// How many of them, in thousandths, where the number is the price of one: `39.90 X 2`,
  /// `1.574 X 14.00`.
  var times: Int64?
  /// `服务费10% 34.30`: which share of a whole it is said to be, in percent.
  var percent: Int64?
  /// No word stands on its line, though other digits may.
  var isWordless = false
  /// 蛋黄鸡翅x274.00: its first digit is how many, and what stands behind it what they come to.
  var isBehindTimes = false
  /// The last or the first digits of a card's number: 银联卡····6450.
  var isBesideMask = false
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

  /// 酒水小食小计: what a group of items comes to, whatever it is called.
  var isSumOfGroup: Bool {
    likeness == 1 && place == 0 && !isInSentence && token.decimals == 2
      && printed?.hasSuffix("小计") ?? false
  }

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
      && (token.isPlus && !token.hasSign || Self.earned.contains(where: words.contains))
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
