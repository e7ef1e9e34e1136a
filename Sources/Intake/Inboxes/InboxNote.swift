import Foundation
import Receipts

/// What the `NAME.json` beside a photograph says.
struct InboxNote: Hashable {
  var memberID: MemberID?
  var submittedAt: Date?
  var claimID: ClaimID?

  /// Why a note cannot be used.
  struct Failure: Error, Hashable {
    var why: String

    init(_ why: String) { self.why = why }
  }

  private struct Wire: Decodable {
    var memberID: String?
    var submittedAt: String?
    var claimID: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case memberID = "member_id"
      case submittedAt = "submitted_at"
      case claimID = "claim_id"
    }
  }

  init(json: Data, timeZone: TimeZone) throws(Failure) {
    let wire: Wire
    do {
      wire = try JSONDecoder().decode(Wire.self, from: json)
    } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      throw Failure("\(path) is not a text in quotes")
    } catch {
      throw Failure("it is not a whole JSON object")
    }
    memberID = try Self.identifier(wire.memberID, "member_id").map { MemberID($0) }
    if let problem = wire.memberID.flatMap(MemberID.problem) {
      throw Failure("member_id \(problem.escapedForPeople)")
    }
    if let slip = Self.misspeltKey(of: json) {
      throw Failure("it says \(Self.quoted(slip.written)); the key is \(slip.meant)")
    }
    claimID = try Self.identifier(wire.claimID, "claim_id").map { ClaimID($0) }
    guard let text = wire.submittedAt else { return }
    guard let instant = submissionTime(text, in: timeZone) else {
      throw Failure("submitted_at \(Self.quoted(text)) is no time like 2026-11-18T12:37:00+08:00")
    }
    submittedAt = instant
  }

  /// A key that is ours but for how it is written: `submittedAt` would silently be the time of the
  /// file. Keys of others are theirs.
  private static func misspeltKey(of json: Data) -> (written: String, meant: String)? {
    func letters(_ key: String) -> String { key.lowercased().filter(\.isLetter) }
    // It was decoded before, so it is an object.
    let object = try? JSONSerialization.jsonObject(with: json) as? [String: Any]
    let known = Wire.CodingKeys.allCases.map(\.rawValue)
    for key in (object ?? [:]).keys.sorted() where !known.contains(key) {
      if let meant = known.first(where: { letters($0) == letters(key) }) { return (key, meant) }
    }
    return nil
  }

  private static let identifierBytesMax = 200

  private static func identifier(_ text: String?, _ name: String) throws(Failure) -> String? {
    guard let text else { return nil }
    guard !text.isEmpty else { throw Failure("\(name) is empty") }
    guard text.utf8.count <= identifierBytesMax else {
      throw Failure("\(name) has \(text.utf8.count) bytes; the limit is \(identifierBytesMax)")
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw Failure("\(name) has a control character")
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    "\u{22}\(String(text.prefix(40)).escapedForPeople)\u{22}"
  }
}
