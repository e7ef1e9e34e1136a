import Accrual
import Receipts
import Testing

/// What most tests buy: 100.00 CNY at a restaurant on 20 November 2026, 12:37.
enum Samples {
  static let day = Day(iso: "2026-11-20")

  static func counter(_ code: String = "2F075", category: String? = "餐饮") -> Counter {
    Counter(code: CounterCode(code), name: "本汕", category: category)
  }

  static func purchase(
    _ amount: String = "100.00", at time: String = "2026-11-20T12:37",
    counter: String = "2F075", currency: Currency = .cny
  ) throws -> Purchase {
    Purchase(
      counter: CounterCode(counter),
      amount: try #require(Money(decimal: amount, currency: currency)),
      time: try printed(time))
  }

  /// To the precision that is written: `2026-11-20`, `…T12:37` or `…T12:37:00`.
  static func printed(_ text: String) throws -> PrintedTime {
    try #require(PrintedTime(iso: text))
  }

  /// Rules with the given lines of `[points]` and whatever follows them.
  static func rules(_ points: String = "", _ rest: String = "") throws -> Rules {
    var lines = ["currency = \"CNY\"", "per = \"1.00\"", "points = 1"]
    for line in points.split(separator: "\n") {
      let key = line.prefix { $0 != " " && $0 != "=" }
      lines.removeAll { $0.hasPrefix("\(key) ") }
      lines.append(String(line))
    }
    return try Rules(toml: "[points]\n" + lines.joined(separator: "\n") + "\n" + rest)
  }
}

extension Rules {
  /// The points, 0 where nothing is earned; without any usage so far.
  func points(
    for purchase: Purchase, counter: Counter = Samples.counter(), tier: Tier? = nil,
    usage: [String: CampaignUsage] = [:]
  ) -> Int64 {
    switch outcome(
      for: purchase, counter: counter, tier: tier, version: 1,
      usage: { usage[$0] ?? CampaignUsage() })
    {
    case .earned(let accrued): accrued.points.value
    case .nothing: 0
    }
  }

  func nothing(for purchase: Purchase, counter: Counter = Samples.counter()) -> Reason? {
    switch outcome(
      for: purchase, counter: counter, tier: nil, version: 1, usage: { _ in CampaignUsage() })
    {
    case .earned: nil
    case .nothing(let reason): reason
    }
  }
}

/// A small generator whose seed is all its state (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
