import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// Runs the program as a shell does, where a test needs what only a shell can arrange.
struct Shell: Sendable {
  let program: Program

  init() throws { program = try Program() }

  /// - Parameter script: finds the program as `$0` and the arguments as `$1` and so on.
  func run(
    _ script: String, _ arguments: [String] = [], home: String? = nil
  ) async throws -> Program.Result {
    var table: [Environment.Key: String] = [
      "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent", "USER": "tester",
      "LANG": "C.UTF-8",
    ]
    if let home { table["XIAOPIAO_HOME"] = home }
    let result = try await Subprocess.run(
      .path("/bin/bash"), arguments: Arguments(["-c", script, program.path] + arguments),
      environment: .custom(table), output: .string(limit: 10_000_000),
      error: .string(limit: 10_000_000))
    let code: Int
    switch result.terminationStatus {
    case .exited(let status): code = Int(status)
    case .signaled(let signal): code = 1_000 + Int(signal)
    }
    return Program.Result(code: code, output: result.standardOutput, errors: result.standardError)
  }

  /// Runs the program without the superuser's right to pass over permissions.
  func runBound(_ arguments: [String], home: String? = nil) async throws -> Program.Result {
    try await run(
      geteuid() == 0
        ? "exec setpriv --bounding-set=-dac_override,-dac_read_search \"$0\" \"$@\""
        : "exec \"$0\" \"$@\"", arguments, home: home)
  }

  /// Whether a script works here at all.
  static func works(_ script: String) -> Bool {
    succeeds("(\(script)) 2> /dev/null")
  }

  /// Whether permissions can be made to hold: always, but for a superuser who cannot give rights
  /// up.
  static let canBeBound =
    geteuid() != 0 || works("setpriv --bounding-set=-dac_override,-dac_read_search true")

  /// Whether a small file system of its own can be had.
  static let hasSmallDisk = works("unshare -Urm mount -t tmpfs -o size=64k tmpfs /mnt")
}
