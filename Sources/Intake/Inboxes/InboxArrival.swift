import SystemPackage

/// An entry of the inbox and what it is there for.
struct InboxArrival: Hashable {
  enum Role: Hashable {
    /// The notes that name this photograph; shared when one of them names another as well.
    case photo(notes: [DirectoryEntry], isShared: Bool)
    /// A note whose photograph is not there.
    case strayNote
    case misplaced(InboxProblem)
  }

  var entry: DirectoryEntry
  var role: Role
}

/// What each entry is there for. Notes of photographs that are there come with those.
func arrivals(among entries: [DirectoryEntry], depthMax: Int) -> [InboxArrival] {
  var notes: [FilePath: DirectoryEntry] = [:]
  for entry in entries where entry.isNote { notes[entry.path] = entry }
  let files = entries.filter { $0.kind == .file && !$0.isNote }
  let uses = Dictionary(files.flatMap(\.notePaths).map { ($0, 1) }, uniquingKeysWith: +)
  var found: [InboxArrival] = []
  for entry in entries where !entry.isNote {
    if let problem = entry.problem(depthMax: depthMax) {
      found.append(InboxArrival(entry: entry, role: .misplaced(problem)))
    } else if entry.kind == .file {
      let own = entry.notePaths.compactMap { notes[$0] }
      let isShared = own.contains { uses[$0.path, default: 0] > 1 }
      found.append(InboxArrival(entry: entry, role: .photo(notes: own, isShared: isShared)))
    }
  }
  for (path, note) in notes where uses[path] == nil {
    found.append(InboxArrival(entry: note, role: .strayNote))
  }
  return found
}

extension DirectoryEntry {
  fileprivate var isNote: Bool {
    kind == .file && text != nil && path.extension?.lowercased() == "json"
  }

  /// `photo.jpg.json` and `photo.json` for `photo.jpg`.
  fileprivate var notePaths: [FilePath] {
    var directory = path
    directory.removeLastComponent()
    let name = path.lastComponent.map(\.string) ?? ""
    let stem = path.stem ?? name
    return (stem == name ? [name] : [name, stem]).map { directory.appending("\($0).json") }
  }

  fileprivate func problem(depthMax: Int) -> InboxProblem? {
    switch kind {
    case .other: .notAFile
    case .directory: depth >= depthMax ? .tooDeep(depthMax: depthMax) : nil
    case .file: text == nil ? .nameNotUTF8 : nil
    }
  }
}
