import Glibc
import SystemPackage

/// Moves a file within its file system; what went wrong, if anything did.
func rename(_ path: FilePath, to target: FilePath) -> Errno? {
  let result = path.withPlatformString { from in
    target.withPlatformString { to in Glibc.rename(from, to) }
  }
  return result == 0 ? nil : Errno(rawValue: errno)
}

/// Removes a file; that it is gone already is as well.
func remove(_ path: FilePath) {
  _ = path.withPlatformString { unlink($0) }
}

/// Waits until the disk has the bytes of a file, or the names in a directory; what went wrong, if
/// anything did. What may not be opened is passed over: nobody reads it after a power cut either.
func synchronize(_ path: FilePath) -> Errno? {
  // Not blocking: opening a pipe would wait for its writer otherwise.
  let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
  let descriptor = path.withPlatformString { open($0, flags) }
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return fsync(descriptor) == 0 ? nil : Errno(rawValue: errno)
}

/// Undoes a move of what should not have been moved. What lies at its old place by now has replaced
/// it there, as whoever put it there meant to.
func moveBack(_ target: FilePath, to path: FilePath) {
  let result = target.withPlatformString { from in
    path.withPlatformString { to in link(from, to) }
  }
  if result == 0 || errno == EEXIST {
    remove(target)
  } else {
    // A file system without links.
    _ = rename(target, to: path)
  }
}
