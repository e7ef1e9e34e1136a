import Foundation
import Intake
import Ledger
import Logging
import Receipts

extension ClaimingPipeline {
  /// Goes on with claims that were taken and never decided because a run was cut short, as far as
  /// their pictures are kept. The others go on when they are handed in again; how many there are is
  /// logged.
  ///
  /// - Returns: how many there were.
  package func resume(
    decided: (ClaimOutcome) async -> Void
  ) async throws(ClaimingError) -> Int {
    let left = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.claims(in: [.received], limit: 100_000)
    }
    var submissions = left.compactMap { record in
      keptPath(of: record).map { path in
        Submission(
          file: record.claim.file, origin: .kept(path: path, digest: record.claim.imageDigest),
          memberID: record.claim.memberID, submittedAt: record.claim.submittedAt,
          claimID: record.claim.id)
      }
    }[...]
    let count = submissions.count
    if count < left.count {
      logger.warning(
        """
        \(left.count - count) claims were cut short and have no picture kept; they go on when \
        their pictures are handed in again
        """)
    }
    guard count > 0 else { return 0 }
    try await run(submissions: { submissions.popFirst() }, decided: decided)
    return count
  }

  /// Where the picture of a claim lies; for one that was refused, where the file was set aside.
  private func keptPath(of record: ClaimRecord) -> String? {
    guard record.claim.imageDigest.rawValue.isEmpty else {
      return images.path(of: record.claim.imageDigest)
    }
    if let path = record.takenPath { return home.path + "/" + path }
    // A run that was cut short between setting the file aside and writing down where it is.
    let path = home.path + "/" + images.refusedPath(of: record.id)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Deletes kept pictures older than the settings say, but none whose claim is not decided or in
  /// review.
  ///
  /// - Returns: how many were deleted.
  package func pruneImages() async throws(ClaimingError) -> Int {
    guard settings.retention.imagesDays > 0 else { return 0 }
    let wanted = try await stored { [ledger] () throws(LedgerError) in
      try await ledger.claims(in: [.received, .review], limit: 1_000_000)
    }
    return images.prune(
      before: now().addingTimeInterval(-86_400 * Double(settings.retention.imagesDays)),
      keeping: Set(wanted.map(\.claim.imageDigest)))
  }
}

extension ClaimingPipeline {
  /// Whether claims can be decided at all.
  ///
  /// - Throws: ``ClaimingError/noRules``, ``ClaimingError/noMembers``.
  package func checkReady() async throws(ClaimingError) {
    _ = try await desk()
    let members = try await stored { [ledger] () throws(LedgerError) in try await ledger.members() }
    guard !members.isEmpty else { throw .noMembers }
  }

  /// Claims the pictures of a directory, row by row, until the service is stopped.
  package func run(
    _ rows: [ClaimRow], directory: String, decided: (ClaimOutcome) async -> Void
  ) async throws(ClaimingError) {
    var rest = rows[...]
    let now = now
    try await run {
      guard !StoppableService.isStopping, let row = rest.popFirst() else { return nil }
      return Submission(
        file: row.file, origin: .file(path: directory + "/" + row.file), memberID: row.memberID,
        submittedAt: row.submittedAt ?? now(), claimID: row.claimID, occurrence: row.occurrence)
    } decided: { outcome in
      await decided(outcome)
    }
  }
}
