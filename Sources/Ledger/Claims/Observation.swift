package import Receipts

/// What recognition and extraction saw, kept with the claim.
package struct Observation: Hashable, Sendable {
  /// `nil` when the image could not be read.
  package var reading: Reading?
  /// Kept for later replay.
  package var page: Page?
  package var layoutVersion: Int?
  /// From taking the picture to this decision.
  package var elapsedMilliseconds: Int

  package init(
    reading: Reading? = nil, page: Page? = nil, layoutVersion: Int? = nil,
    elapsedMilliseconds: Int
  ) {
    self.reading = reading
    self.page = page
    self.layoutVersion = layoutVersion
    self.elapsedMilliseconds = elapsedMilliseconds
  }
}
