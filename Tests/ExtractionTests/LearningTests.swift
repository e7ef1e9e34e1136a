import Foundation
import Receipts
import Testing

@testable import Extraction

@Suite("Weights learned from labelled receipts")
struct WeightTrainerTests {
  private let weights = Weights(byCode: [
    "amount_none": 0.1, "amount_label_total": 1, "amount_label_subtotal": 1,
    "misread_amount": -4, "misread_alone": 1,
  ])

  private func amount(_ units: Int64, _ evidence: [Evidence]) -> Candidate<Money> {
    Candidate(
      value: Money(minorUnits: units, currency: .cny), probability: 0.5, evidence: evidence)
  }

  /// A receipt with a total and a subtotal, of which one is the amount.
  private func example(right: Int64) -> WeightExample {
    let field = Field([
      amount(1, [weights.evidence("amount_label_total")]),
      amount(2, [weights.evidence("amount_label_subtotal")]),
    ])
    return WeightExample(.amount, field, weights: weights) { $0.minorUnits == right }
  }

  @Test("each code of evidence says in words what it is")
  func meanings() {
    #expect(Weights.usual.byCode.keys.filter { EvidenceMeaning.text($0) == nil }.isEmpty)
    #expect(
      Weights.usual.byCode.keys.filter { EvidenceMeaning.text($0, in: .chinese) == nil }.isEmpty)
    #expect(EvidenceMeaning.text("amount_label_paid", in: .chinese) == "旁边的字样表示实付金额")
    #expect(EvidenceMeaning.text("amount_label_paid") == "stands beside words for what was paid")
    #expect(EvidenceMeaning.text("amount_label_of_nothing") == nil)
  }

  @Test("what stands with the truth gains, what stands with the others loses")
  func labels() {
    let trained = WeightTrainer().trained(
      on: Array(repeating: example(right: 1), count: 40), from: weights)
    #expect(trained("amount_label_total") > 1.3)
    #expect(trained("amount_label_subtotal") < 0.7)
  }

  @Test("few receipts move a weight less than many")
  func prior() {
    func trained(_ count: Int) -> Double {
      WeightTrainer().trained(
        on: Array(repeating: example(right: 1), count: count), from: weights)("amount_label_total")
    }
    #expect(trained(1) < trained(40))
    #expect(trained(1) > 1)
  }

  @Test("under a label that is sure, a wrong amount teaches of misreading and not of labels")
  func misreading() {
    var weights = weights
    weights.byCode["amount_label_total"] = 7
    let evidence = [
      weights.evidence("amount_label_total"), weights.evidence("misread_amount"),
      weights.evidence("misread_alone"),
    ]
    let examples = (0..<100).map { number in
      WeightExample(.amount, Field([amount(1, evidence)]), weights: weights) { _ in number < 70 }
    }
    let trained = WeightTrainer().trained(on: examples, from: weights)
    #expect(trained("misread_alone") > 1.5)
    #expect(trained("misread_amount") > -3.5)
    #expect(abs(trained("amount_label_total") - 7) < 0.5)
  }

  @Test("without examples nothing changes")
  func nothing() {
    #expect(WeightTrainer().trained(on: [], from: weights) == weights)
  }
}

@Suite("Calibration")
struct CalibrationTests {
  private func field(share: Double, misreading: Double) -> Field<Money> {
    let odds = log(misreading / (1 - misreading))
    return Field([
      Candidate(
        value: Money(minorUnits: 1, currency: .cny), probability: share * (1 - misreading),
        evidence: [Evidence("misread_amount", weight: odds)]),
      Candidate(value: Money(minorUnits: 2, currency: .cny), probability: 0.01),
    ])
  }

  private func examples(
    _ count: Int, right: Int, doubt: Double = 0.4, misreading: Double = 0.01
  ) throws -> [CalibrationTrainer.Example] {
    let best = try #require(field(share: 0.999, misreading: misreading).best)
    return (0..<count).map {
      .init(odds: FieldOdds(of: best, doubt: doubt), isRight: $0 < right)
    }
  }

  @Test("fields said to be 99 % sure that are right 80 times of 100 are said to be about that sure")
  func overconfident() throws {
    let calibration = CalibrationTrainer().trained(on: try examples(500, right: 400))
    let probability = calibration.applied(to: field(share: 0.999, misreading: 0.01), doubt: 0.4)
      .probability
    #expect(abs(probability - 0.8) < 0.03, "\(probability)")
  }

  @Test("no field is surer than the receipts it was made from can show")
  func ceiling() throws {
    let calibration = CalibrationTrainer().trained(on: try examples(98, right: 98))
    #expect(calibration.ceiling == 0.99)
    let sure = calibration.applied(to: field(share: 1, misreading: 1e-8), doubt: 0)
    #expect(sure.probability <= 0.99)
  }

  @Test("the candidates keep their order, and share what is left")
  func order() {
    let calibration = Calibration(shareOffset: -8)
    let doubted = calibration.applied(to: field(share: 0.97, misreading: 0.01), doubt: 0)
    #expect(doubted.best?.value.minorUnits == 1)
    #expect(doubted.candidates.reduce(0) { $0 + $1.probability } <= 1.0001)
  }

  @Test("without evidence of misreading there is no doubt of it")
  func noDigits() {
    let whole = Candidate(value: 1, probability: 0.75)
    #expect(abs(Calibration().probability(FieldOdds(of: whole, doubt: 0)) - 0.75) < 1e-9)
  }

  @Test("the same evidence is worth less on a page that is hard to read")
  func page() throws {
    let calibration = CalibrationTrainer().trained(
      on: try examples(1_000, right: 998, doubt: 0.4) + examples(300, right: 240, doubt: 0.8))
    let same = field(share: 0.999, misreading: 0.01)
    let (clear, faded) = (
      calibration.applied(to: same, doubt: 0.4), calibration.applied(to: same, doubt: 0.8)
    )
    #expect(abs(clear.probability - 0.998) < 0.003, "\(clear.probability)")
    #expect(abs(faded.probability - 0.8) < 0.05, "\(faded.probability)")
    let worst = calibration.applied(to: same, doubt: 1)
    #expect(worst.probability <= faded.probability)
  }

  @Test("what errors are common among does not say how rare they are where they are rare")
  func tail() throws {
    let calibration = CalibrationTrainer().trained(
      on: try examples(400, right: 280, misreading: 0.4)
        + examples(2_000, right: 2_000, misreading: 0.005))
    let sure = calibration.applied(to: field(share: 0.999, misreading: 0.005), doubt: 0.4)
    #expect(sure.probability > 0.997, "\(sure.probability)")
  }

  @Test("readers of different kinds that agree are witnesses, two of one kind only agree")
  func standing() {
    func support(_ readers: Readers, _ rivals: Readers = [])
      -> Support.Standing
    {
      var support = Support(.paddleTiny, confidence: 1)
      (support.readers, support.rivals) = (readers, rivals)
      return support.standing
    }
    #expect(support([.paddleTiny, .tesseractLatin]) == .witnessed)
    #expect(support([.paddle, .paddleTiny], [.tesseractLatin]) == .agreed)
    #expect(support([.paddleTiny, .tesseractLatin], [.paddle]) == .overruled)
    #expect(support([.paddle], [.paddleTiny]) == .strongDisputed)
    #expect(support([.tesseract, .tesseractLatin]) == .agreed)
  }
}
