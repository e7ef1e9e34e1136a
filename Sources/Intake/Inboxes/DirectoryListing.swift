import Foundation
import Glibc
import SystemPackage

/// The entries of a directory and of those in it, as far as they may matter: no names that begin
/// with a dot, none that say that a download is not done.
struct DirectoryListing {
  private(set) var entries: [DirectoryEntry] = []
  /// Whether there were more than `entriesMax`.
  private(set) var isCut = false

  private let root: FilePath
  private let depthMax: Int
  private let entriesMax: Int

  /// Throws when the root cannot be listed; what is below it and cannot be is left out.
  init(root: FilePath, depthMax: Int, entriesMax: Int) throws(Errno) {
    self.root = root
    self.depthMax = depthMax
    self.entriesMax = entriesMax
    try list(FilePath(), depth: 0)
  }

  private mutating func list(_ below: FilePath, depth: Int) throws(Errno) {
    let names = try names(in: root.appending(below.components), followsLink: depth == 0)
    for name in names.sorted(by: { $0.string < $1.string }) {
      guard let entry = entry(at: below.appending(name)) else { continue }
      guard entries.count < entriesMax else {
        isCut = true
        return
      }
      entries.append(entry)
      guard entry.kind == .directory, depth < depthMax else { continue }
      // A directory that may not be read, or is gone by now, hides what is in it and nothing else.
      try? list(entry.path, depth: depth + 1)
    }
  }

  private func entry(at below: FilePath) -> DirectoryEntry? {
    var status = stat()
    let path = root.appending(below.components)
    let result = path.withPlatformString { fstatat(AT_FDCWD, $0, &status, AT_SYMLINK_NOFOLLOW) }
    // Gone since it was listed.
    guard result == 0 else { return nil }
    let kind: DirectoryEntry.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      default: .other
      }
    let arrived =
      TimeInterval(status.st_ctim.tv_sec) + TimeInterval(status.st_ctim.tv_nsec) / 1_000_000_000
    return DirectoryEntry(
      path: below, kind: kind, fingerprint: FileFingerprint(status),
      arrivedAt: Date(timeIntervalSince1970: arrived))
  }

  private func names(in directory: FilePath, followsLink: Bool) throws(Errno)
    -> [FilePath.Component]
  {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = directory.withPlatformString { open($0, flags) }
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    guard let stream = fdopendir(descriptor) else {
      let failure = Errno(rawValue: errno)
      close(descriptor)
      throw failure
    }
    defer { closedir(stream) }
    var names: [FilePath.Component] = []
    while names.count <= entriesMax, let found = readdir(stream) {
      let name = withUnsafePointer(to: &found.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          FilePath.Component(platformString: $0)
        }
      }
      if let name, !isIgnored(name) { names.append(name) }
    }
    return names
  }

  private func isIgnored(_ name: FilePath.Component) -> Bool {
    let text = name.string.lowercased()
    return text.hasPrefix(".") || text.hasSuffix("~")
      || [".part", ".partial", ".filepart", ".tmp", ".crdownload"].contains { text.hasSuffix($0) }
      || Self.madeByFileManagers.contains(text)
  }

  /// What file managers leave in any directory that is looked at over a share.
  private static let madeByFileManagers: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini"]
}
