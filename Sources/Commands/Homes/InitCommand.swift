import ArgumentParser
import Claiming
import Foundation
import Receipts

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a home.",
    discussion: """
      Makes the directory with commented settings, an empty store, an inbox and a place for \
      pictures. On a home that is there already it changes nothing.

      EXAMPLES
        xiaopiao init --home mall
        xiaopiao init --home mall-hk --currency HKD --time-zone Asia/Hong_Kong
      """)

  @OptionGroup var home: HomeOptions
  @Option(help: "What a \"$\" or no sign means, and what points are counted in. (default: CNY)")
  var currency: String?
  @Option(help: "The wall clock that receipts print. (default: Asia/Shanghai)")
  var timeZone: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let currency, !Currency.known.contains(Currency(currency)) {
      let known = Currency.known.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--currency must be one of \(known), not \(currency)")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("--time-zone must be one like Asia/Shanghai, not \(timeZone)")
    }
  }

  func run() throws {
    var settings = Settings()
    if let currency { settings.mall.currency = Currency(currency) }
    if let timeZone { settings.mall.timeZoneName = timeZone }
    let made = try Home.made(at: home.path, settings: settings)
    if !made.isNew { try check(home.settings(of: made.home).mall, of: made.home) }
    output.print(
      HomeReport(home: made.home, isNew: made.isNew, language: output.language(of: home)))
  }

  /// What was asked for must not silently differ from what is there.
  private func check(_ mall: Settings.Mall, of home: Home) throws {
    for (asked, kept) in [(currency, mall.currency.rawValue), (timeZone, mall.timeZoneName)] {
      guard let asked, asked != kept else { continue }
      throw ValidationError(
        "\(home.path) is a home already, with \(kept), not \(asked); its settings are in "
          + home.settingsPath)
    }
  }
}

private struct HomeReport: Report {
  let home: Home
  let isNew: Bool
  let language: Language

  var objects: [JSON] { [["home": .text(home.path), "new": .truth(isNew)]] }

  func lines(on terminal: Terminal) -> [String] {
    guard isNew else {
      return [
        language(
          "\(home.path) is a home already; nothing was changed", "\(home.path) 已经建立，未作改动")
      ]
    }
    return [
      language("made the home", "已建立") + " \(home.path)",
      language("next", "下一步")
        + ": xiaopiao counters import FILE.csv, members import FILE.csv, rules apply FILE.toml",
    ]
  }
}
