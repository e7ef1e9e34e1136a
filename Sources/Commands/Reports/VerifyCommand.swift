import ArgumentParser
import Claiming
import Ledger
import Receipts

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute every balance and check every invariant.",
    discussion: """
      Ends with 1 when an invariant is broken, and says which. The store is checked whatever is \
      wrong with the settings; that is told afterwards, and ends with 78.

      EXAMPLES
        xiaopiao verify --home mall
      """)

  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let ledger = try home.ledger()
    let violations = try await stored { () throws(LedgerError) in try await ledger.verify() }
    output.print(VerificationReport(violations: violations, language: output.language(of: home)))
    if !violations.isEmpty { throw ExitCode(1) }
    _ = try home.settings(of: home.home())
  }
}

private struct VerificationReport: Report {
  let violations: [Violation]
  let language: Language

  var objects: [JSON] {
    let broken: [JSON] = violations.map {
      ["invariant": .text($0.invariant.rawValue), "detail": .text($0.detail)]
    }
    return [
      [
        "verified": .truth(violations.isEmpty),
        "invariants": .integer(Int64(Violation.Invariant.allCases.count)),
        "violations": .array(broken),
      ]
    ]
  }

  func lines(on terminal: Terminal) -> [String] {
    let count = Violation.Invariant.allCases.count
    guard !violations.isEmpty else {
      return [language("verified: all \(count) invariants hold", "账目检查通过：\(count) 项全部成立")]
    }
    let broken = language("broken", "不成立")
    return violations.map { "\(broken): \($0.invariant.rawValue): \($0.detail)".printable }
      + [
        language(
          "\(violations.count) violations; restore the last backup that verifies",
          "\(violations.count) 处不符，请恢复最近一份检查通过的备份")
      ]
  }
}
