import Receipts

/// A registered name found on a line.
struct NameMatch: Sendable {
  /// Index into the register's names.
  var name: Int
  /// 1 when it stands there letter by letter.
  var likeness: Double
  /// Among the letters of the line.
  var range: Range<Int>
  /// Which part of the words it stands in it fills, 0…1; a branch behind it (…店) does not count.
  var coverage: Double
  /// Nothing but look-alikes differ: ZERRO &C0. is ZERRO & CO., and not ZERRO.
  var areLookalikes = false

  /// All names of the register on a line, without those that are only a piece of a longer one
  /// found in the same place.
  ///
  /// - Parameter index: of the line, among the page's.
  static func matches(
    on text: PrintedText, of index: Int, in register: CounterIndex,
    _ surroundings: NameSurroundings
  ) -> [NameMatch] {
    let text = withDashesAsOne(text)
    let line = Key(characters: text.characters)
    guard line.count >= 2, line.count <= 60 else { return [] }
    let lineOfLetters = Key(characters: withZerosAsO(text.characters))
    let words = words(of: text, line)
    let isPlace = register.isPlace(line.letters)
    let isShared = register.isShared(line.letters)
    let isBranch = isBracketedShop(text.characters)
    let found = register.similar(to: line, limit: 24).compactMap { number -> NameMatch? in
      guard
        var match = match(
          register.names[number], number: number, line: line, lineOfLetters, words: words,
          isBeginning: !isPlace && !isShared)
      else { return nil }
      // 太平洋眼镜店 is not 太平洋咖啡, whatever parts the two words.
      let isTrimmed = register.names[number].isTrimmed
      // (天虹店) below a shop's name says in which mall it is.
      if isBranch, match.range.count == line.count - 1 { return nil }
      // PEACEBIRD MEN has no slip of PEACEBIRD WOMEN.
      if match.likeness < 1, !isForSame(register.names[number].key, line) { return nil }
      if isTrimmed, isOfOtherTrade(line.letters[match.range.upperBound...]) { return nil }
      if match.coverage <= wholeCoverage,
        surroundings.fill(
          around: match.range, isExact: match.likeness == 1, isTrimmed: isTrimmed,
          category: register.counters[register.names[number].counter].category, on: line,
          words: words, of: index)
      {
        match.coverage = 1
      }
      // MANNER COFFEE is not a shop that is registered as Coffee.
      let isWhole = match.coverage > wholeCoverage
      return isWhole || !register.names[number].isCommon ? match : nil
    }
    return found.filter { one in
      !found.contains { other in
        other.range.count > one.range.count
          && (other.likeness >= one.likeness || other.areLookalikes)
          && other.range.lowerBound <= one.range.lowerBound
          && other.range.upperBound >= one.range.upperBound
      }
    }
  }

  /// (赣江汇店): nothing but brackets around a place.
  private static func isBracketedShop(_ characters: [PrintedCharacter]) -> Bool {
    let printed = characters.filter { $0 != " " }
    return printed.first == "(" && printed.dropLast().last == "店" && printed.last == ")"
      && printed.count(where: { $0 == "(" }) == 1
  }

  private static func isForSame(_ name: Key, _ line: Key) -> Bool {
    ShopHeading.Customers.allCases.allSatisfy { $0.isNamed(on: name) == $0.isNamed(on: line) }
  }

  private static func isOfOtherTrade(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    ShopTrade.holdsTrade(letters) || CounterName.holdsCompanyForm(letters)
      || ShopHeading.departmentStore.letters.elementsEqual(letters)
  }

