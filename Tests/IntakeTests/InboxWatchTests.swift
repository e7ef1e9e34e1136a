import Foundation
import Receipts
import Testing

@testable import Intake

/// These hear the kernel itself; they wait for it, never for a length of time.
@Suite("Watching the inbox", .timeLimit(.minutes(1)))
struct InboxWatchTests {
  /// No rescan comes to help: what is heard is what the kernel told.
  private let settings = InboxSettings(
    settlesAfter: .milliseconds(1), rescansEvery: .seconds(3_600))

  @Test("a file that is written or renamed into a member's directory is heard")
  func hearsFiles() async throws {
    let fixture = try InboxFixture(settings)
    try fixture.put("M1/first.png")
    let wakeUps = fixture.inbox.wakeUps()
    #expect(await wakeUps.contains(.started))
    try fixture.put("M1/second.png")
    #expect(await wakeUps.contains(.changed))
    try fixture.directory.write(Sample.png(), to: "elsewhere.png")
    try FileManager.default.moveItem(
      atPath: fixture.directory("elsewhere.png"), toPath: fixture.directory("inbox/M1/third.png"))
    #expect(await wakeUps.contains(.changed))
  }

  @Test("a file in a directory that was made later is heard and found")
  func hearsNewDirectories() async throws {
    let fixture = try InboxFixture(settings)
    let wakeUps = fixture.inbox.wakeUps()
    #expect(await wakeUps.contains(.started))
    try FileManager.default.createDirectory(
      atPath: fixture.directory("inbox/M7/today"), withIntermediateDirectories: true)
    #expect(await wakeUps.contains(.changed))
    try fixture.put("M7/photo.png")
    #expect(await wakeUps.contains(.changed))
    // A millisecond of the manual clock settles it.
    #expect(try await fixture.settledScan().candidates.map(\.file) == ["M7/photo.png"])
  }

  @Test("a scan that waits for a file wakes itself")
  func wakesForWaiting() async throws {
    let fixture = try InboxFixture(settings)
    try fixture.put("M1/photo.png")
    let wakeUps = fixture.inbox.wakeUps()
    #expect(await wakeUps.contains(.started))
    #expect(try await fixture.inbox.scan().waitingCount == 1)
    #expect(await wakeUps.contains(.due))
  }

  @Test("an inbox that tells nothing is looked at regularly")
  func rescans() async throws {
    let fixture = try InboxFixture(InboxSettings(rescansEvery: .milliseconds(1)))
    let wakeUps = fixture.inbox.wakeUps()
    #expect(await wakeUps.contains(.due))
    #expect(await wakeUps.contains(.due))
  }

  @Test("more directories than may be watched are told of")
  func reportsLimit() async throws {
    let fixture = try InboxFixture(InboxSettings(watchedDirectoriesMax: 2))
    for index in 1...3 { try fixture.put("M\(index)/photo.png") }
    let wakeUps = fixture.inbox.wakeUps()
    let first = await wakeUps.first { _ in true }
    guard case .degraded(let why) = first else {
      Issue.record("\(String(describing: first)) is no degradation")
      return
    }
    #expect(why.contains("more than 2 directories"))
  }

  @Test("the wake-ups end when their reader is cancelled")
  func ends() async throws {
    let fixture = try InboxFixture(settings)
    let reader = Task { [inbox = fixture.inbox] in
      var count = 0
      for await _ in inbox.wakeUps() { count += 1 }
      return count
    }
    reader.cancel()
    #expect(await reader.value <= 1)
  }

  @Test("a second reader replaces the first")
  func replaces() async throws {
    let fixture = try InboxFixture(settings)
    let first = fixture.inbox.wakeUps()
    #expect(await first.contains(.started))
    let second = fixture.inbox.wakeUps()
    #expect(await second.contains(.started))
    for await _ in first {}
    try fixture.put("M1/photo.png")
    #expect(await second.contains(.changed))
  }
}
