import Receipts

// What the session tells of itself and of its doubts.
extension ReviewSession {
  /// What each key does.
  var keys: [String] {
    [
      phrase(
        "a  approve: credit what was read, as it stands",
        "a  通过：按识别结果入账"),
      phrase(
        "c  correct: type what was misread, field by field, then credit (Enter keeps what was read, q goes back)",
        "c  更正：逐项填写识别有误的内容（直接回车保留识别结果，q 返回），然后入账"),
      phrase(
        "r  reject: with a code or in words of your own; final",
        "r  拒绝：填写原因代码或文字；不可撤销"),
      phrase(
        "s  skip: leave it in review and go on to the next",
        "s  跳过：留待审核，看下一份"),
      phrase(
        "q  quit: all that is not decided stays in review",
        "q  退出：未处理的仍待审核"),
      phrase("?  these keys", "?  显示以上按键"),
    ]
  }

  /// The codes that a person may reject with, and what each says.
  var codes: [String] {
    Reason.ofReviewers.map { "\($0.rawValue): \($0.text(in: language))" }
  }

  func asksForHelp(_ typed: String) -> Bool { ["?", "？"].contains(typed.filter { $0 != " " }) }
}

extension Reason {
  /// What a person may reject for, as a code.
  static let ofReviewers: [Reason] = [
    .notPaid, .refund, .reprint, .orderTicket, .topUp, .invoice, .parking, .notAReceipt, .tooOld,
    .inFuture, .counterClosed, .excluded, .duplicatePurchase,
  ]
}
