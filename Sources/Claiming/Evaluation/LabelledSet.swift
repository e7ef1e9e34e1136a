import Foundation
package import Receipts

/// A directory of pictures with their truth, and, for a mall, its register, members and claims.
package struct LabelledSet: Sendable {
  package let path: String
  package let truths: [Truth]
  /// `nil` for a set without a mall: only what is read is scored then.
  package let mall: Mall?

  package struct Mall: Sendable {
    package let counters: [Counter]
    package let members: [Member]
    package let claims: [ClaimRow]
    /// The text of `rules.toml`; `nil`: one point for each unit of the currency.
    package let rules: String?
  }

  package init(path: String, settings: Settings) throws(ClaimingError) {
    self.path = path
    truths = try Self.truths(at: path + "/truth.jsonl")
    let files = FileManager.default
    let paths = ["counters", "members", "claims"].map { "\(path)/\($0).csv" }
    guard paths.allSatisfy({ files.fileExists(atPath: $0) }) else {
      mall = nil
      return
    }
    let rulesPath = path + "/rules.toml"
    mall = Mall(
      counters: try RegisterFile(path: paths[0]).counters,
      members: try MembersFile(path: paths[1]).members,
      claims: try ClaimsFile(path: paths[2], timeZone: settings.mall.timeZone).rows,
      rules: files.fileExists(atPath: rulesPath)
        ? try InputText(contentsOf: rulesPath).text : nil)
  }

  var imagesPath: String { path + "/images" }

  /// The currency most truths are in: what this set's mall keeps its points in.
  package static func currency(of truths: [Truth]) -> Currency? {
    let counts = truths.compactMap(\.amount?.currency).reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  package static func truths(at path: String) throws(ClaimingError) -> [Truth] {
    let text = try InputText(contentsOf: path).text
    var truths: [Truth] = []
    var problems: [ImportProblem] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !trimmed(String(line)).isEmpty
    {
      do {
        truths.append(try JSONDecoder().decode(Truth.self, from: Data(line.utf8)))
      } catch {
        problems.append(ImportProblem(line: index + 1, message: description(of: error)))
      }
    }
    guard problems.isEmpty else { throw .badRows(path: path, problems: problems) }
    guard !truths.isEmpty else { throw .inputUnusable(path: path, why: "has no truths") }
    return truths
  }

  private static func description(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      (context.codingPath.map(\.stringValue) + [context.debugDescription])
        .joined(separator: ": ")
    default: "\(error)"
    }
  }
}

extension LabelledSet {
  /// Every picture that will be asked for.
  package var files: [String] { mall.map { $0.claims.map(\.file) } ?? truths.map(\.file) }

  /// The set's own `xiaopiao.toml`, or the defaults with the currency of its truths.
  package static func settings(
    of path: String, environment: [String: String]
  ) throws(ClaimingError) -> Settings {
    let file = path + "/xiaopiao.toml"
    if FileManager.default.fileExists(atPath: file) {
      return try SettingsFile.settings(path: file, environment: environment)
    }
    var settings = try SettingsFile.settings(path: nil, environment: environment)
    if environment["XIAOPIAO_MALL_CURRENCY"] == nil,
      let currency = currency(of: try truths(at: path + "/truth.jsonl"))
    {
      settings.mall.currency = currency
    }
    return settings
  }
}
