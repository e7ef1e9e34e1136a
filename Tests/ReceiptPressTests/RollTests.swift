import Receipts
import Testing

@testable import ReceiptPress

@Suite("what papers say")
struct RollTests {
  @Test("the amount of the truth stands on the paper, as the till writes it")
  func amountIsPrinted() throws {
    let roll = try roll(seed: 11)
    for index in 0..<800 {
      let receipt = roll.receipt(at: index)
      let texts = receipt.paper.runs(of: .amount).map(\.text)
      #expect(!texts.isEmpty, "seed 11, paper \(index)")
      let digits = receipt.truth.amount.decimal.filter(\.isWholeNumber)
      for text in texts {
        let printed = text.compactMap(\.wholeNumberValue).map(String.init).joined()
        // 132 and 132.5 stand for 132.00 and 132.50.
        let isWritten =
          digits.hasPrefix(printed) && digits.dropFirst(printed.count).allSatisfy { $0 == "0" }
        #expect(isWritten, "seed 11, paper \(index): \(text) for \(receipt.truth.amount)")
      }
    }
  }

  @Test("the receipt number and the time of the truth stand on the paper")
  func numberAndTimeArePrinted() throws {
    let roll = try roll(seed: 12)
    for index in 0..<600 {
      let receipt = roll.receipt(at: index)
      let numbers = receipt.paper.runs(of: .receiptNumber).map(\.text)
      if let number = receipt.truth.receiptNumber {
        #expect(numbers.contains { $0.contains(number) }, "seed 12, paper \(index)")
      } else {
        #expect(numbers.isEmpty, "seed 12, paper \(index)")
      }
      let times = receipt.paper.runs(of: .time).map(\.text)
      #expect(
        !times.isEmpty || receipt.truth.traps.contains(.timeInNumber), "seed 12, paper \(index)")
    }
  }

  @Test("every paper names its shop, or the unit or phone the register knows")
  func shopIsNamed() throws {
    let roll = try roll(seed: 13)
    for index in 0..<600 {
      let receipt = roll.receipt(at: index)
      #expect(!receipt.paper.runs(of: .counter).isEmpty, "seed 13, paper \(index)")
    }
  }

  @Test("items less deductions come to what was paid")
  func sumsAddUp() throws {
    let roll = try roll(seed: 14)
    for index in 0..<400 {
      let tenant = roll.mall.tenants[index % roll.mall.tenants.count]
      var chance = Chance(seed: 14, "sum", index)
      let sale = Sale.drawn(
        at: tenant, settled: Moment(day: roll.mall.plan.until, secondOfDay: 50_000),
        isRefund: false, chance: &chance)
      let items = sale.items.reduce(0) { $0 + $1.sum.minorUnits }
      #expect(items == sale.gross, "seed 14, sale \(index)")
      let deductions = sale.discount + sale.coupon + sale.rounding + sale.deposit
      #expect(sale.gross + sale.serviceCharge - deductions == sale.paid, "seed 14, sale \(index)")
      #expect(sale.payments.reduce(0) { $0 + $1.amount } == sale.paid, "seed 14, sale \(index)")
      #expect(sale.paid > 0 && (sale.tendered ?? sale.paid) >= sale.paid, "seed 14, sale \(index)")
    }
  }

  @Test("every trap occurs among enough papers", arguments: [UInt64(15), 16])
  func trapsOccur(seed: UInt64) throws {
    let roll = try roll(seed: seed, counters: 500)
    var seen: Set<Trap> = []
    for index in 0..<3000 { seen.formUnion(roll.receipt(at: index).truth.traps) }
    let missing = Trap.allCases.filter { !seen.contains($0) }
    #expect(missing.isEmpty, "seed \(seed)")
  }

  @Test("a paper is the same whatever was drawn before it")
  func papersAreIndependent() throws {
    let first = try roll(seed: 17)
    let second = try roll(seed: 17)
    for index in [70, 3, 41] {
      let (left, right) = (first.receipt(at: index), second.receipt(at: index))
      #expect(left.paper == right.paper && left.truth == right.truth)
    }
    #expect(try roll(seed: 18).receipt(at: 3).paper != first.receipt(at: 3).paper)
  }

  @Test("a duplicate is the same paper, handed in after the first")
  func duplicatesFollow() throws {
    let roll = try roll(seed: 19, kinds: [(.sale, 1), (.duplicate, 1)])
    let duplicates = (0..<300).map { roll.receipt(at: $0) }.filter { $0.truth.kind == .duplicate }
    #expect(duplicates.count > 60)
    for duplicate in duplicates {
      let first = roll.receipt(at: duplicate.sourceIndex)
      #expect(duplicate.truth.of == first.truth.file)
      #expect(duplicate.paper == first.paper)
      #expect(duplicate.submitted > first.submitted)
      #expect(first.truth.kind == .sale)
    }
  }

  @Test("a refund's amount is negative, a tampered one's higher than what the rest adds up to")
  func specialKinds() throws {
    let refunds = try roll(seed: 20, kinds: [(.refund, 1)])
    let tampered = try roll(seed: 20, kinds: [(.tampered, 1)])
    let honest = try roll(seed: 20, kinds: [(.sale, 1)])
    for index in 0..<150 {
      #expect(refunds.receipt(at: index).truth.amount.minorUnits < 0)
      let altered = tampered.receipt(at: index)
      #expect(altered.paper.runs(of: .amount).allSatisfy { $0.alteration != nil })
      let original = try #require(altered.paper.runs(of: .amount).first?.alteration?.original)
      #expect(original != altered.paper.runs(of: .amount).first?.text)
      #expect(honest.receipt(at: index).paper.runs(of: .amount).allSatisfy { $0.alteration == nil })
    }
  }

  @Test("a purchase lies within the tenancy of its counter, and before its claim")
  func timesAreOrdered() throws {
    let roll = try roll(seed: 21, counters: 500)
    for index in 0..<1500 {
      let receipt = roll.receipt(at: index)
      #expect(receipt.tenant.counter.isOpen(on: receipt.truth.time.day), "seed 21, paper \(index)")
      #expect(receipt.truth.time.day <= receipt.submitted.day, "seed 21, paper \(index)")
      #expect(receipt.truth.time.day <= roll.mall.plan.until)
    }
  }

  @Test(
    "a paper that is no receipt says what it is, and labels nothing else",
    arguments: TruthKind.allCases.filter(\.isOtherPaper))
  func otherPapers(kind: TruthKind) throws {
    let roll = try roll(seed: 22, kinds: [(kind, 1)])
    var headings: Set<String> = []
    for index in 0..<60 {
      let receipt = roll.receipt(at: index)
      #expect(receipt.truth.kind == kind)
      #expect(receipt.truth.unlabelled == ["counter", "amount", "time", "receipt_no"])
      let heading = try #require(receipt.paper.runs(of: .kind).first, "seed 22, paper \(index)")
      headings.insert(heading.text)
      #expect(receipt.paper.lines.count >= 3)
    }
    #expect(headings.count >= 3, "one till's word is not another's")
  }
}
