import Foundation

/// What stands at a path, links followed.
package enum PathKind: Sendable {
  case missing, directory
  /// A file, or something that is read like one.
  case file

  package init(at path: String) {
    var isDirectory: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    self = !isThere ? .missing : isDirectory.boolValue ? .directory : .file
  }
}
