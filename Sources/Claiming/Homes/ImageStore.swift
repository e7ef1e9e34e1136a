import Foundation
import Intake
import Receipts

/// The pictures of a home, each once, by the digest of its bytes: `images/ab/<digest>.jpg`.
struct ImageStore: Sendable {
  private let home: Home

  init(home: Home) { self.home = home }

  var imagesPath: String { home.imagesPath }

  /// Where a picture belongs, relative to the home.
  func relativePath(of digest: ImageDigest, format: ImageFormat) -> String {
    let ending =
      switch format {
      case .jpeg: "jpg"
      case .png: "png"
      }
    return "images/\(digest.rawValue.prefix(2))/\(digest).\(ending)"
  }

  /// The file of a picture; `nil` when it is not kept (any more).
  func path(of digest: ImageDigest) -> String? {
    ImageFormat.allCases.map { home.path + "/" + relativePath(of: digest, format: $0) }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Where a file that is no photograph is set aside, relative to the home. A caller's own
  /// identifier may hold anything; a file name may not, and two claims never share one.
  func refusedPath(of claim: ClaimID) -> String {
    "images/refused/" + Intake.digest(of: Data(claim.rawValue.utf8)).rawValue
  }

  /// Keeps a copy, safe on the disk under its final name or not there at all.
  ///
  /// - Returns: its path, relative to the home.
  func keep(_ image: IntakeImage) throws(ClaimingError) -> String {
    let relative = relativePath(of: image.digest, format: image.header.format)
    let path = home.path + "/" + relative
    if isKept(path, bytes: image.bytes.count) { return relative }
    try makeDirectory(of: path)
    let temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      guard
        FileManager.default.createFile(
          atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
        let file = FileHandle(forWritingAtPath: temporary)
      else { throw CocoaError(.fileWriteUnknown) }
      try file.write(contentsOf: image.bytes)
      try file.synchronize()
      try file.close()
    } catch {
      // Only the unfinished copy is in the way; that it could not be removed changes nothing.
      try? FileManager.default.removeItem(atPath: temporary)
      throw unusable("cannot take the picture \(image.digest)", error.localizedDescription)
    }
    try move(temporary, to: path)
    return relative
  }

  /// Takes a photograph out of the inbox.
  ///
  /// - Returns: its path, relative to the home.
  func take(
    _ candidate: InboxCandidate, from inbox: Inbox, as image: IntakeImage
  ) async throws(ClaimingError) -> String {
    let relative = relativePath(of: image.digest, format: image.header.format)
    do throws(IntakeError) {
      try await take(candidate, from: inbox, to: relative)
    } catch .changedWhileTaken {
      // What was read is claimed; what the file holds now is a claim of its own.
      return try keep(image)
    } catch .notTaken {
      // An inbox on another file system, or a directory that is not ours: a copy does as well, and
      // the row says that the file is done with.
      return try keep(image)
    } catch {
      throw unusable("cannot take \(candidate.file)", "\(error)")
    }
    return relative
  }

  /// Takes a file that is no photograph out of the inbox, to where it can be looked at.
  ///
  /// - Returns: its path; `nil` when it changed meanwhile and will be read again.
  func takeRefused(
    _ candidate: InboxCandidate, from inbox: Inbox, claim: ClaimID
  ) async throws(ClaimingError) -> String? {
    let relative = refusedPath(of: claim)
    do throws(IntakeError) {
      try await take(candidate, from: inbox, to: relative)
    } catch .changedWhileTaken {
      return nil
    } catch .notTaken {
      return nil
    } catch {
      throw unusable("cannot take \(candidate.file)", "\(error)")
    }
    return relative
  }

  private func take(
    _ candidate: InboxCandidate, from inbox: Inbox, to relative: String
  ) async throws(IntakeError) {
    let path = NSString(string: home.path + "/" + relative)
    do throws(ClaimingError) {
      try makeDirectory(of: home.path + "/" + relative)
    } catch {
      throw .notTaken(
        file: candidate.file, directory: path.deletingLastPathComponent, why: error.message)
    }
    try await inbox.take(
      candidate, into: path.deletingLastPathComponent, as: path.lastPathComponent)
  }

  private func isKept(_ path: String, bytes: Int) -> Bool {
    // Files get their name only when whole, so the size is a check against a damaged disk.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue == bytes
  }

  private func makeDirectory(of path: String) throws(ClaimingError) {
    do {
      try FileManager.default.createDirectory(
        atPath: NSString(string: path).deletingLastPathComponent,
        withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw unusable("cannot keep pictures", error.localizedDescription)
    }
  }

  private func move(_ source: String, to path: String) throws(ClaimingError) {
    guard rename(source, path) == 0 else {
      throw unusable("cannot keep \(path)", String(cString: strerror(errno)))
    }
    synchronizeDirectory(of: path)
  }

  /// Makes a new name last through a power loss. Where that fails the bytes are safe, and a
  /// picture that is gone after a power loss is sent again under the same claim.
  private func synchronizeDirectory(of path: String) {
    let descriptor = open(NSString(string: path).deletingLastPathComponent, O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func unusable(_ what: String, _ why: String) -> ClaimingError {
    .homeUnusable(path: home.path, why: "\(what): \(why)")
  }
}
