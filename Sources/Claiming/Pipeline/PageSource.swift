package import Intake
package import Receipts
package import Recognition

/// Where pages come from: the reader, saved pages, or a test's own.
package struct PageSource: Sendable {
  /// How many pages are made at the same time.
  package var workers: Int
  package var page: @Sendable (_ image: IntakeImage, _ file: String)
    async -> Result<Page, RecognitionFailure>

  package init(
    workers: Int,
    page: @escaping @Sendable (_ image: IntakeImage, _ file: String)
      async -> Result<Page, RecognitionFailure>
  ) {
    self.workers = workers
    self.page = page
  }
}
