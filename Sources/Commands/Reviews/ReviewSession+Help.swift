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
        "c  correct: type what was misread, field by field, then credit (Enter keeps what was read)",
        "c  更正：逐项填写识别有误的内容（直接回车保留识别结果），然后入账"),
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
    [
      Reason.notPaid, .refund, .reprint, .orderTicket, .topUp, .invoice, .parking, .notAReceipt,
      .tooOld, .inFuture, .counterClosed, .excluded, .duplicatePurchase,
    ].map { "\($0.rawValue): \($0.text(in: language))" }
  }

  func asksForHelp(_ typed: String) -> Bool { ["?", "？"].contains(typed.filter { $0 != " " }) }

  /// What a reason rests on, where the reading knows more than the reason says.
  func grounds(of reason: Reason, in reading: Reading) -> [String] {
    if reason == .sumMismatch { return otherSum(in: reading) + support(of: reading.amount) }
    return reason == .amountUnconfirmed ? support(of: reading.amount) : []
  }

  private func otherSum(in reading: Reading) -> [String] {
    let signal = reading.signals.first { $0.code == Reason.sumMismatch.rawValue }
    guard let other = signal?.detail?.printable else { return [] }
    return [phrase("elsewhere the paper leads to \(other)", "票面其他内容另可得出 \(other)")]
  }

  /// What on the paper speaks for the best candidate, and against it, by the codes of its evidence;
  /// how surely it was read is another matter.
  private func support(of amount: Field<Money>) -> [String] {
    guard let best = amount.best else { return [] }
    func told(_ isWanted: (Evidence) -> Bool) -> String? {
      let found = best.evidence.filter { $0.code.hasPrefix("amount_") }.filter(isWanted)
        .sorted { abs($0.weight) > abs($1.weight) }
      guard !found.isEmpty else { return nil }
      return found.prefix(groundsShownMax).map { evidence in
        evidence.code + (evidence.detail.map { " (\($0))" } ?? "")
      }.joined(separator: ", ").printable
    }
    return [
      told { $0.weight > 0 }.map { phrase("for \(best.value): \($0)", "支持 \(best.value)：\($0)") },
      told { $0.weight < 0 }.map {
        phrase("against \(best.value): \($0)", "不支持 \(best.value)：\($0)")
      },
    ].compactMap(\.self)
  }

  private var groundsShownMax: Int { 4 }
}
