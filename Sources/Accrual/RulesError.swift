/// What is wrong with a rules file.
package struct RulesError: Error, Hashable, Sendable {
  /// `points.per`, `campaign[2].multiplier` (counted from 1); empty when the file is no TOML.
  package var key: String
  /// Where it is known.
  package var line: Int?
  package var column: Int?
  /// What is wrong, and what would be right.
  package var detail: String

  init(key: String = "", line: Int? = nil, column: Int? = nil, _ detail: String) {
    self.key = key
    self.line = line
    self.column = column
    self.detail = detail
  }
}

extension RulesError: CustomStringConvertible {
  package var description: String {
    let place = line.map { "line \($0)\(column.map { ", column \($0)" } ?? "")" }
    return [place, key.isEmpty ? nil : key].compactMap(\.self).joined(separator: ", ")
      + ": \(detail)"
  }
}
