import Foundation
import Glibc
import SystemPackage

/// One entry of the inbox, with the path below it.
struct DirectoryEntry: Hashable {
  enum Kind: Hashable {
    case file, directory, other
  }

  /// Below the inbox; its bytes need not be UTF-8.
  var path: FilePath
  var kind: Kind
  var fingerprint: FileFingerprint
  /// When it was put or changed there: unlike the time of modification it cannot be carried over
  /// from the phone, so that an old photograph does not look as if it had been sent long ago.
  var arrivedAt: Date

  /// How many directories lie between the inbox and it.
  var depth: Int { path.components.count - 1 }

  /// `nil` when it is not UTF-8.
  var text: String? { String(validating: path) }

  /// For people.
  var name: String {
    path.withPlatformString { pointer in
      escapedName(UnsafeRawBufferPointer(start: pointer, count: strlen(pointer)).map { $0 })
    }
  }
}

extension FileFingerprint {
  init(_ status: stat) {
    self.init(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      sizeBytes: Int64(status.st_size),
      modifiedNanoseconds: Int64(status.st_mtim.tv_sec) * 1_000_000_000
        + Int64(status.st_mtim.tv_nsec))
  }

  /// Of what lies there now, a link itself rather than what it names; `nil` when nothing does.
  init?(at path: FilePath) {
    var status = stat()
    guard path.withPlatformString({ fstatat(AT_FDCWD, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0
    else { return nil }
    self.init(status)
  }
}
