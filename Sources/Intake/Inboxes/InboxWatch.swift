import Foundation
import Glibc
import Synchronization
import SystemPackage

/// Tells when the inbox should be scanned: a thread of its own that sleeps until inotify speaks, or
/// the next look or the regular rescan is due.
final class InboxWatch: Sendable {
  private let root: FilePath
  private let settings: InboxSettings
  private let state = Mutex(State())

  private struct State {
    var nextLook: ContinuousClock.Instant?
    /// Which thread is the current one; an older one ends.
    var run = 0
    /// Written to, it wakes the current thread; `nil` while none runs.
    var kick: FileDescriptor?

    func wakeThread() {
      // A full pipe wakes it as well, and without a thread nobody has to be woken.
      _ = try? kick?.writeAll([1])
    }
  }

  init(root: FilePath, settings: InboxSettings) {
    self.root = root
    self.settings = settings
  }

  /// Wakes the reader after this long, or sooner for another cause.
  func lookAgain(after duration: Duration?) {
    guard let duration else { return }
    state.withLock { state in
      let instant = ContinuousClock().now + duration
      state.nextLook = min(state.nextLook ?? instant, instant)
      state.wakeThread()
    }
  }

  /// Ends when its reader stops, when it is called again, or at once when the system has no
  /// descriptors left.
  func wakeUps() -> AsyncStream<InboxWakeUp> {
    // What does not fit is not lost: the wake-ups before it were not heard yet either, and one
    // scan answers them all.
    let (stream, continuation) = AsyncStream.makeStream(
      of: InboxWakeUp.self, bufferingPolicy: .bufferingOldest(8))
    do {
      let pipe = try FileDescriptor.pipe(options: [.closeOnExec, .nonBlocking])
      let run = begin(kick: pipe.writeEnd)
      continuation.onTermination = { _ in self.end(run) }
      Thread.detachNewThread {
        self.watch(run, kicks: pipe.readEnd, continuation)
        continuation.finish()
        self.end(run)
        // Closing can only fail for what was written, and nothing that counts was.
        try? pipe.writeEnd.close()
        try? pipe.readEnd.close()
      }
    } catch {
      continuation.yield(.degraded("the inbox cannot be watched: \(error)"))
      continuation.finish()
    }
    return stream
  }

  private func begin(kick: FileDescriptor) -> Int {
    state.withLock { state in
      state.wakeThread()
      state.kick = kick
      state.run += 1
      return state.run
    }
  }

  private func end(_ run: Int) {
    state.withLock { state in
      guard state.run == run else { return }
      state.wakeThread()
      state.kick = nil
      state.run += 1
    }
  }

  private func isCurrent(_ run: Int) -> Bool { state.withLock { $0.run == run } }

  private func watch(
    _ run: Int, kicks: FileDescriptor, _ continuation: AsyncStream<InboxWakeUp>.Continuation
  ) {
    let tree = WatchedTree(
      root: root, depthMax: settings.depthMax, directoriesMax: settings.watchedDirectoriesMax)
    var wakeUp: InboxWakeUp? = .started
    var rescan = ContinuousClock().now + settings.rescansEvery
    while isCurrent(run) {
      if let failure = tree.takeFailure() { continuation.yield(.degraded(degradation(failure))) }
      if let wakeUp { continuation.yield(wakeUp) }
      wait(for: [kicks.rawValue, tree.descriptor], until: dueTime(before: rescan))
      drain(kicks)
      wakeUp = tree.wakeUp()
      if takeDue(rescan) {
        rescan = ContinuousClock().now + settings.rescansEvery
        wakeUp = wakeUp ?? .due
      }
    }
  }

  private func degradation(_ failure: String) -> String {
    "not every change is told of (\(failure)); the inbox is looked at every \(settings.rescansEvery)"
  }

  private func dueTime(before rescan: ContinuousClock.Instant) -> ContinuousClock.Instant {
    min(state.withLock(\.nextLook) ?? rescan, rescan)
  }

  /// Whether it is time; the next look is used up then.
  private func takeDue(_ rescan: ContinuousClock.Instant) -> Bool {
    let now = ContinuousClock().now
    return state.withLock { state in
      guard min(state.nextLook ?? rescan, rescan) <= now else { return false }
      state.nextLook = nil
      return true
    }
  }

  private func wait(for descriptors: [Int32?], until due: ContinuousClock.Instant) {
    var waiting = descriptors.compactMap(\.self)
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let left = ContinuousClock().now.duration(to: due)
    // Rounded up, so that it does not wake a moment early and spin.
    let milliseconds = min(max(left / .milliseconds(1), 0).rounded(.up), 3_600_000)
    _ = poll(&waiting, nfds_t(waiting.count), Int32(milliseconds))
  }

  private func drain(_ kicks: FileDescriptor) {
    var buffer = [UInt8](repeating: 0, count: 256)
    // It does not wait: an empty pipe is an error that ends the loop.
    while let count = try? buffer.withUnsafeMutableBytes({ try kicks.read(into: $0) }), count > 0 {}
  }
}
