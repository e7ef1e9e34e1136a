import Foundation
import Intake
package import Logging
package import Recognition

/// The reader of pictures: worker processes of this same program.
package struct Reader: Sendable {
  private let settings: RecognitionSettings
  private let executable: String
  private let logger: Logger

  /// - Parameter executable: the program that knows `recognition-worker`; `nil` for this one.
  package init(settings: RecognitionSettings, executable: String? = nil, logger: Logger) {
    self.settings = settings
    self.executable = executable ?? Self.ownExecutable
    self.logger = logger
  }

  /// Runs `body` with the workers started, and ends them when it is done.
  ///
  /// - Throws: ``ClaimingError/readerUnavailable(_:)`` when there is no model or no worker.
  package func run<Value: Sendable>(
    _ body: @Sendable (PageSource) async throws -> Value
  ) async throws -> Value {
    let recogniser = Recogniser(executable: executable, settings: settings, logger: logger)
    do {
      return try await recogniser.run { recogniser in
        var source = PageSource(workers: recogniser.workers) { image, _, linesThatMatter in
          let header = image.header
          do throws(RecognitionFailure) {
            let reply = try await recogniser.page(
              of: image.bytes, orientation: header.orientation,
              sidePixels: max(header.widthPixels, header.heightPixels),
              linesThatMatter: linesThatMatter)
            return .success(
              ReadPage(
                reply.page, workMilliseconds: Int(reply.workMilliseconds.rounded()),
                stepMilliseconds: reply.stepMilliseconds))
          } catch {
            return .failure(error)
          }
        }
        source.drawing = { image, marks in
          let header = image.header
          do throws(RecognitionFailure) {
            return .success(
              try await recogniser.drawing(
                of: image.bytes, orientation: header.orientation,
                sidePixels: max(header.widthPixels, header.heightPixels), marks: marks))
          } catch {
            return .failure(error)
          }
        }
        return try await body(source)
      }
    } catch RecognitionFailure.unavailable(let why) {
      throw ClaimingError.readerUnavailable(why)
    }
  }

  /// The inside of a worker process. Never returns.
  package static func serve(assignment: String) -> Never {
    // A terminal's Ctrl-C and a service manager's stop reach the workers too, and would kill the
    // page in hand. A worker ends with its input, or is killed.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    RecognitionWorker.run(assignment: assignment)
  }

  /// By the kernel's word, since `argv[0]` is the caller's.
  static var ownExecutable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}

extension Reader {
  /// As ``run(_:)``, with pages saved in a directory: those that are there are used, the others
  /// read and saved.
  ///
  /// - Parameter files: what will be asked for, where that is known: when all of them are saved
  ///   no reader is started.
  package func run<Value: Sendable>(
    saving directory: String?, files: [String]?,
    _ body: @Sendable (PageSource) async throws -> Value
  ) async throws -> Value {
    guard let directory else { return try await run(body) }
    let saved = SavedPages(directory: directory)
    if let files, files.allSatisfy(saved.hasPage) { return try await body(saved.source(over: nil)) }
    return try await run { source in try await body(saved.source(over: source)) }
  }
}
