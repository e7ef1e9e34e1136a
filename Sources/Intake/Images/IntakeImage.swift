package import Receipts

package import struct Foundation.Data

/// A photograph as it was handed in, its header checked, its pixels never touched.
package struct IntakeImage: Sendable {
  package var bytes: Data
  /// SHA-256 of `bytes`.
  package var digest: ImageDigest
  package var header: ImageHeader

  package init(bytes: Data, digest: ImageDigest, header: ImageHeader) {
    self.bytes = bytes
    self.digest = digest
    self.header = header
  }
}
