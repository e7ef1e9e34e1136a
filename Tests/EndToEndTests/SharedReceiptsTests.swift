import Foundation
import Testing

extension EndToEnd {
  /// Receipts of public data sets, where they lie beside the project.
  @Suite(
    "Real receipts", .enabled(if: Project.exists(Project.receipts + "/truth.jsonl")),
    .timeLimit(.minutes(10)))
  struct SharedReceiptsTests {
    /// A little less than Tesseract alone reads right: 52 of 62 when this was written.
    private static let rightAmountsShareMin = 0.75

    @Test("each gets its line, none harms the reader, and most amounts are right")
    func read() async throws {
      let truths = try Project.truths(of: Project.receipts)
      let program = try Program()
      // All 62 take a debug build four minutes.
      let files = truths.keys.sorted().enumerated()
        .filter { program.isRelease || $0.offset % 5 == 0 }.map(\.element)
      let result = try await program.run(
        ["read"] + files.map { "\(Project.receipts)/images/\($0)" } + ["--format", "jsonl"])
      #expect([0, 1].contains(result.code), "\(result.errors)")
      let lines = try result.objects
      #expect(lines.compactMap { $0["file"] as? String } == files)
      var right = 0
      for line in lines {
        let file = line["file"] as? String ?? ""
        let reasons = line["reasons"] as? [String] ?? []
        #expect(
          !reasons.contains("reader_crashed") && !reasons.contains("reader_timeout"), "\(file)")
        #expect(["credit", "review", "reject"].contains(line["verdict"] as? String), "\(file)")
        let amount = (line["amount"] as? [String: Any])?["value"] as? String
        if amount == truths[file]?["amount"] as? String { right += 1 }
      }
      print("real receipts: \(right) of \(files.count) amounts are right")
      #expect(Double(right) >= Self.rightAmountsShareMin * Double(files.count))
    }
  }
}
