import Receipts

/// A picture that waits for a worker, and where its answer goes.
struct PageJob: Sendable {
  enum Work: Sendable {
    /// Read it, and again those lines that matter.
    case read(linesThatMatter: @Sendable (Page) -> [SecondLook])
    case draw([PictureMark])
  }

  var picture: [UInt8]
  var request: PageRequest
  var work: Work
  /// A page, or a drawing.
  var answer: CheckedContinuation<Result<WorkerReply, RecognitionFailure>, Never>
}

/// Hands pictures to the workers that are free, in the order in which they came.
actor JobBoard {
  private var waiting: [PageJob] = []
  private var free: [CheckedContinuation<PageJob?, Never>] = []
  private var closing: RecognitionFailure?

  /// Answered with a failure once the board is closed.
  func post(_ job: PageJob) {
    if let closing {
      job.answer.resume(returning: .failure(closing))
    } else if free.isEmpty {
      waiting.append(job)
    } else {
      free.removeFirst().resume(returning: job)
    }
  }

  /// Waits for the next picture; `nil`: there will be none.
  func next() async -> PageJob? {
    if closing != nil { return nil }
    if !waiting.isEmpty { return waiting.removeFirst() }
    return await withCheckedContinuation { free.append($0) }
  }

  /// No more pictures are taken; those that wait fail with `failure`.
  func close(_ failure: RecognitionFailure) {
    guard closing == nil else { return }
    closing = failure
    for job in waiting { job.answer.resume(returning: .failure(failure)) }
    for worker in free { worker.resume(returning: nil) }
    waiting = []
    free = []
  }
}
