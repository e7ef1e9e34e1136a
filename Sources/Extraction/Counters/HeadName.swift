import Receipts

/// A paper's heading that begins as the name of one counter of the register does, and of no other:
/// 珍味坊 over 参茸燕窝 where 珍味坊参茸 is registered, 童画美术教育 where 童画美术 is.
///
/// What a shop is called by its landlord and on its own till differs most often behind its name, by
/// what it sells or does.
struct HeadName {
  /// Index into the register's names.
  let name: Int
  /// Of the line's letters those that are the name's.
  let range: Range<Int>
  /// Which part of the registered name stands there, ``shareMin``…1.
  let share: Double
  /// What a shop is called on its paper says no less where the register's name is long: 牛角 of
  /// 牛角日本烧肉专门店.
  private static let shareMin = 0.4

  /// A name that goes on says enough by so many Chinese characters, and one that is cut short by
  /// one less: 老凤翔咖啡 is not 老凤翔.
  private static let wholeMin = 4
  /// By one less where it goes on with what the register says that the shop does.
  private static let wholeOfTradeMin = 3
  private static let beginningMin = CounterIndex.beginning
  /// By two where all else of it stands in the head: 蔡澜 over 港式点心专门店.
  private static let toldMin = 2
  private static let headLines = 3
  /// What stands behind a name is a few words, in Chinese characters.
  private static let tailMax = 8.0

  /// - Parameters:
  ///   - index: of a line in the paper's head.
  ///   - lines: all of the paper's.
  init?(on text: PrintedText, of index: Int, among lines: [PrintedLine], in register: CounterIndex)
  {
    let line = Key(characters: text.characters)
    let lead = line.letters.prefix { !$0.isLatin && !$0.isDigit }
    guard lead.count >= Self.toldMin else { return nil }
    let others = lines.filter { $0.index != index }
    let found = register.soleNames(beginningAs: lead, of: line).lazy.compactMap { name in
      Self.length(of: register.names[name], on: line, lead, others, in: register)
        .map { (name: name, length: $0) }
    }.first
    guard let found, !Self.isNamedElsewhere(lines, but: lead) else { return nil }
    (name, range) = (found.name, 0..<found.length)
    share = max(
      Self.shareMin, Double(found.length) / Double(register.names[found.name].key.count))
  }

  /// How many letters of a name a line begins with, where they tell it.
  ///
  /// - Parameter lead: what stands on the line before Latin letters and digits.
  private static func length(
    of name: CounterName, on line: Key, _ lead: ArraySlice<Unicode.Scalar>,
    _ others: [PrintedLine], in register: CounterIndex
  ) -> Int? {
    let own = name.key
    let same = zip(own.letters, lead).prefix { $0 == $1 }.count
    let tail = line.letters[same...]
    guard same >= toldMin, CounterName.weight(of: tail) <= tailMax,
      !tail.contains(where: \.isDigit),
      !register.isPlace(lead[..<same])
    else { return nil }
    if same == own.count {
      // 好利来蛋糕(云汇天地)
      let end = tail.indices.first { line.startsWord[$0] && $0 > same } ?? line.count
      let isOwnTrade = isOwnTrade(tail[..<end], behind: same, of: register.counters[name.counter])
      // 味千拉面·小馆 is another shop of a brand.
      let words = Key(letters: tail).text
      let isLatin = tail.first.map(\.isLatin) ?? false
      guard same >= (isOwnTrade ? wholeOfTradeMin : wholeMin),
        isOwnTrade || !ShopTrade.holdsTrade(tail),
        !SideShop.ofNames.contains(where: words.contains),
        !besideOthers.contains(where: words.hasPrefix),
        !(line.startsWord[safe: same] ?? false) || isLatin
      else { return nil }
    } else if CounterName.city(behind: lead[..<same]) == nil,
      isSameTrade(own.letters[same...], lead[same...], behind: same)
    {
      // Not of 老北京面馆 and 老北京炸酱面馆.
      return same
    } else {
      let rest = own.letters[same...]
      guard same == lead.count, !CounterName.holdsTradeOfShop(tail),
        // 木槿衣橱 of 木槿衣橱·设计师集合; 味千拉面·小馆 is another shop of a brand.
        !own.startsWord[same] || same >= wholeMin && !Brand.isKnown(Key(letters: lead)),
        // What is named so and stands in a register with more behind it is the mall, and 溜冰场 in it
        // another's.
        !NameSurroundings.endsOfMalls.contains(where: lead.hasSuffix),
        lead.count < beginningMin
          ? isWhollyTold(rest, on: others)
            || isAlone() && isOfGoods(others, in: register.headings.trades(of: name.counter))
          : ShopTrade.goesOn(lead, with: rest) || isTold(rest, on: others) || isAlone()
      else { return nil }
      func isAlone() -> Bool {
        tail.isEmpty && isOfSameShop(lead, own, among: others)
          && !isOfOtherTrade(others, than: register.headings.trades(of: name.counter))
      }
    }
    return same
  }

