import Foundation
package import Ledger

extension Home {
  /// Settings are written last when a home is made, so that a home without a store has lost it.
  var storeLost: ClaimingError {
    .storeUnavailable(
      "there is no store at \(storePath), though the home has settings; restore the last backup, "
        + "or make another home")
  }

  /// Opens the store. Blocks on the disk.
  package func ledger() throws(ClaimingError) -> Ledger {
    // Opening makes a store where there is none; a home that lost its own must not get an empty
    // one in its place.
    guard FileManager.default.fileExists(atPath: storePath) else { throw storeLost }
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
