import Foundation
import TOMLKit

/// Reads settings: defaults, then the file, then the environment. Whatever is not understood is an
/// error with its key and, where known, its line.
package enum SettingsFile {
  /// - Parameters:
  ///   - path: of a TOML file; `nil` for the defaults alone.
  ///   - environment: of the process. `XIAOPIAO_WATCH_SETTLE_MS` overlays `watch.settle_ms`.
  package static func settings(
    path: String?, environment: [String: String]
  ) throws(ClaimingError) -> Settings {
    var settings = Settings()
    if let path {
      let text: String
      do throws(ClaimingError) {
        text = try InputText(contentsOf: path).text
      } catch .inputUnusable(_, let why) {
        throw .badSettings([SettingsProblem(source: path, message: why)])
      }
      try overlay(text, path: path, on: &settings)
    }
    try overlay(environment, on: &settings)
    return settings
  }

  static func overlay(
    _ text: String, path: String, on settings: inout Settings
  ) throws(ClaimingError) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .badSettings([
        SettingsProblem(source: path, line: error.source.begin.line, message: error.description)
      ])
    } catch {
      throw .badSettings([SettingsProblem(source: path, message: "\(error)")])
    }
    let lines = SettingsLines(text)
    var problems: [SettingsProblem] = []
    for (key, value) in leaves(of: table, under: "") {
      let problem = set(key, to: value, in: &settings)
      if let problem {
        problems.append(
          SettingsProblem(source: path, line: lines[key], key: key, message: problem))
      }
    }
    guard problems.isEmpty else {
      throw .badSettings(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
  }

  /// What is wrong with it, or `nil` when it was set.
  private static func set(
    _ path: String, to value: SettingsValue?, in settings: inout Settings
  ) -> String? {
    guard let key = SettingsKey.all.first(where: { $0.path == path }) ?? SettingsKey.named(path)
    else {
      let section = String(path.prefix { $0 != "." })
      let known = SettingsKey.all.filter { $0.section == section }.map(\.name)
      guard !known.isEmpty else {
        let sections = Set(SettingsKey.all.map(\.section)).sorted().joined(separator: ", ")
        return "unknown section; there are \(sections)"
      }
      return "unknown setting; [\(section)] has \(known.joined(separator: ", "))"
    }
    guard let value, key.set(value, &settings) else {
      return "must be \(key.expected)" + (value.map { ", not \($0.toml)" } ?? "")
    }
    return nil
  }

  private static func overlay(
    _ environment: [String: String], on settings: inout Settings
  ) throws(ClaimingError) {
    var problems: [SettingsProblem] = []
    for key in SettingsKey.all {
      guard let text = environment[key.variable] else { continue }
      guard let value = key.parsed(text), key.set(value, &settings) else {
        problems.append(
          SettingsProblem(source: key.variable, message: "must be \(key.expected), not \(text)"))
        continue
      }
    }
    guard problems.isEmpty else { throw .badSettings(problems) }
  }

  /// Every value that is no table, by its dotted path; `nil` for a type that no setting has.
  private static func leaves(
    of table: TOMLTable, under prefix: String
  ) -> [(String, SettingsValue?)] {
    var found: [(String, SettingsValue?)] = []
    for key in table.keys {
      guard let value = table[key] else { continue }
      if let inner = value.table {
        found += leaves(of: inner, under: prefix + key + ".")
      } else {
        found.append((prefix + key, scalar(value)))
      }
    }
    return found
  }

  private static func scalar(_ value: any TOMLValueConvertible) -> SettingsValue? {
    if let text = value.string { return .text(text) }
    if let number = value.int { return .integer(number) }
    if let number = value.double { return .number(number) }
    if let isTrue = value.bool { return .truth(isTrue) }
    if let array = value.array {
      let texts = array.compactMap { $0.string }
      return texts.count == array.count ? .list(texts) : nil
    }
    return nil
  }
}

/// Where each key stands in a TOML text. TOMLKit gives places of errors only, so the lines are
/// found again: section headers and `key =`, which is how people write settings.
private struct SettingsLines {
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    var section = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = trimmed(String(line))
      if content.hasPrefix("["), let end = content.firstIndex(of: "]") {
        section = Self.key(content[content.index(after: content.startIndex)..<end]) + "."
        lines[String(section.dropLast())] = index + 1
      } else if let equals = content.firstIndex(of: "="), !content.hasPrefix("#") {
        lines[section + Self.key(content[..<equals])] = index + 1
      }
    }
  }

  subscript(key: String) -> Int? { lines[key] }

  private static func key(_ text: Substring) -> String {
    text.split(separator: ".").map {
      trimmed(String($0)).trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    }.joined(separator: ".")
  }
}
