import Foundation
import Logging
import Receipts
import Subprocess
import Synchronization
import SystemPackage

/// Keeps one worker process at work: starts it, gives it pictures, kills it at its deadline, and
/// starts another after a crash, after its number of pages or when it holds too much memory.
struct WorkerProcess: Sendable {
  let executable: String
  let assignment: RecognitionWorker.Assignment
  let settings: RecognitionSettings
  let board: JobBoard
  let logger: Logger
  /// A worker that has not loaded its models by then never will.
  var startSecondsMax = 60.0

  /// How one process ended.
  private enum Ending: Sendable {
    /// No more pictures.
    case closed
    case renewed
    case unavailable(String)
    case lost(PageJob, hasTimedOut: Bool)
  }

  /// Returns when the board is closed; closes it itself when no worker can be started.
  func run() async {
    while true {
      let configuration: Configuration
      do {
        configuration = try self.configuration()
      } catch {
        await board.close(.unavailable("the worker cannot be described: \(error)"))
        return
      }
      do {
        let result = try await Subprocess.run(
          configuration, input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
          try await serve(
            execution.standardInputWriter, replies: execution.standardOutput,
            residentBytes: { Self.residentBytes(of: execution.processIdentifier.value) }
          ) { try? execution.send(signal: .kill) }
        }
        switch result.closureResult {
        case .closed: return
        case .renewed: continue
        case .unavailable(let why):
          await board.close(.unavailable(why))
          return
        case .lost(let job, let hasTimedOut):
          let failure: RecognitionFailure =
            hasTimedOut
            ? .timeout(seconds: settings.deadlineSeconds)
            : .crashed("\(result.terminationStatus)")
          logger.warning("a recognition worker was lost: \(failure)")
          job.answer.resume(returning: .failure(failure))
        }
      } catch {
        await board.close(.unavailable("the worker \(executable) cannot be run: \(error)"))
        return
      }
    }
  }

  private func configuration() throws -> Configuration {
    let told = try String(decoding: JSONEncoder().encode(assignment), as: UTF8.self)
    return Configuration(
      executable: .path(FilePath(executable)), arguments: ["recognition-worker", told],
      // OpenMP reads its limit when a process starts; setting it later does nothing. Nothing of
      // the caller's environment is a worker's business.
      //
      // Large blocks go back to the system as soon as they are free: without this a worker held 95
      // MB more after 76 pictures (MALLOC_* of glibc's mallopt(3)), and was no faster.
      environment: .custom([
        "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8", "MALLOC_MMAP_THRESHOLD_": "1000000",
        "MALLOC_TRIM_THRESHOLD_": "1000000",
      ]))
  }

  private func serve(
    _ requests: StandardInputWriter, replies: SubprocessOutputSequence,
    residentBytes: () -> Int?, kill: @escaping @Sendable () -> Void
  ) async throws -> Ending {
    var replies = ReplyReader(replies)
    switch await greeting(&replies, kill: kill) {
    case .ready: break
    case .failure(.unavailable(let why)): return .unavailable(why)
    case .page, .drawing, .failure, nil:
      kill()
      return .unavailable("the worker \(executable) does not start")
    }
    for _ in 0..<max(1, settings.pagesPerWorker) {
      guard let job = await board.next() else {
        await dismiss(requests, kill: kill)
        return .closed
      }
      let (reply, hasTimedOut) = await exchange(
        job, requests: requests, replies: &replies, kill: kill)
      switch reply {
      case .page(let page):
        let steps = page.stepMilliseconds.sorted { $0.key.rawValue < $1.key.rawValue }
        logger.debug(
          "a page was read",
          metadata: [
            "milliseconds": "\(page.workMilliseconds)",
            "steps": "\(steps.map { "\($0.key) \(Int($0.value))" })",
          ])
        job.answer.resume(returning: .success(.page(page)))
      case .drawing(let png): job.answer.resume(returning: .success(.drawing(png)))
      case .failure(let failure): job.answer.resume(returning: .failure(failure))
      case .ready, nil:
        kill()
        return .lost(job, hasTimedOut: hasTimedOut)
      }
      if let held = residentBytes(), held > settings.residentBytesMax { break }
    }
    await dismiss(requests, kill: kill)
    return .renewed
  }

