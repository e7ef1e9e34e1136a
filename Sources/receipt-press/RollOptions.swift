import ArgumentParser
import ReceiptPress
import Receipts

/// The options that decide which papers a mall hands out.
struct RollOptions: ParsableArguments {
  @Option(help: "Decides everything: the mall, its counters, the papers, the photographs.")
  var seed: UInt64 = 1

  @Option(help: "How many counters the mall has.")
  var counters = 500

  @Option(help: "How many papers to print.")
  var receipts = 100

  @Option(help: "The first paper's number, to go on where another run ended.")
  var startIndex = 0

  @Option(help: "The mall's currency.")
  var currency = "CNY"

  @Option(help: "The last day of purchases, as 2026-11-20.")
  var until = "2026-11-20"

  @Option(help: "Over how many days purchases are spread.")
  var days = 24

  @Option(help: "How many members hand in receipts.")
  var members = 120

  @Option(help: "Levels of photograph with weights: 0,1,2,3 or 1:2,2:5,3:1.")
  var levels = "0,1,2,3"

  @Option(help: "Kinds of paper with weights: sale:76,refund:4 (all kinds in the usual shares).")
  var kinds: String?

  @Option(help: "Share of receipts from shops the register does not list.")
  var onlyInRegister = 0.03

  func validate() throws {
    guard counters >= 2, counters <= 5000 else {
      throw ValidationError("--counters is \(counters); it must be 2 to 5000")
    }
    guard receipts >= 1, receipts <= 1_000_000 else {
      throw ValidationError("--receipts is \(receipts); it must be 1 to 1000000")
    }
    guard startIndex >= 0 else {
      throw ValidationError("--start-index is \(startIndex); it must not be negative")
    }
    guard days >= 1, days <= 365 else {
      throw ValidationError("--days is \(days); it must be 1 to 365")
    }
    guard members >= 1, members <= 1_000_000 else {
      throw ValidationError("--members is \(members); it must be 1 to 1000000")
    }
    guard (0...1).contains(onlyInRegister) else {
      throw ValidationError("--only-in-register is \(onlyInRegister); it must be 0 to 1")
    }
    guard Currency.known.contains(Currency(currency)) else {
      let known = Currency.known.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--currency is \(currency); it must be one of \(known)")
    }
    _ = try day()
    _ = try weightedLevels()
    _ = try weightedKinds()
  }

  func roll() throws -> ReceiptRoll {
    let mall = Mall(
      MallPlan(
        seed: seed, counterCount: counters, currency: Currency(currency), until: try day(),
        unregisteredShare: onlyInRegister))
    return ReceiptRoll(
      mall,
      settings: RollSettings(
        startIndex: startIndex, days: days, memberCount: members, kinds: try weightedKinds(),
        levels: try weightedLevels()))
  }

  var indices: Range<Int> { startIndex..<(startIndex + receipts) }

  private func day() throws -> Day {
    guard let day = Day(iso: until) else {
      throw ValidationError("--until is \(until); it must be a day like 2026-11-20")
    }
    return day
  }

  private func weightedLevels() throws -> [(Int, Double)] {
    try weights(of: levels, named: "--levels") { name in
      guard let level = Int(name), (0...3).contains(level) else {
        throw ValidationError("--levels names \(name); levels are 0, 1, 2 and 3")
      }
      return level
    }
  }

  private func weightedKinds() throws -> [(TruthKind, Double)] {
    guard let kinds else { return RollSettings.usualKinds }
    return try weights(of: kinds, named: "--kinds") { name in
      guard let kind = TruthKind(rawValue: name) else {
        let known = TruthKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--kinds names \(name); kinds are \(known)")
      }
      return kind
    }
  }

  private func weights<Choice>(
    of text: String, named option: String, _ choice: (String) throws -> Choice
  ) throws -> [(Choice, Double)] {
    let parts = text.split(separator: ",")
    guard !parts.isEmpty else { throw ValidationError("\(option) is empty") }
    return try parts.map { part in
      let fields = part.split(separator: ":", maxSplits: 1)
      let weight = fields.count == 2 ? Double(fields[1]) : 1
      guard let weight, weight > 0, weight.isFinite else {
        throw ValidationError("\(option) has the weight \(fields[1]); it must be above 0")
      }
      return (try choice(String(fields[0])), weight)
    }
  }
}
