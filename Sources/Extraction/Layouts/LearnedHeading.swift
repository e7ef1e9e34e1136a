import Receipts

/// What a counter's till prints above all else, as its confirmed papers have shown: a shop may call
/// itself otherwise than the register does, 湖南信诺通讯 for 华为授权体验店.
struct LearnedHeading {
  let counter: CounterCode
  let line: PrintedLine

  /// A heading is among so many lines from the top.
  private static let linesMax = 3
  /// Two Chinese characters, or four Latin letters.
  private static let weightMin = 2.0

  static func keys(_ lines: [PrintedLine]) -> [Key] { Self.lines(lines).map(\.key) }

  /// The lines at the top that may be what a shop calls itself.
  static func lines(_ lines: [PrintedLine]) -> [PrintedLine] {
    lines.prefix(linesMax).filter { isName($0.key) }
  }

  /// Numbers count purchases, and what ends as papers do is what a paper calls itself: 结账单.
  static func isName(_ key: Key) -> Bool {
    CounterName.weight(of: key.letters) >= weightMin
      && !key.letters.contains(where: \.isDigit)
      && !NameSurroundings.papers.contains { key.letters.hasSuffix($0) }
      && !NameSurroundings.greetings.contains { key.contains($0) }
      && !NameSurroundings.endsOfMalls.contains { key.letters.hasSuffix($0) }
      && !CounterName.isCommon(key)
  }
}
