import Foundation
import Glibc
import Receipts
import Synchronization
import Testing

@testable import Intake

/// A clock that moves when it is told to.
final class ManualClock: Sendable {
  private let time = Mutex(ContinuousClock().now)

  var now: ContinuousClock.Instant { time.withLock { $0 } }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}

/// An inbox in a directory of its own, and a place beside it to take photographs to.
struct InboxFixture {
  let directory: TemporaryDirectory
  let clock = ManualClock()
  let inbox: Inbox

  init(_ settings: InboxSettings = InboxSettings()) throws {
    directory = try TemporaryDirectory()
    for name in ["inbox", "images"] {
      try FileManager.default.createDirectory(
        atPath: directory(name), withIntermediateDirectories: true)
    }
    let clock = clock
    inbox = try Inbox(
      directory: directory("inbox"), settings: settings,
      timeZone: try #require(TimeZone(identifier: "Asia/Shanghai")), now: { clock.now })
  }

  func put(_ name: String, _ bytes: [UInt8] = Sample.png()) throws {
    try directory.write(bytes, to: "inbox/" + name)
  }

  /// Looks, waits until what is complete has settled, and looks again.
  func settledScan(after duration: Duration = .milliseconds(400)) async throws -> InboxScan {
    _ = try await inbox.scan()
    clock.advance(by: duration)
    return try await inbox.scan()
  }

  func refused() throws -> [String] { try directory.names(in: "inbox/.refused") }

  func explanation(_ name: String) throws -> String {
    try String(contentsOfFile: directory("inbox/.refused/\(name).txt"), encoding: .utf8)
  }
}

@Suite("Inbox")
struct InboxTests {
  @Test("a photograph in a member's directory is a claim of that member")
  func findsMember() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M000068/小票.png")
    let scan = try await fixture.settledScan()
    let candidate = try #require(scan.candidates.first)
    #expect(scan.candidates.count == 1)
    #expect(candidate.memberID == MemberID("M000068"))
    #expect(candidate.file == "M000068/小票.png")
    #expect(candidate.claimID == nil)
    #expect(try image(at: candidate.path, limits: ImageLimits()).header.format == .png)
  }

