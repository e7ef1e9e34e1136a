/// What a till's heading, or a registered name, says of a shop: who it is, what it does, for whom,
/// and where. 罗森便利 LAWSON, 波司登羽绒服云汇专卖, 周大福珠宝金行(成都)有限公司, PEACEBIRD WOMEN.
///
/// A landlord and a till put different words around the name that is the shop's own, which both
/// have letter by letter.
struct ShopHeading: Sendable {
  /// Whom it is for, where a brand has several shops.
  enum Customers: Sendable, CaseIterable {
    case women, men, children

    /// What names them behind a shop's name, and on other lines.
    var words: [Key] { Self.words[self] ?? [] }

    private static let words: [Self: [Key]] = [
      .women: ["女装", "女士", "WOMEN", "WOMENS", "WOMAN", "LADIES"],
      .men: ["男装", "男士", "MEN", "MENS", "MAN"],
      .children: ["童装", "儿童", "童鞋", "KIDS", "KID", "CHILDREN", "JUNIOR"],
    ].mapValues { $0.map { Key($0) } }

    /// Latin words stand alone: MEN, and not PAYMENT.
    func isNamed(on line: Key) -> Bool {
      words.contains { word in
        guard word.letters[0].isLatin else { return line.contains(word) }
        return line.letters.indices.contains { start in
          let end = start + word.count
          return line.startsWord[start] && line.letters[start...].starts(with: word.letters)
            && (end == line.count || line.startsWord[end] || !line.letters[end].isLatin)
        }
      }
    }

    /// Those that a register's category names.
    static func named(in category: String) -> Set<Self> {
      let key = Key(category)
      return Set(
        allCases.filter { $0.isNamed(on: key) || $0 == .children && key.contains(forInfants) })
    }

    private static let forInfants = Key("母婴")
  }

  /// A word for what shops do.
  struct Trade: Sendable {
    var word: Key
    /// As indices into ``ShopTrade/all``.
    var trades: Set<Int>
  }

  /// What tells it from every other shop: 罗森, 波司登.
  private(set) var core: Key
  /// What its words say that it does.
  var trades: [Trade] = []
  var customers: Set<Customers> = []
  /// The city that stands before it: 太原 of 太原市新华书店.
  private(set) var city: Key?
  /// Core and trade together, as they stand there: 新华书店.
  private(set) var named: Key
  /// It ends with 店: what stands before that may be a branch's name.
  private(set) var isOfBranch = false
  /// Behind a dash or in brackets stands that it is the shop of a mall that the register knows.
  var hasBranch = false
  /// What the paper is called was cut off behind it.
  var isUntitled = false
  /// A label says that it is the shop's name: 柜组:雅澜.
  var isLabelled = false
  /// Calls itself one who sells a brand's goods, and is another company than the brand's: Apple
  /// Premium Reseller.
  private(set) var isReseller = false
  /// May be such a one: Apple授权店.
  private(set) var isAuthorised = false
  /// Latin words beside a Chinese core that say none of these: LAWSON.
  private(set) var latin: [Key] = []

