import Receipts
import Screening

/// A claim that is credited as it is; each test makes one thing doubtful.
enum Sample {
  static let day = Day(year: 2026, month: 11, day: 18)!
  static let counter = Counter(code: "2F075", name: "本汕", category: "tea")

  static func time(_ hour: Int, _ minute: Int, day: Day = day) -> PrintedTime {
    PrintedTime(day: day, clock: .init(hour: hour, minute: minute))
  }

  static func money(_ minorUnits: Int64, _ currency: Currency = .cny) -> Money {
    Money(minorUnits: minorUnits, currency: currency)
  }

  static func field<Value>(_ value: Value, _ probability: Double = 1) -> Field<Value> {
    Field([Candidate(value: value, probability: probability)])
  }

  static var reading: Reading {
    Reading(
      kind: field(.sale), counter: field(CounterMatch(code: "2F075", name: "本汕")),
      amount: field(money(104_206)), time: field(time(12, 37)),
      receiptNumber: field(ReceiptNumber("0805-4005")))
  }

  static func subject(
    history: History? = History(), change: (inout ScreeningSubject) -> Void = { _ in }
  ) -> ScreeningSubject {
    var subject = ScreeningSubject(
      reading: reading, submittedAt: time(20, 0), counter: counter, history: history)
    change(&subject)
    return subject
  }

  static func neighbour(
    counter: CounterCode = "2F075", amount: Int64 = 104_206, time: PrintedTime = time(12, 37),
    number: ReceiptNumber? = "0805-4005", claim: ClaimID = "c1", isCardSlip: Bool = false,
    isOfSameMember: Bool = false
  ) -> History.Neighbour {
    History.Neighbour(
      claimID: claim, memberID: "M2",
      purchase: Purchase(
        counter: counter, amount: money(amount), time: time, receiptNumber: number),
      isCardSlip: isCardSlip, isOfSameMember: isOfSameMember)
  }
}

extension CounterCode: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ReceiptNumber: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ClaimID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension MemberID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