  /// The memory a process holds, by the second figure of proc_pid_statm(5); `nil` when it is gone.
  private static func residentBytes(of process: pid_t) -> Int? {
    guard let pages = FileManager.default.contents(atPath: "/proc/\(process)/statm") else {
      return nil
    }
    let figures = String(decoding: pages, as: UTF8.self).split(separator: " ")
    return figures.count > 1 ? Int(figures[1]).map { $0 * Int(getpagesize()) } : nil
  }

  /// A worker's first word, or `nil` when it says none in time.
  private func greeting(
    _ replies: inout ReplyReader, kill: @escaping @Sendable () -> Void
  ) async -> WorkerReply? {
    let alarm = Alarm(after: .seconds(startSecondsMax), action: kill)
    // Cancelled and awaited when this function returns.
    async let _: Void = alarm.watch()
    return await replies.next()
  }

  /// Ends a worker that has answered everything: killed, since one that lingers would hold up the
  /// others' end, and there is nothing left that it could lose.
  private func dismiss(
    _ requests: StandardInputWriter, kill: @escaping @Sendable () -> Void
  ) async {
    // A pipe that is broken already is as good as closed.
    try? await requests.finish()
    kill()
  }

  /// One picture and its page, with an alarm beside it that kills the process at the deadline.
  private func exchange(
    _ job: PageJob, requests: StandardInputWriter, replies: inout ReplyReader,
    kill: @escaping @Sendable () -> Void
  ) async -> (WorkerReply?, hasTimedOut: Bool) {
    let alarm = Alarm(after: .seconds(settings.deadlineSeconds), action: kill)
    // Cancelled and awaited when this function returns.
    async let _: Void = alarm.watch()
    do {
      let linesThatMatter: @Sendable (Page) -> [SecondLook]
      switch job.work {
      case .read(let choice):
        linesThatMatter = choice
        try await ask(.page(job.request), requests)
      case .draw(let marks):
        linesThatMatter = { _ in [] }
        try await ask(.draw(job.request, marks), requests)
      }
      _ = try await requests.write(Frame.encoded(job.picture))
      let first = await replies.next()
      guard case .page(let glance) = first else { return (first, alarm.hasRung) }
      let looks = linesThatMatter(glance.page)
      guard !looks.isEmpty else { return (.page(glance), alarm.hasRung) }
      try await ask(.lookAgain(looks), requests)
      guard case .page(let again) = await replies.next() else { return (nil, alarm.hasRung) }
      return (.page(again.after(glance)), alarm.hasRung)
    } catch {
      logger.debug("a worker's pipe broke: \(error)")
      return (nil, alarm.hasRung)
    }
  }
}

extension WorkerProcess {
  private func ask(_ request: WorkerRequest, _ requests: StandardInputWriter) async throws {
    _ = try await requests.write(Frame.encoded(JSONEncoder().encode(request)))
  }
}

/// Does something when it is not cancelled in time, and remembers that it did.
private final class Alarm: Sendable {
  private let delay: Duration
  private let action: @Sendable () -> Void
  private let rung = Mutex(false)

  init(after delay: Duration, action: @escaping @Sendable () -> Void) {
    self.delay = delay
    self.action = action
  }

  var hasRung: Bool { rung.withLock { $0 } }

  func watch() async {
    do {
      try await Task.sleep(for: delay)
    } catch {
      // Cancelled: the answer came in time.
      return
    }
    rung.withLock { $0 = true }
    action()
  }
}

/// Cuts a worker's output into replies.
private struct ReplyReader {
  private var buffers: SubprocessOutputSequence.Iterator
  private var bytes: [UInt8] = []

  init(_ output: SubprocessOutputSequence) { buffers = output.makeAsyncIterator() }

  /// `nil` when the process has ended, or says what cannot be understood.
  mutating func next() async -> WorkerReply? {
    guard let header = await taken(Frame.headerBytes) else { return nil }
    let count = Frame.payloadBytes(header: header)
    guard count <= Frame.bytesMax, let body = await taken(count) else { return nil }
    return try? JSONDecoder().decode(WorkerReply.self, from: Data(body))
  }

  private mutating func taken(_ count: Int) async -> [UInt8]? {
    while bytes.count < count {
      guard let buffer = try? await buffers.next(isolation: #isolation) else { return nil }
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    let result = Array(bytes.prefix(count))
    bytes.removeFirst(count)
    return result
  }
}
