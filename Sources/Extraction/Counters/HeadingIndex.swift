import Receipts

/// The register's names by what is a shop's own of them, to be found by headings.
struct HeadingIndex: Sendable {
  struct Entry: Sendable {
    /// Index into the register's counters.
    var counter: Int
    var heading: ShopHeading
    /// Which part of a registered name the core is.
    var part: Part
    /// What the register has, where the heading is what the brand calls itself in other letters.
    var registered: Key?

    /// The registered name has Latin words of its own: FUSION of 斐乐 FUSION.
    var hasLatin = false
    var isByBrand: Bool { registered != nil }
  }

  enum Part: Comparable {
    /// What is left of it without its trade: 文峰 of 文峰美发.
    case core
    /// All that it has in one script: 耐克 of Nike 耐克.
    case half
    case whole
  }

  /// What the register has of a counter, in its names and its category.
  struct Shop: Sendable {
    var trades: Set<Int>
    var customers: Set<ShopHeading.Customers>
    var latin: [Key]
    /// What its brand is called in Latin letters, as all of its shops are.
    var ofBrand: [Key] = []
    /// Its registered name says what it sells, in brackets or behind a space or a dot.
    var isTold = false
  }

  let entries: [Key: [Entry]]
  /// The counters' names without their branches.
  private let own: [Key]
  let shops: [Shop]
  /// Names of Latin letters, of all counters.
  let latin: Set<Key>
  /// The register tells what the mall is called: no other name is its.
  let knowsMall: Bool
  /// Those that its branches begin with.
  let cities: Set<Key>
  /// Their words, where a name has several.
  let wordsOfLatin: Set<Key>

  /// What a shop does without the register's saying so stands behind a name of so many Chinese
  /// characters: 木屋烧烤 is not 木屋.
  static let weightBeforeTradeMin = 3.0
  /// Behind a name of so many characters stands the shop's own trade, whatever it is: 周大福眼镜 is not
  /// 周大福.
  static let weightOfAnyTradeMin = 4.0
  /// A name of so many characters is no other's in another city.
  static let charactersOfAnyCityMin = 4

  /// - Parameters:
  ///   - own: the counters' names without their branches.
  ///   - knowsMall: the register tells what the mall is called.
  ///   - cities: that its branches begin with.
  init(
    _ counters: [Counter], own: [String], knowsMall: Bool, cities: Set<Key>,
    isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) {
    var entries: [Key: [Entry]] = [:]
    var shops: [Shop] = []
    var latin: Set<Key> = []
    for (index, counter) in counters.enumerated() {
      // In brackets stands anything, the mall's name too.
      let halves = CounterName.halves(of: own[index]).filter { half in
        CounterName.isOwn(Key(half), of: own[index])
          && !CounterName.isOfBrand(Key(own[index]), Key(half))
      }
      let brackets = CounterName.brackets(in: own[index])
      let dotted = CounterName.beforeTrade(in: own[index], least: Self.lettersBeforeDot)
      let whole = [own[index]] + counter.aliases + CounterName.readings(of: own[index])
      let texts = whole + halves
      let besides = CounterName.withoutAsides(counter.name).asides
      let asides = besides.filter { ShopTrade.holdsTrade($0.letters[...]) }
        .map { ShopHeading.Trade(word: $0, trades: ShopTrade.trades(in: $0)) }
      var headings = texts.enumerated().compactMap { number, text in
        ShopHeading(PrintedCharacter.array(text), isPlace: isPlace).map { heading in
          var heading = heading
          // 张亮餐饮(麻辣烫)
          heading.trades += asides
          let isAll = heading.core == Key(text)
          let isHalf = number >= whole.count
          return Entry(
            counter: index, heading: heading,
            part: isHalf ? (isAll ? .half : .core) : isAll || heading.isLatinShop ? .whole : .core)
        }
      }
      if let dotted,
        var heading = ShopHeading(PrintedCharacter.array(dotted.name), isPlace: isPlace)
      {
        heading.trades = [
          ShopHeading.Trade(word: dotted.trade, trades: ShopTrade.trades(in: dotted.trade))
        ]
        headings.append(Entry(counter: index, heading: heading, part: .core))
      }
      let category = Set(ShopTrade.trades(ofCategory: counter.category))
      // 巴布豆 童装 is for children whatever its own name says.
      let customers = ([counter.category ?? ""] + besides.map(\.text)).reduce(into: Set()) {
        $0.formUnion(ShopHeading.Customers.named(in: $1))
      }
      shops.append(
        Shop(
          trades: headings.flatMap(\.heading.trades).reduce(category) { $0.union($1.trades) },
          customers: headings.reduce(into: customers) { $0.formUnion($1.heading.customers) },
          latin: texts.map { Key($0) }.filter { $0.letters.allSatisfy(\.isLatin) },
          isTold: !asides.isEmpty || dotted != nil
            || brackets.map { parts in
              ShopTrade.shops.contains(where: Key(parts.inside).contains)
            } ?? false))
      for entry in headings {
        entries[entry.heading.core, default: []].append(entry)
        for other in Brand.others(of: entry.heading.core) where entry.part != .half {
          var entry = entry
          let core = entry.heading.core
          entry.hasLatin = !entry.heading.latin.isEmpty
          entry.heading = entry.heading.named(other)
          entry.registered = core
          entries[other, default: []].append(entry)
          if other.letters.allSatisfy(\.isLatin) { shops[index].ofBrand.append(other) }
        }
      }
      latin.formUnion(shops[index].latin + shops[index].ofBrand)
    }
    (self.entries, self.shops, self.latin) = (entries, shops, latin)
    (self.knowsMall, self.cities) = (knowsMall, cities)
    self.own = own.map { Key($0) }
    wordsOfLatin = Set(counters.flatMap { ShopHeading.latinWords(of: Key($0.name)) })
  }

