import Claiming
import Ledger
import Receipts

/// Goes through the queue with a person: shows one claim, asks, decides, and goes on to the next.
struct ReviewSession {
  let desk: ReviewDesk
  let home: Home
  let reviewer: String
  let terminal: Terminal
  let language: Language
  /// The next line typed; `nil` at its end.
  let answer: () -> String?
  let say: (String) -> Void

  private enum Step {
    case next, quit
  }

  func run() async throws(ClaimingError) {
    var after: ClaimID?
    var decided = 0
    while let record = try await desk.queue(after: after, limit: 1).first {
      after = record.claim.id
      show(record, waiting: try await desk.waiting())
      for other in try await desk.lookAlikes(of: record) { say(other.lookAlikeHint(in: language)) }
      switch try await decision(on: record) {
      case .next: decided += 1
      case .quit:
        say(phrase("stopped; the rest stays in review", "已退出，其余仍待审核"))
        return
      }
    }
    say(
      decided == 0
        ? phrase("nothing is in review", "没有待审核的申请")
        : phrase("that was the last one", "已全部看完"))
  }

  func phrase(_ english: String, _ chinese: String) -> String {
    language(english, chinese)
  }

  private func show(_ record: ClaimRecord, waiting: Int) {
    let claim = record.claim
    say("")
    say(
      Colour.bold.painted(
        "\(phrase("claim", "申请")) \(claim.id.rawValue.printable)", if: terminal.hasColour)
        + "  \(phrase("member", "会员")) \(claim.memberID.rawValue.printable)"
        + "  \(claim.file.printable)"
        + phrase("  (\(waiting) in review)", "  （待审核 \(waiting) 份）"))
    say("\(phrase("picture", "照片")) \(home.picture(of: record) ?? phrase("not kept", "未保留"))")
    ReasonLines(reading: record.reading, language: language).lines(of: record.reasons)
      .forEach(say)
    if let other = record.duplicateOf {
      say(phrase("compare with claim \(other)", "请与申请 \(other) 对照"))
    }
    if let reading = record.reading {
      let doubtful = Set(record.reasons.compactMap(\.field))
      FieldLines(reading: reading).lines(on: terminal, in: language, doubtful: doubtful)
        .forEach(say)
    } else {
      say(phrase("nothing was read; use c to enter the fields", "未能识别，请按 c 录入"))
    }
  }

  private func decision(on record: ClaimRecord) async throws(ClaimingError) -> Step {
    while true {
      say(
        phrase(
          "[a]pprove as read, [c]orrect, [r]eject, [s]kip, [q]uit? (? for help)",
          "[a] 按识别结果通过  [c] 更正  [r] 拒绝  [s] 跳过  [q] 退出  [?] 帮助"))
      guard let typed = answer()?.trimmed else { return .quit }
      guard !asksForHelp(typed) else {
        keys.forEach(say)
        continue
      }
      switch Self.keys[typed.lowercased()] {
      case .approve:
        if try await approve(record, Corrections()) { return .next }
      case .correct:
        switch try await corrections(of: record) {
        case .ended: return .quit
        case .nothing, .key: continue
        case .given(let corrections):
          if try await approve(record, corrections) { return .next }
        }
      case .reject:
        guard let reason = rejectionReason() else { return .quit }
        guard !reason.isEmpty else { continue }
        let rejected = try await desk.reject(
          record.claim.id, reason: reason, reviewer: reviewer)
        DecidedReport.lines(rejected, language).forEach(say)
        return .next
      case .skip: return .next
      case .quit: return .quit
      case nil where typed.isEmpty: continue
      case nil:
        let key = typed.prefix(20).description.printable
        say(phrase("there is no key \(key); ? tells what there is", "没有按键 \(key)，输入 ? 查看按键"))
      }
    }
  }

  private enum Key { case approve, correct, reject, skip, quit }

  /// The letter or the whole word, and nothing that only begins so: money is at stake.
  private static let keys: [String: Key] = [
    "a": .approve, "approve": .approve, "c": .correct, "correct": .correct, "r": .reject,
    "reject": .reject, "s": .skip, "skip": .skip, "q": .quit, "quit": .quit,
  ]

