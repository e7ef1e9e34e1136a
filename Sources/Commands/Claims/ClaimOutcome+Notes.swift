import Claiming
import Receipts

extension ClaimOutcome {
  /// What a person is told beside the result: what was wrong with the picture or the member, and
  /// the way out of a rejection that another mistake than the paper's may have caused.
  func notes(in language: Language) -> [String] {
    var notes: [String] = []
    if let message {
      let wayOut = Reason.memberUnknown.wayOut(in: .chinese) ?? ""
      notes.append(
        reasons == [.memberUnknown]
          ? language(message, "会员 \(claim.memberID.rawValue.printable) 不存在，\(wayOut)")
          : language.detail(message, of: reasons))
    }
    if isPerhapsMisdated, let reason = reasons.first(where: { [.tooOld, .inFuture].contains($0) }) {
      notes += [reason.wayOut(in: language)].compactMap(\.self)
    }
    return notes
  }
}
