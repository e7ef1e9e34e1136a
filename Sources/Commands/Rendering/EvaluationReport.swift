import Claiming
import Foundation
import Receipts

/// The numbers of an evaluation, for a person and for a program.
struct EvaluationReport {
  let evaluation: Evaluation
  /// Whether every picture is shown, or only the wrong credits.
  let hasAll: Bool

  func lines(on terminal: Terminal) -> [String] {
    let all = evaluation.all
    var table = TextTable(
      [.init("set", isFlexible: true)]
        + [
          "images", "counter", "amount", "time", "receipt no", "straight", "credits", "wrong",
          "review", "rejected",
        ].map { .init($0, isNumber: true) })
    table.rows = ([all] + evaluation.groups).map { group in
      [.init(group.name), .init("\(group.images)")]
        + Evaluation.fields.map { .init(Percent.text(group.fields[$0] ?? Share(part: 0, all: 0))) }
        + [
          .init(Percent.text(group.straightThroughShare)), .init("\(group.credits)"),
          .init("\(group.wrongCredits)", group.wrongCredits > 0 ? .red : nil),
          .init("\(group.reviews)"), .init("\(group.rejections)"),
        ]
    }
    var lines = table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    lines += ["", "straight through  \(sentence(all.straightThroughShare)) sales"]
    let bound = all.wrongUpperBound.map { ", at most \(Percent.text($0).trimmed) with 95 %" } ?? ""
    lines.append("wrong credits     \(sentence(all.wrongShare)) credits\(bound)")
    if evaluation.unclaimed > 0 {
      lines.append("not claimed       \(evaluation.unclaimed) pictures of the truth")
    }
    lines += [""] + kinds(on: terminal)
    lines += [""] + calibration(on: terminal)
    let shown = hasAll ? evaluation.scores : evaluation.wrongCredits
    if !shown.isEmpty { lines += [""] + scores(shown, on: terminal) }
    return lines
  }

  private func sentence(_ share: Share) -> String {
    "\(Percent.text(share).trimmed) (\(share.part) of \(share.all))"
  }

