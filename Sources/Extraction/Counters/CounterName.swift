import Receipts

/// A name that a counter goes by.
struct CounterName: Sendable {
  /// Index into the register's counters.
  var counter: Int
  var key: Key
  /// How much the name says, in Chinese characters: a Latin letter or digit counts half.
  var weight: Double
  /// Only a part of the registered name: its Chinese or its Latin half, or what stands before a
  /// branch in brackets.
  var isPart: Bool
  /// The letters that are the name's own rather than a branch's or a mall's, where they are known.
  var core: Range<Int>

  static func weight(of letters: some Sequence<Unicode.Scalar>) -> Double {
    letters.reduce(0) { $0 + ($1.value < 0x250 ? 0.5 : 1) }
  }

  /// Name, aliases and their parts, each once.
  static func names(of counter: Counter, index: Int) -> [CounterName] {
    let texts = [counter.name] + counter.aliases
    let whole = texts.map { Key($0) }.filter { $0.count >= 2 }
    let parts = texts.prefix(1).flatMap(Self.parts).map { Key($0) }.filter { $0.count >= 2 }
    var seen = Set<Key>()
    return (whole.map { ($0, false) } + parts.map { ($0, true) }).compactMap { key, isPart in
      guard seen.insert(key).inserted else { return nil }
      let shorter = (whole + parts).filter { $0.count < key.count }
      let core = shorter.compactMap { key.range(of: $0) }.filter { $0.lowerBound == 0 }
        .max { $0.count < $1.count }
      return CounterName(
        counter: index, key: key, weight: weight(of: key.letters), isPart: isPart,
        core: core ?? 0..<key.count)
    }
  }

  /// 见华(Relo): 见华 and RELO. A part has to say enough to stand for the whole.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var isLatin = false
    for character in name {
      let isBreak = "()（）[]【】/|".contains(character)
      let isNeutral = !character.isLetter && !character.isNumber
      let latin = character.unicodeScalars.allSatisfy { $0.value < 0x250 }
      if isBreak || (!isNeutral && latin != isLatin && !current.isEmpty) {
        parts.append(current)
        current = ""
      }
      if !isBreak { current.append(character) }
      if !isNeutral { isLatin = latin }
    }
    parts.append(current)
    let isBracketed = name.contains { "(（".contains($0) }
    return parts.enumerated().filter { number, part in
      // What is in brackets behind a Chinese name may be a branch: 优舍(月亮湾店).
      let isBranch = isBracketed && number > 0 && part.hasSuffix("店")
      let key = Key(part)
      return !isBranch && weight(of: key.letters) >= 2 && !common.contains(key.text)
    }.map(\.element)
  }

  /// Words that many names hold and that tell none.
  private static let common: Set<String> = [
    "CHINA", "HONGKONG", "ASIA", "GROUP", "LIMITED", "COMPANY", "TRADING", "FOOD", "FOODS", "CAFE",
    "COFFEE", "SHOP", "STORE", "STORES", "CLUB", "HOME", "KIDS", "PLUS", "中国", "香港", "上海", "北京",
    "餐饮", "生活", "儿童", "集团",
  ]
}