  /// Readers take the 一 that a name begins or ends with for a dash, of which a ``Key`` has nothing:
  /// -丁拉面 is 一丁拉面.
  static func withDashesAsOne(_ text: PrintedText) -> PrintedText {
    let characters = text.characters
    func isIdeograph(_ index: Int) -> Bool {
      characters[safe: index].map { $0.scalar.value >= 0x4E00 } ?? false
    }
    func isEdge(_ index: Int) -> Bool { characters[safe: index].map { $0 == " " } ?? true }
    var result = text
    for index in characters.indices where characters[index] == "-" {
      guard
        isEdge(index - 1) && isIdeograph(index + 1) || isIdeograph(index - 1) && isEdge(index + 1)
      else { continue }
      result = result.with("一", at: index, confidence: text.signs[index].confidence)
    }
    return result
  }

  /// A zero beside a Latin letter, and beside no other digit, is an O: WHO0 is WHOO.
  static func withZerosAsO(_ characters: [PrintedCharacter]) -> [PrintedCharacter] {
    var letters = characters
    for index in characters.indices where characters[index] == "0" {
      let beside = [index - 1, index + 1].compactMap { characters[safe: $0] }
      if beside.contains(where: { $0.isLetter && $0.isASCII }),
        !beside.contains(where: \.isASCIIDigit)
      {
        letters[index] = "O"
      }
    }
    return letters
  }

  private static let lettersBesideZeroMin = 3

  /// The name letter by letter, and not by chance.
  private static func whole(
    _ name: CounterName, number: Int, _ line: Key, _ words: [Range<Int>]
  ) -> NameMatch? {
    guard let first = line.range(of: name.key) else { return nil }
    let places = (first.lowerBound...line.count - first.count).lazy.map { $0..<$0 + first.count }
    return places.first {
      line.letters[$0].elementsEqual(name.key.letters) && !isInsideWord($0, of: line, words)
        && !isOfNumber($0, of: line, words)
    }.map { range in
      NameMatch(
        name: number, likeness: 1, range: range,
        coverage: coverage(of: range, in: line, words: words))
    }
  }

  /// So few Latin letters stand in other words by chance: GU in GUEST, i.t in RECEIPT, H&M in
  /// HM039079.
  private static let chanceLettersMax = 3

  /// 1919 of 19:19, a clock, and of 61919: a name of digits is a word of its own.
  private static func isOfNumber(_ range: Range<Int>, of line: Key, _ words: [Range<Int>]) -> Bool {
    guard line.letters[range].allSatisfy(\.isDigit) else { return false }
    return words.contains { range.contains($0.upperBound - 1) && $0.upperBound < range.upperBound }
      || [range.lowerBound - 1, range.upperBound].contains {
        line.letters[safe: $0]?.isDigit ?? false
      }
  }

  private static func isInsideWord(_ range: Range<Int>, of line: Key, _ words: [Range<Int>]) -> Bool
  {
    guard range.count <= chanceLettersMax, line.letters[range].allSatisfy(\.isLatin) else {
      return false
    }
    func goesOn(_ index: Int, at edge: Int) -> Bool {
      line.letters.indices.contains(index)
        && (line.letters[index].isLatin || line.letters[index].isDigit)
        && !words.contains { $0.lowerBound == edge || $0.upperBound == edge }
    }
    return goesOn(range.lowerBound - 1, at: range.lowerBound)
      || goesOn(range.upperBound, at: range.upperBound)
  }

  /// A name that fills more of its words stands there by itself.
  static let wholeCoverage = 0.95

