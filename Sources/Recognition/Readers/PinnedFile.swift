import Crypto
import Foundation

/// Holds a file against the digest it was measured with.
enum PinnedFile {
  /// - Parameter wayOut: what can be done beside running `scripts/setup`.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when it is another file.
  static func check(
    _ data: Data, at path: String, digest pinned: String, wayOut: String = ""
  ) throws(RecognitionFailure) {
    let digest = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
    guard digest == pinned else {
      throw .unavailable(
        "the model \(path) is altered: its SHA-256 is \(digest.prefix(12))…, not "
          + "\(pinned.prefix(12))…; run scripts/setup\(wayOut)")
    }
  }
}
