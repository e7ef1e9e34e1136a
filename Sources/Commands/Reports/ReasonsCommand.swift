import ArgumentParser
import Claiming
import Receipts

struct ReasonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasons", abstract: "What each reason of a review or a rejection says.",
    discussion: """
      Needs no home. Of one code it also tells the way out, where there is one.

      EXAMPLES
        xiaopiao reasons
        xiaopiao reasons sum_mismatch --language zh
        xiaopiao reasons --format jsonl
      """)

  @Argument(help: "A code; all of them without one.") var code: String?
  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = output.language(of: home)
    guard let code else {
      output.print(ReasonsReport(reasons: Reason.allCases, language: language, hasWaysOut: false))
      return
    }
    guard let reason = Reason(rawValue: code) else {
      let meant = Reason.meant(by: code).map { "; did you mean \($0.rawValue)?" } ?? ""
      throw ClaimingError.unknown("there is no reason \(code.printable)\(meant)")
    }
    output.print(ReasonsReport(reasons: [reason], language: language, hasWaysOut: true))
  }
}

private struct ReasonsReport: Report {
  let reasons: [Reason]
  let language: Language
  let hasWaysOut: Bool

  func lines(on terminal: Terminal) -> [String] {
    var table = TextTable([
      .init(language("reason", "代码")),
      .init(language("says", "含义"), isFlexible: true, wraps: language == .english),
    ])
    table.rows = reasons.map { [.init($0.rawValue), .init($0.text(in: language))] }
    let waysOut = hasWaysOut ? reasons.compactMap { $0.wayOut(in: language) } : []
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
      + waysOut.map { language("way out: ", "处理办法：") + $0 }
  }

  var objects: [JSON] {
    reasons.map { reason in
      [
        "reason": .text(reason.rawValue), "en": .text(reason.text(in: .english)),
        "zh": .text(reason.text(in: .chinese)),
        "way_out": .optional(reason.wayOut(in: language)),
      ]
    }
  }
}
