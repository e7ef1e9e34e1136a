package import Ledger

extension Home {
  /// Opens the store. Blocks on the disk.
  package func ledger() throws(ClaimingError) -> Ledger {
    let key: IdentityKey
    do throws(IdentityKeyFailure) {
      key = try IdentityKey.load(at: identityKeyPath)
    } catch {
      throw .storeUnavailable(error.description)
    }
    do throws(LedgerError) {
      return try Ledger(path: storePath, identityKey: key)
    } catch {
      throw ClaimingError(error)
    }
  }
}
