import Receipts

/// What one look at the inbox found.
package struct InboxScan: Sendable, Hashable {
  /// Ready to be received, oldest first. Each is handed out once, until it is taken, put back or
  /// changed.
  package var candidates: [InboxCandidate]
  /// Files that cannot be claims. Each is reported once; it was moved to `.refused/`, or stays
  /// where it is when that failed.
  package var refusals: [InboxRefusal]
  /// How many files are still being written or waited for.
  package var waitingCount: Int
  /// When to look again for those, at the latest; `nil` when there are none.
  package var nextLook: Duration?

  package init(
    candidates: [InboxCandidate] = [], refusals: [InboxRefusal] = [], waitingCount: Int = 0,
    nextLook: Duration? = nil
  ) {
    self.candidates = candidates
    self.refusals = refusals
    self.waitingCount = waitingCount
    self.nextLook = nextLook
  }
}

/// A file in the inbox that cannot become a claim.
package struct InboxRefusal: Sendable, Hashable {
  /// The path below the inbox; bytes that are not UTF-8 and control characters as `%FF`.
  package var file: String
  package var problem: InboxProblem
  /// Where it is now, below the inbox: `.refused/photo.jpg`; `nil` when it could not be moved.
  package var movedTo: String?

  package init(file: String, problem: InboxProblem, movedTo: String?) {
    self.file = file
    self.problem = problem
    self.movedTo = movedTo
  }

  /// For logs: what is wrong and what to do.
  package var message: String { "\(file): \(problem.text(in: .english))" }
}
