import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Decide what was not certain enough.",
    discussion: """
      Without a subcommand it goes through the queue at the terminal, a claim at a time: a \
      approves, c corrects, r rejects, s skips, q quits and ? tells more.

      EXAMPLES
        xiaopiao review --home mall
        xiaopiao review list
        xiaopiao review approve 3f2a9c0e… --amount 1042.06
        xiaopiao review reject 3f2a9c0e… --reason refund
        xiaopiao review apply decisions.jsonl
      """,
    subcommands: [
      Queue.self, List.self, Show.self, Approve.self, Reject.self, ApplyDecisions.self,
    ],
    defaultSubcommand: Queue.self)

  struct Queue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "queue", abstract: "Go through the queue at the terminal.",
      discussion: """
        EXAMPLES
          xiaopiao review --home mall --reviewer li
        """)

    @OptionGroup var home: HomeOptions
    @OptionGroup var reviewer: ReviewerOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let desk = try await ReviewDesk(ledger: try home.ledger(), settings: settings)
      let session = ReviewSession(
        desk: desk, home: home, reviewer: try reviewer.name(), terminal: output.terminal,
        language: output.language(settings), answer: { readLine() }, say: { Terminal.print($0) })
      try await session.run()
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the claims in review.",
      discussion: """
        Below the table it names those that may be of one purchase: of one counter, amount and time.

        EXAMPLES
          xiaopiao review list
          xiaopiao review list --format jsonl | jq -r .claim_id
        """)

    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let home = try home.home()
      let settings = try self.home.settings(of: home)
      let desk = try await ReviewDesk(ledger: try home.ledger(), settings: settings)
      let records = try await desk.queue(limit: 100_000)
      output.print(
        RecordsReport(
          records: records, timeZone: settings.mall.timeZone, language: output.language(settings)))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a claim in review with its candidates.",
      discussion: """
        EXAMPLES
          xiaopiao review show 3f2a9c0e5b7d1846a1b2c3d4e5f60718
        """)

    @OptionGroup var claim: ClaimArgument
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      var command = ClaimCommand()
      command.claim = claim
      command.home = home
      command.output = output
      try await command.run()
      try await tellLookAlikes()
    }
  }
}

extension ReviewCommand.Show {
  private func tellLookAlikes() async throws {
    let home = try home.home()
    let settings = try self.home.settings(of: home)
    guard output.isTable(on: output.terminal) else { return }
    let ledger = try home.ledger()
    let id = try await claim.claimID(in: ledger)
    let desk = try await ReviewDesk(ledger: ledger, settings: settings)
    let record = try await stored { () throws(LedgerError) in try await ledger.claim(id) }
    guard let record else { return }
    let language = output.language(settings)
    for other in try await desk.lookAlikes(of: record) {
      Terminal.note(other.lookAlikeHint(in: language))
    }
  }
}

extension ClaimRecord {
  /// That it waits as well, and what happens to the one that is decided later.
  func lookAlikeHint(in language: Language) -> String {
    let (id, member) = (claim.id.short, claim.memberID.rawValue.printable)
    return language(
      "claim \(id) of member \(member) waits as well and tells of the same counter, amount and "
        + "time: if they are one purchase, the first approved is credited and the other rejected, "
        + "or asked about again",
      "会员 \(member) 的申请 \(id) 也在等待审核，专柜、金额和时间均相同：若为同一笔消费，先批准者入账，另一申请将被拒绝或再次提示")
  }
}

/// A list of claims.
struct RecordsReport: Report {
  let records: [ClaimRecord]
  let timeZone: TimeZone
  let language: Language

  var objects: [JSON] {
    records.map { ClaimLine(outcome: ClaimOutcome($0), timeZone: timeZone).object }
  }

  func lines(on terminal: Terminal) -> [String] {
    guard !records.isEmpty else { return [language("nothing is in review", "没有待审核的申请")] }
    let rows = records.map { record in
      var row = OutcomeTable.Row(ClaimOutcome(record), in: language)
      row.claimID = record.claim.id
      row.points = nil
      return row
    }
    return OutcomeTable(rows: rows, language: language).lines(on: terminal) + alike
  }

  /// Of one group.
  private static let shownMax = 10

  /// Which of them may be of one purchase, a line a group.
  private var alike: [String] {
    LookAlikes.groups(of: records).map { group in
      let more = group.count - Self.shownMax
      let ids =
        group.prefix(Self.shownMax).map(\.claim.id.short).joined(separator: ", ")
        + (more > 0 ? language(" and \(more) more", " 等 \(group.count) 份") : "")
      return language(
        "\(ids) tell of the same counter, amount and time: if they are one purchase, the first "
          + "approved is credited and the others are rejected, or asked about again",
        "\(ids) 的专柜、金额和时间均相同：若为同一笔消费，先批准者入账，其余将被拒绝或再次提示")
    }
  }
}
