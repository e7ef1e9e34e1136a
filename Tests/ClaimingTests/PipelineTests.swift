import Foundation
import Intake
import Ledger
import Receipts
import Recognition
import Screening
import Synchronization
import TestSupport
import Testing

@testable import Claiming

@Suite("The pipeline")
struct PipelineTests {
  @Test("certain receipts become points, in the order of the claims, and everything verifies")
  func credits() async throws {
    let mall = try await TestMall()
    let rows = try (0..<12).map { mall.row(try mall.picture($0), $0 % 2 == 0 ? "M1" : "M2") }
    let outcomes = try await mall.claim(rows)
    #expect(outcomes.map(\.claim.file) == rows.map(\.file))
    #expect(outcomes.map(\.state) == Array(repeating: .credited, count: 12))
    #expect(outcomes.map(\.points) == (0..<12).map { Points(Int64(100 + $0)) })
    #expect(try await mall.balance(of: "M1") == Points(630))
    #expect(try await mall.ledger.verify().isEmpty)
    let kept = try #require(mall.home.picture(of: try await record(outcomes[3], mall)))
    #expect(kept.hasSuffix("\(outcomes[3].claim.imageDigest).png"))
    #expect(FileManager.default.fileExists(atPath: mall.directory.path + "/photos/r3.png"))
  }

  private func record(_ outcome: ClaimOutcome, _ mall: TestMall) async throws -> ClaimRecord {
    try #require(try await mall.ledger.claim(outcome.claim.id))
  }

  @Test("the same batch again changes nothing and reads nothing")
  func again() async throws {
    let mall = try await TestMall()
    let rows = try (0..<5).map { mall.row(try mall.picture($0)) }
    let first = try await mall.claim(rows)
    let reads = mall.readCount
    #expect(!first.contains { $0.wasDecidedBefore })
    var second = try await mall.claim(rows)
    #expect(second.allSatisfy { $0.wasDecidedBefore })
    for index in second.indices { second[index].wasDecidedBefore = false }
    #expect(second == first)
    #expect(mall.readCount == reads)
    #expect(try await mall.balance(of: "M1") == Points(510))
  }

  @Test("of two photographs of one paper the first in the file is credited, whoever reads faster")
  func duplicates() async throws {
    let mall = try await TestMall()
    mall.show(TestMall.reading(number: 1), on: 2)
    let outcomes = try await mall.claim([
      mall.row(try mall.picture(1), "M1"), mall.row(try mall.picture(2), "M2"),
    ])
    #expect(outcomes.map(\.state) == [.credited, .rejected])
    #expect(outcomes[1].reasons == [.duplicatePurchase])
    #expect(try await mall.balance(of: "M2") == .zero)
  }

  @Test("the same file is rejected the second time, under another name, member or line")
  func sameFile() async throws {
    let mall = try await TestMall()
    let file = try mall.picture(1)
    let copy = try mall.picture(1, name: "copy.png")
    let outcomes = try await mall.claim([
      mall.row(file), mall.row(copy), mall.row(file, "M2"), mall.row(file, occurrence: 1),
    ])
    #expect(outcomes.map(\.state) == [.credited, .rejected, .rejected, .rejected])
    #expect(outcomes.dropFirst().allSatisfy { $0.reasons == [.duplicateImage] })
    #expect(!outcomes.contains { $0.wasDecidedBefore })
    #expect(mall.readCount == 1)
  }

