package import Foundation
package import Receipts

/// One line of a claims file: who claims which picture.
package struct ClaimRow: Hashable, Sendable {
  /// As written, relative to the directory of the pictures.
  package var file: String
  package var memberID: MemberID
  /// `nil`: now.
  package var submittedAt: Date?
  /// The caller's own; `nil`: derived from what is claimed.
  package var claimID: ClaimID?
  package var line: Int
  /// How many earlier lines name the same file for the same member: it keeps their derived
  /// identifiers apart.
  package var occurrence: Int

  package init(
    file: String, memberID: MemberID, submittedAt: Date? = nil, claimID: ClaimID? = nil,
    line: Int = 1, occurrence: Int = 0
  ) {
    self.file = file
    self.memberID = memberID
    self.submittedAt = submittedAt
    self.claimID = claimID
    self.line = line
    self.occurrence = occurrence
  }
}

/// The claims of a batch: `file`, `member_id` and optionally `submitted_at` (ISO 8601) and
/// `claim_id`.
package struct ClaimsFile: Sendable {
  package let rows: [ClaimRow]
  package let warnings: [ImportProblem]

  /// All of the file or nothing of it.
  ///
  /// - Parameters:
  ///   - timeZone: of a `submitted_at` that names none.
  ///   - now: a claim is warned of that is said to be made a day later.
  package init(path: String, timeZone: TimeZone, now: Date = Date()) throws(ClaimingError) {
    var sheet = try CSVSheet(
      path: path, required: ["file", "member_id"], optional: ["submitted_at", "claim_id"])
    var rows: [ClaimRow] = []
    var lineOfClaim: [ClaimID: Int] = [:]
    var occurrences: [String: Int] = [:]
    for row in sheet.rows {
      let submittedAt = Self.submittedAt(of: row, in: &sheet, timeZone: timeZone, now: now)
      let claimID = sheet.text("claim_id", of: row, charactersMax: 128).map { ClaimID($0) }
      if let claimID, let field = sheet.field("claim_id", of: row) {
        if let line = lineOfClaim[claimID] {
          sheet.report(field, "claim_id", "\(claimID) is on line \(line) already")
        }
        lineOfClaim[claimID] = lineOfClaim[claimID] ?? field.line
      }
      let memberID = sheet.memberID(of: row)
      guard let file = Self.file(of: row, in: &sheet), let memberID else { continue }
      let key = "\(memberID)\u{0}\(file)"
      rows.append(
        ClaimRow(
          file: file, memberID: memberID, submittedAt: submittedAt, claimID: claimID,
          line: row[0].line, occurrence: occurrences[key, default: 0]))
      occurrences[key, default: 0] += 1
    }
    if sheet.isEmpty { throw .inputUnusable(path: path, why: "has no claims") }
    let imported = try sheet.finished(rows)
    self.rows = imported.values
    warnings = imported.warnings
  }

  private static func file(of row: CSVSheet.Row, in sheet: inout CSVSheet) -> String? {
    guard let text = sheet.required("file", of: row, charactersMax: 500),
      let field = sheet.field("file", of: row)
    else { return nil }
    let parts = text.split(separator: "/")
    guard !text.hasPrefix("/"), !parts.contains(".."), !parts.isEmpty else {
      sheet.report(field, "file", "\(text) leads out of the directory of the pictures")
      return nil
    }
    return text
  }

  private static func submittedAt(
    of row: CSVSheet.Row, in sheet: inout CSVSheet, timeZone: TimeZone, now: Date
  ) -> Date? {
    guard let text = sheet.text("submitted_at", of: row),
      let field = sheet.field("submitted_at", of: row)
    else { return nil }
    guard let date = Instant.date(iso: text, timeZone: timeZone) else {
      sheet.report(
        field, "submitted_at", "\(text) is not a time like 2026-11-18T12:37:00+08:00")
      return nil
    }
    if date.timeIntervalSince(now) > Self.aheadSecondsMax {
      sheet.warn(
        field, "submitted_at",
        "\(text) is in the future; times on papers are read by it, so correct it before the batch")
    }
    return date
  }

  /// Clocks and time zones may differ by so much.
  private static let aheadSecondsMax: TimeInterval = 86_400
}
