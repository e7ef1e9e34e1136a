import Receipts

extension Money {
  /// As a paper's numbers are told: in hundredths of the currency's unit, without its sign.
  var hundredths: Int64 { Int64(minorUnits.magnitude) * (100 / currency.minorUnitsPerUnit) }
}

/// A number on the paper that can be an amount of money.
struct MoneyToken: Sendable {
  /// In hundredths of the currency's unit, positive.
  var hundredths: Int64
  var isNegative: Bool
  /// What makes it negative are brackets, in which tills also put what was paid by which means.
  var isBracketed = false
  /// A plus stands before it, as before points that were earned.
  var isPlus = false
  /// The currency that is printed beside it; `nil`: none, or a sign that any currency uses.
  var currency: Currency?
  var hasSign: Bool
  var decimals: Int
  /// Characters of the text, the currency's included.
  var range: Range<Int>
  /// In heights of the line.
  var span: Span
  var leastConfidence: Double
  /// A letter was taken for a digit, or a separator guessed.
  var isRepaired: Bool
  /// The digits stand unevenly: one between them may have been lost.
  var isUneven: Bool
  var support: Support
  /// Ends in a point: what stood behind it was not read.
  var isOpen = false
  /// A digit is the reader's second guess.
  var isSecondGuess = false
  /// A second guess where two readers agree on the first.
  var isAgainstTwo = false

  /// Another reader, less trusted, saw the same number here. A dash before it or the trust in its
  /// digits is the better reader's to tell.
  mutating func agree(with other: MoneyToken) {
    isRepaired = isRepaired && other.isRepaired
    isUneven = isUneven && other.isUneven
    // That another saw no point does not say that there is none; Tesseract's are specks beside
    // PP-OCRv6.
    isOpen =
      isOpen || other.isOpen && !(support.isByPaddle && other.support.isByTesseractAlone)
    // Tesseract's Latin model takes ¥ for £: where the better reader looked, its sign counts.
    if !hasSign, !(support.isByPaddle && other.support.isByTesseractAlone) {
      currency = currency ?? other.currency
    }
    hasSign = hasSign || other.hasSign
    support.join(other.support)
    leastConfidence = support.confidence(leastConfidence, other.leastConfidence)
  }
}
