package import Receipts

/// A page and what it took.
package struct PageReply: Codable, Sendable {
  package var page: Page
  /// Decoding, finding and recognising, without waiting for a worker.
  package var workMilliseconds: Double
  /// Where they went.
  package var stepMilliseconds: [PageStep: Double] = [:]

  /// With what a second look took.
  func after(_ earlier: PageReply) -> PageReply {
    var whole = self
    whole.workMilliseconds += earlier.workMilliseconds
    whole.stepMilliseconds.merge(earlier.stepMilliseconds, uniquingKeysWith: +)
    return whole
  }
}
