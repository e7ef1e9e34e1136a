import Foundation
import Synchronization

/// A line on standard error that says how far a run is; silent where that is no terminal.
final class Progress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let shown = Mutex(0)

  init(total: Int) {
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1
  }

  func show(_ done: Int) {
    guard isShown else { return }
    shown.withLock { last in
      guard done > last else { return }
      last = done
      let seconds = max(
        0.001,
        Double(elapsed.components.seconds)
          + Double(elapsed.components.attoseconds) * 1e-18)
      let rate = Double(done) / seconds
      let left = Int(Double(total - done) / rate)
      write(
        String(format: "\r%d of %d pictures, %.1f a second, %d s left ", done, total, rate, left))
    }
  }

  func end() {
    if isShown { write("\n") }
  }

  private var elapsed: Duration { ContinuousClock.now - start }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
