package import Receipts

/// The layouts that take part in reading.
package struct LayoutShelf: Sendable {
  private var byCounter: [CounterCode: [Layout]] = [:]
  /// Counters whose tills have changed their print, with no new layout yet.
  private var changed: Set<CounterCode> = []
  /// By a line of head or foot: the counters that print it.
  private var counters: [String: Set<CounterCode>] = [:]
  /// By a heading: the counters that print it, whether or not their layouts take part.
  private var headed: [String: Set<CounterCode>] = [:]
  /// The lines of each, of all its layouts that were not put away, whether or not they take part.
  private var printed: [CounterCode: Set<String>] = [:]
  private var headings: [CounterCode: Set<String>] = [:]
  /// How many counters print a pair of Chinese characters, or a Latin word, at head or foot.
  private var words: [String: Int] = [:]

  /// A line that more counters print is no one's own: 谢谢惠顾.
  private static let sharedMax = 2
  /// Words that so many counters print are the mall's and its city's.
  private static let printersOfMallMin = 3
  /// Of fewer counters it is not known which lines all of them print.
  private static let countersMin = 10

  package init() {}

  package init(_ histories: [LayoutHistory]) {
    for history in histories { put(history) }
  }

  /// Takes what is known of a counter now in place of what was.
  package mutating func put(_ history: LayoutHistory) {
    let counter = history.counter
    let deciding = history.deciding.map(\.layout)
    byCounter[counter] = deciding.isEmpty ? nil : deciding
    for word in words(of: counter) {
      words[word] = words[word].flatMap { $0 > 1 ? $0 - 1 : nil }
    }
    for line in printed.removeValue(forKey: counter) ?? [] {
      counters[line]?.remove(counter)
      if counters[line]?.isEmpty ?? false { counters[line] = nil }
    }
    let known = history.versions.filter { $0.state != .retired }
    let lines = Set(known.flatMap { $0.layout.lines.keys })
    if !lines.isEmpty { printed[counter] = lines }
    for line in lines { counters[line, default: []].insert(counter) }
    for heading in headings.removeValue(forKey: counter) ?? [] {
      headed[heading]?.remove(counter)
      if headed[heading]?.isEmpty ?? false { headed[heading] = nil }
    }
    let own = Set(known.flatMap(\.layout.headings))
    if !own.isEmpty { headings[counter] = own }
    for heading in own { headed[heading, default: []].insert(counter) }
    for word in words(of: counter) { words[word, default: 0] += 1 }
    if history.isChanged { changed.insert(counter) } else { changed.remove(counter) }
  }

  /// For trying layouts out: of their lines nothing is told, since no others are known.
  package init(_ layouts: [Layout], of counter: CounterCode) {
    if !layouts.isEmpty { byCounter[counter] = layouts }
  }

  /// All but one counter's.
  package func without(_ counter: CounterCode) -> LayoutShelf {
    var others = self
    others.put(LayoutHistory(counter: counter))
    return others
  }

  package var isEmpty: Bool { byCounter.isEmpty && changed.isEmpty }

  func isChanged(_ counter: CounterCode) -> Bool { changed.contains(counter) }

  /// Of the counter's layouts the one that a paper fits best; `nil` where it has none.
  func layout(of counter: CounterCode, for lines: [PrintedLine]) -> Layout? {
    guard let layouts = byCounter[counter] else { return nil }
    guard layouts.count > 1 else { return layouts.first }
    let labels = Set(AmountFacts(lines: lines).facts.compactMap(\.layoutLabel))
    func fit(_ layout: Layout) -> Double {
      let known = layout.amountLabels.keys.filter(labels.contains).count
      return Double(known) / Double(max(1, layout.amountLabels.count))
    }
    return layouts.max { (fit($0), $0.version) < (fit($1), $1.version) }
  }

  private func words(of counter: CounterCode) -> Set<String> {
    let lines = (printed[counter] ?? []).union(headings[counter] ?? [])
    return lines.reduce(into: Set()) { $0.formUnion(LearnedHeading.words(of: $1).map(\.text)) }
  }

  /// Something of a heading is no word of the mall's: not of 成都星汇广场, which each till writes in its
  /// way.
  private func isOwn(_ heading: String) -> Bool {
    let words = LearnedHeading.words(of: heading)
    let common = words.filter { self.words[$0.text] ?? 0 >= Self.printersOfMallMin }
    let own = heading.unicodeScalars.enumerated().filter { index, _ in
      !common.contains { $0.range.contains(index) }
    }
    return CounterName.weight(of: own.map(\.element)) >= LearnedHeading.weightMin
  }

  /// The headings of a paper that the tills of one counter alone print, as far as is known.
  func headings(on lines: [PrintedLine]) -> [LearnedHeading] {
    guard headings.count >= Self.countersMin else { return [] }
    return LearnedHeading.lines(lines).compactMap { line in
      guard let printing = headed[line.key.text], printing.count == 1, let counter = printing.first,
        byCounter[counter]?.contains(where: { $0.isHeaded(by: line.key.text) }) ?? false,
        isOwn(line.key.text)
      else { return nil }
      return LearnedHeading(counter: counter, line: line)
    }
  }

  /// For each counter, which part of the lines that are its own stands on the paper.
  func shares(on lines: [PrintedLine]) -> [CounterCode: Double] {
    guard printed.count >= Self.countersMin else { return [:] }
    var found: [CounterCode: Int] = [:]
    for key in LayoutLines.keys(lines) {
      guard let printing = counters[key], printing.count <= Self.sharedMax else { continue }
      for counter in printing { found[counter, default: 0] += 1 }
    }
    var shares: [CounterCode: Double] = [:]
    for (counter, count) in found {
      guard let layouts = byCounter[counter] else { continue }
      let own =
        layouts.map { layout in
          layout.lines.keys.count { (counters[$0]?.count ?? 0) <= Self.sharedMax }
        }.max() ?? 0
      shares[counter] = min(1, Double(count) / Double(max(2, own)))
    }
    return shares
  }
}

