import Foundation
import GRDB
import Ledger
import Receipts
import Synchronization
import Testing

/// Random lives of a ledger. Few purchases, members and pictures, so that they collide often.
@Suite("Whatever happens, the ledger holds")
struct PropertyTests {
  /// One thing that somebody does.
  enum Action: Sendable {
    case credit(
      claim: Int, member: Int, image: Int, purchase: Purchase, points: Int64, grant: Int64)
    case review(claim: Int, member: Int, image: Int)
    case approve(claim: Int, purchase: Purchase, confirmsDistinct: Bool)
    case reject(claim: Int)
    case reverse(claim: Int, releases: Bool)

    static func random(using generator: inout SeededGenerator) throws -> Action {
      let claim = Int.random(in: 0..<60, using: &generator)
      let number = Int.random(in: 0..<6, using: &generator)
      let purchase = try Samples.purchase(
        counter: "C\(Int.random(in: 0..<3, using: &generator))",
        amount: "\(Int.random(in: 1...2, using: &generator))00.00",
        at: "2026-11-20T12:0\(Int.random(in: 0..<3, using: &generator))",
        number: number < 3 ? nil : "N\(number)")
      let points = Int64.random(in: 1...500, using: &generator)
      // A claim of one number has one member and one picture, as a caller's retry has.
      let member = claim % 6
      let image = claim % 40
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<5:
        return .credit(
          claim: claim, member: member, image: image, purchase: purchase, points: points,
          grant: Int64.random(in: 0...points, using: &generator))
      case 5: return .review(claim: claim, member: member, image: image)
      case 6, 7:
        return .approve(
          claim: claim, purchase: purchase, confirmsDistinct: .random(using: &generator))
      case 8: return .reject(claim: claim)
      default: return .reverse(claim: claim, releases: .random(using: &generator))
      }
    }
  }

  /// Does it; what the ledger refuses is part of life.
  private static func perform(_ action: Action, in home: Home) async throws {
    let ledger = home.ledger
    do {
      switch action {
      case .credit(let claim, let member, let image, let purchase, let points, let grant):
        try await home.credit(
          "c\(claim)", member: "M\(member)", image: "i\(image)", purchase, points: points,
          grants: grant == 0 ? [] : [CampaignGrant(campaign: "a", points: Points(grant))])
      case .review(let claim, let member, let image):
        try await home.decide(
          "c\(claim)", member: "M\(member)", image: "i\(image)", .review([.amountUncertain]))
      case .approve(let claim, let purchase, let confirms):
        _ = try await ledger.approve(
          ClaimID("c\(claim)"), review: Review(reviewer: "li", confirmsDistinct: confirms),
          query: Samples.query(purchase), at: Samples.now,
          by: { _ in Decision(.credit(purchase, Samples.accrued())) })
      case .reject(let claim):
        _ = try await ledger.reject(
          ClaimID("c\(claim)"), review: Samples.reviewer, at: Samples.now)
      case .reverse(let claim, let releases):
        _ = try await ledger.reverse(
          ClaimID("c\(claim)"), review: Samples.reviewer, releasesPurchase: releases,
          at: Samples.now)
      }
    } catch let error as LedgerError {
      switch error {
      case .claimUnknown, .claimNotInReview, .claimNotCredited, .claimAlreadyReversed: break
      case .store, .key, .claimDiffers, .decisionInvalid, .decisionFailed, .repeated: throw error
      }
    }
  }

  /// Holds what the ledger says of itself against a count made here, from its records alone.
  private static func check(_ home: Home, _ comment: Comment) async throws {
    try await home.expectClean(comment)
    let claims = try await home.ledger.claims(in: Set(ClaimState.allCases), limit: 1000)
    var balances: [MemberID: Points] = [:]
    var numbers: [PurchaseIdentity: Int] = [:]
    var moments: [PurchaseIdentity: [Purchase]] = [:]
    for record in claims where record.state == .credited {
      let purchase = try #require(record.purchase)
      balances[record.claim.memberID, default: .zero] += try #require(record.accrued).points
      if let identity = purchase.numberIdentity { numbers[identity, default: 0] += 1 }
      moments[purchase.momentIdentity, default: []].append(purchase)
    }
    // Those whose credits were all reversed have nothing, or no balance at all.
    let stored = try await home.ledger.balances().filter { $0.value != .zero }
    #expect(stored == balances, comment)
    #expect(numbers.values.allSatisfy { $0 == 1 }, comment)
    for purchases in moments.values where purchases.count > 1 {
      // Only by a reviewer's word, and each but the first with a number of its own.
      #expect(purchases.filter { $0.numberIdentity == nil }.count <= 1, comment)
    }
    #expect(!claims.contains { $0.state == .received }, comment)
  }

  @Test("sums are zero, balances are rebuilt and no purchase is credited twice, one by one")
  func sequences() async throws {
    let seed = SeededGenerator.seed(of: "the ledger's sequences")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<6 {
      let home = try await Home()
      var decided: [ClaimID: ClaimRecord] = [:]
      for _ in 0..<150 {
        let action = try Action.random(using: &generator)
        try await Self.perform(action, in: home)
        if case .credit(let claim, _, _, _, _, _) = action {
          let record = try #require(try await home.ledger.claim(ClaimID("c\(claim)")))
          // A credit or a rejection stays what it was, however often it is asked for again.
          if let before = decided[record.id], before.state == .rejected {
            #expect(record == before, "seed \(seed), round \(round)")
          }
          decided[record.id] = record
        }
      }
      try await Self.check(home, "seed \(seed), round \(round)")
    }
  }

  @Test("and just so when everybody acts at once")
  func concurrent() async throws {
    let seed = SeededGenerator.seed(of: "the ledger at once")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<4 {
      let home = try await Home()
      let actions = try (0..<200).map { _ in try Action.random(using: &generator) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for action in actions { group.addTask { try await Self.perform(action, in: home) } }
        try await group.waitForAll()
      }
      try await Self.check(home, "seed \(seed), round \(round)")
    }
  }

  @Test("one purchase claimed by many at once is credited to one of them")
  func race() async throws {
    let home = try await Home()
    let purchase = try Samples.purchase(number: "A-1")
    let states = try await withThrowingTaskGroup(of: ClaimState.self) { group in
      for index in 0..<64 {
        group.addTask {
          try await home.credit("c\(index)", member: "M\(index % 5)", purchase).state
        }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(states == [.credited: 1, .rejected: 63])
    try await home.expectClean()
  }

  @Test("one claim decided by many at once is credited once, and all are told the same")
  func sameClaim() async throws {
    let home = try await Home()
    let records = try await withThrowingTaskGroup(of: ClaimRecord.self) { group in
      for index in 0..<32 {
        let purchase = try Samples.purchase(at: "2026-11-20T12:\(10 + index)")
        group.addTask { try await home.credit("c1", purchase) }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(records.count == 1)
    #expect(try await home.balance("M1") == 100)
    try await home.expectClean()
  }

  @Test("two processes that credit the same purchase agree on one")
  func processes() async throws {
    let home = try await Home()
    let other = try Ledger(path: home.path, identityKey: home.key)
    let states = try await withThrowingTaskGroup(of: ClaimState.self) { group in
      for (index, ledger) in [home.ledger, other].enumerated() {
        for minute in 0..<20 {
          let purchase = try Samples.purchase(at: "2026-11-20T12:\(10 + minute)")
          let claim = Samples.claim("c\(index)-\(minute)")
          group.addTask {
            _ = try await ledger.receive(claim, at: Samples.now)
            return try await ledger.decide(
              claim.id, observation: Observation(elapsedMilliseconds: 1),
              query: Samples.query(purchase), at: Samples.now,
              by: { _ in Decision(.credit(purchase, Samples.accrued())) }
            ).state
          }
        }
      }
      return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(states == [.credited: 20, .rejected: 20])
    try await home.expectClean()
  }

  @Test("the files as a crash leaves them at any moment open to a clean ledger")
  func crash() async throws {
    let home = try await Home()
    let copies = home.directory.appending(path: "copies")
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
    var credited = 0
    for index in 0..<12 {
      // In the middle of a transaction, after its first statements: what the disk holds is what a
      // crash would leave.
      _ = try await home.ledger.receive(Samples.claim("c\(index)"), at: Samples.now)
      let purchase = try Samples.purchase(at: "2026-11-20T12:\(10 + index)")
      let files = (from: home.path, to: copies.appending(path: "\(index).sqlite").path)
      _ = try await home.ledger.decide(
        ClaimID("c\(index)"), observation: Observation(elapsedMilliseconds: 1),
        query: Samples.query(purchase), at: Samples.now
      ) { _ in
        for suffix in ["", "-wal"] {
          try FileManager.default.copyItem(
            atPath: files.from + suffix, toPath: files.to + suffix)
        }
        return Decision(.credit(purchase, Samples.accrued()))
      }
      let copy = try Ledger(path: files.to, identityKey: home.key)
      #expect(try await copy.verify() == [])
      let balance = try await copy.statement(of: MemberID("M1"))?.balance
      #expect(balance == Points(Int64(100 * credited)))
      #expect(try await copy.claim(ClaimID("c\(index)"))?.state == .received)
      try copy.close()
      credited += 1
    }
  }

  @Test("a log that is torn anywhere loses whole commits from its end, and nothing else")
  func tornLog() async throws {
    let seed = SeededGenerator.seed(of: "the torn log")
    var generator = SeededGenerator(seed: seed)
    let home = try await Home()
    for index in 0..<10 {
      try await home.credit("c\(index)", try Samples.purchase(at: "2026-11-20T12:\(10 + index)"))
    }
    let log = try Data(contentsOf: URL(filePath: home.path + "-wal"))
    let store = try Data(contentsOf: URL(filePath: home.path))
    for round in 0..<20 {
      let torn = home.directory.appending(path: "torn-\(round).sqlite").path
      let length = Int.random(in: 0...log.count, using: &generator)
      try store.write(to: URL(filePath: torn))
      try log.prefix(length).write(to: URL(filePath: torn + "-wal"))
      let ledger: Ledger
      do {
        ledger = try Ledger(path: torn, identityKey: home.key)
      } catch {
        Issue.record("seed \(seed), length \(length) of \(log.count): \(error)")
        continue
      }
      #expect(try await ledger.verify() == [], "seed \(seed), length \(length)")
      let credits = try await ledger.claims(in: [.credited], limit: 100).count
      let balance = try await ledger.balances()[MemberID("M1")] ?? .zero
      #expect(balance == Points(Int64(100 * credits)), "seed \(seed), length \(length)")
      try ledger.close()
    }
  }
}
