import Foundation
import Ledger
import Receipts
import Screening
import TestSupport
import Testing

@testable import Claiming

@Suite("Reviews")
struct ReviewTests {
  /// A mall with one claim in review: its amount was read as 101.00 with little certainty.
  private func doubtful(
    _ settings: Settings = Settings()
  ) async throws -> (TestMall, ReviewDesk, ClaimID) {
    let mall = try await TestMall(settings: settings)
    mall.show(TestMall.reading(number: 1, probability: 0.6), on: 1)
    let outcome = try #require(try await mall.claim([mall.row(try mall.picture(1))]).first)
    #expect(outcome.state == .review)
    let desk = try await ReviewDesk(
      ledger: mall.ledger, settings: mall.settings, now: { TestMall.now })
    return (mall, desk, outcome.claim.id)
  }

  @Test("a claim approved as read is credited for what was read")
  func approved() async throws {
    let (mall, desk, id) = try await doubtful()
    #expect(try await desk.queue().map(\.claim.id) == [id])
    let record = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    #expect(record.state == .credited)
    #expect(try await mall.balance(of: "M1") == Points(101))
    #expect(try await desk.queue().isEmpty)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test("corrections go over what was read")
  func corrected() async throws {
    let (mall, desk, id) = try await doubtful()
    let record = try await desk.approve(
      id,
      corrections: Corrections(
        counter: "A2", amount: "55.50", time: "2026-11-19T08:00", receiptNumber: ""),
      reviewer: "li")
    let purchase = try #require(record.purchase)
    #expect(purchase.counter == CounterCode("A2"))
    #expect(purchase.amount == Money(minorUnits: 5_550, currency: .cny))
    #expect(purchase.time.iso == "2026-11-19T08:00:00")
    #expect(purchase.receiptNumber == nil)
    #expect(try await mall.balance(of: "M1") == Points(55))
  }

  @Test(
    "a correction that cannot be is refused and changes nothing",
    arguments: [
      (Corrections(counter: "ZZ"), "ZZ is not in the register"),
      (Corrections(amount: "1,000"), "1,000 is not an amount in CNY"),
      (Corrections(amount: "-5"), "-5 is not an amount"), (Corrections(amount: "0"), "0 is not"),
      (Corrections(amount: "1.234"), "1.234 is not"),
      (Corrections(time: "noon"), "noon is not a time"),
      (Corrections(time: "2026-11-18T1:37PM"), "is not a time"),
      (Corrections(time: "2036-11-18T12:37"), "is after the claim was made"),
      (Corrections(time: "2026-11-18T04:37:00Z"), "is not a time"),
    ])
  func refused(corrections: Corrections, expected: String) async throws {
    let (mall, desk, id) = try await doubtful()
    let error = try await #require(throws: ClaimingError.self) {
      _ = try await desk.approve(id, corrections: corrections, reviewer: "li")
    }
    #expect(error.message.contains(expected), "\(error.message)")
    #expect(try await mall.balance(of: "M1") == .zero)
    #expect(try await desk.queue().count == 1)
  }

  @Test("an approval of a purchase that is credited already does not credit it again")
  func duplicate() async throws {
    let (mall, desk, id) = try await doubtful()
    mall.show(TestMall.reading(number: 1), on: 2)
    #expect(try await mall.claim([mall.row(try mall.picture(2), "M2")]).map(\.state) == [.credited])
    let record = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    #expect(record.state == .rejected)
    #expect(record.reasons == [.duplicatePurchase])
    #expect(try await mall.balance(of: "M1") == .zero)
  }