/// What a counter's layout says of a candidate.
struct LayoutEvidence {
  let layout: Layout
  let weights: Weights

  /// - Parameters:
  ///   - labels: before the places where the candidate stands.
  ///   - isElsewhere: a label that the layout knows stands before another candidate.
  ///   - isReduced: something was taken off.
  func amount(labels: [String], isElsewhere: Bool, isReduced: Bool) -> [Evidence] {
    // Which of its labels stands before what is left, the layout has not seen.
    let isUnseen = isReduced && layout.reducedPapers == 0
    let known = labels.compactMap { layout.amountLabels[$0] }.max()
    if let known {
      return isUnseen ? [] : [weights.evidence("amount_layout", times: share(known))]
    }
    if labels.contains(where: { layout.otherAmountLabels[$0] != nil }) {
      return [weights.evidence("amount_layout_not")]
    }
    return isElsewhere && !isUnseen ? [weights.evidence("amount_layout_elsewhere")] : []
  }

  func time(labels: [String], isElsewhere: Bool, precision: PrintedTime.Precision) -> [Evidence] {
    guard layout.timePrecisions.isEmpty || layout.timePrecisions[precision] != nil else {
      // A counter may have a second till, whose papers were not among the first few.
      let trust = Double(layout.papers) / Double(layout.papers + Self.doubtedPapers)
      return [weights.evidence("time_layout_other_precision", times: trust)]
    }
    var evidence: [Evidence] = []
    if let known = labels.compactMap({ layout.timeLabels[$0] }).max() {
      evidence.append(weights.evidence("time_layout", times: share(known)))
    } else if isElsewhere {
      evidence.append(weights.evidence("time_layout_elsewhere"))
    }
    if !layout.timePrecisions.isEmpty {
      evidence.append(weights.evidence("time_layout_precision"))
    }
    return evidence
  }

  func number(labels: [String], isElsewhere: Bool, _ number: ReceiptNumber) -> [Evidence] {
    var evidence: [Evidence] = []
    if let known = labels.compactMap({ layout.numberLabels[$0] }).max() {
      evidence.append(weights.evidence("number_layout", times: share(known)))
    } else if isElsewhere {
      evidence.append(weights.evidence("number_layout_elsewhere"))
    }
    if !layout.numberShapes.isEmpty {
      let shape = Specimen.shape(of: number)
      let isLike = layout.numberShapes.keys.contains { Layout.isAlike($0, shape) }
      evidence.append(weights.evidence(isLike ? "number_layout_shape" : "misread_layout_shape"))
    }
    return evidence
  }

  /// So many papers more would halve the doubt of what they all show.
  private static let doubtedPapers = 4

  private func share(_ papers: Int) -> Double { Double(papers) / Double(max(1, layout.papers)) }
}
