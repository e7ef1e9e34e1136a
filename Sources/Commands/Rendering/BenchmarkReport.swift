import Claiming
import Receipts

/// What was measured, for a person and for a program.
struct BenchmarkReport: Report {
  let performances: [Performance]
  let pictures: Int
  let runs: Int
  let language: Language

  /// The fields that are looked for in texts.
  static let fields: [FieldName] = [.amount, .time, .receiptNumber]

  /// The chart's, which is English.
  var caption: String { caption(in: .english) }

  private func caption(in language: Language) -> String {
    language(
      "\(pictures) \(pictures == 1 ? "picture" : "pictures"), \(runs == 1 ? "once" : "\(runs) times") each, one at a time",
      "\(pictures) 张照片，每张 \(runs) 次，逐张进行")
  }

  private var hasTruth: Bool {
    performances.contains { performance in
      Self.fields.contains { performance.found($0).all > 0 }
    }
  }

  func lines(on terminal: Terminal) -> [String] {
    var lines = [caption(in: language), ""]
    lines += speeds.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    if hasTruth {
      lines += [""] + finds.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    }
    if let own = performances.first {
      lines += [""] + decisions(of: own)
      if own.shareBesideInference != nil {
        lines += [""]
        lines += profile(of: own)
          .lines(columns: terminal.columns, hasColour: terminal.hasColour)
      }
    }
    return lines
  }

  /// How many times as many pictures a second and core; `nil` over itself.
  private func advantage(over other: Performance) -> Double? {
    guard let own = performances.first, own.name != other.name,
      let mine = own.picturesPerCoreSecond, let theirs = other.picturesPerCoreSecond, theirs > 0
    else { return nil }
    return mine / theirs
  }

  /// Where the milliseconds of Xiaopiao go.
  private func profile(of own: Performance) -> TextTable {
    var table = TextTable([
      .init(language("of a picture's time", "每张照片的耗时"), isFlexible: true),
      .init(language("mean", "平均"), isNumber: true),
      .init(language("share", "占比"), isNumber: true),
    ])
    let whole = own.meanMilliseconds
    func row(_ name: String, _ milliseconds: Double) -> [TextTable.Cell] {
      [
        .init(name), .init("\(Int(milliseconds.rounded())) ms"),
        .init(Percent.text(whole > 0 ? milliseconds / whole : 0).trimmed),
      ]
    }
    table.rows = own.steps.map { row($0.title(in: language), $0.milliseconds) }
    let told = own.steps.reduce(0) { $0 + $1.milliseconds }
    let rest = language("finding, straightening, deciding, storing", "找行、校正、判断、存储")
    table.rows.append(row(rest, whole - told))
    if let extraction = own.extractionTime {
      table.rows.append([
        .init(language("of which finding the fields on the page, median", "其中在页面上找字段，中位数")),
        .init("\(Self.rate(extraction.p50 / .milliseconds(1))) ms"), .init(""),
      ])
    }
    let other = language("all but inference", "推理以外")
    table.rows.append(row(other, whole * (own.shareBesideInference ?? 0)))
    table.rows.append(row(language("all", "合计"), whole))
    return table
  }

  private var speeds: TextTable {
    let numbers = [
      language("a second, core", "张/秒·核"), "xiaopiao", "p50", "p95", "p99",
      language("memory", "内存"), language("failed", "失败"),
    ]
    var table = TextTable(
      [.init(language("time a picture", "每张耗时"), isFlexible: true)]
        + numbers.map { .init($0, isNumber: true) })
    table.rows = performances.map { performance in
      let wall = performance.wallTime
      return [
        .init(performance.name), .init(Self.rate(performance.picturesPerCoreSecond)),
        .init(advantage(over: performance).map { "\(Self.rate($0)) ×" } ?? ""),
        .init(Self.text(wall?.p50)),
        .init(Self.text(wall?.p95)), .init(Self.text(wall?.p99)),
        .init(performance.peakMemoryBytes.map { "\($0 / 1_000_000) MB" } ?? "–"),
        .init("\(performance.failures)"),
      ]
    }
    return table
  }

