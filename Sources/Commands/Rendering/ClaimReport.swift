import Claiming
import Foundation
import Ledger
import Receipts

/// Everything about one claim.
struct ClaimReport: Report {
  let detail: ClaimDetail
  let picture: String?
  let settings: Settings
  let language: Language

  private var timeZone: TimeZone { settings.mall.timeZone }

  private var record: ClaimRecord { detail.record }

  func lines(on terminal: Terminal) -> [String] {
    let claim = record.claim
    let state = record.state.rawValue
    let painted = Colour(verdict: state)?.painted(state, if: terminal.hasColour) ?? state
    var lines = [
      "claim     \(claim.id.rawValue.printable)  \(painted)",
      "member    \(claim.memberID.rawValue.printable)",
      "file      \(claim.file.printable)",
      "picture   \(picture ?? "not kept")",
      "submitted \(time(claim.submittedAt)), received \(time(record.receivedAt))",
    ]
    lines += record.reasons.map { "reason    \($0.rawValue): \($0.text(in: language))" }
    if let other = record.duplicateOf { lines.append("repeats   \(other.rawValue.printable)") }
    if let purchase = record.purchase { lines.append("purchase  \(sentence(of: purchase))") }
    if let accrued = record.accrued {
      lines.append("points    \(accrued.points) by version \(accrued.rulesVersion) of the rules")
      lines += accrued.grants.map { "          of these \($0.points) from \($0.campaign)" }
    }
    if let reading = record.reading {
      lines.append("")
      lines += FieldLines(reading: reading, hasEvidence: true).lines(on: terminal)
      lines.append("together  \(certainty(of: reading))")
    }
    lines += record.signals.map { signal in
      "signal    "
        + [signal.code, signal.detail].compactMap(\.self).joined(separator: ": ")
        .printable
    }
    if !record.readers.isEmpty {
      lines.append("readers   \(record.readers.joined(separator: ", "))")
    }
    return lines + decisionLines + entryLines
  }

  /// What a credit without a person asks of all fields at once.
  private func certainty(of reading: Reading) -> String {
    let least = Percent.text(settings.certaintyAsked).trimmed
    return "\(Percent.text(reading.certainty).trimmed) for kind, counter, amount and time; "
      + "\(least) are asked for a credit without a person"
  }

  private var decisionLines: [String] {
    detail.decisions.map { decision in
      var text = "decision  \(time(decision.decidedAt)) \(decision.state.rawValue)"
      text += " by \(name(of: decision.decidedBy))"
      let fields = decision.fields.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue) \($0.value)" }
      if !fields.isEmpty { text += ", said: \(fields.joined(separator: ", "))" }
      if let note = decision.note { text += " (\(note))" }
      return text.printable
    }
  }

  private var entryLines: [String] {
    detail.entries.flatMap { entry in
      ["entry     \(entry.id) \(entry.kind.rawValue) \(time(entry.madeAt))"]
        + entry.postings.map { posting in
          let who = posting.memberID.map { " \($0)" } ?? ""
          return "          \(posting.account.rawValue)\(who) \(posting.points)"
        }
    }
  }

  private func name(of decider: Decider) -> String {
    switch decider {
    case .system: "xiaopiao"
    case .reviewer(let name): name
    }
  }

  private func time(_ date: Date) -> String { Instant.iso(date, in: timeZone) }

  private func sentence(of purchase: Purchase) -> String {
    let number = purchase.receiptNumber.map { ", receipt \($0)" } ?? ""
    return "\(purchase.amount) at \(purchase.counter), \(purchase.time.short)\(number)".printable
  }

  var objects: [JSON] {
    let line = ClaimLine(outcome: ClaimOutcome(record), timeZone: timeZone).object
    guard case .object(var members) = line else { return [line] }
    members += [
      .init("state", .text(record.state.rawValue)), .init("picture", .optional(picture)),
      .init("submitted_at", .text(time(record.claim.submittedAt))),
      .init("received_at", .text(time(record.receivedAt))),
      .init("duplicate_of", .optional(record.duplicateOf?.rawValue)),
      .init(
        "fields",
        record.reading.map { FieldLines(reading: $0, hasEvidence: true).object } ?? .null),
      .init("signals", .array(record.signals.map(object(of:)))),
      .init("readers", .array(record.readers.map { .text($0) })),
      .init("rules_version", record.accrued.map { .integer(Int64($0.rulesVersion)) } ?? .null),
      .init("decisions", .array(detail.decisions.map(object(of:)))),
      .init("entries", .array(detail.entries.map(object(of:)))),
    ]
    return [.object(members)]
  }

  private func object(of signal: Signal) -> JSON {
    ["code": .text(signal.code), "detail": .optional(signal.detail)]
  }

  private func object(of decision: DecisionRecord) -> JSON {
    [
      "at": .text(time(decision.decidedAt)), "by": .text(name(of: decision.decidedBy)),
      "state": .text(decision.state.rawValue), "reasons": .reasons(decision.reasons),
      "fields": .object(
        decision.fields.sorted { $0.key.rawValue < $1.key.rawValue }
          .map { .init($0.key.rawValue, .text($0.value)) }),
      "note": .optional(decision.note),
    ]
  }

  private func object(of entry: Entry) -> JSON {
    [
      "entry": .integer(entry.id), "kind": .text(entry.kind.rawValue),
      "at": .text(time(entry.madeAt)), "by": .text(name(of: entry.madeBy)),
      "rules_version": .integer(Int64(entry.rulesVersion)),
      "reverses": entry.reverses.map { .integer($0) } ?? .null, "note": .optional(entry.note),
      "postings": .array(
        entry.postings.map { posting in
          [
            "account": .text(posting.account.rawValue),
            "member_id": .optional(posting.memberID?.rawValue),
            "points": .integer(posting.points.value),
          ]
        }),
    ]
  }
}
