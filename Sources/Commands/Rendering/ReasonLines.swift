import Receipts

/// Why a claim is not credited: each reason with its text and what it rests on.
struct ReasonLines {
  /// `nil` where nothing was read.
  let reading: Reading?
  let language: Language

  /// Of each reason a line, and below it, indented, what the reading knows more than the reason
  /// says.
  func lines(of reasons: [Reason]) -> [String] {
    reasons.flatMap { reason in
      ["\(reason.rawValue): \(reason.text(in: language))"]
        + (reading.map { grounds(of: reason, in: $0) } ?? []).map { "    " + $0 }
    }
  }

  private func grounds(of reason: Reason, in reading: Reading) -> [String] {
    if reason == .dayMismatch { return otherDay(in: reading) }
    if reason == .printAltered { return places(in: reading) }
    if reason == .sumMismatch { return otherSum(in: reading) + support(of: reading.amount) }
    return reason == .amountUnconfirmed ? support(of: reading.amount) : []
  }

  /// Which fields somebody has been at, and how that shows.
  private func places(in reading: Reading) -> [String] {
    reading.signals.filter { $0.code == Reason.printAltered.rawValue }.compactMap { signal in
      guard let field = signal.detail.flatMap({ FieldName(rawValue: $0) }),
        let kind = signal.ground.flatMap({ Trace.Kind(rawValue: $0) })
      else { return nil }
      let name = language.word(field)
      return switch kind {
      case .patch: language("\(name): on other paper than all around it", "\(name)：底纸与四周不同")
      case .mixed: language("\(name): digits of two inks", "\(name)：同一个数字里墨色深浅不一")
      case .darker:
        language("\(name): darker than the print around it", "\(name)：墨色比四周的字深")
      case .foreign:
        language("\(name): set in another type and ink", "\(name)：字体与墨色不同于其他数字")
      case .unseen: language("\(name): not looked at in colour", "\(name)：未能查看彩色照片")
      case .ink: language("\(name): coloured ink on it", "\(name)：有彩色笔迹或印章")
      }
    }
  }

  private func otherDay(in reading: Reading) -> [String] {
    let signal = reading.signals.first { $0.code == Reason.dayMismatch.rawValue }
    guard let day = signal?.detail?.printable else { return [] }
    return [
      signal?.ground == Signal.dayBeside
        ? language("elsewhere the paper tells \(day)", "票面另一处的日期为 \(day)")
        : language("the number tells \(day)", "小票号中的日期为 \(day)")
    ]
  }

  private func otherSum(in reading: Reading) -> [String] {
    let signal = reading.signals.first { $0.code == Reason.sumMismatch.rawValue }
    guard let signal, let other = signal.detail?.printable else { return [] }
    let ground = signal.ground.flatMap { Signal.Ground(rawValue: $0) }
    return [sentence(of: ground, other)]
  }

  private func sentence(of ground: Signal.Ground?, _ other: String) -> String {
    func leads(_ english: String, _ chinese: String) -> String {
      language(
        "elsewhere the paper leads to \(other) (\(english))", "票面其他内容另可得出 \(other)（\(chinese)）")
    }
    return switch ground {
    case .change: leads("cash less change", "实收现金减找零")
    case .capitals: leads("the amount in words", "大写金额")
    case .items: leads("what the items come to", "商品合计")
    case .points: leads("the points earned", "本次积分")
    case .total: leads("another total", "其他合计")
    case .subtotal: leads("a sum of items", "小计")
    case .payment: leads("a payment", "支付金额")
    case .unlabelled: leads("an amount without a label", "无标签的金额")
    case .changed: leads("one of the two looks changed", "两者之一疑似涂改")
    case .reduced: leads("what is left when something was taken off", "扣减后的金额")
    case .price:
      language(
        "an item comes to \(other), more than its price and count", "有商品金额为 \(other)，高于单价乘数量")
    case .open: language("\(other) is not paid yet", "尚有 \(other) 未付")
    case nil: language("elsewhere the paper leads to \(other)", "票面其他内容另可得出 \(other)")
    }
  }

  /// What on the paper speaks for the best candidate, and against it, in words. How surely it was
  /// read is another matter.
  private func support(of amount: Field<Money>) -> [String] {
    guard let best = amount.best else { return [] }
    func told(_ isWanted: (Evidence) -> Bool) -> String? {
      let found = best.evidence.filter { $0.code.hasPrefix("amount_") }.filter(isWanted)
        .sorted { abs($0.weight) > abs($1.weight) }
      guard !found.isEmpty else { return nil }
      return found.prefix(groundsShownMax).map { evidence -> String in
        let meaning = EvidenceMeaning.text(evidence.code, in: language)
        return (meaning ?? evidence.code) + (evidence.detail.map { " (\($0))" } ?? "")
      }.joined(separator: "; ").printable
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
