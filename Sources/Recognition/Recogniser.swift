package import Foundation
package import Logging
package import Receipts

/// Reads pictures in worker processes: one a core, kept warm, each confined and replaceable. A
/// picture that kills its worker costs itself a review and nothing else.
package struct Recogniser: Sendable {
  private let executable: String
  private let settings: RecognitionSettings
  private let logger: Logger
  private let board = JobBoard()

  /// - Parameter executable: the program to start as a worker: `xiaopiao` itself, which has the
  ///   hidden command `recognition-worker`.
  package init(executable: String, settings: RecognitionSettings, logger: Logger) {
    self.executable = executable
    self.settings = settings
    self.logger = logger
  }

  /// How many pages can be read at the same time.
  package var workers: Int {
    settings.workers > 0 ? settings.workers : max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Runs `body` with the workers started, and ends them when it is done.
  ///
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` at once when there are no models; what
  ///   `body` throws.
  package func run<Value: Sendable>(
    _ body: @Sendable (Recogniser) async throws -> Value
  ) async throws -> Value {
    let directory = try ReaderModel.directory(given: settings.modelDirectory)
    for model in settings.models { try model.check(in: directory, digestIsChecked: false) }
    let paddle = strongReader()
    let processor = processor()
    let arithmetic = arithmetic(of: processor)
    let worker = WorkerProcess(
      executable: executable,
      assignment: RecognitionWorker.Assignment(
        models: settings.models, modelDirectory: directory,
        checksModels: settings.checksModels, paddle: paddle,
        arithmetic: arithmetic,
        cache: paddle.flatMap { cache(of: $0, arithmetic: arithmetic, processor: processor) },
        memoryBytesMax: settings.memoryBytesMax, limits: settings.limits),
      settings: settings, board: board, logger: logger)
    let count = workers
    return try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<count { group.addTask { await worker.run() } }
      do {
        let value = try await body(self)
        await board.close(.unavailable("the reader was shut down"))
        try await group.waitForAll()
        return value
      } catch {
        await board.close(.unavailable("the reader was shut down"))
        throw error
      }
    }
  }

  /// The strong reader's files; one line in the log where it cannot be used, and Tesseract goes on
  /// alone.
  private func strongReader() -> PaddleFiles? {
    guard settings.readers == .best else { return nil }
    do throws(RecognitionFailure) {
      return try PaddleFiles.found(
        in: settings.strongReaderDirectory, executable: executable,
        digestIsChecked: settings.checksModels)
    } catch {
      logger.warning("Tesseract reads alone: \(error)")
      return nil
    }
  }

  /// One line in the log where the processor lacks what was asked for.
  private func arithmetic(of processor: String) -> NetworkArithmetic {
    if settings.arithmetic != .single, !Arithmetic.brain.isAvailable(flags: processor) {
      logger.warning(
        "this processor has no \(Arithmetic.brain.rawValue): reading with \(Arithmetic.single.rawValue)"
      )
    }
    return settings.arithmetic.networks(flags: processor)
  }

  /// What the system tells of it, its flags among the rest.
  private func processor() -> String {
    let told = FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data()
    return String(decoding: told, as: UTF8.self)
  }

  /// One line in the log where what was kept had been altered.
  private func cache(
    of files: PaddleFiles, arithmetic: NetworkArithmetic, processor: String
  ) -> ModelCache? {
    guard settings.keepsModels, files.canKeep else { return nil }
    let cache = ModelCache(for: files, arithmetic: arithmetic, processor: processor)
    if cache.removeIfAltered() {
      logger.warning("\(cache.directory) was altered: its networks are prepared anew")
      // One that cannot be removed is of no use.
      return cache.isThere ? nil : cache
    }
    return cache
  }

  /// Reads one picture, waiting for a free worker. Only inside ``run(_:)``.
  ///
  /// - Parameters:
  ///   - image: a JPEG or PNG of which the header has been checked.
  ///   - orientation: of EXIF, 1…8.
  ///   - sidePixels: the long side as the header tells it.
  ///   - linesThatMatter: which lines of the page, read once, are to be read again by better and by
  ///     other readers; asked once for each picture.
  package func page(
    of image: Data, orientation: Int, sidePixels: Int,
    linesThatMatter: @escaping @Sendable (Page) -> [SecondLook] = { _ in [] }
  ) async throws(RecognitionFailure) -> PageReply {
    let request = PageRequest(orientation: orientation, sidePixels: sidePixels)
    let work = PageJob.Work.read(linesThatMatter: linesThatMatter)
    guard case .page(let reply) = try await answer(to: image, request, work) else {
      throw .crashed("the reader answered something else")
    }
    return reply
  }

  /// The picture with marks drawn on it, as a PNG of 1,600 pixels at most. Only inside
  /// ``run(_:)``.
  ///
  /// - Parameters: as of ``page(of:orientation:sidePixels:linesThatMatter:)``.
  package func drawing(
    of image: Data, orientation: Int, sidePixels: Int, marks: [PictureMark]
  ) async throws(RecognitionFailure) -> Data {
    let request = PageRequest(orientation: orientation, sidePixels: sidePixels)
    guard case .drawing(let png) = try await answer(to: image, request, .draw(marks)) else {
      throw .crashed("the reader answered something else")
    }
    return png
  }

  private func answer(
    to image: Data, _ request: PageRequest, _ work: PageJob.Work
  ) async throws(RecognitionFailure) -> WorkerReply {
    let answer = await withCheckedContinuation { continuation in
      let job = PageJob(
        picture: [UInt8](image), request: request, work: work, answer: continuation)
      Task { await board.post(job) }
    }
    return try answer.get()
  }
}
