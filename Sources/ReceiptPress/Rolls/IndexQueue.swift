import Synchronization

/// Hands out the indices of a run to its workers, and counts those that are done.
final class IndexQueue: Sendable {
  private let state: Mutex<(next: Int, done: Int)>
  private let limit: Int

  init(_ indices: Range<Int>) {
    state = Mutex((next: indices.lowerBound, done: 0))
    limit = indices.upperBound
  }

  /// `nil` when all have been handed out.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < limit else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Counts one as done, and says how many are.
  func finish() -> Int {
    state.withLock { state in
      state.done += 1
      return state.done
    }
  }
}
