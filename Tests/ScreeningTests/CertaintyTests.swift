import Receipts
import Screening
import Testing

@Suite("Certainty")
struct CertaintyTests {
  private func subject(
    kind: Double = 1, counter: Double = 1, amount: Double = 1, time: Double = 1
  ) -> ScreeningSubject {
    Sample.subject {
      $0.reading.kind = Sample.field(.sale, kind)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "本汕"), counter)
      $0.reading.amount = Sample.field(Sample.money(104_206), amount)
      $0.reading.time = Sample.field(Sample.time(12, 37), time)
    }
  }

  private func policy(credit: Double, field: Double) -> ScreeningPolicy {
    var policy = ScreeningPolicy()
    policy.creditProbabilityMin = credit
    policy.fieldProbabilityMin = field
    return policy
  }

  @Test("a field exactly as certain as asked passes, one less certain does not")
  func keepsFieldLimit() {
    let policy = policy(credit: 0, field: 0.97)
    #expect(screened(subject(amount: 0.97), by: policy).verdict == .credit)
    #expect(
      screened(subject(amount: 0.97.nextDown), by: policy).verdict == .review([.amountUncertain]))
  }

  @Test("fields exactly as certain together as asked pass, less certain they do not")
  func keepsJointLimit() {
    // 0.5 and 0.25 multiply without rounding.
    let policy = policy(credit: 0.125, field: 0.1)
    #expect(screened(subject(amount: 0.25, time: 0.5), by: policy).verdict == .credit)
    #expect(
      screened(subject(amount: 0.25, time: 0.5.nextDown), by: policy).verdict
        == .review([.amountUncertain]))
  }

  @Test("of fields each certain enough but not together, the fewest and most doubtful are asked")
  func asksFewest() {
    let policy = policy(credit: 0.99, field: 0.97)
    #expect(
      screened(subject(kind: 0.999, counter: 0.998, amount: 0.98, time: 0.995), by: policy).verdict
        == .review([.amountUncertain]))
    #expect(
      screened(subject(kind: 0.999, counter: 0.985, amount: 0.98, time: 0.999), by: policy).verdict
        == .review([.counterUncertain, .amountUncertain]))
    #expect(
      screened(subject(kind: 0.99, counter: 0.99, amount: 0.99, time: 0.99), by: policy).verdict
        .reasons.count == 3)
  }

  @Test("what is asked anyway counts as certain for the rest")
  func countsAskedAsCertain() {
    let policy = policy(credit: 0.99, field: 0.97)
    #expect(
      screened(subject(counter: 0.996, amount: 0.3, time: 0.996), by: policy).verdict
        == .review([.amountUncertain]))
  }

  @Test("the receipt number's certainty is no part of the credit's")
  func leavesNumberOut() {
    let doubtful = Sample.subject { $0.reading.receiptNumber = Sample.field("0805-4005", 0.2) }
    #expect(screened(doubtful, by: ScreeningPolicy()).verdict == .credit)
  }

  static let rejections: [(String, @Sendable (inout ScreeningSubject, Double) -> Void)] = [
    ("refund", { $0.reading.kind = Sample.field(.refund, $1) }),
    ("not_paid", { $0.reading.kind = Sample.field(.prebill, $1) }),
    (
      "not_a_receipt",
      {
        $0.reading.kind = Sample.field(.other, $1)
        $0.reading.signals = [Signal("payment_unconfirmed")]
      }
    ),
    ("in_future", { $0.reading.time = Sample.field(Sample.time(23, 0), $1) }),
    (
      "too_old",
      { $0.reading.time = Sample.field(PrintedTime(day: Day(year: 2025, month: 1, day: 1)!), $1) }
    ),
    (
      "counter_closed",
      {
        $0.counter?.closedOn = Day(year: 2025, month: 1, day: 1)
        $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "本汕"), $1)
      }
    ),
  ]

  @Test(
    "a rejection needs exactly the certainty asked for, or a person is asked",
    arguments: rejections.indices)
  func keepsRejectLimit(index: Int) throws {
    let (code, change) = Self.rejections[index]
    let reason = try #require(Reason(rawValue: code))
    let limit = ScreeningPolicy().rejectProbabilityMin
    let certain = Sample.subject { change(&$0, limit) }
    #expect(screened(certain, by: ScreeningPolicy()).verdict == .reject([reason]))
    let doubtful = Sample.subject { change(&$0, limit.nextDown) }
    guard case .review = screened(doubtful, by: ScreeningPolicy()).verdict else {
      Issue.record("a doubtful \(code) is not reviewed")
      return
    }
  }

  @Test("a doubtful number is left out of the purchase and named")
  func dropsDoubtfulNumber() {
    let limit = ScreeningPolicy().receiptNumberProbabilityMin
    let certain = Sample.subject { $0.reading.receiptNumber = Sample.field("0805-4005", limit) }
    #expect(
      creditablePurchase(from: certain.reading, by: ScreeningPolicy())?.receiptNumber
        == "0805-4005")
    #expect(screened(certain, by: ScreeningPolicy()).signals.isEmpty)
    let doubtful = Sample.subject {
      $0.reading.receiptNumber = Sample.field("0805-4005", limit.nextDown)
    }
    #expect(
      creditablePurchase(from: doubtful.reading, by: ScreeningPolicy())
        == Purchase(counter: "2F075", amount: Sample.money(104_206), time: Sample.time(12, 37)))
    #expect(purchase(from: doubtful.reading)?.receiptNumber == "0805-4005")
    #expect(
      screened(doubtful, by: ScreeningPolicy()).signals
        == [Signal("receipt_no_dropped", detail: "0805-4005")])
  }

  @Test("without counter code, amount or time there is no purchase")
  func needsFields() {
    var reading = Sample.reading
    reading.counter = Sample.field(CounterMatch(code: nil, name: "某店"))
    #expect(purchase(from: reading) == nil)
    reading = Sample.reading
    reading.amount = Field()
    #expect(purchase(from: reading) == nil)
    reading = Sample.reading
    reading.time = Field()
    #expect(purchase(from: reading) == nil)
  }
}
