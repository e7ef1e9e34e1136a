package import Ledger

extension Home {
  /// Opens the store. Blocks on the disk.
  package func ledger() throws(ClaimingError) -> Ledger {
    do throws(IdentityKeyFailure) {
      let key = try IdentityKey.load(at: identityKeyPath)
      do throws(LedgerError) {
        return try Ledger(path: storePath, identityKey: key)
      } catch {
        throw ClaimingError(error)
      }
    } catch let error as IdentityKeyFailure {
      throw .storeUnavailable(error.description)
    }
  }
}
