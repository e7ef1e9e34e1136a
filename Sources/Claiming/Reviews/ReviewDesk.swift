import Accrual
import Extraction
package import Foundation
package import Ledger
package import Logging
package import Receipts
import Screening

/// Where a person decides what the machine would not, under the same constraints of the store.
package struct ReviewDesk: Sendable {
  package let register: [CounterCode: Counter]
  package let settings: Settings
  package let ledger: Ledger
  private let rules: VersionedRules?
  private let now: @Sendable () -> Date
  private let layouts: LayoutDesk

  package init(
    ledger: Ledger, settings: Settings, logger: Logger = Logger(label: "xiaopiao.review"),
    now: @escaping @Sendable () -> Date = { Date() }
  ) async throws(ClaimingError) {
    self.ledger = ledger
    self.settings = settings
    self.now = now
    layouts = LayoutDesk(ledger: ledger, settings: settings, logger: logger, now: now)
    let (counters, version) = try await stored { () throws(LedgerError) in
      (try await ledger.counters(), try await ledger.currentRules())
    }
    register = Dictionary(counters.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    do throws(RulesError) {
      rules = if let version { try VersionedRules(version) } else { nil }
    } catch {
      throw .storeUnavailable("the rules it keeps cannot be read: \(error)")
    }
  }

  /// Claims in review, in the order received.
  package func queue(
    after: ClaimID? = nil, limit: Int = 1_000
  ) async throws(ClaimingError) -> [ClaimRecord] {
    try await stored { [ledger] () throws(LedgerError) in
      try await ledger.claims(in: [.review], after: after, limit: limit)
    }
  }

  /// Other claims in review that may be of the same purchase.
  package func lookAlikes(of record: ClaimRecord) async throws(ClaimingError) -> [ClaimRecord] {
    guard record.state == .review, let counter = record.reading?.counter.best?.value.code else {
      return []
    }
    let waiting = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.claims(in: [.review], of: counter, limit: Self.alikeMax)
    }
    return LookAlikes.of(record, among: waiting)
  }

  /// How many claims of a counter are compared.
  private static let alikeMax = 10_000

  /// How many claims are in review.
  package func waiting() async throws(ClaimingError) -> Int {
    try await stored { [ledger] () throws(LedgerError) in try await ledger.count(in: .review) }
  }

  /// Whoever decides in a file needs the whole of it, and tables cut those that Xiaopiao made itself.
  private static func unknown(_ id: ClaimID) -> ClaimingError {
    .unknown(
      "there is no claim \(id); give it in full, as 'xiaopiao review list --format jsonl' has it")
  }

  /// Credits a claim in review for the purchase that the reviewer confirms.
  ///
  /// The store still has the last word: the record that comes back may be rejected as a duplicate.
  /// It is still in review where the purchase may be credited already, until the reviewer has said
  /// that it is another and given its receipt number; and where the purchase itself is outside of
  /// what is usual, or earns nothing, or what was entered looks mistyped, in a way that the claim
  /// had not told of these very values before: approving again then overrides it.
  ///
  /// - Parameter confirmation: what of it counts as seen.
  package func approve(
    _ id: ClaimID, corrections: Corrections, reviewer: String, note: String? = nil,
    confirmsDistinct: Bool = false, confirmation: Confirmation = .again()
  ) async throws(ClaimingError) -> ClaimRecord {
    guard let rules else { throw .noRules }
    try rules.check(mallCurrency: settings.mall.currency)
    let record = try await stored { [ledger] () throws(LedgerError) in try await ledger.claim(id) }
    guard let record else { throw Self.unknown(id) }
    let purchase: Purchase
    do throws(CorrectionProblem) {
      purchase = try self.purchase(corrections, of: record)
    } catch {
      throw .refused("claim \(id): \(error)")
    }
    guard let submitted = submissionTime(of: record) else {
      throw .refused("claim \(id): it was made in no year of a receipt; reject it")
    }
    let review = Review(
      reviewer: reviewer, note: note, fields: corrections.given,
      confirmsDistinct: confirmsDistinct)
    let query = HistoryQuery(
      purchase: purchase, submissionDay: settings.mall.day(of: record.claim.submittedAt))
    let now = now()
    let screening = ConfirmedScreening(
      purchase: purchase, unseen: try await unseen(corrections, as: purchase, of: record),
      isNumberEntered: corrections.receiptNumber != nil,
      confirmsDistinct: confirmsDistinct, confirmation: confirmation,
      submittedAt: submitted, mallCurrency: settings.mall.currency, policy: settings.screening)
    let ofRegister = register[purchase.counter]
    let approved = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.approve(id, review: review, query: query, at: now) { context in
        guard let member = context.member else { return Decision(.reject([.memberUnknown])) }
        guard let counter = context.counter ?? ofRegister else {
          return Decision(.review([.counterUnknown]))
        }
        if let doubt = screening.doubt(at: counter, in: context) { return doubt }
        let outcome = try rules.inForce(context.rules).outcome(
          for: purchase, counter: counter, tier: member.tier, in: context)
        return screening.warning(of: outcome, in: context) ?? Decision(outcome)
      }
    }
    if approved.state == .credited { await layouts.learn(from: id) }
    return approved
  }

  /// Whether the amount that a reviewer enters stands anywhere on the paper as it was read; also
  /// where no amount is entered, or no page is kept.
  package func isAmountPrinted(
    _ corrections: Corrections, of record: ClaimRecord
  ) async throws(ClaimingError) -> Bool {
    guard corrections.amount != nil,
      let amount = try? self.purchase(corrections, of: record).amount
    else { return true }
    return try await page(of: record)?.shows(amount) ?? true
  }

  /// The same of a receipt number that a reviewer enters: what tells two purchases of like amount
  /// apart.
  package func isNumberPrinted(
    _ corrections: Corrections, of record: ClaimRecord
  ) async throws(ClaimingError) -> Bool {
    guard corrections.receiptNumber != nil,
      let number = try? self.purchase(corrections, of: record).receiptNumber
    else { return true }
    return try await page(of: record)?.shows(number) ?? true
  }

  /// What a reviewer enters that is likely mistyped or invented: another counter than the one that
  /// was read without doubt, an amount far beyond what was read, a number that stands nowhere on
  /// the paper.
  private func unseen(
    _ corrections: Corrections, as purchase: Purchase, of record: ClaimRecord
  ) async throws(ClaimingError) -> Set<Reason> {
    var unseen: Set<Reason> = []
    if corrections.counter != nil, isOther(purchase.counter, than: record.reading?.counter.best) {
      unseen.insert(.counterUnseen)
    }
    if corrections.amount != nil, try await isMistyped(purchase.amount, in: record) {
      unseen.insert(.amountUnseen)
    }
    if try await !isNumberPrinted(corrections, of: record) { unseen.insert(.receiptNumberUnseen) }
    return unseen
  }

  /// Whether a counter is not the one that the paper names without doubt.
  private func isOther(_ counter: CounterCode, than read: Candidate<CounterMatch>?) -> Bool {
    guard let read, read.probability >= Self.undoubtedMin else { return false }
    return read.value.code != counter
  }

  /// Whether an amount is of ten times what was read, or else of all that stands on the paper, and
  /// more; or has the digits of what was read in another currency.
  private func isMistyped(
    _ amount: Money, in record: ClaimRecord
  ) async throws(ClaimingError) -> Bool {
    let read = record.reading?.amount.best
    if let read, read.value.currency != amount.currency {
      return read.value.decimal.filter(\.isNumber).hasPrefix(amount.decimal.prefix { $0 != "." })
    }
    if let read, read.probability >= Self.readMin {
      return amount.minorUnits / Self.timesOfAmountMax >= read.value.minorUnits
    }
    return try await page(of: record)?.isFarBelow(amount, times: Self.timesOfAmountMax) ?? false
  }

  /// A digit too many, or a point too few.
  private static let timesOfAmountMax: Int64 = 10
  /// A value that is less likely than not was guessed rather than read.
  private static let readMin = 0.5
  /// A counter that is taken for less is corrected often enough.
  private static let undoubtedMin = 0.95

  private func page(of record: ClaimRecord) async throws(ClaimingError) -> Page? {
    try await stored { [ledger] () throws(LedgerError) in try await ledger.page(of: record.id) }
  }

  /// What is wrong with corrections whatever claim they are for; `nil` when nothing is.
  package func problem(of corrections: Corrections) -> CorrectionProblem? {
    do throws(CorrectionProblem) {
      try corrections.check(currency: settings.mall.currency, register: Set(register.keys))
      return nil
    } catch {
      return error
    }
  }

  /// The purchase that a reviewer confirms. One after its claim was made was misread or mistyped.
  package func purchase(
    _ corrections: Corrections, of record: ClaimRecord
  ) throws(CorrectionProblem) -> Purchase {
    let purchase = try corrections.purchase(
      over: record.reading, currency: settings.mall.currency, register: Set(register.keys))
    guard let submitted = submissionTime(of: record) else { return purchase }
    let latest = submitted.ordinalMinute + settings.screening.futureToleranceMinutes
    guard purchase.time.ordinalMinute <= latest else {
      let time = purchase.time.iso
      throw CorrectionProblem(
        field: .time,
        message: "\(time) is after the claim was made (\(submitted.iso)); "
          + "give the time on the paper with --time; if the claim's own time is wrong, reject it and "
          + "hand it in again with the right submitted_at",
        chinese: "\(time) 晚于申请提交时间（\(submitted.iso)），请按小票填写（--time）；"
          + "若提交时间有误，请拒绝后以正确的 submitted_at 重新提交")
    }
    return purchase
  }

  /// When the claim was made, on the mall's clock; `nil` in no year of a receipt.
  private func submissionTime(of record: ClaimRecord) -> PrintedTime? {
    PrintedTime(record.claim.submittedAt, in: settings.mall.timeZone)
  }

  /// - Parameter reason: a stable code (`refund`), or the reviewer's own words.
  package func reject(
    _ id: ClaimID, reason: String, reviewer: String
  ) async throws(ClaimingError) -> ClaimRecord {
    let code = Reason(rawValue: reason)
    let review = Review(reviewer: reviewer, note: code == nil ? reason : nil)
    let now = now()
    return try await stored { [ledger] () throws(LedgerError) in
      try await ledger.reject(id, review: review, reasons: [code ?? .reviewerRejected], at: now)
    }
  }

  /// Takes a credit back. With `releasesPurchase` the purchase may be claimed again.
  package func reverse(
    _ id: ClaimID, reason: String, reviewer: String, releasesPurchase: Bool
  ) async throws(ClaimingError) -> ClaimRecord {
    let (now, asked) = (now(), settings.layouts.asked)
    let reversed = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.reverse(
        id, review: Review(reviewer: reviewer, note: reason), releasesPurchase: releasesPurchase,
        at: now, layouts: asked)
    }
    layouts.tell(reversed.layouts)
    return reversed.record
  }
}

