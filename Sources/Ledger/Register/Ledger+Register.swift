package import Receipts
package import struct Foundation.Date

/// What an import changed.
package struct ImportCount: Hashable, Sendable {
  package var new = 0
  package var changed = 0
  package var unchanged = 0
}

extension Ledger {
  /// Takes all counters or none: a code that is there gets the new fields, one that is not named
  /// stays as it is.
  package func importCounters(_ counters: [Counter], at now: Date) async throws(LedgerError)
    -> ImportCount
  { fatalError() }

  /// The register, by code.
  package func counters() async throws(LedgerError) -> [Counter] { fatalError() }

  package func counter(_ code: CounterCode) async throws(LedgerError) -> Counter? { fatalError() }

  /// Takes all members or none, as ``importCounters(_:at:)`` does.
  package func importMembers(_ members: [Member], at now: Date) async throws(LedgerError)
    -> ImportCount
  { fatalError() }

  /// By identifier.
  package func members() async throws(LedgerError) -> [Member] { fatalError() }

  package func member(_ id: MemberID) async throws(LedgerError) -> Member? { fatalError() }
}
