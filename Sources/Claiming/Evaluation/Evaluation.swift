package import Receipts

/// How a labelled set was read and decided.
package struct Evaluation: Hashable, Sendable {
  /// In the order of the claims.
  package var scores: [ImageScore]
  /// Pictures of the truth that nobody claimed: they are not scored.
  package var unclaimed: Int

  package init(scores: [ImageScore], unclaimed: Int = 0) {
    var judge = CreditJudge()
    self.scores = scores.map { judge.judged($0) }
    self.unclaimed = unclaimed
  }

  package var all: Group { Group(name: "all", scores: scores) }

  /// The same numbers for parts of the set, where the truth tells them apart.
  package var groups: [Group] {
    let levels = grouped { score in score.truth.level.map { "level \($0)" } }
    let kinds = grouped { $0.truth.kind.rawValue }
    let families = grouped(by: \.truth.family)
    return levels + (kinds.count > 1 ? kinds : []) + families
  }

  private func grouped(by name: (ImageScore) -> String?) -> [Group] {
    var parts: [String: [ImageScore]] = [:]
    for score in scores {
      if let name = name(score) { parts[name, default: []].append(score) }
    }
    return parts.sorted { $0.key < $1.key }.map { Group(name: $0.key, scores: $0.value) }
  }

  /// What the papers of each kind were read as, in the order of the truth's kinds; papers of whose
  /// file nothing was read are left out.
  package var kindReadings: [KindReadings] {
    Truth.Kind.allCases.compactMap { kind in
      let read = scores.filter { $0.truth.kind == kind && $0.isKindRight != nil }
      guard !read.isEmpty else { return nil }
      var counts: [Receipts.Kind: Int] = [:]
      for score in read {
        if let best = score.reading?.kind.best { counts[best.value, default: 0] += 1 }
      }
      return KindReadings(
        kind: kind, counts: counts,
        right: Share(part: read.count { $0.isKindRight == true }, all: read.count))
    }
  }

  /// The papers of one kind, by what they were read as.
  package struct KindReadings: Hashable, Sendable {
    package var kind: Truth.Kind
    package var counts: [Receipts.Kind: Int]
    package var right: Share
  }

  package var wrongCredits: [ImageScore] { scores.filter { !$0.wrongs.isEmpty } }

  /// The numbers of a set or a part of it.
  package struct Group: Hashable, Sendable {
    package var name: String
    package var images: Int
    package var sales: Int
    package var straightThrough: Int
    package var credits: Int
    package var wrongCredits: Int
    package var reviews: Int
    package var rejections: Int
    /// Right ones and all that are labelled.
    package var fields: [FieldName: Share]

    init(name: String, scores: [ImageScore]) {
      self.name = name
      images = scores.count
      sales = scores.count { $0.truth.kind == .sale }
      straightThrough = scores.count(where: \.isStraightThrough)
      credits = scores.count { $0.decision == .credited }
      wrongCredits = scores.count { !$0.wrongs.isEmpty }
      reviews = scores.count { $0.decision == .review }
      rejections = scores.count { $0.decision == .rejected }
      fields = Evaluation.fields.reduce(into: [:]) { shares, field in
        // The very file of another claim is not read again and says nothing about reading.
        let known = scores.filter { $0.reasons != [.duplicateImage] }.compactMap {
          $0.fields[field]
        }
        shares[field] = Share(part: known.count(where: \.self), all: known.count)
      }
    }

    package var straightThroughShare: Share { Share(part: straightThrough, all: sales) }
    package var wrongShare: Share { Share(part: wrongCredits, all: credits) }
    /// ``BinomialBound/upper(bad:of:)`` of the wrong credits; `nil` without credits.
    package var wrongUpperBound: Double? {
      BinomialBound.upper(bad: wrongCredits, of: credits)
    }
  }

  /// The fields that are scored, in the order of reports.
  package static let fields: [FieldName] = [.counter, .amount, .time, .receiptNumber]
}

/// A part of a whole; of nothing it is `nil`.
package struct Share: Hashable, Sendable {
  package var part: Int
  package var all: Int

  package init(part: Int, all: Int) {
    self.part = part
    self.all = all
  }

  package var value: Double? { all == 0 ? nil : Double(part) / Double(all) }
}
