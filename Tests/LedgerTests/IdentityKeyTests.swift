import Foundation
import Ledger
import Testing

@Suite("The identity key of a home")
struct IdentityKeyTests {
  private static func temporary() throws -> URL {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "xiaopiao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    return directory
  }

  @Test("a key is made once, for its owner alone, and read again")
  func made() throws {
    let directory = try Self.temporary()
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appending(path: "identity.key").path
    let key = try IdentityKey.loadOrCreate(at: path)
    #expect(try IdentityKey.loadOrCreate(at: path).key == key.key)
    #expect(try IdentityKey.load(at: path).key == key.key)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
    #expect(key.key != IdentityKey().key)
  }

  @Test("many that make it at once get the same key")
  func madeAtOnce() async throws {
    let directory = try Self.temporary()
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appending(path: "identity.key").path
    let keys = try await withThrowingTaskGroup(of: IdentityKey.self) { group in
      for _ in 0..<16 { group.addTask { try IdentityKey.loadOrCreate(at: path) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(keys.allSatisfy { $0.key == keys[0].key })
  }

  @Test(
    "a file that is no key is refused",
    arguments: [
      "", "secret\n", String(repeating: "a", count: 63), String(repeating: "g", count: 64),
      String(repeating: "a", count: 65), String(repeating: "a", count: 64) + "\n\n",
    ])
  func malformed(text: String) throws {
    let directory = try Self.temporary()
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appending(path: "identity.key").path
    _ = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    #expect(throws: IdentityKeyFailure.malformed(path: path)) { try IdentityKey.load(at: path) }
    #expect(throws: IdentityKeyFailure.malformed(path: path)) {
      try IdentityKey.loadOrCreate(at: path)
    }
  }

  @Test("a key that others can read is refused, and one that is missing is named")
  func exposed() throws {
    let directory = try Self.temporary()
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appending(path: "identity.key").path
    #expect(throws: IdentityKeyFailure.missing(path: path)) { try IdentityKey.load(at: path) }
    _ = try IdentityKey.loadOrCreate(at: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: IdentityKeyFailure.exposed(path: path, mode: 0o644)) {
      try IdentityKey.load(at: path)
    }
  }

  @Test("a store is not opened with another key: it would find no duplicate")
  func anotherKey() async throws {
    let home = try await Home()
    #expect(throws: LedgerError.key(.ofAnotherStore(path: home.path))) {
      try Ledger(path: home.path, identityKey: IdentityKey())
    }
    #expect(throws: Never.self) { try Ledger(path: home.path, identityKey: home.key) }
  }
}
