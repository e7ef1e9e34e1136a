import Foundation
import GRDB
import Ledger
import Receipts
import Testing

/// A temporary home with a store, ten counters, five members and rules; removed at the end.
final class Home: Sendable {
  let directory: URL
  let key = IdentityKey()
  let ledger: Ledger

  var path: String { directory.appending(path: "store.sqlite").path }

  init(_ settings: LedgerSettings = .init()) async throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "xiaopiao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    ledger = try Ledger(
      path: directory.appending(path: "store.sqlite").path, identityKey: key, settings: settings)
    _ = try await ledger.importCounters(
      (0..<10).map { Counter(code: CounterCode("C\($0)"), name: "专柜\($0)", category: "餐饮") })
    _ = try await ledger.importMembers(
      (0..<5).map { Member(id: MemberID("M\($0)"), tier: $0 == 0 ? Tier("gold") : nil) })
    _ = try await ledger.applyRules(toml: "# the first", at: Samples.now)
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// A connection beside the ledger's, as a stranger with `sqlite3` has it.
  func stranger() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Hands in a claim and decides it.
  @discardableResult
  func decide(
    _ id: String, member: String = "M1", image: String? = nil, _ outcome: Decision.Outcome
  ) async throws -> ClaimRecord {
    _ = try await ledger.receive(
      Samples.claim(id, member: member, image: image), at: Samples.now)
    return try await ledger.decide(
      ClaimID(id), observation: Observation(elapsedMilliseconds: 400), query: Samples.query(),
      at: Samples.now, by: { _ in Decision(outcome) })
  }

  /// Hands in a claim and credits it, unless a constraint is against it.
  @discardableResult
  func credit(
    _ id: String, member: String = "M1", image: String? = nil, _ purchase: Purchase,
    points: Int64 = 100, grants: [CampaignGrant] = []
  ) async throws -> ClaimRecord {
    try await decide(
      id, member: member, image: image,
      .credit(purchase, Accrued(points: Points(points), rulesVersion: 1, grants: grants)))
  }

  func balance(_ member: String) async throws -> Int64 {
    try #require(try await ledger.statement(of: MemberID(member))).balance.value
  }

  /// Nothing is wrong with the store.
  func expectClean(_ comment: Comment? = nil, at location: SourceLocation = #_sourceLocation)
    async throws
  {
    let violations = try await ledger.verify()
    #expect(violations == [], comment, sourceLocation: location)
  }
}

enum Samples {
  /// 2026-11-21 00:00 UTC.
  static let now = Date(timeIntervalSince1970: 1_795_219_200)

  static func digest(_ text: String) -> ImageDigest {
    let hexadecimal = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return ImageDigest(String((hexadecimal + String(repeating: "0", count: 64)).prefix(64)))
  }

  /// With a picture of its own, unless one is named.
  static func claim(
    _ id: String, member: String = "M1", image: String? = nil, submittedAt: Date = now
  ) -> Claim {
    Claim(
      id: ClaimID(id), memberID: MemberID(member), file: "\(id).jpg",
      imageDigest: image == "" ? ImageDigest("") : digest(image ?? id), submittedAt: submittedAt)
  }

  static func query(_ purchase: Purchase? = nil) -> HistoryQuery {
    HistoryQuery(purchase: purchase, submissionDay: now..<now.addingTimeInterval(86_400))
  }

  /// 100.00 CNY at a counter.
  static func purchase(
    counter: String = "C1", amount: String = "100.00", at time: String = "2026-11-20T12:37",
    number: String? = nil
  ) throws -> Purchase {
    Purchase(
      counter: CounterCode(counter),
      amount: try #require(Money(decimal: amount, currency: .cny)),
      time: try #require(PrintedTime(iso: time)), receiptNumber: number.map { ReceiptNumber($0) })
  }

  static func accrued(_ points: Int64 = 100) -> Accrued {
    Accrued(points: Points(points), rulesVersion: 1)
  }

  static let reviewer = Review(reviewer: "li")
}

/// A small generator whose seed is all its state (SplitMix64, Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The seed of `XIAOPIAO_SEED`, or a new one; printed, so that a failure can be replayed.
  static func seed(of test: String) -> UInt64 {
    let seed =
      ProcessInfo.processInfo.environment["XIAOPIAO_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0...UInt64.max)
    print("seed of \(test): \(seed)")
    return seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