  @Test("a bad picture costs its own claim and no other")
  func badPictures() async throws {
    let mall = try await TestMall()
    try mall.directory.write("not a picture", to: "photos/text.jpg")
    try mall.directory.write("", to: "photos/empty.jpg")
    try FileManager.default.createDirectory(
      atPath: mall.directory.path + "/photos/folder.jpg", withIntermediateDirectories: true)
    let files = ["text.jpg", try mall.picture(1), "gone.jpg", "empty.jpg", "folder.jpg"]
    let outcomes = try await mall.claim(
      files.map { mall.row($0) } + [mall.row(try mall.picture(2))])
    #expect(
      outcomes.map(\.state) == [.rejected, .credited, .rejected, .rejected, .rejected, .credited])
    #expect(
      outcomes.map(\.reasons) == [
        [.imageTypeUnsupported], [], [.imageMissing], [.imageEmpty], [.imageNotAFile], [],
      ])
    #expect(outcomes[0].message != nil)
    #expect(outcomes.filter(\.isFailure).count == 4)
    // The picture that was missing comes later: its claim begins anew.
    try mall.directory.write(Picture.png(seed: 9), to: "photos/gone.jpg")
    #expect(try await mall.claim([mall.row("gone.jpg")]).map(\.state) == [.credited])
  }

  @Test("a reader that dies or hangs costs its own claim a review; one that dies once, nothing")
  func readerFailures() async throws {
    let mall = try await TestMall()
    let files = try (1...4).map { try mall.picture($0) }
    mall.fail(files[0], with: .timeout(seconds: 20))
    mall.fail(files[1], with: .crashed("signal 11"), .crashed("signal 11"))
    mall.fail(files[2], with: .crashed("killed"))
    mall.fail(files[3], with: .undecodable("bad Huffman code"))
    let outcomes = try await mall.claim(files.map { mall.row($0) })
    #expect(outcomes.map(\.state) == [.review, .review, .credited, .rejected])
    #expect(
      outcomes.map(\.reasons) == [[.readerTimeout], [.readerCrashed], [], [.imageDamaged]])
  }

  @Test("without a reader it stops; what was taken stays received and goes on later")
  func readerUnavailable() async throws {
    let mall = try await TestMall()
    let rows = try (1...6).map { mall.row(try mall.picture($0)) }
    mall.fail("r3.png", with: .unavailable("no models"))
    await #expect(throws: ClaimingError.readerUnavailable("no models")) {
      try await mall.claim(rows)
    }
    let left = try await mall.ledger.claims(in: [.received], limit: 10)
    #expect(left.first?.claim.file == "r3.png")
    #expect(try await mall.balance(of: "M1") == Points(203))
    #expect(try await mall.claim(rows).map(\.state) == Array(repeating: .credited, count: 6))
    #expect(try await mall.balance(of: "M1") == Points(621))
  }

  @Test("claims cut short are resumed from the kept pictures, even when the files are gone")
  func resumed() async throws {
    let mall = try await TestMall()
    let rows = try (1...4).map { mall.row(try mall.picture($0)) }
    mall.fail("r1.png", with: .unavailable("no models"))
    await #expect(throws: ClaimingError.self) { try await mall.claim(rows) }
    try FileManager.default.removeItem(atPath: mall.directory.path + "/photos")
    let left = try await mall.ledger.claims(in: [.received], limit: 10).count
    #expect(left > 0)
    #expect(try await mall.pipeline().resume { _ in } == left)
    #expect(try await mall.ledger.claims(in: [.received], limit: 10).isEmpty)
    #expect(try await mall.pipeline().resume { _ in } == 0)
  }

  /// What may lie where a picture was kept, after a power cut or on a bad disk.
  static let damages: [Data] = [Data(), Picture.png(seed: 1).prefix(99), Picture.png(seed: 9)]

  @Test("a claim whose kept picture is damaged is left to a person", arguments: damages)
  func damaged(bytes: Data) async throws {
    let mall = try await TestMall()
    let row = mall.row(try mall.picture(1))
    mall.fail("r1.png", with: .unavailable("no models"))
    await #expect(throws: ClaimingError.self) { try await mall.claim([row]) }
    let left = try #require(try await mall.ledger.claims(in: [.received], limit: 1).first)
    let kept = try #require(mall.home.picture(of: left))
    try bytes.write(to: URL(fileURLWithPath: kept))
    let outcomes = Mutex<[ClaimOutcome]>([])
    let count = try await mall.pipeline().resume { outcome in
      outcomes.withLock { $0.append(outcome) }
    }
    #expect(count == 1)
    #expect(outcomes.withLock { $0.map(\.reasons) } == [[.imageDamaged]])
    #expect(try await mall.ledger.claim(left.id)?.state == .review)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test("a claim that is handed in again is decided as of when it was first made")
  func storedTime() async throws {
    var settings = Settings()
    settings.screening.memberCreditsPerDayMax = 1
    let mall = try await TestMall(settings: settings)
    #expect(try await mall.claim([mall.row(try mall.picture(1))]).map(\.state) == [.credited])
    // Made on the next day, on which this member has no credit yet, and cut short.
    let file = try mall.picture(2)
    let claim = Claim(
      id: ClaimID("late"), memberID: MemberID("M1"), file: file,
      imageDigest: Intake.digest(of: Picture.png(seed: 2)),
      submittedAt: TestMall.now.addingTimeInterval(86_400))
    _ = try await mall.ledger.receive(claim, at: TestMall.now)
    let outcomes = try await mall.claim([mall.row(file, id: "late")])
    #expect(outcomes.map(\.state) == [.credited])
    #expect(outcomes.first?.claim.submittedAt == claim.submittedAt)
  }

  @Test("pictures past their time are deleted, but not those in review")
  func pruning() async throws {
    var settings = Settings()
    settings.retention.imagesDays = 30
    let mall = try await TestMall(settings: settings)
    mall.show(TestMall.reading(number: 2, probability: 0.5), on: 2)
    let outcomes = try await mall.claim([
      mall.row(try mall.picture(1)), mall.row(try mall.picture(2)),
    ])
    #expect(outcomes.map(\.state) == [.credited, .review])
    #expect(try await mall.pipeline().pruneImages() == 0)
    let later = Date().addingTimeInterval(31 * 86_400)
    #expect(try await mall.pipeline(now: later).pruneImages() == 1)
    #expect(mall.home.picture(of: try await record(outcomes[0], mall)) == nil)
    #expect(mall.home.picture(of: try await record(outcomes[1], mall)) != nil)
  }

  @Test("nothing is taken before rules are applied")
  func noRules() async throws {
    let mall = try await TestMall(hasRules: false)
    let row = mall.row(try mall.picture(1))
    await #expect(throws: ClaimingError.noRules) { try await mall.claim([row]) }
    #expect(try await mall.ledger.claims(in: Set(ClaimState.allCases), limit: 10).isEmpty)
  }

  @Test("an unknown member's claim is rejected and the others are unharmed")
  func unknownMember() async throws {
    let mall = try await TestMall()
    let outcomes = try await mall.claim([
      mall.row(try mall.picture(1), "nobody"), mall.row(try mall.picture(2)),
    ])
    #expect(outcomes.map(\.state) == [.rejected, .credited])
    #expect(outcomes[0].reasons == [.memberUnknown])
    #expect(outcomes[0].message?.contains("import the member") ?? false)
  }

  @Test(
    "a mistaken time of submission is told, the same row changes nothing, and a new claim mends it",
    arguments: [400.0, -400])
  func misdated(days: Double) async throws {
    let mall = try await TestMall()
    let file = try mall.picture(1)
    let wrong = ClaimRow(
      file: file, memberID: MemberID("M1"),
      submittedAt: TestMall.now.addingTimeInterval(86_400 * days))
    let rejected = try #require(try await mall.claim([wrong]).first)
    #expect(rejected.reasons == [days > 0 ? .tooOld : .inFuture])
    #expect(rejected.isPerhapsMisdated)
    let again = try #require(try await mall.claim([mall.row(file)]).first)
    #expect(again.state == .rejected && again.wasDecidedBefore)
    let mended = try #require(try await mall.claim([mall.row(file, id: "new")]).first)
    #expect(mended.state == .credited && !mended.isPerhapsMisdated)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test("once the member is imported the same claim is decided anew, and only then")
  func memberImported() async throws {
    let mall = try await TestMall()
    let row = mall.row(try mall.picture(1), "late")
    for _ in 0..<2 {
      #expect(try await mall.claim([row]).map(\.reasons) == [[.memberUnknown]])
    }
    _ = try await mall.ledger.importMembers([Member(id: MemberID("late"))])
    #expect(try await mall.claim([row]).map(\.state) == [.credited])
    #expect(try await mall.claim([row]).map(\.state) == [.credited])
    #expect(try await mall.balance(of: "late") > .zero)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test("a claim_id that belongs to another picture is told, and the first claim stays")
  func conflict() async throws {
    let mall = try await TestMall()
    let outcomes = try await mall.claim([
      mall.row(try mall.picture(1), id: "c1"), mall.row(try mall.picture(2), id: "c1"),
      mall.row(try mall.picture(3)),
    ])
    #expect(outcomes.map(\.state) == [.credited, .rejected, .credited])
    #expect(outcomes[1].reasons == [.claimConflict])
    #expect(outcomes[1].isFailure)
    #expect(try await mall.ledger.claim(ClaimID("c1"))?.state == .credited)
  }

  @Test(
    "a refused file that was set aside and never decided is decided by the next run",
    arguments: [true, false])
  func resumesRefused(isNoted: Bool) async throws {
    let mall = try await TestMall()
    let claim = Claim(
      id: ClaimID("cut-short"), memberID: MemberID("M1"), file: "M1/note.jpg",
      imageDigest: ImageDigest(""), submittedAt: TestMall.now)
    _ = try await mall.ledger.receive(claim, at: TestMall.now)
    let relative =
      isNoted
      ? "images/refused/cut-short"
      : "images/refused/" + Intake.digest(of: Data("cut-short".utf8)).rawValue
    try mall.directory.write("no picture", to: "home/" + relative)
    if isNoted { try await mall.ledger.setTakenPath(relative, of: claim.id) }
    let outcomes = Mutex<[ClaimOutcome]>([])
    let count = try await mall.pipeline().resume { outcome in
      outcomes.withLock { $0.append(outcome) }
    }
    #expect(count == 1)
    #expect(outcomes.withLock { $0.map(\.reasons) } == [[.imageTypeUnsupported]])
    #expect(try await mall.ledger.claim(claim.id)?.state == .rejected)
  }

  @Test("what is not certain goes to review with the doubtful field")
  func doubt() async throws {
    let mall = try await TestMall()
    var reading = TestMall.reading(number: 1)
    reading.amount = Field([
      Candidate(value: Money(minorUnits: 100, currency: .cny), probability: 0.6)
    ])
    mall.show(reading, on: 1)
    let outcomes = try await mall.claim([mall.row(try mall.picture(1))])
    #expect(outcomes.first?.state == .review)
    #expect(outcomes.first?.reasons == [.amountUncertain])
    #expect(try await mall.balance(of: "M1") == .zero)
  }
}
