package import Receipts

/// The points rules of a mall, as its TOML file says. All numbers in it are whole: amounts in the
/// minor unit, multipliers in ten-thousandths.
package struct Rules: Hashable, Sendable {
  /// The mall's currency; a purchase in another earns nothing.
  package var currency: Currency
  var rounding: Rounding
  var stacking: Stacking
  var rate: Rate
  var categories: [String: Override]
  var counters: [CounterCode: Override]
  var tiers: [Tier: Multiplier]
  /// By identifier, so that their order in the file means nothing.
  var campaigns: [Campaign]

  /// How a fraction of a point ends. It is applied once, to the exact product of amount, rate,
  /// tier and campaigns.
  enum Rounding: String, CaseIterable {
    case down
    case halfUp = "half_up"
    case up
  }

  /// What a purchase gets that several campaigns apply to.
  enum Stacking: String, CaseIterable {
    /// The one campaign that adds most to it, caps counted.
    case best
    /// Every campaign's extra, counted from the points without campaigns: 2× and 3× give 4×.
    case sum
  }

  /// The points of an amount.
  struct Rate: Hashable {
    /// The amount that earns `points`, in the minor unit.
    var per: Int64
    var points: Int64
    /// A purchase below it earns nothing.
    var minimum: Int64
  }

  /// What a category or a counter has of its own; the rest is as it was.
  struct Override: Hashable {
    var per: Int64?
    var points: Int64?
    var minimum: Int64?
    var isExcluded: Bool?
  }

  /// The counters that the rules name, so that they can be held against the register.
  package var namedCounters: Set<CounterCode> {
    campaigns.reduce(into: Set(counters.keys)) { $0.formUnion($1.counters) }
  }

  /// The tiers that the rules name, so that they can be held against the members.
  package var namedTiers: Set<Tier> {
    campaigns.reduce(into: Set(tiers.keys)) { $0.formUnion($1.tiers) }
  }

  /// The categories that the rules name.
  package var namedCategories: Set<String> {
    campaigns.reduce(into: Set(categories.keys)) { $0.formUnion($1.categories) }
  }
}

/// The limits of a rules file. Within them no count of points leaves `Int64`: the largest amount
/// (10¹⁰ minor units), at 1000 points a minor unit, times 100 for the tier and 1000 for the
/// campaigns, is 10¹⁸; and no product on the way leaves `Int128`.
enum RulesLimits {
  static let textBytesMax = 1_000_000
  static let pointsMax: Int64 = 1000
  static let multiplierMax = Multiplier(tenThousandths: 100 * Multiplier.one.tenThousandths)
  /// Of all campaigns together, where they add up.
  static let multiplierSumMax = Multiplier(tenThousandths: 1000 * Multiplier.one.tenThousandths)
  static let campaignsMax = 1000
  /// Caps and budgets.
  static let capMax: Int64 = 1_000_000_000_000
}

/// A factor with up to four decimal digits.
struct Multiplier: Hashable {
  var tenThousandths: Int64

  static let one = Multiplier(tenThousandths: 10_000)

  /// Reads a plain decimal: `8`, `1.5`, `0.0125`; `nil` for anything else.
  init?(decimal text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, (1...6).contains(whole.count) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...4).contains(fraction.count) else { return nil }
    let digits = String(whole) + fraction + String(repeating: "0", count: 4 - fraction.count)
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(digits)
    else { return nil }
    tenThousandths = value
  }

  init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }
}