extension ReviewDesk {
  /// Carries out a decision that was made elsewhere.
  package func apply(
    _ row: ReviewDecisionsFile.Row
  ) async throws(ClaimingError) -> ClaimRecord {
    switch row.decision {
    case .approve:
      try await approve(
        row.claimID, corrections: row.corrections, reviewer: row.reviewer, note: row.reason,
        confirmsDistinct: row.confirmsDistinct, confirmation: .named(row.confirms))
    case .reject:
      try await reject(row.claimID, reason: row.reason ?? "", reviewer: row.reviewer)
    }
  }
}

/// How a reviewer who approves a claim says that what is unusual of its purchase was seen.
package enum Confirmation: Sendable {
  /// By approving it again after it was told; `besides`: what the reviewer was asked for just now.
  case again(besides: Set<Reason> = [])
  /// By its name, once it was told: a decision that is only handed in a second time confirms
  /// nothing.
  case named(Set<Reason>)
}

extension Reason {
  /// What a claim stays in review for until the reviewer confirms it.
  package static let confirmable: [Reason] = [
    .amountUnseen, .counterUnseen, .receiptNumberUnseen, .amountOutOfBounds, .currencyForeign,
    .tooOld, .inFuture, .counterClosed, .memberDailyLimit, .counterDailyLimit, .belowMinimum,
    .excluded,
  ]
}

