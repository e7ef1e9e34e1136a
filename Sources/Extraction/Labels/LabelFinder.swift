/// Finds what a stretch of text says as a label.
struct LabelFinder<Meaning: Hashable & Sendable>: Sendable {
  struct Match: Sendable {
    var meaning: Meaning
    var phrase: String
    /// 1 when it stands there letter by letter, less with slips.
    var likeness: Double
    /// Whether it names the value without saying which it is.
    var isVague: Bool
    /// Of the phrase's group: of several labels in one text the lower decides.
    var rank: Int
    /// Among the letters of the key.
    var range: Range<Int>
  }

  private struct Phrase: Sendable {
    var meaning: Meaning
    var key: Key
    var groups: [UInt64]
    var isLatin: Bool
    /// Earlier groups win over later ones in the same label.
    var rank: Int
    var isVague: Bool
    /// Counts only where the text is nothing else.
    var isWhole: Bool
    /// What it says, in Chinese characters: a Latin letter counts half.
    var weight: Double
  }

  /// What tells at once that a phrase is not in a text.
  private struct Screen: Sendable {
    /// Among the phrases.
    var index: Int
    var letters: Int
    /// How many slips it survives.
    var allowed: Double
    /// Of its letters, among all traces.
    var traces: Range<Int>
  }

  private let phrases: [Phrase]
  /// Of the phrases that survive slips.
  private let screens: [Screen]
  private let traces: [UInt64]
  /// The phrase nearest the value decides, whatever its group: 收银单号 is a 单号.
  private let lastDecides: Bool
  private let byFirst: [Unicode.Scalar: [Int]]
  private let goods: [Key]

  /// - Parameters:
  ///   - groups: what phrases mean. Where a label holds phrases of several meanings, the earlier
  ///     group decides: 优惠合计 is a discount, whatever 合计 alone would be.
  ///   - vague: words that name the value without saying which it is (金额, 时间): any other label
  ///     wins over them.
  ///   - whole: words that are labels only where nothing stands beside them: 计, not 累计.
  ///   - goods: what is sold and begins like a label: 手机壳.
  init(
    _ groups: [(Meaning, [String])], vague: Set<String> = [], whole: Set<String> = [],
    goods: [String] = [], lastDecides: Bool = false
  ) {
    self.goods = goods.map { Key($0) }
    let phrases = groups.enumerated().flatMap { rank, group in
      group.1.map { text -> Phrase in
        let key = Key(text)
        let isLatin = key.letters.allSatisfy { $0.value < 0x250 }
        return Phrase(
          meaning: group.0, key: key, groups: Likeness.groups(of: key.letters), isLatin: isLatin,
          rank: rank,
          isVague: vague.contains(text), isWhole: whole.contains(text),
          weight: Double(key.count) * (isLatin ? 0.5 : 1))
      }
    }
    self.phrases = phrases
    var traces: [UInt64] = []
    screens = phrases.indices.compactMap { index in
      guard let allowed = Self.allowedCost(phrases[index]) else { return nil }
      let start = traces.count
      traces += Likeness.traces(of: phrases[index].key.letters)
      return Screen(
        index: index, letters: phrases[index].key.count, allowed: allowed,
        traces: start..<traces.count)
    }
    self.traces = traces
    self.lastDecides = lastDecides
    byFirst = Dictionary(grouping: phrases.indices) { phrases[$0].key.letters[0] }
  }

  /// The label a text carries: letter by letter where one stands there so, otherwise the one that
  /// is most like it.
  func match(in key: Key) -> Match? {
    guard !key.isEmpty, key.count <= 40 else { return nil }
    let exact = best(of: exactMatches(in: key))
    if let exact, !exact.isVague { return exact }
    guard let similar = similarMatch(in: key) else { return exact }
    guard let exact else { return similar }
    guard similar.likeness >= Self.likenessOfLabel else { return exact }
    // 资生堂日期 is no 生产日期, which would begin within another word.
    let start = similar.range.lowerBound
    let isPartOfName =
      similar.likeness == Self.likenessOfLabel && similar.phrase.hasSuffix(exact.phrase)
      && start > 0 && !key.startsWord[start]
    return isPartOfName ? exact : similar
  }

  private static var likenessOfLabel: Double { 0.75 }

