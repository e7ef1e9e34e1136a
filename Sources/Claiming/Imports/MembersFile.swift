package import Receipts

/// The members as a mall hands them in: `member_id` and optionally `tier`, blanks around them
/// dropped. A member's directory in the inbox is named by the first.
package struct MembersFile: Sendable {
  package let members: [Member]
  /// Without a column for it the file says nothing of any tier: an import leaves them as they are.
  package let hasTiers: Bool
  package let warnings: [ImportProblem]

  /// All of the file or nothing of it.
  package init(path: String) throws(ClaimingError) {
    var sheet = try CSVSheet(path: path, required: ["member_id"], optional: ["tier"])
    var members: [Member] = []
    var lineOfMember: [MemberID: Int] = [:]
    for row in sheet.rows {
      let tier = sheet.text("tier", of: row, charactersMax: 64)
      guard let id = sheet.memberID(of: row), let field = sheet.field("member_id", of: row) else {
        continue
      }
      if let line = lineOfMember[id] {
        sheet.report(field, "member_id", "\(id) is on line \(line) already")
        continue
      }
      lineOfMember[id] = field.line
      members.append(Member(id: id, tier: tier.map { Tier($0) }))
    }
    if sheet.isEmpty { throw .inputUnusable(path: path, why: "has no members") }
    let imported = try sheet.finished(members)
    self.members = imported.values
    hasTiers = sheet.hasColumn("tier")
    warnings = imported.warnings
  }
}
