import ArgumentParser
import Claiming
import Foundation
import Ledger
import Receipts

struct MemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "A member's balance and history.",
    discussion: """
      EXAMPLES
        xiaopiao member M000068
        xiaopiao member M000068 --lines 1000 --format jsonl
      """)

  @Argument(help: "The member's number.") var id: String
  @Option(help: "How many movements are shown, the newest first.") var lines = 100
  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1_000_000).contains(lines) else {
      throw ValidationError("--lines must be from 1 to 1000000, not \(lines)")
    }
  }

  func run() async throws {
    let home = try home.home()
    let settings = try self.home.settings(of: home)
    let ledger = try home.ledger()
    let statement = try await stored { [id, lines] () throws(LedgerError) in
      try await ledger.statement(of: MemberID(id), linesMax: lines)
    }
    guard let statement else { throw ClaimingError.unknown("there is no member \(id)") }
    output.print(
      StatementReport(
        statement: statement, timeZone: settings.mall.timeZone,
        language: output.language(settings)))
  }
}

private struct StatementReport: Report {
  let statement: MemberStatement
  let timeZone: TimeZone
  let language: Language

  var objects: [JSON] {
    let times = ReadingObject(timeZone: timeZone)
    let history: [JSON] = statement.lines.map { line in
      [
        "entry": .integer(line.entryID), "kind": .text(line.kind.rawValue),
        "at": .text(Instant.iso(line.madeAt, in: timeZone)),
        "points": .integer(line.points.value), "claim_id": .text(line.claimID.rawValue),
        "counter": .text(line.purchase.counter.rawValue), "name": .text(line.counterName),
        "amount": .text(line.purchase.amount.decimal),
        "currency": .text(line.purchase.amount.currency.rawValue),
        "time": .text(times.text(of: line.purchase.time)),
        "receipt_no": .optional(line.purchase.receiptNumber?.rawValue),
      ]
    }
    return [
      [
        "member_id": .text(statement.member.id.rawValue),
        "tier": .optional(statement.member.tier?.rawValue),
        "balance": .integer(statement.balance.value), "history": .array(history),
      ]
    ]
  }

  func lines(on terminal: Terminal) -> [String] {
    let tier = statement.member.tier.map { " (\($0.rawValue.printable))" } ?? ""
    let member = "\(statement.member.id.rawValue.printable)\(tier)"
    let head = language(
      "\(member): \(statement.balance) points", "会员 \(member)：\(statement.balance) 积分")
    guard !statement.lines.isEmpty else {
      return [head, language("nothing was credited yet", "尚无入账")]
    }
    var table = TextTable([
      .init(language("when", "记账时间")), .init(language("what", "类型")),
      .init(language("points", "积分"), isNumber: true), .init(language("bought", "消费时间")),
      .init(language("amount", "金额"), isNumber: true),
      .init(language("counter", "专柜"), isFlexible: true),
      .init(language("receipt no", "小票号"), isFlexible: true), .init(language("claim", "申请")),
    ])
    table.rows = statement.lines.map { line in
      [
        .init(PrintedTime(line.madeAt, in: timeZone)?.short ?? ""), .init(language.word(line.kind)),
        .init(line.points.description, line.points < .zero ? .red : .green),
        .init(line.purchase.time.short), .init(line.purchase.amount.decimal),
        .init("\(line.purchase.counter) \(line.counterName)"),
        .init(line.purchase.receiptNumber?.rawValue ?? ""), .init(line.claimID.short),
      ]
    }
    return [head] + table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }
}
