import Receipts

/// The register's names by what is a shop's own of them, to be found by headings.
struct HeadingIndex: Sendable {
  private struct Entry: Sendable {
    /// Index into the register's counters.
    var counter: Int
    var heading: ShopHeading
    /// Which part of a registered name the core is.
    var part: Part
    /// Not in the register's letters, but in what the brand calls itself in others.
    var isByBrand = false
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
  }

  private let entries: [Key: [Entry]]
  private let shops: [Shop]
  /// Names of Latin letters, of all counters.
  private let latin: Set<Key>

  /// What a shop does without the register's saying so stands behind a name of so many Chinese
  /// characters: 木屋烧烤 is not 木屋.
  private static let weightBeforeTradeMin = 3.0
  /// Behind a name of so many characters stands the shop's own trade, whatever it is: 周大福眼镜 is not
  /// 周大福.
  private static let charactersOfAnyTradeMin = 4

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
      let isPlain = !own[index].contains { "(（[【".contains($0) }
      let halves =
        !isPlain
        ? []
        : CounterName.halves(of: own[index]).filter { half in
          !CounterName.isOfBrand(Key(own[index]), Key(half))
        }
      let texts = [own[index]] + counter.aliases + halves
      let headings = texts.enumerated().compactMap { number, text in
        ShopHeading(PrintedCharacter.array(text), isPlace: isPlace).map { heading in
          let isAll = heading.core == Key(text)
          let isHalf = number > counter.aliases.count
          return Entry(
            counter: index, heading: heading, part: !isAll ? .core : isHalf ? .half : .whole)
        }
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
          entry.heading = entry.heading.named(other)
          entry.isByBrand = true
          entries[other, default: []].append(entry)
          if other.letters.allSatisfy(\.isLatin) { shops[index].latin.append(other) }
        }
      }
      latin.formUnion(shops[index].latin)
    }
    (self.entries, self.shops, self.latin) = (entries, shops, latin)
  }

  /// The only counter that a heading may be of.
  ///
  /// - Parameters:
  ///   - lines: of the paper, the heading's apart.
  ///   - isShared: whether names of several counters begin with the core.
  ///   - isTradeBeside: whether another trade than a counter's stands in the head.
  func counter(
    under heading: ShopHeading, _ lines: [PrintedLine], isShared: (Key) -> Bool,
    isTradeBeside: (Int) -> Bool
  ) -> Int? {
    let alike = entries[heading.core] ?? []
    // Branches of one chain, which their names do not tell apart.
    guard !alike.isEmpty, alike.count <= Self.entriesMax else { return nil }
    let counters = Dictionary(grouping: alike, by: \.counter)
    let fitting = counters.compactMap { counter, entries -> (counter: Int, part: Part)? in
      guard let part = entries.map(\.part).max(), fits(heading, counter, part, entries) else {
        return nil
      }
      return (counter, part)
    }
    // Whose name it is rather than whose half.
    let most = fitting.map(\.part).max()
    let first = fitting.filter { $0.part == most }
    guard let counter = first.first?.counter, first.count == 1 else { return nil }
    let isByBrand = counters[counter]?.allSatisfy(\.isByBrand) ?? true
    if most == .core, isShared(heading.core) { return nil }
    if most == .core || isByBrand, isTradeBeside(counter) { return nil }
    // 李宁 over 童鞋 where 李宁童装 is a shop, too.
    let others = counters.keys.filter { $0 != counter }.reduce(into: Set()) {
      $0.formUnion(shops[$1].customers)
    }
    let isOthers = others.subtracting(heading.customers).contains { customers in
      lines.contains { customers.isNamed(on: $0.key) }
    }
    return isOthers ? nil : counter
  }

  private static let entriesMax = 50

  /// Those of its name that are not for children, who have shops of their own: ZARA under ZARA KIDS.
  func counters(forOthersThan heading: ShopHeading) -> Set<Int> {
    guard heading.customers.contains(.children) else { return [] }
    return Set((entries[heading.core] ?? []).prefix(Self.entriesMax).map(\.counter)).filter {
      !shops[$0].customers.contains(.children)
    }
  }

  private func fits(
    _ heading: ShopHeading, _ counter: Int, _ part: Part, _ named: [Entry]
  ) -> Bool {
    let shop = shops[counter]
    let here = named.filter { isOfCity($0.heading, heading) }
    guard heading.customers.isSubset(of: shop.customers),
      here.contains(where: { $0.heading.customers.isSubset(of: heading.customers) })
    else { return false }
    let words = Key(letters: heading.latin.flatMap(\.letters))
    let isOwnLatin =
      heading.latin.isEmpty
      || (shop.latin.isEmpty
        ? !latin.contains(words) : shop.latin.contains { $0.contains(words) })
    guard isOwnLatin else { return false }
    let weight = CounterName.weight(of: heading.core.letters)
    if heading.trades.isEmpty {
      return part > .core || weight >= Self.weightBeforeTradeMin && isTelling(heading.core, shop)
    }
    let foreign = heading.trades.filter { $0.trades.isDisjoint(with: shop.trades) }.map(\.word)
    if !shop.trades.isEmpty {
      // 江南面馆 is not 江南饭店, though both are 餐饮.
      let isSame =
        part > .core || weight >= Self.weightBeforeTradeMin
        || here.contains { entry in
          entry.heading.trades.contains { own in
            heading.trades.contains { $0.word.contains(own.word) || own.word.contains($0.word) }
          }
        }
      return isSame && foreign.count < heading.trades.count
        && !foreign.contains(where: ShopTrade.partsShops)
    }
    return weight >= Self.weightBeforeTradeMin
      && foreign.allSatisfy {
        !ShopTrade.isSideline($0)
          && (heading.core.count >= Self.charactersOfAnyTradeMin || !ShopTrade.partsShops($0))
      }
  }

  /// 苏州稻香村 is not 北京稻香村, and either may be another than 稻香村; 太原市新华书店 is 新华书店.
  private func isOfCity(_ own: ShopHeading, _ heading: ShopHeading) -> Bool {
    guard own.city != heading.city else { return true }
    return (own.city == nil || heading.city == nil)
      && (heading.core.count >= Self.charactersOfAnyTradeMin
        || heading.named.count >= Self.charactersOfAnyTradeMin && heading.named == own.named)
  }

  /// 花点时间 tells 花点时间鲜花; 浦江天地 says nothing of 浦江天地停车场.
  private func isTelling(_ core: Key, _ shop: Shop) -> Bool {
    shop.trades.isDisjoint(with: ShopTrade.ofMalls)
      && !Self.endsOfMalls.contains(where: core.text.hasSuffix)
      && !NameSurroundings.endsOfMalls.contains(where: core.letters.hasSuffix)
  }

  /// Of malls whose names shops may end with as well.
  private static let endsOfMalls = ["天街", "里", "港", "街", "府", "奥莱"]

  /// What a counter does as far as the register tells, as indices into ``ShopTrade/all``.
  func trades(of counter: Int) -> Set<Int> { shops[counter].trades }
}
