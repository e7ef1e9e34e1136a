import ArgumentParser
import Claiming

/// The inside of a worker process; `xiaopiao` starts itself with it.
struct RecognitionWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognition-worker", abstract: "Read pictures for xiaopiao itself.",
    shouldDisplay: false)

  @Argument var assignment: String

  func run() throws { Reader.serve(assignment: assignment) }
}
