import Foundation
import TestSupport
import Testing

@testable import Claiming

@Suite("The lock of those who watch")
struct WatchLockTests {
  private func made(_ name: String, in directory: TemporaryDirectory) throws -> Home {
    try Home.made(at: directory.path + "/" + name, settings: Settings()).home
  }

  @Test("a home is watched once at a time; the second is told by whom, and may when the first ends")
  func once() throws {
    let directory = try TemporaryDirectory()
    let home = try made("home", in: directory)
    let lock = try WatchLock(of: home)
    let error = try #require(throws: ClaimingError.self) { _ = try WatchLock(of: home) }
    let number = ProcessInfo.processInfo.processIdentifier
    #expect(
      error.message
        == "the home \(home.path) is watched already, by process \(number); stop that one first")
    lock.release()
    let next = try WatchLock(of: home)
    next.release()
  }

  @Test("two homes are watched at the same time")
  func apart() throws {
    let directory = try TemporaryDirectory()
    let first = try WatchLock(of: made("a", in: directory))
    let second = try WatchLock(of: made("b", in: directory))
    first.release()
    second.release()
  }

  @Test("a lock file that is a link is not followed")
  func link() throws {
    let directory = try TemporaryDirectory()
    let home = try made("home", in: directory)
    let other = try directory.write("precious", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: home.watchLockPath, withDestinationPath: other)
    let error = try #require(throws: ClaimingError.self) { _ = try WatchLock(of: home) }
    #expect(error.message.contains("cannot be locked"), "\(error.message)")
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "precious")
  }
}
