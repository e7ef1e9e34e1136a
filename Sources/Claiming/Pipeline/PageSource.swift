package import Foundation
package import Intake
package import Receipts
package import Recognition

/// Where pages come from: the reader, saved pages, or a test's own.
package struct PageSource: Sendable {
  /// How many pages are made at the same time.
  package var workers: Int
  /// Reads a picture; asks once which lines of its page matter, to read those again.
  package var page: Making
  /// Draws marks on a picture, as a PNG. Only the reader can.
  package var drawing: Drawing = { _, _ in
    .failure(.unavailable("saved pages cannot be drawn without the reader"))
  }

  package typealias Making =
    @Sendable (_ image: IntakeImage, _ file: String, _ linesThatMatter: @escaping LineChoice)
    async -> Result<ReadPage, RecognitionFailure>
  package typealias LineChoice = @Sendable (Page) -> [SecondLook]

  package typealias Drawing =
    @Sendable (_ image: IntakeImage, _ marks: [PictureMark]) async
    -> Result<Data, RecognitionFailure>

  package init(workers: Int, page: @escaping Making) {
    self.workers = workers
    self.page = page
  }
}

/// A page and what it took to read it.
package struct ReadPage: Hashable, Sendable {
  package var page: Page
  /// Decoding, finding and recognising, without waiting for a worker; 0 for a saved page.
  package var workMilliseconds: Int
  /// Where they went; the rest is finding lines, cutting them out and housekeeping.
  package var stepMilliseconds: [PageStep: Double]

  package init(
    _ page: Page, workMilliseconds: Int = 0, stepMilliseconds: [PageStep: Double] = [:]
  ) {
    self.page = page
    self.workMilliseconds = workMilliseconds
    self.stepMilliseconds = stepMilliseconds
  }
}
