import Ledger
import Receipts
import Testing

@Suite("Register, members and rules")
struct RegisterTests {
  @Test("an import adds and changes, keeps what it does not name, and counts")
  func counters() async throws {
    let home = try await Home()
    let full = Counter(
      code: CounterCode("C1"), name: "本汕", branch: "东", category: "餐饮", floor: "2F",
      aliases: ["BENSHAN", "本汕牛肉"], phone: "020", openedOn: Day(iso: "2020-01-01"),
      closedOn: Day(iso: "2026-12-31"))
    let same = Counter(code: CounterCode("C2"), name: "专柜2", category: "餐饮")
    let new = Counter(code: CounterCode("N1"), name: "新")
    let count = try await home.ledger.importCounters([full, same, new])
    #expect([count.new, count.changed, count.unchanged] == [1, 1, 1])
    // Who was there before is not named, and stays as the unit's former tenant.
    var kept = full
    kept.former = [
      Counter(
        code: full.code, name: "专柜1", category: "餐饮", closedOn: Day(iso: "2019-12-31"))
    ]
    #expect(try await home.ledger.counter(CounterCode("C1")) == kept)
    #expect(try await home.ledger.counters().count == 11)
    var fewer = Counter(code: CounterCode("C1"), name: "本汕", aliases: ["BS"])
    #expect(try await home.ledger.importCounters([fewer]).changed == 1)
    fewer.former = kept.former
    #expect(try await home.ledger.counter(CounterCode("C1")) == fewer)
    var taken = fewer
    taken.openedOn = Day(iso: "2026-09-15")
    taken.former = [Counter(code: fewer.code, name: "艾格莱", closedOn: Day(iso: "2026-08-31"))]
    #expect(try await home.ledger.importCounters([taken]).changed == 1)
    #expect(try await home.ledger.counter(CounterCode("C1")) == taken)
  }

  @Test("what a register has no column for stays, of whoever keeps the name")
  func details() async throws {
    let home = try await Home()
    let code = CounterCode("U1")
    let full = Counter(
      code: code, name: "本汕", branch: "东", category: "餐饮", floor: "2F", aliases: ["BENSHAN"],
      phone: "020", openedOn: Day(iso: "2020-01-01"), closedOn: Day(iso: "2026-12-31"))
    _ = try await home.ledger.importCounters([full])
    let bare = Counter(code: code, name: "本汕")
    let all = Set(Counter.Detail.allCases)
    let kept = try await home.ledger.importCounters([bare], keeping: all)
    #expect([kept.changed, kept.unchanged, kept.renamed.count] == [0, 1, 0])
    #expect(try await home.ledger.counter(code) == full)
    _ = try await home.ledger.importCounters([bare], keeping: all.subtracting([.phone]))
    var emptied = full
    emptied.phone = nil
    #expect(try await home.ledger.counter(code) == emptied)
    let other = Counter(code: code, name: "艾格莱")
    #expect(try await home.ledger.importCounters([other], keeping: all).renamed == [code])
    #expect(try await home.ledger.counter(code)?.category == nil)
    // Who was there before is another than who is there, too, and has its days no more.
    let unit = CounterCode("U2")
    let before = Counter(
      code: unit, name: "老店", openedOn: Day(iso: "2024-01-01"), closedOn: Day(iso: "2025-12-31"))
    let there = Counter(
      code: unit, name: "新店", openedOn: Day(iso: "2026-01-01"), former: [before])
    _ = try await home.ledger.importCounters([there])
    let named = Counter(code: unit, name: "老店")
    #expect(try await home.ledger.importCounters([named], keeping: all).renamed == [unit])
    #expect(try await home.ledger.counter(unit)?.closedOn == nil)
    let member = Member(id: MemberID("T1"), tier: Tier("gold"))
    _ = try await home.ledger.importMembers([member])
    let plain = Member(id: member.id)
    let tiers = try await home.ledger.importMembers([plain], keepingTiers: true)
    #expect(tiers.unchanged == 1)
    #expect(try await home.ledger.importMembers([plain]).changed == 1)
    #expect(try await home.ledger.member(member.id)?.tier == nil)
  }

  @Test("a register of who is there now keeps who was there before")
  func succession() async throws {
    let home = try await Home()
    let code = CounterCode("U1")
    func imported(_ counter: Counter) async throws -> Counter? {
      _ = try await home.ledger.importCounters([counter])
      return try await home.ledger.counter(code)
    }
    let first = Counter(code: code, name: "本汕", openedOn: Day(iso: "2020-01-01"))
    let next = Counter(code: code, name: "艾格莱", openedOn: Day(iso: "2026-09-15"))
    #expect(try await imported(first)?.former == [])
    var closed = first
    closed.closedOn = Day(iso: "2026-09-14")
    // Twice: what is imported again changes nothing.
    for _ in 1...2 { #expect(try await imported(next)?.former == [closed]) }
    #expect(try await home.ledger.importCounters([next]).unchanged == 1)
    // A name that is corrected is no new tenant, and neither is one of whom no day is known: those
    // before stay.
    var corrected = next
    corrected.name = "艾格莱女装"
    #expect(try await imported(corrected)?.former == [closed])
    let undated = Counter(code: code, name: "森马")
    #expect(try await imported(undated)?.former == [closed])
    // What the register says itself counts.
    var told = next
    told.former = [Counter(code: code, name: "以纯", closedOn: Day(iso: "2026-08-31"))]
    #expect(try await imported(told) == told)
  }

  @Test("members are imported likewise")
  func members() async throws {
    let home = try await Home()
    let count = try await home.ledger.importMembers([
      Member(id: MemberID("M0")), Member(id: MemberID("M1")), Member(id: MemberID("N")),
    ])
    #expect([count.new, count.changed, count.unchanged] == [1, 1, 1])
    #expect(try await home.ledger.member(MemberID("M0"))?.tier == nil)
    #expect(try await home.ledger.members().count == 6)
    #expect(try await home.ledger.member(MemberID("nobody")) == nil)
  }

  @Test("an import with one bad row leaves everything as it was")
  func allOrNothing() async throws {
    let home = try await Home()
    let before = try await home.ledger.counters()
    await #expect(throws: LedgerError.repeated(what: "counter", code: "X")) {
      try await home.ledger.importCounters([
        Counter(code: CounterCode("X"), name: "a"), Counter(code: CounterCode("X"), name: "b"),
      ])
    }
    await #expect(throws: LedgerError.self) {
      try await home.ledger.importCounters([
        Counter(code: CounterCode("X"), name: "a"), Counter(code: CounterCode("Y"), name: ""),
      ])
    }
    #expect(try await home.ledger.counters() == before)
  }

  @Test("each text of rules has one version, and the text applied last counts")
  func rules() async throws {
    let home = try await Home()
    let ledger = home.ledger
    #expect(try await ledger.applyRules(toml: "# the first", at: Samples.now).version == 1)
    #expect(try await ledger.applyRules(toml: "# the second", at: Samples.now).version == 2)
    #expect(try await ledger.currentRules()?.toml == "# the second")
    #expect(try await ledger.applyRules(toml: "# the first", at: Samples.now).version == 1)
    #expect(try await ledger.currentRules()?.version == 1)
    #expect(try await ledger.applyRules(toml: "# the third", at: Samples.now).version == 3)
    #expect(try await ledger.rules(version: 2) == "# the second")
    #expect(try await ledger.rules(version: 4) == nil)
  }
}
