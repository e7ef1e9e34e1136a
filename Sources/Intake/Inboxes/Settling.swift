/// Knows since when each file of the inbox has been what it is. Pure: it is told the time and what
/// the files look like, and it is asked whether one may be taken.
struct Settling<Key: Hashable & Sendable> {
  /// What may be done with a file.
  enum State: Hashable {
    /// Still changing, or incomplete: worth another look after this long.
    case waiting(Duration)
    case settled
    /// Incomplete for too long.
    case outOfPatience
  }

  private struct Sighting {
    var fingerprint: FileFingerprint
    var since: ContinuousClock.Instant
    /// Whether its content was found whole; asked once for each fingerprint.
    var isWhole: Bool?
    var scan: Int
  }

  private let settlesAfter: Duration
  private let patience: Duration
  private var sightings: [Key: Sighting] = [:]
  private var scan = 0

  init(settlesAfter: Duration, patience: Duration) {
    self.settlesAfter = settlesAfter
    self.patience = patience
  }

  /// Whether the file may be taken. `isWhole` is asked only when it has not changed for long
  /// enough, and once: a file that is incomplete and does not change stays incomplete.
  mutating func state(
    of key: Key, _ fingerprint: FileFingerprint, at now: ContinuousClock.Instant,
    isWhole: () -> Bool
  ) -> State {
    var sighting = sightings[key] ?? Sighting(fingerprint: fingerprint, since: now, scan: scan)
    if sighting.fingerprint != fingerprint {
      sighting = Sighting(fingerprint: fingerprint, since: now, scan: scan)
    }
    sighting.scan = scan
    defer { sightings[key] = sighting }
    let age = sighting.since.duration(to: now)
    guard age >= settlesAfter else { return .waiting(settlesAfter - age) }
    let found = sighting.isWhole ?? isWhole()
    sighting.isWhole = found
    if found { return .settled }
    return age >= patience ? .outOfPatience : .waiting(patience - age)
  }

  /// Begins a scan; every file that is seen before ``endScan()`` is remembered.
  mutating func beginScan() { scan += 1 }

  /// Forgets the files that are gone.
  mutating func endScan() { sightings = sightings.filter { $0.value.scan == scan } }

  var rememberedCount: Int { sightings.count }
}