  /// 喜家德水饺 and 喜家德虾仁水饺: one says more of what both do.
  private static func isSameTrade(
    _ registered: ArraySlice<Unicode.Scalar>, _ printed: ArraySlice<Unicode.Scalar>,
    behind length: Int
  ) -> Bool {
    let (more, less) =
      registered.count > printed.count ? (registered, printed) : (printed, registered)
    let words = Key(letters: more.dropLast(less.count))
    return length >= beginningMin && more.count > less.count && ShopTrade.isTrade(less)
      && more.hasSuffix(Key(letters: less))
      && words.count <= describingMax && !ShopTrade.holdsTrade(words.letters[...])
      // 太平鸟女装服饰
      && !SideShop.ofNames.contains(where: words.text.contains)
  }

  /// What says more of a trade is a word.
  private static let describingMax = 2

  /// What stands behind a name is what the register says that the counter does, 汽车服务 of a 停车; where
  /// it says nothing, neither in the category nor in the name, a trade: 好利来蛋糕, 乡村基快餐 CSC. Behind a
  /// name of three characters none that makes two shops of one: 周大福眼镜 is not 周大福.
  private static func isOwnTrade(
    _ tail: ArraySlice<Unicode.Scalar>, behind length: Int, of counter: Counter
  ) -> Bool {
    let words = ShopTrade.words(ofCategory: counter.category)
    guard words.isEmpty else { return ShopTrade.consists(tail, of: words) }
    return !ShopTrade.holdsTrade(Key(counter.name).letters[...])
      && ShopTrade.staysInTrade(tail.prefix { !$0.isLatin })
      && (length >= wholeMin || !ShopTrade.shops.contains(where: Key(letters: tail).contains))
  }

  /// 对面麦当劳
  private static let besideOthers = ["对", "旁", "邻", "隔"]
  private static let offers = ["满", "减", "券", "赠", "送"]
  /// What a mall has of its own: 大悦城服务台.
  private static let ofMalls = ["服务台", "停车", "礼品", "体验馆", "生活馆", "物业", "管理"]

  /// What the registered name goes on with is what every shop may be called, or what another line
  /// of the paper is about: 参茸 of 珍味坊参茸 on 参茸燕窝滋补行, and not 荟馆 of 周大福荟馆.
  private static func isTold(_ tail: ArraySlice<Unicode.Scalar>, on lines: [PrintedLine]) -> Bool {
    let rest = Key(letters: tail)
    guard !ofMalls.contains(where: rest.text.hasPrefix) else { return false }
    if kindsOfShop.contains(where: rest.text.hasPrefix) { return true }
    let pairs = zip(rest.letters, rest.letters.dropFirst())
      .filter { !$0.isLatin && !$1.isLatin }.map { Key("\($0)\($1)") }
    return lines.contains { line in
      pairs.contains(where: line.key.contains)
        && !offers.contains(where: line.key.text.contains)
    }
  }

