import Intake
import Receipts
import Screening
import Testing

@testable import Claiming

@Suite("Settings")
struct SettingsTests {
  private func settings(_ toml: String) throws -> Settings {
    var settings = Settings()
    try SettingsFile.overlay(toml, path: "xiaopiao.toml", on: &settings)
    return settings
  }

  @Test("the commented file of a new home says what the defaults are")
  func template() throws {
    var chosen = Settings()
    chosen.mall.currency = .hkd
    chosen.mall.timeZoneName = "Asia/Hong_Kong"
    chosen.mall.name = "\"Mall\" \\ 1"
    let text = SettingsTemplate.text(of: chosen)
    #expect(try settings(text) == chosen)
    // Every default that is commented out is itself a valid setting.
    let uncommented = text.split(separator: "\n").map { line -> String in
      let name = line.dropFirst(2).prefix { $0 != " " }
      let isSetting =
        line.hasPrefix("# ") && line.contains(" = ") && name.first?.isLowercase == true
        && name.allSatisfy { $0.isLowercase || $0 == "_" }
      return String(isSetting ? line.dropFirst(2) : line)
    }.joined(separator: "\n")
    #expect(uncommented != text)
    #expect(try settings(uncommented) == chosen)
  }

  @Test("settings of every kind are read")
  func reading() throws {
    let read = try settings(
      """
      [mall]
      currency = "HKD"
      language = "zh"
      [watch]
      settle_ms = 900
      [screening]
      credit_probability_min = 1
      credits_card_slips = true
      amount_bounds = ["1.00", "2.50"]
      [screening.amount_bounds_by_counter]
      2F075 = ["3.00", "500.00"]
      """)
    #expect(read.mall.currency == .hkd)
    #expect(read.mall.language == .chinese)
    #expect(read.watch.settlesAfter == .milliseconds(900))
    #expect(read.screening.creditProbabilityMin == 1)
    #expect(read.screening.creditsCardSlips)
    #expect(read.screening.amountBounds == AmountBounds(minorUnitsMin: 100, minorUnitsMax: 250))
    #expect(
      read.screening.amountBoundsByCounter == [
        "2F075": AmountBounds(minorUnitsMin: 300, minorUnitsMax: 50_000)
      ])
  }

  @Test(
    "what is not understood is an error with its line and key",
    arguments: [
      ("[mall]\nname = \"x\"\ncurency = \"CNY\"", 3, "mall.curency: unknown setting"),
      ("[shop]\nname = \"x\"", 2, "shop.name: unknown section"),
      ("[mall]\ncurrency = \"XXX\"", 2, "mall.currency: must be one of"),
      ("[watch]\n\nsettle_ms = \"fast\"", 3, "watch.settle_ms: must be a whole number"),
      ("[watch]\nsettle_ms = 1", 2, "from 50 to 60000, not 1"),
      ("[screening]\nfield_probability_min = 1.5", 2, "must be a number from 0.0 to 1.0"),
      ("[mall]\ntime_zone = \"Mars/Base\"", 2, "a time zone like"),
      ("[screening]\namount_bounds = [\"5.00\", \"1.00\"]", 2, "two amounts"),
      ("[mall\nname = 1", 1, "xiaopiao.toml:1"),
      ("watch.settle_ms = true", 1, "watch.settle_ms: must be"),
    ])
  func problems(toml: String, line: Int, expected: String) throws {
    let error = try #require(throws: ClaimingError.self) { try settings(toml) }
    guard case .badSettings(let problems) = error else {
      Issue.record("another error: \(error)")
      return
    }
    #expect(problems.first?.line == line)
    #expect(problems.first?.description.contains(expected) == true, "\(problems)")
  }

  @Test("a variable that is no setting is told with the nearest there is; the others are none")
  func unknownVariables() {
    #expect(
      UnknownVariable.all(in: [
        "XIAOPIAO_WATCH_SETTLE": "700", "XIAOPIAO_RECOGNITION_READER": "best",
        "XIAOPIAO_WATCH_RESCAN_S": "7", "XIAOPIAO_HOME": "/x", "XIAOPIAO": "y", "PATH": "/bin",
      ]) == [
        UnknownVariable(
          name: "XIAOPIAO_RECOGNITION_READER", nearest: "XIAOPIAO_RECOGNITION_READERS"),
        UnknownVariable(name: "XIAOPIAO_WATCH_SETTLE", nearest: "XIAOPIAO_WATCH_SETTLE_MS"),
      ])
    let many = Dictionary(uniqueKeysWithValues: (0..<50).map { ("XIAOPIAO_X\($0)", "") })
    #expect(UnknownVariable.all(in: many).count == 10)
  }

  @Test("the environment goes over the file, and is held to the same ranges")
  func environment() throws {
    let settings = try SettingsFile.settings(
      path: nil,
      environment: [
        "XIAOPIAO_WATCH_SETTLE_MS": "700", "XIAOPIAO_SCREENING_AMOUNT_BOUNDS": "1.00, 9.00",
        "XIAOPIAO_HOME": "/x", "PATH": "/bin",
      ])
    #expect(settings.watch.settlesAfter == .milliseconds(700))
    #expect(settings.screening.amountBounds.minorUnitsMax == 900)
    let error = try #require(throws: ClaimingError.self) {
      try SettingsFile.settings(path: nil, environment: ["XIAOPIAO_WATCH_SETTLE_MS": "soon"])
    }
    #expect(error.message.contains("XIAOPIAO_WATCH_SETTLE_MS: must be a whole"))
  }
}
