import Receipts
import Testing

@testable import ReceiptPress

@Suite("malls")
struct MallTests {
  @Test("five hundred counters have five hundred layouts, of at least twelve families")
  func layoutsDiffer() throws {
    let mall = try roll(seed: 31, counters: 500).mall
    #expect(mall.tenants.count == 500)
    #expect(Set(mall.tenants.map(\.layout)).count == 500)
    #expect(Set(mall.tenants.map(\.family)).count >= 12)
    #expect(Set(mall.tenants.map(\.counter.code)).count == 500)
  }

  @Test("another seed is a mall with other names and layouts")
  func seedsDiffer() throws {
    let first = try roll(seed: 32).mall
    let second = try roll(seed: 33).mall
    let names = Set(first.counters.map(\.name)).intersection(second.counters.map(\.name))
    #expect(names.count < 10)
    #expect(Set(first.tenants.map(\.layout)).isDisjoint(with: second.tenants.map(\.layout)))
  }

  @Test("counters of one name differ in branch or in the days of their tenancy")
  func twinsCanBeTold() throws {
    let mall = try roll(seed: 34, counters: 500).mall
    let byName = Dictionary(grouping: mall.counters, by: \.name).values.filter { $0.count > 1 }
    #expect(!byName.isEmpty)
    for twins in byName {
      for (index, left) in twins.enumerated() {
        for right in twins[(index + 1)...] {
          let isApart = left.closedOn.map { $0 < right.openedOn ?? $0 } ?? false
          #expect(left.branch != right.branch || isApart, "seed 34: \(left) \(right)")
        }
      }
    }
  }

  @Test("most counters of a mall print its currency, and a few another", arguments: ["CNY", "HKD"])
  func currencies(code: String) throws {
    let mall = try roll(seed: 35, counters: 500, currency: Currency(code)).mall
    let own = mall.tenants.filter { $0.currency == Currency(code) }.count
    #expect(own > 440 && own < 500)
  }

  @Test(
    "amounts in words are as banks write them",
    arguments: [
      (104_206, "壹仟零肆拾贰元零陆分"), (1_000_000, "壹万元整"), (10_050, "壹佰元伍角"), (2_003_000, "贰万零叁拾元整"),
      (50, "零元伍角"), (120_000_011, "壹佰贰拾万元壹角壹分"), (100_100_00, "壹拾万零壹佰元整"),
    ])
  func amountInWords(minorUnits: Int, words: String) {
    #expect(Money(minorUnits: Int64(minorUnits), currency: .cny).inChineseWords == words)
  }

  @Test(
    "the same moment in every form of day and clock reads back to itself",
    arguments: [
      (DateGrammar.DayForm.dashed, "2026-01-09"), (.slashedShort, "2026/1/9"),
      (.chinese, "2026年01月09日"),
      (.yearShortDashed, "26-01-09"), (.dayFirstSlashed, "09/01/2026"), (.monthFirst, "01/09/2026"),
      (.dayFirstNamed, "09-Jan-2026"), (.monthNamedFirst, "Jan 09, 2026"), (.compact, "20260109"),
    ])
  func dayForms(form: DateGrammar.DayForm, text: String) throws {
    let grammar = DateGrammar(
      day: form, clock: .halfDay, gap: " ", isSplit: false, isFullWidth: false)
    let day = try #require(Day(iso: "2026-01-09"))
    #expect(
      grammar.text(of: Moment(day: day, secondOfDay: 14 * 3600 + 5 * 60)) == text + " 02:05 PM")
    #expect(grammar.text(ofClock: Moment(day: day, secondOfDay: 60)) == "12:01 AM")
  }

  @Test("moments cross midnights, months and years")
  func momentsAdvance() throws {
    let day = try #require(Day(iso: "2026-12-31"))
    let moment = Moment(day: day, secondOfDay: 86_390)
    #expect(moment.advanced(bySeconds: 20).iso == "2027-01-01T00:00:10")
    #expect(moment.advanced(bySeconds: -86_400 * 31).iso == "2026-11-30T23:59:50")
  }
}
