import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

extension ReviewCommand {
  struct Approve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Credit a claim, with corrections where something was misread.",
      discussion: """
        What is not given is confirmed as it was read. At a terminal an amount that stands nowhere \
        on the paper is asked for again before anything is credited; a script is told afterwards. \
        The store still has the last word: a \
        purchase that was credited already is not credited again. One that is unusual in a way \
        not told before of these very values (too old, an amount out of bounds or of ten times \
        what was read or more, a number that stands nowhere on it and alone makes it another \
        purchase, a limit of the \
        day) stays in review with that reason; approving it again credits it all the same. So does \
        one that the rules give nothing for (below_minimum, excluded); approving it again rejects \
        it, and a rejection is final. Ends with 64 when an option \
        cannot be whatever the claim, with 1 when the claim is not credited.

        EXAMPLES
          xiaopiao review approve 3f2a9c0e…
          xiaopiao review approve 3f2a9c0e… --amount 1042.06 --time 2026-11-18T12:37
        """)

    @OptionGroup var claim: ClaimArgument
    @Option(help: "The counter's code, as in the register: 2F075.") var counter: String?
    @Option(parsing: .unconditional, help: "What was paid: 1042.06.") var amount: String?
    @Option(help: "When it was bought: 2026-11-18T12:37, or the day.") var time: String?
    @Option(help: "The receipt's number; empty when none is printed.") var receiptNo: String?
    @Option(help: "A note for the record.") var note: String?
    @Flag(
      help: """
        It is another purchase than the one like it that was credited; counts only with a \
        receipt number of its own, so that it may need --receipt-no.
        """)
    var distinct = false
    @OptionGroup var reviewer: ReviewerOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let ledger = try home.ledger()
      let desk = try await ReviewDesk(ledger: ledger, settings: settings)
      let corrections = Corrections(
        counter: counter, amount: amount, time: time, receiptNumber: receiptNo)
      if let problem = desk.problem(of: corrections) {
        throw ValidationError(
          "\(problem.field.option): \(problem.text(in: output.language(settings)))")
      }
      let (id, language) = (try await claim.claimID(in: ledger), output.language(settings))
      if output.terminal.isInputTerminal {
        try await confirm(corrections, of: id, at: desk, in: language)
      }
      let record = try await desk.approve(
        id, corrections: corrections, reviewer: try reviewer.name(), note: note,
        confirmsDistinct: distinct,
        confirmation: .again(besides: output.terminal.isInputTerminal ? [.amountUnseen] : []))
      output.print(DecidedReport(record: record, settings: settings, output: output))
      let hints = await desk.hints(
        after: corrections, of: record, confirmsDistinct: distinct,
        wasAmountAsked: output.terminal.isInputTerminal, in: language)
      for hint in hints + [record.approvalWanted(in: language)].compactMap(\.self) {
        Terminal.note(hint)
      }
      if record.state != .credited { throw ExitCode(1) }
    }

    /// Asks for an amount again that stands nowhere on the paper; a script is not asked, but told.
    private func confirm(
      _ corrections: Corrections, of id: ClaimID, at desk: ReviewDesk, in language: Language
    ) async throws {
      let ledger = desk.ledger
      let claimed = try await stored { () throws(LedgerError) in try await ledger.claim(id) }
      guard let record = claimed,
        let question = try await desk.amountQuestion(corrections, of: record)
      else { return }
      Terminal.note(question.text(in: language))
      guard !question.isConfirmed(by: readLine()) else { return }
      Terminal.note(question.refusal(in: language))
      throw ExitCode(1)
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reject a claim.",
      discussion: """
        The reason is a code or words of your own. The codes, which members and operators are \
        told in both languages:

        \(Reason.ofReviewers.map { "  \($0.rawValue.padded(toCells: 19))\($0.text(in: .english))" }
          .joined(separator: "\n"))

        EXAMPLES
          xiaopiao review reject 3f2a9c0e… --reason "the picture is of a screen"
        """)

    @OptionGroup var claim: ClaimArgument
    @Option(help: "Why, as a code or in words.") var reason: String
    @OptionGroup var reviewer: ReviewerOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard !reason.trimmed.isEmpty else { throw ValidationError("--reason must say why") }
      if let meant = Reason.meant(by: reason) {
        throw ValidationError("\(reason) is no reason; did you mean \(meant.rawValue)?")
      }
    }

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let ledger = try home.ledger()
      let desk = try await ReviewDesk(ledger: ledger, settings: settings)
      let record = try await desk.reject(
        try await claim.claimID(in: ledger), reason: reason, reviewer: try reviewer.name())
      output.print(DecidedReport(record: record, settings: settings, output: output))
    }
  }

  struct ApplyDecisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply", abstract: "Apply decisions that were made elsewhere.",
      discussion: """
        One JSON object a line, all values texts in quotes but those of the last two:

          claim_id           which claim, in full
          decision           approve or reject
          reviewer           who decided
          reason             why: required to reject, as a code (refund, not_paid, …) or
                             in words; else a note for the record
          fields             to approve: an object of what was misread; the rest is
                             confirmed as it was read
            counter          the counter's code: 2F075
            amount           what was paid: 1042.06
            time             when it was bought: 2026-11-18T12:37, or the day
            receipt_no       the receipt's number; empty when none is printed
          confirms_distinct  true: another purchase than the one like it that was
                             credited (--distinct of approve)
          confirms           what was told of the claim when it was approved before, and is
                             approved all the same: ["too_old"]

        The first three are required; another key is an error. Nothing is applied unless every \
        line can be read. What is wrong is told with its line. What approve asks for again \
        stays in review here as well, until a decision names it in confirms; the same line handed \
        in a second time confirms nothing. What earns nothing (below_minimum, \
        excluded) is rejected then. What can be named: \
        \(Reason.confirmable.map(\.rawValue).joined(separator: ", ")). Ends with 66 when a line cannot be \
        read, with 1 when some decision could not be carried out.

        EXAMPLES
          xiaopiao review apply decisions.jsonl
          decide | xiaopiao review apply -

        where a line of decisions.jsonl is
          {"claim_id":"3f2a9c0e5b7d1846a1b2c3d4e5f60718","decision":"approve","reviewer":"li","fields":{"amount":"1042.06"}}
          {"claim_id":"81c0ffee5b7d1846a1b2c3d4e5f60718","decision":"reject","reviewer":"li","reason":"refund"}
        """)

    @Argument(
      help: "The decisions; - for standard input.", completion: .file(extensions: ["jsonl"]))
    var file: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let decisions = try ReviewDecisionsFile(path: file)
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let desk = try await ReviewDesk(ledger: try home.ledger(), settings: settings)
      let language = output.language(settings)
      var failures = 0
      for row in decisions.rows {
        do throws(ClaimingError) {
          let ledger = desk.ledger
          let before = try await stored { () throws(LedgerError) in
            try await ledger.claim(row.claimID)
          }
          let record = try await desk.apply(row)
          output.print(DecidedReport(record: record, settings: settings, output: output))
          let hints = await desk.hints(
            after: row.corrections, of: record, confirmsDistinct: row.confirmsDistinct,
            wasAmountAsked: false, in: language)
          for hint in hints { Terminal.note("\(decisions.name):\(row.line): \(hint)") }
          if row.decision == .approve, record.state != .credited { failures += 1 }
          if let hint = record.confirmationWanted(since: before, in: language) {
            Terminal.note("\(decisions.name):\(row.line): \(hint)")
          }
        } catch .refused(let why) {
          Terminal.note("\(decisions.name):\(row.line): \(why)")
          failures += 1
        } catch .unknown(let why) {
          Terminal.note("\(decisions.name):\(row.line): \(why)")
          failures += 1
        }
      }
      if failures > 0 { throw ExitCode(1) }
    }
  }
}

