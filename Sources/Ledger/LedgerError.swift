package import Receipts

/// What keeps the ledger from doing what it was asked. A duplicate, an unknown member or a claim
/// that needs a person is no error: those are verdicts.
package enum LedgerError: Error, Hashable, Sendable {
  case store(StoreFailure)
  case key(IdentityKeyFailure)

  case claimUnknown(ClaimID)
  /// The identifier was used before, for another image or another member.
  case claimDiffers(ClaimID, in: ClaimDifference)
  case claimNotInReview(ClaimID, ClaimState)
  case claimNotCredited(ClaimID, ClaimState)
  case claimAlreadyReversed(ClaimID)
  case decisionInvalid(ClaimID, detail: String)
  /// The caller's own decision threw; nothing was written.
  case decisionFailed(ClaimID, detail: String)
  /// The same code twice in one import; nothing was taken.
  case repeated(what: String, code: String)

  package enum ClaimDifference: String, Hashable, Sendable {
    case image, member
  }

  /// Whether the store itself is at fault (exit code 69), not what was asked of it.
  package var isStoreUnavailable: Bool {
    switch self {
    case .store, .key: true
    case .claimUnknown, .claimDiffers, .claimNotInReview, .claimNotCredited,
      .claimAlreadyReversed, .decisionInvalid, .decisionFailed, .repeated:
      false
    }
  }
}

extension LedgerError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .store(let failure): failure.description
    case .key(let failure): failure.description
    case .claimUnknown(let id): "there is no claim \(id)"
    case .claimDiffers(let id, let difference):
      "the claim \(id) was made before with another \(difference.rawValue); give each claim "
        + "a claim_id of its own"
    case .claimNotInReview(let id, let state):
      "the claim \(id) is \(state.rawValue), not in review"
    case .claimNotCredited(let id, let state):
      "the claim \(id) is \(state.rawValue), so there is no credit to reverse"
    case .claimAlreadyReversed(let id):
      "the credit of the claim \(id) was reversed already; --release-purchase releases its purchase, "
        + "once"
    case .decisionInvalid(let id, let detail): "the claim \(id) cannot be decided: \(detail)"
    case .decisionFailed(let id, let detail): "deciding the claim \(id) failed: \(detail)"
    case .repeated(let what, let code): "the \(what) \(code) is there twice; keep one of them"
    }
  }
}
