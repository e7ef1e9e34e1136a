package import Ledger

extension ClaimingError {
  /// What the store could not do, as what a command says about it.
  package init(_ error: LedgerError) {
    self =
      error.isStoreUnavailable ? .storeUnavailable(error.description) : .refused(error.description)
  }
}

/// Runs a step of the store with its errors turned into those of commands.
package func stored<Value>(
  _ step: () async throws(LedgerError) -> Value
) async throws(ClaimingError) -> Value {
  do {
    return try await step()
  } catch {
    throw ClaimingError(error)
  }
}
