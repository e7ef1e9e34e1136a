import Receipts
import Testing

@Suite("What is learned of a counter's layouts")
struct LayoutHistoryTests {
  private let asked = LayoutHistory.Asked()

  private func lesson(
    _ claim: String, by source: String, of member: String? = nil, amount: String = "实收",
    shape: String = "9999-9999"
  ) -> Lesson {
    Lesson(
      claim: ClaimID(claim), source: source, member: member.map { MemberID($0) },
      specimen: Specimen(
        amountLabels: [amount], otherAmountLabels: ["合计"], timeLabels: ["销售时间"],
        timePrecision: .minute, numberLabels: ["单号"], numberShape: shape, lines: ["谢谢惠顾本汕"]))
  }

  /// Two letters that no other number's label has.
  private static func label(_ number: Int) -> String {
    [0x4E00, 0x5E00].compactMap { UnicodeScalar($0 + number) }.map(String.init).joined()
  }

  private func learned(_ lessons: [Lesson]) -> LayoutHistory {
    var history = LayoutHistory(counter: CounterCode("A1"))
    for lesson in lessons { history.learn(lesson, asked: asked) }
    return history
  }

  @Test(
    "the first paper begins a layout in the shadow, the second of another person lets it decide")
  func decides() {
    let one = learned([lesson("c1", by: "reviewer li")])
    #expect(one.versions.map(\.state) == [.shadow])
    #expect(one.news.map(\.kind) == [.began])
    let two = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "member M2")])
    #expect(two.versions.map(\.state) == [.deciding])
    #expect(two.versions[0].layout.amountLabels == ["实收": 2])
    #expect(two.news.map(\.kind) == [.began, .decides])
  }

  @Test("one person alone teaches no layout that decides, however often")
  func oneSource() {
    let history = learned((1...6).map { lesson("c\($0)", by: "reviewer li") })
    #expect(history.versions.map(\.state) == [.shadow])
    #expect(history.deciding.isEmpty)
  }

  @Test("papers of one member alone teach no layout that decides, whoever confirms them")
  func oneMember() {
    let history = learned([
      lesson("c1", by: "reviewer li", of: "M1"), lesson("c2", by: "member M1", of: "M1"),
      lesson("c3", by: "reviewer wu", of: "M1"),
    ])
    #expect(history.deciding.isEmpty)
    let more = learned(history.versions[0].lessons + [lesson("c4", by: "reviewer wu", of: "M2")])
    #expect(more.deciding.count == 1)
  }

  @Test("of many papers those are kept that prove the layout")
  func proof() {
    var history = learned([lesson("c1", by: "reviewer li", of: "M1")])
    for number in 2...40 {
      history.learn(lesson("c\(number)", by: "member M2", of: "M2"), asked: asked)
    }
    let layout = history.deciding[0]
    #expect(layout.lessons.count == LayoutVersion.lessonsMax)
    #expect(layout.sources == ["reviewer li", "member M2"])
    #expect(layout.lessons.map(\.claim.rawValue).first == "c1")
    #expect(layout.lessons.map(\.claim.rawValue).last == "c40")
    history.unlearn(ClaimID("c40"), asked: asked)
    #expect(history.deciding.count == 1, "what is left proves it still")
  }

  @Test("what a counter's other till prints does not demote the layout of the first")
  func twoTills() {
    var history = learned(
      [("c1", "实收"), ("c2", "实收"), ("c3", "应付"), ("c4", "应付")].enumerated().map {
        lesson($1.0, by: "reviewer \($0)", amount: $1.1)
      })
    #expect(history.deciding.count == 2)
    for number in 5...14 {
      history.learn(lesson("c\(number)", by: "reviewer li", amount: "应付"), asked: asked)
    }
    #expect(history.deciding.count == 2)
    #expect(!history.news.contains { $0.kind == .demoted })
  }

  @Test("odd papers of one member demote nothing, and count no more when they were taken back")
  func oddMember() {
    var history = learned([
      lesson("c1", by: "reviewer li", of: "M1"), lesson("c2", by: "reviewer wu", of: "M2"),
    ])
    for number in 3...5 {
      history.learn(
        lesson("c\(number)", by: "member M3", of: "M3", amount: "应付\(number)"), asked: asked)
    }
    #expect(history.deciding.count == 1)
    for number in 3...5 { history.unlearn(ClaimID("c\(number)"), asked: asked) }
    #expect(history.deciding[0].recent.map(\.agrees) == [true, true])
  }

  @Test("a paper that was read with a layout's help does not confirm it")
  func ownHelp() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    history.learn(lesson("c3", by: "member M3"), isIndependent: false, asked: asked)
    #expect(history.deciding[0].lessons.map(\.claim.rawValue) == ["c1", "c2"])
    #expect(history.deciding[0].recent.map(\.agrees) == [true, true, true])
  }

  @Test("papers that no till prints leave few shadows")
  func shadows() {
    let history = learned(
      (1...20).map { lesson("c\($0)", by: "reviewer li", amount: Self.label($0)) })
    #expect(history.versions.count == LayoutVersion.keptMax)
    #expect(history.versions.last?.version == 20)
  }

  @Test("a till that prints otherwise demotes its layout, and the new one takes its place")
  func drift() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    for number in 3...5 {
      #expect(history.deciding.map(\.version) == [1])
      history.learn(lesson("c\(number)", by: "reviewer li", amount: "应付"), asked: asked)
    }
    #expect(history.versions.first { $0.version == 1 }?.state == .demoted)
    #expect(history.isChanged)
    let demoted = history.news.first { $0.kind == .demoted }
    #expect(
      demoted?.cause.text(in: .english).hasSuffix(
        "printed otherwise: the amount after 应付 instead of 实收") == true)
    #expect(demoted?.cause.text(in: .chinese).contains("金额在“应付”之后，原在“实收”之后") == true)
    history.learn(lesson("c6", by: "reviewer wu", amount: "应付"), asked: asked)
    #expect(history.deciding.count == 1)
    #expect(history.deciding.first?.layout.amountLabels["应付"] != nil)
    #expect(!history.isChanged)
  }

  @Test("a till of which no paper is like another has not changed, and has no layout")
  func varied() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    for number in 3...7 {
      history.learn(
        lesson("c\(number)", by: "reviewer li", amount: Self.label(number)), asked: asked)
    }
    #expect(history.deciding.isEmpty)
    #expect(history.versions.first { $0.version == 1 }?.state == .demoted)
    #expect(!history.isChanged)
  }

  @Test("a single odd paper changes nothing that decides")
  func oddPaper() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    history.learn(lesson("c3", by: "reviewer li", amount: "应付"), asked: asked)
    history.learn(lesson("c4", by: "reviewer li"), asked: asked)
    #expect(history.deciding.map(\.version) == [1])
    #expect(history.deciding[0].recent.map(\.agrees) == [true, true, false, true])
    #expect(history.deciding[0].lessons.map(\.claim.rawValue) == ["c1", "c2", "c4"])
  }

  @Test("a credit taken back is unlearned, and what is left decides only if it is enough")
  func unlearn() {
    var history = learned([
      lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu"),
      lesson("c3", by: "reviewer wu"),
    ])
    history.unlearn(ClaimID("c3"), asked: asked)
    #expect(history.deciding.count == 1)
    history.unlearn(ClaimID("c1"), asked: asked)
    #expect(history.deciding.isEmpty)
    #expect(history.news.last?.kind == .doubted)
    history.unlearn(ClaimID("c2"), asked: asked)
    #expect(history.versions.isEmpty)
    #expect(
      history.news.last
        == LayoutEvent(version: 1, kind: .retired, cause: .creditTakenBack(of: ClaimID("c2"))))
    history.learn(lesson("c4", by: "reviewer li"), asked: asked)
    #expect(history.versions.map(\.version) == [2], "a version is never given twice")
  }

  @Test("a layout put away stays away, once")
  func retire() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    let done = [1, 1, 7].map { history.retire($0, by: "li") }
    #expect(done == [true, false, false])
    history.learn(lesson("c3", by: "reviewer li"), asked: asked)
    #expect(history.versions.map(\.state) == [.retired, .shadow])
  }

  @Test(
    "numbers of one till are alike though they grow",
    arguments: [
      ("9999-9999", "9999-99999", true), ("9999-9999", "9999/9999", false),
      ("A99999", "AA9999", true), ("999999", "9999", false),
    ])
  func shapes(one: String, other: String, isAlike: Bool) {
    #expect(Layout.isAlike(one, other) == isAlike)
  }

  @Test(
    "what a poor photograph makes of a label is no other label",
    arguments: [
      ("单号", "销售单号", true), ("应付金额", "实付金额", false), ("TOTAL", "SUBTOTAL", false),
      ("交易时问", "交易时间", true), ("实收", "应收", false), ("", "时间", false),
      ("合计", "总计", false), ("实收", "实收", true),
    ])
  func labels(one: String, other: String, isAlike: Bool) {
    #expect(Layout.isAlikeLabel(one, other) == isAlike)
    #expect(Layout.isAlikeLabel(other, one) == isAlike)
  }

  @Test(
    "an unread label before a time, and a time read in a number alone, speak against no layout",
    arguments: [("", true), ("#单号", true), ("开台时间", false)])
  func timeLabel(_ label: String, agrees: Bool) {
    let layout = Layout(version: 1, specimens: [lesson("c1", by: "x").specimen])
    var other = lesson("c2", by: "y").specimen
    other.timeLabels = [label]
    #expect(layout.agrees(with: other) == agrees)
  }

  @Test("one poor photograph at first does not keep a counter from having a layout")
  func poorFirst() {
    var poor = lesson("c1", by: "reviewer li")
    poor.specimen = Specimen(amountLabels: ["实收"], timeLabels: [""])
    let history = learned([poor, lesson("c2", by: "reviewer wu"), lesson("c3", by: "reviewer li")])
    #expect(history.deciding.count == 1)
    let unlabelled = learned([
      Lesson(claim: ClaimID("c1"), source: "a", specimen: poor.specimen),
      Lesson(claim: ClaimID("c2"), source: "b", specimen: poor.specimen),
    ])
    #expect(unlabelled.deciding.count == 1, "a till without a label before its time has a layout")
  }

  @Test("a paper that shows one field tells nothing")
  func silent() {
    let layout = Layout(version: 1, specimens: [lesson("c1", by: "x").specimen])
    #expect(layout.agrees(with: Specimen(amountLabels: ["实收"])) == nil)
    #expect(layout.agrees(with: Specimen()) == nil)
    #expect(layout.agrees(with: Specimen(amountLabels: ["应付"])) == false)
    #expect(
      layout.agrees(with: Specimen(amountLabels: ["实收"], timeLabels: ["销售时间"])) == true)
  }
}