/// What a purchase that a reviewer has confirmed is still held against: a person confirms what the
/// paper says, not that nobody was credited for it before, nor that it is a usual purchase.
private struct ConfirmedScreening: Sendable {
  let purchase: Purchase
  /// What was entered and looks mistyped.
  let unseen: Set<Reason>
  let isNumberEntered: Bool
  let confirmsDistinct: Bool
  let confirmation: Confirmation
  let submittedAt: PrintedTime
  let mallCurrency: Currency
  let policy: ScreeningPolicy

  /// The review that the claim stays in; `nil` when nothing stands against a credit.
  func doubt(at counter: Counter, in context: DecisionContext) -> Decision? {
    let kind = context.record.reading?.kind.best?.value ?? .sale
    let objections = objections(
      to: purchase, at: counter, submittedAt: submittedAt, mallCurrency: mallCurrency,
      history: context.history, by: policy)
    var entered: [Reason] = unseen.contains(.counterUnseen) ? [.counterUnseen] : []
    // An amount out of bounds is asked about anyway.
    if unseen.contains(.amountUnseen), !objections.contains(.amountOutOfBounds) {
      entered.append(.amountUnseen)
    }
    if unseen.contains(.receiptNumberUnseen), isToldApartByNumber(on: kind, in: context.history) {
      entered.append(.receiptNumberUnseen)
    }
    var reasons = (entered + objections).filter { !isConfirmed($0, in: context.record) }
    var signals = reasons.map { Signal($0.rawValue, detail: subject(of: $0)) }
    if !isDistinct(context.record),
      let other = resembling(purchase, on: kind, in: context.history, by: policy)
    {
      reasons.insert(.possibleDuplicate, at: 0)
      signals.insert(Signal(Reason.possibleDuplicate.rawValue, detail: other.rawValue), at: 0)
    }
    return reasons.isEmpty ? nil : asked(reasons, signals, in: context.record)
  }

