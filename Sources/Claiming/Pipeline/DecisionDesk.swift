import Accrual
import Extraction
import Foundation
import Ledger
import Receipts
import Recognition
import Screening

/// Turns pages into readings and readings into stored decisions, by one register and one text of
/// the rules.
struct DecisionDesk: Sendable {
  let ledger: Ledger
  let policy: ScreeningPolicy
  let mall: Settings.Mall
  let now: @Sendable () -> Date
  private let layouts: LayoutDesk
  private let extractor: Extractor
  private let readingByTest: (@Sendable (Page) -> Reading)?
  private let register: [CounterCode: Counter]
  private let rules: VersionedRules

  /// Reads the register and the rules in force.
  init(
    ledger: Ledger, settings: Settings, layouts: LayoutDesk, kept: KeptRegister,
    now: @escaping @Sendable () -> Date, reading: (@Sendable (Page) -> Reading)?
  ) async throws(ClaimingError) {
    self.ledger = ledger
    self.layouts = layouts
    policy = settings.screening
    mall = settings.mall
    self.now = now
    readingByTest = reading
    let (counters, version) = try await stored { () throws(LedgerError) in
      (try await ledger.counters(), try await ledger.currentRules())
    }
    guard let version else { throw .noRules }
    do throws(RulesError) {
      rules = try VersionedRules(version)
    } catch {
      throw .storeUnavailable("the rules it keeps cannot be read: \(error)")
    }
    try rules.check(mallCurrency: mall.currency)
    extractor = try Extractor(
      register: kept.index(of: counters, mall: mall.name), settings: settings)
    register = Dictionary(counters.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// By the layouts as they are now.
  func reading(of page: Page, claim: Claim) async throws(ClaimingError) -> Reading {
    if let readingByTest { return readingByTest(page) }
    return extractor.with(try await layouts.refreshed())
      .reading(of: page, context: context(of: claim))
  }

  /// Which lines of a page, read once, are worth a second look.
  func linesThatMatter(on page: Page, claim: Claim) -> [SecondLook] {
    guard readingByTest == nil else { return [] }
    return extractor.with(layouts.shelf).linesThatMatter(on: page, context: context(of: claim))
  }

  private func context(of claim: Claim) -> ExtractionContext {
    ExtractionContext(
      currency: mall.currency, claimDay: PrintedTime(claim.submittedAt, in: mall.timeZone)?.day)
  }

  func decide(
    _ begun: BegunClaim, page: Page, reading: Reading
  ) async throws(ClaimingError) -> ClaimRecord {
    let observation = Observation(
      reading: reading, page: page, layoutVersion: reading.layoutVersion,
      elapsedMilliseconds: begun.elapsedMilliseconds)
    let record = try await decide(
      begun, observation: observation, purchase: purchase(from: reading)
    ) { context in
      try decision(on: reading, in: context)
    }
    if record.state == .credited { await layouts.learn(from: record.id) }
    return record
  }

  /// What became of a picture that gave no page.
  func decide(
    _ begun: BegunClaim, failure: RecognitionFailure
  ) async throws(ClaimingError) -> ClaimRecord {
    let outcome: Decision.Outcome
    switch failure {
    case .timeout: outcome = .review([.readerTimeout])
    case .crashed: outcome = .review([.readerCrashed])
    case .undecodable: outcome = .reject([.imageDamaged])
    case .unavailable(let why): throw .readerUnavailable(why)
    }
    return try await decide(begun, outcome)
  }

  func reject(_ begun: BegunClaim, as reason: Reason) async throws(ClaimingError) -> ClaimRecord {
    try await decide(begun, .reject([reason]))
  }

  /// Leaves a claim that no page can be had of to a person.
  func ask(_ begun: BegunClaim, for reason: Reason) async throws(ClaimingError) -> ClaimRecord {
    try await decide(begun, .review([reason]))
  }

  private func decide(
    _ begun: BegunClaim, _ outcome: Decision.Outcome
  ) async throws(ClaimingError) -> ClaimRecord {
    let observation = Observation(elapsedMilliseconds: begun.elapsedMilliseconds)
    return try await decide(begun, observation: observation, purchase: nil) { context in
      Decision(context.member == nil ? .reject([.memberUnknown]) : outcome)
    }
  }

  private func decide(
    _ begun: BegunClaim, observation: Observation, purchase: Purchase?,
    by decision: @escaping @Sendable (DecisionContext) throws -> Decision
  ) async throws(ClaimingError) -> ClaimRecord {
    let query = HistoryQuery(
      purchase: purchase, submissionDay: mall.day(of: begun.claim.submittedAt))
    let now = now()
    return try await stored { [ledger] () throws(LedgerError) in
      try await ledger.decide(
        begun.claim.id, image: begun.claim.imageDigest, observation: observation, query: query,
        at: now, by: decision)
    }
  }

  /// Runs inside the transaction that stores what it returns.
  private func decision(on reading: Reading, in context: DecisionContext) throws -> Decision {
    guard let member = context.member else { return Decision(.reject([.memberUnknown])) }
    let code = reading.counter.best?.value.code
    let counter = context.counter ?? code.flatMap { register[$0] }
    let submittedAt = context.record.claim.submittedAt
    guard let submitted = PrintedTime(submittedAt, in: mall.timeZone) else {
      return Decision(.review([.timeUncertain]))
    }
    let screened = screened(
      ScreeningSubject(
        reading: reading, submittedAt: submitted, counter: counter, history: context.history,
        hasRegister: !register.isEmpty, mallCurrency: mall.currency),
      by: policy)
    switch screened.verdict {
    case .review(let reasons): return Decision(.review(reasons), signals: screened.signals)
    case .reject(let reasons): return Decision(.reject(reasons), signals: screened.signals)
    case .credit:
      guard let purchase = creditablePurchase(from: reading, by: policy), let counter else {
        return Decision(.review([.counterUnknown]), signals: screened.signals)
      }
      let outcome = try outcome(for: purchase, counter: counter, member: member, in: context)
      return Decision(outcome, signals: screened.signals)
    }
  }

  private func outcome(
    for purchase: Purchase, counter: Counter, member: Member, in context: DecisionContext
  ) throws -> Decision.Outcome {
    try rules.inForce(context.rules).outcome(
      for: purchase, counter: counter, tier: member.tier, in: context)
  }
}

extension Settings.Mall {
  /// From midnight to midnight on the mall's wall.
  func day(of date: Date) -> Range<Date> {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let start = calendar.startOfDay(for: date)
    return start..<(calendar.date(byAdding: .day, value: 1, to: start) ?? start + 86_400)
  }
}
