extension Weights {
  /// Set by hand from what tills print: what learning starts from, and what decides where
  /// `models/weights.toml` is missing.
  package static let usual = Weights(
    byCode: amounts.merging(others) { first, _ in first })

  private static let amounts: [String: Double] = [
    // Which number is the amount.
    "amount_none": 0.65,
    "amount_label_paid": 4.42, "amount_label_received": 3.38, "amount_label_due": 3.38,
    "amount_label_total": 3.12, "amount_label_means": 1.56, "amount_label_tendered": 0.52,
    "amount_label_subtotal": 0.78, "amount_label_price": -1.95, "amount_label_quantity": -3.9,
    "amount_label_change": -4.55, "amount_label_discount": -3.9, "amount_label_coupon": -3.25,
    "amount_label_saved": -4.55, "amount_label_rounding": -4.55, "amount_label_balance": -5.2,
    "amount_label_points": -5.2, "amount_label_tax": -2.6, "amount_label_inclusive_tax": -2.6,
    "amount_label_surcharge": -1.95,
    "amount_label_deposit": -1.95, "amount_label_identifier": -6.5, "amount_no_label": -1.95,
    // What other numbers say of it.
    "amount_superseded": -5.2, "amount_handed_over": -5.2, "amount_perhaps_handed_over": -2.6,
    "amount_part": -3.25, "amount_perhaps_before_discount": -0.91, "amount_conflict": -3.9,
    "amount_loose_label": -0.78,
    "amount_sum_of_items": 1.95, "amount_second_guess": -2, "amount_guess_against_two": -2,
    "amount_guess_unneeded": -2,
    "amount_possible_sum_of_items": 1,
    "amount_total_minus_discount": 3.25,
    "amount_total_plus_surcharge": 1.56, "amount_rounded": 1.56, "amount_sum_of_means": 1.95,
    "amount_sum_of_totals": 3.25,
    "amount_tendered_minus_change": 3.25, "amount_amount_in_capitals": 3.9,
    "amount_points_earned": 3,
    "amount_tax_share": 2, "amount_balance_difference": 2,
    // How it is printed.
    "amount_repeated": 1.3, "amount_large_print": 1.04, "amount_currency_sign": 0.52,
    "amount_decimals": 0.52, "amount_no_decimals": -0.39, "amount_unlike_others": -2.34,
    "amount_overruled": -1, "amount_like_a_code": -5.2,
  ]

  private static let others: [String: Double] = [
    // Which time is that of the purchase.
    "time_none": -1.95,
    "time_label_paid": 6.5, "time_label_plain": 3.9, "time_label_ordered": 1.17,
    "time_label_printed": 0.65, "time_label_opened": -1.56, "time_label_other": -5.2,
    "time_no_label": 1.3, "time_only": 1.95, "time_paid_unread": -8, "time_opened_before": -3,
    "time_labels_slipped": -20,
    "time_inside_number": -1.95,
    "time_clock": 1.56,
    "time_no_clock": -0.78,
    "time_days_only": 0.5, "time_year_assumed": 2,
    "time_clock_clipped": -3.9, "time_clock_apart": -0.39, "time_before_print": 3,
    "time_overruled": -1, "time_number_slip": -3.9, "misread_at_night": 3,
    "time_repeated": 1.04, "time_day_repeated": 0.65, "time_second_reading": -2.86,
    "time_lately": 3, "time_recent": 1.95, "time_old": -0.65, "time_very_old": -1.95,
    "time_future": -5.2,
    // Which number is the receipt's.
    "number_none": 0.39,
    "number_label_receipt": 3.9, "number_label_order": 2.34, "number_label_voucher": 1.56,
    "number_label_foreign": -0.39,
    "number_label_plain": 2.6, "number_beside_time": 0.8, "number_marked": -0.5,
    "number_leading": -1.5, "number_alone": -1, "number_voucher_beside": -5,
    "number_label_vague": -0.65,
    "number_label_other": -5.2,
    "number_long": 0.78, "number_usual": 0.39, "number_short": -0.65, "number_of_payment": -3.25,
    "number_overruled": -1, "number_repeated": 0.65,
    // What the paper is.
    "kind_none": -5.2,
    "kind_sale_usual": 2.6, "kind_sale_complete": 1.95, "kind_word_refund": 9.1,
    "kind_word_prebill": 9.75, "kind_word_reprint": 9.1, "kind_word_slip": 8.45,
    "kind_word_order": 5, "kind_word_top_up": 5, "kind_word_invoice": 5, "kind_word_parking": 5,
    "kind_word_other": 3.9, "kind_sign": 2.6, "kind_mark_order": 2,
    "kind_mark_top_up": 3.5,
    "kind_mark_invoice": 2.5, "kind_mark_parking": 3.5, "kind_negative_amount": 7.8,
    "kind_nothing_found": 3.9,
    // Which counter printed it.
    "counter_none": 0,
    "counter_name_whole": 4.29, "counter_name_exact": 0.8, "counter_name_within": -5.2,
    "counter_name_coverage": 6.5,
    "counter_name_length": 1.04, "counter_name_slip": 18.2,
    "counter_name_other": -3, "counter_name_sole": 4,
    "counter_name_head": 1.04,
    "counter_name_large": 0.65, "counter_name_part": -1.04, "counter_name_priced": -7.8,
    "counter_code": 5.2, "counter_code_alone": 2.6, "counter_code_digits": 0.65,
    "counter_code_again": 1.5,
    "counter_phone": 5.46,
    "counter_second_name": 0.3, "counter_name_beside": 2.5, "counter_beside_exact": -3.25,
    "counter_branch": 1.95, "counter_not_open": -7,
    "counter_header_line": 2.86, "counter_header_order": -0.72, "counter_header_trust": 3.9,
    "counter_header_other": -3.25,
    // What the counter's own layout says.
    "amount_layout": 3, "amount_layout_not": -3, "amount_layout_elsewhere": -3,
    "time_layout": 2.5, "time_layout_elsewhere": -2.5, "time_layout_precision": 0.5,
    "time_layout_other_precision": -3,
    "number_layout": 2.5, "number_layout_elsewhere": -2, "number_layout_shape": 1.5,
    "counter_other_branch": -8, "counter_layout_lines": 4, "counter_layout_heading": 6,
    "counter_layout_alone": 1.5,
    "misread_layout_shape": 3,
    // How likely digits are misread: log-odds of their own.
    "misread_amount": -6.5, "misread_time": -6, "misread_number": -6.5, "misread_length": 0.5,
    "misread_page": 1.5,
    "misread_witnessed": -2, "misread_witnessed_page": 1, "misread_witnessed_distrust": 2.5,
    "misread_agreed": -0.5, "misread_strong_alone": 0.7, "misread_strong_disputed": 2.5,
    "misread_alone": 2.5, "misread_disputed": 5, "misread_overruled": 7,
    "misread_against_tesseract": 0.5, "misread_distrust": 3, "misread_tesseract_distrust": 4,
    "misread_day_again": -0.7, "misread_clock_again": -1,
    "misread_minute_again": -0.5, "misread_moment_differs": 3,
    "misread_among_words": 0.3, "misread_weak_witness": 1, "misread_torn_total": 5,
    "misread_short_hour": 1.5,
    "misread_cut": 8, "misread_day_open": 1.5, "misread_day_page": 1, "misread_clock_torn": 3,
    "misread_repaired": 3, "misread_uneven": 3, "misread_again": -1.5, "misread_derived": -1.5,
  ]
}
