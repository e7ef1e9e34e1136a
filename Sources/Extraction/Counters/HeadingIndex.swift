import Receipts

/// The register's names by what is a shop's own of them, to be found by headings.
struct HeadingIndex: Sendable {
  private struct Entry: Sendable {
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

  private enum Part: Comparable {
    /// What is left of it without its trade: 文峰 of 文峰美发.
    case core
    /// All that it has in one script: 耐克 of Nike 耐克.
    case half
    case whole
  }

  /// What the register has of a counter, in its names and its category.
  private struct Shop: Sendable {
    var trades: Set<Int>
    var customers: Set<ShopHeading.Customers>
    var latin: [Key]
    /// What its brand is called in Latin letters, as all of its shops are.
    var ofBrand: [Key] = []
  }

  private let entries: [Key: [Entry]]
  /// The counters' names without their branches.
  private let own: [Key]
  private let shops: [Shop]
  /// Names of Latin letters, of all counters.
  private let latin: Set<Key>
  /// Their words, where a name has several.
  private let wordsOfLatin: Set<Key>

  /// What a shop does without the register's saying so stands behind a name of so many Chinese
  /// characters: 木屋烧烤 is not 木屋.
  private static let weightBeforeTradeMin = 3.0
  /// Behind a name of so many characters stands the shop's own trade, whatever it is: 周大福眼镜 is not
  /// 周大福.
  private static let weightOfAnyTradeMin = 4.0
  /// A name of so many characters is no other's in another city.
  private static let charactersOfAnyCityMin = 4

