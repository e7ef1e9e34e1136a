import Foundation
import Receipts
import Testing

@testable import Claiming

@Suite("Scoring")
struct EvaluationTests {
  private func truth(_ json: String) throws -> Truth {
    try JSONDecoder().decode(Truth.self, from: Data(json.utf8))
  }

  private func sale(
    _ file: String = "a.jpg", kind: String = "sale", of: String? = nil
  ) throws -> Truth {
    try truth(
      """
      {"file":"\(file)","kind":"\(kind)","level":1,"counter":"2F075","counter_name":"本汕",
       "amount":"1042.06","currency":"CNY","time":"2026-11-18T12:37:00","time_precision":"minute",
       "receipt_no":"0805-4005","receipt_no_alternatives":["4005"],
       "of":\(of.map { "\"\($0)\"" } ?? "null"),"unlabelled":[]}
      """)
  }

  private func reading(
    code: String? = "2F075", name: String = "本汕", amount: String = "1042.06",
    time: String = "2026-11-18T12:37:00", number: String? = "08054005"
  ) throws -> Reading {
    Reading(
      kind: Field([Candidate(value: .sale, probability: 1)]),
      counter: Field([
        Candidate(
          value: CounterMatch(code: code.map { CounterCode($0) }, name: name), probability: 0.9)
      ]),
      amount: Field([
        Candidate(
          value: try #require(Money(decimal: amount, currency: .cny)), probability: 0.9)
      ]),
      time: Field([Candidate(value: try #require(PrintedTime(iso: time)), probability: 0.9)]),
      receiptNumber: Field(
        number.map { [Candidate(value: ReceiptNumber($0), probability: 0.9)] } ?? []))
  }

  private func score(
    _ truth: Truth, _ reading: Reading?, _ decision: ImageScore.Decision = .credited
  ) -> ImageScore {
    ImageScore(
      truth: truth, reading: reading, decision: decision, reasons: [], elapsedMilliseconds: 1)
  }

  @Test("a day without a clock is called day or date", arguments: ["day", "date"])
  func precisionOfDay(_ word: String) throws {
    let line = """
      {"file":"a.jpg","kind":"sale","level":1,"amount":"1.00","time":"2026-11-18T00:00:00",
       "time_precision":"\(word)"}
      """
    #expect(try truth(line).time == PrintedTime(iso: "2026-11-18"))
    #expect(throws: DecodingError.self) {
      try truth(line.replacing("\"\(word)\"", with: "\"week\""))
    }
  }

  @Test("fields are right by the contract's rules")
  func fields() throws {
    let right = score(try sale(), try reading())
    #expect(right.fields == [.counter: true, .amount: true, .time: true, .receiptNumber: true])
    let wrong = score(
      try sale(),
      try reading(
        code: "2F076", amount: "1042.60", time: "2026-11-18T12:38:00", number: "08054006"))
    #expect(wrong.fields == [.counter: false, .amount: false, .time: false, .receiptNumber: false])
    // Seconds beyond what is printed do not matter; less than is printed does.
    #expect(score(try sale(), try reading(time: "2026-11-18T12:37:59")).fields[.time] == true)
    #expect(score(try sale(), try reading(time: "2026-11-18")).fields[.time] == false)
    #expect(score(try sale(), try reading(number: "4005")).fields[.receiptNumber] == true)
    #expect(score(try sale(), nil).fields[.amount] == false)
  }

  @Test("without a code the true name must be contained, whatever spaces, width and case say")
  func names() throws {
    let truth = try truth(
      #"{"file":"a","kind":"sale","counter_name":"TEO HENG & CO.","amount":"1.00","currency":"MYR"}"#
    )
    #expect(
      score(truth, try reading(code: nil, name: "ＴＥＯ Heng & Co (M)")).fields[.counter] == true)
    #expect(score(truth, try reading(code: nil, name: "Teo")).fields[.counter] == false)
  }

  @Test("unlabelled fields are not scored, and an unlabelled time of day leaves the day")
  func unlabelled() throws {
    let truth = try truth(
      """
      {"file":"a","kind":"sale","counter_name":"x","amount":"1042.06","currency":"CNY",
       "time":"2026-11-18T12:00:00","time_precision":"minute","receipt_no":"1",
       "unlabelled":["receipt_no","time_of_day","counter"]}
      """)
    #expect(
      score(truth, try reading(time: "2026-11-18T09:15")).fields == [.amount: true, .time: true])
  }

  @Test("a credit is wrong for a wrong field, a kind never credited, or a purchase credited before")
  func wrongs() throws {
    let scores = Evaluation(scores: [
      score(try sale("a.jpg"), try reading()),
      score(try sale("b.jpg"), try reading(amount: "1.00")),
      score(try sale("c.jpg", kind: "refund"), try reading()),
      score(try sale("d.jpg", kind: "duplicate", of: "a.jpg"), try reading()),
      score(try sale("e.jpg", kind: "duplicate", of: "f.jpg"), try reading()),
      score(try sale("f.jpg"), try reading()),
      score(try sale("g.jpg"), try reading(amount: "9.00"), .review),
      score(try sale("h.jpg"), try reading(number: "9")),
    ])
    #expect(
      scores.scores.map(\.wrongs) == [[], [.amount], [.kind], [.again], [], [.again], [], []])
    let all = scores.all
    #expect(all.sales == 5)
    #expect(all.straightThrough == 2)
    #expect(all.credits == 7)
    #expect(all.wrongCredits == 4)
    #expect(all.reviews == 1)
    #expect(scores.groups.map(\.name) == ["level 1", "duplicate", "refund", "sale"])
  }

