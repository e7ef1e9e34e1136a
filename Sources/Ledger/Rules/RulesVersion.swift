package import struct Foundation.Date

/// One text of the points rules that was applied, as it was written.
package struct RulesVersion: Hashable, Sendable {
  /// 1, 2, 3… in the order in which they were first applied.
  package var version: Int
  package var toml: String
  /// When it was last applied.
  package var appliedAt: Date
}

extension Ledger {
  /// Makes this text the one that counts. A text that was applied before keeps its version.
  /// The text is stored as it is: the caller has checked it.
  package func applyRules(toml: String, at now: Date) async throws(LedgerError) -> RulesVersion {
    fatalError()
  }

  /// `nil` before any rules were applied.
  package func currentRules() async throws(LedgerError) -> RulesVersion? { fatalError() }
}
