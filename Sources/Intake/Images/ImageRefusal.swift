package import Receipts

/// Why a file is not taken for a photograph.
package struct ImageRefusal: Error, Sendable, Hashable {
  package var reason: Reason
  /// Names the thing, the limit and the way out: `image is 18000 px wide; the limit is 12000`.
  package var message: String

  package init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }
}

extension ImageRefusal: CustomStringConvertible {
  package var description: String { "\(reason.rawValue): \(message)" }
}
