package import Receipts

/// A credited purchase that may be the very one a person has confirmed; `nil` when none is alike,
/// or when one is the same for certain, which the store finds by itself.
///
/// - Parameter kind: what the paper is, which no person corrects: a card slip and the till's
///   receipt of one purchase resemble each other otherwise than two receipts do.
package func resembling(
  _ purchase: Purchase, on kind: Kind, in history: History, by policy: ScreeningPolicy
) -> ClaimID? {
  let subject = ScreeningSubject(
    reading: Reading(confirmed: purchase, on: kind), submittedAt: purchase.time, history: history)
  let found = Screening(subject: subject, policy: policy).duplicateFindings
  guard !found.contains(where: { $0.outcome == .reject }) else { return nil }
  return found.first?.signal?.detail.map { ClaimID($0) }
}

/// What speaks against a purchase that a person has confirmed, however surely the paper says it:
/// the counter's tenancy, the window of time, the usual amounts and the limits of a day; the most
/// important first. A person may override it, and has to be told of it first.
package func objections(
  to purchase: Purchase, at counter: Counter, submittedAt: PrintedTime, mallCurrency: Currency,
  history: History, by policy: ScreeningPolicy
) -> [Reason] {
  let subject = ScreeningSubject(
    reading: Reading(confirmed: purchase, on: .sale), submittedAt: submittedAt, counter: counter,
    history: history, mallCurrency: mallCurrency)
  let screening = Screening(subject: subject, policy: policy)
  let findings =
    screening.tenancyFindings + screening.timeFindings + screening.amountFindings
    + screening.limitFindings
  return findings.map(\.reason)
}

extension Reading {
  /// What a person has confirmed, all of it certain.
  fileprivate init(confirmed purchase: Purchase, on kind: Kind) {
    self.init(
      kind: Field(certain: kind),
      counter: Field(certain: CounterMatch(code: purchase.counter, name: "")),
      amount: Field(certain: purchase.amount), time: Field(certain: purchase.time),
      receiptNumber: purchase.receiptNumber.map { Field(certain: $0) } ?? Field())
  }
}

extension Field {
  fileprivate init(certain value: Value) {
    self.init([Candidate(value: value, probability: 1)])
  }
}
