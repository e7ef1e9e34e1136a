import Receipts

/// A name that a counter goes by.
struct CounterName: Sendable {
  /// Index into the register's counters.
  var counter: Int
  var key: Key
  /// How much the name says, in Chinese characters: a Latin letter or digit counts half.
  var weight: Double
  /// Only a part of the registered name: its Chinese or its Latin half, or what stands before a
  /// branch in brackets.
  var isPart: Bool
  /// The letters that are the name's own rather than a branch's, a mall's or a company's form,
  /// where they are known.
  var core: Range<Int>
  /// Without what it sells, 同仁堂 of 同仁堂药店: a part that other names may begin with, which stands
  /// there letter by letter or not at all.
  var isTrimmed = false
  /// A half of a name in two scripts that no other counter's name has: NIKE of Nike 耐克 tells it as
  /// the whole does.
  var isOwnHalf = false
  /// A stall's in a hall, 石锅饭 of 食通天·档口07 石锅饭: a dish as well, and a name at the paper's head
  /// alone.
  var isStall = false
  /// Name and alias side by side: stands there letter by letter or not at all, since of a long
  /// alias enough is left whatever the name beside it.
  var isJoined = false

  static func weight(of letters: some Sequence<Unicode.Scalar>) -> Double {
    letters.reduce(0) { $0 + ($1.value < 0x250 ? 0.5 : 1) }
  }

  /// Name, aliases and their parts, each once.
  ///
  /// - Parameter own: the name without its branch.
  static func names(of counter: Counter, index: Int, own: String) -> [CounterName] {
    // 一点点 is 1点点, which no heading is read for.
    let ofBrand = [Key(own), withoutTrade(Key(own))].compactMap(\.self).flatMap(Brand.others)
    let withDigits = ofBrand.filter { $0.letters.contains(where: \.isDigit) }
    // 一点点奶茶(1點點), 1點點(一点点)
    let inBrackets = brackets(in: own).flatMap { parts -> [Key]? in
      let (name, other) = (Key(parts.before), Key(parts.inside))
      return [name, withoutTrade(name) ?? name].contains(where: Brand.others(of: other).contains)
        ? [name, other] : nil
    }
    let texts =
      [counter.name, own] + counter.aliases + withDigits.map(\.text)
      + (inBrackets ?? []).map(\.text)
    let joined = joined(own, counter.aliases + Brand.others(of: Key(own)).map(\.text))
    let whole = (texts + [swapped(own)].compactMap(\.self) + joined)
      .map { Key($0) }.filter { $0.count >= 2 }
    let halves = halves(of: own).map { Key($0) }.filter { $0.count >= 2 }
    let dotted = beforeTrade(in: own).map { Key($0.name) }
    let trimmed = Set(whole.compactMap(withoutTrade) + [dotted].compactMap(\.self))
      .subtracting(whole + halves)
    let parts = halves + trimmed
    let sides = Set(joined.map { Key($0) })
    let stall = stall(in: own).map { Key($0) }
    var seen = Set<Key>()
    return (whole.map { ($0, false) } + parts.map { ($0, true) }).compactMap { key, isPart in
      guard seen.insert(key).inserted else { return nil }
      let shorter = (whole + halves).filter { $0.count < key.count }
      let core = shorter.compactMap { key.range(of: $0) }.filter { $0.lowerBound == 0 }
        .max { $0.count < $1.count }
      return CounterName(
        counter: index, key: key, weight: weight(of: key.letters), isPart: isPart,
        core: companyCore(of: key) ?? core ?? 0..<key.count, isTrimmed: trimmed.contains(key),
        isStall: stall == key, isJoined: sides.contains(key))
    }
  }

  /// 优舍(月亮湾店): a shop's name and, in brackets, which of its shops it is.
  static func branched(_ name: String) -> (name: String, branch: String)? {
    guard let end = name.lastIndex(where: { ")）".contains($0) }),
      let start = name[..<end].lastIndex(where: { "(（".contains($0) }), start > name.startIndex
    else { return nil }
    // 星巴克咖啡(三层店) Starbucks
    let behind = name[name.index(after: end)...]
    guard behind.allSatisfy({ $0.isASCII }) else { return nil }
    let branch = name[name.index(after: start)..<end]
    guard branch.hasSuffix("店"), !SideShop.ofNoBranch.contains(where: Key(String(branch)).contains)
    else {
      return nil
    }
    return (String(name[..<start]) + behind, String(branch))
  }

