package import Intake
package import Receipts
package import Recognition

/// Where pages come from: the reader, saved pages, or a test's own.
package struct PageSource: Sendable {
  /// How many pages are made at the same time.
  package var workers: Int
  package var page:
    @Sendable (_ image: IntakeImage, _ file: String)
      async -> Result<ReadPage, RecognitionFailure>

  package init(
    workers: Int,
    page:
      @escaping @Sendable (_ image: IntakeImage, _ file: String)
      async -> Result<ReadPage, RecognitionFailure>
  ) {
    self.workers = workers
    self.page = page
  }
}

/// A page and what it took to read it.
package struct ReadPage: Hashable, Sendable {
  package var page: Page
  /// Decoding, finding and recognising, without waiting for a worker; 0 for a saved page.
  package var workMilliseconds: Int

  package init(_ page: Page, workMilliseconds: Int = 0) {
    self.page = page
    self.workMilliseconds = workMilliseconds
  }
}
