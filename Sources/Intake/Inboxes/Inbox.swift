/// The directory that photographs are dropped into. First signatures; the bodies follow.
package actor Inbox {
  private let directory: String
  private let settings: InboxSettings

  package init(
    directory: String, settings: InboxSettings,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
  ) throws(IntakeError) {
    self.directory = directory
    self.settings = settings
  }

  /// Looks at everything in the inbox.
  package func scan() throws(IntakeError) -> InboxScan { InboxScan() }

  /// Moves a received photograph to `directory/name`, by renaming, and removes its note.
  package func take(
    _ candidate: InboxCandidate, into directory: String, as name: String
  ) throws(IntakeError) {}

  /// Lets the next scan hand the candidate out again.
  package func putBack(_ candidate: InboxCandidate) {}

  /// When to scan: at once, on changes, and when a scan's `nextLook` or the regular rescan is due.
  /// Ends when its reader stops.
  package nonisolated func wakeUps() -> AsyncStream<InboxWakeUp> { AsyncStream { $0.finish() } }
}
