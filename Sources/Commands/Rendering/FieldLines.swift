import Claiming
import Receipts

/// The fields of a reading for a person: each candidate with its probability, and, where wanted,
/// why.
struct FieldLines {
  struct FieldText {
    var name: FieldName
    var candidates: [CandidateText]
  }

  struct CandidateText {
    var text: String
    var probability: Double
    var evidence: [Evidence]
  }

  let reading: Reading
  var hasEvidence = false
  var candidatesMax = 5

  /// With codes, as programs have them.
  var fields: [FieldText] { texts { $0.rawValue } }

  private func texts(kind: (Kind) -> String) -> [FieldText] {
    [
      field(.kind, reading.kind, text: kind),
      field(.counter, reading.counter) {
        [$0.code?.rawValue, $0.name].compactMap(\.self).joined(separator: " ")
      },
      field(.amount, reading.amount) { $0.description },
      field(.time, reading.time) { $0.iso },
      field(.receiptNumber, reading.receiptNumber) { $0.rawValue },
    ]
  }

  func lines(
    on terminal: Terminal, in language: Language, doubtful: Set<FieldName> = []
  ) -> [String] {
    texts { language.word($0) }.flatMap { field -> [String] in
      let mark = doubtful.contains(field.name) ? "?" : " "
      let name = "\(mark) \(language.word(field.name))".padded(toCells: 13)
      guard !field.candidates.isEmpty else { return [name + language("not read", "未识别")] }
      return field.candidates.prefix(candidatesMax).enumerated().flatMap { place, candidate in
        let head = place == 0 ? name : String(repeating: " ", count: 13)
        let line = head + "\(Percent.text(candidate.probability))  \(candidate.text.printable)"
        let isBold = place == 0 && doubtful.contains(field.name)
        let painted = Colour.yellow.painted(line, if: isBold && terminal.hasColour)
        return [painted] + (hasEvidence ? evidenceLines(of: candidate, in: language) : [])
      }
    }
  }

  private func evidenceLines(of candidate: CandidateText, in language: Language) -> [String] {
    let misreading = candidate.evidence.filter(\.isMisreading)
    let indent = String(repeating: " ", count: 22)
    let heading =
      misreading.isEmpty
      ? [] : [indent + language("that it was misread (less is better):", "误读的可能（越小越好）：")]
    return lines(of: candidate.evidence.filter { !$0.isMisreading }, indent, language) + heading
      + lines(of: misreading, indent + "  ", language)
  }

  private func lines(
    of evidence: [Evidence], _ indent: String, _ language: Language
  ) -> [String] {
    evidence.map { evidence in
      let tenths = Int((evidence.weight * 10).rounded())
      let sign = tenths < 0 ? "-" : "+"
      let weight = "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
      let detail = evidence.detail.map { " (\($0))" } ?? ""
      let meaning = EvidenceMeaning.text(evidence.code, in: language).map { ": \($0)" } ?? ""
      return indent
        + "\(weight) \(evidence.code)\(meaning)\(detail)".printable
    }
  }

  /// For a program: of each field all candidates with their evidence.
  var object: JSON {
    .object(
      fields.map { field in
        .init(
          field.name.rawValue,
          .array(
            field.candidates.map { candidate in
              [
                "value": .text(candidate.text), "probability": .probability(candidate.probability),
                "evidence": .array(candidate.evidence.map(Self.object(of:))),
              ]
            }))
      })
  }

  private static func object(of evidence: Evidence) -> JSON {
    [
      "code": .text(evidence.code), "weight": .number(evidence.weight),
      "detail": .optional(evidence.detail),
    ]
  }

  private func field<Value>(
    _ name: FieldName, _ field: Field<Value>, text: (Value) -> String
  ) -> FieldText {
    FieldText(
      name: name,
      candidates: field.candidates.map {
        CandidateText(
          text: text($0.value), probability: $0.probability, evidence: $0.evidence)
      })
  }
}

/// Shares and probabilities for people.
enum Percent {
  /// `99.8 %`; never 100.0 for what is not certain.
  static func share(_ value: Double) -> String {
    let tenths = value < 1 ? min(Int((value * 1_000).rounded()), 999) : 1_000
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The same in a column.
  static func text(_ value: Double) -> String { share(value).padded(toCells: 7, atEnd: false) }

  static func text(_ share: Share) -> String { share.value.map { text($0) } ?? "–" }
}

extension Reading {
  /// How certain all fields are together, and what a credit without a person asks for.
  func certaintyText(asked: Double, in language: Language) -> String {
    let least = Percent.text(asked).trimmed
    let certainty = Percent.text(self.certainty).trimmed
    return language(
      "\(certainty) for kind, counter, amount and time; "
        + "\(least) are asked for a credit without a person",
      "单据类型、专柜、金额、时间全部正确的概率为 \(certainty)；无需人工入账须达到 \(least)")
  }
}
