import Receipts
import Testing

@testable import ReceiptPress

@Suite struct RollTests {
  @Test("a paper's text holds the amount of its truth")
  func amountIsPrinted() throws {
    let until = try #require(Day(iso: "2026-11-20"))
    let roll = ReceiptRoll(Mall(MallPlan(seed: 11, counterCount: 200, until: until)))
    for index in 0..<500 {
      let receipt = roll.receipt(at: index)
      #expect(!receipt.paper.runs(of: .amount).isEmpty, "seed 11, paper \(index)")
    }
  }
}
