import Crypto
import Foundation

/// Networks prepared for this processor, kept for the workers that start after the first.
///
/// Preparing takes most of a worker's start. What OpenVINO keeps of it is loaded without being
/// checked and its weights without being read again, so it is held against digests of our own
/// (``sealName``) before workers are given it, and one that was altered is made anew. A cache is one
/// directory for one set of models, library, arithmetic and processor; it appears under its name
/// only when it is whole.
struct ModelCache: Hashable, Codable, Sendable {
  /// `…/cache/0123456789abcdef`.
  let directory: String

  private static let sealName = "SHA256SUMS"

  init(directory: String) { self.directory = directory }

  /// - Parameter flags: of the processor, as `/proc/cpuinfo` tells them.
  init(for files: PaddleFiles, arithmetic: Arithmetic, flags: String) {
    let library = try? FileManager.default.attributesOfItem(atPath: files.library)
    let told =
      PaddleFiles.pinned.map(\.digest) + [
        PaddleFiles.libraryName, "\(library?[.size] ?? "")", arithmetic.rawValue,
        flags.split(separator: "\n").first { $0.hasPrefix("model name") }.map(String.init) ?? "",
        flags.split(separator: "\n").first { $0.hasPrefix("flags") }.map(String.init) ?? "",
      ]
    let key = Self.digest(of: Data(told.joined(separator: "\n").utf8)).prefix(16)
    self.init(directory: "\(files.directory)/cache/\(key)")
  }

  var isThere: Bool { FileManager.default.fileExists(atPath: directory) }

  /// Removes a cache that is not what its digests say.
  ///
  /// - Returns: whether there was one and it had to go.
  func removeIfAltered() -> Bool {
    guard isThere, !isWhole else { return false }
    try? FileManager.default.removeItem(atPath: directory)
    return true
  }

  /// Whether every file is the one that was made, and no other is there.
  private var isWhole: Bool {
    guard let seal = try? String(contentsOfFile: "\(directory)/\(Self.sealName)", encoding: .utf8),
      let names = try? FileManager.default.contentsOfDirectory(atPath: directory)
    else { return false }
    return seal == Self.seal(of: names, in: directory)
  }

  /// Lets `load` fill a directory that nobody else sees, and puts it in the cache's place. Where
  /// nothing can be written `load` is given none, and works without.
  func make<Value: ~Copyable, Failure>(
    _ load: (String?) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let manager = FileManager.default
    let mine = "\(directory).\(ProcessInfo.processInfo.processIdentifier)"
    let made: ()? = try? manager.createDirectory(
      atPath: mine, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard made != nil else { return try load(nil) }
    // What is left of a worker that was killed, or that was not the first to be done.
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
      lines.append("\(digest(of: data))  \(name)\n")
    }
    return lines.joined()
  }

  private static func digest(of data: Data) -> String {
    SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
  }
}
