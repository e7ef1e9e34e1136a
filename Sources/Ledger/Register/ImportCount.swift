package import Receipts

/// What an import changed.
package struct ImportCount: Hashable, Sendable {
  package var new = 0
  package var changed = 0
  package var unchanged = 0
  /// Counters that are called otherwise than before, and so have taken over nothing of what the
  /// import said nothing of.
  package var renamed: [CounterCode] = []

  /// Counts one row, given what was there before.
  mutating func count<Value: Equatable>(_ value: Value, before: Value?) {
    switch before {
    case nil: new += 1
    case value: unchanged += 1
    case .some: changed += 1
    }
  }
}

/// The first that occurs twice.
func firstRepeated<Value: Hashable>(_ values: some Sequence<Value>) -> Value? {
  var seen: Set<Value> = []
  return values.first { !seen.insert($0).inserted }
}
