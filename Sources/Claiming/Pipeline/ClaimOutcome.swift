import Foundation
package import Ledger
package import Receipts

/// What became of one submission, for the one who handed it in.
package struct ClaimOutcome: Hashable, Sendable {
  package var claim: Claim
  package var state: ClaimState
  package var reasons: [Reason]
  package var reading: Reading?
  /// What was credited, where anything was.
  package var purchase: Purchase?
  package var points: Points
  /// The work on it, without waiting for a worker or for its turn.
  package var elapsedMilliseconds: Int
  /// For people, where the picture itself or the member could not be used:
  /// `image is 18000 px wide; the limit is 12000`.
  package var message: String?
  /// Whether it was decided before it was handed in now, and stays as it was.
  package var wasDecidedBefore: Bool
  /// Whether it was rejected for the purchase's time and was given another day's time of
  /// submission, which may be the mistaken one: the rejection is final either way.
  package var isPerhapsMisdated: Bool

  package init(
    _ record: ClaimRecord, message: String? = nil, wasDecidedBefore: Bool = false
  ) {
    claim = record.claim
    state = record.state
    reasons = record.reasons
    reading = record.reading
    purchase = record.purchase
    points = record.state == .credited ? record.accrued?.points ?? .zero : .zero
    elapsedMilliseconds = record.elapsedMilliseconds ?? 0
    self.message = message ?? Self.wayOut(of: record)
    self.wasDecidedBefore = wasDecidedBefore
    isPerhapsMisdated = Self.isPerhapsMisdated(record)
  }

  private static func isPerhapsMisdated(_ record: ClaimRecord) -> Bool {
    guard record.state == .rejected,
      record.reasons.contains(where: { [.tooOld, .inFuture].contains($0) })
    else { return false }
    return abs(record.claim.submittedAt.timeIntervalSince(record.receivedAt)) > 86_400
  }

  private static func wayOut(of record: ClaimRecord) -> String? {
    guard record.reasons == [.memberUnknown] else { return nil }
    return [
      "member \(record.claim.memberID) is not known", Reason.memberUnknown.wayOut(in: .english),
    ]
    .compactMap(\.self).joined(separator: "; ")
  }

  /// A claim that was never taken: its identifier belongs to another.
  init(conflicting claim: Claim, message: String) {
    self.claim = claim
    state = .rejected
    reasons = [.claimConflict]
    points = .zero
    elapsedMilliseconds = 0
    self.message = message
    wasDecidedBefore = false
    isPerhapsMisdated = false
  }

  /// Whether the claim could not be worked on at all, which is what exit code 1 of `batch` tells.
  package var isFailure: Bool { reasons.contains(where: \.isFailure) }
}

extension Reason {
  /// Whether it says that nothing could be made of what was handed in, rather than something about
  /// a purchase.
  package var isFailure: Bool {
    switch self {
    case .imageMissing, .imageUnreadable, .imageEmpty, .imageTruncated, .imageTypeUnsupported,
      .imageTooLarge, .imageTooManyPixels, .imageTooSmall, .imageAnimated, .imageNotAFile,
      .imageDamaged, .readerTimeout, .readerCrashed, .memberUnknown, .claimConflict:
      true
    case .nothingReadable, .severalPapers, .kindUncertain, .counterUncertain, .counterUnknown,
      .amountUncertain,
      .amountMissing, .timeUncertain, .timeMissing, .receiptNumberUncertain, .currencyForeign,
      .sumMismatch, .dayMismatch, .amountUnconfirmed, .paymentUnconfirmed, .printAltered,
      .layoutChanged,
      .counterUnseen, .amountUnseen, .receiptNumberUnseen, .notPaid, .refund,
      .reprint, .cardSlip,
      .orderTicket, .topUp, .invoice, .parking, .notAReceipt, .tooOld, .inFuture, .counterClosed,
      .amountOutOfBounds, .belowMinimum, .excluded, .duplicateImage,
      .duplicatePurchase, .possibleDuplicate, .memberDailyLimit, .counterDailyLimit,
      .reviewerRejected, .reversed, .noRules:
      false
    }
  }
}
