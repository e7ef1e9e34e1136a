import CTesseract
import Foundation

/// The inside of a worker process: reads requests from standard input, answers on standard output,
/// ends when its input does.
package enum RecognitionWorker {
  /// What a worker is told when it starts.
  package struct Assignment: Codable, Sendable {
    var models: [ReaderModel]
    var modelDirectory: String
    var checksModels: Bool
    /// `nil`: Tesseract alone.
    var paddle: PaddleFiles?
    /// What the strong reader computes with.
    var arithmetic = NetworkArithmetic()
    /// Where its networks are kept, or are to be.
    var cache: ModelCache?
    var memoryBytesMax: Int
    var limits: PageLimits
  }

  /// Runs until standard input ends. Never returns normally.
  /// - Parameter assignment: as JSON, from the command line.
  package static func run(assignment: String) -> Never {
    let output = takenStandardOutput()
    do throws(RecognitionFailure) {
      guard
        let told = try? JSONDecoder().decode(Assignment.self, from: Data(assignment.utf8))
      else { throw .unavailable("a recognition worker is started by xiaopiao, not by hand") }
      setMsgSeverity(Int32(L_SEVERITY_NONE))
      for model in told.models {
        try model.check(in: told.modelDirectory, digestIsChecked: told.checksModels)
      }
      let engines = try engines(for: told)
      // What follows is untrusted; all that was trusted has been loaded.
      Confinement.apply(memoryBytesMax: told.memoryBytesMax)
      let reader = PageReader(engines: engines, limits: told.limits)
      send(.ready, to: output)
      var hand: PageInHand?
      while let request = nextFrame() {
        send(reply(to: request, hand: &hand, reader: reader), to: output)
      }
    } catch {
      send(.failure(error), to: output)
    }
    exit(0)
  }

  private static func engines(for told: Assignment) throws(RecognitionFailure) -> EngineSet {
    func load(_ cache: String?) throws(RecognitionFailure) -> EngineSet {
      try EngineSet(
        models: told.models, directory: told.modelDirectory, paddle: told.paddle,
        arithmetic: told.arithmetic, cache: cache)
    }
    guard let cache = told.cache else { return try load(nil) }
    do throws(RecognitionFailure) {
      guard cache.isThere else { return try cache.make(load) }
      return try load(cache.isWhole ? cache.directory : nil)
    } catch {
      // What cannot be loaded from there, or kept there, may still be prepared.
      return try load(nil)
    }
  }

  /// - Parameter hand: the last page, kept for the question that may follow it.
  private static func reply(
    to request: [UInt8], hand: inout PageInHand?, reader: borrowing PageReader
  ) -> WorkerReply {
    let clock = ContinuousClock()
    let start = clock.now
    reader.engines.stopwatch.reset()
    do throws(RecognitionFailure) {
      switch try? JSONDecoder().decode(WorkerRequest.self, from: Data(request)) {
      case .page(let asked):
        hand = nil
        guard let picture = nextFrame() else { exit(0) }
        hand = try reader.glance(
          at: picture, orientation: asked.orientation, sidePixels: asked.sidePixels)
      case .lookAgain(let looks):
        // Taken out, so that it is changed in its place.
        guard var again = hand.take() else { throw .crashed("no page was read before") }
        reader.lookAgain(at: &again, looks)
        hand = again
      case .draw(let asked, let marks):
        guard let picture = nextFrame() else { exit(0) }
        let drawing = try Drawing(
          decoding: picture, orientation: asked.orientation, sidePixels: asked.sidePixels)
        drawing.draw(marks)
        return .drawing(try drawing.png())
      case nil: throw .crashed("the request was not understood")
      }
      guard let hand else { throw .crashed("no page was read") }
      return .page(
        PageReply(
          page: hand.page, workMilliseconds: (clock.now - start) / .milliseconds(1),
          stepMilliseconds: reader.engines.stopwatch.milliseconds))
    } catch {
      return .failure(error)
    }
  }

  /// Standard output for answers alone: what C libraries print goes to standard error.
  private static func takenStandardOutput() -> Int32 {
    let descriptor = dup(STDOUT_FILENO)
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return descriptor
  }

  private static func send(_ reply: WorkerReply, to descriptor: Int32) {
    guard let body = try? JSONEncoder().encode(reply) else {
      // Every reply is made of texts and finite numbers; one that is not ends the worker, and
      // the pool tells the picture's claim.
      exit(70)
    }
    var frame = Frame.encoded(body)[...]
    while !frame.isEmpty {
      let written = frame.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { exit(0) }
      frame = frame.dropFirst(written)
    }
  }

  private static func nextFrame() -> [UInt8]? {
    guard let header = nextBytes(Frame.headerBytes) else { return nil }
    let count = Frame.payloadBytes(header: header)
    guard count <= Frame.bytesMax else { return nil }
    return nextBytes(count)
  }

  private static func nextBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes {
        read(STDIN_FILENO, $0.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0 && errno == EINTR { continue }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }
}
