extension Weights {
  /// Set by hand from what tills print, to be replaced by learned ones (see docs/architecture.md).
  package static let usual = Weights(
    byCode: amounts.merging(others) { first, _ in first })

  private static let amounts: [String: Double] = [
    // Which number is the amount.
    "amount_none": 0.5,
    "amount_label_paid": 3.4, "amount_label_received": 2.6, "amount_label_due": 2.6,
    "amount_label_total": 2.4, "amount_label_means": 1.2, "amount_label_tendered": 0.4,
    "amount_label_subtotal": 0.6, "amount_label_price": -1.5, "amount_label_quantity": -3,
    "amount_label_change": -3.5, "amount_label_discount": -3, "amount_label_coupon": -2.5,
    "amount_label_saved": -3.5, "amount_label_rounding": -3.5, "amount_label_balance": -4,
    "amount_label_points": -4, "amount_label_tax": -2, "amount_label_inclusive_tax": -2,
    "amount_label_surcharge": -1.5,
    "amount_label_deposit": -1.5, "amount_label_identifier": -5, "amount_no_label": -1.5,
    // What other numbers say of it.
    "amount_superseded": -4, "amount_handed_over": -4, "amount_perhaps_handed_over": -2,
    "amount_part": -2.5, "amount_perhaps_before_discount": -0.7, "amount_conflict": -3,
    "amount_loose_label": -0.6,
    "amount_sum_of_items": 1.5, "amount_total_minus_discount": 2.5,
    "amount_total_plus_surcharge": 1.2, "amount_rounded": 1.2, "amount_sum_of_means": 1.5,
    "amount_tendered_minus_change": 2.5, "amount_amount_in_capitals": 3,
    // How it is printed.
    "amount_repeated": 1, "amount_large_print": 0.8, "amount_currency_sign": 0.4,
    "amount_decimals": 0.4, "amount_no_decimals": -0.3, "amount_unlike_others": -1.8,
    "amount_like_a_code": -4,
  ]

  private static let others: [String: Double] = [
    // Which time is that of the purchase.
    "time_none": -1.5,
    "time_label_paid": 5, "time_label_plain": 3, "time_label_ordered": 0.9,
    "time_label_printed": 0.5, "time_label_opened": -1.2, "time_label_other": -4,
    "time_no_label": 1, "time_only": 1.5, "time_paid_unread": -5, "time_inside_number": -1.5,
    "time_clock": 1.2,
    "time_no_clock": -0.6,
    "time_clock_clipped": -3, "time_clock_apart": -0.3,
    "time_number_slip": -3,
    "time_repeated": 0.8, "time_day_repeated": 0.5, "time_second_reading": -2.2,
    "time_recent": 1.5, "time_old": -0.5, "time_very_old": -1.5, "time_future": -4,
    // Which number is the receipt's.
    "number_none": 0.3,
    "number_label_receipt": 3, "number_label_order": 1.8, "number_label_voucher": 1.2,
    "number_label_foreign": -0.3,
    "number_label_plain": 2, "number_label_vague": -0.5, "number_label_other": -4,
    "number_long": 0.6, "number_usual": 0.3, "number_short": -0.5, "number_of_payment": -2.5,
    "number_repeated": 0.5,
    // What the paper is.
    "kind_none": -4,
    "kind_sale_usual": 2, "kind_sale_complete": 1.5, "kind_word_refund": 7,
    "kind_word_prebill": 7.5, "kind_word_reprint": 7, "kind_word_slip": 6.5,
    "kind_word_other": 3, "kind_negative_amount": 6, "kind_nothing_found": 3,
    // Which counter printed it.
    "counter_none": 0,
    "counter_name_whole": 3.3, "counter_name_within": -4, "counter_name_coverage": 5,
    "counter_name_length": 0.8, "counter_name_slip": 14, "counter_name_head": 0.8,
    "counter_name_large": 0.5, "counter_name_part": -0.8, "counter_name_priced": -6,
    "counter_code": 4, "counter_code_alone": 2, "counter_code_digits": 0.5, "counter_phone": 4.2,
    "counter_beside_exact": -2.5,
    "counter_branch": 1.5, "counter_not_open": -3,
    "counter_header_line": 2.2, "counter_header_order": -0.55, "counter_header_trust": 3,
    "counter_header_other": -2.5,
    // How likely digits are misread.
    "misread_agreed": 0.002, "misread_alone": 0.05, "misread_disputed": 0.45,
    "misread_strong_alone": 0.008, "misread_strong_disputed": 0.05, "misread_overruled": 0.85,
    "misread_trusted": 0.93, "misread_strong_trusted": 0.98, "misread_confidence": 0.9,
    "misread_repaired": 0.08,
    "misread_uneven": 0.3, "misread_again": 0.08, "misread_derived": 0.12,
  ]
}
