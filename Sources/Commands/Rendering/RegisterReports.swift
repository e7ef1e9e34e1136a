import Ledger
import Receipts

/// What an import changed.
struct ImportReport: Report {
  let what: String
  let count: ImportCount
  let language: Language

  var objects: [JSON] {
    let members: [JSON.Member] = [
      .init("imported", .text(what)), .init("new", .integer(Int64(count.new))),
      .init("changed", .integer(Int64(count.changed))),
      .init("unchanged", .integer(Int64(count.unchanged))),
    ]
    let renamed = JSON.array(count.renamed.map { .text($0.rawValue) })
    return [.object(members + (what == "counters" ? [.init("renamed", renamed)] : []))]
  }

  func lines(on terminal: Terminal) -> [String] {
    let names = ["counters": "专柜名册", "members": "会员名单"]
    return [
      language(
        "\(what): \(count.new) new, \(count.changed) changed, \(count.unchanged) unchanged",
        "\(names[what] ?? what)：新增 \(count.new)，变更 \(count.changed)，不变 \(count.unchanged)")
    ]
  }
}

/// The register.
struct CountersReport: Report {
  /// Of a unit that changed its tenant all of them.
  private let counters: [Counter]
  private let language: Language

  init(counters: [Counter], language: Language) {
    self.counters = counters.flatMap(\.tenants)
    self.language = language
  }

  var objects: [JSON] {
    counters.map { counter in
      [
        "code": .text(counter.code.rawValue), "name": .text(counter.name),
        "branch": .optional(counter.branch), "category": .optional(counter.category),
        "floor": .optional(counter.floor), "aliases": .array(counter.aliases.map { .text($0) }),
        "phone": .optional(counter.phone), "opened_on": .optional(counter.openedOn?.description),
        "closed_on": .optional(counter.closedOn?.description),
      ]
    }
  }

  func lines(on terminal: Terminal) -> [String] {
    guard !counters.isEmpty else {
      return [language("no counters yet;", "还没有专柜，请运行") + " xiaopiao counters import FILE.csv"]
    }
    var table = TextTable([
      .init(language("code", "编号")), .init(language("name", "名称"), isFlexible: true),
      .init(language("category", "品类"), isFlexible: true), .init(language("floor", "楼层")),
      .init(language("aliases", "别名"), isFlexible: true), .init(language("open", "在场")),
    ])
    table.rows = counters.map { counter in
      [
        .init(counter.code.rawValue), .init(counter.name), .init(counter.category ?? ""),
        .init(counter.floor ?? ""), .init(counter.aliases.joined(separator: " | ")),
        .init(Self.tenancy(counter)),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  private static func tenancy(_ counter: Counter) -> String {
    guard counter.openedOn != nil || counter.closedOn != nil else { return "" }
    return "\(counter.openedOn?.description ?? "")…\(counter.closedOn?.description ?? "")"
  }
}
