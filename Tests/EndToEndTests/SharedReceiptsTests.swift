import Foundation
import Testing

/// Receipts of public data sets, where they lie beside the project.
@Suite(
  "Real receipts", .enabled(if: Project.exists(Project.receipts + "/truth.jsonl")),
  .timeLimit(.minutes(10)))
struct SharedReceiptsTests {
  /// Rather less than the 62 read right when this was written.
  private static let rightAmountsMin = 30

  @Test("each gets its line, none harms the reader, and most amounts are right")
  func read() async throws {
    let truths = try Project.truths(of: Project.receipts)
    let files = truths.keys.sorted()
    let result = try await Program().run(
      ["read"] + files.map { "\(Project.receipts)/images/\($0)" } + ["--format", "jsonl"])
    #expect([0, 1].contains(result.code), "\(result.errors)")
    let lines = try result.objects
    #expect(lines.compactMap { $0["file"] as? String } == files)
    var right = 0
    for line in lines {
      let file = line["file"] as? String ?? ""
      let reasons = line["reasons"] as? [String] ?? []
      #expect(!reasons.contains("reader_crashed") && !reasons.contains("reader_timeout"), "\(file)")
      #expect(["credit", "review", "reject"].contains(line["verdict"] as? String), "\(file)")
      let amount = (line["amount"] as? [String: Any])?["value"] as? String
      if amount == truths[file]?["amount"] as? String { right += 1 }
    }
    print("real receipts: \(right) of \(files.count) amounts are right")
    #expect(right >= Self.rightAmountsMin)
  }
}