  /// 胡桃里 and nothing else over the paper of 胡桃里音乐酒馆: no other shop of its own name, 周大福荟馆, nor one
  /// for others, 太平鸟女装.
  private static func isOfSameShop(
    _ lead: ArraySlice<Unicode.Scalar>, _ name: Key, among lines: [PrintedLine]
  ) -> Bool {
    var words = Key(letters: name.letters[lead.count...])
    // A 茶餐厅 sells no tea, and serves at tables.
    if words.letters.hasSuffix(teaRestaurant),
      !ShopTrade.trades(in: teaRestaurant).isDisjoint(with: ShopTrade.trades(ofGoodsOn: lines))
    {
      words = Key(letters: words.letters.dropLast(teaRestaurant.count))
    }
    // 童话镇 over 纸尿裤 is 童话镇童装.
    let goods = ShopTrade.trades(ofGoodsOn: lines)
    if words == forChildren, !goods.isEmpty, goods.isSubset(of: ShopTrade.trades(in: words)) {
      return lead.count >= beginningMin
    }
    // 蜜巷 over 珍珠奶茶 is 蜜巷茶饮.
    let isTold =
      !ShopTrade.isBeside(words)
      && !ShopTrade.trades(ofWaresOn: lines).isDisjoint(with: ShopTrade.trades(in: words))
    return words.count >= toldMin && !words.letters.contains(where: \.isLatin)
      && !(ofMalls + SideShop.ofNames + (isTold ? [] : ofOtherHouses))
        .contains(where: words.text.contains)
      // 龙湖天街, 美容美发, and 进巍美 of 进巍美甲
      && !HeadingIndex.endsOfMalls.contains(where: Key(letters: lead).text.hasSuffix)
      && !ShopTrade.isTrade(lead) && !ShopTrade.isCut(name, at: lead.count)
  }

  private static let forChildren = Key("童装")
  private static let teaRestaurant = Key("茶餐厅")

  /// 太平洋 over 眼镜 is not 太平洋影城.
  private static func isOfOtherTrade(_ lines: [PrintedLine], than own: Set<Int>) -> Bool {
    lines.prefix(linesOfTrade).contains { line in
      guard !line.text.hasDigit else { return false }
      let told = ShopTrade.trades(in: line.key)
      return !told.isEmpty && told.isDisjoint(with: own)
    }
  }

  private static let linesOfTrade = 5

  /// 永琪 over 烫发 is 永琪美容美发: two characters tell a shop where the goods tell what it does.
  private static func isOfGoods(_ lines: [PrintedLine], in own: Set<Int>) -> Bool {
    !own.isDisjoint(with: ShopTrade.trades(ofGoodsOn: lines))
  }

  /// Of the brand, or of a mall of that name, which has its own: 王府井书店.
  private static let ofOtherHouses = [
    "影城", "影院", "书店", "书城", "健身", "酒店", "公寓", "超市", "百货", "冰场", "溜冰", "乐园", "广场", "商场", "中心",
    "荟", "会所", "公馆", "面馆", "小吃", "酒吧", "别院", "眼镜", "咖啡", "茶", "炒菜", "摄影", "珠宝", "钟表",
  ]

  /// The same, all of it on one line of the head: 蔡澜 over 港式点心专门店. What was bought, 米线 under 阿婆, is
  /// many shops'.
  private static func isWhollyTold(
    _ tail: ArraySlice<Unicode.Scalar>, on lines: [PrintedLine]
  ) -> Bool {
    let rest = Key(letters: tail)
    return rest.count >= toldMin && !rest.letters.contains(where: \.isLatin)
      && !CounterName.isCommon(rest)
      && lines.prefix(headLines).contains { line in
        !line.text.hasDigit && line.key.contains(rest)
          && !offers.contains(where: line.key.text.contains)
      }
  }

  private static let kindsOfShop = ["旗舰", "专卖", "专营", "直营", "体验店"]

  /// 商户：鹿港小镇 below the mall's name: who says so is nobody else.
  private static func isNamedElsewhere(
    _ lines: [PrintedLine], but lead: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    lines.contains { line in
      guard let colon = line.text.characters.firstIndex(of: ":") else { return false }
      let label = Key(characters: line.text.characters[..<colon])
      let value = Key(characters: line.text.characters[(colon + 1)...]).letters
        .prefix { !$0.isLatin && !$0.isDigit }
      return CounterLabel.namesShop(label) && value.count >= 2
        && !lead.starts(with: value.prefix(2))
    }
  }
}