  @Test(
    "the upper bound is that of Clopper and Pearson",
    arguments: [
      // k = 0: 1 - 0.05^(1/n). The others: the 95 % quantile of Beta(k + 1, n - k).
      (0, 1, 0.95), (0, 60, 0.048703), (0, 3_000, 0.000998), (1, 100, 0.046560),
      (5, 100, 0.102253), (3, 3, 1.0),
    ])
  func bound(bad: Int, all: Int, expected: Double) throws {
    let bound = try #require(BinomialBound.upper(bad: bad, of: all))
    #expect(abs(bound - expected) < 0.00001, "\(bound)")
  }

  @Test("of nothing there is no bound")
  func noBound() { #expect(BinomialBound.upper(bad: 0, of: 0) == nil) }

  @Test("calibration counts each field in the bin of its probability")
  func calibration() throws {
    let calibration = Reliability([
      score(try sale(), try reading()), score(try sale(), try reading(amount: "1.00")),
    ])
    let amounts = calibration.bins.filter { $0.field == .amount }
    #expect(amounts.map(\.count) == [2])
    #expect(amounts.first?.right == 1)
    #expect(amounts.first?.lower == 0.9)
  }

  @Test("the calibration error is how far what is said is off what is right")
  func calibrationError() throws {
    // All said 0.9, one of two right.
    let reliability = Reliability([
      score(try sale(), try reading()), score(try sale(), try reading(amount: "1.00")),
    ])
    #expect(abs(try #require(reliability.expectedError(of: .amount)) - 0.4) < 1e-9)
    #expect(abs(try #require(reliability.expectedError(of: .counter)) - 0.1) < 1e-9)
    #expect(reliability.expectedError(of: .kind) == 0)
    #expect(Reliability([]).expectedError(of: .amount) == nil)
    // Of two at 0.9 the number right strays from 1.8 by 2 · 2 · 0.9² · 0.1 on the mean.
    #expect(abs(try #require(reliability.errorByChance(of: .amount)) - 0.162) < 1e-9)
    #expect(reliability.errorByChance(of: .kind) == 0)
    #expect(Reliability([]).errorByChance(of: .amount) == nil)
  }

  @Test("the curve counts what other thresholds would credit, and not what a rule keeps back")
  func curve() throws {
    func reviewed(_ reasons: [Reason], amount: String = "1042.06") throws -> ImageScore {
      ImageScore(
        truth: try sale(), reading: try reading(amount: amount), decision: .review,
        reasons: reasons, elapsedMilliseconds: 1)
    }
    let curve = DecisionCurve([
      score(try sale(), try reading()),
      try reviewed([.amountUncertain]), try reviewed([.timeUncertain], amount: "1.00"),
      try reviewed([.amountUncertain, .sumMismatch]),
    ])
    // All four are 0.9 ^ 3 sure.
    let low = try #require(curve.points.first { $0.threshold == 0.7 })
    #expect(low.straightThrough == Share(part: 2, all: 4))
    #expect(low.wrong == Share(part: 1, all: 3))
    let high = try #require(curve.points.first { $0.threshold == 0.8 })
    #expect(high.wrong == Share(part: 0, all: 0) && high.wrongUpperBound == nil)
  }
}
