import Claiming
import Ledger
import Receipts

/// What tables and sentences call the nouns of the domain. In English that is the code by which
/// JSON has them; JSON itself is in no language.
extension Language {
  func word(_ state: ClaimState) -> String {
    switch state {
    case .received: self(state.rawValue, "已收到")
    case .credited: self(state.rawValue, "已入账")
    case .review: self(state.rawValue, "待审核")
    case .rejected: self(state.rawValue, "已拒绝")
    case .reversed: self(state.rawValue, "已撤回")
    }
  }

  /// What would become of a claim, as `read` says it.
  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .credit: self(verdict.word, "可入账")
    case .review: self(verdict.word, "待审核")
    case .reject: self(verdict.word, "拒绝")
    }
  }

  func word(_ decision: ImageScore.Decision) -> String {
    switch decision {
    case .credited: word(ClaimState.credited)
    case .review: word(ClaimState.review)
    case .rejected: word(ClaimState.rejected)
    }
  }

  func word(_ field: FieldName) -> String {
    switch field {
    case .kind: self(field.rawValue, "单据类型")
    case .counter: self(field.rawValue, "专柜")
    case .amount: self(field.rawValue, "金额")
    case .time: self(field.rawValue, "时间")
    case .receiptNumber: self(field.rawValue, "小票号")
    }
  }

  func word(_ kind: Kind) -> String {
    switch kind {
    case .sale: self(kind.rawValue, "购物小票")
    case .slip: self(kind.rawValue, "签购单")
    case .reprint: self(kind.rawValue, "补打小票")
    case .prebill: self(kind.rawValue, "预结单")
    case .refund: self(kind.rawValue, "退货单")
    case .order: self(kind.rawValue, "点单")
    case .topUp: self(kind.rawValue, "充值凭证")
    case .invoice: self(kind.rawValue, "发票")
    case .parking: self(kind.rawValue, "停车票")
    case .other: self(kind.rawValue, "其他")
    }
  }

  /// What a picture of a labelled set truly is.
  func word(_ kind: Truth.Kind) -> String {
    switch kind {
    case .sale: word(Kind.sale)
    case .duplicate: self(kind.rawValue, "重复照片")
    case .refund: word(Kind.refund)
    case .prebill: word(Kind.prebill)
    case .tampered: self(kind.rawValue, "涂改小票")
    case .reprint: word(Kind.reprint)
    case .order: word(Kind.order)
    case .topUp: word(Kind.topUp)
    case .invoice: word(Kind.invoice)
    case .parking: word(Kind.parking)
    case .other: word(Kind.other)
    }
  }

  func word(_ wrong: ImageScore.Wrong) -> String {
    switch wrong {
    case .counter: word(FieldName.counter)
    case .amount: word(FieldName.amount)
    case .time: word(FieldName.time)
    case .kind: word(FieldName.kind)
    case .again: self(wrong.rawValue, "重复入账")
    }
  }

  func word(_ entry: EntryKind) -> String {
    switch entry {
    case .credit: self(entry.rawValue, "入账")
    case .reversal: self(entry.rawValue, "撤回")
    }
  }

  func word(_ account: Account) -> String {
    switch account {
    case .issued: self(account.rawValue, "发放")
    case .held: self(account.rawValue, "冻结")
    case .member: self(account.rawValue, "会员")
    case .redeemed: self(account.rawValue, "已兑换")
    case .expired: self(account.rawValue, "已过期")
    }
  }

  func word(_ state: LayoutVersion.State) -> String {
    switch state {
    case .shadow: self(state.rawValue, "影子")
    case .deciding: self(state.rawValue, "生效")
    case .demoted: self(state.rawValue, "已降级")
    case .retired: self(state.rawValue, "已停用")
    }
  }

  func word(_ event: LayoutEvent.Kind) -> String {
    switch event {
    case .began: self(event.text, "开始学习")
    case .decides: self(event.text, "即日生效")
    case .demoted: self(event.text, "已降级")
    case .retired: self(event.text, "已停用")
    case .doubted: self(event.text, "不再生效")
    }
  }

  func word(_ precision: PrintedTime.Precision) -> String {
    switch precision {
    case .day: self(precision.rawValue, "日")
    case .minute: self(precision.rawValue, "分")
    case .second: self(precision.rawValue, "秒")
    }
  }
}

extension Language {
  /// The head of a line that tells one fact, filled to so many cells.
  func label(_ english: String, _ chinese: String, cells: Int) -> String {
    self(english, chinese).padded(toCells: cells)
  }

  /// Counts of what each is called: `25 credited, 43 review`.
  func counts(_ counts: [(count: Int, word: String)]) -> String {
    counts.map { self("\($0.count) \($0.word)", "\($0.word) \($0.count)") }
      .joined(separator: self(", ", "，"))
  }

  /// A detail that there is in English alone, behind the text of the reason that it is about.
  func detail(_ message: String, of reasons: [Reason]) -> String {
    guard let reason = reasons.first else { return message }
    return self(message, "\(reason.text(in: self))（\(message)）")
  }
}

extension Verdict {
  /// The code by which `read` says it.
  var word: String {
    switch self {
    case .credit: "credit"
    case .review: "review"
    case .reject: "reject"
    }
  }
}