  @Test("a photograph is not handed out before it has settled")
  func waits() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    let first = try await fixture.inbox.scan()
    #expect(first.candidates.isEmpty)
    #expect(first.waitingCount == 1)
    #expect(first.nextLook == .milliseconds(400))
    fixture.clock.advance(by: .milliseconds(399))
    #expect(try await fixture.inbox.scan().candidates.isEmpty)
    fixture.clock.advance(by: .milliseconds(1))
    #expect(try await fixture.inbox.scan().candidates.count == 1)
  }

  static let notes: [(String, String)] = [
    ("x/photo.png", "x/photo.json"), ("photo.png", "photo.png.json"), ("photo", "photo.json"),
    ("a/b/photo.jpg", "a/b/photo.json"), ("M68/photo.png", "M68/photo.json"),
  ]

  @Test("a note beside a photograph says whose it is", arguments: notes)
  func readsNote(photo: String, note: String) async throws {
    let fixture = try InboxFixture()
    try fixture.put(photo)
    let member = photo.hasPrefix("x/") ? "x" : "M68"
    let text = """
      {"member_id": "\(member)", "submitted_at": "2026-11-18T12:37:00+08:00", "claim_id": "c-1"}
      """
    try fixture.directory.write(text, to: "inbox/" + note)
    let scan = try await fixture.settledScan()
    let candidate = try #require(scan.candidates.first)
    #expect(candidate.memberID == MemberID(member))
    #expect(candidate.claimID == ClaimID("c-1"))
    #expect(candidate.submittedAt == Date(timeIntervalSince1970: 1_794_976_620))
    #expect(candidate.notePath == fixture.directory("inbox/" + note))
    #expect(scan.refusals.isEmpty)
  }

  @Test("a note in a member's directory need not name the member")
  func completesNote() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M68/a.png")
    try fixture.directory.write(#"{"claim_id": "c-1"}"#, to: "inbox/M68/a.json")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    #expect(candidate.memberID == MemberID("M68"))
    #expect(candidate.claimID == ClaimID("c-1"))
  }

  @Test("a photograph without its note waits for it")
  func waitsForNote() async throws {
    let fixture = try InboxFixture()
    try fixture.put("a.png")
    #expect(try await fixture.settledScan(after: .seconds(30)).candidates.isEmpty)
    try fixture.directory.write(#"{"member_id": "M1"}"#, to: "inbox/a.json")
    let scan = try await fixture.settledScan()
    #expect(scan.candidates.map(\.memberID) == [MemberID("M1")])
    #expect(scan.refusals.isEmpty)
  }

  @Test("a note that is still being written is waited for")
  func waitsForWholeNote() async throws {
    let fixture = try InboxFixture()
    try fixture.put("a.png")
    try fixture.directory.write(#"{"member_id": "#, to: "inbox/a.json")
    let unfinished = try await fixture.settledScan(after: .seconds(1))
    #expect(unfinished.candidates.isEmpty && unfinished.refusals.isEmpty)
    try fixture.directory.write(#"{"member_id": "M1"}"#, to: "inbox/a.json")
    #expect(try await fixture.settledScan().candidates.count == 1)
  }

  @Test(
    "a name that says the upload is not done is left alone",
    arguments: [
      "a.png.part", "a.tmp", "a.crdownload", ".a.png", "a.png~", ".hidden/a.png", "A.PART",
      "Thumbs.db", "desktop.ini",
    ])
  func ignoresUnfinished(name: String) async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/" + name)
    let scan = try await fixture.settledScan(after: .seconds(600))
    #expect(scan == InboxScan())
    #expect(fixture.directory.exists("inbox/M1/" + name))
  }

  static let incomplete: [(String, [UInt8])] = [
    ("empty", []), ("cut", Array(Sample.png().dropLast(5))),
    ("zeros", Array(repeating: 0, count: 99)),
    ("JPEG without its end", Array(Sample.jpeg().dropLast(2))),
  ]

  @Test(
    "an incomplete photograph is waited for, then handed out to be refused", arguments: incomplete)
  func losesPatience(name: String, bytes: [UInt8]) async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.jpg", bytes)
    #expect(try await fixture.settledScan(after: .seconds(59)).candidates.isEmpty)
    fixture.clock.advance(by: .seconds(1))
    #expect(try await fixture.inbox.scan().candidates.count == 1)
  }

  @Test("a photograph that will be refused for another reason is not waited for")
  func doesNotWaitForOthers() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.heic", [0, 0, 0, 24] + Array("ftypheic".utf8))
    #expect(try await fixture.settledScan().candidates.count == 1)
  }

  @Test("taking moves the photograph and removes its note")
  func takes() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    try fixture.directory.write(#"{"claim_id": "c-1"}"#, to: "inbox/M1/a.json")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    try await fixture.inbox.take(candidate, into: fixture.directory("images"), as: "c-1.png")
    #expect(try fixture.directory.names(in: "images") == ["c-1.png"])
    #expect(try fixture.directory.names(in: "inbox/M1").isEmpty)
    #expect(try await fixture.settledScan() == InboxScan())
  }

  @Test("taking leaves a note that was changed for the photograph that is still to come")
  func leavesChangedNote() async throws {
    let fixture = try InboxFixture()
    try fixture.put("a.png")
    try fixture.directory.write(#"{"member_id": "M1"}"#, to: "inbox/a.json")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    try fixture.directory.write(#"{"member_id": "M200"}"#, to: "inbox/a.json")
    try await fixture.inbox.take(candidate, into: fixture.directory("images"), as: "a.png")
    #expect(try fixture.directory.names(in: "images") == ["a.png"])
    #expect(try fixture.directory.names(in: "inbox") == ["a.json"])
    try fixture.put("a.png", Sample.png(100, 100))
    let next = try await fixture.settledScan().candidates
    #expect(next.map(\.memberID) == [MemberID("M200")])
  }

  @Test("a candidate that was replaced or is gone is not what was handed out")
  func tellsReplaced() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    #expect(fixture.inbox.isUnchanged(candidate))
    try fixture.put("M1/a.png", Sample.png(before: Sample.chunk("tEXt", [1, 2, 3])))
    #expect(!fixture.inbox.isUnchanged(candidate))
    try FileManager.default.removeItem(atPath: candidate.path)
    #expect(!fixture.inbox.isUnchanged(candidate))
  }

  @Test("a candidate is handed out once, and again when it is put back")
  func handsOutOnce() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    #expect(try await fixture.inbox.scan().candidates.isEmpty)
    await fixture.inbox.putBack(candidate)
    #expect(try await fixture.inbox.scan().candidates == [candidate])
  }

  @Test("a photograph that changed after it was read is not taken, but handed out anew")
  func refusesChanged() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    try fixture.put("M1/a.png", Sample.png(100, 100, colour: 0) + [0])
    await #expect(throws: IntakeError.changedWhileTaken(file: "M1/a.png")) {
      try await fixture.inbox.take(candidate, into: fixture.directory("images"), as: "a.png")
    }
    #expect(try fixture.directory.names(in: "images").isEmpty)
    let again = try #require(try await fixture.settledScan().candidates.first)
    #expect(again.fingerprint != candidate.fingerprint)
    try await fixture.inbox.take(again, into: fixture.directory("images"), as: "a.png")
    #expect(try fixture.directory.names(in: "images") == ["a.png"])
  }

  @Test("a photograph that cannot be moved stays, and the error names both places")
  func reportsUntaken() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    let candidate = try #require(try await fixture.settledScan().candidates.first)
    let error = try await #require(throws: IntakeError.self) {
      try await fixture.inbox.take(candidate, into: fixture.directory("nowhere"), as: "a.png")
    }
    #expect(error.description.contains("M1/a.png"))
    #expect(error.description.contains("nowhere"))
    #expect(fixture.directory.exists("inbox/M1/a.png"))
  }

  @Test("after a crash at any point another inbox finds what is left")
  func survivesCrash() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    _ = try await fixture.settledScan()
    // The claim was handed out, perhaps received, and then the process died.
    let next = try Inbox(
      directory: fixture.directory("inbox"), now: { [clock = fixture.clock] in clock.now })
    _ = try await next.scan()
    fixture.clock.advance(by: .seconds(1))
    #expect(try await next.scan().candidates.map(\.file) == ["M1/a.png"])
  }

  @Test("candidates come oldest first and no more at once than the limit")
  func bounds() async throws {
    let fixture = try InboxFixture(InboxSettings(candidatesMax: 3))
    for index in 1...5 {
      try fixture.put("M1/\(index).png")
      try fixture.directory.write(
        #"{"submitted_at": "2026-11-1\#(9 - index)T00:00:00Z"}"#, to: "inbox/M1/\(index).json")
    }
    let first = try await fixture.settledScan()
    #expect(first.candidates.map(\.file) == ["M1/5.png", "M1/4.png", "M1/3.png"])
    #expect(first.nextLook != nil)
    #expect(try await fixture.inbox.scan().candidates.map(\.file) == ["M1/2.png", "M1/1.png"])
  }

  @Test("a directory that is not there or no directory is no inbox", arguments: ["none", "file"])
  func needsDirectory(name: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "file")
    let error = try #require(throws: IntakeError.self) {
      try Inbox(directory: directory(name))
    }
    #expect(error.description.contains(directory(name)))
  }

  @Test("an inbox that goes away is an error of the scan, not an empty inbox")
  func reportsLoss() async throws {
    let fixture = try InboxFixture()
    try FileManager.default.removeItem(atPath: fixture.directory("inbox"))
    await #expect(throws: IntakeError.self) { try await fixture.inbox.scan() }
  }
}
