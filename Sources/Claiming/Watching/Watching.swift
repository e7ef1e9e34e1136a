import Foundation
import Intake
import Ledger
package import Logging
import Receipts
import ServiceLifecycle

/// The service behind `xiaopiao watch`: what is dropped into the inbox becomes claims.
///
/// It stops when its service group shuts down gracefully: pages in hand are finished, files that
/// were not begun stay in the inbox.
package struct Watching: Sendable {
  let pipeline: ClaimingPipeline
  let inbox: Inbox
  let logger: Logger
  /// Told what became of each claim, and of each file that cannot be one.
  let decided: @Sendable (ClaimOutcome) async -> Void

  /// - Parameter directory: the inbox; `nil` for the home's own.
  package init(
    pipeline: ClaimingPipeline, directory: String?, logger: Logger,
    decided: @escaping @Sendable (ClaimOutcome) async -> Void
  ) throws(ClaimingError) {
    self.pipeline = pipeline
    self.logger = logger
    self.decided = decided
    let directory = directory ?? pipeline.home.inboxPath
    do throws(IntakeError) {
      inbox = try Inbox(
        directory: directory, settings: pipeline.settings.watch,
        limits: pipeline.settings.intake, timeZone: pipeline.settings.mall.timeZone)
    } catch {
      throw .inputUnusable(path: directory, why: "\(error)")
    }
  }

  package func run() async throws {
    let resumed = try await pipeline.resume(decided: decided)
    if resumed > 0 { logger.notice("resumed \(resumed) claims that were cut short") }
    var pruned: ContinuousClock.Instant?
    for await wakeUp in inbox.wakeUps().cancelOnGracefulShutdown() {
      if case .degraded(let why) = wakeUp {
        logger.warning("the inbox is only looked at every now and then: \(why)")
      }
      while !Task.isShuttingDownGracefully, try await scan() {}
      if pruned.map({ ContinuousClock.now - $0 > .seconds(86_400) }) ?? true {
        pruned = .now
        let count = try await pipeline.pruneImages()
        if count > 0 { logger.notice("deleted \(count) pictures past their time") }
      }
    }
  }

  /// Whether there was anything to do: then there may be more.
  private func scan() async throws(ClaimingError) -> Bool {
    let scan: InboxScan
    do throws(IntakeError) {
      scan = try await inbox.scan()
    } catch {
      throw .storeUnavailable("\(error)")
    }
    for refusal in scan.refusals { logger.warning("\(refusal.message)") }
    guard !scan.candidates.isEmpty else { return false }
    var rest = scan.candidates[...]
    do throws(ClaimingError) {
      try await pipeline.run {
        guard !Task.isShuttingDownGracefully, let next = rest.popFirst() else { return nil }
        return submission(of: next)
      } decided: { outcome in
        await decided(outcome)
      }
    } catch {
      for candidate in rest { await inbox.putBack(candidate) }
      throw error
    }
    return true
  }

  private func submission(of candidate: InboxCandidate) -> Submission {
    Submission(
      file: candidate.file, origin: .inbox(candidate, inbox), memberID: candidate.memberID,
      submittedAt: candidate.submittedAt, claimID: candidate.claimID)
  }
}