  @Test("an approval of what may be credited already asks again, and keeps the doubts it had")
  func resembling() async throws {
    let (mall, desk, id) = try await doubtful()
    mall.show(TestMall.reading(number: 1), on: 2)
    #expect(try await mall.claim([mall.row(try mall.picture(2), "M2")]).map(\.state) == [.credited])
    // Another minute and no number: both identities are new, and the amount is the same.
    let corrections = Corrections(time: "2026-11-20T12:31", receiptNumber: "")
    let record = try await desk.approve(id, corrections: corrections, reviewer: "li")
    #expect(record.state == .review)
    #expect(record.reasons.first == .possibleDuplicate)
    #expect(record.reasons.count > 1, "\(record.reasons)")
    #expect(record.duplicateOf != nil)
    // That it is another purchase counts only with a number of its own.
    let unnumbered = try await desk.approve(
      id, corrections: corrections, reviewer: "li", confirmsDistinct: true)
    #expect(unnumbered.state == .review)
    #expect(unnumbered.reasons.first == .possibleDuplicate)
    #expect(try await mall.balance(of: "M1") == .zero)
    // A number that stands nowhere on the paper is asked for again.
    let own = Corrections(time: "2026-11-20T12:31", receiptNumber: "B-9")
    let asked = try await desk.approve(
      id, corrections: own, reviewer: "li", confirmsDistinct: true)
    #expect(asked.reasons.first == .receiptNumberUnseen)
    #expect(try await mall.balance(of: "M1") == .zero)
    let other = Corrections(time: "2026-11-20T12:31", receiptNumber: "B-8")
    #expect(
      try await desk.approve(id, corrections: other, reviewer: "li", confirmsDistinct: true).state
        == .review)
    let numbered = try await desk.approve(
      id, corrections: other, reviewer: "li", confirmsDistinct: true)
    #expect(numbered.state == .credited)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  static let unusual: [(Corrections, Reason)] = [
    (Corrections(time: "2026-08-01T12:00"), .tooOld),
    (Corrections(amount: "60000.00"), .amountOutOfBounds),
    (Corrections(counter: "A2"), .counterClosed),
    (Corrections(amount: "10100.00"), .amountUnseen),
  ]

  @Test(
    "an approval of an unusual purchase comes back with the reason; the second overrides it",
    arguments: unusual)
  func overridden(corrections: Corrections, reason: Reason) async throws {
    let (mall, desk, id) = try await doubtful()
    _ = try await mall.ledger.importCounters([
      Counter(code: CounterCode("A2"), name: "海底捞", closedOn: Day(iso: "2026-11-01"))
    ])
    let doubts = try #require(try await desk.queue().first).reasons
    let asked = try await desk.approve(id, corrections: corrections, reviewer: "li")
    #expect(asked.state == .review)
    #expect(asked.reasons == [reason] + doubts)
    #expect(try await mall.balance(of: "M1") == .zero)
    let overridden = try await desk.approve(id, corrections: corrections, reviewer: "li")
    #expect(overridden.state == .credited)
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test("a counter other than the one that was read without doubt is asked for again")
  func otherCounter() async throws {
    let mall = try await TestMall()
    var reading = TestMall.reading(number: 1, probability: 0.6)
    let read = try #require(reading.counter.best?.value)
    reading.counter = Field([Candidate(value: read, probability: 0.99)])
    mall.show(reading, on: 1)
    let id = try #require(try await mall.claim([mall.row(try mall.picture(1))]).first).claim.id
    let desk = try await ReviewDesk(
      ledger: mall.ledger, settings: mall.settings, now: { TestMall.now })
    let other = Corrections(counter: "A2")
    let asked = try await desk.approve(id, corrections: other, reviewer: "li")
    #expect(asked.state == .review)
    #expect(asked.reasons.first == .counterUnseen)
    #expect(try await mall.balance(of: "M1") == .zero)
    // A third one is news.
    _ = try await mall.ledger.importCounters([Counter(code: CounterCode("A3"), name: "海底捞")])
    let third = try await ReviewDesk(
      ledger: mall.ledger, settings: mall.settings, now: { TestMall.now })
    let askedAgain = try await third.approve(
      id, corrections: Corrections(counter: "A3"), reviewer: "li")
    #expect(askedAgain.reasons.first == .counterUnseen)
    let credited = try await third.approve(
      id, corrections: Corrections(counter: "A3"), reviewer: "li")
    #expect(credited.state == .credited)
    #expect(credited.purchase?.counter == CounterCode("A3"))
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test(
    "a number that was read without certainty makes no purchase another; one that is a guess is none"
  )
  func uncertainNumber() async throws {
    let (mall, desk, id) = try await doubtful()
    mall.show(TestMall.reading(number: 1), on: 2)
    #expect(try await mall.claim([mall.row(try mall.picture(2), "M2")]).map(\.state) == [.credited])
    // Its own number was read with 0.6, and another minute is told.
    let other = Corrections(time: "2026-11-20T12:31")
    let asked = try await desk.approve(
      id, corrections: other, reviewer: "li", confirmsDistinct: true)
    #expect(asked.state != .credited)
    #expect(try await mall.balance(of: "M1") == .zero)
    var guessed = TestMall.reading(number: 3, probability: 0.6)
    guessed.receiptNumber = Field([
      Candidate(value: ReceiptNumber("6B015"), probability: 0.04)
    ])
    mall.show(guessed, on: 3)
    let third = try #require(try await mall.claim([mall.row(try mall.picture(3))]).first)
    let record = try await desk.approve(
      third.claim.id, corrections: Corrections(), reviewer: "li")
    #expect(record.state == .credited && record.purchase?.receiptNumber == nil)
  }

  @Test("another claim in review for what may be the same purchase is told")
  func lookAlikes() async throws {
    let (mall, desk, id) = try await doubtful()
    for (number, read) in [(2, 1), (3, 3)] {
      mall.show(TestMall.reading(number: read, probability: 0.6), on: number)
    }
    let others = try await mall.claim([
      mall.row(try mall.picture(2)), mall.row(try mall.picture(3)),
    ])
    #expect(others.map(\.state) == [.review, .review])
    let record = try #require(try await desk.queue().first { $0.claim.id == id })
    #expect(try await desk.lookAlikes(of: record).map(\.claim.id) == [others[0].claim.id])
  }

  @Test("who was warned of one amount is warned of another as well")
  func otherAmount() async throws {
    let (mall, desk, id) = try await doubtful()
    func approve(_ amount: String) async throws -> ClaimRecord {
      try await desk.approve(id, corrections: Corrections(amount: amount), reviewer: "li")
    }
    #expect(try await approve("99999999.00").reasons.contains(.amountOutOfBounds))
    let other = try await approve("88888888.00")
    #expect(other.state == .review)
    #expect(try await mall.balance(of: "M1") == .zero)
    #expect(try await approve("88888888.00").state == .credited)
  }

  @Test("what was told of the amount entered is not told of the amount as read")
  func asRead() async throws {
    var settings = Settings()
    settings.screening.amountBounds.minorUnitsMax = 50_00
    let (_, desk, id) = try await doubtful(settings)
    let other = Corrections(amount: "200.00")
    #expect(try await desk.approve(id, corrections: other, reviewer: "li").state == .review)
    let read = Corrections()
    #expect(try await desk.approve(id, corrections: read, reviewer: "li").state == .review)
    #expect(try await desk.approve(id, corrections: read, reviewer: "li").state == .credited)
  }

  @Test("an amount that earns nothing is asked for once more before it is rejected for good")
  func nothingEarned() async throws {
    let (_, desk, id) = try await doubtful()
    let corrections = Corrections(amount: "0.40")
    let asked = try await desk.approve(id, corrections: corrections, reviewer: "li")
    #expect(asked.state == .review)
    #expect(asked.reasons.contains(.belowMinimum))
    let rejected = try await desk.approve(id, corrections: corrections, reviewer: "li")
    #expect(rejected.state == .rejected)
  }

  @Test("an approval beyond a day's limits comes back with them; the second overrides them")
  func beyondLimits() async throws {
    var settings = Settings()
    settings.screening.memberCreditsPerDayMax = 1
    settings.screening.counterCreditsPerDayMax = 1
    let (mall, desk, id) = try await doubtful(settings)
    #expect(try await mall.claim([mall.row(try mall.picture(2))]).map(\.state) == [.credited])
    let asked = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    #expect(asked.state == .review)
    #expect(asked.reasons.prefix(2) == [.memberDailyLimit, .counterDailyLimit])
    let overridden = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    #expect(overridden.state == .credited)
  }

  @Test("a rejection takes a code or words, and a decided claim is not decided again")
  func rejected() async throws {
    let (_, desk, id) = try await doubtful()
    let record = try await desk.reject(id, reason: "refund", reviewer: "li")
    #expect(record.state == .rejected)
    #expect(record.reasons == [.refund])
    let error = try await #require(throws: ClaimingError.self) {
      _ = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    }
    #expect(error.message.contains("is rejected, not in review"), "\(error.message)")
  }

  @Test("a reversal takes the points back once")
  func reversed() async throws {
    let (mall, desk, id) = try await doubtful()
    _ = try await desk.approve(id, corrections: Corrections(), reviewer: "li")
    let record = try await desk.reverse(
      id, reason: "refunded", reviewer: "li", releasesPurchase: false)
    #expect(record.state == .reversed)
    #expect(try await mall.balance(of: "M1") == .zero)
    await #expect(throws: ClaimingError.self) {
      _ = try await desk.reverse(
        id, reason: "again", reviewer: "li", releasesPurchase: false)
    }
    #expect(try await mall.ledger.verify().isEmpty)
  }

  @Test(
    "a line of decisions that is not understood is named, and nothing is applied",
    arguments: [
      (#"{"claim_id":"c","decision":"maybe","reviewer":"li"}"#, "decision: must be approve"),
      (#"{"claim_id":"c","decision":"reject","reviewer":"li"}"#, "reason: is required"),
      (#"{"decision":"approve","reviewer":"li"}"#, "claim_id and reviewer are required"),
      (#"{"claim_id":"c","decision":"approve"}"#, "claim_id and reviewer are required"),
      (#"{"claim_id":"c","decision":"approve","reviewer":" "}"#, "reviewer: is empty"),
      (
        #"{"claim_id":"c","decision":"reject","reviewer":"li","reason":""}"#,
        "reason: is required"
      ),
      (
        #"{"claim_id":"c","decision":"approve","reviewer":"li","confirms_distinct":1}"#,
        "confirms_distinct: must be true or false"
      ),
      (
        #"{"claim_id":"c","decision":"approve","reviewer":"li","confirms_distinct":"true"}"#,
        "confirms_distinct: must be true or false"
      ),
      (
        #"{"claim_id":"c","decision":"approve","reviewer":"li","fields":{"ammount":"1"}}"#,
        "ammount: is unknown"
      ),
      (
        #"{"claim_id":"c","decision":"approve","reviewer":"li","fields":{"amount":1.5}}"#,
        "amount: must be a text in quotes"
      ),
      (
        #"{"claim_id":"c","decision":"reject","reviewer":"li","reason":"refnd"}"#,
        "did you mean refund?"
      ),
      ("[1]", "is not a JSON object"), ("{", "is not a JSON object"),
    ])
  func badDecisions(line: String, expected: String) throws {
    let directory = try TemporaryDirectory()
    let good = #"{"claim_id":"c","decision":"approve","reviewer":"li"}"#
    let path = try directory.write("\(good)\n\n\(line)\n", to: "decisions.jsonl")
    let error = try #require(throws: ClaimingError.self) { try ReviewDecisionsFile(path: path) }
    #expect(error.message.contains(":3: "), "\(error.message)")
    #expect(error.message.contains(expected), "\(error.message)")
  }

  @Test("decisions made elsewhere are read with their corrections")
  func decisions() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(
      """
      {"claim_id":"c1","decision":"approve","fields":{"amount":"9.00","receipt_no":null},"reviewer":"li"}
      {"claim_id":"c2","decision":"reject","reviewer":"wang","reason":"refund"}
      {"claim_id":"c3","decision":"approve","reviewer":"li","confirms_distinct":true}
      """, to: "decisions.jsonl")
    let rows = try ReviewDecisionsFile(path: path).rows
    #expect(rows.map(\.claimID) == [ClaimID("c1"), ClaimID("c2"), ClaimID("c3")])
    #expect(rows.map(\.confirmsDistinct) == [false, false, true])
    #expect(rows[0].corrections == Corrections(amount: "9.00"))
    #expect(rows[1].decision == .reject)
    #expect(rows[1].reason == "refund")
  }
}
