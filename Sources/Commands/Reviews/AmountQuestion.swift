import Claiming
import Ledger
import Receipts

/// An amount that was entered and stands nowhere on the paper: it counts when it is entered again.
struct AmountQuestion {
  let amount: String

  func text(in language: Language) -> String {
    language(
      "\(amount.printable) stands nowhere on the paper as it was read; enter the amount again to "
        + "keep it",
      "识别到的票面上没有 \(amount.printable)，如无误请再输入一次金额")
  }

  func isConfirmed(by typed: String?) -> Bool { typed?.trimmed == amount.trimmed }

  func refusal(in language: Language) -> String {
    language("not the same amount; nothing was changed", "两次金额不一致，未作更改")
  }
}

extension ReviewDesk {
  /// What to ask before corrections are carried out; `nil` where nothing needs asking.
  func amountQuestion(
    _ corrections: Corrections, of record: ClaimRecord
  ) async throws(ClaimingError) -> AmountQuestion? {
    guard let amount = corrections.amount,
      try await !isAmountPrinted(corrections, of: record)
    else { return nil }
    return AmountQuestion(amount: amount)
  }
}
