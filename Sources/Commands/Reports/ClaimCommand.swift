import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct ClaimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Everything about one claim.",
    discussion: """
      The fields with every candidate and its evidence, signals, decisions and entries; of a \
      rejected claim also the way out where there is one.

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
    let language = output.language(settings)
    output.print(
      ClaimReport(
        detail: detail, picture: home.picture(of: detail.record),
        settings: settings, language: language))
    guard output.isTable(on: output.terminal), detail.record.state == .rejected else { return }
    for reason in detail.record.reasons {
      if let wayOut = reason.wayOut(in: language) {
        Terminal.note("\(reason.name(in: language)): \(wayOut)")
      }
    }
  }
}
