import ReceiptPress
import Receipts
import Testing

@testable import Extraction

/// What Extraction is worth on papers of the receipt press, in print that nobody tunes to.
@Suite("On made-up papers")
struct PressTests {
  private static let seed: UInt64 = 4_711

  private struct Score {
    var right = 0
    var all = 0
    var sureRight = 0
    var sure = 0

    var share: Double { Double(right) / Double(max(1, all)) }

    mutating func add(_ isRight: Bool, _ probability: Double) {
      all += 1
      if isRight { right += 1 }
      guard probability >= 0.97 else { return }
      sure += 1
      if isRight { sureRight += 1 }
    }
  }

  @Test(
    "fields are right as often as measured, and what is sure is right",
    arguments: [(0.0, 0.97, 0.98, 0.97), (0.01, 0.93, 0.96, 0.85)])
  func fields(misreading: Double, amount: Double, counter: Double, time: Double) throws {
    let until = try #require(Day(iso: "2026-11-20"))
    let mall = Mall(MallPlan(seed: Self.seed, counterCount: 120, until: until))
    let roll = ReceiptRoll(mall)
    let extractor = Extractor(register: CounterIndex(mall.counters))
    var (amounts, counters, times) = (Score(), Score(), Score())
    for index in 0..<300 {
      let receipt = roll.receipt(at: index)
      let truth = receipt.truth
      let reading = extractor.reading(
        of: receipt.paper.page(misreading: misreading, seed: UInt64(index)),
        context: ExtractionContext(currency: .cny, claimDay: receipt.submitted.day))
      if ![.tampered, .refund].contains(truth.kind) {
        amounts.add(reading.amount.best?.value == truth.amount, reading.amount.probability)
      }
      if let code = truth.counter {
        counters.add(reading.counter.best?.value.code == code, reading.counter.probability)
      }
      times.add(
        reading.time.best?.value.agrees(with: truth.time) ?? false, reading.time.probability)
    }
    #expect(amounts.share >= amount, "seed \(Self.seed): \(amounts)")
    #expect(counters.share >= counter, "seed \(Self.seed): \(counters)")
    #expect(times.share >= time, "seed \(Self.seed): \(times)")
    for score in [amounts, counters, times] {
      #expect(score.sure - score.sureRight <= 1, "seed \(Self.seed): \(score)")
    }
    // The weights set by hand, from which learning starts, are modest.
    #expect(amounts.sure > amounts.all / 3, "seed \(Self.seed): \(amounts)")
  }
}
