import Foundation
import Subprocess
import SystemPackage

/// A reader of somebody else that is kept running, as a library with its models loaded: it reads a
/// picture's path a line and answers each with a line of JSON, `{"text": …}` or `{"error": …}`.
/// Its first line, `{"ready": "its name"}`, says that it can begin.
package struct ForeignServer: Hashable, Sendable {
  /// The program and its arguments.
  package let words: [String]

  /// From words split by spaces; `nil` of none.
  package init?(_ text: String) {
    words = text.split(separator: " ").map(String.init)
    if words.isEmpty { return nil }
  }

  /// Its last two words: the library and what of it.
  package var name: String { words.suffix(2).joined(separator: " ") }

  /// Starts it, waits until it is ready, and ends it after `body`.
  ///
  /// - Throws: ``ClaimingError/readerUnavailable(_:)`` when it cannot be started or falls silent;
  ///   what `body` throws.
  func run(_ body: (RunningServer) async throws -> Void) async throws {
    let executable: Executable =
      words[0].contains("/") ? .path(FilePath(words[0])) : .name(words[0])
    let configuration = Configuration(
      executable: executable, arguments: Arguments(Array(words.dropFirst())),
      environment: .inherit.updating(["OMP_THREAD_LIMIT": "1"]))
    _ = try await Subprocess.run(
      configuration, input: .inputWriter, output: .sequence, error: .discarded
    ) { execution in
      let server = RunningServer(
        process: execution.processIdentifier.value, input: execution.standardInputWriter,
        output: execution.standardOutput, command: words[0])
      guard try await server.reply().ready != nil else {
        throw ClaimingError.readerUnavailable("\(name) does not say that it is ready")
      }
      try await body(server)
      try await execution.standardInputWriter.finish()
    }
  }
}

/// A ``ForeignServer`` at work.
final class RunningServer {
  private let process: pid_t
  private let input: StandardInputWriter
  private var output: SubprocessOutputSequence.Iterator
  private let command: String
  private var bytes: [UInt8] = []

  fileprivate struct Reply: Decodable {
    var ready: String?
    var text: String?
    var error: String?
  }

  fileprivate init(
    process: pid_t, input: StandardInputWriter, output: SubprocessOutputSequence, command: String
  ) {
    self.process = process
    self.input = input
    self.output = output.makeAsyncIterator()
    self.command = command
  }

  /// What it makes of one picture.
  func output(for path: String) async throws -> ForeignCommand.Output {
    let processorTime = ProcessFigures.processorTime(of: process) ?? .zero
    let start = ContinuousClock.now
    _ = try await input.write(Array((path + "\n").utf8))
    let reply = try await reply()
    return ForeignCommand.Output(
      text: reply.text ?? "", wallTime: ContinuousClock.now - start,
      processorTime: (ProcessFigures.processorTime(of: process) ?? .zero) - processorTime,
      peakMemoryBytes: ProcessFigures.peakMemoryBytes(of: process),
      hasSucceeded: reply.text != nil)
  }

  fileprivate func reply() async throws -> Reply {
    let newline = UInt8(ascii: "\n")
    while !bytes.contains(newline) {
      guard let buffer = try await output.next(isolation: #isolation) else {
        throw ClaimingError.readerUnavailable("\(command) ended before it answered")
      }
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    let line = bytes.prefix { $0 != newline }
    bytes.removeFirst(line.count + 1)
    do {
      return try JSONDecoder().decode(Reply.self, from: Data(line))
    } catch {
      throw ClaimingError.readerUnavailable("\(command) answers no JSON: \(error)")
    }
  }
}
