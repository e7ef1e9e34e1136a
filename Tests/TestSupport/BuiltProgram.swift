import Foundation

/// The built `xiaopiao` beside the test bundle.
package struct BuiltProgram {
  package struct NotBuilt: Error, CustomStringConvertible {
    var paths: [String]
    package var description: String {
      "none of \(paths) is there; build xiaopiao first: swift build"
    }
  }

  package let path: String

  package init() throws {
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
