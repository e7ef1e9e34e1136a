/// Which label names a number.
enum NumberLabels {
  static let finder = LabelFinder(
    Lexicon.numbers, vague: Lexicon.vagueNumbers, lastDecides: true)

  /// The label that names a number: before it on its line, or alone on the line above.
  static func match(
    of token: NumberToken, in text: PrintedText, on line: PrintedLine, above: PrintedLine?
  ) -> LabelFinder<NumberLabel>.Match? {
    let key = Key(characters: text.characters[token.labelRange])
    let own = token.ownLabel.flatMap {
      finder.match(in: Key(characters: text.characters[$0]))
    }
    if let match = finder.match(in: key) {
      // 机:03 No653200916: the other label has its number already.
      let hasNumber = key.letters[match.range.upperBound...].contains(where: \.isDigit)
      if let own, match.meaning == .other, hasNumber { return own }
      if match.meaning == .other, let next = nearer(than: match, in: key) { return next }
      // № begins a line; NE in an address is a side of a street.
      if Lexicon.misreadNumberSigns.contains(match.phrase),
        token.labelRange.lowerBound + match.range.lowerBound > 0
      {
        return nil
      }
      // A word such as 号 has to stand right before the number: 1284号2层 2034 is an address.
      return match.isVague && !isNear(match, in: key) ? nil : match
    }
    if let own { return own }
    // Under its label a number stands alone, whoever reads no more of the line; a row of items
    // under a title does not.
    guard key.isEmpty, let above, above.key.count <= 16, !above.text.hasDigit,
      var match = finder.match(in: above.key)
    else { return nil }
    let isAlone =
      line.key.count <= Key(token.value).count + 1
      // 欢迎关注微信公众号 is no label.
      && (!match.isVague || above.key.count <= match.range.count + 2)
    // 销售单号 客户 above SO-8553-1119-58 VIP88008321: the first of both.
    let isFirst =
      endsOfLabels.contains(where: match.phrase.hasSuffix) && match.likeness == 1
      && match.range.lowerBound == 0 && !isOfColumns(above.key.letters[match.range.upperBound...])
      && token.labelRange.lowerBound == 0
      && above.key.startsWord[safe: match.range.upperBound] ?? false
    guard isAlone || isFirst else { return nil }
    match.likeness *= 0.9
    return match
  }

  private static let endsOfLabels = ["号", "NO", "编号"]

  /// 联, 数量: what stands behind a title, or heads a table.
  private static func isOfColumns(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = Key(letters: letters)
    return words.text.contains("联") || columns.contains(where: words.contains)
  }

  private static let columns = Lexicon.columns.map { Key($0) }

  /// The label ends where its text does, but for one letter or for a word in another script:
  /// 編號 N.º, 单号 Ref.
  private static func isNear(_ match: LabelFinder<NumberLabel>.Match, in key: Key) -> Bool {
    let rest = key.letters[match.range.upperBound...]
    if Lexicon.boundedNumbers.contains(match.phrase) { return rest.isEmpty }
    let isLatin = key.letters[match.range].allSatisfy(\.isLatin)
    guard rest.count > 1, !isLatin else { return rest.count <= 1 }
    return words.contains { $0.unicodeScalars.elementsEqual(rest) }
      || rest.count == 2 && rest.first == "N"
  }

  /// Of a label in two languages. 号 ZIP and 号 RM are parts of an address.
  private static let words = ["NO", "NR", "REF"]

  /// 操作员:王丽流水:2026111202785 names a cashier and a number, 会员卡号 88001234 a card alone:
  /// between the two labels stands the other's value.
  private static func nearer(
    than other: LabelFinder<NumberLabel>.Match, in key: Key
  ) -> LabelFinder<NumberLabel>.Match? {
    guard
      let next = finder.exactMatches(in: key).last,
      next.meaning != .other, next.range.upperBound == key.count,
      !endings.contains(next.phrase), !Lexicon.boundedNumbers.contains(next.phrase),
      next.range.lowerBound > other.range.upperBound
    else { return nil }
    let value = key.letters[other.range.upperBound..<next.range.lowerBound]
    let isLatin = key.letters[other.range].allSatisfy(\.isLatin)
    let isCard = value.elementsEqual("ID".unicodeScalars) || value.elementsEqual("卡".unicodeScalars)
    return value.contains(where: \.isDigit) || !isLatin && !isCard ? next : nil
  }

  /// Parts of other words: 手机尾号 8888 is no receipt's.
  private static let endings: Set<String> = ["号", "单", "编号", "号码", "序号", "NUMBER"]
}
