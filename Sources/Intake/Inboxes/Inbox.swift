package import Foundation
import Receipts
import SystemPackage

/// The directory that photographs are dropped into: `MEMBER_ID/anything.jpg`, or any name with a
/// note beside it (`photo.json` or `photo.jpg.json` for `photo.jpg`).
///
/// The scan is the truth: whatever lies in the inbox and has settled is handed out, however it came
/// there and whether or not anybody told of it. A claim goes this way, and a crash between any two
/// steps is harmless:
///
/// 1. ``scan()`` hands out a candidate. Nothing is stored; after a crash the next scan finds it.
/// 2. The caller reads it (`image(at:limits:)`), makes sure that it read what was handed out
///    (``isUnchanged(_:)``: another member's may lie under the name by now) and has the ledger
///    receive the claim. After a crash the next scan finds the file again, and the ledger knows the
///    claim by its id.
/// 3. ``take(_:into:as:)`` renames the photograph out of the inbox, its bytes safe on the disk
///    before and its new name after. After a crash the ledger has the claim and the photograph is
///    where the claim says.
/// 4. `take` removes the note, unless it is another by now. After a crash before it a stray note is
///    left, which moves to `.refused/` when its photograph does not come; the claim has all that it
///    said.
package actor Inbox {
  private let root: FilePath
  private let settings: InboxSettings
  private let limits: ImageLimits
  private let timeZone: TimeZone
  private let now: @Sendable () -> ContinuousClock.Instant
  private let watch: InboxWatch

  private var settling: Settling<SettlingKey>
  private var handedOut: [FilePath: FileFingerprint] = [:]
  /// What was reported and could not be moved away.
  private var reported: Set<FilePath> = []

  /// A file settles twice: as it is written, and while it waits for the note that says whose it is.
  private enum SettlingKey: Hashable {
    case content(FilePath)
    case place(FilePath)
  }

  /// Throws when the directory is not there or may not be used. `timeZone` is the mall's, for notes
  /// whose time has none.
  package init(
    directory: String, settings: InboxSettings = InboxSettings(),
    limits: ImageLimits = ImageLimits(), timeZone: TimeZone = .current,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock().now }
  ) throws(IntakeError) {
    root = FilePath(directory)
    self.settings = settings
    self.limits = limits
    self.timeZone = timeZone
    self.now = now
    watch = InboxWatch(root: root, settings: settings)
    settling = Settling(settlesAfter: settings.settlesAfter, patience: settings.patience)
    if let why = root.obstacle {
      throw .inboxUnavailable(path: directory, why: why)
    }
  }

  /// Looks at everything in the inbox, and moves what cannot be a claim to `.refused/`. Blocks for
  /// as long as the file system takes.
  package func scan() throws(IntakeError) -> InboxScan {
    let listing = try listing()
    settling.beginScan()
    var scan = InboxScan()
    for arrival in arrivals(among: listing.entries, depthMax: settings.depthMax) {
      settle(arrival, into: &scan)
    }
    settling.endScan()
    forgetAllBut(Set(listing.entries.map(\.path)))
    scan.candidates.sort { ($0.submittedAt, $0.file) < ($1.submittedAt, $1.file) }
    if scan.candidates.count > settings.candidatesMax || listing.isCut {
      scan.candidates = Array(scan.candidates.prefix(settings.candidatesMax))
      scan.wait(settings.settlesAfter)
    }
    for candidate in scan.candidates {
      handedOut[relative(candidate)] = candidate.fingerprint
    }
    watch.lookAgain(after: scan.nextLook)
    return scan
  }

  /// Whether the file is still the one that was handed out. Asked after it was read, it tells
  /// whether the bytes are those of the candidate.
  package nonisolated func isUnchanged(_ candidate: InboxCandidate) -> Bool {
    FileFingerprint(at: FilePath(candidate.path)) == candidate.fingerprint
  }

  /// Moves a received photograph to `directory/name`, by renaming, and removes its note. Throws
  /// when the file is not what was handed out any more, or cannot be moved; it stays where it is
  /// then. Blocks until the disk has it.
  package func take(
    _ candidate: InboxCandidate, into directory: String, as name: String
  ) throws(IntakeError) {
    let path = FilePath(candidate.path)
    let target = FilePath(directory).appending(name)
    guard isUnchanged(candidate) else { throw changed(candidate) }
    // A name that outlives a power cut is worth nothing without the bytes.
    if let failure = synchronize(path) ?? rename(path, to: target) {
      throw .notTaken(file: candidate.file, directory: directory, why: failure.description)
    }
    guard FileFingerprint(at: target) == candidate.fingerprint else {
      // It was replaced between the look and the move.
      moveBack(target, to: path)
      throw changed(candidate)
    }
    // Where that fails, the photograph is in one of the two places after a power cut, and whole.
    _ = synchronize(FilePath(directory))
    removeNote(of: candidate)
    handedOut[relative(candidate)] = nil
  }

  private func changed(_ candidate: InboxCandidate) -> IntakeError {
    handedOut[relative(candidate)] = nil
    return .changedWhileTaken(file: candidate.file)
  }

  /// A note that has changed belongs to a photograph that is still to come.
  private func removeNote(of candidate: InboxCandidate) {
    guard let note = candidate.notePath, let known = candidate.noteFingerprint,
      FileFingerprint(at: FilePath(note)) == known
    else { return }
    remove(FilePath(note))
  }

  /// Lets the next scan hand the candidate out again.
  package func putBack(_ candidate: InboxCandidate) {
    handedOut[relative(candidate)] = nil
    watch.lookAgain(after: settings.settlesAfter)
  }

  /// When to scan: at once, on changes, and when a scan's `nextLook` or the regular rescan is due.
  /// Ends when its reader stops. One reader at a time.
  package nonisolated func wakeUps() -> AsyncStream<InboxWakeUp> { watch.wakeUps() }

  private func listing() throws(IntakeError) -> DirectoryListing {
    do {
      return try DirectoryListing(
        root: root, depthMax: settings.depthMax, entriesMax: settings.entriesMax)
    } catch {
      throw .inboxUnavailable(path: root.string, why: error.description)
    }
  }

  private func forgetAllBut(_ present: Set<FilePath>) {
    handedOut = handedOut.filter { present.contains($0.key) }
    reported.formIntersection(present)
  }

  private func relative(_ candidate: InboxCandidate) -> FilePath { FilePath(candidate.file) }
}

