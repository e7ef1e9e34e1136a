extension CounterName {
  /// A registered name without what the landlord says besides, and that: 发现造型 of 发现造型（美发）, 绝味鸭脖 of
  /// 绝味鸭脖 熟食, 权金城烤肉 KWONKUMSUNG of 权金城烤肉(韩式) KWONKUMSUNG.
  static func withoutAsides(_ name: String) -> (own: String, asides: [Key]) {
    var (own, asides) = (name, [Key]())
    while let next = withoutAside(own) {
      own = next.own
      asides.append(next.aside)
    }
    return (own, asides)
  }

  /// The same of the last of them. `nil` where there is none, where brackets have its name in other
  /// letters, and of a shop that a brand has beside those of its name alone, 肯德基(B1甜品站).
  private static func withoutAside(_ name: String) -> (own: String, aside: Key)? {
    let bracketed = brackets(in: name).map {
      (own: $0.before + $0.behind, aside: Key($0.inside))
    }
    let spaced = name.lastIndex(of: " ").map {
      (own: String(name[..<$0]), aside: Key(String(name[name.index(after: $0)...])))
    }
    let dotted = name.firstIndex(where: { "·・•".contains($0) }).map {
      (own: String(name[name.index(after: $0)...]), aside: Key(String(name[..<$0])))
    }
    // 四川陈麻婆餐饮管理有限公司 陈麻婆豆腐
    let ofCompany = name.lastIndex(of: " ").flatMap { gap -> (own: String, aside: Key)? in
      let (company, own) = (Key(String(name[..<gap])), String(name[name.index(after: gap)...]))
      let isCompany = companyForms.contains { company.letters.hasSuffix($0) }
      // 上海亿珂商贸有限公司 云汇天地店 is no shop of that name, nor 成都春熙商贸有限公司 春熙路店.
      let city = ShopHeading.city(before: company.letters[...]) ?? 0
      let begun = Key(letters: Key(own).letters.prefix(lettersOfOwnCompany))
      let isPlace = Key(own).letters.last == "店" && !ShopTrade.holdsTrade(Key(own).letters[...])
      return isCompany && begun.count == lettersOfOwnCompany && !isPlace
        && Key(letters: company.letters.dropFirst(city)).contains(begun) ? (own, company) : nil
    }
    if let ofCompany { return ofCompany }
    return [bracketed, spaced].compactMap(\.self).first { isAside($0.aside, of: Key($0.own)) }
      // 内衣·都市丽人
      ?? dotted.flatMap {
        ShopTrade.isTrade($0.aside.letters[...]) && isAside($0.aside, of: Key($0.own)) ? $0 : nil
      }
  }

  /// What stands before, in and behind the first brackets of a name that hold no others.
  static func brackets(
    in name: String
  ) -> (before: String, inside: String, behind: String)? {
    guard let first = name.firstIndex(where: { "(（".contains($0) }),
      let end = name[first...].firstIndex(where: { ")）".contains($0) }),
      let start = name[..<end].lastIndex(where: { "(（".contains($0) })
    else { return nil }
    var before = name[..<start]
    while before.last == " " { before.removeLast() }
    return (
      String(before), String(name[name.index(after: start)..<end]),
      String(name[name.index(after: end)...])
    )
  }

  private static func isAside(_ aside: Key, of own: Key) -> Bool {
    // 纯K（量贩KTV）
    let isOfTwoScripts = Set(own.letters.map(\.isLatin)).count == 2
    let isOfTrade = ShopTrade.holdsTrade(aside.letters[...])
    let isChinese = own.letters.contains { !$0.isLatin && !$0.isDigit }
    return weight(of: own.letters) >= (isOfTwoScripts ? 1.5 : isChinese ? 2 : 1)
      && !isCommon(own) && !ShopHeading.saysNothing(own.letters[...])
      && aside.letters.contains { !$0.isLatin && !$0.isDigit }
      // 老凤祥（眼镜） is not all of 老凤祥, and 美食广场（兰州拉面） one of many.
      && !(isOfTrade && Brand.isKnown(own) && partsBrands(aside))
      && !(halls + placesOfMalls).contains(where: own.text.contains)
      && (isCuisine(aside)
        || ShopTrade.consists(withoutFloor(aside.letters[...]), of: tradesAndAsides))
      && !Brand.others(of: own).contains(aside)
  }

  /// 大连菜
  private static func isCuisine(_ aside: Key) -> Bool {
    aside.letters.last == "菜" && isCity(aside.letters.dropLast())
  }

  /// 岛柜 of L1岛柜
  private static func withoutFloor(
    _ letters: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    let floor = letters.prefix { $0.isLatin || $0.isDigit }
    let isFloor = floor.count <= lettersOfFloorMax && floor.contains(where: \.isDigit)
    return isFloor ? letters.dropFirst(floor.count) : letters
  }

  private static let lettersOfFloorMax = 3
  /// What a company is called itself, and what its shop's name begins with.
  private static let lettersOfOwnCompany = 2

  /// A brand has shops of such trades beside its own.
  private static func partsBrands(_ trade: Key) -> Bool {
    ShopTrade.shops.contains(where: trade.contains) || ShopTrade.isBeside(trade)
  }

  private static let tradesAndAsides = ShopTrade.words(besidesRepairsAnd: wordsOfAsides)

  /// What stands in such brackets besides words for what shops do; none that makes it another shop
  /// than the one of the name alone, 华为（维修中心）, 李宁（特卖）, 屈臣氏集合店（筹备）.
  private static let wordsOfAsides = [
    "餐饮", "熟食", "潮玩", "游乐", "服饰", "时装", "韩式", "日式", "川式", "旗舰", "百货", "购物",
    "中庭", "连廊", "外街", "内街", "临展", "收银台", "美食广场", "集合店", "集合", "定制", "医保", "定点", "名烟", "名酒", "小家电",
    "家电", "编程",
    "书法", "儿童业态", "业态", "品类", "量贩", "KTV", "授权店", "授权", "经销", "会员", "西服", "主力店", "分社", "韩国", "日本",
    "港式",
    "专柜", "手作", "手工", "现制", "现炒", "鲜榨", "岛柜", "岛台", "中岛", "室内", "层", "楼", "一层", "二层", "三层", "四层",
    "五层", "一楼", "二楼", "三楼", "四楼", "五楼",
  ].map { Key($0) }
  static let placesOfMalls = ["中庭", "一楼", "广场"]
}