  /// - Parameter isPlace: whether letters begin the name of a place that the register's branches
  ///   have.
  /// - Returns: `nil` for what tells no shop, and for what has yet other words: a number, a bracket
  ///   that is no place.
  init?(
    _ characters: some Sequence<PrintedCharacter>, isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) {
    let (name, all) = Self.parted(Array(characters), isPlace)
    let brackets = all.filter { $0 != Self.china }
    guard name.count <= Self.lettersMax, !name.letters.contains(where: \.isDigit),
      brackets.allSatisfy({ Self.isBranch($0.letters[...], isPlace) })
    else { return nil }
    hasBranch = brackets.contains { bracket in
      Self.isShop(ofMall: bracket.letters[...], isPlace)
        || Self.withoutKindOfPlace(bracket.letters[...]).map {
          isPlace($0.dropFirst(Self.city(before: $0) ?? 0))
        } ?? false
    }
    var words: [Word.Meaning] = []
    let latinWords = Self.latinWords(of: name)
    let isReseller = latinWords.contains(where: Word.tellReseller.contains)
    self.isReseller = isReseller
    isAuthorised = isReseller || Word.authorised.contains(where: name.contains)
    // PACIFIC COFFEE is more than what every café may have.
    let isBrand = Brand.isKnown(Key(letters: latinWords.flatMap(\.letters)))
    let others = latinWords.filter { word in
      let known =
        isBrand ? nil : isReseller && Word.ofResellers.contains(word) ? .any : Word.latin[word]
      if let known { words.append(known) }
      return known == nil
    }
    var rest = name.letters.filter { !$0.isLatin }[...]
    // luckin coffee太原茂业店
    if !others.isEmpty, Self.isBranch(rest), isPlace(rest) || Self.city(before: rest) != nil {
      hasBranch = hasBranch || Self.isShop(ofMall: rest, isPlace)
      rest = []
    }
    if let own = Self.withoutMall(rest, isPlace) {
      rest = own
      hasBranch = true
    }
    isOfBranch = Self.isBranch(rest)
    // 权金城云汇天地店
    hasBranch =
      hasBranch
      || isOfBranch
        && rest.indices.dropFirst(Word.nameMin).contains {
          rest.endIndex - $0 > Self.lettersOfMallMin && Self.isShop(ofMall: rest[$0...], isPlace)
        }
    if rest.isEmpty {
      core = Key(letters: others.flatMap(\.letters))
      named = core
    } else {
      rest = Self.withoutBranch(ofCompany: rest, isPlace)
      let form = CounterName.companyForms.first { CounterName.ends(rest, with: $0) }
      if let form {
        rest = rest.dropLast(form.count)
        rest = rest.dropLast(CounterName.city(behind: rest) ?? 0)
        // Who runs a mall stands on the papers of all its shops.
        guard
          Self.isOfKnownBrand(rest)
            || !CounterName.operators.contains(where: Key(letters: rest).contains)
        else { return nil }
      }
      if !Brand.isKnown(Key(letters: rest)), let count = Self.city(before: rest) {
        city = Key(letters: rest.prefix(count).filter { $0 != "市" })
        rest = rest.dropFirst(count)
      }
      named = Key(letters: rest)
      // LI-NING 成都童装店 has no name besides.
      let isAllSaid = !others.isEmpty && Word.saysAll(rest, isPlace)
      let kept = isAllSaid ? 0 : Word.nameMin
      // 名创优品 is more than what every shop may have.
      while !Brand.isKnown(Key(letters: rest)),
        let (word, count) = Word.last(of: rest, keeping: kept, inCompany: form != nil, isPlace)
      {
        words.append(word)
        rest = rest.dropLast(count)
        // 陈香贵兰州牛肉面: how they cook it there
        if case .trade = word, let city = CounterName.city(behind: rest),
          rest.count >= city + Self.nameBeforeCityMin
        {
          rest = rest.dropLast(city)
        }
      }
      core = isAllSaid ? Key(letters: others.flatMap(\.letters)) : Key(letters: rest)
      if isAllSaid { named = core } else { latin = others }
    }
    guard core.count >= 2, !isPlace(core.letters[...]), !CounterName.isCommon(core),
      !Word.isTrade(core),
      !CounterName.isCity(core.letters[...]),
      !latin.contains(where: CounterName.isCommon)
    else { return nil }
    // 迅销(中国)商贸有限公司, and not 欧莱雅(中国)有限公司, which has many brands.
    guard brackets.count == all.count || Brand.isCompany(core) else { return nil }
    trades += brackets.compactMap { Self.trade(ofPlace: $0.letters[...]) }
    for word in words {
      switch word {
      case .trade(let trade): trades.append(trade)
      case .customers(let those): customers.insert(those)
      case .any: break
      }
    }
  }

  /// 海恩斯莫里斯商业: who runs a brand's shops runs no mall.
  private static func isOfKnownBrand(_ company: ArraySlice<Unicode.Scalar>) -> Bool {
    CounterName.tradesOfCompanies.contains { trade in
      CounterName.ends(company, with: trade)
        && Brand.isCompany(Key(letters: company.dropLast(trade.count)))
    }
  }

  /// What stands before a city that a trade is named for is a name by so many characters.
  private static let nameBeforeCityMin = 3