  /// The only counter that a heading may be of, or the shops of one brand that are called alike.
  ///
  /// - Parameters:
  ///   - lines: of the paper, the heading's apart.
  ///   - below: the line below the heading.
  ///   - isShared: whether names of several counters begin with the core.
  ///   - isGone: whether a counter closed long ago.
  ///   - isPlace: whether letters begin the name of a place that the register's branches have.
  ///   - isTradeBeside: whether another trade than a counter's stands in the head.
  ///   - goingOn: the register's names that go on behind letters.
  func counters(
    under heading: ShopHeading, _ lines: [PrintedLine], below: PrintedLine?,
    isShared: (Key) -> Bool,
    isGone: (Int) -> Bool,
    isPlace: (ArraySlice<Unicode.Scalar>) -> Bool,
    isTradeBeside: (Int) -> Bool,
    goingOn: (Key) -> [CounterName]
  ) -> [Int] {
    let heading = completed(heading, lines, below: below, isPlace)
    let alike = (entries[heading.core] ?? []).filter {
      ($0.heading.isAuthorised || !heading.isReseller) && !isGone($0.counter)
    }
    if entries[heading.core] == nil {
      return beginning(with: heading, goingOn(heading.core), lines)
        .filter { !isGone($0) && !isTradeBeside($0) }
    }
    // Branches of one chain, which their names do not tell apart.
    guard !alike.isEmpty, alike.count <= Self.entriesMax else { return [] }
    let fitting = Dictionary(grouping: alike, by: \.counter).compactMap {
      counter, entries -> (counter: Int, part: Part)? in
      guard let part = entries.map(\.part).max(),
        fits(heading, counter, part, entries, lines, below, isPlace),
        // 百年 of 百年收银小票 is not 百年糕点.
        !(heading.isUntitled && part == .core && heading.trades.isEmpty && heading.latin.isEmpty
          && CounterName.weight(of: heading.core.letters) < Self.weightOfAnyTradeMin)
      else { return nil }
      return (counter, part)
    }
    // Whose name it is rather than whose half.
    guard let part = fitting.map(\.part).max() else { return [] }
    let first = fitting.filter { $0.part == part }.map(\.counter).sorted()
    guard areNamesakes(first),
      !isDisputed(heading, first, part, among: alike, lines, isShared, isTradeBeside)
    else { return [] }
    return first
  }

  /// 饭扫光(悦澜汇) is 饭扫光现炒盖饭, and LAOWANG HOTPOT 捞旺 捞旺海底鲜火锅, where nobody else's name begins so: who is in
  /// this mall, whom the register calls by what it sells besides.
  private func beginning(
    with heading: ShopHeading, _ names: [CounterName], _ lines: [PrintedLine]
  ) -> [Int] {
    let core = heading.core
    let isByItself =
      heading.hasBranch && !heading.isUntitled && heading.customers.isEmpty
      && !heading.latin.contains { latin.contains($0) || wordsOfLatin.contains($0) }
    guard isByItself, !core.letters.contains(where: \.isLatin), !Brand.isKnown(core),
      !KnownMall.isOwner(core), let counter = names.first?.counter,
      names.allSatisfy({ $0.counter == counter }), shops[counter].customers.isEmpty,
      !isOfOtherGoods(lines, than: shops[counter])
    else { return [] }
    return names.contains { goesOn(core, with: $0.key.letters[core.count...], under: heading) }
      ? [counter] : []
  }

