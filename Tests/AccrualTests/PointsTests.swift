import Accrual
import Receipts
import Testing

@Suite("The points of a purchase without campaigns")
struct PointsTests {
  @Test(
    "a fraction of a point ends as the rules say",
    arguments: [
      ("0.99", "down", 0), ("1.00", "down", 1), ("1.99", "down", 1), ("1042.06", "down", 1042),
      ("0.49", "half_up", 0), ("0.50", "half_up", 1), ("1.49", "half_up", 1),
      ("1.50", "half_up", 2), ("0.01", "up", 1), ("1.00", "up", 1), ("1.01", "up", 2),
    ] as [(String, String, Int64)])
  func rounding(amount: String, rounding: String, points: Int64) throws {
    let rules = try Samples.rules("rounding = \"\(rounding)\"")
    #expect(rules.points(for: try Samples.purchase(amount)) == points)
  }

  @Test("points are rounded once, after the tier: 1.99 at 1.5 gives 2, not 1")
  func roundedOnce() throws {
    let rules = try Samples.rules("", "[tier.gold]\nmultiplier = \"1.5\"")
    #expect(rules.points(for: try Samples.purchase("1.99"), tier: Tier("gold")) == 2)
    #expect(rules.points(for: try Samples.purchase("1.99")) == 1)
  }

  @Test("a purchase earns by what its unit's tenant was that day")
  func formerTenant() throws {
    let rules = try Samples.rules("", "[category.\"珠宝\"]\npoints = 3")
    var counter = Samples.counter()
    counter.openedOn = Day(iso: "2026-11-15")
    counter.former = [
      Counter(
        code: counter.code, name: "旧", category: "珠宝", closedOn: Day(iso: "2026-11-10"))
    ]
    func points(_ time: String) throws -> Int64 {
      rules.points(for: try Samples.purchase(at: time), counter: counter)
    }
    #expect(try points("2026-11-20T12:37") == 100)
    #expect(try points("2026-11-09T12:37") == 300)
  }

  @Test(
    "a tier multiplies, and a tier the rules do not name counts once",
    arguments: [("gold", 150), ("silver", 110), ("bronze", 100), (nil, 100)]
      as [(String?, Int64)])
  func tiers(tier: String?, points: Int64) throws {
    let rules = try Samples.rules(
      "", "[tier.gold]\nmultiplier = \"1.5\"\n[tier.silver]\nmultiplier = \"1.1\"")
    #expect(rules.points(for: try Samples.purchase(), tier: tier.map { Tier($0) }) == points)
  }

  @Test(
    "the counter has the last word over its category, and the category over the rest",
    arguments: [
      ("1F001", nil, 100), ("1F001", "餐饮", 200), ("1F001", "珠宝", 10), ("2F075", nil, 300),
      ("2F075", "餐饮", 300), ("2F075", "珠宝", 30), ("1F001", "停车", 0), ("9F999", "停车", 100),
    ] as [(String, String?, Int64)])
  func overrides(code: String, category: String?, points: Int64) throws {
    let rules = try Samples.rules(
      "",
      """
      [category."餐饮"]
      points = 2
      [category."珠宝"]
      per = "10.00"
      [category."停车"]
      excluded = true
      [counter."2F075"]
      points = 3
      [counter."9F999"]
      excluded = false
      """)
    let counter = Samples.counter(code, category: category)
    #expect(rules.points(for: try Samples.purchase(counter: code), counter: counter) == points)
  }

  @Test(
    "what is below the minimum earns nothing, and the minimum itself earns",
    arguments: [("9.99", true), ("10.00", false), ("10.01", false)])
  func minimum(amount: String, isBelow: Bool) throws {
    let rules = try Samples.rules("minimum = \"10.00\"")
    #expect(rules.nothing(for: try Samples.purchase(amount)) == (isBelow ? .belowMinimum : nil))
  }

  @Test("each reason for nothing is told")
  func reasons() throws {
    let rules = try Samples.rules("", "[counter.\"2F075\"]\nexcluded = true")
    let elsewhere = Samples.counter("1F001")
    #expect(rules.nothing(for: try Samples.purchase()) == .excluded)
    #expect(
      rules.nothing(for: try Samples.purchase(currency: .hkd), counter: elsewhere)
        == .currencyForeign)
    #expect(rules.nothing(for: try Samples.purchase("0.50"), counter: elsewhere) == .belowMinimum)
    #expect(rules.nothing(for: try Samples.purchase("0.00"), counter: elsewhere) == .belowMinimum)
    #expect(rules.nothing(for: try Samples.purchase("-5.00"), counter: elsewhere) == .belowMinimum)
    var huge = try Samples.purchase()
    huge.amount.minorUnits = Money.minorUnitsMax + 1
    #expect(rules.nothing(for: huge, counter: elsewhere) == .amountOutOfBounds)
  }

  @Test("a currency without minor unit is counted in its unit")
  func yen() throws {
    let rules = try Rules(toml: "[points]\ncurrency = \"JPY\"\nper = \"100\"\npoints = 1")
    #expect(rules.points(for: try Samples.purchase("1999", currency: .jpy)) == 19)
  }

  @Test("the largest amount at the largest rate, tier and campaigns stays within Int64")
  func limits() throws {
    let campaigns = (1...10).map { index in
      """
      [[campaign]]
      id = "c\(index)"
      multiplier = "100"
      from = 2026-11-01
      to = 2026-12-01
      """
    }
    let rules = try Samples.rules(
      "per = \"0.01\"\npoints = 1000\nstacking = \"sum\"",
      "[tier.gold]\nmultiplier = \"100\"\n" + campaigns.joined(separator: "\n"))
    let points = rules.points(for: try Samples.purchase("99999999.99"), tier: Tier("gold"))
    #expect(points == 9_999_999_999 * 1000 * 100 * 991)
  }

  @Test("the version given is the version named")
  func version() throws {
    let outcome = try Samples.rules().outcome(
      for: try Samples.purchase(), counter: Samples.counter(), tier: nil, version: 7,
      usage: { _ in CampaignUsage() })
    #expect(outcome == .earned(Accrued(points: Points(100), rulesVersion: 7)))
  }
}
