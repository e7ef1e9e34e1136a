import ArgumentParser
import Claiming
import Ledger
import Receipts

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How the claims went.",
    discussion: """
      Straight-through, review and rejection shares, time to credit, reasons, and each counter with
      the version of its layout. Claims are counted as they stand now: what a person has decided is
      in review no more. Straight through is what was credited with no person and not taken back.

      EXAMPLES
        xiaopiao stats --home mall
      """)

  @OptionGroup var home: HomeOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let home = try home.home()
    let settings = try self.home.settings(of: home)
    let ledger = try home.ledger()
    let statistics = try await stored { () throws(LedgerError) in
      try await ledger.statistics()
    }
    output.print(
      StatisticsReport(
        statistics: statistics, mall: settings.mall.name, language: output.language(settings)))
  }
}

private struct StatisticsReport: Report {
  let statistics: Statistics
  /// The mall's name; empty where the settings give none.
  let mall: String
  let language: Language

  private static let states: [ClaimState] = [
    .credited, .review, .rejected, .reversed, .received,
  ]

  private func share(_ count: Int) -> Share { Share(part: count, all: statistics.decided) }

  private func percent(_ count: Int) -> String { Percent.text(share(count)).trimmed }

  func lines(on terminal: Terminal) -> [String] {
    let counts = Self.states.map {
      (count: statistics.states[$0] ?? 0, word: language.word($0))
    }
    let (straight, decided) = (statistics.straightThrough, statistics.decided)
    let reviewed = (statistics.states[.credited] ?? 0) - straight
    let waiting = statistics.states[.review] ?? 0
    let rejected = statistics.states[.rejected] ?? 0
    var lines = mall.isEmpty ? [] : [mall.printable]
    lines += [
      label("claims", "申请") + language.counts(counts),
      label("straight through", "直通")
        + language(
          "\(straight) of \(decided) claims (\(percent(straight))) credited without a person",
          "\(decided) 份申请中 \(straight) 份无人工入账，直通率 \(percent(straight))"),
      label("by a person", "人工入账")
        + language(
          "\(reviewed) of \(decided) claims (\(percent(reviewed))) credited by a reviewer",
          "\(decided) 份申请中 \(reviewed) 份（\(percent(reviewed))）经审核入账"),
      label("in review now", "目前待审核")
        + language(
          "\(waiting) of \(decided) claims (\(percent(waiting))) wait for a person",
          "\(decided) 份申请中 \(waiting) 份（\(percent(waiting))）等待人工处理"),
      label("rejected", "已拒绝")
        + language(
          "\(rejected) of \(decided) claims (\(percent(rejected)))",
          "\(decided) 份申请中 \(rejected) 份（\(percent(rejected))）"),
      label("points credited", "已入账积分") + "\(statistics.pointsCredited)",
    ]
    if let elapsed = statistics.elapsed {
      let times = [
        "p50 \(elapsed.p50Milliseconds) ms", "p95 \(elapsed.p95Milliseconds) ms",
        "p99 \(elapsed.p99Milliseconds) ms",
      ]
      lines.append(
        label("time to decision", "决定耗时") + times.joined(separator: language(", ", "，")))
    }
    if !statistics.layouts.isEmpty {
      let counts = LayoutVersion.State.allCases.compactMap { state in
        statistics.layouts[state].map { (count: $0, word: language.word(state)) }
      }
      lines.append(label("layouts", "版式") + language.counts(counts))
    }
    for alarm in statistics.changedCounters {
      let (counter, detail) = (alarm.counter, alarm.event.cause.text(in: language).printable)
      let text =
        label("ALARM", "警报")
        + language(
          "counter \(counter) prints otherwise: \(detail); \(alarm.wayOut(in: language))",
          "专柜 \(counter) 的小票版式已变（\(detail)）；\(alarm.wayOut(in: language))")
      lines.append(Colour.red.painted(text, if: terminal.hasColour))
    }
    if !statistics.reasons.isEmpty {
      var reasons = TextTable([
        .init(language("first reason", "首要理由")), .init(language("claims", "申请"), isNumber: true),
      ])
      reasons.rows = statistics.reasons.map { item in
        let (code, name) = (item.reason.rawValue, item.reason.name(in: language))
        return [.init(language(code, "\(code) \(name)")), .init("\(item.count)")]
      }
      lines += [""] + reasons.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    }
    guard !statistics.counters.isEmpty else { return lines }
    let states: [ClaimState] = [.credited, .review, .rejected]
    let counted = [language("straight", "直通")] + states.map { language.word($0) }
    var table = TextTable(
      [
        .init(language("counter", "专柜")), .init(language("name", "名称"), isFlexible: true),
        .init(language("layout", "版式"), isNumber: true),
      ] + counted.map { .init($0, isNumber: true) })
    table.rows = statistics.counters.map { counter in
      [
        .init(counter.code?.rawValue ?? language("unknown", "未知")), .init(counter.name ?? ""),
        .init(counter.layoutVersion.map(String.init) ?? "–"),
      ]
        + ([counter.straightThrough]
        + states.map { counter.states[$0] ?? 0 })
        .map { .init("\($0)") }
    }
    return lines + [""] + table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  private func label(_ english: String, _ chinese: String) -> String {
    language.label(english, chinese, cells: 18)
  }

  var objects: [JSON] {
    let elapsed: JSON =
      statistics.elapsed.map {
        [
          "p50": .integer(Int64($0.p50Milliseconds)), "p95": .integer(Int64($0.p95Milliseconds)),
          "p99": .integer(Int64($0.p99Milliseconds)),
        ]
      } ?? .null
    return [
      [
        "mall": .text(mall), "claims": states(statistics.states),
        "decided": .integer(Int64(statistics.decided)),
        "straight_through": .integer(Int64(statistics.straightThrough)),
        "straight_through_share": number(share(statistics.straightThrough)),
        "review_share": number(share(statistics.states[.review] ?? 0)),
        "rejected_share": number(share(statistics.states[.rejected] ?? 0)),
        "points_credited": .integer(statistics.pointsCredited.value), "elapsed_ms": elapsed,
        "layouts": .object(
          LayoutVersion.State.allCases.map {
            .init($0.rawValue, .integer(Int64(statistics.layouts[$0] ?? 0)))
          }),
        "alarms": .array(
          statistics.changedCounters.map { alarm in
            [
              "counter": .text(alarm.counter.rawValue),
              "layout": .integer(Int64(alarm.event.version)),
              "why": .text(alarm.event.cause.text(in: .english)),
            ]
          }),
        "reasons": .object(
          statistics.reasons.map { .init($0.reason.rawValue, .integer(Int64($0.count))) }),
        "counters": .array(
          statistics.counters.map { counter in
            [
              "code": .optional(counter.code?.rawValue), "name": .optional(counter.name),
              "layout": counter.layoutVersion.map { .integer(Int64($0)) } ?? .null,
              "straight_through": .integer(Int64(counter.straightThrough)),
              "claims": states(counter.states),
            ]
          }),
      ]
    ]
  }

  private func states(_ counts: [ClaimState: Int]) -> JSON {
    .object(Self.states.map { .init($0.rawValue, .integer(Int64(counts[$0] ?? 0))) })
  }

  private func number(_ share: Share) -> JSON { share.value.map { .number($0) } ?? .null }
}

extension String {
  var trimmed: String { String(drop { $0 == " " }) }
}
