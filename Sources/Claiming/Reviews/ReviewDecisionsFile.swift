import Foundation
package import Receipts

/// Decisions over claims in review that were made elsewhere, one JSON object a line:
/// `{"claim_id", "decision", "fields": {"counter", "amount", "time", "receipt_no"}, "reviewer",
/// "reason", "confirms_distinct", "confirms"}`.
package struct ReviewDecisionsFile: Sendable {
  package struct Row: Hashable, Sendable {
    package enum Decision: String, Hashable, Sendable { case approve, reject }

    package var line: Int
    package var claimID: ClaimID
    package var decision: Decision
    package var corrections: Corrections
    package var reviewer: String
    package var reason: String?
    package var confirmsDistinct: Bool
    /// What the reviewer has seen and approves all the same.
    package var confirms: Set<Reason>
  }

  /// How messages call it.
  package let name: String
  package let rows: [Row]

  /// All of the file or nothing of it.
  ///
  /// - Parameter path: `-` for standard input.
  package init(path: String) throws(ClaimingError) {
    let isInput = path == "-"
    name = isInput ? "standard input" : path
    let text =
      try isInput ? InputText.standardInput(named: name).text : InputText(contentsOf: path).text
    var rows: [Row] = []
    var problems: [ImportProblem] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !trimmed(String(line)).isEmpty
    {
      do throws(ImportProblem) {
        rows.append(try Self.row(String(line), at: index + 1))
      } catch {
        problems.append(error)
      }
    }
    guard problems.isEmpty else { throw .badRows(path: name, problems: problems) }
    guard !rows.isEmpty else { throw .inputUnusable(path: name, why: "has no decisions") }
    self.rows = rows
  }

  private static func row(_ text: String, at line: Int) throws(ImportProblem) -> Row {
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    } catch {
      throw ImportProblem(line: line, message: "is not a JSON object on one line")
    }
    guard let members = object as? [String: Any] else {
      throw ImportProblem(line: line, message: "is not a JSON object on one line")
    }
    try check(
      members.keys,
      among: [
        "claim_id", "decision", "fields", "reviewer", "reason", "confirms_distinct", "confirms",
      ], line)
    guard let word = try self.text("decision", of: members, line),
      let decision = Row.Decision(rawValue: word)
    else {
      throw ImportProblem(line: line, name: "decision", message: "must be approve or reject")
    }
    guard let claimID = try self.text("claim_id", of: members, line),
      let reviewer = try self.text("reviewer", of: members, line)
    else {
      throw ImportProblem(line: line, message: "claim_id and reviewer are required")
    }
    guard !trimmed(reviewer).isEmpty else {
      throw ImportProblem(line: line, name: "reviewer", message: "is empty")
    }
    let reason = try self.text("reason", of: members, line)
    if decision == .reject, trimmed(reason ?? "").isEmpty {
      throw ImportProblem(line: line, name: "reason", message: "is required to reject")
    }
    if decision == .reject, let meant = reason.flatMap({ Reason.meant(by: trimmed($0)) }) {
      throw ImportProblem(
        line: line, name: "reason",
        message: "\(reason ?? "") is no reason; did you mean \(meant.rawValue)?")
    }
    return Row(
      line: line, claimID: ClaimID(claimID), decision: decision,
      corrections: try corrections(members["fields"], line), reviewer: reviewer, reason: reason,
      confirmsDistinct: try confirmsDistinct(text, line),
      confirms: try confirmed(members["confirms"], line))
  }

  private static func confirmed(_ value: Any?, _ line: Int) throws(ImportProblem) -> Set<Reason> {
    guard let value, !(value is NSNull) else { return [] }
    let known = Reason.confirmable.map(\.rawValue).joined(separator: ", ")
    guard let codes = value as? [String] else {
      throw ImportProblem(
        line: line, name: "confirms", message: "must be an array of reasons: \(known)")
    }
    var reasons: Set<Reason> = []
    for code in codes {
      guard let reason = Reason(rawValue: code), Reason.confirmable.contains(reason) else {
        throw ImportProblem(
          line: line, name: "confirms",
          message: "\(code) is nothing to be confirmed; what is: \(known)")
      }
      reasons.insert(reason)
    }
    return reasons
  }

  private struct Confirmation: Decodable {
    var isDistinct: Bool?

    enum CodingKeys: String, CodingKey { case isDistinct = "confirms_distinct" }
  }

  /// Read by the decoder, which tells `true` from `1`.
  private static func confirmsDistinct(
    _ text: String, _ line: Int
  ) throws(ImportProblem) -> Bool {
    do {
      let confirmation = try JSONDecoder().decode(Confirmation.self, from: Data(text.utf8))
      return confirmation.isDistinct ?? false
    } catch {
      throw ImportProblem(
        line: line, name: "confirms_distinct", message: "must be true or false, without quotes")
    }
  }

  private static func corrections(
    _ value: Any?, _ line: Int
  ) throws(ImportProblem) -> Corrections {
    guard let value, !(value is NSNull) else { return Corrections() }
    guard let fields = value as? [String: Any] else {
      throw ImportProblem(line: line, name: "fields", message: "must be an object")
    }
    // A field with a typing error must not silently confirm what was read.
    try check(fields.keys, among: ["counter", "amount", "time", "receipt_no"], line)
    return Corrections(
      counter: try text("counter", of: fields, line), amount: try text("amount", of: fields, line),
      time: try text("time", of: fields, line),
      receiptNumber: try text("receipt_no", of: fields, line))
  }

  private static func check(
    _ keys: some Sequence<String>, among known: [String], _ line: Int
  ) throws(ImportProblem) {
    for key in keys where !known.contains(key) {
      throw ImportProblem(
        line: line, name: key, message: "is unknown; known are \(known.joined(separator: ", "))")
    }
  }

  /// Numbers are refused: an amount that went through floating point is not exact any more.
  private static func text(
    _ key: String, of members: [String: Any], _ line: Int
  ) throws(ImportProblem) -> String? {
    guard let value = members[key], !(value is NSNull) else { return nil }
    guard let text = value as? String else {
      throw ImportProblem(line: line, name: key, message: "must be a text in quotes")
    }
    return text
  }
}