  /// Why it is rejected; empty where it is not to be after all, `nil` when the typing ended.
  private func rejectionReason() -> String? {
    while true {
      say(
        phrase(
          "why? (a code such as refund, or words; ? for the codes, Enter to go back)",
          "原因？（代码如 refund，或文字；? 查看代码，直接回车返回）"))
      guard let typed = answer()?.trimmed else { return nil }
      if Self.keys[typed.lowercased()] != nil {
        say(phrase("\(typed) is a key, no reason; Enter goes back", "\(typed) 是按键，不是原因；直接回车返回"))
        continue
      }
      if let code = Reason.meant(by: typed)?.rawValue {
        say(
          phrase("\(typed) is no reason; did you mean \(code)?", "没有 \(typed) 这个原因代码，是否应为 \(code)？")
        )
        continue
      }
      guard asksForHelp(typed) else { return typed }
      codes.forEach(say)
    }
  }

  /// Whether the claim is decided; what hinders it is said.
  private func approve(
    _ record: ClaimRecord, _ corrections: Corrections, confirmsDistinct: Bool = false
  ) async throws(ClaimingError) -> Bool {
    if let problem = problem(of: corrections, over: record) {
      let (id, field) = (record.claim.id, language.word(problem.field))
      say(phrase("claim \(id): \(problem)", "申请 \(id)：\(field)\(problem.text(in: language))"))
      return false
    }
    let decided: ClaimRecord
    do throws(ClaimingError) {
      decided = try await desk.approve(
        record.claim.id, corrections: corrections, reviewer: reviewer,
        confirmsDistinct: confirmsDistinct, confirmation: .again(besides: [.amountUnseen]))
    } catch .refused(let why) {
      say(why)
      return false
    }
    DecidedReport.lines(decided, language).forEach(say)
    guard decided.state == .review else { return true }
    guard decided.reasons.first == .possibleDuplicate else {
      say(phrase("decide it so all the same? [y/n]", "仍按此处理吗？[y/n]"))
      guard isYes(answer()) else { return false }
      return try await approve(record, corrections, confirmsDistinct: confirmsDistinct)
    }
    guard !confirmsDistinct else {
      say(
        phrase(
          "that counts only with a receipt number of its own; use c to enter it",
          "须有自己的小票号才算另一笔消费，请按 c 录入"))
      return false
    }
    say(
      phrase(
        "is it another purchase, with a receipt number of its own? [y/n]",
        "是否为另一笔消费且有自己的小票号？[y/n]"))
    guard isYes(answer()) else { return false }
    return try await approve(record, corrections, confirmsDistinct: true)
  }

  private func isYes(_ typed: String?) -> Bool {
    ["y", "yes"].contains(typed?.trimmed.lowercased() ?? "")
  }

  /// What comes of a question.
  private enum Answer<Value> {
    case given(Value)
    /// All is to stay as it is.
    case nothing
    /// A key: what was begun is to be left.
    case key
    /// There will be no more answers.
    case ended
  }

  /// What is corrected; an amount that stands nowhere on the paper is asked for twice.
  private func corrections(
    of record: ClaimRecord
  ) async throws(ClaimingError) -> Answer<Corrections> {
    let corrections: Corrections
    switch entered(for: record) {
    case .given(let entered): corrections = entered
    case .nothing, .key: return .nothing
    case .ended: return .ended
    }
    guard let question = try await desk.amountQuestion(corrections, of: record) else {
      return .given(corrections)
    }
    say(question.text(in: language))
    guard let again = answer() else { return .ended }
    guard !question.isConfirmed(by: again) else { return .given(corrections) }
    say(question.refusal(in: language))
    return .nothing
  }

  /// What a person is asked for who corrects.
  private struct Question {
    var field: FieldName
    var place: WritableKeyPath<Corrections, String?>
    var name: String
    var hint: String
  }