  /// 老庙黄金·悦荟里专柜: behind a dot its place in the mall, whose name the register's branches have.
  ///
  /// - Parameter isPlace: whether letters begin a branch of the register.
  static func placed(_ name: String, isPlace: (ArraySlice<Unicode.Scalar>) -> Bool) -> (
    name: String, branch: String
  )? {
    guard let dot = name.lastIndex(where: { "·・•".contains($0) }), dot > name.startIndex,
      !isPlace(Key(String(name[..<dot])).letters[...])
    else { return nil }
    let branch = String(name[name.index(after: dot)...])
    let key = Key(branch)
    let letters = key.letters
    // 名创优品·天津滨江道
    if let city = city(before: letters[...]), letters.count >= city + 2,
      !ShopTrade.holdsTrade(letters[...]), !stalls.contains(where: key.contains),
      isPlaceName(letters[city...])
    {
      return (String(name[..<dot]), branch)
    }
    let isPlaced =
      letters.count >= 2 && isPlace(letters[...])
      || placesInMalls.contains { place in
        letters.count >= place.count + 2 && letters.hasSuffix(place)
          && isPlace(letters.dropLast(place.count))
      }
    return isPlaced ? (String(name[..<dot]), branch) : nil
  }

  /// 滨江道, 大悦城店; of 大食代·武汉豆皮店 it is a stall.
  static func isPlaceName(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let place = letters.last == "店" ? letters.dropLast() : letters
    return place.last.map { endsOfPlaces.contains($0) || $0.isLatin } ?? false
  }

  private static let endsOfPlaces = Set("路街道城里港场地心站汇口".unicodeScalars)
  /// What streets are called that are stalls in a hall.
  private static let stalls = ["小吃", "美食", "食街", "风味"].map { Key($0) }
  private static let placesInMalls = ["专柜", "停车场", "门店", "分店", "店", "柜"].map { Key($0) }

  private static func isInLatin(_ name: String) -> Bool { Key(name).letters[0].isLatin }

  /// A name and an alias in the other script stand side by side, either first: XTEP特步 where 特步 is
  /// registered and XTEP its alias. So may two aliases.
  private static func joined(_ name: String, _ aliases: [String]) -> [String] {
    let single = ([name] + aliases).filter { runs(of: $0).count == 1 && !Key($0).isEmpty }
    return single.indices.flatMap { first in
      single[(first + 1)...].filter { isInLatin($0) != isInLatin(single[first]) }
        .flatMap { [single[first] + $0, $0 + single[first]] }
    }
  }

  /// A name in two scripts may be printed the other way round: LAWSON 罗森.
  private static func swapped(_ name: String) -> String? {
    let parts = runs(of: name)
    return parts.count == 2 && !isBranch(1, of: parts, in: name) ? parts[1] + parts[0] : nil
  }

  /// 见华(Relo): 见华 and RELO. A part has to say enough to stand for the whole.
  static func halves(of name: String) -> [String] {
    let runs = runs(of: name)
    let isOneOfSeveral = isOneOfSeveral(name)
    return runs.indices.filter { number in
      let key = Key(runs[number])
      if isOneOfSeveral, number == 0 { return false }
      return !isBranch(number, of: runs, in: name) && weight(of: key.letters) >= 2
        && !common.contains(key.text) && !ShopHeading.saysNothing(key.letters[...])
    }
    .map { runs[$0] } + [stall(in: name)].compactMap(\.self)
  }

  /// 美食广场（兰州拉面） and 阿迪达斯（三叶草）: what stands before the brackets is a hall's, or a brand's that has
  /// other shops, unless the brackets say nothing of which it is.
  private static func isOneOfSeveral(_ name: String) -> Bool {
    guard name.last.map({ ")）".contains($0) }) ?? false, withoutAsides(name).asides.isEmpty,
      let start = name.lastIndex(where: { "(（".contains($0) })
    else { return false }
    let (own, aside) = (Key(String(name[..<start])), Key(String(name[start...])))
    return aside.letters.contains { !$0.isLatin && !$0.isDigit }
      && !Brand.others(of: own).contains(aside)
      && (Brand.isKnown(own) || (halls + placesOfMalls).contains(where: own.text.contains))
  }

