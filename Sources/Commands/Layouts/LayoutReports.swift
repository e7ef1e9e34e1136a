import Claiming
import Foundation
import Ledger
import Receipts

/// `layouts list`.
struct LayoutsReport: Report {
  let histories: [LayoutHistory]
  let names: [CounterCode: String]
  let language: Language

  private var rows: [(counter: CounterCode, version: LayoutVersion)] {
    histories.flatMap { history in history.versions.map { (history.counter, $0) } }
  }

  func lines(on terminal: Terminal) -> [String] {
    guard !rows.isEmpty else {
      return [
        language(
          "no layouts yet: one begins with a counter's first confirmed receipt",
          "还没有版式：从专柜第一张确认过的小票开始学习")
      ]
    }
    var table = TextTable([
      .init(language("counter", "专柜")), .init(language("name", "名称"), isFlexible: true),
      .init(language("layout", "版式"), isNumber: true), .init(language("state", "状态")),
      .init(language("papers", "小票数"), isNumber: true),
      .init(language("confirmed by", "确认人数"), isNumber: true),
      .init(language("lately alike", "近期一致"), isNumber: true),
    ])
    table.rows = rows.map { counter, version in
      let (alike, compared) = (version.recent.count(where: \.agrees), version.recent.count)
      return [
        .init(counter.rawValue), .init(names[counter] ?? ""), .init("\(version.version)"),
        .init(language.word(version.state), version.state.colour),
        .init("\(version.lessons.count)"),
        .init("\(version.sources.count)"),
        .init(language("\(alike) of \(compared)", "\(alike)/\(compared)")),
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
  let language: Language

  func lines(on terminal: Terminal) -> [String] {
    history.versions.flatMap { version -> [String] in
      let layout = version.layout
      func told(_ counts: [String: Int]) -> String {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { label, count in
            "\(named(label)) (\(count))"
          }
          .joined(separator: ", ")
      }
      let precisions = Dictionary(
        layout.timePrecisions.map { (language.word($0.key), $0.value) }, uniquingKeysWith: +)
      let sources = version.sources.sorted().map { Lesson.name(ofSource: $0, in: language) }
      let facts: [(name: String, text: String)] = [
        (language("amount after", "金额标签"), told(layout.amountLabels)),
        (language("not after", "非金额标签"), told(layout.otherAmountLabels)),
        (
          language("discounts on", "有优惠的"),
          language(
            "\(layout.reducedPapers) of \(layout.papers)",
            "\(layout.papers) 张中 \(layout.reducedPapers) 张")
        ),
        (language("time after", "时间标签"), told(layout.timeLabels)),
        (language("precise to", "时间精度"), told(precisions)),
        (language("number after", "小票号标签"), told(layout.numberLabels)),
        (language("numbers like", "小票号形式"), told(layout.numberShapes)),
        (
          language("day in them", "其中日期"),
          layout.dayPlaces.map { place in
            language(
              "\(place.form.rawValue) from digit \(place.start + 1)",
              "第 \(place.start + 1) 位起 \(place.form.rawValue)")
          }.joined(separator: ", ")
        ),
        (
          language("known by", "特有行"),
          layout.lines.keys.sorted().prefix(8).joined(separator: ", ").printable
        ),
        (language("confirmed by", "确认人"), sources.joined(separator: ", ").printable),
        (language("claims", "申请"), version.lessons.map(\.claim.short).joined(separator: ", ")),
      ]
      return [head(of: version, on: terminal)]
        + facts.filter { !$0.text.isEmpty }.map { fact in
          "  " + fact.name.padded(toCells: 14) + fact.text
        }
    }
  }

  /// A label as people call it: none, or that of the number which the time is a part of.
  private func named(_ label: String) -> String {
    if label.isEmpty { return language("no label", "无标签") }
    guard label.first == "#" else { return label.printable }
    let number = String(label.dropFirst())
    return number.isEmpty
      ? language("inside a number", "编号之内")
      : language("inside the number after \(number.printable)", "“\(number.printable)”编号之内")
  }

  private func head(of version: LayoutVersion, on terminal: Terminal) -> String {
    let word = language.word(version.state)
    let state = version.state.colour?.painted(word, if: terminal.hasColour) ?? word
    let (alike, compared) = (version.recent.count(where: \.agrees), version.recent.count)
    return language(
      "counter \(history.counter), layout \(version.version): \(state),"
        + " \(alike) of the latest \(compared) papers alike",
      "专柜 \(history.counter)，版式 \(version.version)：\(state)，最近 \(compared) 张小票中 \(alike) 张一致")
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
        "day_places": .array(layout.dayPlaces.map { .text("\($0.form.rawValue)@\($0.start)") }),
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
  let language: Language

  func lines(on terminal: Terminal) -> [String] {
    guard !events.isEmpty else {
      return [language("nothing has become of any layout yet", "版式尚无任何变化")]
    }
    let layout = language("layout", "版式")
    return events.map { record in
      "\(time(record))  \(record.counter)  \(layout) \(record.event.version) "
        + "\(language.word(record.event.kind)): \(record.event.cause.text(in: language).printable)"
    }
  }

  var objects: [JSON] {
    events.map { record in
      [
        "time": .text(time(record)), "counter": .text(record.counter.rawValue),
        "layout": .integer(Int64(record.event.version)),
        "event": .text(record.event.kind.rawValue),
        "detail": .text(record.event.cause.text(in: .english)),
      ]
    }
  }

  private func time(_ record: LayoutEventRecord) -> String {
    PrintedTime(record.happenedAt, in: timeZone)?.iso ?? ""
  }
}

/// `layouts replay`.
struct ReplayReport: Report {
  let outcomes: [LayoutReplay.Outcome]
  let hasAll: Bool
  let language: Language

  private var shown: [LayoutReplay.Outcome] {
    hasAll ? outcomes : outcomes.filter(\.isChanged)
  }

  func lines(on terminal: Terminal) -> [String] {
    let count = outcomes.count(where: \.isChanged)
    let summary =
      outcomes.isEmpty
      ? language("no claim of this counter has its page kept", "该专柜没有保留页面的申请")
      : language(
        "\(count) of \(outcomes.count) claims would be read or decided otherwise",
        "\(outcomes.count) 份申请中有 \(count) 份的识别或结论会不同")
    guard !shown.isEmpty else { return [summary] }
    var table = TextTable([
      .init(language("claim", "申请")), .init(language("file", "文件"), isFlexible: true),
      .init(language("decided", "原结论")), .init(language("now", "现结论")),
      .init(language("tried", "试算结论")),
      .init(language("read otherwise", "识别不同"), isFlexible: true),
    ])
    table.rows = shown.map { outcome in
      [
        .init(outcome.record.id.short), .init(outcome.record.claim.file),
        .init(language.word(outcome.record.state)), .init(language.word(outcome.now.verdict)),
        .init(language.word(outcome.tried.verdict)),
        .init(outcome.changes.map { language.word($0) }.joined(separator: ", ")),
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
