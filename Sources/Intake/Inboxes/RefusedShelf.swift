import Foundation
import Glibc
import Receipts
import SystemPackage

/// `.refused/` in the inbox: what cannot become a claim lies there with a text that says why, until
/// somebody looks after it. Nothing is ever overwritten or deleted there.
struct RefusedShelf {
  static let name = ".refused"

  private let root: FilePath

  init(root: FilePath) { self.root = root }

  /// Moves the entry and its notes there; its new path below the inbox, or `nil` when it cannot be
  /// moved. The text is written first: a crash leaves a text too many, never a file without one.
  func put(
    _ entry: DirectoryEntry, _ problem: InboxProblem, notes: [DirectoryEntry]
  ) -> String? {
    let directory = root.appending(Self.name)
    _ = directory.withPlatformString { mkdir($0, 0o755) }
    guard directory.isOwnDirectory, let name = freeName(for: entry, in: directory) else {
      return nil
    }
    let text = Data(explanation(entry, problem).utf8)
    let textPath = directory.appending("\(name).txt").string
    guard FileManager.default.createFile(atPath: textPath, contents: text),
      rename(root.appending(entry.path.components), to: directory.appending(name)) == nil
    else { return nil }
    for (index, note) in notes.enumerated() {
      let suffix = index == 0 ? "json" : "\(index + 1).json"
      // A note that stays behind is refused by itself when its photograph does not come.
      _ = rename(
        root.appending(note.path.components), to: directory.appending("\(name).\(suffix)"))
    }
    return "\(Self.name)/\(name)"
  }

  private func freeName(for entry: DirectoryEntry, in directory: FilePath) -> String? {
    let flat = entry.name.replacing("/", with: "_")
    // With the number and `.2.json` below the 255 bytes of a file name.
    let base = flat.keepingEnd(utf8CountMax: 200)
    let names = [base] + (2...1_000).map { "\($0)-\(base)" }
    return names.first { FileFingerprint(at: directory.appending($0)) == nil }
  }

  private func explanation(_ entry: DirectoryEntry, _ problem: InboxProblem) -> String {
    """
    \(entry.name)
    \(problem.text(in: .english))
    \(problem.text(in: .chinese))

    """
  }
}

extension String {
  /// Its last part, where the extension is.
  fileprivate func keepingEnd(utf8CountMax: Int) -> String {
    var text = self[...]
    while text.utf8.count > utf8CountMax { text = text.dropFirst() }
    return String(text)
  }
}

extension FilePath {
  /// Why it cannot be used as an inbox; `nil` when it can.
  var obstacle: String? {
    do throws(Errno) {
      guard try stat().type == .directory else { return "it is no directory" }
    } catch {
      return error.description
    }
    guard withPlatformString({ access($0, R_OK | W_OK | X_OK) }) == 0 else {
      return Errno(rawValue: errno).description
    }
    return nil
  }

  /// A directory itself, not a link to one that may lie anywhere.
  fileprivate var isOwnDirectory: Bool {
    // What cannot be asked about cannot be used either.
    (try? stat(followTargetSymlink: false).type) == .directory
  }
}
