import Receipts

extension HeadingIndex {
  /// Whether a heading may be a counter's, as far as what its shop is called, does and is for goes.
  func fits(
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
      // 王府井 is who runs the mall, and not 王府井珠宝.
      guard !KnownMall.isOwner(heading.core) else { return false }
      // ALDI 奥乐齐 is not 奥乐齐酒吧, nor 老乡鸡 老乡鸡面馆.
      let isBeside = here.flatMap(\.heading.trades).contains { ShopTrade.isBeside($0.word) }
      if !isBeside, isOfThisMall(heading), !isOfOtherGoods(lines, than: shop) { return true }
      if !isBeside, isTrade(of: here, toldBy: below, over: lines),
        !isOfOtherGoods(lines, than: shop)
      {
        return true
      }
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
    let isBakery = part > .core && isBakery(heading, of: shop, behind: weight)
    let there = isBakery ? ShopTrade.ofBakeries : shop.trades
    let foreign = heading.trades.filter { $0.trades.isDisjoint(with: there) }.map(\.word)
    if !shop.trades.isEmpty {
      let own = here.flatMap(\.heading.trades)
      return (part > .core || isSameTrade(heading.trades, own, behind: weight))
        && foreign.count < heading.trades.count
        && !foreign.contains(where: ShopTrade.partsShops)
    }
    return (weight >= Self.weightBeforeTradeMin || areAppliances(heading, of: named))
      && foreign.allSatisfy {
        !ShopTrade.isSideline($0)
          && (weight >= Self.weightOfAnyTradeMin || !ShopTrade.partsShops($0))
      }
  }

  /// 泸溪河烘焙 is 泸溪河, of whom the register says 餐饮 and no more; 蜀大侠烤鱼 may be another than 蜀大侠.
  private func isBakery(_ heading: ShopHeading, of shop: Shop, behind weight: Double) -> Bool {
    weight >= Self.weightBeforeTradeMin && !shop.trades.isEmpty
      && shop.trades.isSubset(of: ShopTrade.ofRestaurants)
      && (heading.hasBranch || Brand.isKnown(heading.core))
      && heading.trades.allSatisfy { $0.trades.isSubset(of: ShopTrade.ofBakeries) }
  }

  /// 海尔家电 is 海尔专卖店; 海尔洗衣 and 华为维修 are others'.
  private func areAppliances(_ heading: ShopHeading, of shop: [Entry]) -> Bool {
    shop.contains { $0.part == .core && !$0.isByBrand } && Brand.isKnown(heading.core)
      && heading.latin.isEmpty && !heading.isCompany
      && heading.trades.allSatisfy { $0.trades.isSubset(of: ShopTrade.ofAppliances) }
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

  /// 东方香氛 below 闻见, of 闻见香氛: what it sells, and nothing else; no item, whose price follows.
  private func isTrade(
    of shop: [Entry], toldBy below: PrintedLine?, over lines: [PrintedLine]
  ) -> Bool {
    guard let below, !below.text.hasDigit, below.key.count <= Self.lettersOfTradeMax,
      !below.text.characters.contains(where: { ":()".contains($0) })
    else { return false }
    let next = lines.first { $0.index > below.index }
    let isItem = next.map { MoneyScanner.tokens(in: $0.text).contains { $0.decimals > 0 } } ?? false
    return !isItem
      && shop.flatMap(\.heading.trades).contains { trade in
        // 潮汕鲜牛肉火锅 of 潮汕牛肉火锅
        let end = Key(letters: trade.word.letters.suffix(Self.lettersOfThing))
        return below.key.letters.hasSuffix(
          trade.trades.allSatisfy(ShopTrade.isDish) ? end : trade.word)
      }
  }

  private static let lettersOfTradeMax = 8
  private static let lettersOfThing = 2
  private static let translated: Set<Key> = Set(
    [
      "COFFEE", "CAFE", "BAKERY", "BBQ", "HOTPOT", "NAIL", "NAILS", "PHARMACY", "SUPERMARKET",
      "CINEMA",
    ].map {
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
    if let district = own.district, let other = heading.district, district != other { return false }
    return own.city == heading.city
      // 安徽康佰大药房连锁有限公司悦澜汇店 of 康佰大药房
      || own.city == nil && heading.isCompany && heading.hasBranch
        && !Self.brandsOfCities.contains(heading.core)
        && !Self.brandsOfCities.contains(heading.named)
      // 康民大药房悦澜汇分店 of 佛山市康民大药房连锁有限公司: as a company every one names its city, and of those
      // that are called alike the register has this one.
      || heading.city == nil && (heading.hasBranch || own.isCompany)
        && heading.core.count >= Self.branchMin && !Self.brandsOfCities.contains(heading.core)
        && !Self.brandsOfCities.contains(heading.named)
      // 成都德仁堂药业连锁 over 锦云里药店 is the mall's 德仁堂.
      || own.city == nil && heading.hasBranch && heading.core.count >= Self.branchMin + 1
        && heading.city.map { isPlace($0.letters[...]) } ?? false
      // 商户名称:南宁周生生珠宝 on a card slip says where the brand's shop is, 佛山市肥仔明烧腊店 where it pays its
      // taxes.
      || own.city == nil && heading.isLabelled
        && (Brand.isKnown(heading.core)
          || heading.isAddressed && (heading.hasBranch || heading.core.count > Self.branchMin))
        && !Self.brandsOfCities.contains(heading.named)
        && !Self.brandsOfCities.contains(heading.core)
        && (cities.isEmpty || heading.city.map(cities.contains) ?? true)
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
  /// 苏州稻香村 and 北京稻香村 are two companies.
  private static let brandsOfCities = Set(
    ["稻香村", "同仁堂", "新华书店", "大药房", "供销社", "百货大楼"].map { Key($0) })

  /// 花点时间 tells 花点时间鲜花; 浦江天地 says nothing of 浦江天地停车场.
  private func isTelling(_ core: Key, _ shop: Shop) -> Bool {
    (knowsMall || shop.trades.isDisjoint(with: ShopTrade.ofMalls))
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

  /// Whether the register says what a counter sells beside its name, 老凤祥（眼镜）, and what was bought
  /// is nothing of it: a brand's shop of that name alone may be another.
  func isOfOtherGoods(_ lines: [PrintedLine], than counter: Int) -> Bool {
    shops[counter].isTold && isOfOtherGoods(lines, than: shops[counter])
  }

  func isOfOtherGoods(_ lines: [PrintedLine], than shop: Shop) -> Bool {
    let goods = ShopTrade.trades(ofGoodsOn: lines)
    guard !goods.isEmpty, !shop.trades.isEmpty, goods.isDisjoint(with: shop.trades) else {
      return false
    }
    // A laundry cleans shirts, a tea shop sells 幽兰拿铁, and who sells sports shoes T恤.
    func areAlike(_ family: Set<Int>, _ all: Set<Int>) -> Bool {
      goods.isSubset(of: all) && !shop.trades.isDisjoint(with: family)
    }
    return shop.trades.isDisjoint(with: ShopTrade.ofClothesOfOthers)
      && !areAlike(ShopTrade.ofFood, ShopTrade.ofFood.union(ShopTrade.ofMarkets))
      && !areAlike(ShopTrade.ofDress, ShopTrade.ofDress)
  }

  private static let charactersOfNobodyElse = 4

  /// Of malls whose names shops may end with as well.
  static let endsOfMalls = ["天街", "里", "港", "街", "府", "奥莱"]
}