  /// What a registered name goes on with is how and what its shop cooks, which the heading leaves out, or
  /// says in Latin letters: 小辉火锅 is not 小辉哥火锅.
  private func goesOn(
    _ core: Key, with rest: ArraySlice<Unicode.Scalar>, under heading: ShopHeading
  ) -> Bool {
    let own = ShopTrade.withoutAnyTrade(rest)
    let trade = Key(letters: rest[own.endIndex...])
    guard !trade.isEmpty, Self.lettersBeforeTrade.contains(own.count),
      !ShopTrade.isBeside(trade), !ShopTrade.isSideline(trade),
      !SideShop.ofNames.contains(where: Key(letters: rest).text.contains)
    else { return false }
    guard !heading.trades.isEmpty else {
      return core.count >= Self.lettersOfBeginningMin && heading.latin.isEmpty
    }
    let there = ShopTrade.trades(in: trade)
    return heading.trades.allSatisfy {
      $0.word.letters[0].isLatin && !$0.trades.isDisjoint(with: there)
    }
  }

  private static let lettersOfBeginningMin = 3
  /// How it is cooked: 现炒 of 现炒盖饭, 海底鲜 of 海底鲜火锅. One would be a name's own: 哥 of 小辉哥.
  private static let lettersBeforeTrade: Set<Int> = [0, 2, 3]
  /// Before a dot, behind which stands the trade: 探鱼·鲜青椒爽麻烤鱼.
  private static let lettersBeforeDot = 2

