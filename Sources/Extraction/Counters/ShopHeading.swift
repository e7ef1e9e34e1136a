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
  /// The city stands there as in an address, 佛山市.
  private(set) var isAddressed = false
  /// Behind that, 南海区.
  private(set) var district: Key?
  /// Core and trade together, as they stand there: 新华书店.
  private(set) var named: Key
  /// It ends with 店: what stands before that may be a branch's name.
  private(set) var isOfBranch = false
  /// Behind it, in brackets, below it or behind a label stands that it is the shop of a mall that the
  /// register knows.
  var hasBranch = false
  /// What the paper is called was cut off behind it.
  var isUntitled = false
  /// A label says that it is the shop's name: 柜组:雅澜.
  var isLabelled = false
  /// Calls itself one who sells a brand's goods, and is another company than the brand's: Apple
  /// Premium Reseller.
  private(set) var isReseller = false
  /// Is called as a company is, 佛山市康民大药房连锁有限公司, which begins with its city.
  private(set) var isCompany = false
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
      let company = Self.withoutBranch(ofCompany: rest, isPlace)
      hasBranch = hasBranch || Self.isShop(ofMall: rest[company.endIndex...], isPlace)
      rest = company
      let form = CounterName.companyForms.first { CounterName.ends(rest, with: $0) }
      isCompany = form != nil
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
        isAddressed = rest.prefix(count).last == "市"
        let inCity = rest.dropFirst(count)
        rest = isAddressed ? Self.withoutDistrict(inCity) : inCity
        district = rest.count < inCity.count ? Key(letters: inCity[..<rest.startIndex]) : nil
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
        // 金拱堡苏州紫金汇餐厅: in which mall, and that in which city
        let isMall = isPlace(rest.suffix(count)) && count >= Self.lettersOfMallMin
        rest = rest.dropLast(count)
        if isMall, let city = CounterName.city(behind: rest), rest.count >= city + kept {
          rest = rest.dropLast(city)
        }
        hasBranch = hasBranch || isMall
        if case .trade = word,
          let style = Word.styles.first(where: { rest.hasSuffix($0) }),
          rest.count >= style.count + kept
        {
          rest = rest.dropLast(style.count)
        }
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
      isBrand || !latin.contains(where: CounterName.isCommon)
    else { return nil }
    // 迅销(中国)商贸有限公司, 耐卡体育(中国)有限公司, and not 欧莱雅(中国)有限公司, which has many brands.
    let saysTrade = words.contains { if case .trade = $0 { true } else { false } }
    guard brackets.count == all.count || saysTrade || Brand.isCompany(core) else { return nil }
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

  /// vivo专卖店: a Latin name, and what every shop may be called.
  var isLatinShop: Bool {
    trades.isEmpty && customers.isEmpty && latin.isEmpty && core.letters.allSatisfy(\.isLatin)
      && core.count >= Self.lettersOfShopMin
  }

  private static let lettersOfShopMin = 4

  /// No name is longer.
  private static let lettersMax = 60

  /// How many letters a city has that a name begins with, 太原市: two of the name's own stay.
  static func city(before name: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let city = CounterName.city(before: name) else { return nil }
    let count = name.dropFirst(city).first == "市" ? city + 1 : city
    return name.count - count >= 2 ? count : nil
  }

  /// 肥仔明烧腊 of 南海区肥仔明烧腊, as who registers a shop of its own calls it behind the city.
  private static func withoutDistrict(
    _ name: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard let end = name.prefix(lettersOfDistrictMax).firstIndex(where: { $0 == "区" || $0 == "县" }),
      end - name.startIndex >= 2, name.endIndex - end > Word.nameMin
    else { return name }
    return name[(end + 1)...]
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
}
