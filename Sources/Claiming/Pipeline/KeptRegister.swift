import Extraction
import Receipts
import Synchronization

/// The register as counters are looked for in it, made anew only where the store has another: for
/// twenty thousand counters that takes longer than a picture, and a watched inbox runs once for each that
/// comes alone.
final class KeptRegister: Sendable {
  private let kept = Mutex<(counters: [Counter], index: CounterIndex)?>(nil)

  /// - Parameters:
  ///   - counters: as the store has them now.
  ///   - mall: as the settings name it, the same each time.
  func index(of counters: [Counter], mall: String) -> CounterIndex {
    if let kept = kept.withLock(\.self), kept.counters == counters { return kept.index }
    let index = CounterIndex(counters, mall: mall)
    kept.withLock { $0 = (counters, index) }
    return index
  }
}