  /// A heading with what other lines say of its shop.
  private func completed(
    _ heading: ShopHeading, _ lines: [PrintedLine], below: PrintedLine?,
    _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> ShopHeading {
    var heading = heading
    if entries[heading.core] == nil, let core = coreBeforeBranch(heading) {
      heading = heading.cut(to: core)
    }
    // Ole', and below it 云汀天地店
    if let below,
      ShopHeading.isShop(ofMall: below.key.letters[...], isPlace)
        || Self.isShop(heading.core, onLine: below.key, isPlace)
    {
      heading.hasBranch = true
      heading.trades += [ShopHeading.trade(ofPlace: below.key.letters[...])].compactMap(\.self)
    }
    // 捞旺, and below it 火锅·安徽合肥悦澜汇购物中心店
    if let below, let dot = below.text.characters.firstIndex(of: "·"),
      case let kind = Key(characters: below.text.characters[..<dot]),
      case let place = Key(characters: below.text.characters[dot...]),
      ShopTrade.isTrade(kind.letters[...]), ShopHeading.isShop(ofMall: place.letters[...], isPlace)
    {
      heading.hasBranch = true
      if heading.trades.isEmpty {
        heading.trades = [ShopHeading.Trade(word: kind, trades: ShopTrade.trades(in: kind))]
      }
    }
    // GXG, and 店铺:瑞景天地 further below
    if lines.prefix(Self.linesOfBranch).contains(where: {
      CounterLabel.names(mallOn: $0.key, isPlace)
    }) {
      heading.hasBranch = true
    }
    // FILA, and KIDS below it
    for line in lines.prefix(Self.linesOfCustomers) {
      heading.customers.formUnion(
        ShopHeading.Customers.allCases.filter { $0.words.contains(line.key) })
    }
    return heading
  }

  /// Whether a heading that fits counters, one or namesakes, may be yet another's.
  ///
  /// - Parameters:
  ///   - part: of their names that it is.
  ///   - alike: whatever of the register has its core.
  private func isDisputed(
    _ heading: ShopHeading, _ counters: [Int], _ part: Part, among alike: [Entry],
    _ lines: [PrintedLine], _ isShared: (Key) -> Bool, _ isTradeBeside: (Int) -> Bool
  ) -> Bool {
    let own = alike.filter { $0.counter == counters[0] }
    let isByBrand = own.allSatisfy(\.isByBrand)
    if part == .core, isShared(heading.core) { return true }
    // CHANEL is either's where 香奈儿 and 香奈儿美妆 are registered.
    // PEACEBIRD MEN is one shop's where 太平鸟男装 and 太平鸟女装 are.
    if isByBrand, heading.customers.isEmpty, counters.count == 1,
      own.compactMap(\.registered).contains(where: isShared)
    {
      return true
    }
    // 唐宫 is either's where 唐宫海鲜舫 and 唐宫小聚 are.
    if isByBrand, !heading.core.letters.allSatisfy(\.isLatin), isShared(heading.core) {
      return true
    }
    // YSL may be YSL美妆 where SAINT LAURENT is a shop as well; 苹果 is bought, too.
    let isAnothers = alike.contains {
      !$0.isByBrand && !counters.contains($0.counter)
        && $0.heading.customers.isSubset(of: heading.customers)
    }
    if isByBrand, isAnothers || Brand.isOfGoods(heading.core) { return true }
    if part == .core || isByBrand, isTradeBeside(counters[0]) { return true }
    // 李宁 over 童鞋 where 李宁童装 is a shop, too.
    let others = Set(alike.map(\.counter)).subtracting(counters.prefix(1)).reduce(into: Set()) {
      $0.formUnion(shops[$1].customers)
    }
    return others.subtracting(heading.customers).contains { customers in
      lines.contains { customers.isNamed(on: $0.key) }
    }
  }

  /// One counter, or several that the register calls alike: 瑞幸咖啡 on two floors.
  func areNamesakes(_ counters: [Int]) -> Bool {
    counters.allSatisfy { own[$0] == own[counters[0]] }
  }

  /// 华润万家(成都)有限公司锦云里Ole'店 below Ole', H&N 悦澜汇店 CN0428 below H&N.
  private static func isShop(
    _ core: Key, onLine line: Key, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    guard let end = line.letters.lastIndex(where: { !$0.isLatin && !$0.isDigit }),
      line.letters[end] == "店", let range = line.range(of: core), range.upperBound <= end
    else { return false }
    if ShopHeading.isShop(ofMall: line.letters[range.upperBound...end], isPlace) { return true }
    let start = range.lowerBound
    return end == line.count - 1
      && (lettersOfMallMin..<max(lettersOfMallMin, min(start, lettersOfMallMax) + 1)).contains {
        isPlace(line.letters[start - $0..<start])
      }
  }

  private static let lettersOfMallMin = 3
  private static let lettersOfMallMax = 8

  /// 福奈特 of 福奈特星汇店, whose branch the register does not have.
  private func coreBeforeBranch(_ heading: ShopHeading) -> Key? {
    let letters = heading.core.letters
    guard heading.isOfBranch, letters.count >= Self.coreBeforeBranchMin + Self.branchMin else {
      return nil
    }
    return (Self.coreBeforeBranchMin...letters.count - Self.branchMin).reversed().lazy
      .map { (core: Key(letters: letters[..<$0]), branch: letters[$0...]) }
      .first { core, branch in
        entries[core]?.contains { isBranch(branch, behind: $0.part) } ?? false
      }?.core
  }

  /// 星汇, 春熙路; behind a whole name any two: of 老北京布鞋店 nothing is 老北京火锅's, nor of 太平洋百货春熙路店 太平洋咖啡's.
  private func isBranch(_ letters: ArraySlice<Unicode.Scalar>, behind part: Part) -> Bool {
    guard ShopHeading.isBranch(letters + Self.shop) else {
      return false
    }
    return part > .core && letters.count == Self.branchMin
      || letters.count <= Self.branchMax && CounterName.isPlaceName(letters)
  }

  private static let shop = Key("店").letters
  private static let coreBeforeBranchMin = 3
  static let branchMin = 2
  private static let branchMax = 4
  private static let entriesMax = 50
  private static let linesOfCustomers = 2
  private static let linesOfBranch = 8

  /// Whether another counter has what is a heading's own.
  func isNamed(
    _ heading: [PrintedCharacter], besides counter: Int,
    _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    ShopHeading(heading, isPlace: isPlace).map { heading in
      (entries[heading.core] ?? []).contains { $0.counter != counter }
    } ?? false
  }

  /// Those of its name that are not for children, who have shops of their own: ZARA under ZARA
  /// KIDS.
  func counters(forOthersThan heading: ShopHeading) -> Set<Int> {
    guard heading.customers.contains(.children) else { return [] }
    return Set((entries[heading.core] ?? []).prefix(Self.entriesMax).map(\.counter)).filter {
      !shops[$0].customers.contains(.children)
    }
  }

  /// What a counter does as far as the register tells, as indices into ``ShopTrade/all``.
  func trades(of counter: Int) -> Set<Int> { shops[counter].trades }
}
