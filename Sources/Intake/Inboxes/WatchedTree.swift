import SystemPackage

/// The directories of an inbox that inotify watches, those made later included. Belongs to one
/// thread.
final class WatchedTree {
  private let root: FilePath
  private let depthMax: Int
  private let directoriesMax: Int
  private let notify: Notifier
  private var watched: [Int32: (path: FilePath, depth: Int)] = [:]
  private var failure: String?

  /// A kernel that cannot watch is no reason not to look.
  private enum Notifier {
    case available(Box)
    case missing
  }

  private final class Box {
    let inotify: INotify

    init(_ inotify: consuming INotify) { self.inotify = inotify }
  }

  init(root: FilePath, depthMax: Int, directoriesMax: Int) {
    self.root = root
    self.depthMax = depthMax
    self.directoriesMax = directoriesMax
    do throws(Errno) {
      notify = .available(Box(try INotify()))
    } catch {
      notify = .missing
      failure = error.description
    }
    add(root, depth: 0)
  }

  /// To be polled; `nil` when nothing can be heard.
  var descriptor: Int32? {
    switch notify {
    case .available(let box): box.inotify.descriptor
    case .missing: nil
    }
  }

  /// What keeps changes from being told of, once.
  func takeFailure() -> String? {
    defer { failure = nil }
    return failure
  }

  /// What the kernel tells, if anything.
  func wakeUp() -> InboxWakeUp? {
    guard case .available(let box) = notify else { return nil }
    let events = box.inotify.events()
    for event in events { follow(event) }
    if events.contains(where: \.isOverflow) { return .overflowed }
    return events.isEmpty ? nil : .changed
  }

  private func follow(_ event: INotify.Event) {
    if event.isOverflow {
      // Directories may have been among what was lost.
      add(root, depth: 0)
    } else if event.isWatchGone {
      watched[event.watch] = nil
    } else if event.isDirectoryAdded, let parent = watched[event.watch], let name = event.name {
      add(parent.path.appending(name), depth: parent.depth + 1)
    }
  }

  /// Watches a directory and those in it. First the watch, then the look inside, so that nothing
  /// that is made in between is missed.
  private func add(_ directory: FilePath, depth: Int) {
    guard case .available(let box) = notify, depth <= depthMax else { return }
    guard directory.lastComponent?.string.hasPrefix(".") != true || depth == 0 else { return }
    guard watched.count < directoriesMax else {
      failure = failure ?? "more than \(directoriesMax) directories"
      return
    }
    do throws(Errno) {
      // The inbox itself may be named through a link.
      let watch = try box.inotify.watch(depth == 0 ? directory.appending(".") : directory)
      watched[watch] = (directory, depth)
    } catch .noSuchFileOrDirectory, .notDirectory {
      return
    } catch {
      failure = failure ?? error.description
      return
    }
    guard depth < depthMax,
      let listing = try? DirectoryListing(root: directory, depthMax: 0, entriesMax: directoriesMax)
    else { return }
    for entry in listing.entries where entry.kind == .directory {
      add(directory.appending(entry.path.components), depth: depth + 1)
    }
  }
}
