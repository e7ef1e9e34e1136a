import Accrual
import Extraction
package import Foundation
import Intake
package import Ledger
package import Logging
package import Receipts
import Recognition
import Screening

/// The only place that joins the stages: a picture becomes a claim, a page, a reading, a verdict
/// and, when all is certain, points.
///
/// Pages are recognised by several workers at once; claims are taken and decided one after the
/// other in the order handed in, so that the first of two duplicates is the one that is credited.
package struct ClaimingPipeline: Sendable {
  let home: Home
  let images: ImageStore
  package let ledger: Ledger
  let settings: Settings
  let source: PageSource
  let logger: Logger
  /// The time now; a test gives its own.
  let now: @Sendable () -> Date
  /// What a page says; `nil`: as Extraction reads it.
  let reading: (@Sendable (Page) -> Reading)?
  let layouts: LayoutDesk
  private let keptRegister = KeptRegister()

  package init(
    home: Home, ledger: Ledger, settings: Settings, source: PageSource, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() },
    reading: (@Sendable (Page) -> Reading)? = nil
  ) {
    self.home = home
    images = ImageStore(home: home)
    self.ledger = ledger
    self.settings = settings
    self.source = source
    self.logger = logger
    self.now = now
    self.reading = reading
    layouts = LayoutDesk(ledger: ledger, settings: settings, logger: logger, now: now)
  }

  /// Works through submissions and tells what became of each, in their order.
  ///
  /// - Parameters:
  ///   - submissions: the next one; `nil` at the end, or when it is time to stop: those begun are
  ///     finished.
  ///   - decided: is told the outcome once it is stored.
  /// - Throws: ``ClaimingError/noRules`` before anything is taken;
  ///   ``ClaimingError/readerUnavailable(_:)`` or a broken store in between. What was taken and not
  ///   decided is then left `received`, and goes on when it is handed in again.
  package func run(
    submissions: () async -> Submission?, decided: (ClaimOutcome) async -> Void
  ) async throws(ClaimingError) {
    let desk = try await desk()
    try await layouts.catchUp()
    _ = try await layouts.refreshed()
    // Two for each worker: one is read while the next is taken or waits to be decided.
    let window = OrderedWindow<Taken, Observed>(width: max(2, 2 * source.workers))
    try await window.run { () async throws(ClaimingError) -> Taken? in
      while let submission = await submissions() {
        if let begun = try await taken(submission) { return begun }
      }
      return nil
    } worked: { taken in
      await observed(taken, desk: desk)
    } finished: { observed throws(ClaimingError) in
      await decided(try await outcome(of: observed, desk: desk))
    }
  }

  func desk() async throws(ClaimingError) -> DecisionDesk {
    try await DecisionDesk(
      ledger: ledger, settings: settings, layouts: layouts, kept: keptRegister, now: now,
      reading: reading)
  }

  /// - Returns: `nil` when the inbox has another file by now than the one that was submitted, or
  ///   none. That one is a submission of its own, perhaps of another member.
  func taken(_ submission: Submission) async throws(ClaimingError) -> Taken? {
    let start = ContinuousClock.now
    let image: IntakeImage
    do throws(ImageRefusal) {
      image = try submission.image(limits: settings.intake)
    } catch {
      guard await isCurrent(submission) else { return nil }
      return try await refused(submission, error, since: start)
    }
    guard await isCurrent(submission) else { return nil }
    let claim = claim(of: submission, digest: image.digest)
    // A copy is kept before the row, so that a row that was cut short can always go on. What lies
    // in the inbox is taken after its row: found there again after a crash, it finds its row.
    if case .file = submission.origin { _ = try images.keep(image) }
    switch try await received(claim) {
    case .conflict(let why):
      // The photograph stays where it is: no row would know of it.
      return .decided(ClaimOutcome(conflicting: claim, message: why))
    case .claim(let received):
      let path: String
      switch submission.origin {
      case .file, .kept: path = try images.keep(image)
      case .inbox(let candidate, let inbox):
        path = try await images.take(candidate, from: inbox, as: image)
      }
      try await setTakenPath(path, of: received.record)
      switch received {
      case .decided(let record): return .decided(ClaimOutcome(record, wasDecidedBefore: true))
      case .sameImage(let record): return .decided(ClaimOutcome(record))
      case .new(let record), .resumed(let record):
        return .image(image, BegunClaim(claim, storedAs: record, since: start))
      }
    }
  }

  /// Whether what was read is what was submitted: names in an inbox are used again. Where it is
  /// not, the next scan finds what is there.
  private func isCurrent(_ submission: Submission) async -> Bool {
    guard case .inbox(let candidate, let inbox) = submission.origin else { return true }
    guard !inbox.isUnchanged(candidate) else { return true }
    await inbox.putBack(candidate)
    return false
  }

  private func refused(
    _ submission: Submission, _ refusal: ImageRefusal, since start: ContinuousClock.Instant
  ) async throws(ClaimingError) -> Taken {
    // No digest: the row says that no picture came with this claim.
    var digest = ImageDigest("")
    if case .kept(_, let known) = submission.origin { digest = known }
    let claim = claim(of: submission, digest: digest)
    switch try await received(claim) {
    case .claim(let received):
      var path: String?
      if case .inbox(let candidate, let inbox) = submission.origin {
        path = try await images.takeRefused(candidate, from: inbox, claim: claim.id)
      }
      if let path { try await setTakenPath(path, of: received.record) }
      switch received {
      case .decided(let record):
        return .decided(
          ClaimOutcome(record, message: refusal.message, wasDecidedBefore: true))
      case .sameImage(let record):
        return .decided(ClaimOutcome(record, message: refusal.message))
      case .new(let record), .resumed(let record):
        let begun = BegunClaim(claim, storedAs: record, since: start)
        return claim.imageDigest.rawValue.isEmpty
          ? .refused(refusal, begun) : .lost(refusal, begun)
      }
    case .conflict(let why):
      return .decided(ClaimOutcome(conflicting: claim, message: why))
    }
  }

  private func setTakenPath(
    _ path: String, of record: ClaimRecord
  ) async throws(ClaimingError) {
    guard record.takenPath != path else { return }
    try await stored { [ledger] () throws(LedgerError) in
      try await ledger.setTakenPath(path, of: record.claim.id)
    }
  }

  private enum HandedIn {
    case claim(Received)
    /// The identifier belongs to a claim for another picture or member; nothing was changed.
    case conflict(String)
  }

  private func received(_ claim: Claim) async throws(ClaimingError) -> HandedIn {
    do throws(LedgerError) {
      return .claim(try await ledger.receive(claim, at: now()))
    } catch .claimDiffers(let id, let difference) {
      return .conflict(LedgerError.claimDiffers(id, in: difference).description)
    } catch {
      throw ClaimingError(error)
    }
  }

  private func claim(of submission: Submission, digest: ImageDigest) -> Claim {
    Claim(
      id: submission.claimID(for: digest), memberID: submission.memberID, file: submission.file,
      imageDigest: digest, submittedAt: submission.submittedAt)
  }

  /// Reads the page. A reader that dies gets the picture once more: it may have died of the
  /// machine's memory rather than of the picture.
  private func observed(_ taken: Taken, desk: DecisionDesk) async -> Observed {
    switch taken {
    case .refused(let refusal, let begun): return .refused(refusal, begun)
    case .lost(let refusal, let begun): return .lost(refusal, begun)
    case .decided(let outcome): return .decided(outcome)
    case .image(let image, let begun):
      let start = ContinuousClock.now
      var attempts = 0
      while true {
        attempts += 1
        let choice: PageSource.LineChoice = { desk.linesThatMatter(on: $0, claim: begun.claim) }
        switch await source.page(image, begun.claim.file, choice) {
        case .success(let read):
          return .page(read.page, begun.after(milliseconds: read.workMilliseconds))
        case .failure(.crashed) where attempts < 2: continue
        case .failure(let failure):
          return .failed(failure, begun.after(milliseconds: start.elapsedMilliseconds))
        }
      }
    }
  }

  private func outcome(
    of observed: Observed, desk: DecisionDesk
  ) async throws(ClaimingError) -> ClaimOutcome {
    switch observed {
    case .decided(let outcome):
      return outcome
    case .refused(let refusal, let begun):
      return ClaimOutcome(
        try await desk.reject(begun, as: refusal.reason), message: refusal.message)
    case .lost(let refusal, let begun):
      return ClaimOutcome(
        try await desk.ask(begun, for: refusal.reasonWhenKept), message: refusal.message)
    case .page(let page, let begun):
      // Now and not before: the claim before this one may have taught the counter's layout.
      let start = ContinuousClock.now
      let reading = try await desk.reading(of: page, claim: begun.claim)
      return ClaimOutcome(
        try await desk.decide(
          begun.after(milliseconds: start.elapsedMilliseconds), page: page, reading: reading))
    case .failed(let failure, let begun):
      return ClaimOutcome(
        try await desk.decide(begun, failure: failure), message: failure.description)
    }
  }
}