  /// All phrases that stand in the text letter by letter, longer ones before those inside them.
  func exactMatches(in key: Key) -> [Match] {
    var hits: [(phrase: Phrase, range: Range<Int>)] = []
    for start in key.letters.indices {
      for index in byFirst[key.letters[start]] ?? [] {
        let phrase = phrases[index]
        let range = start..<start + phrase.key.count
        guard range.upperBound <= key.count,
          key.letters[range].elementsEqual(phrase.key.letters), isWord(phrase, at: range, in: key)
        else { continue }
        hits.append((phrase, range))
      }
    }
    hits.sort {
      ($0.phrase.weight, -$0.phrase.rank, $0.range.lowerBound)
        > ($1.phrase.weight, -$1.phrase.rank, $1.range.lowerBound)
    }
    let sold = goods.compactMap { key.range(of: $0) }
    hits.removeAll { hit in sold.contains { $0.overlaps(hit.range) } }
    var taken: [Match] = []
    for hit in hits where !taken.contains(where: { $0.range.overlaps(hit.range) }) {
      taken.append(
        Match(
          meaning: hit.phrase.meaning, phrase: hit.phrase.key.text, likeness: 1,
          isVague: hit.phrase.isVague, rank: hit.phrase.rank, range: hit.range))
    }
    return taken.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Short Latin words have to stand alone, or at an end of the text.
  private func isWord(_ phrase: Phrase, at range: Range<Int>, in key: Key) -> Bool {
    if phrase.isWhole { return range.count == key.count }
    guard phrase.isLatin, phrase.key.count <= 3 else { return true }
    let startsWord =
      key.startsWord[range.lowerBound] || range.lowerBound == 0
      || !key.letters[range.lowerBound - 1].isLatin
    return startsWord && endsWord(at: range.upperBound, in: key)
      || (phrase.key.count == 3 && range.upperBound == key.count && range.lowerBound > 2)
  }

  private func endsWord(at end: Int, in key: Key) -> Bool {
    end == key.count || key.startsWord[end] || !key.letters[end].isLatin
  }

  private func best(of matches: [Match]) -> Match? {
    func order(_ match: Match) -> (Int, Int, Int) {
      (match.isVague ? 1 : 0, lastDecides ? 0 : match.rank, -match.range.upperBound)
    }
    return matches.min { order($0) < order($1) }
  }

  /// Letters of a Latin word that is found in many others.
  private static var shortLatin: Int { 5 }

  private func similarMatch(in key: Key) -> Match? {
    let groups = Likeness.groups(of: key.letters)
    let seen = Likeness.traces(of: key.letters).reduce(0, |)
    var best: (match: Match, worth: Double)?
    for screen in screens where screen.letters <= key.count + 1 {
      let (count, allowed) = (screen.letters, screen.allowed)
      var missing = 0.0
      for trace in screen.traces where traces[trace] & seen == 0 { missing += 1 }
      guard missing <= allowed else { continue }
      let phrase = phrases[screen.index]
      let (cost, end) = Likeness.cost(
        of: phrase.key.letters, phrase.groups, in: key.letters, groups)
      guard cost > 0, cost <= allowed else { continue }
      // Pay parking is no PAYPAL: only look-alikes pass inside a longer word.
      // CROSSBODY is no GROSS.
      guard cost < 1 && count > Self.shortLatin || !phrase.isLatin || endsWord(at: end, in: key)
      else { continue }
      let likeness = max(0.4, 1 - cost / Double(count))
      let nearEnd = 0.8 * Double(end) / Double(key.count)
      let worth =
        phrase.weight * likeness * (phrase.isVague ? 0.3 : 1) + nearEnd
        - Double(phrase.rank) * 0.01
      if worth > best?.worth ?? -.infinity {
        best = (
          Match(
            meaning: phrase.meaning, phrase: phrase.key.text, likeness: likeness,
            isVague: phrase.isVague, rank: phrase.rank,
            range: max(0, end - count)..<end),
          worth
        )
      }
    }
    return best?.match
  }

  /// How many slips a phrase survives; `nil` where it has to stand letter by letter.
  private static func allowedCost(_ phrase: Phrase) -> Double? {
    let count = phrase.key.count
    // BATH is no BATCH.
    guard !phrase.isLatin else {
      return count <= 3 ? nil : min(Double(count) / 5, count <= shortLatin ? 0.9 : .infinity)
    }
    return count >= 4 ? 1 : count == 3 ? 0.8 : count == 2 ? 0.4 : nil
  }
}
