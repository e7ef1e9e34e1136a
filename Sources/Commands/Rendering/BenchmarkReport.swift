import Claiming
import Receipts

/// What was measured, for a person and for a program.
struct BenchmarkReport: Report {
  let performances: [Performance]
  let pictures: Int
  let runs: Int

  /// The fields that are looked for in texts.
  static let fields: [FieldName] = [.amount, .time, .receiptNumber]

  var caption: String {
    "\(pictures) pictures, \(runs == 1 ? "once" : "\(runs) times") each, one at a time"
  }

  private var hasTruth: Bool {
    performances.contains { performance in
      Self.fields.contains { performance.found($0).all > 0 }
    }
  }

  func lines(on terminal: Terminal) -> [String] {
    var lines = [caption, ""]
    lines += speeds.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    if hasTruth {
      lines += [""] + finds.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    }
    if let own = performances.first {
      lines += [""] + Self.decisions(of: own)
      if own.shareBesideInference != nil {
        lines += [""]
        lines += Self.profile(of: own)
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
  private static func profile(of own: Performance) -> TextTable {
    var table = TextTable([
      .init("of a picture's time", isFlexible: true), .init("mean", isNumber: true),
      .init("share", isNumber: true),
    ])
    let whole = own.meanMilliseconds
    func row(_ name: String, _ milliseconds: Double) -> [TextTable.Cell] {
      [
        .init(name), .init("\(Int(milliseconds.rounded())) ms"),
        .init(Percent.text(whole > 0 ? milliseconds / whole : 0).trimmed),
      ]
    }
    table.rows = own.steps.map { row($0.title, $0.milliseconds) }
    let told = own.steps.reduce(0) { $0 + $1.milliseconds }
    table.rows.append(row("finding, straightening, deciding, storing", whole - told))
    if let extraction = own.extractionTime {
      table.rows.append([
        .init("of which finding the fields on the page, median"),
        .init("\(Self.rate(extraction.p50 / .milliseconds(1))) ms"), .init(""),
      ])
    }
    table.rows.append(row("all but inference", whole * (own.shareBesideInference ?? 0)))
    table.rows.append(row("all", whole))
    return table
  }

  private var speeds: TextTable {
    var table = TextTable(
      [.init("time a picture", isFlexible: true)]
        + ["a second, core", "xiaopiao", "p50", "p95", "p99", "memory", "failed"].map {
          .init($0, isNumber: true)
        })
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
    var table = TextTable(
      [.init("true value in the text", isFlexible: true)]
        + ["amount", "time", "receipt no"].map { .init($0, isNumber: true) })
    table.rows = performances.map { performance in
      [.init(performance.name)]
        + Self.fields.map { .init(Percent.text(performance.found($0)).trimmed) }
    }
    return table
  }

  /// What the times of Xiaopiao itself are made of.
  private static func decisions(of own: Performance) -> [String] {
    let counts: [(ImageScore.Decision, String)] = [
      (.credited, "credited"), (.review, "review"), (.rejected, "rejected"),
    ]
    let decided = counts.map { "\(own.count($0.0)) \($0.1)" }.joined(separator: ", ")
    var lines = ["time to credit    file to stored decision, \(decided)"]
    if let wall = own.wallTime, let recognition = own.recognitionTime {
      lines.append(
        "of which reading  p50 \(text(recognition.p50)) of \(text(wall.p50))")
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
