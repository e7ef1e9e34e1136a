import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// The built `xiaopiao`, run as others run it.
struct Program: Sendable {
  struct Result: Sendable {
    var code: Int
    var output: String
    var errors: String

    /// Each line of output as JSON.
    var objects: [[String: Any]] {
      get throws {
        try output.split(separator: "\n").map { line in
          let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
          guard let object = object as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
          return object
        }
      }
    }
  }

  let path: String

  /// It lies beside the test bundle.
  init() throws {
    path = try BuiltProgram().path
  }

  /// - Parameter environment: over an otherwise bare one.
  func run(
    _ arguments: [String], home: String? = nil, input: String = "",
    environment: [String: String] = [:], directory: String? = nil
  ) async throws -> Result {
    var table: [Environment.Key: String] = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "USER": "tester", "LANG": "C.UTF-8",
    ]
    if let home { table["XIAOPIAO_HOME"] = home }
    for (name, value) in environment { table[Environment.Key(stringLiteral: name)] = value }
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: .custom(table),
      workingDirectory: directory.map { FilePath($0) },
      input: .string(input), output: .string(limit: 10_000_000),
      error: .string(limit: 10_000_000))
    let code: Int
    switch result.terminationStatus {
    case .exited(let status): code = Int(status)
    case .signaled(let signal): code = 1_000 + Int(signal)
    }
    return Result(
      code: code, output: result.standardOutput, errors: result.standardError)
  }
}