  private var questions: [Question] {
    [
      Question(
        field: .counter, place: \.counter, name: phrase("counter", "专柜"),
        hint: phrase("(code)", "（编号）")),
      Question(
        field: .amount, place: \.amount, name: phrase("amount", "金额"),
        hint: phrase("(like 1042.06)", "（如 1042.06）")),
      Question(
        field: .time, place: \.time, name: phrase("time", "时间"),
        hint: phrase("(like 2026-11-18T12:37)", "（如 2026-11-18T12:37）")),
      Question(
        field: .receiptNumber, place: \.receiptNumber, name: phrase("receipt no", "小票号"),
        hint: phrase("(- for none)", "（- 表示没有）")),
    ]
  }

  /// Asks field by field, until there are no more or one is answered by a key.
  private func entered(for record: ClaimRecord) -> Answer<Corrections> {
    var corrections = Corrections()
    for question in questions {
      switch asked(question, over: record) {
      case .given(let text): corrections[keyPath: question.place] = text
      case .nothing: break
      case .key:
        say(phrase("back to the claim; nothing is changed", "返回申请，未作任何更改"))
        return .key
      case .ended: return .ended
      }
    }
    return .given(corrections)
  }

  /// Asks until the answer can be used.
  private func asked(_ question: Question, over record: ClaimRecord) -> Answer<String> {
    let fields = record.reading.map { FieldLines(reading: $0).fields } ?? []
    let candidates = fields.first { $0.name == question.field }?.candidates ?? []
    let read = candidates.first.map { "[\($0.text.printable)]" } ?? ""
    while true {
      say("\(question.name) \(read) \(question.hint)")
      guard let typed = answer() else { return .ended }
      let text = typed.trimmed
      if text.isEmpty { return .nothing }
      // q is no receipt's number.
      if Self.keys[text.lowercased()] != nil { return .key }
      let given = question.field == .receiptNumber && text == "-" ? "" : text
      guard let problem = problem(of: given, as: question, over: record) else {
        return .given(given)
      }
      say(problem)
    }
  }

  /// What is wrong with one typed field, whatever the others are.
  private func problem(
    of text: String, as question: Question, over record: ClaimRecord
  ) -> String? {
    var corrections = Corrections()
    corrections[keyPath: question.place] = text
    let problem = problem(of: corrections, over: record)
    return problem?.field == question.field ? problem?.text(in: language) : nil
  }

  private func problem(
    of corrections: Corrections, over record: ClaimRecord
  ) -> CorrectionProblem? {
    do throws(CorrectionProblem) {
      _ = try desk.purchase(corrections, of: record)
      return nil
    } catch {
      return error
    }
  }
}

extension Reason {
  /// The field that a person is asked for because of it.
  var field: FieldName? {
    switch self {
    case .kindUncertain, .reprint, .cardSlip, .paymentUnconfirmed, .orderTicket, .topUp, .invoice,
      .parking:
      .kind
    case .counterUncertain, .counterUnknown, .counterClosed, .counterUnseen: .counter
    case .amountUncertain, .amountMissing, .currencyForeign, .sumMismatch, .amountUnconfirmed,
      .amountOutOfBounds, .amountUnseen:
      .amount
    case .timeUncertain, .timeMissing, .dayMismatch, .tooOld, .inFuture: .time
    case .receiptNumberUncertain, .receiptNumberUnseen: .receiptNumber
    case .imageMissing, .imageUnreadable, .imageEmpty, .imageTruncated, .imageTypeUnsupported,
      .imageTooLarge, .imageTooManyPixels, .imageTooSmall, .imageAnimated, .imageNotAFile,
      .imageDamaged, .readerTimeout, .readerCrashed, .nothingReadable, .severalPapers,
      .notPaid, .refund, .notAReceipt, .belowMinimum,
      .excluded, .duplicateImage, .duplicatePurchase,
      .possibleDuplicate, .memberUnknown, .claimConflict, .memberDailyLimit, .counterDailyLimit,
      .reviewerRejected, .reversed, .noRules, .layoutChanged, .printAltered:
      nil
    }
  }
}
