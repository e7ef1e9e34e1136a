import Foundation
import Ledger
import Receipts
import Testing

@Suite("Handing in claims")
struct ClaimTests {
  @Test("the same claim again is harmless before and after its decision")
  func again() async throws {
    let home = try await Home()
    let claim = Samples.claim("c1")
    guard case .new(let first) = try await home.ledger.receive(claim, at: Samples.now) else {
      Issue.record("a claim not seen before is new")
      return
    }
    #expect(first.claim == claim)
    #expect(first.state == .received)
    let later = Samples.now.addingTimeInterval(60)
    #expect(try await home.ledger.receive(claim, at: later) == .resumed(first))
    let decided = try await home.decide("c1", .review([.amountUncertain]))
    #expect(try await home.ledger.receive(claim, at: later) == .decided(decided))
    #expect(try await home.ledger.claims(in: Set(ClaimState.allCases), limit: 10).count == 1)
  }

  @Test("the same identifier with another image or member is an error")
  func differs() async throws {
    let home = try await Home()
    _ = try await home.ledger.receive(Samples.claim("c1"), at: Samples.now)
    await #expect(throws: LedgerError.claimDiffers(ClaimID("c1"), in: .image)) {
      try await home.ledger.receive(Samples.claim("c1", image: "other"), at: Samples.now)
    }
    await #expect(throws: LedgerError.claimDiffers(ClaimID("c1"), in: .member)) {
      try await home.ledger.receive(Samples.claim("c1", member: "M2"), at: Samples.now)
    }
  }

  @Test("the very same file is rejected at once and names the claim that has it")
  func sameFile() async throws {
    let home = try await Home()
    _ = try await home.ledger.receive(Samples.claim("c1", image: "same"), at: Samples.now)
    for (id, member) in [("c2", "M1"), ("c3", "M2")] {
      let received = try await home.ledger.receive(
        Samples.claim(id, member: member, image: "same"), at: Samples.now)
      guard case .sameImage(let record) = received else {
        Issue.record("decided by the store")
        continue
      }
      #expect(record.state == .rejected)
      #expect(record.reasons == [.duplicateImage])
      #expect(record.duplicateOf == ClaimID("c1"))
      #expect(try await home.ledger.detail(of: ClaimID(id))?.decisions.count == 1)
    }
    try await home.expectClean()
  }

  @Test("the file of a rejected claim may be handed in again")
  func afterRejection() async throws {
    let home = try await Home()
    try await home.decide("c1", image: "same", .reject([.readerTimeout]))
    let received = try await home.ledger.receive(
      Samples.claim("c2", image: "same"), at: Samples.now)
    #expect(received.record.state == .received)
  }

  @Test("a claim whose file could not be read is recorded, and begins anew with its image")
  func unread() async throws {
    let home = try await Home()
    let rejected = try await home.decide("c1", image: "", .reject([.imageMissing]))
    #expect(rejected.state == .rejected)
    try await home.decide("c2", image: "", .reject([.imageMissing]))
    let again = try await home.ledger.receive(Samples.claim("c1", image: ""), at: Samples.now)
    #expect(again == .decided(rejected))
    let found = try await home.ledger.receive(
      Samples.claim("c1", image: "found"), at: Samples.now)
    guard case .new(let record) = found else {
      Issue.record("it begins anew")
      return
    }
    #expect(record.claim.imageDigest == Samples.digest("found"))
    let credited = try await home.credit("c1", image: "found", try Samples.purchase())
    #expect(credited.state == .credited)
    #expect(try await home.ledger.detail(of: ClaimID("c1"))?.decisions.count == 2)
    let other = try await home.ledger.receive(
      Samples.claim("c2", image: "found"), at: Samples.now)
    #expect(other.record.reasons == [.duplicateImage])
    try await home.expectClean()
  }

  @Test("a claim without image cannot be credited")
  func creditWithoutImage() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase()
    await #expect(throws: LedgerError.self) { try await home.credit("c1", image: "", purchase) }
    #expect(try await home.ledger.claim(ClaimID("c1"))?.state == .received)
  }

  @Test("claims are listed by state in the order received, page by page")
  func listed() async throws {
    let home = try await Home()
    for index in 0..<6 {
      try await home.decide(
        "c\(index)", index.isMultiple(of: 2) ? .review([.amountMissing]) : .reject([.refund]))
    }
    let ledger = home.ledger
    let first = try await ledger.claims(in: [.review], limit: 2)
    #expect(first.map(\.id.rawValue) == ["c0", "c2"])
    let second = try await ledger.claims(in: [.review], after: ClaimID("c2"), limit: 2)
    #expect(second.map(\.id.rawValue) == ["c4"])
    #expect(try await ledger.claims(in: [.review, .rejected], limit: 10).count == 6)
    #expect(try await ledger.claims(in: [], limit: 10).isEmpty)
  }

  @Test("what was seen is kept with the claim")
  func observation() async throws {
    let home = try await Home()
    let page = Page(
      width: 100, height: 200,
      lines: [
        Line(
          outline: Quadrilateral(left: 1, top: 2, right: 50, bottom: 10),
          transcripts: [
            Transcript(
              reader: .tesseract,
              glyphs: [Glyph(text: "合", start: 0, end: 0.5, confidence: 0.9)],
              confidence: .infinity)
          ])
      ], readers: ["tesseract 5.3.0 chi_sim@a5fcb6f0"])
    let reading = Reading(
      counter: Field([
        Candidate(value: CounterMatch(code: CounterCode("C1"), name: "本汕"), probability: 0.9)
      ]),
      amount: Field([
        Candidate(
          value: try Samples.purchase().amount, probability: 0.99,
          evidence: [Evidence("label_paid", weight: 1.5, detail: "实付")])
      ]))
    let claim = Samples.claim("c1")
    _ = try await home.ledger.receive(claim, takenPath: "images/c1.jpg", at: Samples.now)
    let signals = [Signal("sum_mismatch", detail: "1 ≠ 2")]
    let record = try await home.ledger.decide(
      claim.id,
      observation: Observation(
        reading: reading, page: page, layoutVersion: 3, elapsedMilliseconds: 412),
      query: Samples.query(), at: Samples.now,
      by: { _ in Decision(.review([.amountUncertain, .sumMismatch]), signals: signals) })
    #expect(record.reading == reading)
    #expect(record.readers == page.readers)
    #expect(record.layoutVersion == 3)
    #expect(record.elapsedMilliseconds == 412)
    #expect(record.signals == signals)
    #expect(record.reasons == [.amountUncertain, .sumMismatch])
    #expect(record.takenPath == "images/c1.jpg")
    #expect(record.decidedBy == .system)
    #expect(try await home.ledger.page(of: claim.id) == page)
    try await home.ledger.setTakenPath("images/2026/c1.jpg", of: claim.id)
    #expect(try await home.ledger.claim(claim.id)?.takenPath == "images/2026/c1.jpg")
    await #expect(throws: LedgerError.claimUnknown(ClaimID("none"))) {
      try await home.ledger.setTakenPath("x", of: ClaimID("none"))
    }
  }
}
