package import Receipts

/// The register of counters as a mall hands it in.
///
/// Columns: `code`, `name`, and optionally `branch`, `category`, `floor`, `aliases` (split by
/// `|`), `phone`, `opened_on`, `closed_on`. A code may stand on several lines where a unit had one
/// tenant after the other: the earlier has closed before the next opened. A name or alias that two
/// counters share is taken with a warning: a mall may well have two shops of one chain, and such a
/// name alone then decides nothing.
package struct RegisterFile: Sendable {
  package let counters: [Counter]
  /// What the file has no column for: an import leaves it as it is stored.
  package let absent: Set<Counter.Detail>
  package let warnings: [ImportProblem]

  private static let days: Set<Counter.Detail> = [.openedOn, .closedOn]

  /// All of the file or nothing of it.
  package init(path: String) throws(ClaimingError) {
    var sheet = try CSVSheet(
      path: path, required: ["code", "name"], optional: Counter.Detail.allCases.map(\.rawValue))
    var tenants: [Counter] = []
    var lines: [CounterCode: [(counter: Counter, line: Int)]] = [:]
    for row in sheet.rows {
      let counter = Self.counter(of: row, in: &sheet)
      guard let code = sheet.field("code", of: row), !trimmed(code.text).isEmpty else { continue }
      // Told even where another column of the line cannot be taken.
      let key = CounterCode(trimmed(code.text))
      let mine = counter ?? Counter(code: key, name: "")
      if let other = lines[key]?.first(where: { Self.areTogether($0.counter, mine) }) {
        let isDated = [mine, other.counter].contains { $0.openedOn != nil || $0.closedOn != nil }
        sheet.report(
          code, "code",
          "\(key) is on line \(other.line) already"
            + (isDated ? ", and neither has closed before the other opened" : ""))
      }
      tenants.append(mine)
      lines[key, default: []].append((mine, code.line))
    }
    let counters = Self.units(tenants)
    Self.warnOfSharedNames(in: &sheet)
    if sheet.isEmpty { throw .inputUnusable(path: path, why: "has no counters") }
    let imported = try sheet.finished(counters)
    self.counters = imported.values
    var absent = Set(Counter.Detail.allCases.filter { !sheet.hasColumn($0.rawValue) })
    // The days of a tenancy belong together: one of the file's beside one that is stored is none.
    if !absent.isSuperset(of: Self.days) { absent.subtract(Self.days) }
    self.absent = absent
    warnings = imported.warnings
  }

  /// Whether two may have had a unit on one day.
  private static func areTogether(_ one: Counter, _ other: Counter) -> Bool {
    func isBefore(_ first: Counter, _ second: Counter) -> Bool {
      guard let closed = first.closedOn, let opened = second.openedOn else { return false }
      return closed < opened
    }
    return !isBefore(one, other) && !isBefore(other, one)
  }

  /// Each code once, in the order of the file, with the last tenant and those before.
  private static func units(_ tenants: [Counter]) -> [Counter] {
    let byCode = Dictionary(grouping: tenants, by: \.code)
    var seen: Set<CounterCode> = []
    return tenants.compactMap { tenant in
      guard seen.insert(tenant.code).inserted else { return nil }
      let latest = (byCode[tenant.code] ?? [tenant]).sorted { one, other in
        guard let opened = one.openedOn else { return false }
        return other.openedOn.map { opened > $0 } ?? true
      }
      var unit = latest[0]
      unit.former = Array(latest.dropFirst())
      return unit
    }
  }

  private static func counter(of row: CSVSheet.Row, in sheet: inout CSVSheet) -> Counter? {
    let code = sheet.required("code", of: row, charactersMax: 64)
    let name = sheet.required("name", of: row, charactersMax: 200)
    let openedOn = day("opened_on", of: row, in: &sheet)
    let closedOn = day("closed_on", of: row, in: &sheet)
    if let openedOn, let closedOn, closedOn < openedOn,
      let field = sheet.field("closed_on", of: row)
    {
      sheet.report(field, "closed_on", "\(closedOn) is before opened_on, \(openedOn)")
    }
    let aliases = (sheet.text("aliases", of: row, charactersMax: 2_000) ?? "")
      .split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    let counter = Counter(
      code: CounterCode(code ?? ""), name: name ?? "",
      branch: sheet.text("branch", of: row), category: sheet.text("category", of: row),
      floor: sheet.text("floor", of: row), aliases: aliases,
      phone: sheet.text("phone", of: row, charactersMax: 64), openedOn: openedOn,
      closedOn: closedOn)
    return code == nil || name == nil ? nil : counter
  }

  private static func day(
    _ name: String, of row: CSVSheet.Row, in sheet: inout CSVSheet
  ) -> Day? {
    guard let text = sheet.text(name, of: row), let field = sheet.field(name, of: row) else {
      return nil
    }
    guard let day = Day(iso: text) else {
      sheet.report(field, name, "\(text) is not a day like 2026-11-03")
      return nil
    }
    return day
  }

  private static func warnOfSharedNames(in sheet: inout CSVSheet) {
    var lineOfName: [String: Int] = [:]
    for row in sheet.rows {
      guard let name = sheet.field("name", of: row) else { continue }
      let aliases = sheet.field("aliases", of: row)
      var shown = [(name, "name", trimmed(name.text))]
      for alias in (aliases?.text ?? "").split(separator: "|") {
        shown.append((aliases ?? name, "aliases", trimmed(String(alias))))
      }
      var own: Set<String> = []
      for (field, column, text) in shown where !text.isEmpty && own.insert(text).inserted {
        if let line = lineOfName[text] {
          sheet.warn(field, column, "\(text) is also a name of the counter on line \(line)")
        } else {
          lineOfName[text] = field.line
        }
      }
    }
  }
}
