import Foundation
import GRDB
import Ledger
import Receipts
import Testing

@Suite("The store as a file")
struct StoreTests {
  @Test("a store is opened again with everything that was in it")
  func reopened() async throws {
    let home = try await Home()
    try await home.credit("c1", try Samples.purchase())
    try home.ledger.close()
    let again = try Ledger(path: home.path, identityKey: home.key)
    #expect(try await again.claim(ClaimID("c1"))?.state == .credited)
    #expect(try await again.verify() == [])
  }

  @Test("every commit is synchronous, in WAL mode, with references checked")
  func durable() async throws {
    let home = try await Home()
    #expect(try await home.ledger.durability() == .full)
  }

  @Test(
    "what is no store of ours is refused and left as it was",
    arguments: [
      ("text", "no SQLite database"), ("foreign", "another program"), ("newer", "format 99"),
      ("directory", "no SQLite database"), ("nowhere", "does not exist"),
    ])
  func refused(kind: String, message: String) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "xiaopiao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    var file = directory.appending(path: "store.sqlite")
    switch kind {
    case "text": try Data(repeating: 0x61, count: 5000).write(to: file)
    case "foreign":
      try await DatabaseQueue(path: file.path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    case "newer":
      _ = try Ledger(path: file.path, identityKey: IdentityKey())
      try await DatabaseQueue(path: file.path).writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA user_version = 99")
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    case "directory":
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    default: file = directory.appending(path: "nowhere/store.sqlite")
    }
    let before = try? Data(contentsOf: file)
    let error = try #require(throws: LedgerError.self) {
      try Ledger(path: file.path, identityKey: IdentityKey())
    }
    #expect(error.isStoreUnavailable)
    #expect(error.description.contains(message), "\(error)")
    #expect(error.description.contains(file.path))
    let after = try? Data(contentsOf: file)
    #expect(after == before)
  }

  @Test("a file that cannot be written is named as such")
  func notWritable() async throws {
    // The superuser can write everything.
    guard getuid() != 0 else { return }
    let home = try await Home()
    try home.ledger.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: home.path)
    #expect(throws: LedgerError.store(.notWritable(path: home.path))) {
      try Ledger(path: home.path, identityKey: home.key)
    }
  }

  @Test("a full store says so, stores nothing of the step, and goes on when there is room again")
  func full() async throws {
    var settings = LedgerSettings()
    settings.pagesMax = 100
    let home = try await Home(settings)
    let counters = (0..<20_000).map { Counter(code: CounterCode("X\($0)"), name: "name") }
    await #expect(throws: LedgerError.store(.full(path: home.path))) {
      try await home.ledger.importCounters(counters)
    }
    #expect(try await home.ledger.counters().count == 10)
    try await home.credit("c1", try Samples.purchase())
    try await home.expectClean()
  }

  @Test("a damaged file is told by verify or by what reads it")
  func damaged() async throws {
    let home = try await Home()
    for index in 0..<300 {
      try await home.decide("c\(index)", .review([.amountUncertain]))
    }
    try home.ledger.close()
    let file = try FileHandle(forUpdating: URL(filePath: home.path))
    let size = try file.seekToEnd()
    for page in stride(from: UInt64(8 * 4096), to: size, by: 4096) {
      try file.seek(toOffset: page)
      try file.write(contentsOf: Data(repeating: 0x5A, count: 512))
    }
    try file.close()
    do {
      let again = try Ledger(path: home.path, identityKey: home.key)
      #expect(try await again.verify().contains { $0.invariant == .databaseIntact })
    } catch {
      #expect(error.description.contains("is damaged"))
    }
  }

  @Test("after a failed write to the disk nothing more is written, until the store is opened anew")
  func stopped() async throws {
    let home = try await Home()
    _ = try await home.ledger.receive(Samples.claim("c1"), at: Samples.now)
    let failure = DatabaseError(resultCode: .SQLITE_IOERR_FSYNC)
    let expected = { (error: any Error) -> Bool in
      if case LedgerError.store(.stopped) = error { true } else { false }
    }
    await #expect(
      performing: {
        _ = try await home.ledger.decide(
          ClaimID("c1"), observation: Observation(elapsedMilliseconds: 1), query: Samples.query(),
          at: Samples.now, by: { _ in throw failure })
      }, throws: expected)
    await #expect(
      performing: {
        _ = try await home.ledger.receive(Samples.claim("c2"), at: Samples.now)
      }, throws: expected)
    #expect(try await home.ledger.claim(ClaimID("c1"))?.state == .received)
    let again = try Ledger(path: home.path, identityKey: home.key)
    #expect(try await again.claim(ClaimID("c2")) == nil)
    _ = try await again.receive(Samples.claim("c2"), at: Samples.now)
  }

  @Test("a store that another process holds is told after the wait")
  func locked() async throws {
    var settings = LedgerSettings()
    settings.busyTimeout = .milliseconds(50)
    let home = try await Home(settings)
    let stranger = try home.stranger()
    try await stranger.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
    }
    await #expect(throws: LedgerError.store(.locked(path: home.path))) {
      try await home.ledger.receive(Samples.claim("c1"), at: Samples.now)
    }
    try await stranger.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    _ = try await home.ledger.receive(Samples.claim("c1"), at: Samples.now)
  }
}
