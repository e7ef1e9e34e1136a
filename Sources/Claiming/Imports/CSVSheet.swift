import Foundation
import Receipts

/// A CSV file whose columns are found by name, and the problems met while it is read.
///
/// Reading goes on past a bad row, so that a person sees all of them at once; ``finished(_:)``
/// then takes everything or nothing.
struct CSVSheet {
  /// A row with as many fields as the header.
  typealias Row = [CSVField]

  let path: String
  /// Those with as many fields as the header; the others are problems already.
  let rows: [Row]
  /// Whether there is nothing below the header.
  let isEmpty: Bool
  private let places: [String: Int]
  private var problems: [ImportProblem] = []
  private var warnings: [ImportProblem] = []

  /// - Throws: when the file cannot be read at all or a required column is missing.
  init(path: String, required: [String], optional: [String]) throws(ClaimingError) {
    let text = try InputText(contentsOf: path).text
    let document: CSVDocument
    do throws(ImportProblem) {
      document = try CSVDocument(text: text)
    } catch {
      throw .badRows(path: path, problems: [error])
    }
    self.path = path
    var places: [String: Int] = [:]
    for (place, field) in document.header.enumerated() {
      let name = trimmed(field.text).lowercased()
      guard required.contains(name) || optional.contains(name) else {
        let known = (required + optional).joined(separator: ", ")
        warnings.append(
          ImportProblem(field, name: name, message: "unknown column, passed over (known: \(known))")
        )
        continue
      }
      if places.updateValue(place, forKey: name) != nil {
        problems.append(ImportProblem(field, name: name, message: "the column is there twice"))
      }
    }
    self.places = places
    for name in required where places[name] == nil {
      problems.append(Self.missing(name, in: document.header))
    }
    guard problems.isEmpty else { throw .badRows(path: path, problems: problems) }
    let width = document.header.count
    for row in document.rows where row.count != width {
      problems.append(
        ImportProblem(line: row[0].line, message: "\(row.count) fields; the header has \(width)"))
    }
    isEmpty = document.rows.isEmpty
    rows = document.rows.filter { $0.count == width }
  }

  private static func missing(_ name: String, in header: [CSVField]) -> ImportProblem {
    var message = "the column is missing"
    if header.count == 1, let separator = header[0].text.first(where: { ";\t|".contains($0) }) {
      let shown = separator == "\t" ? "a tab" : "\"\(separator)\""
      message += "; columns are separated by a comma, not by \(shown)"
    }
    return ImportProblem(line: 1, name: name, message: message)
  }

  mutating func report(_ field: CSVField, _ name: String, _ message: String) {
    problems.append(ImportProblem(field, name: name, message: message))
  }

  mutating func warn(_ field: CSVField, _ name: String, _ message: String) {
    warnings.append(ImportProblem(field, name: name, message: message))
  }

  func hasColumn(_ name: String) -> Bool { places[name] != nil }

  /// The field as it stands; `nil` when the file has no such column.
  func field(_ name: String, of row: Row) -> CSVField? {
    places[name].map { row[$0] }
  }

  /// Its text without surrounding space; `nil` when the column is missing or the field empty.
  /// Too long a text, or one with control characters, is reported and `nil`.
  mutating func text(_ name: String, of row: Row, charactersMax: Int = 500) -> String? {
    guard let field = field(name, of: row) else { return nil }
    let text = trimmed(field.text)
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      report(field, name, "a control character or line break")
      return nil
    }
    guard text.count <= charactersMax else {
      report(field, name, "longer than \(charactersMax) characters")
      return nil
    }
    return text.isEmpty ? nil : text
  }

  /// As ``text(_:of:charactersMax:)``, where an empty field is a problem.
  mutating func required(_ name: String, of row: Row, charactersMax: Int) -> String? {
    guard let field = field(name, of: row) else { return nil }
    if trimmed(field.text).isEmpty { report(field, name, "is empty") }
    return text(name, of: row, charactersMax: charactersMax)
  }

  /// A member that a directory of the inbox can be named after.
  mutating func memberID(of row: Row) -> MemberID? {
    guard let text = required("member_id", of: row, charactersMax: 64),
      let field = field("member_id", of: row)
    else { return nil }
    if let problem = MemberID.problem(of: text) {
      report(field, "member_id", problem)
      return nil
    }
    return MemberID(text)
  }

  /// The values with the warnings, or every problem there was, in the order of the file.
  func finished<Value: Sendable>(_ values: [Value]) throws(ClaimingError) -> Imported<Value> {
    guard problems.isEmpty else {
      let ordered = problems.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
      throw .badRows(path: path, problems: ordered)
    }
    return Imported(values: values, warnings: warnings)
  }
}

/// Without the blanks around it, the ideographic one included.
func trimmed(_ text: String) -> String {
  text.trimmingCharacters(in: .whitespaces)
}
