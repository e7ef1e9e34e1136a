import Foundation
import Glibc
import SystemPackage

/// The kernel's word that something changed in a directory. Owns its descriptor.
struct INotify: ~Copyable {
  struct Event: Hashable {
    /// Which watch it came from; -1 when events were lost.
    var watch: Int32
    var isOverflow: Bool
    /// Whether a directory was made here or moved here.
    var isDirectoryAdded: Bool
    /// Whether the watched directory is gone.
    var isWatchGone: Bool
    /// The name of what changed in the directory; `nil` for the directory itself.
    var name: FilePath.Component?
  }

  /// To be polled for reading; stays this value's own.
  let descriptor: Int32

  init() throws(Errno) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
  }

  deinit { close(descriptor) }

  /// Watches a directory, never through a link; the same directory gives the same number.
  func watch(_ directory: FilePath) throws(Errno) -> Int32 {
    let mask =
      UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_DELETE_SELF)
      | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
    let watch = directory.withPlatformString { inotify_add_watch(descriptor, $0, mask) }
    guard watch >= 0 else { throw Errno(rawValue: errno) }
    return watch
  }

  /// What came since the last call, at most a buffer full; never waits.
  func events() -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return [] }
    let reader = ByteReader(Data(buffer[..<count]))
    var events: [Event] = []
    var offset = 0
    // watch, mask, cookie and length of the name, 4 bytes each in the machine's own order
    while let watch = reader.number(at: offset, byteCount: 4, isLittleEndian: Self.isLittleEndian),
      let mask = reader.number(at: offset + 4, byteCount: 4, isLittleEndian: Self.isLittleEndian),
      let length = reader.number(at: offset + 12, byteCount: 4, isLittleEndian: Self.isLittleEndian)
    {
      let name = reader.part((offset + 16)..<(offset + 16 + length)).first(length)
      events.append(
        Event(
          watch: Int32(truncatingIfNeeded: watch), mask: mask,
          name: name.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }))
      offset += 16 + length
    }
    return events
  }

  private static var isLittleEndian: Bool { Int(1).littleEndian == 1 }
}

extension INotify.Event {
  fileprivate init(watch: Int32, mask: Int, name: [CChar]) {
    let isAdded = mask & (Int(IN_CREATE) | Int(IN_MOVED_TO)) != 0
    self.init(
      watch: watch, isOverflow: mask & Int(IN_Q_OVERFLOW) != 0,
      isDirectoryAdded: isAdded && mask & Int(IN_ISDIR) != 0,
      isWatchGone: mask & (Int(IN_IGNORED) | Int(IN_DELETE_SELF)) != 0,
      name: name.isEmpty ? nil : FilePath.Component(platformString: name + [0]))
  }
}
