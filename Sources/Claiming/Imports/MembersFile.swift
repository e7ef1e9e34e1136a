package import Receipts

/// The members as a mall hands them in: `member_id` and optionally `tier`, blanks around them
/// dropped. A member's directory in the inbox is named by the first.
package struct MembersFile: Sendable {
  package let members: [Member]
  package let warnings: [ImportProblem]

  /// All of the file or nothing of it.
  package init(path: String) throws(ClaimingError) {
    var sheet = try CSVSheet(path: path, required: ["member_id"], optional: ["tier"])
    var members: [Member] = []
    var lineOfMember: [String: Int] = [:]
    for row in sheet.rows {
      let tier = sheet.text("tier", of: row, charactersMax: 64)
      guard let id = sheet.required("member_id", of: row, charactersMax: 64),
        let field = sheet.field("member_id", of: row)
      else { continue }
      if let problem = Self.problem(of: id) {
        sheet.report(field, "member_id", problem)
        continue
      }
      if let line = lineOfMember[id] {
        sheet.report(field, "member_id", "\(id) is on line \(line) already")
        continue
      }
      lineOfMember[id] = field.line
      members.append(Member(id: MemberID(id), tier: tier.map { Tier($0) }))
    }
    if sheet.isEmpty { throw .inputUnusable(path: path, why: "has no members") }
    let imported = try sheet.finished(members)
    self.members = imported.values
    warnings = imported.warnings
  }

  /// As many as a note in the inbox may name a member by.
  private static let idBytesMax = 200

  /// Why no directory of the inbox can be named after a member; `nil` when one can.
  private static func problem(of id: String) -> String? {
    let scalars = id.unicodeScalars
    let why: String? =
      if id.utf8.count > idBytesMax {
        "has \(id.utf8.count) bytes"
      } else if scalars.contains("/") {
        "\(id) has a slash"
      } else if scalars.first == "." {
        "\(id) begins with a dot"
      } else if scalars.contains(where: \.isInvisible) {
        "has a character that cannot be seen"
      } else {
        nil
      }
    return why.map {
      "\($0); it names a directory of the inbox: at most 64 characters and \(idBytesMax) bytes, no "
        + "slash, no dot at the beginning, nothing that cannot be seen"
    }
  }
}

extension Unicode.Scalar {
  /// Whether two identifiers that differ by it look the same, or a line breaks at it.
  fileprivate var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
