import ArgumentParser
import Foundation

/// Who decides.
struct ReviewerOptions: ParsableArguments {
  @Option(
    name: .customLong("reviewer"),
    help: ArgumentHelp("Who decides, for the record. (default: $USER)", valueName: "name"))
  var named: String?

  func name() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let name = [named, environment["USER"], environment["LOGNAME"], NSUserName()].lazy.compactMap(
      \.self
    )
    .first { !$0.isEmpty }
    guard let name else { throw ValidationError("say who decides: --reviewer NAME") }
    return name
  }
}
