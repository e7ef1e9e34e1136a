package import Ledger
import Receipts

extension Home {
  /// The file of a claim's picture; `nil` when it is not kept, or not any more.
  package func picture(of record: ClaimRecord) -> String? {
    ImageStore(home: self).path(of: record.claim.imageDigest)
  }
}
