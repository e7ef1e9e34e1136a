import Claiming
import Foundation
import Ledger
import Receipts

/// A line of `batch` and `watch`.
struct ClaimLine {
  let outcome: ClaimOutcome
  let timeZone: TimeZone

  var object: JSON {
    let claim = outcome.claim
    var members = ReadingObject(timeZone: timeZone).members(
      file: claim.file, reading: outcome.reading, purchase: outcome.purchase)
    members += [
      .init("verdict", .text(outcome.state.rawValue)),
      .init("reasons", .reasons(outcome.reasons)),
      .init("elapsed_ms", .integer(Int64(outcome.elapsedMilliseconds))),
      .init("claim_id", .text(claim.id.rawValue)),
      .init("member_id", .text(claim.memberID.rawValue)),
      .init("points", .integer(outcome.points.value)),
    ]
    return .object(members)
  }
}

/// A line of `read`.
struct ReadLine {
  let outcome: ReadOutcome
  let timeZone: TimeZone

  var object: JSON {
    var members = ReadingObject(timeZone: timeZone).members(
      file: outcome.file, reading: outcome.reading, purchase: nil)
    members += [
      .init("verdict", .text(outcome.verdict.word)),
      .init("reasons", .reasons(outcome.verdict.reasons)),
      .init("elapsed_ms", .integer(Int64(outcome.elapsedMilliseconds))),
    ]
    return .object(members)
  }
}

/// The table of `read`, `batch` and `review list`: what was read and what became of it.
struct OutcomeTable {
  struct Row {
    var file: String
    var reading: Reading?
    var purchase: Purchase?
    /// In the reader's language and with its colour.
    var verdict: TextTable.Cell
    var reasons: [Reason]
    var member: String?
    var points: Points?
    /// Shown first, where a person needs it for the next command.
    var claimID: ClaimID?
  }

  var rows: [Row]
  let language: Language

  func lines(on terminal: Terminal) -> [String] {
    guard !rows.isEmpty else { return [] }
    let hasClaims = rows.contains { $0.claimID != nil }
    let hasMembers = rows.contains { $0.member != nil }
    let hasPoints = rows.contains { $0.points != nil }
    var columns: [TextTable.Column] = hasClaims ? [.init(language("claim", "申请"))] : []
    columns.append(.init(language("file", "文件"), isFlexible: true))
    if hasMembers { columns.append(.init(language("member", "会员"))) }
    columns += [
      .init(language("counter", "专柜"), isFlexible: true),
      .init(language("amount", "金额"), isNumber: true), .init(language("time", "时间")),
    ]
    // On a narrow terminal the reasons need its room.
    let hasNumbers = terminal.columns >= 120
    if hasNumbers { columns.append(.init(language("receipt no", "小票号"), isFlexible: true)) }
    // Of a queue all are in review.
    let hasVerdicts = Set(rows.map(\.verdict.text)).count > 1 || !hasClaims
    if hasVerdicts { columns.append(.init(language("verdict", "结果"))) }
    if hasPoints { columns.append(.init(language("points", "积分"), isNumber: true)) }
    columns.append(.init(language("reasons", "理由"), isFlexible: true, wraps: true))
    var table = TextTable(columns)
    table.rows = rows.map { row in
      var cells: [TextTable.Cell] = hasClaims ? [.init(row.claimID?.short ?? "")] : []
      cells.append(.init(row.file))
      if hasMembers { cells.append(.init(row.member ?? "")) }
      cells += fields(of: row).prefix(hasNumbers ? 4 : 3)
      if hasVerdicts { cells.append(row.verdict) }
      if hasPoints {
        cells.append(.init(row.points.map { $0 == .zero ? "" : $0.description } ?? ""))
      }
      cells.append(.init(row.reasons.map { $0.name(in: language) }.joined(separator: " ")))
      return cells
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  private func fields(of row: Row) -> [TextTable.Cell] {
    let reading = row.reading
    let counter = reading?.counter.best?.value
    let code = row.purchase?.counter.rawValue ?? counter?.code?.rawValue
    let name = counter.flatMap { $0.code?.rawValue == code ? $0.name : nil }
    let time = row.purchase?.time ?? reading?.time.best?.value
    let number = row.purchase?.receiptNumber ?? reading?.receiptNumber.best?.value
    return [
      .init([code, name].compactMap(\.self).joined(separator: " ")),
      .init((row.purchase?.amount ?? reading?.amount.best?.value)?.decimal ?? ""),
      .init(time?.short ?? ""), .init(number?.rawValue ?? ""),
    ]
  }
}

extension OutcomeTable.Row {
  init(_ outcome: ClaimOutcome, in language: Language) {
    let state = outcome.state
    self.init(
      file: outcome.claim.file, reading: outcome.reading, purchase: outcome.purchase,
      verdict: .init(language.word(state), Colour(verdict: state.rawValue)),
      reasons: outcome.reasons,
      member: outcome.claim.memberID.rawValue, points: outcome.points)
  }

  init(_ outcome: ReadOutcome, in language: Language) {
    let verdict = outcome.verdict
    self.init(
      file: outcome.file, reading: outcome.reading,
      verdict: .init(language.word(verdict), Colour(verdict: verdict.word)),
      reasons: verdict.reasons)
  }
}

extension Colour {
  init?(verdict: String) {
    switch verdict {
    case "credit", "credited": self = .green
    case "review", "received": self = .yellow
    case "reject", "rejected", "reversed": self = .red
    default: return nil
    }
  }
}

extension PrintedTime {
  /// `2026-11-18 12:37`, for a table.
  var short: String {
    guard clock != nil else { return day.description }
    return String(iso.prefix(16)).replacingOccurrences(of: "T", with: " ")
  }
}
