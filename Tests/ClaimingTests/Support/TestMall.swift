import Foundation
import Intake
import Ledger
import Logging
import Receipts
import Recognition
import Synchronization
import TestSupport

@testable import Claiming

/// A home with two counters, two members and one point a yuan, and a reader whose pages a test
/// says: the picture of seed n shows receipt n.
final class TestMall: Sendable {
  let directory: TemporaryDirectory
  let home: Home
  let ledger: Ledger
  let settings: Settings
  /// What the reader fails with, by file, once for each in the list.
  private let failures = Mutex<[String: [RecognitionFailure]]>([:])
  /// How often the reader was asked.
  private let reads = Mutex(0)
  /// What receipt n says, where it is not ``reading(number:)``.
  private let readings = Mutex<[Int: Reading]>([:])

  static let now = Date(timeIntervalSince1970: 1_795_230_000)  // 2026-11-21 11:00 in Shanghai

  init(hasRules: Bool = true, settings: Settings = Settings()) async throws {
    directory = try TemporaryDirectory()
    self.settings = settings
    home = try Home.made(at: directory.path + "/home", settings: settings).home
    ledger = try home.ledger()
    _ = try await ledger.importCounters([
      Counter(code: CounterCode("A1"), name: "本汕"),
      Counter(code: CounterCode("A2"), name: "海底捞"),
    ])
    _ = try await ledger.importMembers([Member(id: MemberID("M1")), Member(id: MemberID("M2"))])
    if hasRules {
      _ = try await ledger.applyRules(
        toml: RulesFile.example(currency: .cny), at: Self.now)
    }
  }

  func fail(_ file: String, with failures: RecognitionFailure...) {
    self.failures.withLock { $0[file] = failures }
  }

  func show(_ reading: Reading, on number: Int) { readings.withLock { $0[number] = reading } }

  var readCount: Int { reads.withLock { $0 } }

  /// A certain sale of 100 + number yuan.
  static func reading(number: Int, probability: Double = 0.9999) -> Reading {
    let time = PrintedTime(iso: "2026-11-20T12:\(10 + number % 50):00")
    return Reading(
      kind: Field([Candidate(value: .sale, probability: probability)]),
      counter: Field([
        Candidate(
          value: CounterMatch(code: CounterCode("A1"), name: "本汕"), probability: probability)
      ]),
      amount: Field([
        Candidate(
          value: Money(minorUnits: Int64(100 + number) * 100, currency: .cny),
          probability: probability)
      ]),
      time: Field(time.map { [Candidate(value: $0, probability: probability)] } ?? []),
      receiptNumber: Field([
        Candidate(value: ReceiptNumber("NO-\(7_000 + number * 37)"), probability: probability)
      ]))
  }

  /// The picture of receipt n, as a file to be claimed.
  func picture(_ number: Int, name: String? = nil, variant: UInt8 = 0) throws -> String {
    let name = name ?? "r\(number).png"
    try directory.write(
      Picture.png(seed: UInt8(number), sidePixels: 64 + Int(variant)), to: "photos/" + name)
    return name
  }

  func pipeline(workers: Int = 2, now: Date = TestMall.now) -> ClaimingPipeline {
    let source = PageSource(workers: workers) { [self] image, file, _ in
      reads.withLock { $0 += 1 }
      let failure = failures.withLock { failures -> RecognitionFailure? in
        guard failures[file]?.isEmpty == false else { return nil }
        return failures[file]?.removeFirst()
      }
      if let failure { return .failure(failure) }
      // The seed stands in the second pixel of the first row, after signature, header and filter.
      let seed = Int(image.bytes[8 + 25 + 8 + 2 + 5 + 1])
      return .success(ReadPage(Page(width: seed, height: 1, lines: [], readers: ["test"])))
    }
    return ClaimingPipeline(
      home: home, ledger: ledger, settings: settings, source: source,
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
      now: { now },
      reading: { [self] page in
        readings.withLock { $0[page.width] } ?? Self.reading(number: page.width)
      })
  }

  @discardableResult
  func claim(_ rows: [ClaimRow], pipeline: ClaimingPipeline? = nil) async throws -> [ClaimOutcome] {
    let outcomes = Mutex<[ClaimOutcome]>([])
    try await (pipeline ?? self.pipeline()).run(rows, directory: directory.path + "/photos") {
      outcome in outcomes.withLock { $0.append(outcome) }
    }
    return outcomes.withLock { $0 }
  }

  func row(
    _ file: String, _ member: String = "M1", id: String? = nil, occurrence: Int = 0
  ) -> ClaimRow {
    ClaimRow(
      file: file, memberID: MemberID(member), submittedAt: Self.now,
      claimID: id.map { ClaimID($0) }, occurrence: occurrence)
  }

  func balance(of member: String) async throws -> Points {
    try await ledger.statement(of: MemberID(member))?.balance ?? .zero
  }
}
