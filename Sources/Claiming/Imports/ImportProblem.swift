/// One thing wrong in a file that was handed in, and where.
package struct ImportProblem: Error, Hashable, Sendable {
  /// Counted from 1.
  package var line: Int
  /// In characters from the start of the line, counted from 1; `nil` when it is the whole line.
  package var column: Int?
  /// The column's name in the header, where the problem is in one field.
  package var name: String?
  package var message: String

  package init(line: Int, column: Int? = nil, name: String? = nil, message: String) {
    self.line = line
    self.column = column
    self.name = name
    self.message = message
  }

  init(_ field: CSVField, name: String, message: String) {
    self.init(line: field.line, column: field.column, name: name, message: message)
  }

  /// `counters.csv:12:31: opened_on: 2026-13-01 is not a day like 2026-11-03`.
  package func located(in file: String) -> String {
    let place = column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)"
    return [place, name, message].compactMap(\.self).joined(separator: ": ")
  }
}

/// What a file held, all of it good, with what is odd but taken.
package struct Imported<Value: Sendable>: Sendable {
  package var values: [Value]
  package var warnings: [ImportProblem]

  package init(values: [Value], warnings: [ImportProblem] = []) {
    self.values = values
    self.warnings = warnings
  }
}