extension FieldName {
  /// The option of `review approve` that corrects it.
  fileprivate var option: String {
    switch self {
    case .kind, .counter, .amount, .time: "--\(rawValue)"
    case .receiptNumber: "--receipt-no"
    }
  }
}

extension ReviewDesk {
  /// What to tell whoever has approved a claim.
  ///
  /// - Parameter wasAmountAsked: an amount that stands nowhere on the paper was asked for again.
  fileprivate func hints(
    after corrections: Corrections, of record: ClaimRecord, confirmsDistinct: Bool,
    wasAmountAsked: Bool, in language: Language
  ) async -> [String] {
    [
      wasAmountAsked ? nil : await amountDoubt(corrections, of: record, in: language),
      await numberDoubt(corrections, of: record, in: language),
      confirmsDistinct ? record.numberWanted(in: language) : nil,
    ].compactMap(\.self)
  }

  /// What to tell of an amount that was entered and stands nowhere on the paper; `nil` for any
  /// other.
  private func amountDoubt(
    _ corrections: Corrections, of record: ClaimRecord, in language: Language
  ) async -> String? {
    // It is credited: a store that is busy now changes nothing.
    guard record.state == .credited, let amount = corrections.amount,
      (try? await isAmountPrinted(corrections, of: record)) == false
    else { return nil }
    let id = record.claim.id.rawValue.printable
    return language(
      "claim \(id): \(amount.printable) stands nowhere on the paper as it was read; if it was "
        + "mistyped: xiaopiao reverse \(id) --release-purchase --reason mistyped, then claim it "
        + "anew under another claim_id",
      "申请 \(id)：识别到的票面上没有 \(amount.printable)；如系输错：xiaopiao reverse \(id) --release-purchase --reason 输错，再以新的 claim_id 提交"
    )
  }

