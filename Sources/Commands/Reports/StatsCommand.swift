import ArgumentParser
import Claiming
import Ledger
import Receipts

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "How the claims went.",
    discussion: """
      Straight-through, review and rejection shares, time to credit, reasons, and each counter with
      the version of its layout.

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
    output.print(StatisticsReport(statistics: statistics, mall: settings.mall.name))
  }
}

private struct StatisticsReport: Report {
  let statistics: Statistics
  /// The mall's name; empty where the settings give none.
  let mall: String

  private static let states: [ClaimState] = [
    .credited, .review, .rejected, .reversed, .received,
  ]

  private func share(_ count: Int) -> Share { Share(part: count, all: statistics.decided) }

  private func percent(_ count: Int) -> String { Percent.text(share(count)).trimmed }

  func lines(on terminal: Terminal) -> [String] {
    let counts = Self.states.map { "\(statistics.states[$0] ?? 0) \($0.rawValue)" }
    var lines = mall.isEmpty ? [] : [mall.printable]
    lines += [
      "claims            \(counts.joined(separator: ", "))",
      "straight through  \(statistics.straightThrough) of \(statistics.decided) claims"
        + " (\(percent(statistics.straightThrough)))",
      "to people         \(percent(statistics.states[.review] ?? 0)) in review, "
        + "\(percent(statistics.states[.rejected] ?? 0)) rejected",
      "points credited   \(statistics.pointsCredited)",
    ]
    if let elapsed = statistics.elapsed {
      lines.append(
        "time to decision  p50 \(elapsed.p50Milliseconds) ms, p95 \(elapsed.p95Milliseconds) ms, "
          + "p99 \(elapsed.p99Milliseconds) ms")
    }
    if !statistics.layouts.isEmpty {
      let counts = LayoutVersion.State.allCases.compactMap { state in
        statistics.layouts[state].map { "\($0) \(state.rawValue)" }
      }
      lines.append("layouts           \(counts.joined(separator: ", "))")
    }
    for alarm in statistics.changedCounters {
      let text =
        "ALARM             counter \(alarm.counter) prints otherwise: \(alarm.event.detail.printable); "
        + alarm.wayOut
      lines.append(Colour.red.painted(text, if: terminal.hasColour))
    }
    if !statistics.reasons.isEmpty {
      var reasons = TextTable([.init("first reason"), .init("claims", isNumber: true)])
      reasons.rows = statistics.reasons.map { [.init($0.reason.rawValue), .init("\($0.count)")] }
      lines += [""] + reasons.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    }
    guard !statistics.counters.isEmpty else { return lines }
    var table = TextTable(
      [.init("counter"), .init("name", isFlexible: true), .init("layout", isNumber: true)]
        + ["straight", "credited", "review", "rejected"].map { .init($0, isNumber: true) })
    table.rows = statistics.counters.map { counter in
      [
        .init(counter.code?.rawValue ?? "unknown"), .init(counter.name ?? ""),
        .init(counter.layoutVersion.map(String.init) ?? "–"),
      ]
        + ([counter.straightThrough]
        + [ClaimState.credited, .review, .rejected].map { counter.states[$0] ?? 0 })
        .map { .init("\($0)") }
    }
    return lines + [""] + table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
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
              "layout": .integer(Int64(alarm.event.version)), "why": .text(alarm.event.detail),
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
