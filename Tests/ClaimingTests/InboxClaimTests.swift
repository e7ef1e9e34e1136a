import Foundation
import Intake
import Ledger
import Receipts
import Synchronization
import TestSupport
import Testing

@testable import Claiming

@Suite("Claims from the inbox")
struct InboxClaimTests {
  private let mall: TestMall
  private let inbox: Inbox

  init() async throws {
    mall = try await TestMall()
    inbox = try Inbox(
      directory: mall.home.inboxPath, settings: InboxSettings(settlesAfter: .zero))
  }

  /// Receipt n of a member under the one name that a phone gives to all. Each picture has a size of
  /// its own, since two writes may fall into one tick of the file system's clock.
  private func put(_ number: Int, of member: String) throws {
    try mall.directory.write(
      Picture.png(seed: UInt8(number), sidePixels: 64 + number), to: "home/inbox/IMG_1.png")
    try note(member)
  }

  private func note(_ member: String) throws {
    try mall.directory.write(#"{"member_id": "\#(member)"}"#, to: "home/inbox/IMG_1.json")
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: mall.home.inboxPath + "/" + name)
  }

  /// What the next scan hands out.
  private func scanned() async throws -> Submission {
    let candidate = try #require(try await inbox.scan().candidates.first)
    return Submission(
      file: candidate.file, origin: .inbox(candidate, inbox), memberID: candidate.memberID,
      submittedAt: TestMall.now, claimID: candidate.claimID)
  }

  private func claim(_ submission: Submission) async throws -> [ClaimOutcome] {
    let outcomes = Mutex<[ClaimOutcome]>([])
    var left = [submission]
    try await mall.pipeline().run {
      left.popLast()
    } decided: { outcome in
      outcomes.withLock { $0.append(outcome) }
    }
    return outcomes.withLock { $0 }
  }

  private func claimCount() async throws -> Int {
    try await mall.ledger.claims(in: Set(ClaimState.allCases), limit: 10).count
  }

  @Test("a picture that was replaced since the scan is claimed for its own member, and not before")
  func replaced() async throws {
    try put(1, of: "M1")
    let first = try await scanned()
    try put(2, of: "M2")
    #expect(try await claim(first).isEmpty)
    #expect(try await claimCount() == 0)
    let second = try await scanned()
    #expect(second.memberID == MemberID("M2"))
    #expect(try await claim(second).map(\.state) == [.credited])
    #expect(try await mall.balance(of: "M1") == .zero)
    #expect(try await mall.balance(of: "M2") == Points(102))
    #expect(!exists("IMG_1.png") && !exists("IMG_1.json"))
  }

  @Test("a picture that is gone since the scan leaves no claim")
  func gone() async throws {
    try put(1, of: "M1")
    let first = try await scanned()
    try FileManager.default.removeItem(atPath: mall.home.inboxPath + "/IMG_1.png")
    #expect(try await claim(first).isEmpty)
    #expect(try await claimCount() == 0)
  }

  @Test("a file that is no picture and was replaced since the scan is not refused for its member")
  func replacedRefused() async throws {
    try mall.directory.write("no picture", to: "home/inbox/IMG_1.png")
    try note("M1")
    let first = try await scanned()
    try mall.directory.write("another that is none", to: "home/inbox/IMG_1.png")
    #expect(try await claim(first).isEmpty)
    #expect(try await claimCount() == 0)
    #expect(try await claim(scanned()).map(\.reasons) == [[.imageTypeUnsupported]])
  }

  @Test("a note that was changed since the scan stays for the picture that is to come")
  func changedNote() async throws {
    try put(1, of: "M1")
    let first = try await scanned()
    try note("member-2")
    #expect(try await claim(first).map(\.claim.memberID) == [MemberID("M1")])
    #expect(try await mall.balance(of: "M1") == Points(101))
    #expect(!exists("IMG_1.png") && exists("IMG_1.json"))
  }
}
