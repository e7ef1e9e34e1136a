import Foundation
package import Ledger
import Receipts

extension Home {
  /// The file of a claim's picture; `nil` when it is not kept, or not any more.
  package func picture(of record: ClaimRecord) -> String? {
    let images = ImageStore(home: self)
    guard record.claim.imageDigest.rawValue.isEmpty else {
      return images.path(of: record.claim.imageDigest)
    }
    // What was refused as no photograph lies apart.
    let refused = path + "/" + images.refusedPath(of: record.id)
    return FileManager.default.fileExists(atPath: refused) ? refused : nil
  }
}
