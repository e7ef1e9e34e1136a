extension ShopHeading {
  /// A word that stands around names, and what it says.
  enum Word {
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
      "FLORIST", "CAFE", "RESTAURANT", "KTV", "NAIL", "NAILS", "PETS", "PET", "OUTDOOR", "SPORTS",
    ]
    private static let ofAnyLatinShop = [
      "STORE", "SHOP", "OFFICIAL", "FLAGSHIP", "BOUTIQUE", "IMAX", "EXPERIENCE",
    ]
    static let tellReseller = ["RESELLER", "AUTHORISED", "AUTHORIZED"].map { Key($0) }
    static let ofResellers = Set(tellReseller + [Key("PREMIUM")])
    static let authorised = ["授权", "经销"].map { Key($0) }
    private static let ofAnyShop = [
      "官方授权", "官方", "授权店", "授权", "精品", "优品", "良品", "优选", "严选", "集合店", "集合", "量贩",
      "旗舰店", "专卖店", "专营店", "专门店", "直营店", "体验店", "形象店", "概念店", "精品店", "总店", "分店", "门店", "店", "专柜",
      "专卖", "专营", "柜台", "柜", "经销商", "连锁", "大王", "服务部", "经营部", "国际", "中国", "集团", "生活馆", "体验馆", "旗舰馆",
      "概念馆",
      "精品馆", "馆", "空间", "用品",
    ]
    /// How a shop does what it does: 广式 of 点都德广式茶点, 现炒 of 现炒盖饭, 美学 of 指间美学美甲.
    static let styles = [
      "广式", "港式", "川式", "京式", "中式", "西式", "日式", "韩式", "泰式", "意式", "法式", "美式", "台式", "越式", "现炒",
      "手作", "秘制", "美学", "老式",
    ].map { Key($0) }
  }
}