// MARK: - What becomes of an arrival

extension Inbox {
  private func settle(_ arrival: InboxArrival, into scan: inout InboxScan) {
    let entry = arrival.entry
    switch arrival.role {
    case .misplaced(let problem):
      if case .tooDeep = problem {
        report(entry, problem, into: &scan)
      } else if isReady(entry, as: .content(entry.path), into: &scan, isWhole: { true }) {
        refuse(entry, problem, notes: [], into: &scan)
      }
    case .strayNote:
      if isReady(entry, as: .place(entry.path), into: &scan, isWhole: { false }) {
        refuse(entry, .noteWithoutPhoto, notes: [], into: &scan)
      }
    case .photo(let notes, let isShared):
      let path = root.appending(entry.path.components)
      // Asked of all, so that all settle at the same time.
      let areReady =
        [isReady(entry, as: .content(entry.path), into: &scan, isWhole: { isWhole(path) })]
        + notes.map { isReady($0, as: .content($0.path), into: &scan, isWhole: { true }) }
      guard areReady.allSatisfy(\.self), handedOut[entry.path] != entry.fingerprint else { return }
      if isShared {
        refuse(entry, .noteInvalid("it is for two photographs"), notes: notes, into: &scan)
      } else {
        offer(entry, notes, into: &scan)
      }
    }
  }

