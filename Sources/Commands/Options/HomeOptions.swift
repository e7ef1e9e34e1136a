import ArgumentParser
import Claiming
import Foundation
import Ledger

/// Which home a command works on.
struct HomeOptions: ParsableArguments {
  @Option(
    name: .customLong("home"),
    help: ArgumentHelp(
      "The home. (default: $XIAOPIAO_HOME, else . if it is a home, else ~/.xiaopiao)",
      valueName: "dir"),
    completion: .directory)
  var directory: String?

  func validate() throws {
    if directory == "" { throw ValidationError("--home is empty: name a directory") }
  }

  var path: String { Home.path(flag: directory, environment: environment) }

  var environment: [String: String] { ProcessInfo.processInfo.environment }

  func home() throws -> Home { try Home(at: path) }

  func settings(of home: Home) throws -> Settings {
    try home.settings(environment: environment)
  }

  /// `nil` where there is none, or where the environment names one that is yet to be made.
  func homeIfAny() throws -> Home? {
    let files = FileManager.default
    let isNamed = !(environment["XIAOPIAO_HOME"] ?? "").isEmpty && files.fileExists(atPath: path)
    let exists = files.fileExists(atPath: path + "/xiaopiao.toml")
    return directory != nil || isNamed || exists ? try home() : nil
  }

  /// Those of the home where there is one, else the defaults and the environment.
  func settingsIfAny() throws -> Settings {
    if let home = try homeIfAny() { return try settings(of: home) }
    return try SettingsFile.settings(path: nil, environment: environment)
  }

  func ledger() throws -> Ledger { try home().ledger() }
}
