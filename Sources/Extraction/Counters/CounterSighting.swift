import Receipts

/// What a paper prints of one counter of the register: its names, its unit's code, its telephone.
struct CounterSighting {
  /// A name as it stands on a line.
  struct Name {
    var text: String
    var isExact: Bool
    var evidence: [Evidence]
    /// Its beginning stands there, and the rest of it may.
    var isAssumed = false
    /// Position of its line from the top; `nil` where it is none of the head's.
    var order: Int?

    var score: Double { evidence.reduce(0) { $0 + $1.weight } }
    /// It stands below a line, where there is one, or below the first lines.
    func isBelow(_ line: Int?) -> Bool {
      if let order { return line.map { order > $0 } ?? false }
      return !evidence.contains { $0.code == "counter_name_head" }
    }
    /// All that a line says, or a word of it.
    var isWhole: Bool { evidence.contains { $0.code == "counter_name_whole" } }
  }

  var names: [Key: Name] = [:]
  var other: [Evidence] = []
  var lines: Set<Int> = []
  /// Its unit's very code, or a telephone that nobody else has and that is no hotline, stands there:
  /// L201 for 1201 may be another mall's.
  var hasOwnMark = false

  /// One of its names is all that a line says.
  var isWhole: Bool {
    names.values.contains { $0.isWhole && $0.isExact }
  }

  /// One of its names stands there letter by letter.
  var isExact: Bool { names.values.contains(where: \.isExact) }

  /// All that stands there of its names is a part of other words, Burger King of King, or has
  /// letters that are surely another's, 探鱼烤鱼 where 探炉烤鱼 is registered: that such a shop is here
  /// says nothing of this one.
  var isPartOfOther: Bool {
    !names.isEmpty
      && names.values.allSatisfy { name in
        name.isExact
          ? !name.isWhole : name.evidence.contains { $0.code == "counter_name_other" }
      }
  }

  var hasCode: Bool { other.contains { $0.code.hasPrefix("counter_code") } }

  /// Its unit code or telephone stands there.
  var hasMark: Bool {
    let marks = ["counter_code", "counter_code_alone", "counter_phone"]
    return other.contains { marks.contains($0.code) }
  }

  /// Keeps a name, or what a line tells of it where that is more than another line's.
  mutating func add(_ name: Name, _ key: Key, line: Int) {
    if name.score > names[key]?.score ?? -.infinity { names[key] = name }
    lines.insert(line)
  }

  mutating func add(_ evidence: Evidence, line: Int) {
    other.append(evidence)
    lines.insert(line)
  }

  private func isLatin(_ key: Key) -> Bool { key.letters.allSatisfy { $0.isLatin || $0.isDigit } }

  /// The name that tells most, a part of the next, another name of the same counter, and the rest.
  func evidence(_ weights: Weights) -> [Evidence] {
    let sorted = names.sorted { ($0.value.score, $0.key.text) > ($1.value.score, $1.key.text) }
    guard let first = sorted.first else { return other }
    let rest = sorted.dropFirst()
    let second = rest.first.map {
      weights.evidence("counter_second_name", times: max(0, $0.value.score), $0.value.text)
    }
    // LEGO, and 乐高 on its own besides: each says what the other does.
    let beside = rest.first { name in
      name.value.isExact && name.value.isWhole && first.value.isExact
        && isLatin(name.key) != isLatin(first.key) && !name.key.contains(first.key)
        && !first.key.contains(name.key)
    }
    .map { weights.evidence("counter_name_beside", $0.value.text) }
    return first.value.evidence + [second, beside].compactMap(\.self) + other
  }
}
