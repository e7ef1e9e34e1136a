import Receipts

/// What stands around names without belonging to them: the mall's name, a city, a company's form.
struct NameSurroundings {
  private let lines: [PrintedLine]
  private let malls: [Key]

  init(_ lines: [PrintedLine], register: CounterIndex) {
    self.lines = lines
    malls = register.places
  }

  private static let shop: Unicode.Scalar = "店"
  /// What a paper calls itself behind a shop's name, 消费小票, 商品销售凭证: one of these, behind any
  /// of ``trades``; those that hold others come first.
  static let papers = [
    "小票", "凭证", "凭条", "凭单", "票据", "单据", "收据", "账单", "清单", "明细", "存根", "单", "票",
  ].map { Key($0) }
  /// What a paper is for.
  private static let trades = [
    "商品", "销售", "出库", "收银", "购物", "消费", "结账", "交易", "收款", "点菜", "会籍", "送货", "交款", "缴款", "结算",
    "订购", "维修", "订单", "洗衣", "付款", "提货", "服务", "寄存", "零售", "卖品", "电子", "会员", "顾客", "客户", "收费",
    "缴费", "取货", "销货", "业务", "营业", "预约", "结帐", "宾客", "专柜",
  ].map { Key($0) }
  /// What malls are called by.
  static let endsOfMalls = ["城", "汇", "广场", "百货", "商场", "天地", "中心", "大厦", "荟"].map { Key($0) }
  /// What a paper's number is called by, behind its title.
  private static let numberWords = ["NO", "编号", "单号"].map { Key($0) }
  /// What shops of every name are: behind it, or alone.
  private static let places = [
    "生活馆", "体验馆", "旗舰馆", "概念馆", "精品馆", "专柜", "专卖", "专营", "柜台",
  ].map { Key($0) }
  /// What shops of every name are behind the mall's, 太平鸟女装云汇城专卖店; a brand's 旗舰店 may be another of its
  /// shops.
  private static let kindsOfShop = ["专卖店", "专营店", "直营店", "分店", "门店"].map { Key($0) }
  static let greetings = ["欢迎您光临", "欢迎光临", "欢迎惠顾", "欢迎您", "欢迎"].map { Key($0) }
  /// A mall's name has so many letters at least.
  private static let lettersMin = 2
  /// 国际 and 中心 are parts of many.
  private static let innerLettersMin = 3

  /// Whether all that shares its words with a name is such: 洋湖环宇城·温野菜, 长沙始祖鸟有限公司,
  /// SAREN FASHION @ Sunrise Mall.
  ///
  /// - Parameters:
  ///   - isExact: the name stands there letter by letter.
  ///   - isTrimmed: it is a name without what is sold: 太平洋咖啡 is not 太平洋影城.
  ///   - category: of the counter, as the register has it.
  func fill(
    around range: Range<Int>, isExact: Bool, isTrimmed: Bool, category: String?, on line: Key,
    words: [Range<Int>], of index: Int
  ) -> Bool {
    let touched = words.filter { $0.overlaps(range) }
    let isLatin = line.letters[range].allSatisfy(\.isLatin)
    // Where letters are Latin the words beside the name may belong to it.
    let start = isLatin ? 0 : min(touched.first?.lowerBound ?? 0, range.lowerBound)
    let end = isLatin ? line.count : max(touched.last?.upperBound ?? line.count, range.upperBound)
    var before = line.letters[start..<range.lowerBound]
    var after = line.letters[range.upperBound..<end]
    // 简汐蹦床 by itself is a part of 简汐蹦床公园 all the same.
    guard !before.isEmpty || !after.isEmpty else { return false }
    if CounterName.isCompany(before: before, after: after) { return true }
    if let greeting = Self.greetings.first(where: { before.starts(with: $0.letters) }) {
      before = before.dropFirst(greeting.count)
    }
    before = CounterLabel.dropped(from: before)
    after = Self.withoutTitle(after)
    if isExact, CounterName.weight(of: line.letters[range]) >= Self.weightOfKnown, !isTrimmed,
      Self.isOwnTitle(line.letters[range.upperBound..<end])
    {
      after = []
    }
    if isExact, CounterName.weight(of: line.letters[range]) >= Self.weightOfKnown {
      // 北京稻香村 may be another than 稻香村; 北京同仁堂 and 同仁堂药店 say both what they are.
      if isTrimmed {
        if CounterName.isCity(before) { before = [] }
      } else {
        after = ShopTrade.without(ShopTrade.goods, after)
        let own = ShopTrade.words(ofCategory: category)
        if ShopTrade.consists(after, of: own) { after = [] }
      }
    }
    // 北生禾菜馆消费单
    if before.isEmpty, after.isEmpty { return true }
    let kind = Self.kindsOfShop.first { after.count > $0.count && after.hasSuffix($0) }
    if let kind {
      after = after.dropLast(kind.count)
    } else if after.last == Self.shop {
      after = after.dropLast()
    }
    return [before, after].allSatisfy { $0.isEmpty || isPlace($0, besides: index) }
  }

  /// 北京 before it and 珠宝 behind it leave a name of so many characters what it is.
  private static let weightOfKnown = 3.0

  /// 购物清单, 商品销售凭证, 欢迎光临: what papers begin with, and no name.
  static func isTitle(_ key: Key) -> Bool { withoutTitle(key.letters[...]).isEmpty }

