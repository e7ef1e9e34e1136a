import Receipts
import Testing

@testable import Recognition

@Suite("The board of waiting pictures")
struct JobBoardTests {
  private typealias Answer = Result<WorkerReply, RecognitionFailure>

  /// A picture of one byte, and the answer it will get.
  private func job(_ number: UInt8) async throws -> (job: PageJob, answer: Task<Answer, Never>) {
    let (jobs, feed) = AsyncStream<PageJob>.makeStream()
    let answer = Task {
      await withCheckedContinuation { continuation in
        feed.yield(
          PageJob(
            picture: [number], request: PageRequest(orientation: 1, sidePixels: 1),
            work: .read(linesThatMatter: { _ in [] }), answer: continuation))
      }
    }
    var iterator = jobs.makeAsyncIterator()
    return (try #require(await iterator.next()), answer)
  }

  private func page(_ number: UInt8) -> WorkerReply {
    .page(
      PageReply(
        page: Page(width: Int(number), height: 1, lines: [], readers: []), workMilliseconds: 0))
  }

  @Test("pictures are handed out in the order in which they came, each once")
  func order() async throws {
    let board = JobBoard()
    var answers: [Task<Answer, Never>] = []
    for number: UInt8 in 1...5 {
      let (job, answer) = try await job(number)
      await board.post(job)
      answers.append(answer)
    }
    for number: UInt8 in 1...5 {
      let job = try #require(await board.next())
      #expect(job.picture == [number])
      job.answer.resume(returning: .success(page(number)))
    }
    for (index, answer) in answers.enumerated() {
      guard case .page(let reply) = try await answer.value.get() else {
        Issue.record("no page")
        continue
      }
      #expect(reply.page.width == index + 1)
    }
  }

  @Test("a worker that waits gets the picture that comes")
  func waits() async throws {
    let board = JobBoard()
    async let next = board.next()
    let (job, answer) = try await job(7)
    await board.post(job)
    let taken = try #require(await next)
    #expect(taken.picture == [7])
    taken.answer.resume(returning: .failure(.crashed("x")))
    await #expect(throws: RecognitionFailure.crashed("x")) { try await answer.value.get() }
  }

  @Test("closing answers every picture that waits, and every worker, and all that come later")
  func closing() async throws {
    let board = JobBoard()
    let (first, firstAnswer) = try await job(1)
    let (second, secondAnswer) = try await job(2)
    await board.post(first)
    await board.post(second)
    await board.close(.unavailable("over"))
    await board.close(.unavailable("over again"))
    let (late, lateAnswer) = try await job(3)
    await board.post(late)
    for answer in [firstAnswer, secondAnswer, lateAnswer] {
      await #expect(throws: RecognitionFailure.unavailable("over")) {
        try await answer.value.get()
      }
    }
    #expect(await board.next()?.picture == nil)
  }

  @Test("closing sends waiting workers home")
  func sendsHome() async {
    let board = JobBoard()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<3 { group.addTask { await board.next()?.picture == nil } }
      await board.close(.unavailable("over"))
      for await isHome in group { #expect(isHome) }
    }
  }
}
