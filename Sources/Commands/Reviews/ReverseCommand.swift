import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct ReverseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse", abstract: "Take a credit back.",
    discussion: """
      A new entry takes back what the credit gave; nothing is deleted. A credit is taken back once. \
      The purchase and its photograph stay used, unless --release-purchase lets them be claimed \
      again, by any member and with a new claim_id; of a credit that was taken back without, the \
      same command releases the purchase later.

      EXAMPLES
        xiaopiao reverse 3f2a9c0e… --reason "refunded at the counter"
        xiaopiao reverse 3f2a9c0e… --reason "wrong member" --release-purchase
      """)

  @OptionGroup var claim: ClaimArgument
  @Option(help: "Why, for the record.") var reason: String
  @Flag(help: "The purchase may be claimed again.") var releasePurchase = false
  @OptionGroup var reviewer: ReviewerOptions
  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !reason.trimmed.isEmpty else { throw ValidationError("--reason must say why") }
  }

  func run() async throws {
    let home = try home.home()
    let settings = try self.home.settings(of: home)
    let ledger = try home.ledger()
    let desk = try await ReviewDesk(ledger: ledger, settings: settings)
    let id = try await claim.claimID(in: ledger)
    let before = try await stored { () throws(LedgerError) in try await ledger.claim(id) }
    let record = try await desk.reverse(
      id, reason: reason, reviewer: try reviewer.name(),
      releasesPurchase: releasePurchase)
    output.print(
      DecidedReport(
        record: record, settings: settings, output: output, reversedFor: reason,
        wasReversed: before?.state == .reversed, isReleased: releasePurchase))
  }
}
