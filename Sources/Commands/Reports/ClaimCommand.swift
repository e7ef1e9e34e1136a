import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct ClaimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Everything about one claim.",
    discussion: """
      The fields with every candidate and its evidence, signals, decisions and entries.

      EXAMPLES
        xiaopiao claim 3f2a9c0e5b7d1846a1b2c3d4e5f60718
      """)

  @OptionGroup var claim: ClaimArgument
  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let home = try home.home()
    let settings = try self.home.settings(of: home)
    let ledger = try home.ledger()
    let id = try await claim.claimID(in: ledger)
    let detail = try await stored { () throws(LedgerError) in try await ledger.detail(of: id) }
    guard let detail else { throw ClaimingError.unknown("there is no claim \(id)") }
    output.print(
      ClaimReport(
        detail: detail, picture: home.picture(of: detail.record),
        settings: settings, language: output.language(settings)))
  }
}
