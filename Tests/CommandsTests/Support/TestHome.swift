import Foundation
import Receipts
import TestSupport

/// A home made by the program itself, with two counters, two members and rules, that takes recorded
/// pages for certain: what is tested is the commands, not the reader.
struct TestHome: Sendable {
  let directory: TemporaryDirectory
  let program: Program

  var path: String { directory.path + "/home" }
  var photos: String { directory.path + "/photos" }
  var pages: String { directory.path + "/pages" }

  /// - Parameter isCertain: whether every field counts as certain, however it was read.
  init(hasRules: Bool = true, isCertain: Bool = true) async throws {
    directory = try TemporaryDirectory()
    program = try Program()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/photos", withIntermediateDirectories: true)
    try await must(["init"])
    if isCertain {
      try directory.write(
        """
        [screening]
        credit_probability_min = 0
        field_probability_min = 0
        receipt_no_probability_min = 0
        reject_probability_min = 0
        [watch]
        settle_ms = 50
        """, to: "home/xiaopiao.toml")
    }
    try await must([
      "counters", "import",
      directory.write("code,name,category\nA1,本汕,餐饮\nA2,海底捞,餐饮\n", to: "counters.csv"),
    ])
    try await must([
      "members", "import", directory.write("member_id,tier\nM1,gold\nM2,\n", to: "members.csv"),
    ])
    if hasRules {
      let rules = try await run(["rules", "example"]).output
      try await must(["rules", "apply", directory.write(rules, to: "rules.toml")])
    }
  }

  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Program.Result {
    try await program.run(arguments, home: path, input: input, environment: environment)
  }

  struct Failed: Error, CustomStringConvertible {
    var arguments: [String]
    var result: Program.Result
    var description: String { "\(arguments): \(result.code) \(result.errors)" }
  }

  @discardableResult
  func must(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Program.Result {
    let result = try await run(arguments, input: input, environment: environment)
    guard result.code == 0 else { throw Failed(arguments: arguments, result: result) }
    return result
  }

  /// A picture with the page that would be read from it.
  @discardableResult
  func photo(_ name: String, seed: UInt8, page: Page) throws -> String {
    try save(page, for: name)
    return try directory.write(Picture.png(seed: seed), to: "photos/" + name)
  }

  func save(_ page: Page, for name: String) throws {
    let file = name.replacingOccurrences(of: "/", with: "_") + ".page.json"
    try directory.write(try JSONEncoder().encode(page), to: "pages/" + file)
  }

  /// `batch` over the recorded pages.
  func batch(_ claims: String, format: String = "jsonl") async throws -> Program.Result {
    try await run([
      "batch", photos, "--claims", directory.write(claims, to: "claims.csv"), "--pages", pages,
      "--format", format,
    ])
  }
}
