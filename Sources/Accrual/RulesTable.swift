import Receipts
import TOMLKit

/// One table of a rules file, read strictly: every key is known, every value has its type, and an
/// error names the key's whole path.
struct RulesTable {
  let path: String
  private let table: TOMLTable

  init(_ table: TOMLTable, path: String, knownKeys: [String]) throws(RulesError) {
    self.table = table
    self.path = path
    for key in table.keys.sorted() where !knownKeys.contains(key) {
      throw RulesError(
        key: self.path(of: key),
        "there is no such key; known here: \(knownKeys.joined(separator: ", "))")
    }
  }

  func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func error(_ key: String, _ detail: String) -> RulesError {
    RulesError(key: path(of: key), detail)
  }

  private func value(_ key: String) -> (any TOMLValueConvertible)? { table[key] }

  private func wrongType(_ key: String, _ found: TOMLType, _ wanted: String) -> RulesError {
    error(key, "is \(found.name), and must be \(wanted)")
  }

  func string(_ key: String) throws(RulesError) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else {
      throw wrongType(key, value.type, "text in quotes")
    }
    guard !text.isEmpty else { throw error(key, "is empty") }
    return text
  }

  func flag(_ key: String) throws(RulesError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard let flag = value.bool else { throw wrongType(key, value.type, "true or false") }
    return flag
  }

  func integer(_ key: String, in range: ClosedRange<Int64>) throws(RulesError) -> Int64? {
    guard let value = value(key) else { return nil }
    guard let number = value.int else { throw wrongType(key, value.type, "a whole number") }
    guard range.contains(Int64(number)) else {
      throw error(
        key, "is \(number), and must be from \(range.lowerBound) to \(range.upperBound)")
    }
    return Int64(number)
  }

  /// A number as text or whole number; a floating-point one would not be what is written.
  private func decimal(_ key: String, example: String) throws(RulesError) -> String? {
    guard let value = value(key) else { return nil }
    if let text = value.string { return text }
    if let number = value.int { return String(number) }
    throw wrongType(key, value.type, "a decimal in quotes, like \"\(example)\"")
  }

  /// In the minor unit.
  func amount(_ key: String, currency: Currency, isZeroAllowed: Bool) throws(RulesError) -> Int64? {
    guard let text = try decimal(key, example: "10.00") else { return nil }
    guard let money = Money(decimal: text, currency: currency), money.minorUnits >= 0,
      isZeroAllowed || money.minorUnits > 0
    else {
      let most = Money(minorUnits: Money.minorUnitsMax, currency: currency)
      throw error(
        key,
        "\"\(text)\" is no amount \(isZeroAllowed ? "from 0" : "above 0") to \(most) with at most "
          + "\(currency.minorDigits) decimal digits")
    }
    return money.minorUnits
  }

  func multiplier(_ key: String, atLeast least: Multiplier) throws(RulesError) -> Multiplier? {
    guard let text = try decimal(key, example: "1.5") else { return nil }
    let most = RulesLimits.multiplierMax
    guard let multiplier = Multiplier(decimal: text),
      multiplier.tenThousandths >= least.tenThousandths,
      multiplier.tenThousandths <= most.tenThousandths
    else {
      throw error(
        key,
        "\"\(text)\" is no multiplier from \(least) to \(most) with at most 4 decimal digits")
    }
    return multiplier
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String)
    throws(RulesError) -> Value?
  {
    guard let text = try string(key) else { return nil }
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw error(key, "\"\(text)\" is not known here; known: \(known)")
    }
    return value
  }

  func strings(_ key: String) throws(RulesError) -> [String] {
    guard let value = value(key) else { return [] }
    guard let array = value.array else {
      throw wrongType(key, value.type, "a list like [\"a\", \"b\"]")
    }
    var texts: [String] = []
    for index in array.indices {
      guard let text = array[index].string, !text.isEmpty else {
        throw error(key, "the item \(index + 1) must be text in quotes that is not empty")
      }
      texts.append(text)
    }
    return texts
  }

  /// Seconds of the mall's own clock; see ``Campaign/Window``.
  func time(_ key: String) throws(RulesError) -> Int? {
    guard let value = value(key) else { return nil }
    let example = "2026-11-20T10:00:00, in the mall's own time"
    let date: TOMLDate
    var time = TOMLTime(hour: 0, minute: 0, second: 0, nanoSecond: 0)
    if let dateTime = value.dateTime {
      guard dateTime.offset == nil else {
        throw error(key, "has an offset; write it without, like \(example)")
      }
      (date, time) = (dateTime.date, dateTime.time)
    } else if let day = value.date {
      date = day
    } else {
      throw wrongType(key, value.type, "a time like \(example)")
    }
    guard let day = Day(year: date.year, month: date.month, day: date.day),
      let clock = PrintedTime.Clock(hour: time.hour, minute: time.minute, second: time.second),
      time.nanoSecond == 0
    else { throw error(key, "is no time to the second between 1990 and 2099") }
    return PrintedTime(day: day, clock: clock).ordinalSecond
  }

  /// Tables under `key` by their names, as `[category."餐饮"]` makes them.
  func tables(_ key: String, knownKeys: [String]) throws(RulesError) -> [String: RulesTable] {
    guard let value = value(key) else { return [:] }
    guard let group = value.table else {
      throw wrongType(key, value.type, "tables like [\(path(of: key)).name]")
    }
    var tables: [String: RulesTable] = [:]
    for name in group.keys {
      let path = "\(path(of: key)).\(name)"
      guard !name.isEmpty, let table = group[name]?.table else {
        throw RulesError(
          key: path, "must be a table with a name, like [\(self.path(of: key)).name]")
      }
      tables[name] = try RulesTable(table, path: path, knownKeys: knownKeys)
    }
    return tables
  }

  func table(_ key: String, knownKeys: [String]) throws(RulesError) -> RulesTable? {
    guard let value = value(key) else { return nil }
    guard let table = value.table else {
      throw wrongType(key, value.type, "a table like [\(path(of: key))]")
    }
    return try RulesTable(table, path: path(of: key), knownKeys: knownKeys)
  }

  /// The tables of `[[key]]`, in their order.
  func list(_ key: String, knownKeys: [String]) throws(RulesError) -> [RulesTable] {
    guard let value = value(key) else { return [] }
    let form = "tables like [[\(path(of: key))]]"
    guard let array = value.array else { throw wrongType(key, value.type, form) }
    var tables: [RulesTable] = []
    for index in array.indices {
      let path = "\(path(of: key))[\(index + 1)]"
      guard let table = array[index].table else { throw RulesError(key: path, "must be \(form)") }
      tables.append(try RulesTable(table, path: path, knownKeys: knownKeys))
    }
    return tables
  }
}

extension TOMLType {
  /// For a message: what a value is.
  fileprivate var name: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .string: "text"
    case .int: "a whole number"
    case .double: "a floating-point number"
    case .bool: "true or false"
    case .date: "a day"
    case .time: "a time of day"
    case .dateTime: "a time"
    }
  }
}