  /// Whether its number alone keeps it from being a purchase that was credited.
  private func isToldApartByNumber(on kind: Kind, in history: History) -> Bool {
    var unnumbered = purchase
    unnumbered.receiptNumber = nil
    return resembling(unnumbered, on: kind, in: history, by: policy) != nil
  }

  /// The review that a claim stays in whose purchase the rules give nothing for, until the reviewer
  /// has seen that: a rejection is final, and the amount may be mistyped.
  func warning(of outcome: Decision.Outcome, in context: DecisionContext) -> Decision? {
    guard case .reject(let all) = outcome else { return nil }
    let reasons = all.filter { !isConfirmed($0, in: context.record) }
    let signals = reasons.map { Signal($0.rawValue, detail: subject(of: $0)) }
    return reasons.isEmpty ? nil : asked(reasons, signals, in: context.record)
  }

  private func asked(
    _ reasons: [Reason], _ signals: [Signal], in record: ClaimRecord
  ) -> Decision {
    let replaced = Set(signals.map(\.code)).union(Self.duplicates.map(\.rawValue))
    return Decision(
      .review(reasons), signals: signals + record.signals.filter { !replaced.contains($0.code) })
  }

  private static let duplicates: [Reason] = [.possibleDuplicate, .duplicatePurchase]

  /// Whether the reviewer has seen that of these very values, and overrides it: of another amount
  /// it is news.
  private func isConfirmed(_ reason: Reason, in record: ClaimRecord) -> Bool {
    let told = record.signals.filter { $0.code == reason.rawValue }
    // Without them it was the machine, of what it read, before the reviewer looked.
    if record.reasons.contains(reason), told.isEmpty, isAsRead(reason, in: record.reading) {
      return true
    }
    let isTold =
      record.reasons.contains(reason) && told.contains { $0.detail == subject(of: reason) }
    return switch confirmation {
    case .named(let reasons): isTold && reasons.contains(reason)
    case .again(let besides): isTold || besides.contains(reason)
    }
  }

  /// What a reason speaks of.
  private func subject(of reason: Reason) -> String {
    switch reason {
    case .amountOutOfBounds, .currencyForeign, .belowMinimum, .amountUnseen:
      purchase.amount.decimal
    case .receiptNumberUnseen:
      "\(purchase.receiptNumber?.rawValue ?? "") \(purchase.amount.decimal) \(purchase.time.iso)"
    case .tooOld, .inFuture: purchase.time.iso
    case .counterClosed: "\(purchase.counter.rawValue) \(purchase.time.iso)"
    case .excluded, .counterUnseen: purchase.counter.rawValue
    default: reason.rawValue
    }
  }

  /// The reviewer has left what the reason speaks of as the machine read it.
  private func isAsRead(_ reason: Reason, in reading: Reading?) -> Bool {
    guard let reading else { return true }
    let isCounter = reading.counter.best?.value.code == purchase.counter
    return switch reason {
    case .amountOutOfBounds, .currencyForeign, .belowMinimum, .amountUnseen:
      reading.amount.best?.value == purchase.amount
    case .tooOld, .inFuture: reading.time.best?.value == purchase.time
    case .counterClosed: isCounter && reading.time.best?.value == purchase.time
    case .receiptNumberUnseen: reading.receiptNumber.best?.value == purchase.receiptNumber
    case .excluded, .counterUnseen: isCounter
    default: true
    }
  }

  /// Only a receipt number of its own tells a purchase from another of its moment, one that was
  /// entered or read for certain.
  private func isDistinct(_ record: ClaimRecord) -> Bool {
    let read = record.reading?.receiptNumber.best
    let isCertain =
      isNumberEntered
      || read?.value == purchase.receiptNumber
        && (read?.probability ?? 0) >= policy.receiptNumberProbabilityMin
    return confirmsDistinct && purchase.receiptNumber != nil && isCertain
  }
}
