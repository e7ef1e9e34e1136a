import struct Foundation.Date
import GRDB
import Receipts

/// Where a claim ends up, written to its row and to the record of decisions.
struct Settlement {
  var state: ClaimState
  var reasons: [Reason] = []
  var signals: [Signal] = []
  var accrued: Accrued?
  /// The counter that statistics count the claim under.
  var counter: CounterCode?
  var duplicateOf: ClaimID?
  /// Whether the same picture may be claimed again; a rejected claim holds none in any case.
  var releasesImage = false

  /// Writes it. `review` is `nil` where no person decided, `observation` where nothing new was
  /// seen.
  func store(
    for id: ClaimID, review: Review?, observation: StoredObservation?, at now: Date, in db: Database
  ) throws -> ClaimRecord {
    if let observation { try observation.store(for: id, in: db) }
    let decider = Columns.decider(review.map { .reviewer($0.reviewer) } ?? .system)
    try db.execute(
      sql: """
        UPDATE claim SET state = :state, reasons = :reasons, decided_at = :now,
          signals = CASE WHEN :signals = '[]' THEN signals ELSE :signals END,
          decider = :decider, reviewer = :reviewer, duplicate_of = :duplicate_of,
          counter_code = coalesce(:counter, counter_code),
          points = coalesce(:points, points), rules_version = coalesce(:rules, rules_version),
          holds_image = CASE WHEN :releases THEN 0 ELSE holds_image END
        WHERE id = :id
        """,
      arguments: [
        "state": state.rawValue, "reasons": try Columns.json(reasons),
        "now": Columns.instant(now), "signals": try Columns.json(signals),
        "decider": decider.kind, "reviewer": decider.reviewer,
        "duplicate_of": duplicateOf?.rawValue, "counter": counter?.rawValue,
        "points": accrued?.points.value, "rules": accrued?.rulesVersion,
        "releases": releasesImage || state == .rejected, "id": id.rawValue,
      ])
    try recordDecision(for: id, review: review, at: now, in: db)
    return try ClaimRecord.existing(id, in: db)
  }

  private func recordDecision(for id: ClaimID, review: Review?, at now: Date, in db: Database)
    throws
  {
    let decider = Columns.decider(review.map { .reviewer($0.reviewer) } ?? .system)
    let fields = (review?.fields ?? [:]).map { ($0.key.rawValue, $0.value) }
    try db.execute(
      sql: """
        INSERT INTO decision (claim_id, decided_at, decider, reviewer, state, reasons, fields, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id.rawValue, Columns.instant(now), decider.kind, decider.reviewer, state.rawValue,
        try Columns.json(reasons), try Columns.json(Dictionary(uniqueKeysWithValues: fields)),
        review?.note,
      ])
  }
}

/// An observation spelt as the store keeps it. A page is some hundred kilobytes of JSON: it is
/// spelt before the write lock is taken.
struct StoredObservation: Sendable {
  private let reading: String?
  private let page: String?
  private let readers: String
  private let counter: String?
  private let layoutVersion: Int?
  private let elapsedMilliseconds: Int

  init(_ observation: Observation) throws {
    reading = try observation.reading.map { try Columns.json($0) }
    page = try observation.page.map { try Columns.json($0) }
    readers = try Columns.json(observation.page?.readers ?? [])
    counter = observation.reading?.counter.best?.value.code?.rawValue
    layoutVersion = observation.layoutVersion
    elapsedMilliseconds = observation.elapsedMilliseconds
  }

  fileprivate func store(for id: ClaimID, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE claim SET reading = ?, readers = ?, layout_version = ?, counter_code = ?,
          elapsed_ms = ?
        WHERE id = ?
        """,
      arguments: [reading, readers, layoutVersion, counter, elapsedMilliseconds, id.rawValue])
    guard let page else { return }
    try db.execute(
      sql: """
        INSERT INTO claim_page (claim_id, page) VALUES (?, ?)
        ON CONFLICT (claim_id) DO UPDATE SET page = excluded.page
        """,
      arguments: [id.rawValue, page])
  }
}
