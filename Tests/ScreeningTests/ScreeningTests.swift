import Receipts
import Screening
import Testing

@Suite("Screening")
struct ScreeningTests {
  /// A change to a claim that is otherwise credited, and the verdict it brings.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: Verdict
    var change: @Sendable (inout ScreeningSubject) -> Void

    init(
      _ name: String, _ expected: Verdict,
      _ change: @escaping @Sendable (inout ScreeningSubject) -> Void
    ) {
      testDescription = name
      self.expected = expected
      self.change = change
    }
  }

  static let kinds: [Case] = [
    Case("a sale", .credit) { _ in },
    Case("a refund", .reject([.refund])) { $0.reading.kind = Sample.field(.refund) },
    Case("a bill not paid", .reject([.notPaid])) { $0.reading.kind = Sample.field(.prebill) },
    Case("a flyer", .reject([.notAReceipt])) {
      $0.reading.kind = Sample.field(.other)
      $0.reading.signals = [Signal("payment_unconfirmed")]
    },
    Case("a workshop's paper that tells of a payment", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.other)
    },
    Case("a reprint", .review([.reprint])) { $0.reading.kind = Sample.field(.reprint) },
    Case("a card slip", .credit) { $0.reading.kind = Sample.field(.slip) },
    Case("no kind", .review([.kindUncertain])) { $0.reading.kind = Field() },
    Case("a doubtful refund", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.refund, 0.9)
    },
    Case("a doubtful bill", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.prebill, 0.9)
    },
    Case(
      "a bill not paid of which nothing else could be read",
      .review([.kindUncertain, .amountUncertain, .timeUncertain])
    ) {
      $0.reading.kind = Sample.field(.prebill)
      $0.reading.amount.candidates[0].probability = 0.3
      $0.reading.time.candidates[0].probability = 0.4
    },
    Case("a bill not paid of which the time alone could be read", .reject([.notPaid])) {
      $0.reading.kind = Sample.field(.prebill)
      $0.reading.amount.candidates[0].probability = 0.3
    },
    Case("a doubtful ticket", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.other, 0.9)
    },
    Case("a doubtful reprint", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.reprint, 0.9)
    },
    Case("a doubtful slip", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.slip, 0.9)
    },
    Case("a doubtful sale", .review([.kindUncertain])) {
      $0.reading.kind = Sample.field(.sale, 0.9)
    },
  ]

  /// A unit that changed hands on a day of the month of ``Sample/day``.
  private static func taken(on day: Int) -> Counter {
    var unit = Sample.counter
    unit.openedOn = Day(year: 2026, month: 11, day: day)
    unit.former = [
      Counter(
        code: unit.code, name: "艾格莱", category: "coffee",
        closedOn: Day(year: 2026, month: 11, day: day - 1))
    ]
    return unit
  }

  static let counters: [Case] = [
    Case("no counter", .review([.counterUncertain])) {
      $0.reading.counter = Field()
      $0.counter = nil
    },
    Case("a doubtful counter", .review([.counterUncertain])) {
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "本汕"), 0.9)
    },
    Case("a name that is not in the register", .review([.counterUnknown])) {
      $0.reading.counter = Sample.field(CounterMatch(code: nil, name: "某店"))
      $0.counter = nil
    },
    Case("a code that is not in the register", .review([.counterUnknown])) {
      $0.counter = nil
    },
    Case("a name without any register", .credit) {
      $0.reading.counter = Sample.field(CounterMatch(code: nil, name: "某店"))
      $0.counter = nil
      $0.hasRegister = false
    },
    Case("a doubtful name without any register", .review([.counterUncertain])) {
      $0.reading.counter = Sample.field(CounterMatch(code: nil, name: "某店"), 0.5)
      $0.counter = nil
      $0.hasRegister = false
    },
    Case("the tenancy's last day", .credit) { $0.counter?.closedOn = Sample.day },
    Case("the day after the tenancy", .reject([.counterClosed])) {
      $0.counter?.closedOn = Day(year: 2026, month: 11, day: 17)
    },
    Case("the day before the tenancy", .reject([.counterClosed])) {
      $0.counter?.openedOn = Day(year: 2026, month: 11, day: 19)
    },
    Case("a unit that was the next tenant's by then", .reject([.counterClosed])) {
      $0.counter = Self.taken(on: 18)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "艾格莱"))
    },
    Case("a unit that was the former tenant's still", .reject([.counterClosed])) {
      $0.counter = Self.taken(on: 19)
    },
    Case("a former tenant's last day", .credit) {
      $0.counter = Self.taken(on: 19)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "艾格莱"))
    },
    Case("closed, at a doubtful time", .review([.timeUncertain, .counterClosed])) {
      $0.counter?.closedOn = Day(year: 2026, month: 11, day: 17)
      $0.reading.time = Sample.field(Sample.time(12, 37), 0.9)
    },
    Case("closed, at a doubtful counter", .review([.counterUncertain, .counterClosed])) {
      $0.counter?.closedOn = Day(year: 2026, month: 11, day: 17)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "本汕"), 0.9)
    },
  ]

  static let amounts: [Case] = [
    Case("no amount", .review([.amountMissing])) { $0.reading.amount = Field() },
    Case("a doubtful amount", .review([.amountUncertain])) {
      $0.reading.amount = Sample.field(Sample.money(104_206), 0.9)
    },
    Case("nothing paid", .review([.amountOutOfBounds])) {
      $0.reading.amount = Sample.field(Sample.money(0))
    },
    Case("less than nothing paid", .review([.amountOutOfBounds])) {
      $0.reading.amount = Sample.field(Sample.money(-1))
    },
    Case("the smallest coin", .credit) { $0.reading.amount = Sample.field(Sample.money(1)) },
    Case("the most", .credit) { $0.reading.amount = Sample.field(Sample.money(5_000_000)) },
    Case("more than the most", .review([.amountOutOfBounds])) {
      $0.reading.amount = Sample.field(Sample.money(5_000_001))
    },
    Case("another currency", .review([.currencyForeign])) {
      $0.reading.amount = Sample.field(Sample.money(104_206, .hkd))
    },
    Case("items of another sum", .review([.sumMismatch])) {
      $0.reading.signals = [Signal("sum_mismatch")]
    },
    Case("several papers on one picture", .review([.severalPapers])) {
      $0.reading.signals = [Signal("several_papers", detail: "2")]
    },
    Case("an amount that nothing confirms", .review([.amountUnconfirmed])) {
      $0.reading.signals = [Signal("amount_unconfirmed")]
    },
    Case("an amount under a pen's ink", .review([.printAltered])) {
      $0.reading.signals = [Signal("print_altered", detail: "amount", ground: "ink")]
    },
    Case("a paper that tells of no payment", .review([.paymentUnconfirmed])) {
      $0.reading.signals = [Signal("payment_unconfirmed")]
    },
    Case("a day without a clock, beside a number", .credit) {
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
      $0.reading.signals = [Signal("time_without_clock")]
    },
    Case("a number that tells another day", .review([.dayMismatch])) {
      $0.reading.signals = [Signal("day_mismatch", detail: "2026-11-08")]
    },
    Case("a day long ago that a number disputes", .review([.tooOld])) {
      $0.reading.signals = [Signal("day_mismatch", detail: "2026-11-08")]
      $0.reading.time = Sample.field(
        Sample.time(23, 59, day: Day(year: 2026, month: 9, day: 18)!))
    },
    Case("a day without a clock that may have one", .review([.timeUncertain])) {
      $0.reading.signals = [Signal("time_without_clock")]
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day), 0.984)
    },
    Case("a day without a clock or a number", .credit) {
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
      $0.reading.signals = [Signal("time_without_clock")]
      $0.reading.receiptNumber = Field()
    },
    Case("another signal", .credit) { $0.reading.signals = [Signal("stamp_over_text")] },
  ]

  static let times: [Case] = [
    Case("no time", .review([.timeMissing])) { $0.reading.time = Field() },
    Case("a doubtful time", .review([.timeUncertain])) {
      $0.reading.time = Sample.field(Sample.time(12, 37), 0.9)
    },
    Case("the window's first day", .credit) {
      $0.reading.time = Sample.field(
        Sample.time(0, 0, day: Day(year: 2026, month: 9, day: 19)!))
    },
    Case("the day before the window", .reject([.tooOld])) {
      $0.reading.time = Sample.field(
        Sample.time(23, 59, day: Day(year: 2026, month: 9, day: 18)!))
    },
    Case("before the window, doubtfully", .review([.timeUncertain, .tooOld])) {
      $0.reading.time = Sample.field(
        Sample.time(23, 59, day: Day(year: 2026, month: 9, day: 18)!), 0.9)
    },
    Case("a till 15 minutes ahead", .credit) {
      $0.reading.time = Sample.field(Sample.time(20, 15))
    },
    Case("a till 16 minutes ahead", .reject([.inFuture])) {
      $0.reading.time = Sample.field(Sample.time(20, 16))
    },
    Case("ahead, doubtfully", .review([.timeUncertain, .inFuture])) {
      $0.reading.time = Sample.field(Sample.time(20, 16), 0.9)
    },
    Case("today, without a clock", .credit) {
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
    },
    Case("tomorrow, without a clock", .reject([.inFuture])) {
      $0.reading.time = Sample.field(PrintedTime(day: Day(year: 2026, month: 11, day: 19)!))
    },
  ]

  static let numbers: [Case] = [
    Case("no number, but a minute", .credit) { $0.reading.receiptNumber = Field() },
    Case("a doubtful number, but a minute", .credit) {
      $0.reading.receiptNumber = Sample.field("0805-4005", 0.9)
    },
    dayAlone("no number and only a day", .credit, Field()),
    dayAlone(
      "a doubtful number and only a day", .review([.receiptNumberUncertain]),
      Sample.field("0805-4005", 0.9)),
    dayAlone(
      "what is hardly a number, and only a day", .credit, Sample.field("0805-4005", 0.4)),
    dayAlone("a number of nothing but dashes and only a day", .credit, Sample.field("----")),
  ]

  private static func dayAlone(
    _ name: String, _ verdict: Verdict, _ number: Field<ReceiptNumber>
  ) -> Case {
    Case(name, verdict) {
      $0.reading.receiptNumber = number
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
      $0.reading.signals = [Signal("time_without_clock")]
    }
  }

  static let stored: [Case] = [
    Case("the same file again", .reject([.duplicateImage])) { $0.history?.sameImage = "c1" },
    Case("the member's last credit of the day", .credit) { $0.history?.memberCreditsOnDay = 19 },
    Case("one more than the member's", .review([.memberDailyLimit])) {
      $0.history?.memberCreditsOnDay = 20
    },
    Case("the counter's last credit of the day", .credit) { $0.history?.counterCreditsOnDay = 9 },
    Case("one more than the counter's", .review([.counterDailyLimit])) {
      $0.history?.counterCreditsOnDay = 10
    },
    Case("no store to ask", .credit) { $0.history = nil },
  ]

  static let precedence: [Case] = [
    Case("every certain rejection is named", .reject([.duplicateImage, .refund, .tooOld])) {
      $0.history?.sameImage = "c1"
      $0.reading.kind = Sample.field(.refund)
      $0.reading.time = Sample.field(PrintedTime(day: Day(year: 2026, month: 1, day: 1)!))
    },
    Case("a rejection goes before any doubt", .reject([.refund])) {
      $0.reading.kind = Sample.field(.refund)
      $0.reading.amount = Field()
      $0.history?.memberCreditsOnDay = 99
    },
    Case(
      "every doubt is named, in the order of asking",
      .review([.kindUncertain, .counterUncertain, .amountUncertain, .timeUncertain])
    ) {
      $0.reading.kind = Sample.field(.sale, 0.5)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "本汕"), 0.6)
      $0.reading.amount = Sample.field(Sample.money(104_206), 0.7)
      $0.reading.time = Sample.field(Sample.time(12, 37), 0.8)
    },
    Case("a page that says nothing", .review([.nothingReadable])) {
      $0.reading = Reading()
      $0.counter = nil
    },
    Case("a page that only supposes a sale", .review([.nothingReadable])) {
      $0.reading = Reading(kind: Sample.field(.sale, 0.9))
      $0.counter = nil
    },
    Case("a page that says nothing, sent twice", .reject([.duplicateImage])) {
      $0.reading = Reading()
      $0.history?.sameImage = "c1"
    },
  ]

  @Test(
    "one thing about a claim decides it",
    arguments: kinds + counters + amounts + times + numbers + stored + precedence)
  func decides(by item: Case) {
    let subject = Sample.subject(change: item.change)
    #expect(screened(subject, by: ScreeningPolicy()).verdict == item.expected)
  }

  @Test("a card slip is reviewed where the policy says so")
  func reviewsSlip() {
    var policy = ScreeningPolicy()
    policy.creditsCardSlips = false
    let slip = Sample.subject { $0.reading.kind = Sample.field(.slip) }
    #expect(screened(slip, by: policy).verdict == .review([.cardSlip]))
    let doubtful = Sample.subject { $0.reading.kind = Sample.field(.slip, 0.9) }
    #expect(screened(doubtful, by: policy).verdict == .review([.kindUncertain]))
  }

  @Test("print that somebody has been at is credited where nobody asks for it")
  func keepsAlteredPrint() {
    var policy = ScreeningPolicy()
    policy.reviewsAlteredPrint = false
    let subject = Sample.subject {
      $0.reading.signals = [Signal("print_altered", detail: "amount", ground: "ink")]
    }
    #expect(screened(subject, by: policy).verdict == .credit)
  }

  @Test(
    "a card slip and the till's receipt of the same sum and day may be one purchase",
    arguments: [(true, false), (false, true), (true, true), (false, false)])
  func slipBesideReceipt(isSlip: Bool, wasSlip: Bool) {
    // Hours apart, and with numbers of their own.
    let history = History(neighbours: [
      Sample.neighbour(time: Sample.time(9, 5), number: "9931-7720", isCardSlip: wasSlip)
    ])
    let subject = Sample.subject(history: history) {
      if isSlip { $0.reading.kind = Sample.field(.slip) }
    }
    let verdict = screened(subject, by: ScreeningPolicy()).verdict
    #expect(verdict == (isSlip == wasSlip ? .credit : .review([.possibleDuplicate])))
  }

  struct SlipCase: Sendable {
    /// Of the receipt that was credited, when the slip is of 1,042.06 at 12:37.
    var amount: Int64 = 104_206
    var time = Sample.time(12, 35)
    var isOfSameMember = false
    var isAlike: Bool
  }

  @Test(
    "a slip may be of a part of a receipt, and of one from before midnight",
    arguments: [
      SlipCase(amount: 204_206, isAlike: true),
      SlipCase(amount: 204_206, time: Sample.time(11, 50), isAlike: false),
      SlipCase(amount: 204_206, time: Sample.time(11, 50), isOfSameMember: true, isAlike: true),
      // Without a clock they may be minutes apart.
      SlipCase(amount: 204_206, time: PrintedTime(day: Sample.day), isAlike: true),
      SlipCase(amount: 94_206, isOfSameMember: true, isAlike: false),
    ])
  func slipOfPart(item: SlipCase) {
    let history = History(neighbours: [
      Sample.neighbour(
        amount: item.amount, time: item.time, number: "9931-7720",
        isOfSameMember: item.isOfSameMember)
    ])
    let slip = Sample.subject(history: history) { $0.reading.kind = Sample.field(.slip) }
    let expected: Verdict = item.isAlike ? .review([.possibleDuplicate]) : .credit
    #expect(screened(slip, by: ScreeningPolicy()).verdict == expected)
  }

  @Test("a slip from just before midnight and a receipt from just after may be one purchase")
  func slipPastMidnight() throws {
    let before = try #require(Day(year: 2026, month: 11, day: 17))
    let history = History(neighbours: [
      Sample.neighbour(time: Sample.time(23, 58, day: before), number: "77", isCardSlip: true)
    ])
    let receipt = Sample.subject(history: history) {
      $0.reading.time = Sample.field(Sample.time(0, 4))
    }
    let verdict = screened(receipt, by: ScreeningPolicy()).verdict
    #expect(verdict == .review([.possibleDuplicate]))
  }

  @Test(
    "what a person confirms of a slip is held against receipts, and the other way round",
    arguments: [(Kind.slip, false), (.sale, true), (.reprint, true), (.prebill, true)])
  func confirmedSlip(kind: Kind, wasSlip: Bool) {
    let history = History(neighbours: [
      Sample.neighbour(time: Sample.time(9, 5), number: "9931-7720", isCardSlip: wasSlip)
    ])
    let purchase = Purchase(
      counter: "2F075", amount: Sample.money(104_206), time: Sample.time(12, 37),
      receiptNumber: "0805-4005")
    #expect(resembling(purchase, on: kind, in: history, by: ScreeningPolicy()) == "c1")
    let same: Kind = wasSlip ? .slip : .sale
    #expect(resembling(purchase, on: same, in: history, by: ScreeningPolicy()) == nil)
  }

  @Test("a counter whose till prints otherwise is reviewed")
  func layoutChanged() {
    let subject = Sample.subject { $0.reading.signals = [Signal("layout_changed")] }
    #expect(screened(subject, by: ScreeningPolicy()).verdict == .review([.layoutChanged]))
  }

  @Test("items of another sum are let pass where the policy says so")
  func passesSumMismatch() {
    var policy = ScreeningPolicy()
    policy.reviewsSumMismatch = false
    let subject = Sample.subject { $0.reading.signals = [Signal("sum_mismatch")] }
    #expect(screened(subject, by: policy).verdict == .credit)
  }

  @Test("a counter's own bounds go before its category's, and those before the mall's")
  func usesNarrowestBounds() {
    var policy = ScreeningPolicy()
    let subject = Sample.subject { _ in }
    policy.amountBoundsByCategory["tea"] = AmountBounds(minorUnitsMax: 20_000)
    #expect(screened(subject, by: policy).verdict == .review([.amountOutOfBounds]))
    policy.amountBoundsByCounter["2F075"] = AmountBounds(minorUnitsMax: 200_000)
    #expect(screened(subject, by: policy).verdict == .credit)
    // A former tenant's are those of what it sold.
    let former = Sample.subject {
      $0.counter = Self.taken(on: 19)
      $0.reading.counter = Sample.field(CounterMatch(code: "2F075", name: "艾格莱"))
    }
    policy.amountBoundsByCounter = [:]
    #expect(screened(former, by: policy).verdict == .credit)
    policy.amountBoundsByCategory = ["coffee": AmountBounds(minorUnitsMax: 1)]
    #expect(screened(former, by: policy).verdict == .review([.amountOutOfBounds]))
    policy.amountBoundsByCategory = ["toys": AmountBounds(minorUnitsMax: 1)]
    policy.amountBoundsByCounter = ["2F076": AmountBounds(minorUnitsMax: 1)]
    #expect(screened(subject, by: policy).verdict == .credit)
  }

  /// What is objected to 1042.06 at 12:37, confirmed by a person and sent at 20:00.
  private func objected(
    _ history: History = History(), closedOn: Day? = nil, amountMax: Int64 = 5_000_000,
    windowDays: Int = 60
  ) -> [Reason] {
    var policy = ScreeningPolicy()
    policy.amountBounds.minorUnitsMax = amountMax
    policy.windowDays = windowDays
    var counter = Sample.counter
    counter.closedOn = closedOn
    let purchase = Purchase(
      counter: counter.code, amount: Sample.money(104_206), time: Sample.time(12, 37))
    return objections(
      to: purchase, at: counter, submittedAt: Sample.time(20, 0), mallCurrency: .cny,
      history: history, by: policy)
  }

  @Test("a purchase that a person has confirmed is still held against what is usual")
  func objectsToConfirmed() {
    #expect(objected().isEmpty)
    #expect(objected(closedOn: Day(year: 2026, month: 11, day: 17)) == [.counterClosed])
    #expect(objected(amountMax: 104_205) == [.amountOutOfBounds])
    #expect(objected(windowDays: -1) == [.tooOld])
    #expect(
      objected(History(memberCreditsOnDay: 20, counterCreditsOnDay: 10))
        == [.memberDailyLimit, .counterDailyLimit])
    // Whether it was credited before is asked elsewhere, and no reason against this.
    #expect(objected(History(neighbours: [Sample.neighbour()])).isEmpty)
  }

  @Test("a signal of the reading is handed on")
  func keepsSignals() {
    let subject = Sample.subject { $0.reading.signals = [Signal("stamp_over_text")] }
    #expect(screened(subject, by: ScreeningPolicy()).signals == [Signal("stamp_over_text")])
  }
}
