import Foundation
import Ledger

/// The directory that holds everything of one mall: `xiaopiao.toml`, `store.sqlite`, `inbox/`,
/// `images/` and `identity.key`.
package struct Home: Hashable, Sendable {
  /// Absolute.
  package let path: String

  package var settingsPath: String { path + "/xiaopiao.toml" }
  package var storePath: String { path + "/store.sqlite" }
  package var inboxPath: String { path + "/inbox" }
  package var imagesPath: String { path + "/images" }
  package var identityKeyPath: String { path + "/identity.key" }
  var watchLockPath: String { path + "/watch.lock" }

  /// The home that a command means: the flag, else `XIAOPIAO_HOME`, else the current directory if
  /// it is a home, else `~/.xiaopiao`.
  package static func path(flag: String?, environment: [String: String]) -> String {
    let files = FileManager.default
    let here = files.currentDirectoryPath
    let named = flag ?? environment["XIAOPIAO_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let path: String
    if let named {
      path = NSString(string: named).expandingTildeInPath
    } else if files.fileExists(atPath: here + "/xiaopiao.toml") {
      path = here
    } else {
      path = NSString(string: "~/.xiaopiao").expandingTildeInPath
    }
    return URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: here))
      .standardizedFileURL.path
  }

  /// An existing home.
  package init(at path: String) throws(ClaimingError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: settingsPath) else { throw .notAHome(path: path) }
    guard access(path, W_OK) == 0 else {
      throw .homeUnusable(path: path, why: "cannot be written; make it writable for this user")
    }
  }

  private init(unchecked path: String) { self.path = path }

  /// Makes a home, or completes one that is there already: nothing that exists is changed.
  ///
  /// - Returns: the home, and whether it was made just now.
  package static func made(
    at path: String, settings: Settings
  ) throws(ClaimingError) -> (home: Home, isNew: Bool) {
    let home = Home(unchecked: path)
    let isNew = !FileManager.default.fileExists(atPath: home.settingsPath)
    if PathKind(at: path) == .file {
      throw .homeUnusable(path: path, why: "is a file; name a directory")
    }
    do {
      for directory in [home.path, home.inboxPath, home.imagesPath] {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
      guard access(path, W_OK) == 0 else {
        throw ClaimingError.homeUnusable(
          path: path, why: "cannot be written; make it writable for this user")
      }
      let hasStore = FileManager.default.fileExists(atPath: home.storePath)
      guard isNew || hasStore else { throw home.storeLost }
      // A store whose key is lost must not get a new one: no known purchase would be recognised.
      let key =
        hasStore
        ? try IdentityKey.load(at: home.identityKeyPath)
        : try IdentityKey.loadOrCreate(at: home.identityKeyPath)
      try Ledger(path: home.storePath, identityKey: key).close()
      // The settings come last: a directory that has them is whole.
      if isNew {
        let text = Data(SettingsTemplate.text(of: settings).utf8)
        try text.write(to: URL(fileURLWithPath: home.settingsPath), options: .atomic)
      }
    } catch let error as ClaimingError {
      throw error
    } catch let error as LedgerError {
      throw .storeUnavailable(error.description)
    } catch let error as IdentityKeyFailure {
      throw .storeUnavailable(error.description)
    } catch {
      throw .homeUnusable(path: path, why: "cannot be made: \(error.localizedDescription)")
    }
    return (home, isNew)
  }

  package func settings(environment: [String: String]) throws(ClaimingError) -> Settings {
    try SettingsFile.settings(path: settingsPath, environment: environment)
  }
}
