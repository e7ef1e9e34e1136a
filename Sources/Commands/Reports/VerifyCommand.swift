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

      With --pictures every kept photograph is read as well and held against the digest that it was \
      taken with, and every claim that waits against its photograph. How many credited claims have \
      none any more is told: it was deleted for its age (retention.images_days), or it is lost.

      EXAMPLES
        xiaopiao verify --home mall
        xiaopiao verify --home mall --pictures
      """)

  @Flag(help: "Check the kept photographs too: minutes where there are many.")
  var pictures = false
  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let ledger = try home.ledger()
    let violations = try await stored { () throws(LedgerError) in try await ledger.verify() }
    let problems = pictures ? try await home.home().pictureProblems(in: ledger) : nil
    let gone = pictures ? try await home.home().creditedWithoutPicture(in: ledger) : nil
    output.print(
      VerificationReport(
        violations: violations, pictures: problems, creditedWithoutPicture: gone,
        language: output.language(of: home)))
    if !violations.isEmpty || !(problems ?? []).isEmpty { throw ExitCode(1) }
    _ = try home.settings(of: home.home())
  }
}

private struct VerificationReport: Report {
  let violations: [Violation]
  /// `nil`: not looked at.
  let pictures: [PictureProblem]?
  /// `nil`: not looked at.
  let creditedWithoutPicture: Int?
  let language: Language

  var objects: [JSON] {
    let broken: [JSON] = violations.map {
      ["invariant": .text($0.invariant.rawValue), "detail": .text($0.detail)]
    }
    return [
      [
        "verified": .truth(violations.isEmpty && (pictures ?? []).isEmpty),
        "invariants": .integer(Int64(Violation.Invariant.allCases.count)),
        "violations": .array(broken),
        "credited_without_picture": creditedWithoutPicture.map { .integer(Int64($0)) } ?? .null,
        "pictures": pictures.map { .array($0.map { .text(sentence(of: $0)) }) } ?? .null,
      ]
    ]
  }

  private func sentence(of problem: PictureProblem) -> String {
    switch problem {
    case .missing(let claim):
      language(
        "claim \(claim) waits and its photograph is gone", "申请 \(claim) 待处理，但照片已不在")
    case .damaged(let path):
      language("\(path) is not what was taken", "\(path) 与收到时不一致")
    }
  }

  private var pictureLines: [String] {
    guard let pictures else { return [] }
    guard !pictures.isEmpty else {
      return [language("verified: all kept photographs are what was taken", "照片检查通过：与收到时全部一致")]
    }
    let rest = language(
      (pictures.count == 1 ? "1 photograph is" : "\(pictures.count) photographs are")
        + " not as they were taken; get them back from a backup, and "
        + "check the disk",
      "\(pictures.count) 张照片有问题，请从备份恢复并检查磁盘")
    return pictures.map { sentence(of: $0).printable } + [rest]
  }

  private var goneLines: [String] {
    guard let creditedWithoutPicture, creditedWithoutPicture > 0 else { return [] }
    let claims = creditedWithoutPicture == 1 ? "claim has" : "claims have"
    return [
      language(
        "note: \(creditedWithoutPicture) credited \(claims) no photograph any more: deleted for its age "
          + "(retention.images_days), or lost",
        "提示：\(creditedWithoutPicture) 笔已积分的申请不再有照片：已按保留期限（retention.images_days）删除，或已丢失")
    ]
  }

  func lines(on terminal: Terminal) -> [String] { storeLines + pictureLines + goneLines }

  private var storeLines: [String] {
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
