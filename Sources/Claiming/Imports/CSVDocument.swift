/// One field of a CSV file with the place where it begins, counted from 1.
struct CSVField: Hashable, Sendable {
  var text: String
  var line: Int
  /// In Unicode scalars from the start of the line, so that an editor finds it.
  var column: Int
}

/// A comma-separated file after RFC 4180, each field with its place. Rows end with LF, CR LF or CR;
/// empty lines are passed over.
struct CSVDocument: Hashable, Sendable {
  var header: [CSVField]
  var rows: [[CSVField]]

  /// What one file may hold; far above any mall, far below what hurts.
  struct Limits: Hashable, Sendable {
    var rowsMax = 1_000_000
    var columnsMax = 64
    var fieldScalarsMax = 4_096
  }

  /// Fails with the first thing that is no CSV: past it nothing could be placed.
  init(text: String, limits: Limits = Limits()) throws(ImportProblem) {
    var reader = CSVReader(text: text, limits: limits)
    var rows = try reader.rows()
    guard !rows.isEmpty else {
      throw ImportProblem(line: 1, message: "the file is empty; its first line names the columns")
    }
    header = rows.removeFirst()
    self.rows = rows
  }
}

/// Walks once over the text, a scalar at a time, and keeps count of lines and columns.
private struct CSVReader {
  private let scalars: String.UnicodeScalarView
  private let limits: CSVDocument.Limits
  private var index: String.UnicodeScalarView.Index
  private var line = 1
  private var column = 1

  init(text: String, limits: CSVDocument.Limits) {
    scalars = text.unicodeScalars
    self.limits = limits
    index = scalars.startIndex
  }

  mutating func rows() throws(ImportProblem) -> [[CSVField]] {
    var rows: [[CSVField]] = []
    while index < scalars.endIndex {
      if takeLineEnd() { continue }
      let row = try self.row()
      guard rows.count <= limits.rowsMax else {
        throw ImportProblem(
          line: row[0].line, message: "more than \(limits.rowsMax) rows; split the file")
      }
      rows.append(row)
    }
    return rows
  }

  private mutating func row() throws(ImportProblem) -> [CSVField] {
    var fields = [try field()]
    while index < scalars.endIndex, scalars[index] == "," {
      advance()
      fields.append(try field())
      guard fields.count <= limits.columnsMax else {
        throw ImportProblem(
          line: line, column: column, message: "more than \(limits.columnsMax) columns")
      }
    }
    if index < scalars.endIndex, !takeLineEnd() {
      throw ImportProblem(
        line: line, column: column,
        message: "text after a closing quote; a quote inside a quoted field is written twice")
    }
    return fields
  }

  private mutating func field() throws(ImportProblem) -> CSVField {
    let start = (line, column)
    guard index < scalars.endIndex, scalars[index] == "\"" else {
      return CSVField(text: try plainText(), line: start.0, column: start.1)
    }
    advance()
    return CSVField(text: try quotedText(since: start), line: start.0, column: start.1)
  }

  private mutating func plainText() throws(ImportProblem) -> String {
    let start = index
    var count = 0
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == "," || scalar == "\n" || scalar == "\r" { break }
      guard scalar != "\"" else {
        throw ImportProblem(
          line: line, column: column,
          message: "a quote inside a field; put the whole field in quotes and write it twice")
      }
      try countOne(&count)
      advance()
    }
    return String(scalars[start..<index])
  }

  private mutating func quotedText(since start: (Int, Int)) throws(ImportProblem) -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    while index < scalars.endIndex {
      let scalar = scalars[index]
      try countOne(&count)
      if scalar == "\"" {
        advance()
        guard index < scalars.endIndex, scalars[index] == "\"" else { return String(text) }
        text.append("\"")
        advance()
      } else if takeLineEnd() {
        text.append("\n")
      } else {
        text.append(scalar)
        advance()
      }
    }
    throw ImportProblem(
      line: start.0, column: start.1, message: "a quote is opened here and never closed")
  }

  private func countOne(_ count: inout Int) throws(ImportProblem) {
    count += 1
    guard count <= limits.fieldScalarsMax else {
      throw ImportProblem(
        line: line, column: column,
        message: "a field of more than \(limits.fieldScalarsMax) characters; is a quote missing?")
    }
  }

  private mutating func advance() {
    index = scalars.index(after: index)
    column += 1
  }

  /// Takes LF, CR or CR LF if one is next.
  private mutating func takeLineEnd() -> Bool {
    guard index < scalars.endIndex, scalars[index] == "\n" || scalars[index] == "\r" else {
      return false
    }
    let isReturn = scalars[index] == "\r"
    index = scalars.index(after: index)
    if isReturn, index < scalars.endIndex, scalars[index] == "\n" {
      index = scalars.index(after: index)
    }
    line += 1
    column = 1
    return true
  }
}