/// A submission that has its row in the store.
enum Taken: Sendable {
  /// Its page is wanted.
  case image(IntakeImage, BegunClaim)
  case refused(ImageRefusal, BegunClaim)
  /// It was a photograph when it was taken; what is kept of it cannot be used any more.
  case lost(ImageRefusal, BegunClaim)
  /// Nothing is left to do.
  case decided(ClaimOutcome)
}

/// A submission after its page was read.
enum Observed: Sendable {
  case page(Page, BegunClaim)
  case failed(RecognitionFailure, BegunClaim)
  case refused(ImageRefusal, BegunClaim)
  case lost(ImageRefusal, BegunClaim)
  case decided(ClaimOutcome)
}

/// A claim that is being worked on.
struct BegunClaim: Sendable {
  var claim: Claim
  /// The work on it so far: taking and reading, without waiting for a worker or for its turn.
  var elapsedMilliseconds: Int

  /// A claim that was handed in now. One that was handed in before is as old as it was then.
  init(_ claim: Claim, storedAs record: ClaimRecord, since start: ContinuousClock.Instant) {
    self.claim = claim
    self.claim.submittedAt = record.claim.submittedAt
    elapsedMilliseconds = start.elapsedMilliseconds
  }

  func after(milliseconds: Int) -> BegunClaim {
    var begun = self
    begun.elapsedMilliseconds += milliseconds
    return begun
  }
}

extension ImageRefusal {
  /// Why a person is asked about a photograph that was taken as a good one.
  fileprivate var reasonWhenKept: Reason {
    [.imageMissing, .imageUnreadable, .imageNotAFile].contains(reason)
      ? .imageUnreadable : .imageDamaged
  }
}

extension ContinuousClock.Instant {
  var elapsedMilliseconds: Int { Int((ContinuousClock.now - self) / .milliseconds(1)) }
}
