import Claiming
import Foundation
import Ledger
import Receipts

/// `layouts list`.
struct LayoutsReport: Report {
  let histories: [LayoutHistory]
  let names: [CounterCode: String]

  private var rows: [(counter: CounterCode, version: LayoutVersion)] {
    histories.flatMap { history in history.versions.map { (history.counter, $0) } }
  }

  func lines(on terminal: Terminal) -> [String] {
    guard !rows.isEmpty else {
      return ["no layouts yet: one begins with a counter's first confirmed receipt"]
    }
    var table = TextTable([
      .init("counter"), .init("name", isFlexible: true), .init("layout", isNumber: true),
      .init("state"), .init("papers", isNumber: true), .init("confirmed by", isNumber: true),
      .init("lately alike", isNumber: true),
    ])
    table.rows = rows.map { counter, version in
      [
        .init(counter.rawValue), .init(names[counter] ?? ""), .init("\(version.version)"),
        .init(version.state.rawValue, version.state.colour), .init("\(version.lessons.count)"),
        .init("\(version.sources.count)"),
        .init("\(version.recent.count(where: \.agrees)) of \(version.recent.count)"),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  var objects: [JSON] { rows.map { object(of: $0.version, counter: $0.counter) } }
}

private func object(of version: LayoutVersion, counter: CounterCode) -> JSON {
  [
    "counter": .text(counter.rawValue), "layout": .integer(Int64(version.version)),
    "state": .text(version.state.rawValue), "papers": .integer(Int64(version.lessons.count)),
    "confirmed_by": .array(version.sources.sorted().map { .text($0) }),
    "agreeing": .integer(Int64(version.recent.count(where: \.agrees))),
    "compared": .integer(Int64(version.recent.count)),
  ]
}

extension LayoutVersion.State {
  fileprivate var colour: Colour? {
    switch self {
    case .shadow: .yellow
    case .deciding: .green
    case .demoted: .red
    case .retired: nil
    }
  }
}

/// `layouts show`.
struct LayoutReport: Report {
  let history: LayoutHistory

  func lines(on terminal: Terminal) -> [String] {
    history.versions.flatMap { version -> [String] in
      let layout = version.layout
      func told(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { "\($0.key.isEmpty ? "no label" : $0.key.printable) (\($0.value))" }
          .joined(separator: ", ")
      }
      let precisions = Dictionary(
        layout.timePrecisions.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
      let facts = [
        ("amount after", told(layout.amountLabels)),
        ("not after", told(layout.otherAmountLabels)),
        ("time after", told(layout.timeLabels)), ("precise to", told(precisions)),
        ("number after", told(layout.numberLabels)), ("numbers like", told(layout.numberShapes)),
        ("known by", layout.lines.keys.sorted().prefix(8).joined(separator: ", ").printable),
        ("confirmed by", version.sources.sorted().joined(separator: ", ").printable),
        ("claims", version.lessons.map(\.claim.short).joined(separator: ", ")),
      ]
      let state = version.state.colour?.painted(version.state.rawValue, if: terminal.hasColour)
      return [
        "counter \(history.counter), layout \(version.version): \(state ?? version.state.rawValue),"
          + " \(version.recent.count(where: \.agrees)) of the latest \(version.recent.count) papers alike"
      ]
        + facts.filter { !$0.1.isEmpty }.map { name, text in
          "  " + name.padding(toLength: 14, withPad: " ", startingAt: 0) + text
        }
    }
  }

  var objects: [JSON] {
    history.versions.map { version in
      let layout = version.layout
      func told(_ counts: [String: Int]) -> JSON {
        .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })
      }
      let precisions = Dictionary(
        layout.timePrecisions.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
      return [
        "counter": .text(history.counter.rawValue), "layout": .integer(Int64(version.version)),
        "state": .text(version.state.rawValue), "amount_labels": told(layout.amountLabels),
        "other_labels": told(layout.otherAmountLabels), "time_labels": told(layout.timeLabels),
        "time_precisions": told(precisions), "number_labels": told(layout.numberLabels),
        "number_shapes": told(layout.numberShapes),
        "lines": .array(layout.lines.keys.sorted().map { .text($0) }),
        "confirmed_by": .array(version.sources.sorted().map { .text($0) }),
        "claims": .array(version.lessons.map { .text($0.claim.rawValue) }),
      ]
    }
  }
}

/// `layouts history`.
struct LayoutEventsReport: Report {
  let events: [LayoutEventRecord]
  let timeZone: TimeZone

  func lines(on terminal: Terminal) -> [String] {
    guard !events.isEmpty else { return ["nothing has become of any layout yet"] }
    return events.map { record in
      "\(time(record))  \(record.counter)  layout \(record.event.version) "
        + "\(record.event.kind.text): \(record.event.detail.printable)"
    }
  }

  var objects: [JSON] {
    events.map { record in
      [
        "time": .text(time(record)), "counter": .text(record.counter.rawValue),
        "layout": .integer(Int64(record.event.version)),
        "event": .text(record.event.kind.rawValue), "detail": .text(record.event.detail),
      ]
    }
  }

  private func time(_ record: LayoutEventRecord) -> String {
    PrintedTime(record.happenedAt, in: timeZone)?.iso ?? ""
  }
}

extension Verdict {
  /// As `read` says it.
  fileprivate var word: String {
    switch self {
    case .credit: "credit"
    case .review: "review"
    case .reject: "reject"
    }
  }
}

/// `layouts replay`.
struct ReplayReport: Report {
  let outcomes: [LayoutReplay.Outcome]
  let hasAll: Bool

  private var shown: [LayoutReplay.Outcome] {
    hasAll ? outcomes : outcomes.filter(\.isChanged)
  }

  func lines(on terminal: Terminal) -> [String] {
    let count = outcomes.count(where: \.isChanged)
    let summary =
      outcomes.isEmpty
      ? "no claim of this counter has its page kept"
      : "\(count) of \(outcomes.count) claims would be read or decided otherwise"
    guard !shown.isEmpty else { return [summary] }
    var table = TextTable([
      .init("claim"), .init("file", isFlexible: true), .init("decided"), .init("now"),
      .init("tried"), .init("read otherwise", isFlexible: true),
    ])
    table.rows = shown.map { outcome in
      [
        .init(outcome.record.id.short), .init(outcome.record.claim.file),
        .init(outcome.record.state.rawValue), .init(outcome.now.verdict.word),
        .init(outcome.tried.verdict.word),
        .init(outcome.changes.map(\.rawValue).joined(separator: ", ")),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour) + ["", summary]
  }

  var objects: [JSON] {
    shown.map { outcome in
      [
        "claim_id": .text(outcome.record.id.rawValue), "file": .text(outcome.record.claim.file),
        "decided": .text(outcome.record.state.rawValue), "now": .text(outcome.now.verdict.word),
        "tried": .text(outcome.tried.verdict.word),
        "now_reasons": .array(outcome.now.verdict.reasons.map { .text($0.rawValue) }),
        "tried_reasons": .array(outcome.tried.verdict.reasons.map { .text($0.rawValue) }),
        "changes": .array(outcome.changes.map { .text($0.rawValue) }),
      ]
    }
  }
}
