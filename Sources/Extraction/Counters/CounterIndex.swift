package import Receipts

/// The register, made ready to be searched by what a paper prints.
package struct CounterIndex: Sendable {
  /// A name a counter goes by.
  struct Entry: Sendable {
    /// Index into `counters`.
    var counter: Int
    var key: [Character]
    var isAlias: Bool
    /// How much the name says, in Chinese characters: a Latin letter or digit counts half.
    var weight: Double
  }

  package let counters: [Counter]
  let entries: [Entry]
  private let pairs: [Pair: [Int32]]
  private let singles: [Character: [Int32]]
  private let byCode: [String: Int]
  private let byPhone: [String: [Int]]
  let branchKeys: [[Character]]

  private struct Pair: Hashable {
    var first: Character
    var second: Character
  }

  /// - Complexity: linear in the length of all names; some 20 ms for a thousand counters.
  package init(_ counters: [Counter]) {
    self.counters = counters
    var entries: [Entry] = []
    var pairs: [Pair: [Int32]] = [:]
    var singles: [Character: [Int32]] = [:]
    var byCode: [String: Int] = [:]
    var byPhone: [String: [Int]] = [:]
    for (index, counter) in counters.enumerated() {
      var seen = Set<[Character]>()
      for (number, name) in ([counter.name] + counter.aliases).enumerated() {
        let key = Array(Folding.key(name))
        guard key.count >= 2, seen.insert(key).inserted else { continue }
        let entry = Int32(entries.count)
        entries.append(
          Entry(counter: index, key: key, isAlias: number > 0, weight: Self.weight(of: key)))
        for pair in Set(Self.pairs(of: key)) { pairs[pair, default: []].append(entry) }
        if key.count <= 3 {
          for character in Set(key) { singles[character, default: []].append(entry) }
        }
      }
      let code = Folding.key(counter.code.rawValue)
      if code.count >= 3, code.contains(where: \.isNumber) { byCode[code] = index }
      if let phone = counter.phone {
        let digits = phone.filter(\.isNumber)
        if digits.count >= 7 { byPhone[String(digits.suffix(8)), default: []].append(index) }
      }
    }
    self.entries = entries
    self.pairs = pairs
    self.singles = singles
    self.byCode = byCode
    self.byPhone = byPhone
    branchKeys = counters.map { Array(Folding.key($0.branch ?? "")) }
  }

  private static func pairs(of key: [Character]) -> [Pair] {
    zip(key, key.dropFirst()).map { Pair(first: $0, second: $1) }
  }

  static func weight(of key: [Character]) -> Double {
    key.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
  }

  /// The entries that share the most with a line's text, at most `limit`.
  func similar(to key: [Character], limit: Int) -> [Int] {
    var votes: [Int32: Int] = [:]
    for pair in Self.pairs(of: key) {
      for entry in pairs[pair] ?? [] { votes[entry, default: 0] += 2 }
    }
    for character in Set(key) {
      for entry in singles[character] ?? [] { votes[entry, default: 0] += 1 }
    }
    func share(_ vote: (key: Int32, value: Int)) -> Double {
      Double(vote.value) / Double(entries[Int(vote.key)].key.count)
    }
    return votes.filter { share($0) >= 0.5 }
      .sorted { (share($0), $1.key) > (share($1), $0.key) }
      .prefix(limit).map { Int($0.key) }
  }

  /// The counter whose unit code stands in a text as a word of its own.
  func counter(withCodeIn words: [String]) -> Int? {
    words.lazy.compactMap { byCode[$0] }.first
  }

  /// Counters whose phone number's last eight digits end a run of digits.
  func counters(withPhone digits: String) -> [Int] {
    guard digits.count >= 7, digits.count <= 14 else { return [] }
    return byPhone[String(digits.suffix(8))] ?? []
  }
}
