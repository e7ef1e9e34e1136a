import Foundation

/// Networks prepared for this processor, kept for the workers that start after the first.
///
/// Preparing takes most of a worker's start. What OpenVINO keeps of it is loaded without being
/// checked, so each worker holds it against digests of our own (``sealName``) before it loads it,
/// and one that was damaged is made anew. The digests lie beside it: they tell damage, not an
/// attacker, who could as well alter the program. A cache is one directory for one set of models,
/// library, arithmetic and processor; it appears under its name only when it is whole.
struct ModelCache: Hashable, Codable, Sendable {
  /// `…/cache/0123456789abcdef`.
  let directory: String

  private static let sealName = "SHA256SUMS"

  init(directory: String) { self.directory = directory }

  /// - Parameter processor: as `/proc/cpuinfo` tells of it.
  init(for files: PaddleFiles, arithmetic: NetworkArithmetic, processor: String) {
    let told = processor.split(separator: "\n")
    let library = try? FileManager.default.attributesOfItem(atPath: files.library)
    let parts =
      PaddleFiles.pinned.map(\.digest) + [
        PaddleFiles.libraryName, "\(library?[.size] ?? "")", arithmetic.page.rawValue,
        arithmetic.again.rawValue,
      ]
      + ["model name", "flags"].map { name in told.first { $0.hasPrefix(name) } ?? "" }.map(
        String.init)
    let key = PinnedFile.digest(of: Data(parts.joined(separator: "\n").utf8)).prefix(16)
    self.init(directory: "\(files.directory)/cache/\(key)")
  }

  var isThere: Bool { FileManager.default.fileExists(atPath: directory) }

  /// Removes a cache that is not what its digests say, and what killed workers left half made.
  ///
  /// - Returns: whether there was a cache and it had to go.
  func removeIfAltered() -> Bool {
    removeLeftovers()
    guard isThere, !isWhole else { return false }
    try? FileManager.default.removeItem(atPath: directory)
    return true
  }

  /// Whether every file is the one that was made, and no other is there.
  var isWhole: Bool {
    guard let seal = try? String(contentsOfFile: "\(directory)/\(Self.sealName)", encoding: .utf8),
      let names = try? FileManager.default.contentsOfDirectory(atPath: directory)
    else { return false }
    return seal == Self.seal(of: names, in: directory)
  }

  private func removeLeftovers() {
    let manager = FileManager.default
    let parent = (directory as NSString).deletingLastPathComponent
    let prefix = (directory as NSString).lastPathComponent + "."
    let dayAgo = Date().addingTimeInterval(-86_400)
    for name in (try? manager.contentsOfDirectory(atPath: parent)) ?? []
    where name.hasPrefix(prefix) {
      let made = try? manager.attributesOfItem(atPath: "\(parent)/\(name)")[.modificationDate]
      // Another worker may be at it this very minute.
      if let made = made as? Date, made < dayAgo {
        try? manager.removeItem(atPath: "\(parent)/\(name)")
      }
    }
  }

  /// Lets `load` fill a directory that nobody else sees, and puts it in the cache's place. Where
  /// nothing can be written `load` is given none, and works without.
  func make<Value: ~Copyable, Failure>(
    _ load: (String?) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let manager = FileManager.default
    // A name that nobody has had: a worker that was killed may have left half a cache.
    let mine = "\(directory).\(UUID().uuidString)"
    let made: ()? = try? manager.createDirectory(
      atPath: mine, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard made != nil else { return try load(nil) }
    defer { try? manager.removeItem(atPath: mine) }
    let value = try load(mine)
    if let names = try? manager.contentsOfDirectory(atPath: mine), !names.isEmpty,
      let seal = Self.seal(of: names, in: mine),
      manager.createFile(atPath: "\(mine)/\(Self.sealName)", contents: Data(seal.utf8))
    {
      // Fails where another worker was faster, whose is as good.
      try? manager.moveItem(atPath: mine, toPath: directory)
    }
    return value
  }

  /// As `sha256sum` writes it, in the order of the names.
  private static func seal(of names: [String], in directory: String) -> String? {
    var lines: [String] = []
    for name in names.sorted() where name != sealName {
      guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
        return nil
      }
      lines.append("\(PinnedFile.digest(of: data))  \(name)\n")
    }
    return lines.joined()
  }
}
