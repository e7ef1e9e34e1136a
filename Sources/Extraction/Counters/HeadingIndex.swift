import Receipts

/// The register's names by what is a shop's own of them, to be found by headings.
struct HeadingIndex: Sendable {
  private struct Entry: Sendable {
    /// Index into the register's counters.
    var counter: Int
    var heading: ShopHeading
    /// Which part of a registered name the core is.
    var part: Part
  }

  private enum Part: Comparable {
    /// What is left of it without its trade: 文峰 of 文峰美发.
    case core
    /// All that it has in one script: 好利来 of 好利来Lab.
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
      let halves = CounterName.halves(of: own[index]).filter { half in
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
      latin.formUnion(shops[index].latin)
      for entry in headings {
        entries[entry.heading.core, default: []].append(entry)
        for other in Brand.others(of: entry.heading.core) {
          var entry = entry
          entry.heading = entry.heading.named(other)
          entries[other, default: []].append(entry)
        }
      }
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
    guard let alike = entries[heading.core] else { return nil }
    let parts = Dictionary(grouping: alike, by: \.counter).mapValues { $0.map(\.part).max()! }
    let fitting = parts.filter { fits(heading, $0.key, $0.value) }
    // 好利来 rather than 好利来Lab.
    let most = fitting.values.max()
    let first = fitting.filter { $0.value == most }
    guard let counter = first.keys.first, first.count == 1 else { return nil }
    if most == .core, isShared(heading.core) || isTradeBeside(counter) { return nil }
    // 李宁 over 童鞋 where 李宁童装 is a shop, too.
    let others = parts.keys.filter { $0 != counter }.reduce(into: Set()) {
      $0.formUnion(shops[$1].customers)
    }
    let isOthers = others.subtracting(heading.customers).contains { customers in
      lines.contains { line in customers.words.contains { line.key.contains($0) } }
    }
    return isOthers ? nil : counter
  }

  /// Those of its name that are for other customers: ZARA under ZARA KIDS.
  func counters(forOthersThan heading: ShopHeading) -> Set<Int> {
    Set((entries[heading.core] ?? []).map(\.counter)).filter {
      !heading.customers.isSubset(of: shops[$0].customers)
    }
  }

  private func fits(_ heading: ShopHeading, _ counter: Int, _ part: Part) -> Bool {
    let shop = shops[counter]
    let named = (entries[heading.core] ?? []).filter { $0.counter == counter }
    guard heading.customers.isSubset(of: shop.customers),
      named.contains(where: { $0.heading.customers.isSubset(of: heading.customers) })
    else { return false }
    let words = Key(letters: heading.latin.flatMap(\.letters))
    let isOwnLatin =
      heading.latin.isEmpty
      || (shop.latin.isEmpty
        ? !latin.contains(words) : shop.latin.contains { $0.contains(words) })
    guard isOwnLatin else { return false }
    let weight = CounterName.weight(of: heading.core.letters)
    if heading.trades.isEmpty {
      // 北京稻香村 may be another than 稻香村.
      guard !heading.isOfCity || heading.core.count >= Self.charactersOfAnyTradeMin else {
        return false
      }
      return part > .core || weight >= Self.weightBeforeTradeMin && isTelling(heading.core, shop)
    }
    let foreign = heading.trades.filter { $0.trades.isDisjoint(with: shop.trades) }.map(\.word)
    if !shop.trades.isEmpty {
      return foreign.count < heading.trades.count && !foreign.contains(where: ShopTrade.partsShops)
    }
    return weight >= Self.weightBeforeTradeMin
      && foreign.allSatisfy {
        !ShopTrade.isSideline($0)
          && (heading.core.count >= Self.charactersOfAnyTradeMin || !ShopTrade.partsShops($0))
      }
  }

  /// 花点时间 tells 花点时间鲜花; 浦江天地 says nothing of 浦江天地停车场.
  private func isTelling(_ core: Key, _ shop: Shop) -> Bool {
    shop.trades.isDisjoint(with: ShopTrade.ofMalls)
      && !NameSurroundings.endsOfMalls.contains {
        core.letters.suffix($0.count).elementsEqual($0.letters)
      }
  }

  /// What a counter does as far as the register tells, as indices into ``ShopTrade/all``.
  func trades(of counter: Int) -> Set<Int> { shops[counter].trades }
}
