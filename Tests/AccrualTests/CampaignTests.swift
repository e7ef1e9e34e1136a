import Accrual
import Receipts
import Testing

@Suite("What campaigns add")
struct CampaignTests {
  private static func campaign(_ id: String = "opening", _ lines: String = "") -> String {
    """

    [[campaign]]
    id = "\(id)"
    multiplier = "8"
    from = 2026-11-20T10:00:00
    to = 2026-11-22T00:00:00
    \(lines)
    """
  }

  @Test(
    "the window holds from its first second to before its end, by the time on the paper",
    arguments: [
      ("2026-11-20T09:59:59", false), ("2026-11-20T10:00:00", true), ("2026-11-20T09:59", false),
      ("2026-11-20T10:00", true), ("2026-11-21T23:59:59", true), ("2026-11-21T23:59", true),
      ("2026-11-22T00:00:00", false), ("2026-11-22T00:00", false),
      // A day counts when all of it lies inside.
      ("2026-11-20", false), ("2026-11-21", true), ("2026-11-22", false),
    ])
  func window(time: String, isInside: Bool) throws {
    let rules = try Samples.rules("", Self.campaign())
    #expect(rules.points(for: try Samples.purchase(at: time)) == (isInside ? 800 : 100))
  }

  @Test("a minute counts when all of it lies inside, where the window ends within a minute")
  func windowWithinMinute() throws {
    let rules = try Samples.rules(
      "",
      """
      [[campaign]]
      id = "odd"
      multiplier = "2"
      from = 2026-11-20T10:00:30
      to = 2026-11-20T11:00:30
      """)
    for (time, points) in [
      ("10:00", 100), ("10:01", 200), ("10:59", 200), ("11:00", 100), ("10:00:30", 200),
      ("11:00:29", 200), ("11:00:30", 100),
    ] as [(String, Int64)] {
      #expect(rules.points(for: try Samples.purchase(at: "2026-11-20T\(time)")) == points)
    }
  }

  @Test(
    "a campaign is for the categories, counters and tiers it lists",
    arguments: [
      ("", 800), ("categories = [\"餐饮\"]", 800), ("categories = [\"珠宝\", \"服饰\"]", 100),
      ("counters = [\"2F075\"]", 800), ("counters = [\"1F001\"]", 100),
      ("tiers = [\"gold\"]", 800), ("tiers = [\"silver\"]", 100), ("tiers = []", 800),
      ("categories = [\"餐饮\"]\ncounters = [\"1F001\"]", 100),
    ] as [(String, Int64)])
  func scope(lines: String, points: Int64) throws {
    let rules = try Samples.rules("", Self.campaign("opening", lines))
    #expect(rules.points(for: try Samples.purchase(), tier: Tier("gold")) == points)
  }

  @Test("a member without tier and a counter without category are in no list of them")
  func noTier() throws {
    let tiers = try Samples.rules("", Self.campaign("opening", "tiers = [\"gold\"]"))
    #expect(tiers.points(for: try Samples.purchase(), tier: nil) == 100)
    let categories = try Samples.rules("", Self.campaign("opening", "categories = [\"餐饮\"]"))
    let counter = Samples.counter(category: nil)
    #expect(categories.points(for: try Samples.purchase(), counter: counter) == 100)
  }

  @Test(
    "caps and budget cut what the campaign adds, never the points without it",
    arguments: [
      ("cap_per_member = 500", [500, 0, 0, 0], 100), ("cap_per_member = 500", [499, 0, 0, 0], 101),
      ("cap_per_member = 500", [0, 0, 0, 0], 600), ("cap_per_member = 700", [0, 0, 0, 0], 800),
      ("cap_per_member_day = 300", [0, 100, 0, 0], 300),
      ("cap_per_day = 1000", [0, 0, 990, 0], 110), ("budget = 100000", [0, 0, 0, 99_999], 101),
      ("budget = 100000", [0, 0, 0, 100_000], 100),
      // Used beyond what a later version of the rules allows.
      ("budget = 50", [0, 0, 0, 100], 100), ("budget = 0", [0, 0, 0, 0], 100),
      // The tightest of all counts.
      ("cap_per_member = 500\ncap_per_day = 20\nbudget = 100", [0, 0, 0, 0], 120),
    ] as [(String, [Int64], Int64)])
  func caps(lines: String, used: [Int64], points: Int64) throws {
    let rules = try Samples.rules("", Self.campaign("opening", lines))
    let usage = CampaignUsage(
      total: Points(used[3]), member: Points(used[0]), memberOnDay: Points(used[1]),
      onDay: Points(used[2]))
    let purchase = try Samples.purchase()
    #expect(rules.points(for: purchase, usage: ["opening": usage]) == points)
  }

