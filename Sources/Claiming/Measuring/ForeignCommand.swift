import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A command of somebody else that recognises a picture and prints its text.
package struct ForeignCommand: Hashable, Sendable {
  /// What stands for the picture's path.
  package static let placeholder = "{}"
  /// More text than any receipt has.
  private static let outputBytesMax = 4 << 20

  /// The program and its arguments, ``placeholder`` in one of them.
  package let words: [String]

  /// From words split by spaces. `tesseract` alone is completed to what reads a Chinese receipt
  /// best as a page; `nil` when no word holds ``placeholder``.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 1, words[0] == "tesseract" || words[0].hasSuffix("/tesseract") {
      self.words = words + [Self.placeholder, "-", "-l", "chi_sim", "--psm", "4"]
    } else if words.dropFirst().contains(where: { $0.contains(Self.placeholder) }) {
      self.words = words
    } else {
      return nil
    }
  }

  package var name: String {
    words.filter { $0 != Self.placeholder && $0 != "-" }.joined(separator: " ")
  }

  func arguments(for path: String) -> [String] {
    words.dropFirst().map { $0.replacingOccurrences(of: Self.placeholder, with: path) }
  }

  /// What one run gave.
  struct Output: Sendable {
    var text: String
    var wallTime: Duration
    var processorTime: Duration
    var peakMemoryBytes: Int?
    var hasSucceeded: Bool
  }

  /// Runs it on one picture, with one OpenMP thread, and waits for its end. No other process of
  /// this one may end meanwhile: its processor time would be counted here.
  func output(for path: String) async throws(ClaimingError) -> Output {
    let executable: Executable =
      words[0].contains("/") ? .path(FilePath(words[0])) : .name(words[0])
    let processorTime = ProcessFigures.endedProcessorTime
    let start = ContinuousClock.now
    do {
      let result = try await Subprocess.run(
        executable, arguments: Arguments(arguments(for: path)),
        environment: .inherit.updating(["OMP_THREAD_LIMIT": "1"]), input: .none,
        output: .sequence, error: .discarded
      ) { execution in
        let watch = MemoryWatch(process: execution.processIdentifier.value)
        // Cancelled and awaited when this closure returns.
        async let _: Void = watch.run()
        var text: [UInt8] = []
        for try await buffer in execution.standardOutput {
          guard text.count < Self.outputBytesMax else { continue }
          buffer.withUnsafeBytes { text.append(contentsOf: $0) }
        }
        return (text: String(decoding: text, as: UTF8.self), peak: watch.look())
      }
      return Output(
        text: result.closureResult.text, wallTime: ContinuousClock.now - start,
        processorTime: ProcessFigures.endedProcessorTime - processorTime,
        peakMemoryBytes: result.closureResult.peak,
        hasSucceeded: result.terminationStatus.isSuccess)
    } catch {
      throw .readerUnavailable("the command \(words[0]) cannot be run: \(error)")
    }
  }
}

/// Looks again and again how much memory a process has had, since the kernel forgets the figure
/// with the process.
private final class MemoryWatch: Sendable {
  private let process: pid_t
  private let peak = Mutex<Int?>(nil)

  init(process: pid_t) { self.process = process }

  /// The most so far.
  @discardableResult
  func look() -> Int? {
    let bytes = ProcessFigures.peakMemoryBytes(of: process)
    return peak.withLock { peak in
      if let bytes { peak = max(peak ?? 0, bytes) }
      return peak
    }
  }

  func run() async {
    while !Task.isCancelled {
      look()
      do { try await Task.sleep(for: .milliseconds(10)) } catch { return }
    }
  }
}
