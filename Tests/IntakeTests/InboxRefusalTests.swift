import Foundation
import Glibc
import Receipts
import Testing

@testable import Intake

@Suite("What the inbox refuses")
struct InboxRefusalTests {
  @Test("a photograph of nobody is moved away with a text in two languages, and reported once")
  func refusesUnknownPlace() async throws {
    let fixture = try InboxFixture()
    try fixture.put("photo.png")
    let scan = try await fixture.settledScan()
    #expect(scan.refusals.isEmpty)
    fixture.clock.advance(by: .seconds(60))
    let late = try await fixture.inbox.scan()
    #expect(
      late.refusals == [
        InboxRefusal(file: "photo.png", problem: .placeUnknown, movedTo: ".refused/photo.png")
      ])
    #expect(try fixture.refused() == ["photo.png", "photo.png.txt"])
    let text = try fixture.explanation("photo.png")
    #expect(text.contains("MEMBER_ID/photo.jpg") && text.contains("会员号/photo.jpg"))
    #expect(try await fixture.settledScan(after: .seconds(99)) == InboxScan())
  }

  static let badNotes: [(String, String)] = [
    ("not JSON", "whole JSON object"), (#"["M1"]"#, "whole JSON object"),
    (#"{"claim_id": "c"}"#, "member_id is missing"), (#"{"member_id": ""}"#, "empty"),
    (#"{"member_id": 7}"#, "member_id is not a text"),
    (#"{"member_id": "M1", "submitted_at": "yesterday"}"#, "yesterday"),
    (#"{"member_id": "M\u0007"}"#, "control character"),
    (#"{"member_id": "../M1"}"#, "has a slash"), (#"{"member_id": ".M1"}"#, "begins with a dot"),
    (#"{"member_id": "M1", "submittedAt": "2026-11-18"}"#, "the key is submitted_at"),
    (#"{"member_id": "\#(String(repeating: "M", count: 201))"}"#, "201 bytes"),
    (#"{"x": "\#(String(repeating: "y", count: 20_000))"}"#, "20"),
  ]

  @Test("a note that cannot be used goes with its photograph", arguments: badNotes)
  func refusesNote(text: String, part: String) async throws {
    let fixture = try InboxFixture()
    try fixture.put("a.png")
    try fixture.directory.write(text, to: "inbox/a.json")
    _ = try await fixture.settledScan()
    fixture.clock.advance(by: .seconds(60))
    let late = try await fixture.inbox.scan()
    fixture.clock.advance(by: .seconds(60))
    let refusals = try await late.refusals + fixture.inbox.scan().refusals
    #expect(refusals.count == 1)
    #expect(refusals.first?.message.contains(part) == true, "\(refusals)")
    #expect(try fixture.refused() == ["a.png", "a.png.json", "a.png.txt"])
  }

  @Test("a note for two photographs is for neither")
  func refusesSharedNote() async throws {
    let fixture = try InboxFixture()
    try fixture.put("a.png")
    try fixture.put("a.jpg", Sample.jpeg())
    try fixture.directory.write(#"{"member_id": "M1", "claim_id": "c"}"#, to: "inbox/a.json")
    let scan = try await fixture.settledScan(after: .seconds(60))
    #expect(scan.candidates.isEmpty)
    #expect(scan.refusals.count == 2)
    #expect(try fixture.refused().count == 5)
  }

  @Test("a note that contradicts the directory is refused")
  func refusesContradiction() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/a.png")
    try fixture.directory.write(#"{"member_id": "M2"}"#, to: "inbox/M1/a.json")
    let scan = try await fixture.settledScan()
    #expect(scan.candidates.isEmpty)
    #expect(
      scan.refusals.map(\.problem) == [.memberContradicted(directory: "M1", note: "M2")])
    #expect(try fixture.refused() == ["M1_a.png", "M1_a.png.json", "M1_a.png.txt"])
  }

  @Test("a note whose photograph never comes is refused")
  func refusesStrayNote() async throws {
    let fixture = try InboxFixture()
    try fixture.directory.write(#"{"member_id": "M1"}"#, to: "inbox/a.json")
    #expect(try await fixture.settledScan(after: .seconds(59)).refusals.isEmpty)
    fixture.clock.advance(by: .seconds(1))
    #expect(try await fixture.inbox.scan().refusals.map(\.problem) == [.noteWithoutPhoto])
  }

  @Test("links and pipes are refused without being opened", .timeLimit(.minutes(1)))
  func refusesLinks() async throws {
    let fixture = try InboxFixture()
    try fixture.directory.write(Sample.png(), to: "secret/photo.png")
    try fixture.put("M1/real.png")
    symlink(fixture.directory("secret/photo.png"), fixture.directory("inbox/M1/link.png"))
    symlink(fixture.directory("secret"), fixture.directory("inbox/M2"))
    mkfifo(fixture.directory("inbox/M1/pipe.png"), 0o600)
    let scan = try await fixture.settledScan()
    #expect(scan.candidates.map(\.file) == ["M1/real.png"])
    #expect(
      scan.refusals.map(\.file).sorted() == ["M1/link.png", "M1/pipe.png", "M2"])
    #expect(fixture.directory.exists("secret/photo.png"))
  }

  @Test("a name that is not UTF-8 is reported and moved without harm")
  func refusesName() async throws {
    let fixture = try InboxFixture()
    try fixture.put("M1/good.png")
    let name: [CChar] =
      fixture.directory("inbox/M1/").utf8.map { CChar(bitPattern: $0) }
      + [-1, -2, 97, 10] + ".png".utf8.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    write(descriptor, [1, 2, 3], 3)
    close(descriptor)
    let scan = try await fixture.settledScan()
    #expect(scan.candidates.map(\.file) == ["M1/good.png"])
    #expect(
      scan.refusals == [
        InboxRefusal(
          file: "M1/%FF%FEa%0A.png", problem: .nameNotUTF8,
          movedTo: ".refused/M1_%FF%FEa%0A.png")
      ])
    #expect(fixture.directory.exists("inbox/.refused/M1_%FF%FEa%0A.png"))
  }

  @Test("a directory that is too deep is reported once and left alone")
  func reportsDepth() async throws {
    let fixture = try InboxFixture(InboxSettings(depthMax: 1))
    try fixture.put("M1/a/b.png")
    let scan = try await fixture.inbox.scan()
    #expect(
      scan.refusals == [
        InboxRefusal(file: "M1/a", problem: .tooDeep(depthMax: 1), movedTo: nil)
      ])
    #expect(try await fixture.settledScan() == InboxScan())
    #expect(fixture.directory.exists("inbox/M1/a/b.png"))
  }

  @Test("what is refused twice under one name overwrites nothing")
  func keepsBoth() async throws {
    let fixture = try InboxFixture()
    for _ in 1...2 {
      try fixture.put("photo.png")
      _ = try await fixture.settledScan()
      fixture.clock.advance(by: .seconds(60))
      #expect(try await fixture.inbox.scan().refusals.count == 1)
    }
    #expect(
      try fixture.refused() == [
        "2-photo.png", "2-photo.png.txt", "photo.png", "photo.png.txt",
      ])
  }

  @Test("when nothing can be moved away it is reported once and stays")
  func survivesBlockedShelf() async throws {
    let fixture = try InboxFixture()
    try fixture.directory.write("in the way", to: "inbox/.refused")
    symlink("nowhere", fixture.directory("inbox/link.png"))
    let scan = try await fixture.settledScan()
    #expect(
      scan.refusals == [InboxRefusal(file: "link.png", problem: .notAFile, movedTo: nil)])
    #expect(try await fixture.settledScan() == InboxScan())
  }

  @Test("a name of 255 bytes is refused like any other")
  func shortensName() async throws {
    let fixture = try InboxFixture()
    let name = String(repeating: "票", count: 83) + ".png"
    try fixture.put(name)
    _ = try await fixture.settledScan()
    fixture.clock.advance(by: .seconds(60))
    #expect(try await fixture.inbox.scan().refusals.first?.movedTo?.hasSuffix("票.png") == true)
  }

  @Test("every problem has a text in each language", arguments: Language.allCases)
  func hasTexts(language: Language) {
    let problems: [InboxProblem] = [
      .nameNotUTF8, .notAFile, .placeUnknown, .tooDeep(depthMax: 3), .noteInvalid("x"),
      .noteWithoutPhoto, .memberContradicted(directory: "M1", note: "M2"),
    ]
    let texts = problems.map { $0.text(in: language) }
    #expect(Set(texts).count == problems.count)
    let isHan: (Unicode.Scalar) -> Bool = { (0x4E00...0x9FFF).contains($0.value) }
    for text in texts {
      #expect(text.unicodeScalars.contains(where: isHan) == (language == .chinese))
    }
  }

  static let times: [(String, Double?)] = [
    ("2026-11-18T12:37:00+08:00", 1_794_976_620), ("2026-11-18T04:37:00Z", 1_794_976_620),
    ("2026-11-18T12:37:00.500+08:00", 1_794_976_620.5), ("2026-11-18T12:37:00", 1_794_976_620),
    ("2026-11-18 12:37", 1_794_976_620), ("2026-11-18", 1_795_017_540), ("18/11/2026", nil),
    ("2026-02-30", nil), ("2026-11-18T12:37:00+99:99", nil), ("", nil), ("now", nil),
  ]

  @Test(
    "a time of submission is read with or without a zone, a day as its last minute",
    arguments: times)
  func readsTime(text: String, expected: Double?) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let found = submissionTime(text, in: zone)
    #expect(found?.timeIntervalSince1970 == expected)
  }
}
