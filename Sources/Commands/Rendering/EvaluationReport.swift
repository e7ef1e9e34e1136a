import Claiming
import Foundation
import Receipts

/// The numbers of an evaluation, for a person and for a program.
struct EvaluationReport {
  let evaluation: Evaluation
  /// Whether every picture is shown, or only the wrong credits.
  let hasAll: Bool
  let language: Language

  func lines(on terminal: Terminal) -> [String] {
    let all = evaluation.all
    let counted = [
      language("images", "照片"), language("counter", "专柜"), language("amount", "金额"),
      language("time", "时间"), language("receipt no", "小票号"), language("straight", "直通率"),
      language("credits", "入账"), language("wrong", "误入账"), language("review", "待审核"),
      language("rejected", "已拒绝"),
    ]
    var table = TextTable(
      [.init(language("set", "数据"), isFlexible: true)] + counted.map { .init($0, isNumber: true) })
    table.rows = ([all] + evaluation.groups).map { group in
      [.init(name(of: group)), .init("\(group.images)")]
        + Evaluation.fields.map { .init(Percent.text(group.fields[$0] ?? Share(part: 0, all: 0))) }
        + [
          .init(Percent.text(group.straightThroughShare)), .init("\(group.credits)"),
          .init("\(group.wrongCredits)", group.wrongCredits > 0 ? .red : nil),
          .init("\(group.reviews)"), .init("\(group.rejections)"),
        ]
    }
    var lines = table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
    lines += [
      "",
      label("straight through", "直通率") + sentence(all.straightThroughShare, of: "sales", "笔消费"),
    ]
    var wrong = sentence(all.wrongShare, of: "credits", "笔入账")
    if let bound = all.wrongUpperBound {
      let percent = Percent.text(bound).trimmed
      wrong += language(", at most \(percent) with 95 %", "，95 % 置信上限 \(percent)")
    }
    lines.append(label("wrong credits", "误入账率") + wrong)
    if evaluation.unclaimed > 0 {
      let count = evaluation.unclaimed
      lines.append(
        label("not claimed", "未申请") + language("\(count) pictures of the truth", "\(count) 张照片"))
    }
    lines += [""] + kinds(on: terminal)
    lines += [""] + calibration(on: terminal)
    let shown = hasAll ? evaluation.scores : evaluation.wrongCredits
    if !shown.isEmpty { lines += [""] + scores(shown, on: terminal) }
    return lines
  }

  private func label(_ english: String, _ chinese: String) -> String {
    language.label(english, chinese, cells: 18)
  }

  /// Levels, kinds and families of the truth; families have names of their own.
  private func name(of group: Evaluation.Group) -> String {
    if group.name == evaluation.all.name { return language(group.name, "全部") }
    if let kind = Truth.Kind(rawValue: group.name) { return language.word(kind) }
    return language(group.name, group.name.replacingOccurrences(of: "level ", with: "等级 "))
  }

  private func sentence(_ share: Share, of english: String, _ chinese: String) -> String {
    let (value, part, all) = (Percent.text(share).trimmed, share.part, share.all)
    return language(
      "\(value) (\(part) of \(all)) \(english)", "\(value)（\(all) \(chinese)中 \(part) 笔）")
  }

  /// What papers of each kind were read as.
  private func kinds(on terminal: Terminal) -> [String] {
    var table = TextTable([
      .init(language("paper", "单据")), .init(language("images", "照片"), isNumber: true),
      .init(language("told", "认对"), isNumber: true),
      .init(language("read as", "识别为"), isFlexible: true),
    ])
    table.rows = evaluation.kindReadings.map { readings in
      [
        .init(language.word(readings.kind)), .init("\(readings.right.all)"),
        .init(Percent.text(readings.right)),
        .init(
          counts(of: readings).map { "\(language.word($0.kind)) \($0.count)" }
            .joined(separator: ", ")),
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
    let counted = [
      language("fields", "字段数"), language("mean said", "平均概率"), language("is right", "实际正确"),
    ]
    var table = TextTable(
      [.init(language("field", "字段")), .init(language("said to be right", "预计正确"))]
        + counted.map { .init($0, isNumber: true) })
    table.rows = Reliability(evaluation.scores).bins.map { bin in
      [
        .init(language.word(bin.field)),
        .init("\(Percent.text(bin.lower).trimmed) – \(Percent.text(bin.upper).trimmed)"),
        .init("\(bin.count)"), .init(Percent.text(bin.meanProbability)),
        .init(Percent.text(bin.rightShare)),
      ]
    }
    let reliability = Reliability(evaluation.scores)
    let errors = ([.kind] + Evaluation.fields).compactMap { field in
      reliability.expectedError(of: field).map { error in
        let chance = Percent.text(reliability.errorByChance(of: field) ?? 0).trimmed
        return "\(language.word(field)) \(Percent.text(error).trimmed)"
          + language(" (\(chance) by chance)", "（仅因偶然 \(chance)）")
      }
    }
    let error = language("expected calibration error  ", "期望校准误差  ")
    return table.lines(columns: terminal.columns, hasColour: terminal.hasColour)
      + ["", error + errors.joined(separator: ", ")]
      + [""] + curve(on: terminal)
  }

  /// What other thresholds would do.
  private func curve(on terminal: Terminal) -> [String] {
    let counted = [
      language("straight", "直通率"), language("credits", "入账"), language("wrong", "误入账"),
      language("wrong share", "误入账率"), language("at most (95 %)", "上限（95 %）"),
    ]
    var table = TextTable(
      [.init(language("credited from", "入账门槛"))] + counted.map { .init($0, isNumber: true) })
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
      .init(language("file", "文件"), isFlexible: true), .init(language("kind", "单据类型")),
      .init(language("decision", "结果")), .init(language("wrong", "有误"), isFlexible: true),
      .init(language("read", "识别"), isFlexible: true),
      .init(language("truth", "真值"), isFlexible: true),
      .init(language("reasons", "理由"), isFlexible: true),
    ])
    table.rows = scores.map { score in
      let line = ScoreLine(score: score)
      return [
        .init(score.truth.file), .init(language.word(score.truth.kind)),
        .init(language.word(score.decision), score.wrongs.isEmpty ? nil : .red),
        .init(line.wrong(in: language)), .init(line.read), .init(line.true),
        .init(score.reasons.map { $0.name(in: language) }.joined(separator: " ")),
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
      "calibration_error_by_chance": .object(
        ([.kind] + Evaluation.fields).map { field in
          .init(
            field.rawValue, number(Reliability(evaluation.scores).errorByChance(of: field)))
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
  func wrong(in language: Language) -> String {
    let wrongs = score.wrongs.map { language.word($0) }
    let misread = Evaluation.fields.filter { score.fields[$0] == false }.map { language.word($0) }
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
