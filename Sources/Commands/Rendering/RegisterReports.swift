import Ledger
import Receipts

/// What an import changed.
struct ImportReport: Report {
  let what: String
  let count: ImportCount

  var objects: [JSON] {
    [
      [
        "imported": .text(what), "new": .integer(Int64(count.new)),
        "changed": .integer(Int64(count.changed)), "unchanged": .integer(Int64(count.unchanged)),
      ]
    ]
  }

  func lines(on terminal: Terminal) -> [String] {
    ["\(what): \(count.new) new, \(count.changed) changed, \(count.unchanged) unchanged"]
  }
}

/// The register.
struct CountersReport: Report {
  let counters: [Counter]

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
      return ["no counters yet; xiaopiao counters import FILE.csv"]
    }
    var table = TextTable([
      .init("code"), .init("name", isFlexible: true), .init("category", isFlexible: true),
      .init("floor"), .init("aliases", isFlexible: true), .init("open"),
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
