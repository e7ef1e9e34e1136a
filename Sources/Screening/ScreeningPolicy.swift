/// Every threshold that Screening decides by. A probability or a number equal to its limit passes.
package struct ScreeningPolicy: Sendable, Hashable, Codable {
  /// The least product of the best probabilities of kind, counter, amount and time for a credit
  /// without a person. Of 5,500 photographs of nine press malls and of another press, none of 2,748
  /// credits was wrong at 0.98, one of 2,911 at 0.97, two of 2,977 at 0.96: sets that were looked
  /// at.
  package var creditProbabilityMin = 0.97
  /// The least probability of each of these four fields.
  package var fieldProbabilityMin = 0.97
  /// The least probability at which a receipt number counts as read. Below it the number makes no
  /// identity: a doubtful number must not turn one purchase into two.
  package var receiptNumberProbabilityMin = 0.95
  /// Below it what was read is no number of the receipt's more likely than not.
  package static let receiptNumberPossibleMin = 0.5
  /// The least probability of the fields that a rejection rests on; below it a person is asked.
  package var rejectProbabilityMin = 0.97

  /// How many days after the purchase a receipt may still be sent.
  package var windowDays = 60
  /// How far a till's clock may run ahead of ours.
  package var futureToleranceMinutes = 15

  /// How many credits a member may have for one day of submission.
  package var memberCreditsPerDayMax = 20
  /// How many credits a member may have at one counter for one day of purchase.
  package var counterCreditsPerDayMax = 10

  /// Where neither the counter nor its category says otherwise.
  package var amountBounds = AmountBounds()
  /// By the register's category.
  package var amountBoundsByCategory: [String: AmountBounds] = [:]
  /// By the counter's code; goes before its category.
  package var amountBoundsByCounter: [String: AmountBounds] = [:]

  /// Whether a card slip (签购单) is credited like a receipt. The till's receipt of the same
  /// purchase then goes to review, and the other way round.
  package var creditsCardSlips = true
  /// Whether items that do not add up to the amount always ask a person: the amount may have been
  /// changed by hand.
  package var reviewsSumMismatch = true
  /// Whether an amount that nothing else on the paper leads to (items, discount, change, capitals)
  /// always asks a person: of amounts that were changed by hand and read with certainty, 11 of 16
  /// had nothing, of genuine ones 76 of 669 (press malls 61 to 63).
  package var reviewsUnconfirmedAmounts = true
  /// Whether a paper that tells of no payment (no 实付, no change, no means) always asks a person: a
  /// bill still to be paid may bear a heading that nobody knows.
  package var reviewsUnconfirmedPayments = true
  /// Whether an amount, time or number that lies on other paper than what is around it, or under
  /// coloured ink, or has more ink than the print around it, always asks a person: it was pasted
  /// over, or changed with a pen or in a picture's editor. Under a stamp as well. Of 27 changed
  /// papers of eight presses that would be credited, it finds eleven.
  package var reviewsAlteredPrint = true
  /// Whether a time without a clock always asks a person: the clock may be there, unread.
  package var reviewsDaysAlone = false
  /// Whether a day without a clock asks a person where no receipt number was read. Where it does not,
  /// counter, day and amount are the purchase: a second one of them asks a person. Of the 12 such
  /// sales of nine presses and our own whose day was certain all fields were right.
  package var reviewsDaysWithoutNumber = false
  /// The least probability of a day without a clock: of 195 days alone above 0.97 on 22 sets of seven presses, one had a clock, at 0.976; of
  /// 163 on earlier ones two, at 0.972 and 0.983.
  package var dayAloneProbabilityMin = 0.985

  /// Two purchases of one amount at one counter this close in time may be one.
  package var nearMinutes = 3
  /// A card slip and a receipt of another day may be of one purchase when they are at most so far
  /// apart.
  package var slipMinutes = 60
  /// The same of a slip for less than the receipt, where another member has it.
  package var slipPartMinutes = 15
  /// Two receipt numbers that differ by at most so many characters may be one number, misread.
  package var lookAlikeDistanceMax = 2
  /// Numbers that look alike are suspicious when the times are at most so far apart. Further apart,
  /// number and time would both have to be misread.
  package var lookAlikeMinutes = 120

  package init() {}
}
