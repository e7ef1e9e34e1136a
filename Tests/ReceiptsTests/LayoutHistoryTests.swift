import Receipts
import Testing

@Suite("What is learned of a counter's layouts")
struct LayoutHistoryTests {
  private let asked = LayoutHistory.Asked()

  private func lesson(
    _ claim: String, by source: String, amount: String = "实收", shape: String = "9999-9999"
  ) -> Lesson {
    Lesson(
      claim: ClaimID(claim), source: source,
      specimen: Specimen(
        amountLabels: [amount], otherAmountLabels: ["合计"], timeLabels: ["销售时间"],
        timePrecision: .minute, numberLabels: ["单号"], numberShape: shape, lines: ["谢谢惠顾本汕"]))
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
    #expect(demoted?.detail.contains("the amount after 应付 instead of 实收") == true)
    history.learn(lesson("c6", by: "reviewer wu", amount: "应付"), asked: asked)
    #expect(history.deciding.count == 1)
    #expect(history.deciding.first?.layout.amountLabels["应付"] != nil)
    #expect(!history.isChanged)
  }

  @Test("a single odd paper changes nothing that decides")
  func oddPaper() {
    var history = learned([lesson("c1", by: "reviewer li"), lesson("c2", by: "reviewer wu")])
    history.learn(lesson("c3", by: "reviewer li", amount: "应付"), asked: asked)
    history.learn(lesson("c4", by: "reviewer li"), asked: asked)
    #expect(history.deciding.map(\.version) == [1])
    #expect(history.deciding[0].recent == [true, true, false, true])
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