  /// - Parameters:
  ///   - own: the counters' names without their branches.
  init(
    _ counters: [Counter], own: [String], isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
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
      let texts = [own[index]] + counter.aliases + halves
      let asides = CounterName.withoutAsides(counter.name).asides.filter {
        ShopTrade.holdsTrade($0.letters[...])
      }
      .map { ShopHeading.Trade(word: $0, trades: ShopTrade.trades(in: $0)) }
      var headings = texts.enumerated().compactMap { number, text in
        ShopHeading(PrintedCharacter.array(text), isPlace: isPlace).map { heading in
          var heading = heading
          // 张亮餐饮(麻辣烫)
          heading.trades += asides
          let isAll = heading.core == Key(text)
          let isHalf = number > counter.aliases.count
          return Entry(
            counter: index, heading: heading,
            part: isHalf ? (isAll ? .half : .core) : isAll || heading.isLatinShop ? .whole : .core)
        }
      }
      if let dotted = CounterName.beforeTrade(in: own[index]),
        var heading = ShopHeading(PrintedCharacter.array(dotted.name), isPlace: isPlace)
      {
        heading.trades = [
          ShopHeading.Trade(word: dotted.trade, trades: ShopTrade.trades(in: dotted.trade))
        ]
        headings.append(Entry(counter: index, heading: heading, part: .core))
      }
      let category = Set(ShopTrade.trades(ofCategory: counter.category))
      let customers = ShopHeading.Customers.named(in: counter.category ?? "")
      shops.append(
        Shop(
          trades: headings.flatMap(\.heading.trades).reduce(category) { $0.union($1.trades) },
          customers: headings.reduce(into: customers) { $0.formUnion($1.heading.customers) },
          latin: texts.map { Key($0) }.filter { $0.letters.allSatisfy(\.isLatin) }))
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
  func counters(
    under heading: ShopHeading, _ lines: [PrintedLine], below: PrintedLine?,
    isShared: (Key) -> Bool,
    isGone: (Int) -> Bool,
    isPlace: (ArraySlice<Unicode.Scalar>) -> Bool,
    isTradeBeside: (Int) -> Bool
  ) -> [Int] {
    var heading = heading
    if entries[heading.core] == nil, let core = coreBeforeBranch(heading) {
      heading = heading.cut(to: core)
    }
    let alike = (entries[heading.core] ?? []).filter {
      ($0.heading.isAuthorised || !heading.isReseller) && !isGone($0.counter)
    }
    // Ole', and below it 云汀天地店
    if let below,
      ShopHeading.isShop(ofMall: below.key.letters[...], isPlace)
        || Self.isShop(heading.core, onLine: below.key, isPlace)
    {
      heading.hasBranch = true
      heading.trades += [ShopHeading.trade(ofPlace: below.key.letters[...])].compactMap(\.self)
    }
    // FILA, and KIDS below it
    for line in lines.prefix(Self.linesOfCustomers) {
      heading.customers.formUnion(
        ShopHeading.Customers.allCases.filter { $0.words.contains(line.key) })
    }
    // Branches of one chain, which their names do not tell apart.
    guard !alike.isEmpty, alike.count <= Self.entriesMax else { return [] }
    let counters = Dictionary(grouping: alike, by: \.counter)
    let fitting = counters.compactMap { counter, entries -> (counter: Int, part: Part)? in
      guard let part = entries.map(\.part).max(),
        fits(heading, counter, part, entries, lines, below, isPlace),
        // 百年 of 百年收银小票 is not 百年糕点.
        !(heading.isUntitled && part == .core && heading.trades.isEmpty)
      else { return nil }
      return (counter, part)
    }
    // Whose name it is rather than whose half.
    let most = fitting.map(\.part).max()
    let first = fitting.filter { $0.part == most }
    guard let counter = first.first?.counter, areNamesakes(first.map(\.counter)) else { return [] }
    let isByBrand = counters[counter]?.allSatisfy(\.isByBrand) ?? true
    if most == .core, isShared(heading.core) { return [] }
    // CHANEL is either's where 香奈儿 and 香奈儿美妆 are registered.
    // PEACEBIRD MEN is one shop's where 太平鸟男装 and 太平鸟女装 are.
    if isByBrand, heading.customers.isEmpty,
      first.count == 1,
      (counters[counter] ?? []).compactMap(\.registered).contains(where: isShared)
    {
      return []
    }
    // 唐宫 is either's where 唐宫海鲜舫 and 唐宫小聚 are.
    if isByBrand, !heading.core.letters.allSatisfy(\.isLatin), isShared(heading.core) { return [] }
    // YSL may be YSL美妆 where SAINT LAURENT is a shop as well; 苹果 is bought, too.
    let isAnothers = alike.contains {
      !$0.isByBrand && !first.map(\.counter).contains($0.counter)
        && $0.heading.customers.isSubset(of: heading.customers)
    }
    if isByBrand, isAnothers || Brand.isOfGoods(heading.core) { return [] }
    if most == .core || isByBrand, isTradeBeside(counter) { return [] }
    // 李宁 over 童鞋 where 李宁童装 is a shop, too.
    let others = counters.keys.filter { $0 != counter }.reduce(into: Set()) {
      $0.formUnion(shops[$1].customers)
    }
    let isOthers = others.subtracting(heading.customers).contains { customers in
      lines.contains { customers.isNamed(on: $0.key) }
    }
    return isOthers ? [] : first.map(\.counter).sorted()
  }

  /// One counter, or several that the register calls alike: 瑞幸咖啡 on two floors.
  func areNamesakes(_ counters: [Int]) -> Bool {
    counters.allSatisfy { own[$0] == own[counters[0]] }
  }

  /// 华润万家(成都)有限公司锦云里Ole'店 below Ole'
  private static func isShop(
    _ core: Key, onLine line: Key, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    guard line.letters.last == "店", let start = line.range(of: core)?.lowerBound else {
      return false
    }
    return (lettersOfMallMin..<max(lettersOfMallMin, min(start, lettersOfMallMax) + 1)).contains {
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
  private static let branchMin = 2
  private static let branchMax = 4
  private static let entriesMax = 50
  private static let linesOfCustomers = 2

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

  private func fits(
    _ heading: ShopHeading, _ counter: Int, _ part: Part, _ named: [Entry],
    _ lines: [PrintedLine], _ below: PrintedLine?,
    _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    let shop = shops[counter]
    let here = named.filter { isOfCity($0, heading, isPlace) }
    // 小松鼠 Little Squirrel is who has both, 小松鼠童装; URIA 优里亚 is not URIA KIDS, nor ANTA 安踏 安踏儿童.
    let isNamedTwice =
      !here.isEmpty && shop.latin.contains(Key(letters: heading.latin.flatMap(\.letters)))
    let weight = CounterName.weight(of: heading.core.letters)
    // 锦上添花 is 锦上添花女装: nobody else's in so many characters.
    let isNobodyElse =
      weight >= Self.weightOfAnyTradeMin && !shop.customers.contains(.children)
      && ([heading.core] + Brand.others(of: heading.core)).allSatisfy { core in
        entries[core]?.allSatisfy { $0.counter == counter } ?? true
      }
    guard heading.customers.isSubset(of: shop.customers),
      isNamedTwice || isNobodyElse
        || here.contains(where: { $0.heading.customers.isSubset(of: heading.customers) })
    else { return false }
    guard isOwnLatin(heading.latin, of: shop, behind: weight) else { return false }
    if heading.trades.isEmpty {
      // PEACEBIRD MEN says all that 太平鸟男装 does.
      let isForSame = here.contains {
        $0.heading.trades.isEmpty && !heading.customers.isEmpty
          && $0.heading.customers == heading.customers
      }
      if part > .core || isNamedTwice || isForSame { return true }
      // ALDI 奥乐齐 is not 奥乐齐酒吧, nor 老乡鸡 老乡鸡面馆.
      let isBeside = here.flatMap(\.heading.trades).contains { ShopTrade.isBeside($0.word) }
      if !isBeside, isOfThisMall(heading) { return true }
      // FamilyMart, and FamilyMart 全家, of 全家便利店
      let isOfBrand =
        (here.allSatisfy { $0.isByBrand && !$0.hasLatin }
          || shop.ofBrand.contains(Key(letters: heading.latin.flatMap(\.letters))))
        && here.contains { $0.heading.customers.isSubset(of: heading.customers) }
      // 柜组:雅澜 over 精华液 is 雅澜化妆品's.
      let isOfCounter =
        heading.isLabelled && !isBeside && isOfItsGoods(lines, shop)
      return isOfBrand && !isBeside && !isOfOtherGoods(lines, than: shop) || isOfCounter
        || weight >= Self.weightBeforeTradeMin && isTelling(heading.core, shop)
          && isTold(heading.core, shop, isBeside: isBeside, lines, below)
    }
    let foreign = heading.trades.filter { $0.trades.isDisjoint(with: shop.trades) }.map(\.word)
    if !shop.trades.isEmpty {
      let own = here.flatMap(\.heading.trades)
      return (part > .core || isSameTrade(heading.trades, own, behind: weight))
        && foreign.count < heading.trades.count
        && !foreign.contains(where: ShopTrade.partsShops)
    }
    return weight >= Self.weightBeforeTradeMin
      && foreign.allSatisfy {
        !ShopTrade.isSideline($0)
          && (weight >= Self.weightOfAnyTradeMin || !ShopTrade.partsShops($0))
      }
  }

  /// 江南面馆 is not 江南饭店, though both are 餐饮, nor 老北京火锅 the 老北京面馆; 老北京饭店 may be either.
  private func isSameTrade(
    _ printed: [ShopHeading.Trade], _ registered: [ShopHeading.Trade], behind weight: Double
  ) -> Bool {
    let isAlike = registered.contains { own in
      printed.contains { other in
        // COFFEE is 咖啡; RESTAURANT may be any, and HAIR no 美甲. 老灶火锅 may be another than 老灶牛肉火锅.
        let isTranslated =
          Self.translated.contains(other.word) && !other.trades.isDisjoint(with: own.trades)
        let isPart = other.word.contains(own.word) || own.word.contains(other.word)
        // 汽车服务 and 汽车美容
        let isOfSameThing =
          other.word.count == Self.lettersOfThing * 2 && own.word.count == Self.lettersOfThing * 2
          && other.word.letters.prefix(Self.lettersOfThing)
            == own.word.letters.prefix(Self.lettersOfThing)
          && !other.trades.isDisjoint(with: own.trades)
        let isDish = [other, own].contains { trade in
          trade.trades.allSatisfy(ShopTrade.isDish)
        }
        return other.word == own.word || isTranslated || isOfSameThing
          || isPart && (!isDish || weight >= Self.weightBeforeTradeMin)
      }
    }
    guard !isAlike, weight >= Self.weightBeforeTradeMin else { return isAlike }
    func kinds(_ trades: [ShopHeading.Trade]) -> Set<Int> {
      trades.reduce(into: Set()) { $0.formUnion($1.trades.subtracting(ShopTrade.ofRestaurants)) }
    }
    let (there, here) = (kinds(printed), kinds(registered))
    return there.isEmpty || here.isEmpty || !there.isDisjoint(with: here)
  }

  private static let lettersOfThing = 2
  private static let translated: Set<Key> = Set(
    ["COFFEE", "CAFE", "BAKERY", "BBQ", "HOTPOT", "PHARMACY", "SUPERMARKET", "CINEMA"].map {
      Key($0)
    })

  /// Latin words beside the name are its own: LAWSON behind 罗森. Where the register has none of a
  /// shop they are nobody else's, and what stands before them tells it: 花间BAR may be another than
  /// 花间.
  private func isOwnLatin(_ words: [Key], of shop: Shop, behind weight: Double) -> Bool {
    guard !words.isEmpty else { return true }
    let all = Key(letters: words.flatMap(\.letters))
    let own = shop.latin + shop.ofBrand
    guard own.isEmpty else { return own.contains { $0.contains(all) } }
    return weight >= Self.weightBeforeTradeMin && !latin.contains(all)
      && !words.contains(where: wordsOfLatin.contains)
  }

  /// 苏州稻香村 is not 北京稻香村, and either may be another than 稻香村, nor 南京同仁堂大药房
  /// 同仁堂大药房; 成都蜀大侠火锅 is 蜀大侠火锅.
  private func isOfCity(
    _ entry: Entry, _ heading: ShopHeading, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    let own = entry.heading
    return own.city == heading.city
      // 成都德仁堂药业连锁 over 锦云里药店 is the mall's 德仁堂.
      || own.city == nil && heading.hasBranch && heading.core.count >= Self.branchMin + 1
        && heading.city.map { isPlace($0.letters[...]) } ?? false
      || (own.city == nil || heading.city == nil)
        && ((entry.registered ?? heading.core).count >= Self.charactersOfAnyCityMin
          || own.named == heading.named && heading.named.count > Self.charactersOfAnyCityMin
            && isCooked(heading))
  }

  /// Where what a restaurant cooks comes from: 成都 of 成都蜀大侠火锅.
  private func isCooked(_ heading: ShopHeading) -> Bool {
    !heading.trades.isEmpty
      && heading.trades.allSatisfy { trade in
        trade.trades.contains {
          ShopTrade.ofRestaurants.contains($0) || ShopTrade.isDish($0)
        }
      }
  }

  /// ole'-澜悦城店 of Ole'精品超市, 巴奴(云汀天地店) of 巴奴毛肚火锅: few letters, and that they are a shop's here.
  private func isOfThisMall(_ heading: ShopHeading) -> Bool {
    guard heading.hasBranch else { return false }
    let isLatin = heading.core.letters.allSatisfy(\.isLatin)
    return heading.core.count >= (isLatin ? Self.lettersOfBranchMin : Self.branchMin)
  }

  private static let lettersOfBranchMin = 2

  /// 花点时间 tells 花点时间鲜花; 浦江天地 says nothing of 浦江天地停车场.
  private func isTelling(_ core: Key, _ shop: Shop) -> Bool {
    shop.trades.isDisjoint(with: ShopTrade.ofMalls)
      && !Self.endsOfMalls.contains(where: core.text.hasSuffix)
      && !NameSurroundings.endsOfMalls.contains(where: core.letters.hasSuffix)
  }

  /// A name of three characters without its trade may be the mall's, 来福士 over a shop's, and one of
  /// Latin letters, BLOSSOM, anybody's, where the paper says nothing of what the shop sells.
  private func isTold(
    _ core: Key, _ shop: Shop, isBeside: Bool, _ lines: [PrintedLine], _ below: PrintedLine?
  ) -> Bool {
    let isLatin = core.letters.contains(where: \.isLatin)
    let isLong = !isLatin && core.count >= Self.charactersOfNobodyElse
    let isNameBelow = below.map { line in
      line.key.letters.last == "店"
        ? !ShopHeading.isBranch(line.key.letters[...]) : LearnedHeading.isName(line.key)
    }
    let isAlone = !isLatin && !(isNameBelow ?? false) && !isBeside
    return isLong || isAlone
      || shop.trades.contains { trade in
        let told = ShopTrade.all[trade].words + ShopTrade.all[trade].wares
        return told.contains { word in lines.contains { $0.key.contains(word) } }
      }
  }

  /// All that was bought, as far as it tells a trade, is of the shop's.
  private func isOfItsGoods(_ lines: [PrintedLine], _ shop: Shop) -> Bool {
    let goods = ShopTrade.trades(ofGoodsOn: lines)
    return !goods.isEmpty && goods.isSubset(of: shop.trades)
  }

  private func isOfOtherGoods(_ lines: [PrintedLine], than shop: Shop) -> Bool {
    let goods = ShopTrade.trades(ofGoodsOn: lines)
    return !goods.isEmpty && !shop.trades.isEmpty && goods.isDisjoint(with: shop.trades)
  }

  private static let charactersOfNobodyElse = 4

  /// Of malls whose names shops may end with as well.
  static let endsOfMalls = ["天街", "里", "港", "街", "府", "奥莱"]

  /// What a counter does as far as the register tells, as indices into ``ShopTrade/all``.
  func trades(of counter: Int) -> Set<Int> { shops[counter].trades }
}