  /// 华莱士 of 华莱士·全鸡汉堡: before a dot, where behind it stands what the shop sells and not which of its
  /// brand's shops it is, 外婆家·小馆.
  static func beforeTrade(
    in name: String, least: Int = lettersBeforeTradeMin
  ) -> (name: String, trade: Key)? {
    guard let dot = name.firstIndex(where: { "·・•".contains($0) }) else { return nil }
    let (own, rest) = (Key(String(name[..<dot])), Key(String(name[name.index(after: dot)...])))
    guard own.count >= least, !isCommon(own),
      !ShopHeading.saysNothing(own.letters[...]), ShopTrade.holdsTrade(rest.letters[...]),
      !ShopTrade.isBeside(rest), !SideShop.ofNames.contains(where: rest.text.contains),
      !halls.contains(where: own.text.contains)
    else { return nil }
    return (String(name[..<dot]), rest)
  }

  static let lettersBeforeTradeMin = 3

  /// 铁板厨房 of 食代广场-铁板厨房, 石锅饭 of 食通天·档口07 石锅饭: who cooks in a hall of many.
  private static func stall(in name: String) -> String? {
    guard let dash = name.firstIndex(where: { "-·—".contains($0) }),
      halls.contains(where: name[..<dash].contains)
    else { return nil }
    let stall = name[name.index(after: dash)...].trimmingPrefix(#/(?:档口)?(?:[A-Z]?\d+号?)?\s*/#)
    let key = Key(String(stall))
    return weight(of: key.letters) >= stallMin && !ShopTrade.isTrade(key.letters[...])
      && !isCommon(key) ? String(stall) : nil
  }

  private static let stallMin = 3.0
  static let halls = ["食代", "食通天", "美食", "食集", "食府", "小吃街", "食堂"]

  /// What is in brackets within a name may be a branch, too: 优舍(月亮湾店)YOUSHE.
  private static func isBranch(_ number: Int, of runs: [String], in name: String) -> Bool {
    guard number > 0, name.contains(where: { "(（".contains($0) }) else { return false }
    // 罗森(云汇天地), and not 见华(Relo).
    let isAside =
      ["(", "（"].contains { name.contains($0 + runs[number]) }
      && isInLatin(runs[number]) == isInLatin(runs[0])
    return runs[number].hasSuffix("店") || isAside
  }

  /// Whether a half is the shop's own and nothing that stands in the name's brackets, 成都 Taikoo Li
  /// of Massimo Dutti(成都 Taikoo Li), unless that is the same in the other script: Max Mara（麦丝玛拉）.
  static func isOwn(_ half: Key, of name: String) -> Bool {
    guard let start = name.firstIndex(where: { "(（[【".contains($0) }) else { return true }
    let outside = Key(String(name[..<start]))
    let inside = Key(String(name[start...]))
    // 邦可汉堡（BUN&CO）
    let isInOtherScript =
      inside.letters.allSatisfy(\.isLatin) && inside.count >= lettersOfLatinNameMin
      && !isCommon(inside) && !Brand.isKnown(inside)
      && outside.letters.allSatisfy { !$0.isLatin && !$0.isDigit }
    return (half == outside || half == inside)
      && (Brand.others(of: outside).contains(inside) || isInOtherScript)
  }

  private static let lettersOfLatinNameMin = 4

  /// What a name has in one script each, or between brackets.
  private static func runs(of name: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var isLatin = false
    for character in name {
      let isBreak = "()（）[]【】/|".contains(character)
      let isNeutral = !character.isLetter && !character.isNumber
      let latin = character.unicodeScalars.allSatisfy { $0.value < 0x250 }
      if isBreak || (!isNeutral && latin != isLatin && !current.isEmpty) {
        parts.append(current)
        current = ""
      }
      if !isBreak { current.append(character) }
      if !isNeutral { isLatin = latin }
    }
    parts.append(current)
    return parts.filter { !Key($0).isEmpty }
  }

  /// `nil` where a name says nothing of what is sold, or too little besides.
  private static func withoutTrade(_ name: Key) -> Key? {
    let rest = ShopTrade.withoutTrade(name.letters[...])
    guard rest.count < name.count, weight(of: rest) >= trimmedMin else { return nil }
    return Key(letters: rest)
  }

  private static let trimmedMin = 3.0

  static func isCommon(_ word: Key) -> Bool { common.contains(word.text) }

  /// Whether it goes on behind a half with words of many names: what a brand calls another of its
  /// shops.
  func isOfBrand(_ half: Key) -> Bool { !isPart && Self.isOfBrand(key, half) }

  /// 兰蔻 Color Lab goes on behind 兰蔻 with nothing of its own.
  static func isOfBrand(_ name: Key, _ half: Key) -> Bool {
    guard name.count > half.count, let range = name.range(of: half) else { return false }
    var words: [[Unicode.Scalar]] = []
    for index in name.letters.indices where !range.contains(index) {
      let isNew = name.startsWord[index] || index == range.upperBound || words.isEmpty
      if isNew { words.append([]) }
      words[words.count - 1].append(name.letters[index])
    }
    return words.allSatisfy { $0.allSatisfy(\.isDigit) || isCommon(Key(letters: $0)) }
  }

  /// Words that many names hold and that tell none.
  private static let common: Set<String> = [
    "CHINA", "HONGKONG", "ASIA", "GROUP", "LIMITED", "COMPANY", "TRADING", "FOOD", "FOODS", "CAFE",
    "COFFEE", "SHOP", "STORE", "STORES", "CLUB", "HOME", "KIDS", "PLUS", "中国", "香港", "上海", "北京",
    "餐饮", "生活", "儿童", "集团", "BAKERY", "KITCHEN", "FASHION", "JEWELRY", "JEWELLERY", "BEAUTY",
    "IMAX", "OUTLETS", "FACTORY", "POPUP", "YOUNG", "RESERVE", "ORIGINALS", "NEO", "PRO", "KPRO",
    "LITE", "GO", "COLOR", "COLORS", "LAB",
    "BLACK", "SPORT", "MEN",
    "DESSERT", "DESSERTS", "PIZZA", "NOODLE", "NOODLES", "BURGER", "SUSHI", "STEAK", "GRILL",
    "HOTPOT",
    "TEA", "MILK", "JUICE", "WINE", "BREAD", "CAKE", "CAKES", "PASTRY", "CHOCOLATE", "GELATO",
    "BISTRO",
    "LOUNGE", "GARDEN", "HOUSE", "MARKET", "MART", "MALL", "PARK", "PLAY", "GAME", "GAMES", "TOYS",
    "BOOKS", "FLOWER", "FLOWERS", "GYM", "FITNESS", "YOGA", "DANCE", "MUSIC", "PHOTO", "STUDIO",
    "DESIGN", "SALON", "HAIR", "NAIL", "NAILS", "OPTICAL", "GLASSES", "WATCH", "WATCHES", "GOLD",
    "DIAMOND", "SHOES", "BAGS", "JEANS", "DENIM", "OUTDOOR", "WOMEN", "BABY", "JUNIOR", "MINI",
    "SELECT", "EXPRESS", "LIFE", "STYLE", "PETS", "TOKYO", "OSAKA", "PARIS", "LONDON", "MILANO",
    "MILAN",
    "ROMA", "SEOUL", "KOREA", "JAPAN", "NEWYORK", "FRANCE", "ITALIA", "ITALY",
    "RESTAURANT", "LIFESTYLE", "SUPERMARKET", "PHARMACY", "CINEMA", "SPORTS", "OUTLET",
    "儿童乐园", "游乐园", "游乐场", "便利店", "生活馆", "体验店", "旗舰店", "专卖店", "折扣店", "会员店", "咖啡店", "咖啡馆",
    "重庆火锅", "火锅店", "茶餐厅", "面包店", "烘焙店", "大药房", "药房", "超市", "影城", "书店", "面馆", "牛肉面", "麻辣烫",
    "酸菜鱼", "煲仔饭", "私房菜", "美食城", "珠宝", "首饰", "眼镜", "化妆品", "女装", "男装", "童装", "家居", "电器", "手机",
  ]
}
