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
  @Option(help: "What a \"$\" or no sign on a receipt means, and what points are counted in.")
  var currency = "CNY"
  @Option(help: "The wall clock that receipts print.")
  var timeZone = "Asia/Shanghai"
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard Currency.known.contains(Currency(currency)) else {
      let known = Currency.known.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--currency must be one of \(known), not \(currency)")
    }
    guard TimeZone(identifier: timeZone) != nil else {
      throw ValidationError("--time-zone must be one like Asia/Shanghai, not \(timeZone)")
    }
  }

  func run() throws {
    var settings = Settings()
    settings.mall.currency = Currency(currency)
    settings.mall.timeZoneName = timeZone
    let made = try Home.made(at: home.path, settings: settings)
    output.print(HomeReport(home: made.home, isNew: made.isNew))
  }
}

private struct HomeReport: Report {
  let home: Home
  let isNew: Bool

  var objects: [JSON] { [["home": .text(home.path), "new": .truth(isNew)]] }

  func lines(on terminal: Terminal) -> [String] {
    guard isNew else { return ["\(home.path) is a home already; nothing was changed"] }
    return [
      "made the home \(home.path)",
      "next: xiaopiao counters import FILE.csv, members import FILE.csv, rules apply FILE.toml",
    ]
  }
}
