import Claiming
import Ledger
import Receipts

/// What became of a claim that a person decided.
struct DecidedReport: Report {
  let record: ClaimRecord
  let settings: Settings
  let output: OutputOptions
  /// Why the credit was taken back, in the operator's words.
  var reversedFor: String?
  /// Whether it was taken back before, and only its purchase is released now.
  var wasReversed = false
  /// Whether the purchase may be claimed again, once its credit was taken back.
  var isReleased = false

  var objects: [JSON] {
    [ClaimLine(outcome: ClaimOutcome(record), timeZone: settings.mall.timeZone).object]
  }

  func lines(on terminal: Terminal) -> [String] {
    let language = output.language(settings)
    guard let reversedFor else { return Self.lines(record, language) }
    let member = record.claim.memberID.rawValue.printable
    let points = record.accrued?.points
    let taken = language(
      (points.map { ", \($0) points taken back" } ?? "") + " from \(member)",
      points.map { "，收回会员 \(member) 的 \($0) 积分" } ?? "，会员 \(member)")
    if wasReversed {
      let id = record.claim.id.rawValue.printable
      return [
        language(
          "\(id): its credit was taken back before; the purchase may be claimed again now: "
            + reversedFor.printable,
          "\(id)：积分先前已收回；该消费现可再次申请：\(reversedFor.printable)")
      ]
    }
    return [
      "\(record.claim.id.rawValue.printable): \(language.word(record.state))\(taken): "
        + reversedFor.printable
        + (isReleased
          ? language("; the purchase may be claimed again", "；该消费可再次申请")
          : language(
            "; the purchase stays used until --release-purchase releases it",
            "；该消费不可再次申请，除非加 --release-purchase 释放"))
    ]
  }

  static func lines(_ record: ClaimRecord, _ language: Language) -> [String] {
    var text = "\(record.claim.id.rawValue.printable): \(language.word(record.state))"
    if record.state == .credited, let accrued = record.accrued {
      let member = record.claim.memberID.rawValue.printable
      text += language(
        ", \(accrued.points) points for \(member)", "，会员 \(member) 得 \(accrued.points) 积分")
    }
    let other = record.duplicateOf.map { other in
      language(
        "compare with claim \(other.rawValue.printable) (xiaopiao claim \(other.rawValue.printable)); "
          + "if they are two purchases, approve it with --distinct",
        "请与申请 \(other.rawValue.printable) 对比（xiaopiao claim \(other.rawValue.printable)）；"
          + "若确是两笔消费，请加 --distinct 通过")
    }
    let credited = record.duplicateOf.map { other in
      language(
        "credited by claim \(other.rawValue.printable) (xiaopiao claim \(other.rawValue.printable))",
        "已由申请 \(other.rawValue.printable) 入账（xiaopiao claim \(other.rawValue.printable)）")
    }
    let isOpen = record.state == .review && record.reasons.contains(.possibleDuplicate)
    let isTaken = record.state == .rejected && record.reasons.contains(.duplicatePurchase)
    return [text]
      + ReasonLines(reading: nil, language: language).lines(of: record.reasons).map { "  " + $0 }
      + [isOpen ? other : isTaken ? credited : nil].compactMap(\.self).map { "    " + $0 }
  }
}
