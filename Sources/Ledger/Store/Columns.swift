import Foundation
import GRDB
import Receipts

/// How values are spelt in columns.
enum Columns {
  /// What JSON has no number for is spelt, so that a reader's odd confidence costs no claim.
  private static let infinity = (positive: "inf", negative: "-inf", notANumber: "nan")

  /// Milliseconds since 1970.
  static func instant(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// JSON with sorted keys, so that the same value is the same text.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: infinity.positive, negativeInfinity: infinity.negative,
      nan: infinity.notANumber)
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(json text: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: infinity.positive, negativeInfinity: infinity.negative,
      nan: infinity.notANumber)
    return try decoder.decode(Value.self, from: Data(text.utf8))
  }

  static func decider(_ decider: Decider) -> (kind: String, reviewer: String?) {
    switch decider {
    case .system: ("system", nil)
    case .reviewer(let name): ("reviewer", name)
    }
  }
}

/// A row says something that no row of ours says.
struct UnreadableRow: Error, CustomStringConvertible {
  var column: String
  var value: String

  var description: String { "the column \(column) holds \(value)" }
}

extension Row {
  /// The case that the column spells.
  func value<Value: RawRepresentable<String>>(_ column: String, as type: Value.Type = Value.self)
    throws -> Value
  {
    let text: String = self[column]
    guard let value = Value(rawValue: text) else {
      throw UnreadableRow(column: column, value: text)
    }
    return value
  }

  func json<Value: Decodable>(_ column: String, as type: Value.Type = Value.self) throws -> Value {
    let text: String = self[column]
    do {
      return try Columns.value(json: text)
    } catch {
      throw UnreadableRow(column: column, value: "\(text.prefix(200)) (\(error))")
    }
  }

  func date(_ column: String) -> Date { Columns.date(self[column]) }

  /// The columns `decider` and `reviewer`; `nil` while nobody has decided.
  func decider() throws -> Decider? {
    guard let kind = self["decider"] as String? else { return nil }
    switch (kind, self["reviewer"] as String?) {
    case ("system", nil): return .system
    case ("reviewer", .some(let name)): return .reviewer(name)
    default: throw UnreadableRow(column: "decider", value: kind)
    }
  }
}