  private var finds: TextTable {
    let fields = [
      language("amount", "金额"), language("time", "时间"), language("receipt no", "小票号"),
    ]
    var table = TextTable(
      [.init(language("true value in the text", "文字中含真值"), isFlexible: true)]
        + fields.map { .init($0, isNumber: true) })
    table.rows = performances.map { performance in
      [.init(performance.name)]
        + Self.fields.map { .init(Percent.text(performance.found($0)).trimmed) }
    }
    return table
  }

  /// What the times of Xiaopiao itself are made of.
  private func decisions(of own: Performance) -> [String] {
    let decisions: [ImageScore.Decision] = [.credited, .review, .rejected]
    let decided = language.counts(
      decisions.map { (count: own.count($0), word: language.word($0)) })
    let whole = language("file to stored decision, ", "从文件到存下结论，")
    var lines = [language.label("time to credit", "入账耗时", cells: 18) + whole + decided]
    if let wall = own.wallTime, let recognition = own.recognitionTime {
      let (part, all) = (Self.text(recognition.p50), Self.text(wall.p50))
      lines.append(
        language.label("of which reading", "其中识别", cells: 18)
          + language("p50 \(part) of \(all)", "p50 \(part)，共 \(all)"))
    }
    return lines
  }

  static func text(_ time: Duration?) -> String {
    time.map { "\(Int(($0 / .milliseconds(1)).rounded())) ms" } ?? "–"
  }

  /// Two decimals below ten, one above.
  static func rate(_ rate: Double?) -> String {
    guard let rate else { return "–" }
    let digits = rate < 10 ? 100 : 10
    let scaled = Int((rate * Double(digits)).rounded())
    let fraction = String(scaled % digits)
    let zeros = String(repeating: "0", count: (digits == 100 ? 2 : 1) - fraction.count)
    return "\(scaled / digits).\(zeros)\(fraction)"
  }

  var objects: [JSON] {
    performances.map { performance in
      let found = Self.fields.map { field -> JSON.Member in
        let share = performance.found(field)
        return .init(
          field.rawValue,
          ["found": .integer(Int64(share.part)), "of": .integer(Int64(share.all))])
      }
      let decisions = performance.measurements.contains { $0.decision != nil }
      return [
        "name": .text(performance.name), "pictures": .integer(Int64(pictures)),
        "runs": .integer(Int64(runs)), "failed": .integer(Int64(performance.failures)),
        "per_core_second": performance.picturesPerCoreSecond.map { .number($0) } ?? .null,
        "wall_ms": Self.object(performance.wallTime),
        "cpu_ms": Self.object(performance.processorTime),
        "reading_ms": Self.object(performance.recognitionTime),
        "extraction_ms": Self.object(performance.extractionTime),
        "beside_inference": performance.shareBesideInference.map { .number($0) } ?? .null,
        "steps_ms": .object(
          performance.steps.map { .init($0.code, .number($0.milliseconds)) }),
        "memory_bytes": performance.peakMemoryBytes.map { .integer(Int64($0)) } ?? .null,
        "found": .object(found),
        "credited": decisions ? .integer(Int64(performance.count(.credited))) : .null,
        "review": decisions ? .integer(Int64(performance.count(.review))) : .null,
        "rejected": decisions ? .integer(Int64(performance.count(.rejected))) : .null,
      ]
    }
  }

  private static func object(_ times: Percentiles?) -> JSON {
    guard let times else { return .null }
    func milliseconds(_ time: Duration) -> JSON { .number(time / .milliseconds(1)) }
    return [
      "p50": milliseconds(times.p50), "p95": milliseconds(times.p95),
      "p99": milliseconds(times.p99),
    ]
  }
}
