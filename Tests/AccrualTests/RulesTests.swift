import Accrual
import Receipts
import Testing

@Suite("Reading a rules file")
struct RulesTests {
  private static let points = """
    [points]
    currency = "CNY"
    per = "1.00"
    points = 1

    """

  private static func campaign(_ lines: String) -> String {
    points
      + """
      [[campaign]]
      id = "a"
      multiplier = "2"
      from = 2026-11-20
      to = 2026-11-21
      [[campaign]]

      """ + lines
  }

  private static let window = "from = 2026-11-20T10:00:00\nto = 2026-11-21T10:00:00\n"

  private static let mistakes: [(toml: String, key: String)] =
    headMistakes + overrideMistakes + campaignMistakes

  private static let headMistakes: [(toml: String, key: String)] = [
    ("", "points"),
    ("points = 3", "points"),
    (with("[tiers.gold]"), "tiers"),
    (with("roundign = \"down\""), "points.roundign"),
    (with("rounding = \"bankers\""), "points.rounding"),
    (with("rounding = 1"), "points.rounding"),
    (with("stacking = \"all\""), "points.stacking"),
    (with("minimum = \"-1\""), "points.minimum"),
    (with("minimum = \"1.005\""), "points.minimum"),
    (with("minimum = 10.5"), "points.minimum"),
    (points.replacing("CNY", with: "XXX"), "points.currency"),
    (points.replacing("currency = \"CNY\"", with: ""), "points.currency"),
    (points.replacing("per = \"1.00\"", with: ""), "points.per"),
    (points.replacing("\"1.00\"", with: "\"0\""), "points.per"),
    (points.replacing("\"1.00\"", with: "1.00"), "points.per"),
    (points.replacing("\"1.00\"", with: "\"1e3\""), "points.per"),
    (points.replacing("points = 1", with: ""), "points.points"),
    (points.replacing("points = 1", with: "points = 0"), "points.points"),
    (points.replacing("points = 1", with: "points = -1"), "points.points"),
    (points.replacing("points = 1", with: "points = 1001"), "points.points"),
    (points.replacing("points = 1", with: "points = \"1\""), "points.points"),
  ]

  private static let overrideMistakes: [(toml: String, key: String)] = [
    (with("[category]\n\"餐饮\" = 2"), "category.餐饮"),
    (with("[category.\"餐饮\"]\nexcluded = 1"), "category.餐饮.excluded"),
    (with("[counter.\"2F075\"]\nmultiplier = \"2\""), "counter.2F075.multiplier"),
    (with("[tier.gold]"), "tier.gold.multiplier"),
    (with("[tier.gold]\nmultiplier = 1.5"), "tier.gold.multiplier"),
    (with("[tier.gold]\nmultiplier = \"0\""), "tier.gold.multiplier"),
    (with("[tier.gold]\nmultiplier = \"100.0001\""), "tier.gold.multiplier"),
    (with("[tier.gold]\nmultiplier = \"1.23456\""), "tier.gold.multiplier"),
    (with("[campaign]\nid = \"a\""), "campaign"),
  ]

  /// The second campaign of a file has these lines.
  private static let campaignMistakes: [(toml: String, key: String)] = [
    ("multiplier = \"2\"\nfrom = 2026-11-20\nto = 2026-11-21", "id"),
    ("id = \"a\"\nmultiplier = \"3\"\nfrom = 2026-11-20\nto = 2026-11-21", "id"),
    ("id = \"b\"\nfrom = 2026-11-20\nto = 2026-11-21", "multiplier"),
    ("id = \"b\"\nmultiplier = \"0.5\"", "multiplier"),
    ("id = \"b\"\nmultiplier = \"101\"", "multiplier"),
    ("id = \"b\"\nmultiplier = 8.0", "multiplier"),
    (double + "to = 2026-11-20", "from"),
    (double + "from = 2026-11-20", "to"),
    (double + "from = 2026-11-20\nto = 2026-11-20", "to"),
    (double + "from = 2026-11-21\nto = 2026-11-20", "to"),
    (double + "to = 2026-11-20\nfrom = \"2026-11-19\"", "from"),
    (double + "from = 2026-11-20T10:00:00+08:00", "from"),
    (double + "from = 2026-11-20T10:00:00.5", "from"),
    (double + "from = 1886-11-20", "from"),
    (double + "from = 10:00:00", "from"),
    (double + window + "cap = 5", "cap"),
    (double + window + "budget = -5", "budget"),
    (double + window + "budget = 1.5", "budget"),
    (double + window + "cap_per_member = \"5\"", "cap_per_member"),
    (double + window + "tiers = \"gold\"", "tiers"),
    (double + window + "tiers = [1]", "tiers"),
  ].map { (toml: campaign($0.0), key: "campaign[2].\($0.1)") }

  private static let double = "id = \"b\"\nmultiplier = \"2\"\n"

  private static func with(_ lines: String) -> String { points + lines }

  @Test("the example is valid and earns a point for each unit", arguments: Currency.known)
  func example(currency: Currency) throws {
    let rules = try Rules(toml: Rules.example(currency: currency))
    #expect(rules.points(for: try Samples.purchase("25", currency: currency)) == 25)
    #expect(rules.currency == currency)
  }

  @Test("the example's commented parts are valid too")
  func exampleInFull() throws {
    let text = Rules.example(currency: .cny).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { line in
      line.hasPrefix("# [") || line.contains(" = ") ? line.drop { $0 == "#" || $0 == " " } : line
    }.joined(separator: "\n")
    let rules = try Rules(toml: text)
    #expect(rules.namedCounters == [CounterCode("2F075")])
    #expect(rules.namedCategories == ["餐饮", "珠宝", "服饰"])
    // 100.00 at 2 points and 1.5 for the tier, and 8 times that, cut at 1000 a member and day.
    let points = rules.points(
      for: try Samples.purchase(counter: "1F001"), counter: Samples.counter("1F001"),
      tier: Tier("gold"))
    #expect(points == 300 + 1000)
  }

  @Test(
    "a mistake is named by its key",
    arguments: mistakes)
  func mistakeNamed(toml: String, key: String) throws {
    let error = try #require(throws: RulesError.self) { try Rules(toml: toml) }
    #expect(error.key == key)
    #expect(error.description.hasPrefix("\(key): "))
  }

  @Test("a mistake in the TOML itself is named by line and column")
  func syntax() throws {
    let error = try #require(throws: RulesError.self) {
      try Rules(toml: "[points]\nper = \"1.00\nx = 1\n")
    }
    #expect(error.line == 2)
    #expect(error.column != nil)
    #expect(error.description.hasPrefix("line 2, column "))
  }

  @Test("a key that is there twice is a mistake")
  func twice() throws {
    let error = try #require(throws: RulesError.self) {
      try Rules(toml: Self.points + "points = 2")
    }
    #expect(error.line == 5)
  }

  @Test("what stands behind a NUL is not passed over")
  func nul() {
    #expect(throws: RulesError.self) { try Rules(toml: Self.points + "\0[tier.gold]") }
  }

  @Test("campaigns that add up to more than the limit are refused")
  func sumLimit() {
    let campaigns = (1...11).map { index in
      "[[campaign]]\nid = \"c\(index)\"\nmultiplier = \"100\"\n\(Self.window)"
    }
    #expect(throws: RulesError.self) {
      try Rules(toml: Self.points + "stacking = \"sum\"\n" + campaigns.joined())
    }
    #expect(throws: Never.self) { try Rules(toml: Self.points + campaigns.joined()) }
  }
}
