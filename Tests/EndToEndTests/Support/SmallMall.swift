import Foundation
import TestSupport
import Testing

/// The mall of `fixtures/` in a home of its own.
struct SmallMall: Sendable {
  let directory: TemporaryDirectory
  let program: Program

  var home: String { directory.path + "/home" }

  init() async throws {
    directory = try TemporaryDirectory()
    program = try Program()
    try await program.must(["init"], home: home)
    for (command, file) in [
      (["counters", "import"], "counters.csv"), (["members", "import"], "members.csv"),
      (["rules", "apply"], "rules.toml"),
    ] {
      try await program.must(command + [Project.fixtures + "/" + file], home: home)
    }
  }

  /// Runs the claims of some pictures, or of all.
  ///
  /// - Parameter pages: where recorded pages are; `nil`: the real reader reads.
  func batch(_ files: Set<String>? = nil, pages: String?) async throws -> Program.Result {
    var claims = try Project.lines(of: Project.fixtures + "/claims.csv")
    if let files {
      claims = claims.enumerated().filter { index, line in
        index == 0 || files.contains(String(line.prefix { $0 != "," }))
      }.map(\.element)
    }
    let file = try directory.write(claims.joined(separator: "\n") + "\n", to: "claims.csv")
    let saved = pages.map { ["--pages", $0] } ?? []
    return try await program.run(
      ["batch", Project.fixtures + "/images", "--claims", file, "--format", "jsonl"] + saved,
      home: home)
  }

  /// What every run has to keep, whatever the reader made of the pictures.
  func expectSound(_ lines: [[String: Any]]) async throws {
    let truths = try Project.truths(of: Project.fixtures)
    var credited: Set<String> = []
    var points: [String: Int] = [:]
    for line in lines {
      let file = try #require(line["file"] as? String)
      let truth = try #require(truths[file])
      let verdict = try #require(line["verdict"] as? String)
      let reasons = try #require(line["reasons"] as? [String])
      #expect(["credited", "review", "rejected"].contains(verdict), "\(file)")
      #expect((verdict == "credited") == reasons.isEmpty, "\(file): \(verdict) \(reasons)")
      guard verdict == "credited" else {
        #expect(line["points"] as? Int == 0, "\(file)")
        continue
      }
      let amount = (line["amount"] as? [String: Any])?["value"] as? String
      #expect(amount == truth["amount"] as? String, "\(file)")
      let counter = (line["counter"] as? [String: Any])?["code"] as? String
      #expect(counter == truth["counter"] as? String, "\(file)")
      let time = (line["time"] as? [String: Any])?["value"] as? String ?? ""
      #expect(time.hasPrefix((truth["time"] as? String ?? "–").prefix(16)), "\(file): \(time)")
      let kind = truth["kind"] as? String ?? ""
      #expect(["sale", "duplicate", "reprint"].contains(kind), "\(file) is a \(kind)")
      #expect(credited.insert(truth["of"] as? String ?? file).inserted, "\(file) again")
      points[try #require(line["member_id"] as? String), default: 0] +=
        try #require(line["points"] as? Int)
    }
    for (member, sum) in points {
      let balance = try await program.must(["member", member], home: home).objects.first
      #expect(balance?["balance"] as? Int == sum, "\(member)")
    }
    try await program.must(["verify"], home: home)
  }
}
