import Receipts
import Testing

@testable import Screening

@Suite("Duplicates")
struct DuplicateTests {
  private static let possible = Verdict.review([.possibleDuplicate])
  private static let certain = Verdict.reject([.duplicatePurchase])
  private static let otherDay = Day(year: 2026, month: 11, day: 17)!

  /// What was credited, and the verdict on 2F075, 1042.06, 12:37, number 0805-4005 (or `number`).
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: Verdict
    var neighbour: History.Neighbour
    var number: ReceiptNumber?

    init(
      _ name: String, _ expected: Verdict, _ neighbour: History.Neighbour,
      number: ReceiptNumber? = "0805-4005"
    ) {
      testDescription = name
      self.expected = expected
      self.neighbour = neighbour
      self.number = number
    }
  }

  static let cases: [Case] = [
    Case("the same purchase", certain, Sample.neighbour()),
    Case("the same number, punctuated otherwise", certain, Sample.neighbour(number: "08054005")),
    Case("the same number an hour later", certain, Sample.neighbour(time: Sample.time(13, 37))),
    Case("the same number for another sum", possible, Sample.neighbour(amount: 4_206)),
    Case("no number then", possible, Sample.neighbour(number: nil)),
    Case("no number now", possible, Sample.neighbour(), number: nil),
    Case(
      "no number ever, hours apart", possible,
      Sample.neighbour(time: Sample.time(20, 0), number: nil), number: nil),
    Case(
      "a number of 1 other character at the same time", possible,
      Sample.neighbour(number: "0805-4006")),
    Case(
      "a number of 2 other characters 120 minutes apart", possible,
      Sample.neighbour(time: Sample.time(14, 37), number: "0805-4026")),
    Case(
      "a number of 2 other characters 121 minutes apart", .credit,
      Sample.neighbour(time: Sample.time(14, 38), number: "0805-4026")),
    Case(
      "a number of 3 other characters 4 minutes apart", .credit,
      Sample.neighbour(time: Sample.time(12, 41), number: "0805-4126")),
    Case(
      "a number of 3 other characters 3 minutes apart", possible,
      Sample.neighbour(time: Sample.time(12, 40), number: "0805-4126")),
    Case(
      "another number, only the day known then", possible,
      Sample.neighbour(time: PrintedTime(day: Sample.day), number: "0805-9126")),
    Case(
      "a number that looks alike, only the day known then", possible,
      Sample.neighbour(time: PrintedTime(day: Sample.day), number: "0805-4006")),
    Case(
      "another amount and number", .credit, Sample.neighbour(amount: 1_800, number: "0805-4006")),
    Case("another amount, no number", .credit, Sample.neighbour(amount: 1_800, number: nil)),
    Case(
      "counter, number and amount of another day", possible,
      Sample.neighbour(time: Sample.time(12, 37, day: otherDay))),
    Case(
      "number, amount and day of another counter", possible, Sample.neighbour(counter: "2F076")),
    Case(
      "a short number, amount and day of another counter", .credit,
      Sample.neighbour(counter: "2F076", number: "12"), number: "12"),
    Case(
      "counter and amount of another day", .credit,
      Sample.neighbour(time: Sample.time(12, 37, day: otherDay), number: "0805-9126")),
    Case(
      "number and day of another counter and amount", .credit,
      Sample.neighbour(counter: "2F076", amount: 1_800)),
  ]

  @Test("a paper whose clock is hidden is not told apart by another of its numbers")
  func hiddenClock() {
    let credited = Sample.neighbour(number: "0805-9126")
    let subject = Sample.subject(history: History(neighbours: [credited])) {
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
      $0.reading.signals = [Signal("time_without_clock")]
    }
    #expect(screened(subject, by: ScreeningPolicy()).verdict == .review([.possibleDuplicate]))
    // Another sum is another purchase.
    let other = Sample.neighbour(amount: 1_800, number: "0805-9126")
    let elsewhere = Sample.subject(history: History(neighbours: [other])) {
      $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
      $0.reading.signals = [Signal("time_without_clock")]
    }
    #expect(screened(elsewhere, by: ScreeningPolicy()).verdict == .credit)
  }

  @Test(
    "of a day without clock or number one purchase an amount is credited, and none where a mall asks"
  )
  func dayAndAmount() {
    let bare = { (history: History?) -> ScreeningSubject in
      Sample.subject(history: history) {
        $0.reading.time = Sample.field(PrintedTime(day: Sample.day))
        $0.reading.signals = [Signal("time_without_clock")]
        $0.reading.receiptNumber = Field()
      }
    }
    var policy = ScreeningPolicy()
    #expect(screened(bare(nil), by: policy).verdict == .credit)
    for credited in [
      Sample.neighbour(time: PrintedTime(day: Sample.day), number: nil),
      Sample.neighbour(time: PrintedTime(day: Sample.day), number: "0805-9126"),
      Sample.neighbour(number: "0805-9126"),
    ] {
      let second = screened(bare(History(neighbours: [credited])), by: policy)
      #expect(second.verdict == .review([.possibleDuplicate]))
    }
    // And the other way: a number of its own does not tell it from one that was credited without.
    let numbered = Sample.subject(
      history: History(
        neighbours: [Sample.neighbour(time: PrintedTime(day: Sample.day), number: nil)])
    ) { $0.reading.receiptNumber = Sample.field("0805-9126") }
    #expect(screened(numbered, by: policy).verdict == .review([.possibleDuplicate]))
    policy.reviewsDaysWithoutNumber = true
    #expect(
      screened(bare(nil), by: policy).verdict
        == .review([.receiptNumberUncertain, .timeUncertain]))
  }

  @Test(
    "a night's bill without a clock and a slip of the next morning may be one purchase",
    arguments: [
      (1, 0, nil, true), (1, 5, nil, true), (1, 6, nil, false), (2, 0, nil, false),
      (1, 0, "0805-9126", false),
    ] as [(Int, Int, ReceiptNumber?, Bool)])
  func pastMidnight(days: Int, hour: Int, number: ReceiptNumber?, isAsked: Bool) throws {
    let eve = try #require(Day(year: 2026, month: 11, day: Sample.day.day - days))
    let expected: Verdict = isAsked ? .review([.possibleDuplicate]) : .credit
    let (bill, slip) = (PrintedTime(day: eve), Sample.time(hour, 25))
    for (first, second) in [(bill, slip), (slip, bill)] {
      let credited = Sample.neighbour(time: first, number: number)
      let subject = Sample.subject(history: History(neighbours: [credited])) {
        $0.reading.time = Sample.field(second)
        $0.reading.signals = second.clock == nil ? [Signal("time_without_clock")] : []
        if number == nil { $0.reading.receiptNumber = Field() }
      }
      #expect(screened(subject, by: ScreeningPolicy()).verdict == expected)
    }
  }

  @Test("a purchase credited before is compared", arguments: cases)
  func compares(item: Case) {
    let subject = Sample.subject(history: History(neighbours: [item.neighbour])) {
      $0.reading.receiptNumber = item.number.map { Sample.field($0) } ?? Field()
    }
    let found = screened(subject, by: ScreeningPolicy())
    #expect(found.verdict == item.expected)
    let codes = found.signals.filter { $0.code != "receipt_no_dropped" }
    #expect(codes == item.expected.reasons.map { Signal($0.rawValue, detail: "c1") })
  }

  @Test(
    "the same number is only a possible duplicate while counter, day or number is doubtful",
    arguments: [\Reading.counter.doubt, \Reading.time.doubt, \Reading.receiptNumber.doubt])
  func asksWhileDoubtful(field: any WritableKeyPath<Reading, Double> & Sendable) {
    let subject = Sample.subject(history: History(neighbours: [Sample.neighbour()])) {
      $0.reading[keyPath: field] = 0.5
    }
    let verdict = screened(subject, by: ScreeningPolicy()).verdict
    #expect(verdict.reasons.contains(.possibleDuplicate))
    #expect(verdict == .review(verdict.reasons))
  }

  @Test("the same number with another amount asks a person, however sure the amount is")
  func asksForAnotherAmount() {
    let neighbour = Sample.neighbour(amount: 104_208)
    for doubt in [0, 0.5] {
      let subject = Sample.subject(history: History(neighbours: [neighbour])) {
        $0.reading.amount.doubt = doubt
      }
      let verdict = screened(subject, by: ScreeningPolicy()).verdict
      #expect(verdict.reasons.contains(.possibleDuplicate), "doubt \(doubt)")
    }
  }

  @Test("a doubtful number that differs tells nothing apart")
  func ignoresDoubtfulNumber() {
    let neighbour = Sample.neighbour(time: Sample.time(18, 0), number: "9999-1111")
    let subject = Sample.subject(history: History(neighbours: [neighbour])) {
      $0.reading.receiptNumber.doubt = 0.5
    }
    #expect(screened(subject, by: ScreeningPolicy()).verdict == Self.possible)
  }

  @Test("several neighbours give one reason and a signal each")
  func namesEach() {
    let neighbours = [
      Sample.neighbour(number: nil), Sample.neighbour(number: nil, claim: "c2"),
    ]
    let found = screened(
      Sample.subject(history: History(neighbours: neighbours)), by: ScreeningPolicy())
    #expect(found.verdict == Self.possible)
    #expect(found.signals.map(\.detail) == ["c1", "c2"])
  }

  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "bc", 1), ("abc", "xabc", 1), ("kitten", "sitting", 3), ("小票", "小栗", 1),
  ]

  @Test("the distance of two numbers is the edits between them", arguments: distances)
  func measuresDistance(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }

  @Test("a receipt number of a million characters costs no time")
  func boundsDistance() {
    let long = String(repeating: "7", count: 1_000_000)
    #expect(editDistance(long, "1") == 64)
  }
}

extension Field {
  /// The probability of the only candidate.
  fileprivate var doubt: Double {
    get { probability }
    set { candidates[0].probability = newValue }
  }
}
