package import Receipts

/// A page and what it took.
package struct PageReply: Codable, Sendable {
  package var page: Page
  /// Decoding, finding and recognising, without waiting for a worker.
  package var workMilliseconds: Double
}
