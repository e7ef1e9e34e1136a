import Foundation

/// That one process at a time watches a home: two would work on the same photographs.
///
/// The lock is the kernel's, on `watch.lock` in the home, and goes with its process however that
/// ends. The file stays and means nothing by itself; while the lock is held it says by whom. Other
/// commands ask for no lock: the store orders them.
package struct WatchLock: ~Copyable {
  private let descriptor: Int32

  /// - Throws: ``ClaimingError/homeUnusable(path:why:)`` when another process has it, or when the
  ///   home's file system knows no locks.
  package init(of home: Home) throws(ClaimingError) {
    let opened = open(home.watchLockPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw .homeUnusable(path: home.path, why: "cannot be locked: \(Self.errorText(errno))")
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let failure = errno
      let holder = Self.holder(of: opened)
      close(opened)
      guard failure == EWOULDBLOCK else {
        throw .homeUnusable(path: home.path, why: "cannot be locked: \(Self.errorText(failure))")
      }
      let who = holder.map { "by process \($0)" } ?? "by another process"
      throw .homeUnusable(
        path: home.path, why: "is watched already, \(who); stop that one first")
    }
    descriptor = opened
    // For the message of the next one alone: on a full disk that one does without.
    let text = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    if ftruncate(opened, 0) == 0 { _ = write(opened, text, text.count) }
  }

  deinit { close(descriptor) }

  /// Lets another process have it.
  package consuming func release() {}

  /// The number of the process that the file names; `nil` where it names none.
  private static func holder(of descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, 16, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: bytes.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self))
  }

  private static func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }
}