  /// What papers of each kind were read as.
  private func kinds(on terminal: Terminal) -> [String] {
    var table = TextTable([
      .init("paper"), .init("images", isNumber: true), .init("told", isNumber: true),
      .init("read as", isFlexible: true),
    ])
    table.rows = evaluation.kindReadings.map { readings in
      [
        .init(readings.kind.rawValue), .init("\(readings.right.all)"),
        .init(Percent.text(readings.right)),
        .init(
          counts(of: readings).map { "\($0.kind.rawValue) \($0.count)" }.joined(separator: ", ")),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  /// The most frequent first.
  private func counts(of readings: Evaluation.KindReadings) -> [(kind: Kind, count: Int)] {
    readings.counts.map { (kind: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue) }
  }

  private func calibration(on terminal: Terminal) -> [String] {
    var table = TextTable(
      [.init("field"), .init("said to be right")]
        + ["fields", "mean said", "is right"].map { .init($0, isNumber: true) })
    table.rows = Reliability(evaluation.scores).bins.map { bin in
      [
        .init(bin.field.rawValue),
        .init("\(Percent.text(bin.lower).trimmed) – \(Percent.text(bin.upper).trimmed)"),
        .init("\(bin.count)"), .init(Percent.text(bin.meanProbability)),
        .init(Percent.text(bin.rightShare)),
      ]
    }
    let reliability = Reliability(evaluation.scores)
    let errors = ([.kind] + Evaluation.fields).compactMap { field in
      reliability.expectedError(of: field).map { "\(field.rawValue) \(Percent.text($0).trimmed)" }
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
      + ["", "expected calibration error  \(errors.joined(separator: ", "))"]
      + [""] + curve(on: terminal)
  }

  /// What other thresholds would do.
  private func curve(on terminal: Terminal) -> [String] {
    var table = TextTable(
      [.init("credited from")]
        + ["straight", "credits", "wrong", "wrong share", "at most (95 %)"].map {
          .init($0, isNumber: true)
        })
    table.rows = DecisionCurve(evaluation.scores).points.map { point in
      [
        .init(Percent.text(point.threshold).trimmed),
        .init(Percent.text(point.straightThrough)), .init("\(point.wrong.all)"),
        .init("\(point.wrong.part)"), .init(Percent.text(point.wrong)),
        .init(point.wrongUpperBound.map { Percent.text($0) } ?? "–"),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  private func scores(_ scores: [ImageScore], on terminal: Terminal) -> [String] {
    var table = TextTable([
      .init("file", isFlexible: true), .init("kind"), .init("decision"),
      .init("wrong", isFlexible: true), .init("read", isFlexible: true),
      .init("truth", isFlexible: true), .init("reasons", isFlexible: true),
    ])
    table.rows = scores.map { score in
      let line = ScoreLine(score: score)
      return [
        .init(score.truth.file), .init(score.truth.kind.rawValue),
        .init(score.decision.rawValue, score.wrongs.isEmpty ? nil : .red),
        .init(line.wrong), .init(line.read), .init(line.true),
        .init(score.reasons.map(\.rawValue).joined(separator: " ")),
      ]
    }
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
  }

  /// The last line with `--format jsonl`.
  var summary: JSON {
    [
      "summary": group(evaluation.all),
      "groups": .array(evaluation.groups.map(group)),
      "unclaimed": .integer(Int64(evaluation.unclaimed)),
      "kinds": .array(
        evaluation.kindReadings.map { readings in
          [
            "truth_kind": .text(readings.kind.rawValue),
            "images": .integer(Int64(readings.right.all)),
            "told": .integer(Int64(readings.right.part)),
            "read_as": .object(
              counts(of: readings).map { .init($0.kind.rawValue, .integer(Int64($0.count))) }),
          ]
        }),
      "calibration_error": .object(
        ([.kind] + Evaluation.fields).map { field in
          .init(
            field.rawValue, number(Reliability(evaluation.scores).expectedError(of: field)))
        }),
      "curve": .array(
        DecisionCurve(evaluation.scores).points.map { point in
          [
            "threshold": .number(point.threshold),
            "straight_through": number(point.straightThrough.value),
            "credits": .integer(Int64(point.wrong.all)),
            "wrong_credits": .integer(Int64(point.wrong.part)),
            "wrong_upper_95": number(point.wrongUpperBound),
          ]
        }),
      "calibration": .array(
        Reliability(evaluation.scores).bins.map { bin in
          [
            "field": .text(bin.field.rawValue), "lower": .number(bin.lower),
            "upper": .number(bin.upper), "count": .integer(Int64(bin.count)),
            "mean_probability": .number(bin.meanProbability),
            "right": .number(bin.rightShare.value ?? 0),
          ]
        }),
    ]
  }

  private func group(_ group: Evaluation.Group) -> JSON {
    .object(
      [
        .init("name", .text(group.name)), .init("images", .integer(Int64(group.images))),
        .init("sales", .integer(Int64(group.sales))),
        .init("straight_through", .integer(Int64(group.straightThrough))),
        .init("straight_through_share", number(group.straightThroughShare.value)),
        .init("credits", .integer(Int64(group.credits))),
        .init("wrong_credits", .integer(Int64(group.wrongCredits))),
        .init("wrong_share", number(group.wrongShare.value)),
        .init("wrong_upper_95", number(group.wrongUpperBound)),
        .init("reviews", .integer(Int64(group.reviews))),
        .init("rejections", .integer(Int64(group.rejections))),
      ]
        + Evaluation.fields.map { field in
          let share = group.fields[field] ?? Share(part: 0, all: 0)
          return .init(
            field.rawValue,
            [
              "right": .integer(Int64(share.part)), "labelled": .integer(Int64(share.all)),
              "share": number(share.value),
            ])
        })
  }

  private func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
}

/// One scored picture.
struct ScoreLine {
  let score: ImageScore

  /// The contract's line of the picture, with its truth and what is wrong.
  ///
  /// - Parameter hasEvidence: whether all candidates follow, with what speaks for and against them.
  func object(of settings: Settings, hasEvidence: Bool = false) -> JSON {
    let truth = score.truth
    var members = ReadingObject(timeZone: settings.mall.timeZone).members(
      file: truth.file, reading: score.reading, purchase: nil)
    members += [
      .init("verdict", .text(score.decision.rawValue)),
      .init("reasons", .reasons(score.reasons)),
      .init("elapsed_ms", .integer(Int64(score.elapsedMilliseconds))),
      .init("truth_kind", .text(truth.kind.rawValue)),
      .init("level", truth.level.map { .integer(Int64($0)) } ?? .null),
      .init("family", .optional(truth.family)),
      .init(
        "right",
        .object(
          Evaluation.fields.map { field in
            .init(field.rawValue, score.fields[field].map { .truth($0) } ?? .null)
          })),
      .init("wrong", .array(score.wrongs.map { .text($0.rawValue) })),
    ]
    if hasEvidence, let reading = score.reading {
      members.append(.init("fields", FieldLines(reading: reading).object))
    }
    return .object(members)
  }

  /// What is wrong with the credit; without a credit, what was read wrong.
  var wrong: String {
    let wrongs = score.wrongs.map(\.rawValue)
    let misread = Evaluation.fields.filter { score.fields[$0] == false }.map(\.rawValue)
    return (wrongs.isEmpty ? misread : wrongs).joined(separator: " ")
  }

  var read: String {
    let reading = score.reading
    let counter = reading?.counter.best?.value
    return text(
      counter?.code?.rawValue ?? counter?.name, reading?.amount.best?.value,
      reading?.time.best?.value, reading?.receiptNumber.best?.value.rawValue)
  }

  var `true`: String {
    let truth = score.truth
    return text(
      truth.counter?.rawValue ?? truth.counterName, truth.amount, truth.time, truth.receiptNumber)
  }

  private func text(
    _ counter: String?, _ amount: Money?, _ time: PrintedTime?, _ number: String?
  ) -> String {
    [counter ?? "–", amount?.decimal ?? "–", time?.short ?? "–", number ?? "–"]
      .joined(separator: " · ")
  }
}
