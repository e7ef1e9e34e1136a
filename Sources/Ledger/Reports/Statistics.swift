package import Receipts

/// How the claims of a home went.
package struct Statistics: Hashable, Sendable {
  package var states: [ClaimState: Int] = [:]
  /// By the first reason of claims that are in review or rejected, the most frequent first.
  package var reasons: [ReasonCount] = []
  package var counters: [CounterCount] = []
  /// Claims that are decided: all but those received.
  package var decided = 0
  /// Credited with no person involved, and not reversed.
  package var straightThrough = 0
  package var pointsCredited = Points.zero
  /// From taking the picture to the first decision; `nil` before any.
  package var elapsed: Percentiles?

  package struct ReasonCount: Hashable, Sendable {
    package var reason: Reason
    package var count: Int
  }

  package struct CounterCount: Hashable, Sendable {
    /// `nil`: the claims whose counter is not known.
    package var code: CounterCode?
    package var name: String?
    package var states: [ClaimState: Int]
    package var straightThrough: Int
  }

  package struct Percentiles: Hashable, Sendable {
    package var p50Milliseconds: Int
    package var p95Milliseconds: Int
    package var p99Milliseconds: Int
  }
}

extension Ledger {
  package func statistics() async throws(LedgerError) -> Statistics { fatalError() }
}