  /// The same of a receipt number.
  private func numberDoubt(
    _ corrections: Corrections, of record: ClaimRecord, in language: Language
  ) async -> String? {
    guard record.state == .credited, let number = corrections.receiptNumber,
      (try? await isNumberPrinted(corrections, of: record)) == false
    else { return nil }
    let id = record.claim.id.rawValue.printable
    return language(
      "claim \(id): the number \(number.printable) stands nowhere on the paper as it was read; if it is "
        + "another claim's purchase: xiaopiao reverse \(id) --reason duplicate",
      "申请 \(id)：识别到的票面上没有小票号 \(number.printable)；如与另一申请是同一笔消费：xiaopiao reverse \(id) --reason 重复")
  }
}

extension ClaimRecord {
  /// What to do about a claim that was approved and is still in review, because its purchase is
  /// unusual; `nil` for any other.
  fileprivate func approvalWanted(in language: Language) -> String? {
    guard state == .review, let reason = reasons.first,
      ![.possibleDuplicate, .counterUnknown].contains(reason)
    else { return nil }
    let id = claim.id.rawValue.printable
    return language(
      "claim \(id) stays in review (\(reason.rawValue)); approve it again to decide it all the same",
      "申请 \(id) 仍待审核（\(reason.text(in: language))）；如仍按此处理，请再次通过")
  }

  /// The same for a decision that was made elsewhere, of what it was asked about itself.
  fileprivate func confirmationWanted(
    since before: ClaimRecord?, in language: Language
  ) -> String? {
    guard state == .review else { return nil }
    let asked = asked(since: before).filter(Reason.confirmable.contains)
    guard !asked.isEmpty else { return nil }
    let id = claim.id.rawValue.printable
    let codes = asked.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    guard asked.allSatisfy({ [.belowMinimum, .excluded].contains($0) }) else {
      return language(
        "claim \(id) stays in review; look at it, and to approve it all the same add "
          + "\"confirms\":[\(codes)] to its line",
        "申请 \(id) 仍待审核；请核对，如仍要通过，请在该行加上 \"confirms\":[\(codes)]")
    }
    return language(
      "claim \(id) stays in review: it earns nothing; \"confirms\":[\(codes)] in its line rejects it, "
        + "and a rejection is final",
      "申请 \(id) 仍待审核：按规则不积分；在该行加上 \"confirms\":[\(codes)] 即予拒绝，且不可撤销")
  }

  /// The reasons of the last decision: they come before those that were there already.
  private func asked(since before: ClaimRecord?) -> ArraySlice<Reason> {
    let count =
      (1...max(1, reasons.count)).first { count in
        let kept = before?.reasons.filter { !reasons.prefix(count).contains($0) } ?? []
        return Array(reasons.dropFirst(count)) == kept
      } ?? reasons.count
    return reasons.prefix(count)
  }

  /// What to do about a claim that a reviewer has said to be another purchase, and that stays in
  /// review as one that may be credited already; `nil` for any other.
  fileprivate func numberWanted(in language: Language) -> String? {
    guard state == .review, reasons.first == .possibleDuplicate else { return nil }
    let id = claim.id.rawValue.printable
    return language(
      "claim \(id) may still be a purchase that has its points; "
        + "another purchase counts only with a receipt number of its own: enter it (receipt_no)",
      "申请 \(id) 仍可能是已积分的消费；须有自己的小票号才算另一笔消费，请填写小票号（receipt_no）")
  }
}
