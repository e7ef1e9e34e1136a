extension Reason {
  /// What an operator can do about a claim that was rejected for it where something else than the
  /// paper may be at fault; `nil` where there is nothing. A rejection is final, so that the way out
  /// is another claim, except where the reason says otherwise.
  package func wayOut(in language: Language) -> String? {
    switch self {
    case .tooOld, .inFuture:
      language(
        "the days are counted from submitted_at; if that was wrong, hand the photograph in again "
          + "with the right one and a new claim_id, or under another file name",
        "期限从 submitted_at 起算；若当时填错，请用正确的 submitted_at 和新的 claim_id（或换一个文件名）"
          + "重新提交照片")
    case .memberUnknown:
      language(
        "import the member (xiaopiao members import), then hand the same photograph in again: the "
          + "claim is decided anew",
        "请先导入会员（xiaopiao members import），再重新提交同一张照片，该申请会重新处理")
    case .duplicateImage, .duplicatePurchase:
      language(
        "if the other claim was credited wrongly, take it back (xiaopiao reverse CLAIM_ID "
          + "--release-purchase --reason WHY); then, or if it has earned nothing, hand this "
          + "photograph in again with a new claim_id",
        "若先前那笔申请积错了，请先撤回（xiaopiao reverse 申请编号 --release-purchase --reason 原因）；"
          + "撤回之后，或先前那笔并未积分时，请用新的 claim_id 重新提交这张照片")
    case .reviewerRejected:
      language(
        "if it was declined by mistake, hand the photograph in again with a new claim_id",
        "若属误拒，请用新的 claim_id 重新提交照片")
    case .imageMissing, .imageUnreadable, .imageEmpty, .imageTruncated, .imageTypeUnsupported,
      .imageTooLarge, .imageTooManyPixels, .imageTooSmall, .imageAnimated, .imageNotAFile,
      .imageDamaged, .readerTimeout, .readerCrashed, .severalPapers, .nothingReadable,
      .kindUncertain, .counterUncertain, .counterUnknown, .amountUncertain, .amountMissing,
      .timeUncertain, .timeMissing, .receiptNumberUncertain, .currencyForeign, .layoutChanged,
      .counterUnseen, .amountUnseen, .receiptNumberUnseen,
      .paymentUnconfirmed, .amountUnconfirmed, .printAltered, .sumMismatch, .dayMismatch, .notPaid,
      .refund,
      .reprint,
      .cardSlip, .orderTicket, .topUp, .invoice, .parking, .notAReceipt, .counterClosed,
      .amountOutOfBounds, .belowMinimum, .excluded, .possibleDuplicate, .claimConflict,
      .memberDailyLimit, .counterDailyLimit, .reversed, .noRules:
      nil
    }
  }
}
