import Crypto
import Foundation

/// Holds a file against the digest it was measured with.
enum PinnedFile {
  /// SHA-256 as `sha256sum` writes it.
  static func digest(of data: Data) -> String {
    SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
  }

  /// - Parameter wayOut: what can be done beside running `scripts/setup`.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when it is another file.
  static func check(
    _ data: Data, at path: String, digest pinned: String, wayOut: String = ""
  ) throws(RecognitionFailure) {
    let digest = self.digest(of: data)
    guard digest == pinned else {
      throw .unavailable(
        "the model \(path) is altered: its SHA-256 is \(digest.prefix(12))…, not "
          + "\(pinned.prefix(12))…; run scripts/setup\(wayOut)")
    }
  }
}
