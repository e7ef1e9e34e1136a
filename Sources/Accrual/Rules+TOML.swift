import Receipts
import TOMLKit

extension Rules {
  /// Reads the text of a rules file; the error names the key, and the line where it is known.
  package init(toml: String) throws(RulesError) {
    let file = try Self.file(toml)
    let knownKeys = ["per", "points", "currency", "rounding", "minimum", "stacking"]
    guard let points = try file.table("points", knownKeys: knownKeys) else {
      throw RulesError(key: "points", "is missing; it says what an amount earns")
    }
    guard let code = try points.string("currency") else {
      throw points.error("currency", "is missing; write the mall's, like \"CNY\"")
    }
    let currency = Currency(code)
    guard Currency.known.contains(currency) else {
      let known = Currency.known.map(\.rawValue).joined(separator: ", ")
      throw points.error("currency", "\"\(code)\" is not known; known: \(known)")
    }
    let base = try Override(points, currency: currency)
    guard let per = base.per else {
      throw points.error("per", "is missing; the amount that earns `points`, like \"1.00\"")
    }
    guard let earned = base.points else {
      throw points.error("points", "is missing; the points that `per` earns, like 1")
    }
    self.currency = currency
    rate = Rate(per: per, points: earned, minimum: base.minimum ?? 0)
    rounding = try points.choice("rounding") ?? .down
    stacking = try points.choice("stacking") ?? .best
    categories = try Self.overrides("category", in: file, currency: currency)
    counters = Dictionary(
      uniqueKeysWithValues: try Self.overrides("counter", in: file, currency: currency)
        .map { (CounterCode($0.key), $0.value) })
    tiers = try Self.tiers(in: file)
    campaigns = try Self.campaigns(in: file)
    try checkSum()
  }

  private static func file(_ toml: String) throws(RulesError) -> RulesTable {
    guard toml.utf8.count <= RulesLimits.textBytesMax else {
      throw RulesError(
        "the file has \(toml.utf8.count) bytes; the limit is \(RulesLimits.textBytesMax)")
    }
    // The parser is given a C string, and would take what stands before a NUL for the whole.
    guard !toml.utf8.contains(0) else { throw RulesError("the file contains a NUL byte") }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: toml)
    } catch let error as TOMLParseError {
      throw RulesError(
        line: error.source.begin.line, column: error.source.begin.column, error.description)
    } catch {
      throw RulesError("the file is no TOML: \(error)")
    }
    return try RulesTable(
      table, path: "", knownKeys: ["points", "category", "counter", "tier", "campaign"])
  }

  private static func overrides(_ key: String, in file: RulesTable, currency: Currency)
    throws(RulesError) -> [String: Override]
  {
    var overrides: [String: Override] = [:]
    for (name, table) in try file.tables(
      key, knownKeys: ["per", "points", "minimum", "excluded"])
    {
      overrides[name] = try Override(table, currency: currency)
    }
    return overrides
  }

  private static func tiers(in file: RulesTable) throws(RulesError) -> [Tier: Multiplier] {
    var tiers: [Tier: Multiplier] = [:]
    let least = Multiplier(tenThousandths: 1)
    for (name, table) in try file.tables("tier", knownKeys: ["multiplier"]) {
      guard let multiplier = try table.multiplier("multiplier", atLeast: least) else {
        throw table.error("multiplier", "is missing")
      }
      tiers[Tier(name)] = multiplier
    }
    return tiers
  }

  private static func campaigns(in file: RulesTable) throws(RulesError) -> [Campaign] {
    let tables = try file.list("campaign", knownKeys: Campaign.knownKeys)
    guard tables.count <= RulesLimits.campaignsMax else {
      throw RulesError(
        key: "campaign", "there are \(tables.count); the limit is \(RulesLimits.campaignsMax)")
    }
    var campaigns: [String: Campaign] = [:]
    for table in tables {
      let campaign = try Campaign(table)
      guard campaigns.updateValue(campaign, forKey: campaign.id) == nil else {
        throw table.error(
          "id", "\"\(campaign.id)\" is there twice; caps and budget are counted by it")
      }
    }
    return campaigns.values.sorted { $0.id < $1.id }
  }

  /// Holds the campaigns that add up to the limit that keeps points within `Int64`.
  private func checkSum() throws(RulesError) {
    let one = Multiplier.one.tenThousandths
    let sum = campaigns.reduce(one) { $0 + $1.multiplier.tenThousandths - one }
    guard stacking == .best || sum <= RulesLimits.multiplierSumMax.tenThousandths else {
      throw RulesError(
        key: "campaign",
        "with stacking \"sum\" all multipliers together may be \(RulesLimits.multiplierSumMax), "
          + "and are \(Multiplier(tenThousandths: sum)); remove campaigns that are over")
    }
  }
}

extension Rules.Override {
  fileprivate init(_ table: RulesTable, currency: Currency) throws(RulesError) {
    per = try table.amount("per", currency: currency, isZeroAllowed: false)
    points = try table.integer("points", in: 1...RulesLimits.pointsMax)
    minimum = try table.amount("minimum", currency: currency, isZeroAllowed: true)
    isExcluded = try table.flag("excluded")
  }
}

extension Campaign {
  fileprivate static let knownKeys = [
    "id", "name", "multiplier", "from", "to", "categories", "counters", "tiers",
    "cap_per_member", "cap_per_member_day", "cap_per_day", "budget",
  ]

  fileprivate init(_ table: RulesTable) throws(RulesError) {
    guard let id = try table.string("id") else {
      throw table.error("id", "is missing; caps and budget are counted by it")
    }
    guard let multiplier = try table.multiplier("multiplier", atLeast: .one) else {
      throw table.error("multiplier", "is missing")
    }
    guard let from = try table.time("from") else { throw table.error("from", "is missing") }
    guard let to = try table.time("to") else {
      throw table.error("to", "is missing; the first moment that counts no more")
    }
    guard from < to else { throw table.error("to", "is not after `from`, so nothing would count") }
    let caps: ClosedRange<Int64> = 0...RulesLimits.capMax
    self.init(
      id: id, name: try table.string("name"), multiplier: multiplier,
      window: Window(from: from, to: to), categories: Set(try table.strings("categories")),
      counters: Set(try table.strings("counters").map { CounterCode($0) }),
      tiers: Set(try table.strings("tiers").map { Tier($0) }),
      capPerMember: try table.integer("cap_per_member", in: caps),
      capPerMemberDay: try table.integer("cap_per_member_day", in: caps),
      capPerDay: try table.integer("cap_per_day", in: caps),
      budget: try table.integer("budget", in: caps))
  }
}

extension Multiplier: CustomStringConvertible {
  var description: String {
    let whole = tenThousandths / 10_000
    let fraction = String(tenThousandths % 10_000 + 10_000).dropFirst()
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    return digits.isEmpty ? "\(whole)" : "\(whole).\(String(digits))"
  }
}
