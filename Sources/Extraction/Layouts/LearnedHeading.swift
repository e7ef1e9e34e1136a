import Receipts

/// What a counter's till prints above all else, as papers that reviewers confirmed have shown: a
/// shop may call itself otherwise than the register does, 信诺通讯 for 华为授权体验店.
struct LearnedHeading {
  let counter: CounterCode
  let line: PrintedLine

  /// A heading is among so many lines from the top.
  private static let linesMax = 3
  /// Two Chinese characters, or four Latin letters.
  static let weightMin = 2.0

  static func keys(_ lines: [PrintedLine]) -> [Key] { Self.lines(lines).map(\.key) }

  /// The first line at the top that may be what a shop calls itself.
  static func lines(_ lines: [PrintedLine]) -> [PrintedLine] {
    lines.prefix(linesMax).first { isName($0.key) }.map { [$0] } ?? []
  }

  /// Numbers count purchases; what ends as papers do is what a paper calls itself, 结账单, and what
  /// ends as shops do says which of a brand's it is, 成都星汇广场店.
  static func isName(_ key: Key) -> Bool {
    CounterName.weight(of: key.letters) >= weightMin
      && !key.letters.contains(where: \.isDigit)
      && key.letters.last != "店"
      && !NameSurroundings.papers.contains { key.letters.hasSuffix($0) }
      && !NameSurroundings.greetings.contains { key.contains($0) }
      && !NameSurroundings.endsOfMalls.contains { key.letters.hasSuffix($0) }
      && !CounterName.isCommon(key)
      && !StateOfOrder.isTaken(key) && !isCopy(key) && !isOfColumns(key)
  }

  /// 顾客联, 收银台: whose copy it is, and where it was printed.
  private static func isCopy(_ key: Key) -> Bool {
    desks.contains { key.letters.hasSuffix($0) } || key.letters.last == "联"
  }

  /// 商品数量金额: nothing but the heads of an item table.
  private static func isOfColumns(_ key: Key) -> Bool {
    ShopTrade.consists(key.letters[...], of: columns)
  }

  private static let desks = ["收银台", "收款台", "款台", "吧台", "前台", "服务台"].map { Key($0) }
  private static let columns = Lexicon.columns.map { Key($0) }.sorted { $0.count > $1.count }

  /// Pairs of Chinese characters and runs of Latin letters, and where they stand.
  static func words(of line: String) -> [(text: String, range: Range<Int>)] {
    let letters = Array(line.unicodeScalars)
    var words: [(text: String, range: Range<Int>)] = []
    var start = 0
    while start < letters.count {
      var end = start + 1
      if letters[start].isLatin {
        while end < letters.count, letters[end].isLatin { end += 1 }
        words.append((text(letters[start..<end]), start..<end))
        start = end
      } else {
        if end < letters.count, !letters[end].isLatin {
          words.append((text(letters[start...end]), start..<end + 1))
        }
        start += 1
      }
    }
    return words
  }

  private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(letters))
  }
}
