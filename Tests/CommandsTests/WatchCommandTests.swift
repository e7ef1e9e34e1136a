import Claiming
import Foundation
import Receipts
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite("Watching from the command line")
struct WatchCommandTests {
  @Test(
    "a photograph dropped into the inbox is credited in one line, and SIGTERM ends it with 0",
    .timeLimit(.minutes(2)))
  func watching() async throws {
    let home = try await TestHome()
    try home.save(PrintedPage.receipt(), for: "M1/a.png")
    try home.save(
      PrintedPage.receipt(
        number: "20268888", time: "2026-11-20 18:40:00", amount: "55.50"), for: "b.png")
    // There before the watch begins.
    try home.directory.write(Picture.png(seed: 1), to: "home/inbox/M1/a.png")
    let result = try await Subprocess.run(
      .path(FilePath(home.program.path)),
      arguments: ["watch", "--home", home.path, "--pages", home.pages, "--format", "jsonl"],
      environment: .custom(["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]),
      input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines: [String] = []
      for try await line in execution.standardOutput.strings() {
        lines.append(line)
        if lines.count == 1 {
          let note = Data(#"{"member_id":"M2","claim_id":"c2"}"#.utf8)
          try home.directory.write(note, to: "home/inbox/b.json")
          try home.directory.write(Picture.png(seed: 2), to: "home/inbox/b.png")
        } else {
          try execution.send(signal: .terminate)
        }
      }
      return lines
    }
    #expect(result.terminationStatus == .exited(0))
    let lines = result.closureResult
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("{\"file\":\"M1/a.png\",\"kind\":\"sale\""))
    #expect(lines[0].contains("\"verdict\":\"credited\""))
    #expect(lines[1].contains("\"claim_id\":\"c2\",\"member_id\":\"M2\",\"points\":55"))
    let inbox = try FileManager.default.subpathsOfDirectory(atPath: home.path + "/inbox")
      .filter { $0.hasSuffix(".png") || $0.hasSuffix(".json") }
    #expect(inbox.isEmpty)
    try await home.must(["verify"])
  }

  @Test("a second watch on a home is 69 and names the first; a batch beside it credits")
  func second() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let lock = try WatchLock(of: Home(at: home.path))
    let result = try await home.run(["watch", "--pages", home.pages])
    #expect(result.code == 69)
    let number = ProcessInfo.processInfo.processIdentifier
    #expect(result.errors.contains("is watched already, by process \(number)"), "\(result.errors)")
    #expect(result.output.isEmpty && !result.errors.contains("watching"))
    let batch = try await home.batch("file,member_id\na.png,M1\n")
    #expect(try batch.objects.first?["verdict"] as? String == "credited")
    lock.release()
  }
}
