import Extraction
import Receipts
import Recognition
import Screening

extension Extractor {
  /// What reads papers as the settings say, by the weights in force.
  ///
  /// - Parameter counters: the register; `nil` to know counters by name alone.
  /// - Throws: ``ClaimingError/inputUnusable(path:why:)`` for weights that cannot be used.
  init(counters: [Counter]?, settings: Settings) throws(ClaimingError) {
    try self.init(
      register: counters.map { CounterIndex($0, mall: settings.mall.name) }, settings: settings)
  }

  /// - Throws: as ``init(counters:settings:)``.
  init(register: CounterIndex?, settings: Settings) throws(ClaimingError) {
    self.init(
      register: register,
      weights: try WeightsFile.inForce(settings.recognition.strongReaderDirectory),
      claimWindowDays: settings.screening.windowDays)
  }
}