  /// Hands out a photograph that has settled, with its note, if it is known whose it is.
  private func offer(
    _ entry: DirectoryEntry, _ notes: [DirectoryEntry], into scan: inout InboxScan
  ) {
    let directory = entry.depth == 1 ? entry.path.components.first?.string : nil
    do throws(InboxNote.Failure) {
      let note: InboxNote? = if let entry = notes.first { try self.note(entry) } else { nil }
      // A note that was replaced since it was listed has not settled.
      guard notes.first.map({ isAsListed($0) }) ?? true else {
        scan.wait(settings.settlesAfter)
        return
      }
      switch (directory, note?.memberID) {
      case (let directory?, let member?) where member.rawValue != directory:
        let problem = InboxProblem.memberContradicted(directory: directory, note: member.rawValue)
        refuse(entry, problem, notes: notes, into: &scan)
      case (_, let member?):
        scan.candidates.append(candidate(entry, member, note, notes.first))
      case (let directory?, nil):
        scan.candidates.append(candidate(entry, MemberID(directory), note, notes.first))
      case (nil, nil):
        let problem: InboxProblem =
          notes.isEmpty ? .placeUnknown : .noteInvalid("member_id is missing")
        refuseLate(entry, problem, notes: notes, into: &scan)
      }
    } catch {
      refuseLate(entry, .noteInvalid(error.why), notes: notes, into: &scan)
    }
  }

  /// Refuses when patience is over: the note may still come, or still be written.
  private func refuseLate(
    _ entry: DirectoryEntry, _ problem: InboxProblem, notes: [DirectoryEntry],
    into scan: inout InboxScan
  ) {
    let awaited = notes.first ?? entry
    if isReady(awaited, as: .place(awaited.path), into: &scan, isWhole: { false }) {
      refuse(entry, problem, notes: notes, into: &scan)
    }
  }

  private func candidate(
    _ entry: DirectoryEntry, _ member: MemberID, _ note: InboxNote?, _ noteEntry: DirectoryEntry?
  ) -> InboxCandidate {
    InboxCandidate(
      path: root.appending(entry.path.components).string, file: entry.path.string,
      memberID: member, claimID: note?.claimID, submittedAt: note?.submittedAt ?? entry.arrivedAt,
      notePath: noteEntry.map { root.appending($0.path.components).string },
      noteFingerprint: noteEntry?.fingerprint, fingerprint: entry.fingerprint)
  }

  private func isAsListed(_ entry: DirectoryEntry) -> Bool {
    FileFingerprint(at: root.appending(entry.path.components)) == entry.fingerprint
  }

  private func note(_ entry: DirectoryEntry) throws(InboxNote.Failure) -> InboxNote {
    let json: Data
    do {
      json = try bytes(
        at: root.appending(entry.path.components),
        limits: ImageLimits(bytesMax: settings.noteBytesMax))
    } catch {
      throw InboxNote.Failure(error.message)
    }
    return try InboxNote(json: json, timeZone: timeZone)
  }

  /// Whether the file has settled, or its time is up; if neither, the scan has to be repeated.
  private func isReady(
    _ entry: DirectoryEntry, as key: SettlingKey, into scan: inout InboxScan,
    isWhole: () -> Bool
  ) -> Bool {
    switch settling.state(of: key, entry.fingerprint, at: now(), isWhole: isWhole) {
    case .settled, .outOfPatience: return true
    case .waiting(let duration):
      scan.wait(duration)
      return false
    }
  }

  /// Whether the file is worth taking: it is whole, or it will be refused for another reason.
  private func isWhole(_ path: FilePath) -> Bool {
    do {
      _ = try header(of: bytes(at: path, limits: limits), limits: limits)
      return true
    } catch {
      return error.reason != .imageTruncated && error.reason != .imageEmpty
    }
  }
}

// MARK: - Refusing

extension Inbox {
  private func refuse(
    _ entry: DirectoryEntry, _ problem: InboxProblem, notes: [DirectoryEntry],
    into scan: inout InboxScan
  ) {
    guard !reported.contains(entry.path) else { return }
    let shelf = RefusedShelf(root: root)
    guard let movedTo = shelf.put(entry, problem, notes: notes) else {
      report(entry, problem, into: &scan)
      return
    }
    scan.refusals.append(InboxRefusal(file: entry.name, problem: problem, movedTo: movedTo))
  }

  private func report(
    _ entry: DirectoryEntry, _ problem: InboxProblem, into scan: inout InboxScan
  ) {
    guard reported.insert(entry.path).inserted else { return }
    scan.refusals.append(InboxRefusal(file: entry.name, problem: problem, movedTo: nil))
  }
}

extension InboxScan {
  fileprivate mutating func wait(_ duration: Duration) {
    waitingCount += 1
    nextLook = min(nextLook ?? duration, duration)
  }
}