  @Test("a grant names the campaign and what it added")
  func grants() throws {
    let rules = try Samples.rules("", Self.campaign("opening", "budget = 30"))
    let outcome = rules.outcome(
      for: try Samples.purchase(), counter: Samples.counter(), tier: nil, version: 1,
      usage: { _ in CampaignUsage() })
    #expect(
      outcome
        == .earned(
          Accrued(
            points: Points(130), rulesVersion: 1,
            grants: [CampaignGrant(campaign: "opening", points: Points(30))])))
  }

  @Test(
    "several campaigns give the best one, or their sum",
    arguments: [("best", 300), ("sum", 400)] as [(String, Int64)])
  func stacking(stacking: String, points: Int64) throws {
    let rules = try Samples.rules("stacking = \"\(stacking)\"", Self.twoAndThree)
    #expect(rules.points(for: try Samples.purchase()) == points)
  }

  private static let twoAndThree =
    campaign("double").replacing("\"8\"", with: "\"2\"")
    + campaign("triple").replacing("\"8\"", with: "\"3\"")

  @Test("the best campaign is the one that still adds most, not the one with most in its name")
  func bestAfterBudget() throws {
    let rules = try Samples.rules("", Self.twoAndThree + "\nbudget = 50")
    let outcome = rules.outcome(
      for: try Samples.purchase(), counter: Samples.counter(), tier: nil, version: 1,
      usage: { _ in CampaignUsage() })
    #expect(
      outcome
        == .earned(
          Accrued(
            points: Points(200), rulesVersion: 1,
            grants: [CampaignGrant(campaign: "double", points: Points(100))])))
  }

  @Test("the order of campaigns in the file changes nothing", arguments: ["best", "sum"])
  func order(stacking: String) throws {
    let parts = ["a", "b", "c"].enumerated().map { index, id in
      Self.campaign(id).replacing("\"8\"", with: "\"1.\(index + 3)333\"")
    }
    let forth = try Samples.rules("stacking = \"\(stacking)\"", parts.joined())
    let back = try Samples.rules("stacking = \"\(stacking)\"", parts.reversed().joined())
    #expect(forth == back)
  }

  @Test("shares of a sum make up the total, which is rounded once")
  func shares() throws {
    let parts = ["a", "b", "c"].map { Self.campaign($0).replacing("\"8\"", with: "\"1.3333\"") }
    let rules = try Samples.rules("stacking = \"sum\"", parts.joined())
    // 1.99 × (1 + 3 × 0.3333) = 3.979…
    #expect(rules.points(for: try Samples.purchase("1.99")) == 3)
  }

  @Test("usage is asked once for each campaign that applies, and its failure is passed on")
  func usageAsked() throws {
    struct Unavailable: Error, Equatable { var campaign: String }
    let rules = try Samples.rules(
      "", Self.campaign("here") + Self.campaign("elsewhere", "counters = [\"1F001\"]"))
    var asked: [String] = []
    _ = rules.outcome(
      for: try Samples.purchase(), counter: Samples.counter(), tier: nil, version: 1
    ) { id in
      asked.append(id)
      return CampaignUsage()
    }
    #expect(asked == ["here"])
    let purchase = try Samples.purchase()
    #expect(throws: Unavailable(campaign: "here")) {
      try rules.outcome(for: purchase, counter: Samples.counter(), tier: nil, version: 1) {
        (id) throws(Unavailable) in throw Unavailable(campaign: id)
      }
    }
  }
}
