package import Receipts

/// How the claims of a home went.
package struct Statistics: Hashable, Sendable {
  package var states: [ClaimState: Int] = [:]
  /// By the first reason of claims that are in review or rejected, the most frequent first.
  package var reasons: [ReasonCount] = []
  /// By code and layout; the claims whose counter is not known come last.
  package var counters: [CounterCount] = []
  /// Claims that are decided: all but those received.
  package var decided = 0
  /// Credited with no person involved, and not reversed.
  package var straightThrough = 0
  /// What members have of all credits, after reversals.
  package var pointsCredited = Points.zero
  /// How many layouts are in each state.
  package var layouts: [LayoutVersion.State: Int] = [:]
  /// Counters whose tills have changed their print and have no new layout yet: why the last was
  /// demoted.
  package var changedCounters: [LayoutEventRecord] = []
  /// From taking the picture to the first decision; `nil` before any.
  package var elapsed: Percentiles?

  /// Of the decided claims; `nil` before any.
  package var straightThroughShare: Double? {
    decided == 0 ? nil : Double(straightThrough) / Double(decided)
  }

  package struct ReasonCount: Hashable, Sendable {
    package var reason: Reason
    package var count: Int
  }

  package struct CounterCount: Hashable, Sendable {
    /// `nil`: the claims whose counter is not known.
    package var code: CounterCode?
    package var name: String?
    /// The version of the counter's layout that took part; `nil`: none did.
    package var layoutVersion: Int?
    package var states: [ClaimState: Int]
    package var straightThrough: Int
  }

  /// By the nearest rank: the smallest value that at least so many per cent do not exceed.
  package struct Percentiles: Hashable, Sendable {
    package var p50Milliseconds: Int
    package var p95Milliseconds: Int
    package var p99Milliseconds: Int

    package init(p50Milliseconds: Int, p95Milliseconds: Int, p99Milliseconds: Int) {
      self.p50Milliseconds = p50Milliseconds
      self.p95Milliseconds = p95Milliseconds
      self.p99Milliseconds = p99Milliseconds
    }
  }
}