  /// 大参林医药集团股份有限公司云澜汇分店: behind a company's form stands which of its shops it is.
  private static func withoutBranch(
    ofCompany name: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> ArraySlice<Unicode.Scalar> {
    let end = name.indices.last { end in
      CounterName.companyForms.contains { name[..<end].hasSuffix($0) }
    }
    guard let end, isBranch(name[end...], isPlace) else { return name }
    return name[..<end]
  }

  /// 云汀天地店, 宁波云汀天地店: that it is the shop of a mall that the register knows.
  static func isShop(
    ofMall letters: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    guard letters.last == "店" else { return false }
    let place = withoutKindOfPlace(letters) ?? letters.dropLast()
    // 北京店 is any; 成都大悦城店 is none of 北京大悦城's.
    guard !CounterName.isCity(place) else { return false }
    if isPlace(place) { return true }
    // 郑东云汇天地: a district of the city stands before the mall.
    let inDistrict = place.dropFirst(lettersOfDistrict)
    if inDistrict.count >= lettersOfMallMin + 1, isPlace(inDistrict),
      !chains.contains(where: Key(letters: inDistrict).contains), city(before: place) == nil
    {
      return true
    }
    guard let city = city(before: place) else { return false }
    // 西安曲江星河城: the district stands before the mall.
    let inCity = place.dropFirst(city)
    let districts = 0...max(0, min(lettersOfDistrictMax, inCity.count - lettersOfMallMin))
    return districts.contains { district in
      let mall = inCity.dropFirst(district)
      guard district == 0 || !chains.contains(where: Key(letters: mall).contains) else {
        return false
      }
      return isPlace(mall) && !CounterName.cityKeys.contains { isPlace($0 + mall) }
    }
  }

  private static let lettersOfDistrict = 2
  private static let lettersOfDistrictMax = 4
  /// Of which a city has several, each in its district.
  private static let chains = [
    "万达", "万象", "大悦", "来福士", "银泰", "吾悦", "天街", "凯德", "印象城", "宝龙", "爱琴海", "龙湖", "奥莱", "奥特莱斯", "永旺",
    "天虹", "王府井", "合生汇", "万科", "环宇城", "荟聚", "世纪金源", "环球港", "苏宁", "百联", "万汇", "摩尔城",
  ].map { Key($0) }
  private static let operators = [
    "新世界", "百盛", "金鹰", "茂业", "大洋", "太平洋", "华联", "华润", "印力", "恒隆", "太古", "新光", "远洋", "中粮", "保利",
    "绿地",
    "王府", "商业", "百货",
  ].map { Key($0) }
  private static let lettersOfMallMin = 3

  /// vivo专卖店: a Latin name, and what every shop may be called.
  var isLatinShop: Bool {
    trades.isEmpty && customers.isEmpty && latin.isEmpty && core.letters.allSatisfy(\.isLatin)
      && core.count >= Self.lettersOfShopMin
  }

  private static let lettersOfShopMin = 4

  /// No name is longer.
  private static let lettersMax = 60

  /// How many letters a city has that a name begins with, 太原市: two of the name's own stay.
  private static func city(before name: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let city = CounterName.city(before: name) else { return nil }
    let count = name.dropFirst(city).first == "市" ? city + 1 : city
    return name.count - count >= 2 ? count : nil
  }

  /// The same shop under what its brand calls itself in other letters.
  func named(_ core: Key) -> ShopHeading {
    var heading = self
    (heading.core, heading.named) = (core, core)
    heading.latin = []
    return heading
  }

  /// The same with less of its core.
  func cut(to core: Key) -> ShopHeading {
    var heading = self
    (heading.core, heading.named) = (core, core)
    return heading
  }

  /// The text, and what stands in its brackets, or behind its last dash as there: ole'-澜悦城店.
  private static func parted(
    _ characters: [PrintedCharacter], _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> (Key, [Key]) {
    var outside: [PrintedCharacter] = []
    var inside: [[PrintedCharacter]] = []
    var isOpen = false
    let dash =
      characters.lastIndex(of: "-").flatMap { dash in
        // Häagen-Dazs(郑东云汇天地店) has its branch in brackets.
        !characters[dash...].contains("(")
          && isBranch(Key(characters: characters[dash...]).letters[...]) ? dash : nil
      }
      ?? characters.lastIndex(of: "·").flatMap { dot in
        let place = Key(characters: characters[dot...]).letters
        return dot > 0 && (isPlace(place[...]) || isShop(ofMall: place[...], isPlace)) ? dot : nil
      }
    for (index, character) in characters.enumerated() {
      if index == dash {
        inside.append([])
        isOpen = true
        continue
      }
      if "([（【".contains(character) {
        inside.append([])
        isOpen = true
      } else if ")]）】".contains(character) {
        isOpen = false
      } else if isOpen {
        inside[inside.count - 1].append(character)
      } else {
        outside.append(character)
      }
    }
    return (Key(characters: outside), inside.map { Key(characters: $0) })
  }

  private static let china = Key("中国")

  /// Which of a brand's shops it is: 云汇天地, 成都, 高新店.
  private static func isBranch(
    _ letters: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    letters.isEmpty || isBranch(letters) || CounterName.isCity(letters) || isPlace(letters)
      || withoutKindOfPlace(letters).map { isPlace($0.dropFirst(city(before: $0) ?? 0)) } ?? false
  }

  /// 南昌云汇城 of 南昌云汇城餐厅, as brands call their shops.
  private static func withoutKindOfPlace(
    _ letters: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    kindsOfPlaces.first { letters.hasSuffix($0) }.map { letters.dropLast($0.count) }
  }

  private static let kindsOfPlaces =
    ["旗舰店", "体验店", "概念店", "形象店", "直营店", "专卖店", "分店", "门店", "专柜"].map { Key($0) } + tradesOfPlaces

  /// These say what the shop does as well: 老百姓(云汇城药店) is no restaurant.
  private static let tradesOfPlaces = ["药店", "影城", "餐厅"].map { Key($0) }

  static func trade(ofPlace letters: ArraySlice<Unicode.Scalar>) -> Trade? {
    tradesOfPlaces.first { letters.hasSuffix($0) }
      .map { Trade(word: $0, trades: ShopTrade.trades(in: $0)) }
  }

  /// 迪卡山 of 迪卡山无锡鹭洲汇商场: behind the name the city and the mall, which calls itself one.
  private static func withoutMall(
    _ letters: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> ArraySlice<Unicode.Scalar>? {
    guard let kind = kindsOfMalls.first(where: { letters.hasSuffix($0) }) else { return nil }
    let rest = letters.dropLast(kind.count)
    let counts = (lettersOfMallMin...max(lettersOfMallMin, rest.count)).reversed()
    guard let count = counts.first(where: { $0 < rest.count && isPlace(rest.suffix($0)) }) else {
      return nil
    }
    let name = rest.dropLast(count)
    let own = name.dropLast(CounterName.city(behind: name) ?? 0)
    // 王府井云汇城购物中心 is the mall, by who runs it.
    let isOperator = (chains + operators).contains(where: Key(letters: own).contains)
    return own.count >= 2 && !isOperator ? own : nil
  }

  static let kindsOfMalls = ["购物中心", "购物广场", "商场", "商城", "广场"].map { Key($0) }

  /// 高新店, 王府井百货店, and not 童装店, nor 重庆火锅店, nor 百货高新店: which of a brand's shops, and not what other.
  static func isBranch(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = Key(letters: letters)
    return letters.last == "店" && !SideShop.ofNoBranch.contains(where: key.contains)
      && !ShopTrade.holdsTrade(letters) && !letters.starts(with: departmentStore.letters)
      && !Customers.allCases.contains { $0.words.contains(where: key.contains) }
  }

  static let departmentStore = Key("百货")

  static func latinWords(of name: Key) -> [Key] {
    var words: [[Unicode.Scalar]] = []
    var isInWord = false
    for (letter, startsWord) in zip(name.letters, name.startsWord) {
      if !letter.isLatin {
        isInWord = false
      } else if isInWord, !startsWord {
        words[words.count - 1].append(letter)
      } else {
        words.append([letter])
        isInWord = true
      }
    }
    return words.map { Key(letters: $0) }
  }

  /// Whether letters are words that every shop may have, or for what shops do, and nothing else: 专柜
  /// of 兰蔻LANCOME专柜.
  static func saysNothing(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    Word.saysAll(letters) { _ in false }
  }

  /// A word that stands around names, and what it says.
  private enum Word {
    enum Meaning {
      case trade(Trade)
      case customers(Customers)
      /// What every shop may have: 旗舰店.
      case any
    }

    /// Whether letters are such words and nothing else.
    static func saysAll(
      _ letters: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
    ) -> Bool {
      var rest = letters
      while let (_, count) = last(of: rest, keeping: 0, inCompany: false, isPlace) {
        rest = rest.dropLast(count)
      }
      return rest.isEmpty
    }

    /// What letters end with.
    ///
    /// - Parameter kept: how many stay before it, two characters of a name at least.
    static func last(
      of letters: ArraySlice<Unicode.Scalar>, keeping kept: Int, inCompany: Bool,
      _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
    ) -> (Meaning, Int)? {
      guard let end = letters.last, letters.count > kept else { return nil }
      let known = (chinese[end] ?? []).first {
        letters.hasSuffix($0.word) && letters.count - $0.word.count >= kept
      }
      if let known { return (known.meaning, known.word.count) }
      if inCompany,
        let word = CounterName.tradesOfCompanies.first(where: {
          CounterName.ends(letters, with: $0)
        }
        )
      {
        return (.any, word.count)
      }
      let place = (placeMin..<max(placeMin, letters.count - kept + 1)).reversed().first {
        isPlace(letters.suffix($0))
      }
      return place.map { (.any, $0) }
    }

    /// 美容 of 美容美发沙龙: all that is left of a name says what others do as well.
    static func isTrade(_ core: Key) -> Bool {
      core.letters.last.flatMap { chinese[$0] }?.contains { known in
        if case .trade = known.meaning { known.word == core } else { false }
      } ?? false
    }

    static let nameMin = 2
    private static let placeMin = 2

    /// By their last character, those that hold others first.
    private static let chinese: [Unicode.Scalar: [(word: Key, meaning: Meaning)]] = {
      var words: [Key: Meaning] = [:]
      for word in ShopTrade.all.flatMap(\.words) {
        let trades = ShopTrade.all.indices.filter { ShopTrade.all[$0].words.contains(word) }
        words[word] = .trade(Trade(word: word, trades: Set(trades)))
      }
      for customers in Customers.allCases {
        for word in customers.words { words[word] = .customers(customers) }
      }
      for text in ofAnyShop { words[Key(text)] = .any }
      var byLast: [Unicode.Scalar: [(word: Key, meaning: Meaning)]] = [:]
      for (word, meaning) in words {
        if let last = word.letters.last { byLast[last, default: []].append((word, meaning)) }
      }
      return byLast.mapValues {
        $0.sorted { ($1.word.count, $0.word.text) < ($0.word.count, $1.word.text) }
      }
    }()

    static let latin: [Key: Meaning] = {
      var words: [Key: Meaning] = [:]
      for text in tradesInNames {
        let word = Key(text)
        words[word] = .trade(Trade(word: word, trades: Set(ShopTrade.trades(ofCategory: text))))
      }
      for customers in Customers.allCases {
        for word in customers.words { words[word] = .customers(customers) }
      }
      for text in ofAnyLatinShop { words[Key(text)] = .any }
      return words
    }()

    /// Words of categories that stand in names as well: no HOME, which is a line of some brands.
    private static let tradesInNames = [
      "JEWELRY", "JEWELLERY", "COSMETICS", "OPTICAL", "PHARMACY", "HOTPOT", "BBQ", "COFFEE", "TEA",
      "BAKERY", "CINEMA", "SUPERMARKET", "TOYS", "FITNESS", "SPA", "HAIR", "GYM", "EYEWEAR",
      "DENTAL", "CINEMAS",
      "FLORIST", "CAFE", "RESTAURANT", "KTV", "PETS", "PET",
    ]
    private static let ofAnyLatinShop = ["STORE", "SHOP", "OFFICIAL", "FLAGSHIP", "BOUTIQUE"]
    static let tellReseller = ["RESELLER", "AUTHORISED", "AUTHORIZED"].map { Key($0) }
    static let ofResellers = Set(tellReseller + [Key("PREMIUM")])
    static let authorised = ["授权", "经销"].map { Key($0) }
    private static let ofAnyShop = [
      "官方授权", "官方", "授权店", "授权", "精品", "优品", "良品", "优选", "严选", "集合店", "集合", "量贩",
      "旗舰店", "专卖店", "专营店", "专门店", "直营店", "体验店", "形象店", "概念店", "精品店", "总店", "分店", "门店", "店", "专柜",
      "专卖", "专营", "柜台", "柜", "经销商", "连锁", "大王", "服务部", "经营部", "国际", "中国", "集团", "生活馆", "体验馆", "旗舰馆",
      "概念馆",
      "精品馆", "馆", "空间",
    ]
  }
}
