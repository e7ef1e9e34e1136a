/// Why a claim was not credited, as a stable code. The spelling is the contract's: it is stored,
/// printed and relied on, so a case is never renamed.
package enum Reason: String, Codable, Sendable, CaseIterable {
  // The image.
  case imageMissing = "image_missing"
  case imageUnreadable = "image_unreadable"
  case imageEmpty = "image_empty"
  case imageTruncated = "image_truncated"
  case imageTypeUnsupported = "image_type_unsupported"
  case imageTooLarge = "image_too_large"
  case imageTooManyPixels = "image_too_many_pixels"
  case imageTooSmall = "image_too_small"
  case imageAnimated = "image_animated"
  case imageNotAFile = "image_not_a_file"
  case imageDamaged = "image_damaged"
  case readerTimeout = "reader_timeout"
  case readerCrashed = "reader_crashed"
  case nothingReadable = "nothing_readable"
  case severalPapers = "several_papers"

  // The fields.
  case kindUncertain = "kind_uncertain"
  case counterUncertain = "counter_uncertain"
  case counterUnknown = "counter_unknown"
  case amountUncertain = "amount_uncertain"
  case amountMissing = "amount_missing"
  case timeUncertain = "time_uncertain"
  case timeMissing = "time_missing"
  case receiptNumberUncertain = "receipt_no_uncertain"
  case currencyForeign = "currency_foreign"
  case sumMismatch = "sum_mismatch"
  case dayMismatch = "day_mismatch"
  case amountUnconfirmed = "amount_unconfirmed"
  case paymentUnconfirmed = "payment_unconfirmed"
  case printAltered = "print_altered"
  case layoutChanged = "layout_changed"
  case counterUnseen = "counter_unseen"
  case amountUnseen = "amount_unseen"
  case receiptNumberUnseen = "receipt_no_unseen"

  // The purchase.
  case notPaid = "not_paid"
  case refund
  case reprint
  case cardSlip = "card_slip"
  case orderTicket = "order_ticket"
  case topUp = "top_up"
  case invoice
  case parking
  case notAReceipt = "not_a_receipt"
  case tooOld = "too_old"
  case inFuture = "in_future"
  case counterClosed = "counter_closed"
  case amountOutOfBounds = "amount_out_of_bounds"
  case belowMinimum = "below_minimum"
  case excluded

  // What is already there.
  case duplicateImage = "duplicate_image"
  case duplicatePurchase = "duplicate_purchase"
  case possibleDuplicate = "possible_duplicate"
  case memberUnknown = "member_unknown"
  case claimConflict = "claim_conflict"
  case memberDailyLimit = "member_daily_limit"
  case counterDailyLimit = "counter_daily_limit"

  // A person, or the rules.
  case reviewerRejected = "reviewer_rejected"
  case reversed
  case noRules = "no_rules"
}
