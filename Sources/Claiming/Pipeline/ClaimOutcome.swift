package import Ledger
package import Receipts

/// What became of one submission, for the one who handed it in.
package struct ClaimOutcome: Hashable, Sendable {
  package var record: ClaimRecord
  /// For people, where the picture itself could not be used:
  /// `image is 18000 px wide; the limit is 12000`.
  package var message: String?

  package init(_ record: ClaimRecord, message: String? = nil) {
    self.record = record
    self.message = message
  }

  /// Whether the claim could not be worked on at all, which is what exit code 1 of `batch` tells.
  package var isFailure: Bool { record.reasons.contains(where: \.isFailure) }
}

extension Reason {
  /// Whether it says that nothing could be made of what was handed in, rather than something about
  /// a purchase.
  package var isFailure: Bool {
    switch self {
    case .imageMissing, .imageUnreadable, .imageEmpty, .imageTruncated, .imageTypeUnsupported,
      .imageTooLarge, .imageTooManyPixels, .imageTooSmall, .imageAnimated, .imageNotAFile,
      .imageDamaged, .readerTimeout, .readerCrashed, .memberUnknown:
      true
    case .nothingReadable, .kindUncertain, .counterUncertain, .counterUnknown, .amountUncertain,
      .amountMissing, .timeUncertain, .timeMissing, .receiptNumberUncertain, .currencyForeign,
      .sumMismatch, .notPaid, .refund, .reprint, .cardSlip, .notAReceipt, .tooOld, .inFuture,
      .counterClosed, .amountOutOfBounds, .belowMinimum, .excluded, .duplicateImage,
      .duplicatePurchase, .possibleDuplicate, .memberDailyLimit, .counterDailyLimit,
      .reviewerRejected, .reversed, .noRules:
      false
    }
  }
}
