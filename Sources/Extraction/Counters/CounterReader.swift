import Receipts

/// Decides which counter printed a paper.
struct CounterReader {
  let weights: Weights
  let register: CounterIndex?

  /// A name is looked for in this many lines from the top, and in the last few.
  private static let headLines = 14
  private static let footLines = 6
  private static let similarMax = 24

  func field(_ lines: [PrintedLine]) -> Field<CounterMatch> {
    guard let register else { return header(lines) }
    var found: [Int: [Evidence]] = [:]
    var places: [Int: Set<Int>] = [:]
    let usualHeight = lines.map(\.height).sorted()[safe: lines.count / 2] ?? 1
    for (order, line) in lines.enumerated() {
      let isHead = order < Self.headLines
      guard isHead || order >= lines.count - Self.footLines else { continue }
      for (counter, evidence) in names(on: line, order: order, isHead: isHead, usualHeight: usualHeight, in: register) {
        let strongest = found[counter]?.first { $0.code.hasPrefix("counter_name") }?.weight
        if strongest == nil || (evidence.weight > strongest ?? 0) {
          found[counter, default: []].removeAll { $0.code.hasPrefix("counter_name") }
          found[counter, default: []].append(evidence)
        }
        places[counter, default: []].insert(line.index)
      }
    }
    addCodes(lines, register: register, found: &found, places: &places)
    addBranches(lines, register: register, found: &found)
    var ballot = Ballot<CounterMatch>()
    let best = found.mapValues { $0.reduce(0) { $0 + $1.weight } }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(6)
    for (index, _) in best {
      let counter = register.counters[index]
      let match = CounterMatch(code: counter.code, name: counter.name)
      ballot.add(match, found[index] ?? [])
      for line in (places[index] ?? []).sorted() { ballot.add(match, [], line: line) }
    }
    return ballot.field(noneScore: weights("counter_none"))
  }

  private func names(
    on line: PrintedLine, order: Int, isHead: Bool, usualHeight: Double,
    in register: CounterIndex
  ) -> [(counter: Int, evidence: Evidence)] {
    let keys = Set(line.texts.map { Folding.key($0.text) }).map(Array.init)
    var result: [(Int, Evidence)] = []
    for key in keys where key.count >= 2 {
      for number in register.similar(to: key, limit: Self.similarMax) {
        let entry = register.entries[number]
        let (cost, _) = Likeness.cost(of: entry.key, in: key)
        let likeness = 1 - cost / Double(entry.key.count)
        guard likeness >= 0.6 else { continue }
        let coverage = min(1, entry.weight / CounterIndex.weight(of: key))
        var weight = weights("counter_name")
        weight += weights("counter_name_length") * min(6, entry.weight)
        weight += weights("counter_name_coverage") * coverage
        weight -= weights("counter_name_slip") * (1 - likeness)
        if isHead { weight += weights("counter_name_head") * (1 - Double(order) / 14) }
        if line.height > 1.4 * usualHeight { weight += weights("counter_name_large") }
        result.append(
          (
            entry.counter,
            Evidence(
              likeness == 1 ? "counter_name_exact" : "counter_name_similar", weight: weight,
              detail: String(entry.key))
          ))
      }
    }
    return result
  }

  private func addCodes(
    _ lines: [PrintedLine], register: CounterIndex, found: inout [Int: [Evidence]],
    places: inout [Int: Set<Int>]
  ) {
    for line in lines {
      for text in line.texts {
        let words = text.text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let latin = words.flatMap { word in [word, String(word.drop { !$0.isASCII })] }
        if let index = register.counter(withCodeIn: latin),
          !(found[index] ?? []).contains(where: { $0.code == "counter_code" })
        {
          found[index, default: []].append(
            weights.evidence("counter_code", register.counters[index].code.rawValue))
          places[index, default: []].insert(line.index)
        }
        let digits = text.text.filter { !"- ()".contains($0) }.split { !$0.isNumber }
        for run in digits {
          let matches = register.counters(withPhone: String(run))
          for index in matches
          where !(found[index] ?? []).contains(where: { $0.code == "counter_phone" }) {
            found[index, default: []].append(
              weights.evidence("counter_phone", times: 1 / Double(matches.count), String(run)))
            places[index, default: []].insert(line.index)
          }
        }
      }
    }
  }

  /// The branch tells one shop of a brand from another.
  private func addBranches(
    _ lines: [PrintedLine], register: CounterIndex, found: inout [Int: [Evidence]]
  ) {
    let head = lines.prefix(Self.headLines).map { Array($0.key) }
    for index in found.keys {
      let branch = register.branchKeys[index]
      guard branch.count >= 2 else { continue }
      let isPrinted = head.contains { key in
        Likeness.cost(of: branch, in: key).cost <= Double(branch.count) / 6
      }
      if isPrinted {
        found[index]?.append(weights.evidence("counter_branch", String(branch)))
      }
    }
  }

  /// Without a register: the line that most looks like a name.
  private func header(_ lines: [PrintedLine]) -> Field<CounterMatch> {
    let usualHeight = lines.map(\.height).sorted()[safe: lines.count / 2] ?? 1
    var ballot = Ballot<CounterMatch>()
    for (order, line) in lines.prefix(8).enumerated() {
      let letters = line.key.count(where: \.isLetter)
      let digits = line.key.count(where: \.isNumber)
      guard letters >= 2, letters > digits else { continue }
      var weight = 2.2 - 0.55 * Double(order) + 3 * (line.confidence - 0.7)
      if line.height > 1.4 * usualHeight { weight += 1.2 }
      if Self.notNames.contains(where: { line.key.contains($0) }) { weight -= 2.5 }
      ballot.add(
        CounterMatch(code: nil, name: line.text.text.trimmingSpaces),
        [Evidence("counter_header_line", weight: weight)], line: line.index)
    }
    return ballot.field(noneScore: 0)
  }

  private static let notNames = [
    "欢迎", "光临", "小票", "收据", "WELCOME", "INVOICE", "RECEIPT", "TEL", "电话", "地址", "JALAN", "日期",
    "NO", "单号", "时间", "DATE", "STR", "GST", "桌", "谢谢",
  ]
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
