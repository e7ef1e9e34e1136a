/// What each code of evidence says, in a line: for `claim ID`, and beside its weight in
/// `models/weights.toml`.
package enum EvidenceMeaning {
  /// - Returns: `nil` where the code is none of this version's.
  package static func text(_ code: String, in language: Language = .english) -> String? {
    let (texts, labels) =
      language == .english ? (texts, labels) : (chineseTexts, chineseLabels)
    return texts[code]
      ?? labels.lazy.compactMap { label in
        code.hasPrefix(label.prefix)
          ? label.words[String(code.dropFirst(label.prefix.count))].map { label.lead + $0 } : nil
      }.first
  }

  /// Codes that end in what a label means.
  struct Labels: Sendable {
    var prefix: String
    /// What the words of all of them begin with.
    var lead: String
    var words: [String: String]
  }

  private static let labels = [
    Labels(
      prefix: "amount_label_", lead: "stands beside words for ",
      words: [
        "paid": "what was paid", "received": "what was received", "due": "what is due",
        "total": "a total", "means": "a means of payment", "tendered": "cash handed over",
        "subtotal": "a sum before deductions", "price": "the price of one",
        "quantity": "how many", "change": "change", "discount": "a discount",
        "coupon": "a coupon", "saved": "what was saved", "rounding": "rounding",
        "balance": "the balance of an account", "points": "points", "tax": "a tax",
        "inclusive_tax": "a tax that is in the total", "surcharge": "a surcharge",
        "deposit": "a deposit", "identifier": "a number of something",
      ]),
    Labels(
      prefix: "time_label_", lead: "stands beside words for ",
      words: [
        "paid": "when it was paid", "plain": "a time, no more", "ordered": "when it was ordered",
        "printed": "when it was printed", "opened": "when the table or bill was opened",
        "other": "the time of something else",
      ]),
    Labels(
      prefix: "number_label_", lead: "stands beside words for ",
      words: [
        "receipt": "a receipt's number", "order": "an order's number",
        "voucher": "a card payment's voucher", "foreign": "another system's number",
        "plain": "a number, no more", "other": "a number of something else",
      ]),
    Labels(
      prefix: "kind_word_", lead: "a line says: ",
      words: [
        "refund": "refund", "prebill": "bill not yet paid", "reprint": "printed once more",
        "slip": "card slip", "order": "order ticket", "top_up": "stored value",
        "invoice": "invoice", "parking": "parking", "other": "no receipt",
      ]),
    Labels(
      prefix: "kind_mark_", lead: "has what is usual on ",
      words: [
        "order": "an order ticket", "top_up": "a top-up of stored value", "invoice": "an invoice",
        "parking": "a parking ticket",
      ]),
  ]

  private static let texts = amounts.merging(times) { $1 }.merging(numbers) { $1 }
    .merging(kinds) { $1 }.merging(counters) { $1 }.merging(misreadings) { $1 }

  private static let amounts = [
    "amount_none": "that none of the numbers is the amount",
    "amount_no_label": "no words name it",
    "amount_loose_label": "its words stand apart, or are a part of others",
    "amount_superseded": "something was taken off from it, or added to it",
    "amount_handed_over": "change was given on it",
    "amount_perhaps_handed_over": "change was given, perhaps on this",
    "amount_part": "is one of several payments of a whole",
    "amount_perhaps_before_discount": "there is a discount, perhaps not yet taken off from it",
    "amount_conflict": "other numbers of the paper lead to another amount",
    "amount_sum_of_items": "the items add up to it",
    "amount_possible_sum_of_items": "the items may add up to it",
    "amount_total_minus_discount": "a total less what was taken off",
    "amount_total_plus_surcharge": "a total and what was added",
    "amount_rounded": "a total, rounded",
    "amount_sum_of_means": "several payments come to it",
    "amount_sum_of_totals": "the totals of several accounts come to it",
    "amount_tendered_minus_change": "cash handed over less change",
    "amount_amount_in_capitals": "stands in capitals (大写) too",
    "amount_points_earned": "as many points were earned",
    "amount_tax_share": "the tax is a rate's share in it",
    "amount_balance_difference": "two balances differ by it",
    "amount_repeated": "stands on more lines",
    "amount_large_print": "is printed large",
    "amount_currency_sign": "has a sign of money",
    "amount_decimals": "has decimals, as the paper's amounts have",
    "amount_no_decimals": "has no decimals, where the paper's amounts have",
    "amount_unlike_others": "is printed unlike the paper's amounts",
    "amount_like_a_code": "looks like a code",
    "amount_overruled": "a stronger reader saw another number there",
    "amount_second_guess": "a reader's second guess only",
    "amount_guess_against_two": "a second guess, where two readers agree on another number",
    "amount_guess_unneeded": "a second guess, where the first adds up",
    "amount_layout": "stands where this counter's papers tell it",
    "amount_layout_elsewhere": "this counter's papers tell it elsewhere",
    "amount_layout_not": "stands where this counter's papers tell something else",
  ]

  private static let times = [
    "time_none": "that none of the times is the purchase's",
    "time_no_label": "no words name it",
    "time_only": "the paper tells no other time",
    "time_clock": "has a clock",
    "time_no_clock": "is a day without a clock, on a paper that has clocks",
    "time_year_assumed": "tells no year; it is the last such day before the claim",
    "time_days_only": "the paper has days and no clock",
    "time_clock_clipped": "its clock was begun and not read",
    "time_clock_apart": "its clock stands on another line",
    "time_labels_slipped":
      "labels of times stand beside other numbers, and a time below without one",
    "time_opened_before":
      "stands beside words for when it was opened, and a later time of that day is told",
    "time_paid_unread": "a line tells when it was paid, and was not read",
    "time_inside_number": "is told by a number only",
    "time_number_slip": "a number tells the same moment but for one digit",
    "time_before_print": "the paper was printed within minutes of it",
    "time_repeated": "stands on more lines",
    "time_day_repeated": "its day stands elsewhere too",
    "time_second_reading": "the likelier reading of its digits is another day",
    "time_overruled": "a stronger reader saw another time there",
    "time_lately": "at most a week before the claim",
    "time_recent": "at most 60 days before the claim",
    "time_old": "more than 60 days before the claim",
    "time_very_old": "more than 400 days before the claim",
    "time_future": "after the claim",
    "time_layout": "stands where this counter's papers tell it",
    "time_layout_elsewhere": "this counter's papers tell it elsewhere",
    "time_layout_precision": "as precise as on this counter's papers",
    "time_layout_other_precision": "not as precise as on this counter's papers",
  ]

  private static let numbers = [
    "number_none": "that none of the numbers is the receipt's",
    "number_label_vague": "its words name a number, and not which",
    "number_beside_time": "stands right behind the time",
    "number_marked": "stands behind a number sign",
    "number_leading": "begins a line in the paper's head",
    "number_alone": "stands alone on a line below the last amount",
    "number_voucher_beside": "a card payment's, where the paper has a number of its own",
    "number_short": "has fewer than 4 digits",
    "number_usual": "has 4 or 5 digits",
    "number_long": "has 6 digits or more",
    "number_of_payment": "has 24 digits or more, as payments have",
    "number_overruled": "a stronger reader saw another number there",
    "number_repeated": "stands on more lines",
    "number_layout": "stands where this counter's papers tell it",
    "number_layout_elsewhere": "this counter's papers tell it elsewhere",
    "number_layout_shape": "is made up like those of this counter's papers",
  ]

  private static let kinds = [
    "kind_sign": "a line says that it may be no purchase, or not a paid one",
    "kind_none": "that the paper is of no kind known",
    "kind_sale_usual": "most papers are sales",
    "kind_sale_complete": "tells an amount and a time",
    "kind_negative_amount": "money is given back",
    "kind_nothing_found": "tells neither amount nor time",
  ]

  private static let counters = [
    "counter_none": "that it is no counter of the register",
    "counter_name_whole": "its name is all that a line says",
    "counter_name_within": "its name is a part of what a line says",
    "counter_name_sole": "no other counter's name begins as the paper's heading does",
    "counter_name_exact": "its name stands there letter by letter",
    "counter_name_coverage": "how much of the line its name is",
    "counter_name_length": "how long its name is",
    "counter_name_slip": "how far the letters are from its name",
    "counter_name_other": "letters of the line that were read for certain are not its name's",
    "counter_name_head": "stands at the top",
    "counter_name_large": "is printed large",
    "counter_name_part": "a part of its name only",
    "counter_name_priced": "an amount stands on the line, as behind an item",
    "counter_second_name": "another of its names stands there as well",
    "counter_name_beside": "another of its names, in other letters, stands there by itself",
    "counter_beside_exact": "another counter's name stands there letter by letter",
    "counter_branch": "its branch stands in the head",
    "counter_other_branch":
      "the head tells of a shop on another floor than its branch's, or in another mall",
    "counter_code": "its unit's code, beside words for a place",
    "counter_code_alone": "its unit's code, with a letter and no words beside it",
    "counter_code_again": "another reader, or another line, has its unit's code as well",
    "counter_code_digits": "its unit's code, of digits and with no words beside it",
    "counter_phone": "its telephone number",
    "counter_not_open": "had no place in the mall on that day",
    "counter_layout_lines": "lines that only its papers have",
    "counter_layout_heading": "the heading of its confirmed papers, and of no other counter's",
    "counter_layout_alone": "lines that only its papers have, and nothing else names it",
    "counter_header_line": "a line in the head that may be a name",
    "counter_header_order": "how far below the top",
    "counter_header_trust": "how sure the reader is of the line",
    "counter_header_other": "the line names something else",
  ]

  /// Of the log-odds that digits are not what was read.
  private static let misreadings = [
    "misread_amount": "how often amounts are misread",
    "misread_time": "how often times are misread",
    "misread_number": "how often receipt numbers are misread",
    "misread_length": "for each ten signs of a number",
    "misread_witnessed": "PP-OCRv6 and Tesseract saw it alike",
    "misread_agreed": "two readers of one kind saw it alike",
    "misread_strong_alone": "PP-OCRv6's small recogniser alone read the place",
    "misread_strong_disputed": "another reader saw something else than the small recogniser",
    "misread_alone": "a weaker reader alone read the place",
    "misread_disputed": "weaker readers saw different things",
    "misread_overruled": "the small recogniser saw something else there",
    "misread_against_tesseract": "only Tesseract saw something else",
    "misread_page": "how hard the page was to read",
    "misread_witnessed_page": "how hard the page was to read, though two kinds of reader agree",
    "misread_distrust": "how unsure the reader was",
    "misread_witnessed_distrust": "how unsure the reader was, though two kinds of reader agree",
    "misread_tesseract_distrust": "how unsure Tesseract was",
    "misread_weak_witness": "how unsure the witness was",
    "misread_among_words": "the witness saw its digits among others",
    "misread_cut": "a part of it is cut off",
    "misread_day_page": "a day without a clock, on a page that is hard to read",
    "misread_day_open": "a clock may have been lost beside the day",
    "misread_clock_torn": "signs of a clock that nobody could read",
    "misread_repaired": "a sign was taken for a digit",
    "misread_uneven": "its digits stand unevenly",
    "misread_short_hour": "a digit of its hour may have been lost",
    "misread_at_night": "before seven in the morning",
    "misread_again": "stands on more lines",
    "misread_derived": "other numbers lead to it",
    "misread_torn_total": "readers differ beside the words for what was paid",
    "misread_day_again": "a number elsewhere tells the same day",
    "misread_clock_again": "a number elsewhere tells the same clock",
    "misread_minute_again": "a number elsewhere tells the same minute",
    "misread_moment_differs": "a number elsewhere tells a moment with one other digit",
    "misread_layout_shape": "is not made up like those of this counter's papers",
  ]
}
