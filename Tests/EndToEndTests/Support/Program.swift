import Foundation
import Subprocess
import SystemPackage
import TestSupport

/// The built `xiaopiao`, run as others run it: the release build where it is newer than every
/// source, as it is after `scripts/test`, since reading pictures takes a tenth of the time then.
struct Program: Sendable {
  struct Result: Sendable {
    var code: Int
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Each line of output as JSON.
    var objects: [[String: Any]] { get throws { try Project.objects(in: lines) } }
  }

  let path: String
  /// Whether it reads a picture in a second rather than in ten.
  let isRelease: Bool

  init() throws {
    let files = FileManager.default
    let release = Project.root.appendingPathComponent(".build/release/xiaopiao").path
    if files.isExecutableFile(atPath: release), Self.isNewerThanSources(release) {
      (path, isRelease) = (release, true)
      return
    }
    (path, isRelease) = (try BuiltProgram().path, false)
  }

  private static func isNewerThanSources(_ program: String) -> Bool {
    func changed(_ path: String) -> Date? {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return attributes?[.modificationDate] as? Date
    }
    guard let built = changed(program) else { return false }
    let sources = Project.root.appendingPathComponent("Sources").path
    let names = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    return names.allSatisfy { changed(sources + "/" + $0).map { $0 <= built } ?? true }
  }

  /// In a bare environment.
  func run(_ arguments: [String], home: String? = nil) async throws -> Result {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: environment(home),
      output: .string(limit: 20_000_000), error: .string(limit: 20_000_000))
    return Result(
      code: Self.code(of: result.terminationStatus), output: result.standardOutput,
      errors: result.standardError)
  }

  struct Failed: Error, CustomStringConvertible {
    var arguments: [String]
    var result: Result
    var description: String { "\(arguments): \(result.code) \(result.errors)" }
  }

  @discardableResult
  func must(_ arguments: [String], home: String? = nil) async throws -> Result {
    let result = try await run(arguments, home: home)
    guard result.code == 0 else { throw Failed(arguments: arguments, result: result) }
    return result
  }

  func environment(_ home: String?) -> Environment {
    var table: [Environment.Key: String] = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "USER": "tester", "LANG": "C.UTF-8",
      // A debug build beside other tests is slow, and what is tested is not its speed.
      "XIAOPIAO_RECOGNITION_DEADLINE_S": "120",
    ]
    if let home { table["XIAOPIAO_HOME"] = home }
    return .custom(table)
  }

  static func code(of status: TerminationStatus) -> Int {
    switch status {
    case .exited(let status): Int(status)
    case .signaled(let signal): 1_000 + Int(signal)
    }
  }
}
