import Foundation

/// The built `xiaopiao`, which is its own worker.
struct Executable {
  struct NotBuilt: Error, CustomStringConvertible {
    var paths: [String]
    var description: String { "\(paths) are not there; build xiaopiao first: swift build" }
  }

  let path: String

  /// It lies beside the test bundle.
  init() throws {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let candidates =
      [bundle, CommandLine.arguments[0], Bundle.main.bundlePath].map {
        NSString(string: $0).deletingLastPathComponent + "/xiaopiao"
      } + [FileManager.default.currentDirectoryPath + "/.build/debug/xiaopiao"]
    guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:))
    else { throw NotBuilt(paths: candidates) }
    path = found
  }
}
