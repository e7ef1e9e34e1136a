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
    let state = language.word(record.state)
    let colour = Colour(verdict: record.state.rawValue)
    let painted = colour?.painted(state, if: terminal.hasColour) ?? state
    let received = language("received", "收到于")
    var lines = [
      label("claim", "申请") + "\(claim.id.rawValue.printable)  \(painted)",
      label("member", "会员") + claim.memberID.rawValue.printable,
      label("file", "文件") + claim.file.printable,
      label("picture", "照片") + (picture ?? language("not kept", "未保留")),
      label("submitted", "提交于")
        + "\(time(claim.submittedAt)), \(received) \(time(record.receivedAt))",
    ]
    let reasons = ReasonLines(reading: record.reading, language: language).lines(of: record.reasons)
    // What a reason rests on is indented, and stands below it.
    lines += reasons.map { ($0.hasPrefix(" ") ? label("", "") : label("reason", "理由")) + $0 }
    if let other = record.duplicateOf {
      lines.append(label("repeats", "重复") + other.rawValue.printable)
    }
    if let purchase = record.purchase {
      lines.append(label("purchase", "消费") + sentence(of: purchase))
    }
    if let accrued = record.accrued { lines += self.lines(of: accrued) }
    if let reading = record.reading {
      lines.append("")
      lines += FieldLines(reading: reading, hasEvidence: true).lines(on: terminal, in: language)
      lines.append(
        label("together", "合计")
          + reading.certaintyText(asked: settings.certaintyAsked, in: language))
    }
    lines += record.signals.map { signal in
      let code = Reason(rawValue: signal.code)?.name(in: language) ?? signal.code
      let text = [
        code, signal.detail, signal.ground.map { "(\($0))" },
      ].compactMap(\.self).joined(separator: " ")
      return label("signal", "信号") + text.printable
    }
    if !record.readers.isEmpty {
      lines.append(label("readers", "识别引擎") + record.readers.joined(separator: ", "))
    }
    return lines + decisionLines + entryLines
  }

  private func label(_ english: String, _ chinese: String) -> String {
    language.label(english, chinese, cells: 10)
  }

  private func lines(of accrued: Accrued) -> [String] {
    let (points, version) = (accrued.points, accrued.rulesVersion)
    let total =
      label("points", "积分")
      + language("\(points) by version \(version) of the rules", "\(points)，按积分规则第 \(version) 版")
    return [total]
      + accrued.grants.map { grant in
        label("", "")
          + language(
            "of these \(grant.points) from \(grant.campaign)",
            "其中 \(grant.points) 来自活动 \(grant.campaign)")
      }
  }

  private var decisionLines: [String] {
    detail.decisions.map { decision in
      var text = label("decision", "决定")
      text += "\(time(decision.decidedAt)) \(language.word(decision.state))"
      text += language(" by ", "，") + name(of: decision.decidedBy)
      let fields = decision.fields.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\(language.word($0.key)) \($0.value)" }
      if !fields.isEmpty {
        text += language(", said: ", "，填写：") + fields.joined(separator: language(", ", "，"))
      }
      if let note = decision.note { text += " (\(note))" }
      return text.printable
    }
  }

  private var entryLines: [String] {
    detail.entries.flatMap { entry in
      [label("entry", "分录") + "\(entry.id) \(language.word(entry.kind)) \(time(entry.madeAt))"]
        + entry.postings.map { posting in
          let who = posting.memberID.map { " \($0)" } ?? ""
          return label("", "") + "\(language.word(posting.account))\(who) \(posting.points)"
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
    let number = purchase.receiptNumber.map { language(", receipt \($0)", "，小票号 \($0)") } ?? ""
    let text = language(
      "\(purchase.amount) at \(purchase.counter), \(purchase.time.short)\(number)",
      "\(purchase.amount)，专柜 \(purchase.counter)，\(purchase.time.short)\(number)")
    return text.printable
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
    [
      "code": .text(signal.code), "detail": .optional(signal.detail),
      "ground": .optional(signal.ground),
    ]
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
