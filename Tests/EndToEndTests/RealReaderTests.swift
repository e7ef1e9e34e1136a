import Foundation
import Subprocess
import SystemPackage
import Testing

extension EndToEnd {
  /// A handful of pictures of `fixtures/` through the real reader.
  @Suite("The small mall, read", .timeLimit(.minutes(5)))
  struct RealReaderTests {
    /// Flat scans and good photographs of five families.
    private static let files: Set<String> = [
      "r00012.jpg", "r00030.jpg", "r00040.jpg", "r00072.jpg", "r00076.jpg",
    ]

    @Test("photographs become claims with the right amounts, and none is credited wrongly")
    func batch() async throws {
      let mall = try await SmallMall()
      let result = try await mall.batch(Self.files, pages: nil)
      #expect(result.code == 0, "\(result.errors)")
      let lines = try result.objects
      #expect(Set(lines.compactMap { $0["file"] as? String }) == Self.files)
      try await mall.expectSound(lines)
      let truths = try Project.truths(of: Project.fixtures)
      let right = lines.filter { line in
        let amount = (line["amount"] as? [String: Any])?["value"] as? String
        return amount == truths[line["file"] as? String ?? ""]?["amount"] as? String
      }
      #expect(right.count >= 4, "\(result.output)")
      #expect(try await mall.batch(Self.files, pages: nil).output == result.output)
    }

    @Test("a photograph dropped into the inbox is decided in one line, and SIGTERM ends the watch")
    func watch() async throws {
      let mall = try await SmallMall()
      let inbox = mall.home + "/inbox/M000014"
      try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Project.fixtures + "/images/r00076.jpg", toPath: inbox + "/photo.jpg")
      let result = try await Subprocess.run(
        .path(FilePath(mall.program.path)), arguments: ["watch", "--format", "jsonl"],
        environment: mall.program.environment(mall.home), input: .none, output: .sequence,
        error: .discarded
      ) { execution in
        var output = ""
        for try await buffer in execution.standardOutput {
          buffer.withUnsafeBytes { output += String(decoding: $0, as: UTF8.self) }
          if output.hasSuffix("\n") { try execution.send(signal: .terminate) }
        }
        return output
      }
      #expect(Program.code(of: result.terminationStatus) == 0)
      let lines = try Project.objects(
        in: result.closureResult.split(separator: "\n").map(String.init))
      #expect(lines.count == 1)
      #expect(lines.first?["member_id"] as? String == "M000014")
      #expect((lines.first?["amount"] as? [String: Any])?["value"] as? String == "12.00")
      #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).isEmpty)
      try await mall.program.must(["verify"], home: mall.home)
    }
  }
}
