import Foundation
import Receipts

/// One setting: its name in file and environment, what it may be, and where it goes.
///
/// The list of these is the only place that names a setting; the reader of the file, the
/// environment and the commented file for a new home are made from it.
struct SettingsKey: Sendable {
  /// `watch.settle_ms`.
  let path: String
  let comment: String
  /// What it may be, for a message: `a whole number from 50 to 10000`.
  let expected: String
  let value: @Sendable (Settings) -> SettingsValue
  /// `false` when the value is not what is expected; nothing is changed then.
  let set: @Sendable (SettingsValue, inout Settings) -> Bool
  /// A value from the environment, where everything is text.
  let parsed: @Sendable (String) -> SettingsValue?

  var section: String { String(path.prefix { $0 != "." }) }
  var name: String { String(path.drop { $0 != "." }.dropFirst()) }

  /// `XIAOPIAO_WATCH_SETTLE_MS`.
  var variable: String {
    "XIAOPIAO_" + path.uppercased().replacingOccurrences(of: ".", with: "_")
  }
}

extension SettingsKey {
  typealias Place<Value> = WritableKeyPath<Settings, Value> & Sendable

  static func integer(
    _ path: String, _ range: ClosedRange<Int>, _ place: any Place<Int>, _ comment: String
  ) -> SettingsKey {
    scaled(path, range, comment, get: { $0[keyPath: place] }) { $1[keyPath: place] = $0 }
  }

  static func milliseconds(
    _ path: String, _ range: ClosedRange<Int>, _ place: any Place<Duration>, _ comment: String
  ) -> SettingsKey {
    scaled(path, range, comment, get: { Int($0[keyPath: place] / .milliseconds(1)) }) {
      $1[keyPath: place] = .milliseconds($0)
    }
  }

  static func seconds(
    _ path: String, _ range: ClosedRange<Int>, _ place: any Place<Duration>, _ comment: String
  ) -> SettingsKey {
    scaled(path, range, comment, get: { Int($0[keyPath: place] / .seconds(1)) }) {
      $1[keyPath: place] = .seconds($0)
    }
  }

  private static func scaled(
    _ path: String, _ range: ClosedRange<Int>, _ comment: String,
    get: @escaping @Sendable (Settings) -> Int,
    set: @escaping @Sendable (Int, inout Settings) -> Void
  ) -> SettingsKey {
    SettingsKey(
      path: path, comment: comment,
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      value: { .integer(get($0)) },
      set: { value, settings in
        guard case .integer(let number) = value, range.contains(number) else { return false }
        set(number, &settings)
        return true
      },
      parsed: { Int($0).map { .integer($0) } })
  }

  static func number(
    _ path: String, _ range: ClosedRange<Double>, _ place: any Place<Double>, _ comment: String
  ) -> SettingsKey {
    SettingsKey(
      path: path, comment: comment,
      expected: "a number from \(range.lowerBound) to \(range.upperBound)",
      value: { .number($0[keyPath: place]) },
      set: { value, settings in
        let number: Double
        switch value {
        case .number(let value): number = value
        case .integer(let value): number = Double(value)
        case .text, .truth, .list: return false
        }
        guard range.contains(number) else { return false }
        settings[keyPath: place] = number
        return true
      },
      parsed: { Double($0).map { .number($0) } })
  }

  static func truth(_ path: String, _ place: any Place<Bool>, _ comment: String) -> SettingsKey {
    SettingsKey(
      path: path, comment: comment, expected: "true or false",
      value: { .truth($0[keyPath: place]) },
      set: { value, settings in
        guard case .truth(let isTrue) = value else { return false }
        settings[keyPath: place] = isTrue
        return true
      },
      parsed: { Bool($0).map { .truth($0) } })
  }

  /// A text that `read` understands; `write` gives it back.
  static func text<Value>(
    _ path: String, expected: String, _ place: any Place<Value>, _ comment: String,
    write: @escaping @Sendable (Value) -> String, read: @escaping @Sendable (String) -> Value?
  ) -> SettingsKey {
    SettingsKey(
      path: path, comment: comment, expected: expected,
      value: { .text(write($0[keyPath: place])) },
      set: { value, settings in
        guard case .text(let text) = value, let value = read(text) else { return false }
        settings[keyPath: place] = value
        return true
      },
      parsed: { .text($0) })
  }
}