  /// - Parameters:
  ///   - lineOfLetters: the same line with each zero beside letters as an O.
  ///   - isBeginning: the line may be the beginning of a shop's name, and is neither the mall's nor
  ///     that of several shops.
  private static func match(
    _ name: CounterName, number: Int, line: Key, _ lineOfLetters: Key, words: [Range<Int>],
    isBeginning: Bool
  ) -> NameMatch? {
    let key = name.key
    if line.range(of: key) != nil { return whole(name, number: number, line, words) }
    // AO is not A0, a unit's.
    if key.count >= lettersBesideZeroMin,
      let match = whole(name, number: number, lineOfLetters, words)
    {
      return match
    }
    guard !name.isJoined, !name.isTrimmed else { return nil }
    // 1990 is not 1909, nor 85C the beginning of a number: a name of digits has no slips.
    if key.letters.count(where: \.isDigit) * 2 >= key.count { return nil }
    let (cost, end) = Likeness.cost(of: key, in: line)
    let range = max(0, end - key.count)..<end
    // CDF is no slip of the COF in luckin coffee.
    if isInsideWord(range, of: line, words) { return nil }
    // Slips forgive look-alikes, and one character in some that is another altogether.
    let isLatin = key.letters[0].isLatin
    let other = Double(isLatin ? key.count / 6 : key.count == 4 ? 1 : key.count / 5)
    guard cost <= other + 0.1 + 0.35 * Double(key.count / 3), cost <= 2.1 else {
      return isBeginning ? partMatch(name, number: number, line: line) : nil
    }
    // The slips must leave the name's own part alone, where a branch or a company's form makes most
    // of the length: 佛山北蕊食品有限公司 is not 佛山乐曦食品有限公司.
    if name.core.count < key.count {
      let core = Key(letters: key.letters[name.core])
      let (coreCost, _) = Likeness.cost(of: core, in: line)
      guard coreCost <= 0.35 * Double(core.count / 2) else { return nil }
    } else if key.count >= 6, let head = line.range(of: key.tail(from: 2)) {
      // 林朗饼家 is not 优舍 because 月亮湾店 follows both.
      let before = Key(letters: key.letters[..<2])
      let part = Key(letters: line.letters[..<head.lowerBound])
      // 碗桃花鲜果茶 has lost a dash.
      let isDashLost = before.letters[0] == dash && before.letters[1...].elementsEqual(part.letters)
      guard isDashLost || Likeness.cost(of: before, in: part).cost < 1 else { return nil }
    }
    return NameMatch(
      name: number, likeness: 1 - cost / Double(key.count), range: range,
      coverage: coverage(of: range, in: line, words: words), areLookalikes: cost < 1)
  }

  /// How many characters stand in the name's place that are others altogether, and that the reader
  /// is sure of: who is sure of a character has not misread it, and the name is another's.
  func sureOthers(of key: Key, on text: PrintedText, confidence: Double) -> Int {
    guard likeness < 1 else { return 0 }
    let (letters, confidences) = Self.letters(of: text)
    guard range.upperBound <= letters.count, !range.isEmpty else { return 0 }
    let here = Array(letters[range])
    // What both begin and end with is the same; a character put in or lost moves the rest.
    let begin = zip(here, key.letters).prefix { $0 == $1 }.count
    let rest = min(here.count, key.count) - begin
    let end = min(rest, zip(here.reversed(), key.letters.reversed()).prefix { $0 == $1 }.count)
    let own = Likeness.groups(of: Array(key.letters[begin..<key.count - end]))
    let other = range.lowerBound + begin..<range.upperBound - end
    let groups = Likeness.groups(of: Array(letters[other]))
    return other.enumerated().count { offset, index in
      let isAlike = offset < own.count && own[offset] & groups[offset] != 0
      return !isAlike && confidences[index] >= confidence
    }
  }

  /// Whether all of a name but what it begins with stands there, the reader is sure of that, and it
  /// is another brand's: 六福珠宝 is not 周六福珠宝.
  func isSurelyHeadless(_ key: Key, on text: PrintedText, confidence: Double) -> Bool {
    let rest = key.letters.dropFirst()
    guard likeness < 1, Brand.isKnown(Key(letters: ShopTrade.withoutTrade(rest))) else {
      return false
    }
    let (letters, confidences) = Self.letters(of: text)
    guard let start = Key(letters: letters).range(of: Key(letters: rest))?.lowerBound else {
      return false
    }
    return (start == 0 || text.characters.count > letters.count)
      && confidences[start..<start + rest.count].allSatisfy { $0 >= confidence }
  }

