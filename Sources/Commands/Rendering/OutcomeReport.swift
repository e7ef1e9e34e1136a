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
      .init("verdict", .text(word)),
      .init("reasons", .reasons(outcome.verdict.reasons)),
      .init("elapsed_ms", .integer(Int64(outcome.elapsedMilliseconds))),
    ]
    return .object(members)
  }

  var word: String {
    switch outcome.verdict {
    case .credit: "credit"
    case .review: "review"
    case .reject: "reject"
    }
  }
}

/// The table of `read`, `batch` and `review list`: what was read and what became of it.
struct OutcomeTable {
  struct Row {
    var file: String
    var reading: Reading?
    var purchase: Purchase?
    var verdict: String
    var reasons: [Reason]
    var member: String?
    var points: Points?
    /// Shown first, where a person needs it for the next command.
    var claimID: ClaimID?
  }

  var rows: [Row]

  func lines(on terminal: Terminal) -> [String] {
    guard !rows.isEmpty else { return [] }
    let hasClaims = rows.contains { $0.claimID != nil }
    let hasMembers = rows.contains { $0.member != nil }
    let hasPoints = rows.contains { $0.points != nil }
    var columns: [TextTable.Column] = hasClaims ? [.init("claim")] : []
    columns.append(.init("file", isFlexible: true))
    if hasMembers { columns.append(.init("member")) }
    columns += [
      .init("counter", isFlexible: true), .init("amount", isNumber: true), .init("time"),
    ]
    // On a narrow terminal the reasons need its room.
    let hasNumbers = terminal.columns >= 120
    if hasNumbers { columns.append(.init("receipt no", isFlexible: true)) }
    columns.append(.init("verdict"))
    if hasPoints { columns.append(.init("points", isNumber: true)) }
    columns.append(.init("reasons", isFlexible: true))
    var table = TextTable(columns)
    table.rows = rows.map { row in
      var cells: [TextTable.Cell] = hasClaims ? [.init(row.claimID?.short ?? "")] : []
      cells.append(.init(row.file))
      if hasMembers { cells.append(.init(row.member ?? "")) }
      cells += fields(of: row).prefix(hasNumbers ? 4 : 3)
      cells.append(.init(row.verdict, Colour(verdict: row.verdict)))
      if hasPoints {
        cells.append(.init(row.points.map { $0 == .zero ? "" : $0.description } ?? ""))
      }
      cells.append(.init(row.reasons.map(\.rawValue).joined(separator: " ")))
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
  init(_ outcome: ClaimOutcome) {
    self.init(
      file: outcome.claim.file, reading: outcome.reading, purchase: outcome.purchase,
      verdict: outcome.state.rawValue, reasons: outcome.reasons,
      member: outcome.claim.memberID.rawValue, points: outcome.points)
  }

  init(_ line: ReadLine) {
    self.init(
      file: line.outcome.file, reading: line.outcome.reading, verdict: line.word,
      reasons: line.outcome.verdict.reasons)
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
