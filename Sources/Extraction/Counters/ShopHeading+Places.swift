extension ShopHeading {
  /// 大参林医药集团股份有限公司云澜汇分店, 星幕影城有限公司佛山悦澜汇分公司: behind a company's form stands which of its
  /// shops it is.
  static func withoutBranch(
    ofCompany name: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> ArraySlice<Unicode.Scalar> {
    func end(of name: ArraySlice<Unicode.Scalar>) -> Int? {
      name.indices.last { end in
        CounterName.companyForms.contains { name[..<end].hasSuffix($0) }
      }
    }
    if name.hasSuffix(branchOfCompany) {
      let own = name.dropLast(branchOfCompany.count)
      return end(of: own).map { own[..<$0] } ?? name
    }
    guard let end = end(of: name), isBranch(name[end...], isPlace) else { return name }
    return name[..<end]
  }

  private static let branchOfCompany = Key("分公司")

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
      !KnownMall.chains.contains(where: Key(letters: inDistrict).contains),
      city(before: place) == nil
    {
      return true
    }
    guard let city = city(before: place) else { return false }
    // 西安曲江星河城: the district stands before the mall.
    let inCity = place.dropFirst(city)
    let districts = 0...max(0, min(lettersOfDistrictMax, inCity.count - lettersOfMallMin))
    return districts.contains { district in
      let mall = inCity.dropFirst(district)
      guard district == 0 || !KnownMall.chains.contains(where: Key(letters: mall).contains) else {
        return false
      }
      return isPlace(mall) && !CounterName.cityKeys.contains { isPlace($0 + mall) }
    }
  }

  private static let lettersOfDistrict = 2
  static let lettersOfDistrictMax = 4
  static let lettersOfMallMin = 3

  /// Which of a brand's shops it is: 云汇天地, 成都, 高新店.
  static func isBranch(
    _ letters: ArraySlice<Unicode.Scalar>, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    letters.isEmpty || isBranch(letters) || CounterName.isCity(letters) || isPlace(letters)
      || withoutKindOfPlace(letters).map { isPlace($0.dropFirst(city(before: $0) ?? 0)) } ?? false
  }

  /// 南昌云汇城 of 南昌云汇城餐厅, as brands call their shops.
  static func withoutKindOfPlace(
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
  static func withoutMall(
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
    let isOperator = (KnownMall.chains + KnownMall.operators).contains(
      where: Key(letters: own).contains)
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
}