  /// 收衣单 behind a laundry's name, 售币小票 behind an arcade's, 摊位收款 of a stall.
  private static func isOwnTitle(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    (papers + takings).contains { paper in
      letters.hasSuffix(paper) && ownTitles.contains(Key(letters: letters.dropLast(paper.count)))
    }
  }

  private static let ownTitles: Set<Key> = Set(
    ["收衣", "取衣", "洗衣", "洗护", "售币", "兑币", "摊位", "订", "蛋糕订", "购票", "售票", "取票"].map { Key($0) })
  private static let takings = ["收款"].map { Key($0) }

  /// A heading without what the paper is called behind it: 苏宁易购 of 苏宁易购销售订单.
  static func untitled(_ characters: ArraySlice<PrintedCharacter>) -> ArraySlice<PrintedCharacter> {
    // 爱沛克斯数码 No.AP2611071352
    let gap = characters.indices.first { index in
      guard characters[index] == " " else { return false }
      let rest = Key(characters: characters[(index + 1)...])
      return rest.letters.last?.isDigit ?? false
        && numberWords.contains { rest.letters.starts(with: $0.letters) }
    }
    if let gap, gap > characters.startIndex { return characters[..<gap] }
    // 茶百道#157: whose turn it is.
    let turn = characters.lastIndex(of: "#").flatMap { sign in
      let digits = characters[(sign + 1)...]
      return (1...digitsOfTurnMax).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        ? sign : nil
    }
    if let turn, turn > characters.startIndex { return characters[..<turn] }
    let letters = Key(characters: characters).letters
    let title = letters.count - withoutTitle(letters[...]).count
    guard title > 0, title < letters.count else { return characters }
    var left = title
    let cut = characters.indices.reversed().first { index in
      left -= Key(characters: characters[index...index]).count
      return left <= 0
    }
    return cut.map { characters[..<$0] } ?? characters
  }

  private static let digitsOfTurnMax = 4

  /// A heading without what a brand says of itself behind a gap: 古茗 of 古茗 每天一杯喝不腻. `nil` where what
  /// stands there may tell another shop.
  static func withoutSlogan(
    _ characters: ArraySlice<PrintedCharacter>
  ) -> ArraySlice<PrintedCharacter>? {
    guard let gap = characters.firstIndex(of: " "), gap > characters.startIndex else { return nil }
    let slogan = Key(characters: characters[gap...])
    guard slogan.count >= lettersOfSloganMin,
      slogan.letters.allSatisfy({ !$0.isLatin && !$0.isDigit }),
      !CounterName.isPlaceName(slogan.letters[...]), slogan.letters.last != shop,
      !characters[gap...].contains(where: { ":()-·".contains($0) }),
      !ShopTrade.holdsTrade(slogan.letters[...]),
      !CounterName.holdsCompanyForm(slogan.letters[...]),
      !isTitle(slogan), !endsOfMalls.contains(where: { slogan.letters.hasSuffix($0) })
    else { return nil }
    return characters[..<gap]
  }

  private static let lettersOfSloganMin = 5

  /// What stands behind a name without what every shop may have there: 零售票据, 生活馆, 欢迎您.
  private static func withoutTitle(_ letters: ArraySlice<Unicode.Scalar>)
    -> ArraySlice<Unicode.Scalar>
  {
    var rest = letters
    func drop(_ words: [Key]) -> Bool {
      guard let word = words.first(where: { rest.hasSuffix($0) })
      else { return false }
      rest = rest.dropLast(word.count)
      return true
    }
    _ = drop(greetings)
    // 销货清单NO:053570, and not MILANO.
    if let word = numberWords.first(where: { rest.hasSuffix($0) }) {
      let title = rest.dropLast(word.count)
      let isTitled = papers.contains { title.hasSuffix($0) }
      if isTitled { rest = title }
    }
    if drop(papers) {
      while drop(trades) {}
    }
    _ = drop(places)
    return rest
  }

  /// The mall's name, as the register's branches or another line of the paper, its address, tell.
  private func isPlace(_ letters: ArraySlice<Unicode.Scalar>, besides index: Int) -> Bool {
    guard letters.count >= Self.lettersMin else { return false }
    let place = Key(letters: letters)
    return malls.contains { branch in
      branch.letters.starts(with: letters)
        || letters.count >= Self.innerLettersMin && branch.contains(place)
    }
      || lines.contains { $0.index != index && isAddress($0, of: place) }
  }

  /// An address has the place behind a street and a number: 中山北路174号印象里4F, 8 Orchard Road. An
  /// item, 桌号5 烧烤拼盘 58.00, is none.
  private func isAddress(_ line: PrintedLine, of place: Key) -> Bool {
    guard line.text.hasDigit, let range = line.key.range(of: place) else { return false }
    let before = line.key.letters[..<range.lowerBound]
    return Self.holdsHouse(before)
      || Self.ways.contains { line.key.contains($0) } && before.contains(where: \.isDigit)
  }

  /// A street and a house's number on it: 友谊路88号.
  static func holdsHouse(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    letters.indices.contains { index in
      let isWay = letters[index] == "路" || letters[index] == "街" || letters[index] == "巷"
      return isWay && index + 1 < letters.endIndex && letters[index + 1].isDigit
    }
  }

  private static let ways = ["ROAD", "STREET", "AVENUE", "JALAN"].map { Key($0) }
}