  /// The same for a name that stands there letter by letter as a worse reader sees it: 品祥 where who
  /// reads best is sure of 品样.
  ///
  /// - Parameter range: where the name stands, among the letters of either reader's text.
  static func sureOthers(
    of key: Key, at range: Range<Int>, seenBy best: PrintedText, confidence: Double
  ) -> Int {
    let (letters, confidences) = letters(of: best)
    guard range.upperBound <= letters.count, range.count == key.count else { return 0 }
    let own = Likeness.groups(of: key.letters)
    let here = Likeness.groups(of: Array(letters[range]))
    let others = range.filter { index in
      let offset = index - range.lowerBound
      return letters[index] != key.letters[offset] && own[offset] & here[offset] == 0
    }
    // One of several: what differs altogether is another place of the line.
    guard others.count * 2 < key.count else { return 0 }
    return others.count { confidences[$0] >= confidence }
  }

  /// The letters of a text, and how far its reader trusts each.
  static func letters(
    of text: PrintedText
  ) -> (letters: [Unicode.Scalar], confidences: [Double]) {
    var letters: [Unicode.Scalar] = []
    var confidences: [Double] = []
    for sign in text.signs {
      Folding.appendKey(of: sign.character, to: &letters)
      while confidences.count < letters.count { confidences.append(sign.confidence) }
    }
    return (letters, confidences)
  }

  /// The paper prints only the beginning of the registered name: 简汐蹦床 of 简汐蹦床公园.
  private static func partMatch(_ name: CounterName, number: Int, line: Key) -> NameMatch? {
    guard line.count >= 2, line.count < name.key.count, line.count * 2 >= name.key.count,
      CounterName.weight(of: line.letters) >= 2, name.key.letters.starts(with: line.letters),
      !CounterName.isCommon(line)
    else { return nil }
    return NameMatch(
      name: number, likeness: 0.9, range: 0..<line.count,
      coverage: Double(line.count) / Double(name.key.count))
  }

  /// The words of a line as ranges of its letters: what stands between spaces, colons, brackets and
  /// what parts a name from its place.
  private static func words(of text: PrintedText, _ line: Key) -> [Range<Int>] {
    let isNamed = CounterLabel.begins(line)
    var words: [Range<Int>] = []
    var count = 0
    var start = 0
    for character in text.characters {
      var letters: [Unicode.Scalar] = []
      Folding.appendKey(of: character, to: &letters)
      count += letters.count
      // 商户名称:星澜百货-金利来
      let isBehindMall =
        isNamed && character == "-"
        && departmentStores.contains { line.hasSuffix($0, at: count) }
      let isDot = character == "·"
      if letters.isEmpty, count > start, isBehindMall || " :()[]|/*·@".contains(character),
        !isDot || line.count - count >= lettersBehindDotMin
      {
        words.append(start..<count)
        start = count
      }
    }
    if count > start { words.append(start..<count) }
    return isNamed ? words.flatMap { parted($0, of: line) } : words
  }

  /// 菲姿·悦 is one name.
  private static let lettersBehindDotMin = 2

  /// 滔搏运动城-耐克 is 滔搏运动城's, which sells brands of others.
  private static let departmentStores = ["百货", "商场", "广场", "购物中心", "大厦", "商城"].map { Key($0) }

