import Receipts
import Screening

extension SettingsKey {
  static let screening: [SettingsKey] = certainty + limits + bounds + kinds

  private static let certainty: [SettingsKey] = [
    .number(
      "screening.credit_probability_min", 0...1, \.screening.creditProbabilityMin,
      "The least probability that kind, counter, amount and time are all right, for a credit\n"
        + "without a person."),
    .number(
      "screening.field_probability_min", 0...1, \.screening.fieldProbabilityMin,
      "The least probability of each of these four."),
    .number(
      "screening.receipt_no_probability_min", 0...1, \.screening.receiptNumberProbabilityMin,
      "The least probability at which a receipt number tells purchases apart."),
    .number(
      "screening.reject_probability_min", 0...1, \.screening.rejectProbabilityMin,
      "The least probability of what a rejection rests on; below it a person is asked."),
  ]

  private static let limits: [SettingsKey] = [
    .integer(
      "screening.window_days", 0...3_650, \.screening.windowDays,
      "How many days after the purchase a receipt may be sent."),
    .integer(
      "screening.future_tolerance_minutes", 0...1_440, \.screening.futureToleranceMinutes,
      "How far a till's clock may run ahead."),
    .integer(
      "screening.member_credits_per_day_max", 1...10_000, \.screening.memberCreditsPerDayMax,
      "How many credits a member may have a day; more are reviewed."),
    .integer(
      "screening.counter_credits_per_day_max", 1...10_000, \.screening.counterCreditsPerDayMax,
      "How many credits a member may have at one counter a day; more are reviewed."),
    .integer(
      "screening.near_minutes", 0...1_440, \.screening.nearMinutes,
      "Two purchases of one amount at one counter this close in time may be one."),
    .integer(
      "screening.slip_minutes", 0...60, \.screening.slipMinutes,
      "A card slip and a receipt of another day may be one purchase when so far apart at most."),
    .integer(
      "screening.slip_part_minutes", 0...60, \.screening.slipPartMinutes,
      "The same of a slip for less than the receipt that another member has."),
    .integer(
      "screening.look_alike_distance_max", 0...10, \.screening.lookAlikeDistanceMax,
      "Two receipt numbers that differ by at most so many characters may be one, misread."),
    .integer(
      "screening.look_alike_minutes", 0...1_440, \.screening.lookAlikeMinutes,
      "Numbers that look alike are suspicious when the times are at most so far apart."),
  ]

  private static let kinds: [SettingsKey] = [
    .truth(
      "screening.credits_card_slips", \.screening.creditsCardSlips,
      "Whether a card slip counts like a receipt; of the two papers of a purchase one is reviewed."),
    .truth(
      "screening.reviews_sum_mismatch", \.screening.reviewsSumMismatch,
      "Whether items that do not add up to the amount always ask a person."),
    .truth(
      "screening.reviews_unconfirmed_amounts", \.screening.reviewsUnconfirmedAmounts,
      "Whether an amount that nothing else on the paper leads to always asks a person."),
    .truth(
      "screening.reviews_unconfirmed_payments", \.screening.reviewsUnconfirmedPayments,
      "Whether a paper that tells of no payment always asks a person: it may be an unpaid bill."),
    .truth(
      "screening.reviews_altered_print", \.screening.reviewsAlteredPrint,
      "Whether a pasted slip, coloured ink (a pen, a stamp) or more ink than the print around it\n"
        + "has, on amount, time or number, always asks a person."),
    .truth(
      "screening.reviews_days_alone", \.screening.reviewsDaysAlone,
      "Whether a day without a clock always asks a person: the clock may be there, unread."),
    .number(
      "screening.day_alone_probability_min", 0...1, \.screening.dayAloneProbabilityMin,
      "The least probability of a day without a clock."),
    .truth(
      "screening.reviews_days_without_number", \.screening.reviewsDaysWithoutNumber,
      "Whether a day without a clock always asks a person where no receipt number was read. "
        + "Otherwise one purchase\nof that amount a day is credited, and a second asks a person."),
  ]

  private static let bounds: [SettingsKey] = [
    SettingsKey(
      path: "screening.amount_bounds",
      comment: "The amounts that are usual, [least, most]; beyond them a person is asked. Others "
        + "for a category\nor a counter go into tables of their own:\n"
        + "  [screening.amount_bounds_by_category]\n  jewellery = [\"1.00\", \"200000.00\"]\n"
        + "  [screening.amount_bounds_by_counter]\n  2F075 = [\"1.00\", \"500.00\"]",
      expected: AmountBounds.expected,
      value: { $0.screening.amountBounds.value(in: $0.mall.currency) },
      set: { value, settings in
        guard let bounds = AmountBounds(value, in: settings.mall.currency) else { return false }
        settings.screening.amountBounds = bounds
        return true
      },
      // 0.01,50000.00 and, as in the file, ["0.01", "50000.00"].
      parsed: { text in
        .list(
          text.filter { !"[]\"".contains($0) }.split(separator: ",").map { trimmed(String($0)) })
      })
  ]

  /// The settings whose last part is a name of the mall's own: a category or a counter's code.
  static func named(_ path: String) -> SettingsKey? {
    let tables: [(String, any Place<[String: AmountBounds]>)] = [
      ("screening.amount_bounds_by_category.", \.screening.amountBoundsByCategory),
      ("screening.amount_bounds_by_counter.", \.screening.amountBoundsByCounter),
    ]
    guard let (prefix, place) = tables.first(where: { path.hasPrefix($0.0) }) else { return nil }
    let name = String(path.dropFirst(prefix.count))
    return SettingsKey(
      path: path, comment: "", expected: AmountBounds.expected,
      value: { ($0[keyPath: place][name] ?? AmountBounds()).value(in: $0.mall.currency) },
      set: { value, settings in
        guard let bounds = AmountBounds(value, in: settings.mall.currency) else { return false }
        settings[keyPath: place][name] = bounds
        return true
      },
      parsed: { _ in nil })
  }
}

extension AmountBounds {
  static let expected = "two amounts, the lesser first, like [\"0.01\", \"50000.00\"]"

  init?(_ value: SettingsValue, in currency: Currency) {
    guard case .list(let texts) = value, texts.count == 2,
      let least = Money(decimal: texts[0], currency: currency),
      let most = Money(decimal: texts[1], currency: currency),
      least.minorUnits >= 0, least.minorUnits <= most.minorUnits
    else { return nil }
    self.init(minorUnitsMin: least.minorUnits, minorUnitsMax: most.minorUnits)
  }

  func value(in currency: Currency) -> SettingsValue {
    .list([minorUnitsMin, minorUnitsMax].map { Money(minorUnits: $0, currency: currency).decimal })
  }
}
