import Receipts

/// Why a claim is not credited: each reason with its text and what it rests on.
struct ReasonLines {
  /// `nil` where nothing was read.
  let reading: Reading?
  let language: Language

  /// Of each reason a line, and below it, indented, what the reading knows more than the reason says.
  func lines(of reasons: [Reason]) -> [String] {
    reasons.flatMap { reason in
      ["\(reason.rawValue): \(reason.text(in: language))"]
        + (reading.map { grounds(of: reason, in: $0) } ?? []).map { "    " + $0 }
    }
  }

  private func grounds(of reason: Reason, in reading: Reading) -> [String] {
    if reason == .sumMismatch { return otherSum(in: reading) + support(of: reading.amount) }
    return reason == .amountUnconfirmed ? support(of: reading.amount) : []
  }

  private func otherSum(in reading: Reading) -> [String] {
    let signal = reading.signals.first { $0.code == Reason.sumMismatch.rawValue }
    guard let other = signal?.detail?.printable else { return [] }
    let ground = signal?.ground.flatMap { Self.grounds[$0] }
    return [
      language(
        "elsewhere the paper leads to \(other)" + (ground.map { " (\($0.english))" } ?? ""),
        "票面其他内容另可得出 \(other)" + (ground.map { "（\($0.chinese)）" } ?? ""))
    ]
  }

  /// What leads to another amount, by its code (`Contradiction.Ground`).
  private static let grounds: [String: (english: String, chinese: String)] = [
    "change": ("cash less change", "实收现金减找零"),
    "capitals": ("the amount in words", "大写金额"),
    "items": ("what the items come to", "商品合计"),
    "points": ("the points earned", "本次积分"),
    "total": ("another total", "其他合计"),
    "subtotal": ("a sum of items", "小计"),
    "payment": ("a payment", "支付金额"),
    "unlabelled": ("an amount without a label", "无标签的金额"),
    "changed": ("an amount that looks changed", "疑似涂改的金额"),
    "price": ("an item that costs more than its price", "商品金额高于单价"),
    "open": ("a part not paid yet", "未付部分"),
  ]

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
      told { $0.weight > 0 }.map { language("for \(best.value): \($0)", "支持 \(best.value)：\($0)") },
      told { $0.weight < 0 }.map {
        language("against \(best.value): \($0)", "不支持 \(best.value)：\($0)")
      },
    ].compactMap(\.self)
  }

  private var groundsShownMax: Int { 4 }
}