  /// 专柜 94249-兰蔻营业员徐静: behind a counter's label its number before the name, and who served behind
  /// it, are none of the name's words, though no gap parts them from it.
  private static func parted(_ word: Range<Int>, of line: Key) -> [Range<Int>] {
    let letters = line.letters[word]
    let number = letters.prefix(while: \.isDigit)
    let behind = word.lowerBound + number.count
    var cuts: Set<Int> = []
    if number.count >= digitsOfNumberMin, behind < word.upperBound, line.startsWord[behind] {
      cuts.insert(behind)
    }
    for label in OtherParty.staff {
      let places = word.lowerBound..<max(word.lowerBound, word.upperBound - label.count + 1)
      cuts.formUnion(
        places.filter {
          line.letters[$0] == label.letters[0]
            && line.letters[$0..<$0 + label.count].elementsEqual(label.letters)
        })
    }
    let edges = ([word.lowerBound, word.upperBound] + cuts).sorted()
    return zip(edges, edges.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }

  private static let digitsOfNumberMin = 3

  private static func coverage(
    of range: Range<Int>, in line: Key, words: [Range<Int>]
  ) -> Double {
    // The fewest words that hold the name.
    let touched = words.filter { $0.overlaps(range) }
    var start = min(touched.first?.lowerBound ?? 0, range.lowerBound)
    var end = max(touched.last?.upperBound ?? line.count, range.upperBound)
    if line.letters[range].allSatisfy({ $0.value < 0x250 }) {
      let neighbours = words.filter { isNamePart($0, of: line) }
      if end == range.upperBound {
        for word in neighbours where word.lowerBound == end { end = word.upperBound }
      }
      if start == range.lowerBound {
        for word in neighbours.reversed() where word.upperBound == start { start = word.lowerBound }
      }
    }
    // —华堡士—: dashes that were read as a character.
    if start < range.lowerBound, range.upperBound < end,
      line.letters[start..<range.lowerBound].allSatisfy({ $0 == dash }),
      line.letters[range.upperBound..<end].allSatisfy({ $0 == dash })
    {
      (start, end) = (range.lowerBound, range.upperBound)
    }
    let rest = line.letters[range.upperBound..<end]
    if start == range.lowerBound, let last = rest.last, branchEnds.contains(last),
      ShopHeading.isBranch(rest.dropLast() + [branchEnd])
    {
      end = range.upperBound
    }
    let all = CounterName.weight(of: line.letters[start..<end])
    return all == 0 ? 0 : min(1, CounterName.weight(of: line.letters[range]) / all)
  }

  /// A Latin word that may belong to a name of Latin letters beside it: 24Go is not the whole name
  /// where 24Go Kids is printed, nor Gap where Baby Gap is.
  private static func isNamePart(_ word: Range<Int>, of line: Key) -> Bool {
    let letters = line.letters[word]
    let text = String(String.UnicodeScalarView(letters))
    // LEGO CERTIFIED STORE, and not ROLEX OFFICIAL RETAILER.
    let isOfStore =
      wordsOfStores.contains(text)
      && stores.contains { line.letters[word.upperBound...].starts(with: $0.letters) }
    // Kid1: a letter may have been read as a digit; a unit, L404, has one letter.
    return letters.count(where: \.isLatin) > 1 && letters.allSatisfy { $0.isLatin || $0.isDigit }
      && !labelWords.contains(text) && !isOfStore
  }

  private static let wordsOfStores: Set<String> = ["CERTIFIED", "OFFICIAL", "FLAGSHIP"]
  private static let stores = ["STORE", "SHOP"].map { Key($0) }
  private static let labelWords: Set<String> = [
    "TEL", "NO", "DATE", "TIME", "FAX", "ADD", "ADDRESS", "SHOP", "STORE", "WELCOME", "TO",
    "RECEIPT", "INVOICE", "MERCHANT", "COUNTER", "BRANCH", "POS", "LTD", "LIMITED", "CO", "SDN",
    "BHD", "INC",
  ]

  private static let dash: Unicode.Scalar = "一"

  private static let branchEnd: Unicode.Scalar = "店"
  private static let branchEnds: Set<Unicode.Scalar> = [branchEnd, "柜", "铺"]
}

extension Key {
  /// What ends at a letter ends with `word`.
  fileprivate func hasSuffix(_ word: Key, at end: Int) -> Bool {
    letters[..<end].hasSuffix(word)
  }

  fileprivate func tail(from start: Int) -> Key {
    Key(letters: letters[start...])
  }
}
