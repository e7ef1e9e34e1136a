import Receipts
import Testing

@testable import ReceiptPress

/// A roll of a small or large mall; every test names its seed.
func roll(
  seed: UInt64, counters: Int = 200, currency: Currency = .cny,
  kinds: [(TruthKind, Double)] = RollSettings.usualKinds
) throws -> ReceiptRoll {
  let until = try #require(Day(iso: "2026-11-20"))
  let mall = Mall(
    MallPlan(seed: seed, counterCount: counters, currency: currency, until: until))
  return ReceiptRoll(mall, settings: RollSettings(kinds: kinds))
}
