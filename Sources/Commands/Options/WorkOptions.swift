import ArgumentParser
import Claiming
import Foundation
import Logging

/// How commands that read pictures go about it.
struct WorkOptions: ParsableArguments {
  @Option(help: "Pictures read at the same time. (default: the settings')")
  var workers: Int?

  @Option(
    help: ArgumentHelp(
      "Recognised pages: those there are used instead of the reader, the others saved.",
      valueName: "dir"),
    completion: .directory)
  var pages: String?

  @Flag(name: .customLong("verbose"), help: "Log what is done to standard error.")
  var isVerbose = false

  func validate() throws {
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("--workers must be from 1 to 256, not \(workers)")
    }
  }

  func logger(_ level: Logger.Level = .warning) -> Logger {
    var logger = Logger(
      label: "xiaopiao", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = isVerbose ? .debug : level
    return logger
  }
}
