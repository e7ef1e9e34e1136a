import Receipts
import Testing

@testable import Extraction

@Suite("Layouts in reading")
struct LayoutTests {
  private static let code = CounterCode("A1")
  private static let counters = [
    Counter(code: code, name: "本汕牛肉火锅"), Counter(code: CounterCode("A2"), name: "林朗饼家"),
  ]
  private static let context = ExtractionContext(
    currency: .cny, claimDay: Day(iso: "2026-11-20"))

  /// A till on which 实收 is what was handed over and 消费 what was paid, with no change printed.
  private static func paper(_ paid: String, given: String, minute: String = "40") -> [String] {
    [
      "本汕牛肉火锅", "银泰天地三层火锅街", "单号: 0805-40\(minute)", "结账时间: 2026-11-03 12:\(minute)",
      "消费 \(paid)", "实收 \(given)", "扫码关注本汕公众号",
    ]
  }

  private static func specimen(
    _ lines: [String], amount: String, time: String, number: String = "0805-4041"
  ) throws -> Specimen {
    let purchase = Purchase(
      counter: code, amount: try #require(Money(decimal: amount, currency: .cny)),
      time: try #require(PrintedTime(iso: time)), receiptNumber: ReceiptNumber(number))
    return Specimen(page: PaperText.page(lines), purchase: purchase, context: context)
  }

  private static func specimens() throws -> [Specimen] {
    try [("61.00", "41"), ("35.00", "42")].map { paid, minute in
      try specimen(
        paper(paid, given: "100.00", minute: minute), amount: paid,
        time: "2026-11-03T12:\(minute)")
    }
  }

  private static func layout() throws -> Layout {
    Layout(version: 3, specimens: try specimens())
  }

  private static func history(
    _ counter: CounterCode, _ state: LayoutVersion.State, _ papers: [Specimen],
    by source: String = "reviewer"
  ) -> LayoutHistory {
    let lessons = papers.map {
      Lesson(claim: ClaimID("c"), source: "\(source) li", specimen: $0)
    }
    return LayoutHistory(
      counter: counter, versions: [LayoutVersion(version: 3, state: state, lessons: lessons)])
  }

  /// That layout among those of other counters, which print the lines of their own that are given.
  private static func shelf(
    others: Int, printing lines: Set<String> = [], state: LayoutVersion.State = .deciding
  ) throws -> LayoutShelf {
    var paper = try specimens()[0]
    return LayoutShelf(
      [history(code, .deciding, try specimens())]
        + (0..<others).map { number in
          paper.lines = lines.union(["底部\(number)"]).sorted()
          return history(CounterCode("B\(number)"), state, [paper])
        })
  }

  private static func reading(_ lines: [String], _ shelf: LayoutShelf) -> Reading {
    Extractor(register: CounterIndex(counters), layouts: shelf)
      .reading(of: PaperText.page(lines), context: context)
  }

  @Test("a confirmed paper shows what stands before each field, and what does not")
  func specimen() throws {
    let specimen = try Self.specimen(
      Self.paper("61.00", given: "100.00", minute: "41"), amount: "61.00",
      time: "2026-11-03T12:41")
    #expect(specimen.amountLabels == ["消费"])
    #expect(specimen.otherAmountLabels == ["实收"])
    #expect(specimen.timeLabels == ["结账时间"])
    #expect(specimen.timePrecision == .minute)
    #expect(specimen.numberLabels == ["单号"])
    #expect(specimen.numberShape == "9999-9999")
    #expect(specimen.lines.contains("银泰天地三层火锅街"))
  }

  @Test("what 实收 means on this till is what its papers have shown")
  func meaning() throws {
    let paper = Self.paper("88.00", given: "100.00", minute: "43")
    let without = Self.reading(paper, LayoutShelf())
    let with = Self.reading(paper, LayoutShelf([try Self.layout()], of: Self.code))
    func share(_ reading: Reading) -> Double {
      reading.amount.candidates.first { $0.value.decimal == "88.00" }?.probability ?? 0
    }
    #expect(with.amount.best?.value.decimal == "88.00")
    #expect(share(with) > share(without))
    #expect(with.layoutVersion == 3)
    #expect(without.layoutVersion == nil)
    #expect(with.time.probability > without.time.probability)
  }

  @Test("a layout is not read into the paper of another counter")
  func other() throws {
    var paper = Self.paper("88.00", given: "100.00", minute: "43")
    paper[0] = "林朗饼家"
    let reading = Self.reading(paper, LayoutShelf([try Self.layout()], of: Self.code))
    #expect(reading.counter.best?.value.code == CounterCode("A2"))
    #expect(reading.layoutVersion == nil)
  }

  @Test("a till is known by its own lines where its name is a picture, but not for certain")
  func lines() throws {
    var paper = Self.paper("88.00", given: "100.00", minute: "43")
    paper[0] = "※※"
    #expect(Self.reading(paper, LayoutShelf()).counter.best == nil)
    let counter = Self.reading(paper, try Self.shelf(others: 9)).counter
    #expect(counter.best?.value.code == Self.code)
    #expect(counter.probability < 0.97)
    // While few counters are known, nobody can tell which lines are a till's own.
    #expect(Self.reading(paper, try Self.shelf(others: 3)).counter.best == nil)
  }

  @Test("lines that other counters print are no one's own, though their layouts take no part yet")
  func sharedLines() throws {
    var paper = Self.paper("88.00", given: "100.00", minute: "43")
    paper[0] = "※※"
    let lines = Set(try Self.specimens().flatMap(\.lines))
    let shelf = try Self.shelf(others: 9, printing: lines, state: .shadow)
    #expect(Self.reading(paper, shelf).counter.best == nil)
  }

  @Test("lines of a till say nothing where another shop of its name may print them too")
  func sameBrand() throws {
    let twins = Self.counters + [Counter(code: CounterCode("A3"), name: "本汕牛肉火锅")]
    let paper = Self.paper("88.00", given: "100.00")
    let shelf = try Self.shelf(others: 9)
    let reading = Extractor(register: CounterIndex(twins), layouts: shelf)
      .reading(of: PaperText.page(paper), context: Self.context)
    let codes = reading.counter.candidates.flatMap(\.evidence).map(\.code)
    #expect(!codes.contains("counter_layout_lines"))
    let alone = Self.reading(paper, shelf).counter.best?.evidence.map(\.code) ?? []
    #expect(alone.contains("counter_layout_lines"))
  }

  @Test("a shop is known by what its confirmed papers call it above all else")
  func heading() throws {
    func reading(
      _ head: [String], heading: String = "信诺通讯", others: [String] = [], count: Int = 9,
      by source: String = "reviewer"
    ) throws -> Reading {
      var own = try Self.specimens()
      for index in own.indices { own[index].headings = [heading] }
      let rest = try (0..<count).map { number in
        var paper = try Self.specimens()[0]
        paper.lines = ["底部\(number)"]
        paper.headings = others.isEmpty ? ["某店铺\(number)"] : others
        return Self.history(CounterCode("B\(number)"), .shadow, [paper])
      }
      let shelf = LayoutShelf([Self.history(Self.code, .deciding, own, by: source)] + rest)
      return Self.reading(head + Self.paper("88.00", given: "100.00").dropFirst(2), shelf)
    }
    func isTold(_ reading: Reading) -> Bool {
      reading.counter.best?.value.code == Self.code && reading.counter.probability > 0.9
    }
    #expect(isTold(try reading(["信诺通讯"])))
    #expect(isTold(try reading(["结账单", "信诺通讯"])))
    // Another's name, another's heading, a company that has several shops, too few known to tell.
    #expect(!isTold(try reading(["信诺通讯", "林朗饼家"])))
    #expect(!isTold(try reading(["信诺通讯"], others: ["信诺通讯"])))
    #expect(!isTold(try reading(["信诺通讯有限公司"], heading: "信诺通讯有限公司")))
    #expect(!isTold(try reading(["信诺通讯"], count: 3)))
    #expect(!isTold(try reading(["信诺通信"])))
    // Nobody but the machine has said whose it is; the mall's name, which others write in their
    // way.
    #expect(!isTold(try reading(["信诺通讯"], by: "member")))
    #expect(!isTold(try reading(["成都星汇"], heading: "成都星汇", others: ["成都都星星汇天街"])))
    #expect(isTold(try reading(["成都信诺"], heading: "成都信诺", others: ["成都都星星汇天街"])))
  }

  @Test("what may be a shop's name is a heading; papers' titles, numbers and malls are none")
  func headingLines() {
    let names = ["贵州茅台", "EMBRY FORM"]
    for name in names { #expect(LearnedHeading.isName(Key(name)), "\(name)") }
    let lines = [
      "信诺通讯", "结账单", "欢迎光临", "银泰广场", "No.12", "A店2", "成都星汇店", "堂食", "外带自提", "顾客联", "收银台", "商品数量金额",
    ]
    for line in lines {
      let keys = LearnedHeading.keys(PrintedLine.lines(of: PaperText.page([line]))).map(\.text)
      #expect(keys == (line == lines[0] ? [line] : []), "\(line)")
    }
  }

  @Test("a time less precise than the till prints is doubted")
  func precision() throws {
    let shelf = LayoutShelf([try Self.layout()], of: Self.code)
    var paper = Self.paper("88.00", given: "100.00", minute: "43")
    paper[3] = "结账时间: 2026-11-03"
    #expect(
      Self.reading(paper, shelf).time.probability
        < Self.reading(paper, LayoutShelf()).time.probability)
  }

  @Test("a counter whose till has changed is told")
  func changed() throws {
    var history = LayoutHistory(
      counter: Self.code, versions: [LayoutVersion(version: 1, state: .demoted)])
    let paper = Self.paper("88.00", given: "100.00")
    // Demoted, and nothing known of how the till prints now.
    #expect(
      !Self.reading(paper, LayoutShelf([history])).signals.contains(Signal("layout_changed")))
    let lessons = try Self.specimens().map {
      Lesson(claim: ClaimID("c"), source: "reviewer li", specimen: $0)
    }
    history.versions.append(LayoutVersion(version: 2, lessons: lessons))
    #expect(
      Self.reading(paper, LayoutShelf([history])).signals.contains(Signal("layout_changed")))
    history.versions.append(LayoutVersion(version: 3, state: .deciding))
    #expect(
      !Self.reading(paper, LayoutShelf([history])).signals.contains(Signal("layout_changed")))
  }

  @Test("of a till that prints the time in its number alone, it is known which number tells it")
  func timeInsideNumber() throws {
    func paper(_ number: String, _ other: String) -> [String] {
      ["本汕牛肉火锅", "No:\(number)", "原始单号:\(other)", "实收 88.00", "微信支付 88.00"]
    }
    let specimens = try [
      ("202611131514350201", "202611131727200117", "2026-11-13T15:14:35"),
      ("202611141628110202", "202611141731480118", "2026-11-14T16:28:11"),
    ].map { number, other, time in
      try Self.specimen(paper(number, other), amount: "88.00", time: time)
    }
    #expect(specimens[0].timeLabels == ["#NO"])
    let shelf = LayoutShelf([Layout(version: 1, specimens: specimens)], of: Self.code)
    let next = paper("202611151745330203", "202611151727320119")
    let known = Self.reading(next, shelf).time
    #expect(known.best?.value.iso == "2026-11-15T17:45:33")
    let told = try #require(known.candidates.first { $0.value.iso == "2026-11-15T17:45:33" })
    #expect(told.evidence.contains { $0.code == "time_layout" })
    let unknown = Self.reading(next, LayoutShelf()).time
    #expect(!unknown.candidates.flatMap(\.evidence).contains { $0.code == "time_layout" })
  }

  @Test("what a person writes more exactly than the till prints is the same time")
  func exactTime() throws {
    let specimen = try Self.specimen(
      Self.paper("61.00", given: "100.00", minute: "41"), amount: "61.00",
      time: "2026-11-03T12:41:00")
    #expect(specimen.timeLabels == ["结账时间"])
    #expect(specimen.timePrecision == .minute)
  }

  @Test(
    "a till whose numbers tell the day contradicts another date, wherever in the number it stands")
  func dayInNumber() throws {
    func paper(_ number: String, _ day: String) -> [String] {
      ["本汕牛肉火锅", "单号: \(number)", "结账时间: \(day) 12:41", "消费合计 58.00", "总计 58.00"]
    }
    let specimens = try ["03", "04"].map { day in
      try Self.specimen(
        paper("71492611\(day)197", "2026-11-\(day)"), amount: "58.00",
        time: "2026-11-\(day)T12:41", number: "71492611\(day)197")
    }
    let shelf = LayoutShelf([Layout(version: 1, specimens: specimens)], of: Self.code)
    func isDisputed(_ number: String, _ shelf: LayoutShelf) -> Bool {
      // Two readers agree on the number: one that is doubtful disputes nothing.
      let page = PaperText.page(
        paper(number, "2026-11-05").map { [$0, $0] }, readers: [.paddle, .tesseractLatin])
      return Extractor(register: CounterIndex(Self.counters), layouts: shelf)
        .reading(of: page, context: Self.context).signals.contains { $0.code == "day_mismatch" }
    }
    #expect(isDisputed("7149261103021", shelf))
    #expect(!isDisputed("7149261105021", shelf))
    // No day stands there, and without the layout nobody would look.
    #expect(!isDisputed("7149269903021", shelf) && !isDisputed("7149012261103021", LayoutShelf()))
    // Behind a till's few digits the day of the year is told by itself.
    #expect(isDisputed("7149261103021", LayoutShelf()))
    #expect(
      !isDisputed("7149261105021", LayoutShelf()) && !isDisputed("7149260703021", LayoutShelf()))
  }

  @Test("a layout that has seen no discount says nothing where there is one")
  func discount() throws {
    func paper(_ lines: [String]) -> [String] {
      ["本汕牛肉火锅", "单号: 0805-4041", "结账时间: 2026-11-03 12:41"] + lines
    }
    let plain = try Self.specimen(
      paper(["消费合计 58.00", "总计 58.00"]), amount: "58.00", time: "2026-11-03T12:41")
    #expect(plain.isReduced == false)
    let next = paper(["消费合计 58.00", "整单折扣 -6.96", "总汁 51.04"])
    let shelf = LayoutShelf([Layout(version: 1, specimens: [plain, plain])], of: Self.code)
    #expect(
      !Self.reading(next, shelf).amount.candidates.flatMap(\.evidence)
        .contains { $0.code.hasPrefix("amount_layout") })
    let reduced = try Self.specimen(
      paper(["消费合计 58.00", "整单折扣 -6.96", "总计 51.04"]), amount: "51.04",
      time: "2026-11-03T12:41")
    #expect(reduced.isReduced == true)
    let knowing = LayoutShelf([Layout(version: 1, specimens: [plain, reduced])], of: Self.code)
    #expect(
      Self.reading(next, knowing).amount.candidates.flatMap(\.evidence)
        .contains { $0.code.hasPrefix("amount_layout") })
  }

  @Test("what is known of a counter now takes the place of what was")
  func replaced() throws {
    let shelf = LayoutShelf([try Self.layout()], of: Self.code)
    #expect(!shelf.isEmpty && shelf.without(Self.code).isEmpty)
    var paper = Self.paper("88.00", given: "100.00", minute: "43")
    paper[0] = "※※"
    let others = try Self.shelf(others: 12).without(Self.code)
    #expect(Self.reading(paper, others).counter.best?.value.code != Self.code)
  }

  @Test("of two tills of one counter the one that a paper fits is used")
  func twoTills() throws {
    let other = Layout(
      version: 4,
      specimens: [
        try Self.specimen(
          ["本汕牛肉火锅", "交易时间: 2026-11-03 12:41", "应付金额 61.00"], amount: "61.00",
          time: "2026-11-03T12:41")
      ])
    let shelf = LayoutShelf([try Self.layout(), other], of: Self.code)
    let first = Self.reading(Self.paper("88.00", given: "100.00"), shelf)
    #expect(first.layoutVersion == 3)
    let second = Self.reading(
      ["本汕牛肉火锅", "交易时间: 2026-11-03 12:45", "应付金额 88.00"], shelf)
    #expect(second.layoutVersion == 4)
  }
}
